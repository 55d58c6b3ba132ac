import Chat
import LecternCore

/// What was asked about one article and what was answered: the content of the side pane.
package struct Conversation: Equatable, Sendable {
    /// Oldest first. Only the last one can be running.
    package var turns: [Turn] = []
    /// The first line of the pane that is shown, counted from the first question.
    package var top = 0
    package var follows = Follows.newestTurn
    /// Index of the citation that Enter follows, over all turns; nil before any was selected.
    package var selectedCitation: Int? { didSet { citationStep = 0 } }
    /// Times that Enter has followed it.
    package var citationStep = 0
    package var showsThinking = false
    /// Was the memory asked for earlier answers?
    var hasRecalled = false
    /// What became of the conversation of earlier runs.
    var keeping = Keeping.untouched
    var sheet = Unseen(PaneSheet())

    /// What the pane keeps in view while answers grow.
    package enum Follows: Equatable, Sendable {
        /// The words that came last.
        case end
        /// The newest question, with as much of its answer as fits.
        case newestTurn
        /// An earlier question, by its index, that was asked for again.
        case turn(Int)
        /// The place the reader has scrolled to.
        case nothing
    }

    package init() {}

    package var isRunning: Bool { turns.last?.isRunning == true }

    /// Questions and answers that a chatbot may be told, oldest first: finished, and a chatbot's own.
    package var exchanges: [Exchange] {
        turns.compactMap { turn in
            let answer = turn.answer
            guard answer.finish != nil, answer.author.kind != .extract, !answer.text.isEmpty else {
                return nil
            }
            return Exchange(question: turn.title, answer: answer.text)
        }
    }
}

/// One question and its answer.
package struct Turn: Equatable, Sendable {
    package var question: Question.Task
    /// In the reader's words: the question, or what the command asks for.
    package var title: String
    package var answer: Answer
    /// What is shown until the answer's first words are here: the extract, or the answer it replaces.
    package var standIn: Answer?
    package var outlook = Outlook.final
    /// How many numbered paragraphs the article has.
    package let paragraphs: Int
    /// The server that the options or settings name; nil: this computer is searched.
    package var server: String?
    /// ISO 8601 date of an answer of an earlier run; nil for those of this one.
    package var keptOn: String?
    /// Was it about a text that the article no longer has?
    package var isOfOlderText = false
    /// The other article that the question is about.
    package var other: Article?

    /// What else may come of a question that the extract has answered.
    package enum Outlook: Equatable, Sendable {
        case final
        /// A chatbot is being looked for, and takes over when one is found.
        case looking
        case noneFound
        /// A host outside this computer would answer if the reader agreed.
        case askable(host: String)
    }

    package init(_ question: Question.Task, title: String, paragraphs: Int, answer: Answer) {
        self.question = question
        self.title = title
        self.paragraphs = paragraphs
        self.answer = answer
    }

    package var isRunning: Bool { answer.token != nil || standIn?.token != nil }

    /// The answer with words in it, if there is any.
    package var shown: Answer {
        answer.text.isEmpty && answer.draft.isEmpty ? standIn ?? answer : answer
    }

    /// The work in flight.
    package var tokens: [Token] { [answer.token, standIn?.token].compactMap(\.self) }
}

/// What one chatbot has said to one question.
package struct Answer: Equatable, Sendable {
    package var author: ChatbotCard
    /// What it was asked under: no two answers share one.
    package let asked: Token
    /// The work in flight; nil when it has ended.
    package var token: Token?
    /// Markdown with `[n]` citations; free of controls, at most `limit` bytes.
    package var text = ""
    package var thinking = ""
    /// Notes on the parts of a long article, as Markdown; gone when the answer itself begins.
    package var draft = ""
    /// How the article is read.
    package var plan: ReadingPlan?
    /// BCP 47: the language it was asked for in; nil: the article's.
    package var language: String?
    /// The part that is being read, from 1, and how many there are.
    package var part: Part?
    /// Why it was begun again, the last time, and how often it was.
    package var again: Again?
    package var restarts = 0
    package var phase = Phase.waiting(nil)
    /// Since it was asked, and how much of that went into reasoning.
    package var seconds = 0
    package var thinkingSeconds = 0
    package var finish: Finish?
    package var error: ChatError?
    package var wasStopped = false
    /// The answer's sentences and what they rest on, once it has ended.
    package var sentences: [CheckedSentence] = []
    /// Indices of the article's blocks that it cites, once it has ended.
    package var drawsOn: Set<Int> = []

    /// A share of a long article.
    package struct Part: Equatable, Sendable {
        package var number: Int
        package var count: Int
    }

    /// What the chatbot is doing.
    package enum Phase: Equatable, Sendable {
        /// For the model or the server, in its words.
        case waiting(String?)
        /// The prompt; the share that is done, 0...1.
        case reading(Double)
        case thinking
        case writing
    }

    /// What is shown of it: the answer, or the notes until it begins.
    package var words: String { text.isEmpty ? draft : text }

    /// UTF-8 bytes of text, and of reasoning, beyond which nothing is kept: a server gone mad.
    package static let limit = 400_000

    /// Takes in what the check found.
    mutating func take(_ sentences: [CheckedSentence], in article: Article) {
        self.sentences = sentences
        let cited = sentences.flatMap { $0.citations + $0.suggested }.map(\.paragraph)
        drawsOn = article.blocks(ofParagraphs: Set(cited))
    }

    package init(by author: ChatbotCard, token: Token) {
        self.author = author
        asked = token
        self.token = token
    }
}

/// A value that is made from the others and so plays no part in whether two are equal.
struct Unseen<Value: Sendable>: Equatable, Sendable {
    var value: Value

    init(_ value: Value) { self.value = value }

    static func == (one: Unseen, other: Unseen) -> Bool { true }
}
