import Chat
import Drawing
import LecternCore

extension State {
    /// `s`: opens the pane on a summary; closes it again.
    mutating func summaryPane() -> [Effect] {
        guard let page = trail.page else { return noArticle() }
        if paneIsOpen, !page.conversation.turns.isEmpty || !preferences.chatbotsAllowed {
            closePane()
            return []
        }
        paneIsOpen = true
        let hasSummary = page.conversation.turns.contains {
            if case .summary = $0.question { true } else { false }
        }
        return hasSummary ? [] : begin(.summary(.medium))
    }

    private mutating func noArticle() -> [Effect] {
        fail(loading == nil ? Messages.noArticleToAskAbout : Messages.stillLoading)
    }

    mutating func closePane() {
        paneIsOpen = false
        focus = .page
    }

    /// `a`: opens the line for a question.
    mutating func askLine() -> [Effect] {
        guard trail.page != nil else { return noArticle() }
        paneIsOpen = true
        mode = .prompt(Prompt(.ask))
        return []
    }

    /// The question line was entered; blank questions are none.
    mutating func ask(_ text: String) -> [Effect] {
        let words = text.gated.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? [] : begin(.ask(words))
    }

    /// `e`: explains the section that the top of the screen is in.
    mutating func explainSection() -> [Effect] {
        guard let page = trail.page else { return noArticle() }
        let eye = max(0, page.top.block)
        let header = page.article.sections.last { $0.block <= eye }
        return begin(.explain(block: header?.block ?? 0))
    }

    /// `R`: puts the last question again; its answer stays until a new one begins.
    mutating func askAgain() -> [Effect] {
        guard let page = trail.page else { return noArticle() }
        guard let last = page.conversation.turns.last else { return begin(.summary(.medium)) }
        return begin(last.question, again: true)
    }

    /// Puts a question about the page shown. An answer still running is stopped first.
    mutating func begin(_ task: Question.Task, again: Bool = false) -> [Effect] {
        guard trail.page != nil else { return noArticle() }
        paneIsOpen = true
        // The pane says so itself.
        guard preferences.chatbotsAllowed else { return [] }
        isUntouched = true
        var effects = stopAnswer()
        var earlier: Answer?
        if again, let last = trail.page?.conversation.turns.last, last.question == task {
            earlier = last.shown.text.isEmpty ? nil : last.shown
            changeConversation { $0.turns.removeLast() }
        }
        if let card = chatbot, card.kind != .extract {
            guard mayAsk(card) else {
                confirmSending(task, to: card, replacing: earlier)
                return effects
            }
            // A server that was still loading may by now say what it has loaded.
            if card.model == nil { effects += findChatbots() }
            effects += put(task, to: card, standIn: earlier)
        } else {
            effects += putToExtract(task)
        }
        return effects
    }

    /// Asks a chatbot; a summary shows the extract until the first words are here.
    private mutating func put(
        _ task: Question.Task, to card: ChatbotCard, standIn: Answer?
    ) -> [Effect] {
        guard let question = question(task) else { return [] }
        var effects: [Effect] = []
        var standIn = standIn
        if standIn == nil, case .summary = task {
            let token = newToken()
            standIn = Answer(by: .extract, token: token)
            effects.append(.ask(token, question, .extract))
        }
        let token = newToken()
        var turn = newTurn(task, answer: Answer(by: card, token: token))
        turn.standIn = standIn
        append(turn)
        return effects + [.ask(token, question, card)]
    }

    /// The extract answers at once, and a chatbot is looked for unless the reader wants none.
    private mutating func putToExtract(_ task: Question.Task) -> [Effect] {
        guard let question = question(task) else { return [] }
        let token = newToken()
        var turn = newTurn(task, answer: Answer(by: .extract, token: token))
        var effects: [Effect] = []
        if !preferences.extractOnly, chatbot?.kind != .extract {
            turn.outlook = .looking
            effects += findChatbots()
        }
        append(turn)
        return effects + [.ask(token, question, .extract)]
    }

    /// A chatbot takes over from the extract in the last turn of the page shown.
    mutating func takeOver(by card: ChatbotCard) -> [Effect] {
        guard let turn = trail.page?.conversation.turns.last else { return [] }
        changeConversation { $0.turns.removeLast() }
        guard let question = question(turn.question) else { return [] }
        let token = newToken()
        var next = turn
        next.standIn = turn.answer
        next.answer = Answer(by: card, token: token)
        next.outlook = .final
        append(next)
        return [.ask(token, question, card)]
    }

    private func newTurn(_ task: Question.Task, answer: Answer) -> Turn {
        var title = Messages.question(task)
        if case .explain(let block) = task, let article = trail.page?.article {
            title = Messages.explain(article.sections.first { $0.block == block }?.title)
        }
        let paragraphs = trail.page?.article.blocks.count { $0.isProse } ?? 0
        var turn = Turn(task, title: title, paragraphs: paragraphs, answer: answer)
        turn.server = preferences.chatServer
        return turn
    }

    private mutating func append(_ turn: Turn) {
        changeConversation { conversation in
            conversation.turns.append(turn)
            conversation.follows = turn.shown.author.kind == .extract ? .newestTurn : .end
        }
    }

    /// The question with what it needs to know; nil on a list.
    private func question(_ task: Question.Task) -> Question? {
        guard let page = trail.page else { return nil }
        return Question(
            about: page.article, task, history: page.conversation.exchanges,
            language: preferences.language)
    }

    /// Changes the conversation about the page shown.
    mutating func changeConversation(_ change: (inout Conversation) -> Void) {
        trail.updatePage(at: trail.place) { change(&$0.conversation) }
    }
}

// MARK: - Leaving this computer

extension State {
    /// May text go there without asking first?
    func mayAsk(_ card: ChatbotCard) -> Bool {
        card.isLocal || agreedHosts.contains(card.host)
            || preferences.trustedHosts.contains(card.host)
    }

    /// Asks the reader whether the article may be sent to another computer.
    mutating func confirmSending(
        _ task: Question.Task, to card: ChatbotCard, replacing earlier: Answer? = nil
    ) {
        guard let question = question(task) else { return }
        if let earlier {
            // Kept in view, and kept if the reader says no.
            append(newTurn(task, answer: earlier))
        }
        mode = .confirm(
            Confirmation(
                Messages.send(to: card.host),
                subject: .send(question, card, host: card.host)))
    }

    mutating func pressInConfirmation(_ key: Key) -> [Effect] {
        guard case .confirm(let confirmation) = mode else { return [] }
        mode = .normal
        let isYes = key == Key("y") || key == Key("Y") || key.code == .enter
        switch confirmation.subject {
        case .browse(let address): return isYes ? [.browse(address)] : []
        case .send(let question, let card, let host):
            guard isYes else { return refusedSending(question.task, host: host) }
            agreedHosts.insert(host)
            guard let last = trail.page?.conversation.turns.last, last.question == question.task,
                !last.isRunning
            else { return put(question.task, to: card, standIn: nil) }
            return takeOver(by: card)
        }
    }

    /// Nothing was sent: the extract answers where nothing else has.
    private mutating func refusedSending(_ task: Question.Task, host: String) -> [Effect] {
        say(Messages.notSent(to: host))
        if let last = trail.page?.conversation.turns.last, last.question == task { return [] }
        guard let question = question(task) else { return [] }
        let token = newToken()
        append(newTurn(task, answer: Answer(by: .extract, token: token)))
        return [.ask(token, question, .extract)]
    }
}
