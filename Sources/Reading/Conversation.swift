import Chat
import LecternCore

/// What was asked about one article and what was answered: the content of the side pane.
package struct Conversation: Equatable, Sendable {
    package var turns: [Turn] = []
    /// The first line of the pane that is shown, counted from its top.
    package var top = 0
    /// Index of the citation that Enter follows, over all turns; nil before any was selected.
    package var selectedCitation: Int?
    package var showsThinking = false

    package init() {}

    package var isRunning: Bool { turns.last?.token != nil }
}

/// One question and its answer.
package struct Turn: Equatable, Sendable {
    package var question: Question.Task
    package var chatbot: ChatbotCard
    /// The work in flight; nil when it has ended.
    package var token: Token?
    package var answer = ""
    package var thinking = ""
    /// What is being waited for, and how far it has come.
    package var waiting: String?
    package var progress: Double?
    package var seconds = 0
    package var finish: Finish?
    package var error: ChatError?
    package var wasStopped = false
    /// The answer's sentences and what they rest on, once it has ended.
    package var sentences: [CheckedSentence] = []

    package init(_ question: Question.Task, chatbot: ChatbotCard, token: Token?) {
        self.question = question
        self.chatbot = chatbot
        self.token = token
    }
}
