import LecternCore

/// What a chatbot is asked about one article.
package struct Question: Equatable, Sendable {
    package enum Task: Equatable, Sendable {
        case summary(Length)
        case ask(String)
        /// What one section says, in simple words; the index of its header's block, or 0 for the lead.
        case explain(block: Int)
    }
    package var article: Article
    package var task: Task
    /// Earlier questions and answers about this article, oldest first; only finished ones.
    package var history: [Exchange]
    /// BCP 47: the language to answer in. nil: the article's.
    package var language: String?

    package init(
        about article: Article, _ task: Task, history: [Exchange] = [], language: String? = nil
    ) {
        self.article = article
        self.task = task
        self.history = history
        self.language = language
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
