import Chat
import LecternCore

/// What the pane says.
extension Messages {
    package static let extract = "built-in extract"
    package static let extractLabel = "built-in extract · verbatim sentences"
    package static let draftLabel = "notes on the parts, until the answer begins"
    package static let leftDraftLabel = "notes on the parts"
    package static let thisMachine = "this machine"
    package static let noChatbot = "no chatbot"
    static func cloud(behind server: String) -> String { "the cloud behind \(server)" }
    package static let noArticleToAskAbout = "There is no article to ask about: open one first."
    package static let stillLoading = "The article is still being loaded."
    package static let chatbotsOff =
        "Chatbots are off (--chatbot none). Start without it to get summaries and answers."
    package static let paneInvitation =
        "s summarises the article, a asks about it, e explains the section you are reading."
    package static let loadingStopped = "Loading stopped."
    package static let noReasoning = "No reasoning to show: this chatbot has not shared any."
    package static let noAnswerToCopy = "There is no answer to copy: s or a asks for one."
    package static let answerCopied = "Answer copied."
    package static let noCitations = "No citations in the answers so far."
    package static let firstCitation = "This is the first citation."
    package static let lastCitation = "This is the last citation."

    package static func noParagraph(_ number: Int) -> String {
        "The article has no paragraph \(number): the chatbot made it up."
    }

    // MARK: Leaving this computer

    package static func send(to host: String) -> String {
        "Send the article's text to \(host)? y/n"
    }

    package static func notSent(to host: String) -> String {
        "Nothing was sent to \(host). M chooses another chatbot."
    }

    // MARK: Choosing

    package static func answersFromNowOn(_ name: String) -> String {
        "\(name) answers from now on. R puts the last question again."
    }

    package static func chatbotPicker(isLooking: Bool) -> String {
        isLooking ? "Chatbots · looking for more…" : "Chatbots"
    }

    /// A chatbot's line in the picker, behind its name; `speed` in tokens a second.
    package static func details(of card: ChatbotCard, speed: Double? = nil) -> String {
        guard card.kind != .extract else { return "no model, verbatim sentences" }
        var parts = [
            card.isLocal
                ? card.serverName + (card.port.map { " :\($0)" } ?? "")
                : card.isPassedOn ? card.host : "\(card.host), not this machine"
        ]
        if let window = card.window {
            parts.append(tokens(window))
        } else if let longest = card.maximumWindow {
            parts.append("up to \(tokens(longest))")
        }
        if card.needsKey { parts.append("wants a key") }
        if let isLoaded = card.isLoaded { parts.append(isLoaded ? "loaded" : "cold") }
        if let speed { parts.append(Messages.speed(speed)) }
        return parts.joined(separator: " · ")
    }

    /// `41 tokens/s`.
    package static func speed(_ tokensASecond: Double) -> String {
        let sane = min(99_999, max(0, tokensASecond))
        return sane < 10
            ? "\(Int(sane)).\(Int(sane * 10) % 10) tokens/s" : "\(Int(sane.rounded())) tokens/s"
    }

    /// 4096 as 4k tokens.
    private static func tokens(_ count: Int) -> String {
        count >= 1024 ? "\(count / 1024)k tokens" : "\(count) tokens"
    }

