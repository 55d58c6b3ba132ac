import LecternCore

/// What a chatbot is asked about one article.
package struct Question: Equatable, Sendable {
    package enum Task: Equatable, Sendable {
        case summary(Length)
        case ask(String)
        /// What one section says, in simple words; the index of its header's block, or 0 for the lead.
        case explain(block: Int)
        case keyPoints
        /// One section once more in simpler words.
        case simplify(block: Int)
        /// One section in another language, a BCP 47 tag.
        case translate(block: Int, to: String)
        /// What the article says that the other one, read before, does not.
        case news
        /// What the article and the other one have in common, and where they part.
        case compare
        /// The reader's own order, by its name in the settings.
        case own(name: String, order: String)

        /// The header's block of the section that it is about; nil for the whole article.
        package var section: Int? {
            switch self {
            case .explain(let block), .simplify(let block), .translate(let block, _): block
            case .summary, .ask, .keyPoints, .news, .compare, .own: nil
            }
        }

        /// The language that it wants by itself, BCP 47.
        package var language: String? {
            if case .translate(_, let tag) = self { tag } else { nil }
        }

        /// Is the answer about as long as what is asked about, so that those of several parts follow each other?
        var isRetelling: Bool {
            switch self {
            case .simplify, .translate: true
            case .summary, .ask, .explain, .keyPoints, .news, .compare, .own: false
            }
        }
    }
    package var article: Article
    package var task: Task
    /// Earlier questions and answers about this article, oldest first; only finished ones.
    package var history: [Exchange]
    /// BCP 47: the language to answer in. nil: the article's.
    package var language: String?
    /// The article that `.news` and `.compare` set it against.
    package var other: Article?
    /// May a reasoning model think first?
    package var thinks = false

    package init(
        about article: Article, _ task: Task, history: [Exchange] = [], language: String? = nil,
        other: Article? = nil
    ) {
        self.article = article
        self.task = task
        self.history = history
        self.language = task.language ?? language
        self.other = other
    }
}

/// A question as it was put and what was answered.
package struct Exchange: Equatable, Sendable {
    package var question: String
    package var answer: String

    package init(question: String, answer: String) {
        self.question = question
        self.answer = answer
    }
}

/// How long a summary is to be.
package enum Length: Equatable, Sendable {
    case short, medium, long
    /// 10 to 1,000.
    case words(Int)

    /// Words aimed at.
    package var target: Int {
        switch self {
        case .short: 50
        case .medium: 120
        case .long: 250
        case .words(let count): min(1_000, max(10, count))
        }
    }
}
