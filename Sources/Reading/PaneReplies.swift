import Chat
import LecternCore

extension State {
    /// Index of the stop whose last question is being answered under a token; nil for a late reply.
    private func stop(answering token: Token) -> Int? {
        trail.stops.firstIndex { stop in
            guard case .page(let page) = stop else { return false }
            return page.conversation.turns.last?.tokens.contains(token) == true
        }
    }

    /// Takes in a piece of an answer; one that was cancelled is dropped.
    mutating func replied(_ token: Token, _ reply: Reply) -> [Effect] {
        guard let index = stop(answering: token) else { return [] }
        var dropped: Token?
        trail.updatePage(at: index) { page in
            dropped = page.conversation.take(reply, under: token, about: page.article)
        }
        remember(index)
        answering.removeAll { $0 == dropped }
        let needless: [Effect] = dropped.map { [.cancel($0)] } ?? []
        if case .finished = reply { return needless + keep(index) }
        return needless
    }

    /// Keeps what was said on a page, once it is said.
    private mutating func remember(_ index: Int) {
        guard case .page(let page) = trail.stops[index], !page.conversation.isRunning else {
            return
        }
        memory.keep(page.conversation, about: page.article)
    }

    /// A second has passed.
    mutating func tick() -> [Effect] {
        loading?.seconds += 1
        for index in trail.stops.indices {
            guard case .page(let page) = trail.stops[index], page.conversation.isRunning else {
                continue
            }
            trail.updatePage(at: index) { $0.conversation.tick() }
        }
        return []
    }

    /// Esc outside every mode: stops the answer, else the loading, else closes the pane, else puts out lights.
    mutating func stop() -> [Effect] {
        if isAnswering { return stopAnswer() }
        if let loading {
            self.loading = nil
            say(Messages.loadingStopped)
            return [.cancel(loading.token)]
        }
        if paneIsOpen {
            closePane()
            return []
        }
        trail.updatePage(at: trail.place) { page in
            page.lit = nil
            page.selectedPlace = nil
            page.search = nil
        }
        return []
    }

    /// Is a chatbot answering, about whatever article on the way?
    var isAnswering: Bool {
        trail.stops.contains { stop in
            if case .page(let page) = stop { page.conversation.isRunning } else { false }
        }
    }

    /// Stops whatever answer is running: one chatbot answers one question at a time.
    mutating func stopAnswer() -> [Effect] {
        var effects: [Effect] = []
        for index in trail.stops.indices {
            guard case .page(let page) = trail.stops[index], page.conversation.isRunning else {
                continue
            }
            trail.updatePage(at: index) { page in
                effects += page.conversation.stop().map { .cancel($0) }
            }
            remember(index)
        }
        answering = []
        return effects
    }
}

extension Conversation {
    /// Adds a reply to the turn that runs under `token`; returns the work that it made needless.
    mutating func take(_ reply: Reply, under token: Token, about article: Article) -> Token? {
        guard let last = turns.indices.last else { return nil }
        if turns[last].standIn?.token == token {
            turns[last].standIn?.take(reply, about: article)
            return nil
        }
        guard turns[last].answer.token == token else { return nil }
        turns[last].answer.take(reply, about: article)
        guard turns[last].standIn != nil, !turns[last].answer.words.isEmpty else {
            return nil
        }
        // The first words are here: what stood in for them goes.
        defer { turns[last].standIn = nil }
        selectedCitation = nil
        if follows == .newestTurn { follows = .end }
        return turns[last].standIn?.token
    }

    mutating func tick() {
        guard let last = turns.indices.last else { return }
        turns[last].answer.tick()
    }

    /// Ends the running turn, keeping what it has said; a turn that has said nothing is forgotten.
    mutating func stop() -> [Token] {
        guard let last = turns.indices.last, turns[last].isRunning else { return [] }
        let tokens = turns[last].tokens
        turns[last].standIn?.token = nil
        if turns[last].answer.token != nil {
            turns[last].answer.token = nil
            turns[last].answer.wasStopped = true
        }
        if turns[last].outlook == .looking { turns[last].outlook = .final }
        return tokens
    }
}

extension Answer {
    mutating func take(_ reply: Reply, about article: Article) {
        switch reply {
        case .waiting(let reason): phase = .waiting(reason.gated)
        case .progress(let share): phase = .reading(min(1, max(0, share)))
        case .thinking(let more):
            phase = .thinking
            if thinking.utf8.count < Answer.limit { thinking += more.gated }
        case .plan(let plan): self.plan = plan
        case .part(let number, let count):
            part = Part(number: number, count: count)
            phase = .waiting(nil)
            if !draft.isEmpty, draft.utf8.count < Answer.limit { draft += "\n\n" }
        case .draft(let more):
            phase = .writing
            if draft.utf8.count < Answer.limit { draft += more.gated }
        case .again(let reason):
            again = reason
            restarts += 1
            text = ""
            draft = ""
            part = nil
            phase = .waiting(nil)
        case .text(let more):
            phase = .writing
            draft = ""
            if text.utf8.count < Answer.limit { text += more.gated }
        case .finished(let finish):
            self.finish = finish
            token = nil
            if text.isEmpty { error = .nothing } else { checkSentences(against: article) }
        case .failed(let error):
            self.error = error
            token = nil
        }
    }

    mutating func tick() {
        guard token != nil else { return }
        seconds += 1
        if phase == .thinking { thinkingSeconds += 1 }
    }

    private mutating func checkSentences(against article: Article) {
        take(Citations.check(text, against: article, language: language), in: article)
    }
}
