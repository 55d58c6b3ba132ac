/// A piece of an answer as it arrives.
package enum Reply: Equatable, Sendable {
    /// The server is loading the model, or busy: a word on what we wait for.
    case waiting(String)
    /// Share of the prompt that the model has read, 0...1.
    case progress(Double)
    case thinking(String)
    /// How the article is going to be read: before anything is sent, and again when that turns out not to do.
    case plan(ReadingPlan)
    /// The article is read in parts, and this one is next: from 1.
    case part(Int, of: Int)
    /// More of a part's notes: shown until the answer itself begins.
    case draft(String)
    /// The answer starts over; what came of it, text and draft, is void.
    case again(Again)
    /// More of the answer, as Markdown with `[n]` citations; any split of the text.
    case text(String)
    /// The last reply of an answer that ended by itself or was cut by a limit.
    case finished(Finish)
    /// The last reply of an answer that failed; what came before stays.
    case failed(ChatError)
}

/// Why an answer starts over.
package enum Again: Equatable, Sendable {
    /// The server read only a part of what it was sent; it is asked again in parts.
    case cut(sent: Int, read: Int)
    /// The article did not fit; it is asked again in smaller parts.
    case tooLong(window: Int?)
    /// The answer was in another language than wanted.
    case language
    /// What came was reasoning: its end was seen only now. It follows as `.thinking`.
    case thoughts
    /// The reader wants the answer without more reasoning.
    case now
    /// The reasoning took all the room that the answer had; it is asked again without.
    case overthought
}

/// How an article goes into a model's window.
package struct ReadingPlan: Equatable, Sendable {
    /// Of the article, or of the section asked about.
    package var tokens: Int
    /// Tokens that fit, as the server says or as assumed.
    package var window: Int
    /// Parts it is read in; 1 for one piece, or for a choice of paragraphs.
    package var parts: Int
    /// Paragraphs that are sent, and those there are.
    package var used: Int
    package var paragraphs: Int
    /// Has the server counted the tokens?
    package var isCounted: Bool
    /// Does the article speak to the model rather than to the reader?
    package var addressesModel: Bool

    package init(
        tokens: Int, window: Int, parts: Int, used: Int, paragraphs: Int, isCounted: Bool,
        addressesModel: Bool = false
    ) {
        self.tokens = tokens
        self.window = window
        self.parts = parts
        self.used = used
        self.paragraphs = paragraphs
        self.isCounted = isCounted
        self.addressesModel = addressesModel
    }
}

/// How an answer ended.
package struct Finish: Equatable, Sendable {
    package enum Reason: String, Equatable, Sendable { case stop, length, filtered }
    package var reason: Reason
    /// Tokens, as the server counted them; nil where it did not say.
    package var promptTokens: Int?
    package var answerTokens: Int?
    /// Paragraph numbers that were sent, in order; all of them for a short article.
    package var used: [Int]
    /// Parts that the article was read in; 1 when it was sent in one piece.
    package var parts: Int
    /// Answer tokens a second, as the server measured them.
    package var speed: Double?
    /// The server read less than it was sent, and nothing could be done about it.
    package var wasCut: Bool

    package init(
        reason: Reason = .stop, promptTokens: Int? = nil, answerTokens: Int? = nil,
        used: [Int] = [], parts: Int = 1, speed: Double? = nil, wasCut: Bool = false
    ) {
        self.reason = reason
        self.promptTokens = promptTokens
        self.answerTokens = answerTokens
        self.used = used
        self.parts = parts
        self.speed = speed
        self.wasCut = wasCut
    }
}

/// Why there is no answer. Facts only; the sentences are in `Reading/Messages.swift`.
package enum ChatError: Error, Equatable, Sendable {
    /// Nothing answers at the address.
    case unreachable(String)
    /// The server refused: HTTP status and its own words (hostile).
    case refused(status: Int, String)
    case needsKey(String)
    case noModel(String)
    /// The article does not fit: tokens needed and the window, where known.
    case tooLong(tokens: Int?, window: Int?)
    case dropped
    case timedOut
    case nothing
    /// The article has no prose to ask about.
    case empty
}

/// Something that answers questions about articles.
package protocol Chatbot: Sendable {
    var card: ChatbotCard { get }
    /// Never throws: the stream ends after `.finished` or `.failed`. Ending the iteration stops the server.
    func reply(to question: Question) -> AsyncStream<Reply>
}

/// Who a chatbot is, for the pane's header and `lectern chatbots`.
package struct ChatbotCard: Equatable, Hashable, Sendable {
    package enum Kind: String, Sendable {
        case extract, ollama, llamaCpp = "llama.cpp", lmStudio = "LM Studio", vllm = "vLLM"
        case localAI = "LocalAI", jan = "Jan", openAI = "OpenAI-compatible"
    }
    package var kind: Kind
    /// Base address, such as `http://127.0.0.1:8080`; nil for the built-in extract.
    package var url: String?
    package var model: String?
    /// Context window in tokens, where the server says.
    package var window: Int?
    /// Is the model in memory? nil where the server does not say.
    package var isLoaded: Bool?
    /// Does text stay on this computer?
    package var isLocal: Bool
    /// The window the model was trained for, where the server says; `window` may be made as large.
    package var maximumWindow: Int?
    /// It answers nobody without a key, and the one sent, if any, was not good.
    package var needsKey: Bool

    package init(
        kind: Kind, url: String? = nil, model: String? = nil, window: Int? = nil,
        isLoaded: Bool? = nil, isLocal: Bool = true, maximumWindow: Int? = nil,
        needsKey: Bool = false
    ) {
        self.kind = kind
        self.url = url
        self.model = model
        self.window = window
        self.isLoaded = isLoaded
        self.isLocal = isLocal
        self.maximumWindow = maximumWindow
        self.needsKey = needsKey
    }

    /// The same for one model of one server, whatever else is known of it.
    package var modelKey: String { "\(url ?? "") \(model ?? "")" }

    /// The built-in extract: no model, no server.
    package static let extract = ChatbotCard(kind: .extract)
}
