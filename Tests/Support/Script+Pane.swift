import Chat
import LecternCore
import Reading

extension ChatbotCard {
    /// A small model served by llama.cpp on this machine.
    package static let small = ChatbotCard(
        kind: .llamaCpp, url: "http://127.0.0.1:8080", model: "models/SmolLM2-135M.gguf",
        window: 4096, isLoaded: true)
    /// A model of Ollama that is not in memory.
    package static let cold = ChatbotCard(
        kind: .ollama, url: "http://127.0.0.1:11434", model: "qwen3:8b", window: 8192,
        isLoaded: false)
    /// A gateway on another computer.
    package static let far = ChatbotCard(
        kind: .vllm, url: "https://gateway.example:8443/v1", model: "large", isLocal: false)
}

extension Script {
    /// The last turn of the page shown.
    package var turn: Turn? { state.trail.page?.conversation.turns.last }

    /// Somebody has looked for chatbots; the extract is always there.
    package mutating func find(_ cards: ChatbotCard...) {
        perform(.foundChatbots(cards + [.extract]))
    }

    /// The chatbot that the last question was put to says something.
    package mutating func hear(_ replies: Reply...) {
        guard let token = turn?.answer.token else {
            preconditionFailure("nobody was asked")
        }
        for reply in replies { perform(.replied(token, reply)) }
    }

    /// The built-in extract gives its answer.
    package mutating func hearExtract() {
        guard let page = state.trail.page, let turn = page.conversation.turns.last else {
            preconditionFailure("nothing was asked")
        }
        let answers = [turn.standIn, turn.answer].compactMap(\.self)
        guard let token = answers.first(where: { $0.author.kind == .extract })?.token else {
            preconditionFailure("the extract was not asked")
        }
        let question = Question(about: page.article, turn.question)
        for reply in ExtractChatbot.replies(to: question) { perform(.replied(token, reply)) }
    }

    /// What was ordered since the last look, without the article in it.
    package mutating func takeOrders() -> [String] {
        takeEffects().map { effect in
            switch effect {
            case .ask(let token, let question, let card):
                "ask \(token.number) \(card.kind.rawValue): \(question.task.words)"
            case .cancel(let token): "cancel \(token.number)"
            case .open(let token, let source): "open \(token.number) \(source.name)"
            case .openEither(let token, let path, let address):
                "open \(token.number) \(path) or \(address)"
            case .openPart(let token, let source, let part):
                "open \(token.number) \(source.name) \(part)"
            case .picture(let token, let order): "picture \(token.number) \(order.address)"
            case .askForPixels: "ask for pixels"
            case .sendPicture(let number, _, _): "send picture \(number)"
            case .forgetPicture(let number): "forget picture \(number)"
            case .findChatbots: "find chatbots"
            case .findThemes: "find themes"
            case .loadTheme(let name): "load theme \(name)"
            case .answerNow(let token): "answer \(token.number) now"
            case .recall(let article): "recall \(article.title)"
            case .keep(let exchanges, let key): "keep \(exchanges.count) about \(key)"
            case .recallHistory: "recall history"
            case .keepLine(let line, let sign): "keep \(sign)\(line)"
            case .findPaths(let stem): "find \(stem)"
            case .write(_, let path): "write \(path)"
            case .browse(let address): "browse \(address)"
            case .copy(let text): "copy \(text)"
            case .quit: "quit"
            }
        }
    }
}

extension Question.Task {
    fileprivate var words: String {
        switch self {
        case .summary(let length): "summary of \(length.target) words"
        case .ask(let words): words
        case .explain(let block): "explain \(block)"
        case .keyPoints: "key points"
        case .simplify(let block): "simplify \(block)"
        case .translate(let block, let tag): "translate \(block) to \(tag)"
        case .news: "news"
        case .compare: "compare"
        case .own(let name, _): "own \(name)"
        }
    }
}
