import Chat
import LecternCore

// Conversations outlive the run: they are recalled when the pane opens on an article, and kept as answers end.
extension State {
    /// Orders what was kept about the article shown, once, when there is a pane to show it in.
    mutating func recallKept() -> [Effect] {
        guard preferences.keepsConversations, preferences.chatbotsAllowed, paneIsOpen,
            let page = trail.page, page.conversation.keeping == .untouched, page.rest == nil
        else { return [] }
        changeConversation { $0.keeping = .asked(then: nil) }
        return [.recall(page.article)]
    }

    /// A summary waits for what was kept: there may be one.
    mutating func summaryFromBefore() -> [Effect]? {
        guard preferences.keepsConversations, let page = trail.page else { return nil }
        guard page.conversation.keeping != .done else { return nil }
        let effects = recallKept()
        changeConversation { $0.keeping = .asked(then: .summary(.medium)) }
        return effects
    }

    /// What was kept is here: it stands before what was asked meanwhile.
    mutating func recalled(_ key: String, _ exchanges: [RecalledExchange]) -> [Effect] {
        var effects: [Effect] = []
        for index in trail.stops.indices {
            guard case .page(let page) = trail.stops[index],
                case .asked(let task) = page.conversation.keeping,
                page.article.conversationKey == key
            else { continue }
            let turns = exchanges.map { turn(of: $0, about: page.article) }
            memory.note(turns.map(\.answer))
            trail.updatePage(at: index) { $0.conversation.recall(turns) }
            guard let task else { continue }
            guard index == trail.place else {
                trail.updatePage(at: index) { $0.conversation.keeping = .untouched }
                continue
            }
            if let summary { show(summary) } else { effects += begin(task) }
        }
        return effects
    }

    /// Brings a question of an earlier run into view; the newest one is where the pane begins anyway.
    private mutating func show(_ turn: Int) {
        changeConversation { conversation in
            if turn < conversation.turns.count - 1 { conversation.follows = .turn(turn) }
        }
    }

    /// Index of the newest summary that the chatbot in use has made. Before one is known, any chatbot's will do.
    var summary: Int? {
        trail.page?.conversation.turns.lastIndex { turn in
            guard case .summary = turn.question else { return false }
            let author = turn.answer.author
            guard turn.keptOn != nil, let chatbot, chatbot.kind != .extract else { return true }
            return author.kind == chatbot.kind && author.model == chatbot.model
        }
    }

    private mutating func turn(of recalled: RecalledExchange, about article: Article) -> Turn {
        let kept = recalled.kept
        var answer = Answer(by: kept.card, token: newToken())
        answer.token = nil
        answer.text = kept.text
        answer.finish = kept.finish
        answer.seconds = kept.seconds
        answer.take(recalled.sentences, in: article)
        var turn = Turn(
            kept.task, title: kept.title, paragraphs: article.blocks.count { $0.isProse },
            answer: answer)
        turn.keptOn = kept.date
        turn.isOfOlderText = kept.article != article.fingerprint
        return turn
    }

    /// Orders what has been said about an article to be kept, when it has all been said.
    func keep(_ index: Int) -> [Effect] {
        guard preferences.keepsConversations, case .page(let page) = trail.stops[index],
            page.conversation.keeping == .done, !page.conversation.isRunning
        else { return [] }
        let fingerprint = page.article.fingerprint
        let exchanges = page.conversation.turns.compactMap { turn -> KeptExchange? in
            let answer = turn.answer
            guard answer.author.kind != .extract, let finish = answer.finish, answer.error == nil,
                !answer.text.isEmpty, !turn.isOfOlderText
            else { return nil }
            return KeptExchange(
                task: turn.question, title: turn.title, card: answer.author, text: answer.text,
                finish: finish, seconds: answer.seconds, date: turn.keptOn ?? today,
                article: fingerprint)
        }
        return exchanges.isEmpty ? [] : [.keep(exchanges, key: page.article.conversationKey)]
    }
}

extension Conversation {
    /// How far the conversation of earlier runs is part of this one.
    enum Keeping: Equatable, Sendable {
        case untouched
        /// It is on its way; what is to be asked when it holds no answer to that.
        case asked(then: Question.Task?)
        case done
    }

    /// Puts earlier turns in front, those left out that are here already.
    mutating func recall(_ earlier: [Turn]) {
        keeping = .done
        let new = earlier.filter { turn in
            !turns.contains { $0.title == turn.title && $0.answer.text == turn.answer.text }
        }
        guard !new.isEmpty else { return }
        turns.insert(contentsOf: new, at: 0)
        selectedCitation = nil
        sheet = Unseen(PaneSheet())
        if turns.count == new.count { follows = .newestTurn }
    }
}
