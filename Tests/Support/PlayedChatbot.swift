import Chat
import LecternCore
import Synchronization

/// A chatbot server that plays its part over real sockets: it says of itself what servers of its kind say, and answers
/// in their dialect as its script has it.
///
///     let server = try PlayedChatbot(.ollama, window: 4_096) { asked in .says("- Tides [1].") }
///     run("lectern", "summarize", page, "--chat-url", server.url)
///     #expect(server.asked.count == 1)
package final class PlayedChatbot: Sendable {
    /// A piece of a stream.
    package enum Piece: Sendable {
        case text(String)
        /// In the field that the kind of server has for it.
        case thinking(String)
        /// A field of another name, for the OpenAI dialect.
        case delta(field: String, String)
        /// Seconds.
        case pause(Double)
        /// As it is.
        case raw(String)
    }

    package enum Answer: Sendable {
        /// `read` and `wrote`: tokens, as the server counts them; nil: as many as were sent, 20.
        case stream([Piece], read: Int? = nil, wrote: Int = 20, reason: String = "stop")
        /// HTTP status and body.
        case refuses(Int, String)
        /// The stream, then a reset.
        case breaks([Piece])
        /// Nothing but an open connection, until the client leaves.
        case silent([Piece])

        package static func says(_ text: String, read: Int? = nil) -> Answer {
            .stream([.text(text)], read: read)
        }
    }

    /// A question as it came.
    package struct Asked: Sendable {
        /// From 1.
        package var number: Int
        package var path: String
        package var head: String
        package var body: JSON

        package var messages: [String] {
            (body["messages"].array ?? []).compactMap { $0["content"].string }
        }
        /// Everything said to the model.
        package var prompt: String { messages.joined(separator: "\n") }
        /// As this server counts: four letters are a token.
        package var tokens: Int { prompt.unicodeScalars.count / 4 + 10 }
        /// The numbers of the paragraphs in `text`, the prompt unless something else is given.
        package func paragraphs(in text: String? = nil) -> [Int] {
            (text ?? prompt).split(separator: "\n").compactMap { line in
                guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return nil }
                return Int(line[line.index(after: line.startIndex)..<end])
            }
        }
    }

    package let kind: ServerFacts.Kind
    package let model: String
    private let server: ScriptedServer
    private let heard: Heard

    private final class Heard: Sendable {
        let asked = Mutex<[Asked]>([])
    }

    /// - Parameters:
    ///   - window: tokens, as the server says of itself.
    ///   - key: the one key it answers to; nil: it asks for none.
    ///   - bytewise: every byte of a stream goes out by itself.
    package init(
        _ kind: ServerFacts.Kind, _ place: ScriptedServer.Place = .ipv4, model: String = "played",
        window: Int = 4_096, isLoaded: Bool = true, key: String? = nil, bytewise: Bool = false,
        answer: @escaping @Sendable (Asked) -> Answer
    ) throws {
        self.kind = kind
        self.model = model
        let heard = Heard()
        self.heard = heard
        let facts = ServerFacts(kind: kind, model: model, window: window, isLoaded: isLoaded)
        server = try ScriptedServer(place) { request in
            let path = String(request.split(separator: " ").dropFirst().first ?? "")
            if let key, !request.contains("Authorization: Bearer \(key)\r\n") {
                return ScriptedServer.response(facts.refusal, status: "401 Unauthorized")
            }
            let body = request.firstRange(of: "\r\n\r\n").map { request[$0.upperBound...] } ?? ""
            guard path == "/api/chat" || path == "/v1/chat/completions" else {
                let (status, said) = facts.answer(path, String(body))
                return ScriptedServer.response(said, status: status)
            }
            let asked = heard.asked.withLock { all in
                let head = request.firstRange(of: "\r\n\r\n").map { request[..<$0.lowerBound] }
                all.append(
                    Asked(
                        number: all.count + 1, path: path, head: String(head ?? ""),
                        body: JSON(String(body)) ?? .null))
                return all[all.count - 1]
            }
            return PlayedChatbot.steps(answer(asked), to: asked, facts, bytewise: bytewise)
        }
    }

    package var url: String { server.url }
    /// The questions, in the order they came.
    package var asked: [Asked] { heard.asked.withLock { $0 } }
    /// Every request in full, those about the server itself included.
    package var requests: [String] { server.requests }
    package var departures: [ContinuousClock.Instant] { server.departures }

    // MARK: The stream

    private static func steps(
        _ answer: Answer, to asked: Asked, _ facts: ServerFacts, bytewise: Bool
    ) -> [ScriptedServer.Step] {
        let isOllama = asked.path == "/api/chat"
        let type = isOllama ? "application/x-ndjson" : "text/event-stream"
        let head = ScriptedServer.Step.send(
            "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nConnection: close\r\n\r\n")
        func steps(_ pieces: [Piece]) -> [ScriptedServer.Step] {
            pieces.flatMap { piece -> [ScriptedServer.Step] in
                let text: String
                switch piece {
                case .pause(let seconds): return [.pause(seconds)]
                case .raw(let raw): text = raw
                case .text(let words): text = line("content", words, isOllama)
                case .thinking(let words):
                    text = line(facts.thinkingField(isOllama), words, isOllama)
                case .delta(let field, let words): text = line(field, words, isOllama)
                }
                return bytewise ? text.utf8.map { .bytes([$0]) } : [.send(text)]
            }
        }
        switch answer {
        case .refuses(let status, let body):
            return ScriptedServer.response(body, status: "\(status) Refused")
        case .breaks(let pieces): return [head] + steps(pieces) + [.pause(0.1), .reset]
        case .silent(let pieces):
            return (pieces.isEmpty ? [] : [head]) + steps(pieces) + [.untilClosed]
        case .stream(let pieces, let read, let wrote, let reason):
            let end = facts.end(
                read: read ?? asked.tokens, wrote: wrote, reason: reason, isOllama)
            // Ollama sends no head before it has something to say.
            let pauses = pieces.prefix { if case .pause = $0 { true } else { false } }
            return steps(Array(pauses)) + [head] + steps(Array(pieces.dropFirst(pauses.count)))
                + steps([.raw(end)])
        }
    }

    private static func line(_ field: String, _ words: String, _ isOllama: Bool) -> String {
        guard isOllama else {
            let event: JSON = [
                "id": "chatcmpl-1",
                "choices": [
                    [
                        "index": 0, "delta": .object([.init(field, .string(words))]),
                        "finish_reason": .null,
                    ]
                ],
            ]
            return "data: \(event.text)\n\n"
        }
        let line: JSON = [
            "model": "m", "message": .object([.init(field, .string(words))]), "done": false,
        ]
        return line.text + "\n"
    }
}
