import Chat

/// Replies on one line: neighbours of a kind joined, so that the dump does not depend on how bytes arrived.
func dump(_ replies: [Reply]) -> String {
    var parts: [String] = []
    var open = ""
    func add(_ kind: String, _ text: String) {
        if open == kind, let last = parts.last {
            parts[parts.count - 1] = last.dropLast() + text + ">"
        } else {
            parts.append("\(kind)<\(text)>")
            open = kind
        }
    }
    for reply in replies {
        switch reply {
        case .text(let text): add("text", text)
        case .thinking(let text): add("thinking", text)
        case .draft(let text): add("draft", text)
        default:
            open = ""
            parts.append(name(of: reply))
        }
    }
    return parts.joined(separator: " ").replacing("\n", with: "↵")
}

private func name(of reply: Reply) -> String {
    switch reply {
    case .waiting(let why): "waiting(\(why))"
    case .progress(let share): "progress(\(Int((share * 100).rounded())))"
    case .plan(let plan): "plan(\(plan.tokens)/\(plan.window): \(plan.parts))"
    case .part(let part, let of): "part(\(part)/\(of))"
    case .again(let why): "again(\(why))"
    case .finished(let finish):
        "finished(\(finish.reason) \(number(finish.promptTokens))+\(number(finish.answerTokens)))"
    case .failed(let error): "failed(\(error))"
    case .text, .thinking, .draft: ""
    }
}

private func number(_ tokens: Int?) -> String { tokens.map(String.init) ?? "?" }

/// What a body comes to, read whole, byte by byte, and in two pieces split at every byte.
func readings(
    of bytes: [UInt8], card: ChatbotCard, status: Int = 200
) -> Set<String> {
    var found: Set<String> = []
    // A reader is a value: the one that has read the first bytes goes on twice, with the rest and with the next.
    var reader = ReplyReader(card: card, status: status)
    var replies: [Reply] = []
    for cut in 0...bytes.count {
        var other = reader
        let rest = other.feed(bytes[cut...])
        found.insert(dump(replies + rest + other.end()))
        if cut < bytes.count { replies += reader.feed(bytes[cut...cut]) }
    }
    return found
}

extension ChatbotCard {
    static let ollama = ChatbotCard(
        kind: .ollama, url: "http://127.0.0.1:11434", model: "qwen3:8b", window: 4_096)
    static let llama = ChatbotCard(
        kind: .llamaCpp, url: "http://127.0.0.1:8080", model: "m", window: 4_096)
    static let other = ChatbotCard(kind: .openAI, url: "http://127.0.0.1:9000", model: "m")
}
