import Chat
import Drawing
import LecternCore

extension State {
    /// `s`: opens the pane on a summary; closes it again.
    mutating func summaryPane() -> [Effect] {
        guard let page = trail.page, page.rest == nil else { return noArticle() }
        if paneIsOpen, !page.conversation.turns.isEmpty || !preferences.chatbotsAllowed {
            closePane()
            return []
        }
        paneIsOpen = true
        if summary != nil { return [] }
        return summaryFromBefore() ?? begin(.summary(.medium))
    }

    private mutating func noArticle() -> [Effect] {
        fail(
            loading == nil && trail.page?.rest == nil
                ? Messages.noArticleToAskAbout : Messages.stillLoading)
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
        guard trail.page != nil else { return noArticle() }
        return begin(.explain(block: sectionUnderEye))
    }

    /// `R`: puts the last question again; its answer stays until a new one begins.
    mutating func askAgain() -> [Effect] {
        guard let page = trail.page else { return noArticle() }
        guard let last = page.conversation.turns.last else { return begin(.summary(.medium)) }
        let other = last.other ?? (last.question == .news ? articleBefore : nil)
        return begin(last.question, other: other, again: true)
    }

    /// Puts a question about the page shown. An answer still running is stopped first.
    mutating func begin(
        _ task: Question.Task, other: Article? = nil, again: Bool = false
    ) -> [Effect] {
        guard let page = trail.page, page.rest == nil else { return noArticle() }
        guard other != nil || task != .news && task != .compare else {
            return fail(Messages.otherIsGone)
        }
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
                confirmSending(task, other, to: card, replacing: earlier)
                return effects
            }
            // A server that was still loading may by now say what it has loaded.
            if card.model == nil { effects += findChatbots() }
            effects += put(task, other, to: card, standIn: earlier)
        } else {
            effects += putToExtract(task, other)
        }
        return effects
    }

    /// Asks a chatbot; a summary shows the extract until the first words are here.
    private mutating func put(
        _ task: Question.Task, _ other: Article?, to card: ChatbotCard, standIn: Answer?
    ) -> [Effect] {
        guard let question = question(task, other) else { return [] }
        var effects: [Effect] = []
        var standIn = standIn
        if standIn == nil, case .summary = task {
            let token = newToken()
            standIn = Answer(by: .extract, token: token)
            effects.append(.ask(token, question, .extract))
        }
        let token = newToken()
        var turn = newTurn(task, other, answer: Answer(by: card, token: token))
        turn.standIn = standIn
        append(turn)
        return effects + [.ask(token, question, card)]
    }

    /// The extract answers at once, and a chatbot is looked for unless the reader wants none.
    private mutating func putToExtract(_ task: Question.Task, _ other: Article?) -> [Effect] {
        guard let question = question(task, other) else { return [] }
        let token = newToken()
        var turn = newTurn(task, other, answer: Answer(by: .extract, token: token))
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
        guard let question = question(turn.question, turn.other) else { return [] }
        let token = newToken()
        var next = turn
        next.standIn = turn.answer
        next.answer = Answer(by: card, token: token)
        next.answer.language = question.language
        next.outlook = .final
        append(next)
        return [.ask(token, question, card)]
    }

    private func newTurn(
        _ task: Question.Task, _ other: Article?, answer: Answer
    ) -> Turn {
        let section = task.section.flatMap { block in
            trail.page?.article.sections.first { $0.block == block }?.title
        }
        let title = Messages.question(task, section: section, other: other?.title)
        let paragraphs = trail.page?.article.blocks.count { $0.isProse } ?? 0
        var turn = Turn(task, title: title, paragraphs: paragraphs, answer: answer)
        turn.server = preferences.chatServer
        turn.other = other
        turn.answer.language = task.language ?? preferences.language
        return turn
    }

    private mutating func append(_ turn: Turn) {
        changeConversation { conversation in
            conversation.turns.append(turn)
            conversation.follows = turn.shown.author.kind == .extract ? .newestTurn : .end
        }
    }

    /// The question with what it needs to know; nil on a list.
    private func question(_ task: Question.Task, _ other: Article?) -> Question? {
        guard let page = trail.page else { return nil }
        var question = Question(
            about: page.article, task, history: page.conversation.exchanges,
            language: preferences.language, other: other)
        if case .summary = task { return question }
        question.thinks = preferences.thinks
        return question
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
        _ task: Question.Task, _ other: Article? = nil, to card: ChatbotCard,
        replacing earlier: Answer? = nil
    ) {
        guard let question = question(task, other) else { return }
        if let earlier {
            // Kept in view, and kept if the reader says no.
            append(newTurn(task, other, answer: earlier))
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
            guard isYes else { return refusedSending(question.task, question.other, host: host) }
            agreedHosts.insert(host)
            guard let last = trail.page?.conversation.turns.last, last.question == question.task,
                !last.isRunning
            else { return put(question.task, question.other, to: card, standIn: nil) }
            return takeOver(by: card)
        }
    }

    /// Nothing was sent: the extract answers where nothing else has.
    private mutating func refusedSending(
        _ task: Question.Task, _ other: Article?, host: String
    ) -> [Effect] {
        say(Messages.notSent(to: host))
        if let last = trail.page?.conversation.turns.last, last.question == task { return [] }
        guard let question = question(task, other) else { return [] }
        let token = newToken()
        append(newTurn(task, other, answer: Answer(by: .extract, token: token)))
        return [.ask(token, question, .extract)]
    }
}
