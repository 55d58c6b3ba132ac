import Chat
import LecternCore

/// What was said about articles that were read in this run, so that one opened again finds its answers.
struct PaneMemory: Equatable, Sendable {
    private var conversations: [UInt64: Conversation] = [:]
    /// Oldest first.
    private var order: [UInt64] = []

    /// Articles remembered.
    private static let most = 100

    /// Keeps what has been said about an article, without what is still being said.
    mutating func keep(_ conversation: Conversation, about article: Article) {
        var kept = Conversation()
        kept.turns = conversation.turns.filter { !$0.isRunning }
        if conversation.keeping == .done { kept.keeping = .done }
        guard !kept.turns.isEmpty else { return }
        let key = article.fingerprint
        order.removeAll { $0 == key }
        order.append(key)
        conversations[key] = kept
        guard order.count > PaneMemory.most else { return }
        conversations[order.removeFirst()] = nil
    }

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
