import LecternCore

/// The two protocols that chatbots speak.
package enum Dialect: Equatable, Hashable, Sendable {
    /// Ollama's own: only it has `num_ctx`, `keep_alive`, `think` and `truncate`.
    case ollama
    /// `/v1/chat/completions` with server-sent events.
    case openAI
}

extension ChatbotCard.Kind {
    package var dialect: Dialect { self == .ollama ? .ollama : .openAI }
}

/// What one says to a model, and what it said.
package struct Message: Equatable, Sendable {
    package enum Role: String, Equatable, Sendable { case system, user, assistant }
    package var role: Role
    package var text: String

    package init(_ role: Role, _ text: String) {
        self.role = role
        self.text = text
    }
}

/// A POST to a chatbot.
package struct ChatRequest: Equatable, Sendable {
    /// Behind the card's `url`, such as `/api/chat`.
    package var path: String
    /// JSON, UTF-8.
    package var body: [UInt8]
    package var accept: String

    package init(path: String, body: [UInt8], accept: String = "application/json") {
        self.path = path
        self.body = body
        self.accept = accept
    }
}

/// How a model is to answer.
package struct ChatOptions: Equatable, Sendable {
    /// May a reasoning model think first? It costs time and does not make summaries more faithful.
    package var thinks = false
    /// 0...2.
    package var temperature = 0.2
    package var seed = 1
    /// Tokens kept free for the answer.
    package var answerTokens = 700
    /// Tokens kept free for thoughts, when it `thinks`.
    package var thinkingTokens = 3_000
    /// How long Ollama keeps the model in memory after the answer.
    package var keepAlive = "10m"
    /// Tokens counted by the server for a token estimated here, from earlier answers; 1 when unknown.
    package var tokenScale = 1.0
    /// The window that Ollama has the model loaded with, from an earlier question; 0 when unknown. Another one would have
    /// it load the model again.
    package var loadedWindow = 0
    /// The largest window asked of Ollama, tokens: each costs memory.
    package var largestWindow = 16_384

    package init() {}

    /// Tokens kept free for all that the model writes.
    package var reserve: Int { answerTokens + (thinks ? thinkingTokens : 0) }
}

extension ChatRequest {
    /// The request for one answer. `window` is sent to Ollama as `num_ctx`. With `isPlain`, nothing beyond the
    /// common core of the protocol is sent, for servers that refuse fields they do not know. `answersNow` asks
    /// servers of no known kind, too, to leave reasoning out. The answer ends in front of one of `stops`, at most four; but
    /// with Ollama, where they would take the place of those that the model has of its own.
    package static func chat(
        _ messages: [Message], card: ChatbotCard, window: Int?, options: ChatOptions,
        isPlain: Bool = false, answersNow: Bool = false, stops: [String] = []
    ) -> ChatRequest {
        let said = JSON.array(
            messages.map { ["role": .string($0.role.rawValue), "content": .string($0.text)] })
        switch card.kind.dialect {
        case .ollama:
            var settings: [JSON.Member] = [
                .init("num_predict", .number(Double(options.reserve))),
                .init("temperature", .number(options.temperature)),
                .init("seed", .number(Double(options.seed))),
            ]
            if let window { settings.insert(.init("num_ctx", .number(Double(window))), at: 0) }
            var body: [JSON.Member] = [.init("model", JSON(card.model)), .init("stream", true)]
            if !isPlain {
                body.append(.init("think", thinking(of: card, options)))
                body.append(.init("truncate", false))
            }
            body.append(.init("keep_alive", .string(options.keepAlive)))
            body.append(.init("options", .object(settings)))
            body.append(.init("messages", said))
            return ChatRequest(
                path: "/api/chat", body: Array(JSON.object(body).text.utf8),
                accept: "application/x-ndjson")
        case .openAI:
            var body: [JSON.Member] = card.model.map { [.init("model", .string($0))] } ?? []
            body.append(.init("stream", true))
            if !isPlain { body.append(.init("stream_options", ["include_usage": true])) }
            body.append(.init("temperature", .number(options.temperature)))
            body.append(.init("max_tokens", .number(Double(options.reserve))))
            if !isPlain { body += extras(of: card.kind, options) }
            if !stops.isEmpty, !isPlain {
                body.append(.init("stop", .array(stops.map { .string($0) })))
            }
            if answersNow, !isPlain { body.append(.init("reasoning_effort", "none")) }
            body.append(.init("messages", said))
            return ChatRequest(
                path: "/v1/chat/completions", body: Array(JSON.object(body).text.utf8),
                accept: "text/event-stream")
        }
    }

    /// What Ollama's `think` is to be. gpt-oss ignores yes and no and must be given a level
    /// (https://docs.ollama.com/capabilities/thinking).
    private static func thinking(of card: ChatbotCard, _ options: ChatOptions) -> JSON {
        guard card.model?.contains("gpt-oss") == true else { return .bool(options.thinks) }
        return options.thinks ? "medium" : "low"
    }

    /// Fields that only some servers know.
    private static func extras(of kind: ChatbotCard.Kind, _ options: ChatOptions) -> [JSON.Member] {
        switch kind {
        case .llamaCpp:
            [
                .init("return_progress", true), .init("cache_prompt", true),
                .init("seed", .number(Double(options.seed))),
                .init("chat_template_kwargs", ["enable_thinking": .bool(options.thinks)]),
            ] + (options.thinks ? [.init("reasoning_control", true)] : [])
        case .vllm: [.init("chat_template_kwargs", ["enable_thinking": .bool(options.thinks)])]
        case .lmStudio: [.init("ttl", 600)]
        default: []
        }
    }

    /// Has a text's tokens counted; nil for servers that cannot.
    static func count(_ text: String, card: ChatbotCard) -> ChatRequest? {
        let body: JSON
        switch card.kind {
        case .llamaCpp: body = ["content": .string(text), "add_special": false]
        case .vllm: body = ["model": JSON(card.model), "prompt": .string(text)]
        case .localAI: body = ["model": JSON(card.model), "content": .string(text)]
        default: return nil
        }
        let path = card.kind == .localAI ? "/v1/tokenize" : "/tokenize"
        return ChatRequest(path: path, body: Array(body.text.utf8))
    }

}
