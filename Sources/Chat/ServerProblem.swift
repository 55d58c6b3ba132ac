import LecternCore

/// What a server complained about, in whatever shape it said so.
package struct ServerProblem: Equatable, Sendable {
    /// HTTP status; 200 when the complaint came inside a stream.
    package var status: Int
    /// The server's own words, gated and at most 500 Characters.
    package var text: String
    /// The prompt was too long: tokens sent and the window, where named.
    package var overflow: Overflow?
    /// The words did not come from an error object: a page, a line that is no protocol.
    package var isPlain: Bool

    package struct Overflow: Equatable, Sendable {
        package var tokens: Int?
        package var window: Int?
        /// Tokens of the answer that were asked for and counted too (vLLM).
        package var answer: Int?
    }

    init(status: Int, text: String, isPlain: Bool = false, tokens: Int? = nil, window: Int? = nil) {
        self.status = status
        self.isPlain = isPlain
        let words = text.gated.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.text = String(words.prefix(500))
        if tokens != nil || window != nil {
            overflow = Overflow(tokens: tokens, window: window)
        } else {
            overflow = ServerProblem.overflow(in: words.prefix(2_000).lowercased())
        }
    }

    /// Reads every error shape that servers are known to send; nil when the object is no error.
    init?(_ json: JSON, status: Int) {
        let error = json["error"]
        if let text = error.string {
            // Ollama hands on what its runner said, which is JSON again.
            if text.hasPrefix("{"), let inner = JSON(text),
                let problem = ServerProblem(inner, status: status)
            {
                self = problem
            } else {
                self.init(status: status, text: text)
            }
        } else if error.object != nil {
            let code = error["code"].int.flatMap { (400..<600).contains($0) ? $0 : nil }
            self.init(
                status: status == 200 ? code ?? status : status,
                text: error["message"].string ?? error["type"].string ?? error.text,
                tokens: error["n_prompt_tokens"].int, window: error["n_ctx"].int)
        } else if json["object"].string == "error" {
            self.init(status: json["code"].int ?? status, text: json["message"].string ?? "")
        } else if !json["detail"].isNull, json["choices"].isNull, json["message"].isNull {
            self.init(status: status, text: json["detail"].string ?? json["detail"].text)
        } else if !error.isNull, error.bool != false {
            self.init(status: status, text: json["message"].string ?? error.text)
        } else if status >= 400, let text = json["message"].string {
            self.init(status: status, text: text)
        } else {
            return nil
        }
    }

    /// The server is still loading the model, or has no slot free.
    package var isBusy: Bool { status == 503 || text.lowercased().contains("loading model") }

    /// The chat template refused the roles of the messages.
    package var isAboutRoles: Bool {
        guard status == 400 || status >= 500 || status == 200 else { return false }
        let words = text.lowercased()
        return ["role", "jinja", "template", "alternate"].contains { words.contains($0) }
    }

    /// As the pane tells it.
    func error(card: ChatbotCard) -> ChatError {
        if let overflow { return .tooLong(tokens: overflow.tokens, window: overflow.window) }
        switch status {
        case 401, 403: return .needsKey(card.url ?? "")
        case 404 where text.lowercased().contains("model"): return .noModel(card.model ?? "")
        default: return .refused(status: status, text)
        }
    }

    /// Finds the numbers in the sentences of servers that give no fields.
    private static func overflow(in words: String) -> Overflow? {
        let marks = [
            "exceeds the available context", "maximum context length", "context length exceeded",
            "longer than the context", "context the overflows", "context overflow",
            "context length of only", "exceed_context_size", "exceeds the context",
            "context window", "prompt is too long", "context size has been exceeded",
        ]
        guard marks.contains(where: { words.contains($0) }) else { return nil }
        let tokens =
            number(after: "you requested ", in: words) ?? number(after: "request (", in: words)
            ?? number(after: "first ", in: words)
        let window =
            number(after: "maximum context length is ", in: words)
            ?? number(after: "available context size (", in: words)
            ?? number(after: "context length of only ", in: words)
        return Overflow(
            tokens: tokens, window: window, answer: number(before: " in the completion", in: words))
    }

    private static func number(after mark: String, in words: String) -> Int? {
        guard let found = words.firstRange(of: mark) else { return nil }
        return Int(words[found.upperBound...].prefix { $0.isASCII && $0.isNumber })
    }

    private static func number(before mark: String, in words: String) -> Int? {
        guard let found = words.firstRange(of: mark) else { return nil }
        return Int(
            String(
                words[..<found.lowerBound].reversed().prefix { $0.isASCII && $0.isNumber }
                    .reversed()))
    }
}