    /// 4096 as 4,096.
    static func grouped(_ number: Int) -> String {
        let digits = String(number)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    // MARK: While it runs and after

    /// The right half of the pane's header.
    package static func state(of turn: Turn) -> String {
        let answer = turn.answer
        guard answer.token == nil else { return running(answer) }
        if answer.wasStopped { return "stopped" }
        if answer.error != nil { return "no answer" }
        if answer.author.kind == .extract { return "verbatim sentences" }
        return tracing(answer.sentences) ?? ""
    }

    /// `6 of 7 sentences traced`; nil for none.
    package static func tracing(_ sentences: [CheckedSentence]) -> String? {
        guard !sentences.isEmpty else { return nil }
        let traced = sentences.count { $0.support == .traced }
        return "\(traced) of \(sentences.count) sentences traced"
    }

    private static func running(_ answer: Answer) -> String {
        var parts: [String] = []
        if let part = answer.part { parts.append("part \(part.number) of \(part.count)") }
        let clock = answer.seconds > 0 ? " \(answer.seconds) s" : ""
        switch answer.phase {
        case .waiting(let reason): parts.append((reason?.shortened(to: 30) ?? "waiting") + clock)
        case .reading(let share):
            // A server that reads a short prompt in one go has nothing to say until it is done.
            parts.append((share < 0.01 ? "reading" : "reading \(Int(share * 100)) %") + clock)
        case .thinking: parts.append("thinking" + clock)
        case .writing: parts.append("writing" + clock)
        }
        return parts.joined(separator: " · ")
    }

    /// The line that the reasoning is folded into.
    package static func reasoning(seconds: Int, isRunning: Bool) -> String {
        if isRunning { return "reasoning · \(seconds) s · z shows or folds it" }
        return seconds > 0 ? "reasoned for \(seconds) s · z shows or folds it" : "reasoning · z"
    }

    /// What stands below an answer.
    package static func foot(of turn: Turn) -> [Notice] {
        let answer = turn.answer
        var notes: [Notice] = []
        if answer.wasStopped { notes.append(Notice("stopped")) }
        if answer.error == .nothing, answer.author.kind == .extract {
            notes.append(Notice(extractFoundNothing))
        } else if let error = answer.error {
            notes.append(Notice(sentence(error), isError: true))
        }
        if turn.question.section != nil, answer.author.kind == .extract, answer.error == nil {
            notes.append(Notice(onlyChatbotsExplain))
        }
        if answer.plan?.addressesModel == true {
            notes.append(Notice(addressesModel, isError: true))
        }
        if let again = answer.again, let words = sentence(again) { notes.append(Notice(words)) }
        if let finish = answer.finish {
            if finish.wasCut { notes.append(Notice(wasCut, isError: true)) }
            if finish.reason == .length { notes.append(Notice("cut off at the length limit")) }
            if finish.reason == .filtered { notes.append(Notice("cut off by the server's filter")) }
            if !finish.used.isEmpty, finish.used.count < turn.paragraphs {
                notes.append(
                    Notice("from \(finish.used.count) of \(turn.paragraphs) paragraphs"))
            }
            if finish.parts > 1 { notes.append(Notice("read in \(finish.parts) parts")) }
        }
        return notes
    }

    package static let extractFoundNothing =
        "No sentence of the article has the words of the question."
    private static let onlyChatbotsExplain =
        "The section's own sentences: only a chatbot puts them in other words."

    /// What a citation's colour says.
    static func legend(of look: PaneCitation.Look) -> String {
        switch look {
        case .traced: "[n] the paragraph says so"
        case .weak: "[n] the paragraph says part of it"
        case .untraced: "[n] the paragraph does not say so"
        case .plain, .missing, .suggested: ""
        }
    }

    static func groundless(_ mark: String) -> String {
        "\(mark) nothing in the article was found to say so"
    }

    package static let suggestions = "→ a paragraph that fits better, found by Lectern"

    /// An address of a server as people say it: host and port.
    private static func place(of server: String) -> String {
        let bare = server.gated.split(separator: "://", maxSplits: 1).last ?? ""
        return String(bare.prefix { $0 != "/" })
    }

    /// Nobody found has the name that was asked for.
    package static func noSuchChatbot(_ name: String, instead: String) -> String {
        "No chatbot is called “\(name.gated.shortened(to: 40))”: \(instead) answers. M chooses."
    }

    /// What else may come of a question that the extract has answered: below the question.
    package static func outlook(of turn: Turn) -> String? {
        switch turn.outlook {
        case .final: nil
        case .looking:
            turn.server.map { "Looking for the chatbot at \(place(of: $0))…" }
                ?? "Looking for a chatbot on this machine…"
        case .noneFound:
            turn.server.map {
                "\(place(of: $0)) does not answer: start the chatbot there, then press R."
            }
                ?? "No chatbot found: start llama-server or Ollama, then press R. M lists what there is."
        case .askable(let host):
            "\(host) can answer, but is not this machine. R sends it the article's text."
        }
    }

    package static let addressesModel =
        "The article gives orders to chatbots: trust this answer less, and check it."
    package static let wasCut =
        "The server read less than it was sent: what follows the cut is not in this answer."

    /// Why an answer was begun again; nil where the reader need not know.
    package static func sentence(_ again: Again) -> String? {
        switch again {
        case .cut(let sent, let read):
            "The server read \(grouped(read)) of \(grouped(sent)) tokens: asked again in parts."
        case .tooLong(let window):
            "The article did not fit"
                + (window.map { " a window of \(grouped($0)) tokens" } ?? "")
                + ": asked again in smaller parts."
        case .language: "The first answer was in another language: asked again."
        case .thoughts: nil
        case .now: "The reasoning was ended before its end."
        case .overthought: "The reasoning took all the room: asked again without it."
        }
    }

    /// Why there is no answer, and what to do now; without the keys where there are none to press.
    package static func sentence(_ error: ChatError, hasKeys: Bool = true) -> String {
        let (what, keys) = parts(of: error)
        return hasKeys && !keys.isEmpty ? what + " " + keys : what
    }

    private static func parts(of error: ChatError) -> (what: String, keys: String) {
        let another = "M chooses another; e explains a section."
        switch error {
        case .unreachable(let place):
            return (
                "Nothing answers at \(place.gated).",
                "Start the chatbot and press R, or choose another with M."
            )
        case .refused(let status, let words):
            let said = words.gated.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                .shortened(to: 200)
            return ("The chatbot refused (HTTP \(status))\(said.isEmpty ? "." : ": \(said)")", "")
        case .needsKey(let place):
            return (
                "\(place.gated) wants a key: put it into LECTERN_CHAT_KEY.", "M chooses another."
            )
        case .noModel(let name):
            return (
                "The chatbot has no model \(name.gated.shortened(to: 80)).", "M shows what it has."
            )
        case .tooLong(let tokens?, let window?):
            return (
                "The article takes \(grouped(tokens)) tokens and the model's window is "
                    + "\(grouped(window)).", another
            )
        case .tooLong(nil, let window?):
            return (
                "The article does not fit the model's window of \(grouped(window)) tokens.", another
            )
        case .tooLong: return ("The article is too long for this model.", another)
        case .dropped: return ("The connection broke off.", "R asks again.")
        case .timedOut: return ("The chatbot has been silent for too long.", "R asks again.")
        case .nothing:
            return ("The chatbot answered nothing.", "R asks again, M chooses another.")
        case .empty: return ("This article has no text to ask about.", "")
        }
    }
}
