import Chat

extension State {
    /// Looks for chatbots, unless somebody is already looking or the reader wants none.
    mutating func findChatbots() -> [Effect] {
        guard !isFindingChatbots, preferences.chatbotsAllowed, !preferences.extractOnly else {
            return []
        }
        isFindingChatbots = true
        return [.findChatbots]
    }

    /// Somebody has looked: the list is renewed, and questions that waited go to the first chatbot.
    mutating func foundChatbots(_ cards: [ChatbotCard]) -> [Effect] {
        isFindingChatbots = false
        chatbots = cards
        if case .picker(let picker) = mode, picker.kind == .chatbots {
            mode = .picker(chatbotPicker(selected: picker.current?.tag))
        }
        if let chatbot, chatbot.kind != .extract, !cards.contains(chatbot) {
            // The same model may now be loaded, or have another window: its card is renewed.
            self.chatbot = cards.first {
                $0.kind == chatbot.kind && $0.url == chatbot.url
                    && ($0.model == chatbot.model || chatbot.model == nil)
            }
        }
        if chatbot == nil {
            chatbot = cards.first { $0.kind != .extract }
            if let name = preferences.chatbotName, let first = chatbot ?? cards.first,
                !first.isCalled(name)
            {
                _ = fail(Messages.noSuchChatbot(name, instead: first.name))
            }
        }
        guard let chatbot, chatbot.kind != .extract else {
            changeWaitingTurns { $0.outlook = .noneFound }
            return []
        }
        guard let turn = trail.page?.conversation.turns.last, turn.outlook == .looking else {
            return []
        }
        if mayAsk(chatbot) {
            let effects = takeOver(by: chatbot)
            changeWaitingTurns { $0.outlook = .final }
            return effects
        }
        changeWaitingTurns { $0.outlook = .askable(host: chatbot.host) }
        // A question that comes up by itself must not catch a key meant for something else.
        if mode == .normal, pendingKeys.isEmpty, isUntouched {
            confirmSending(turn.question, turn.other, to: chatbot)
        }
        return []
    }

    /// Changes the turns that wait for a chatbot, on whatever page.
    private mutating func changeWaitingTurns(_ change: (inout Turn) -> Void) {
        for index in trail.stops.indices {
            trail.updatePage(at: index) { page in
                guard let last = page.conversation.turns.indices.last,
                    page.conversation.turns[last].outlook == .looking
                else { return }
                change(&page.conversation.turns[last])
            }
        }
    }

    /// `M`: the chatbots known, and a look for more.
    mutating func chooseChatbot() -> [Effect] {
        guard preferences.chatbotsAllowed else { return fail(Messages.chatbotsOff) }
        let effects = findChatbots()
        mode = .picker(chatbotPicker(selected: nil))
        return effects
    }

    private func chatbotPicker(selected tag: Int?) -> Picker {
        let cards = chatbots ?? []
        let items = cards.enumerated().map { index, card in
            Picker.Item(
                (card == chatbot ? "✓ " : "  ") + card.name,
                detail: Messages.details(of: card, speed: memory.speed(of: card)),
                tag: index)
        }
        let chosen = tag ?? cards.firstIndex { $0 == chatbot } ?? 0
        return Picker(
            .chatbots, title: Messages.chatbotPicker(isLooking: isFindingChatbots),
            items: items, selected: chosen)
    }

    /// The chatbot at an index of `chatbots` was chosen in the picker; the mode is already left.
    ///
    /// A question that only the extract has answered goes to it at once.
    mutating func choseChatbot(tag: Int) -> [Effect] {
        guard let cards = chatbots, cards.indices.contains(tag) else { return [] }
        let card = cards[tag]
        let effects = card == chatbot ? [] : stopAnswer()
        chatbot = card
        if card.kind != .extract, let turn = trail.page?.conversation.turns.last,
            turn.shown.author.kind == .extract, !turn.isRunning
        {
            guard mayAsk(card) else {
                confirmSending(turn.question, turn.other, to: card)
                return effects
            }
            return effects + takeOver(by: card)
        }
        say(Messages.answersFromNowOn(card.name))
        return effects
    }
}
