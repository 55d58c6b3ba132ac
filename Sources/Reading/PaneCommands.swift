import Chat
import Drawing

extension State {
    /// Commands of the pane wherever they were given, and all commands while the keys go to it.
    mutating func performInPane(_ command: Command, count: Int?) -> [Effect] {
        switch command {
        case .summary: return summaryPane()
        case .ask: return askLine()
        case .explain: return explainSection()
        case .regenerate: return askAgain()
        case .chooseChatbot: return chooseChatbot()
        case .foldThinking: return foldThinking()
        case .copyAnswer, .copyLink: return copyAnswer()
        case .tasks: return showTasks()
        case .translate:
            mode = .prompt(Prompt(.command, input: LineInput(Messages.translateLine)))
            return []
        case .citing: return selectCiting()
        case .answerNow: return answerNow()
        case .export: return exportLine()
        case .scrollDown, .scrollUp, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .top,
            .bottom:
            scrollPane(command, count: count)
            return []
        case .nextLink: return selectCitation(count ?? 1)
        case .previousLink: return selectCitation(-(count ?? 1))
        case .follow: return followCitation()
        default: return performOnPage(command, count: count)
        }
    }

    /// `z`: shows or folds what the chatbot thought.
    private mutating func foldThinking() -> [Effect] {
        guard let page = trail.page,
            page.conversation.turns.contains(where: { !$0.answer.thinking.isEmpty })
        else { return fail(Messages.noReasoning) }
        changeConversation { $0.showsThinking.toggle() }
        return []
    }

    /// `Z`: the reasoning ends, and the answer comes.
    private func answerNow() -> [Effect] {
        guard let answer = trail.page?.conversation.turns.last?.answer, let token = answer.token,
            answer.text.isEmpty, answer.author.kind != .extract
        else { return [] }
        return [.answerNow(token)]
    }

    /// `y a`: the last answer with words in it, as Markdown.
    private mutating func copyAnswer() -> [Effect] {
        guard
            let text = trail.page?.conversation.turns.last(where: { !$0.shown.text.isEmpty })?
                .shown.text
        else { return fail(Messages.noAnswerToCopy) }
        say(Messages.answerCopied)
        return [.copy(text)]
    }

    /// A mouse report inside `areas.pane`.
    mutating func pointInPane(_ mouse: Mouse) -> [Effect] {
        switch mouse.kind {
        case .wheelDown: scrollPane(by: 3)
        case .wheelUp: scrollPane(by: -3)
        case .press: return press(at: mouse.position)
        case .drag, .release: break
        }
        return []
    }

    /// A click: on a citation it is followed, on the head of the reasoning that is folded.
    private mutating func press(at position: Position) -> [Effect] {
        focus = .pane
        guard let body = paneBody, body.contains(position),
            let conversation = trail.page?.conversation
        else { return [] }
        let line = conversation.top + position.row - body.row
        guard let shown = conversation.sheet.value.lines(from: line, rows: 1).first else {
            return []
        }
        if shown.line.part == .thinkingHead { return foldThinking() }
        let column = position.column - body.column
        guard let piece = shown.line.citations.first(where: { $0.columns.contains(column) }) else {
            return []
        }
        let index = conversation.citations(before: shown.section) + piece.ordinal
        changeConversation { $0.selectedCitation = index }
        return followCitation()
    }
}
