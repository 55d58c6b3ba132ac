import Chat
import LecternCore

/// What was said about articles that were read in this run, so that one opened again finds its answers.
struct PaneMemory: Equatable, Sendable {
    private var conversations: [UInt64: Conversation] = [:]
    /// Oldest first.
    private var order: [UInt64] = []

    /// Tokens a second of each model's last answer, by `ChatbotCard.modelKey`.
    private var speeds: [String: Double] = [:]

    /// Articles remembered.
    private static let most = 100

    /// Keeps what has been said about an article, without what is still being said.
    mutating func keep(_ conversation: Conversation, about article: Article) {
        var kept = Conversation()
        kept.turns = conversation.turns.filter { !$0.isRunning }
        if conversation.keeping == .done { kept.keeping = .done }
        guard !kept.turns.isEmpty else { return }
        note(kept.turns.map(\.answer))
        let key = article.fingerprint
        order.removeAll { $0 == key }
        order.append(key)
        conversations[key] = kept
        guard order.count > PaneMemory.most else { return }
        conversations[order.removeFirst()] = nil
    }

    /// Learns how fast models answer.
    mutating func note(_ answers: [Answer]) {
        for answer in answers {
            if let speed = answer.finish?.speed, speed > 0 {
                speeds[answer.author.modelKey] = speed
            }
        }
    }

    /// Tokens a second; nil where nobody knows.
    func speed(of card: ChatbotCard) -> Double? { speeds[card.modelKey] }

    func conversation(about article: Article) -> Conversation? {
        conversations.isEmpty ? nil : conversations[article.fingerprint]
    }
}

extension State {
    /// A page that nothing was asked on takes up what was said about its article before, once.
    mutating func recall() {
        guard let page = trail.page, page.conversation.turns.isEmpty,
            !page.conversation.hasRecalled
        else { return }
        let known = memory.conversation(about: page.article)
        changeConversation { conversation in
            if let known { conversation = known }
            conversation.hasRecalled = true
        }
    }
}
