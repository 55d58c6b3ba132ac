extension State {
    /// Carries out a command, whoever ordered it: a key, the `:` line, the mouse.
    package mutating func perform(_ command: Command, count: Int? = nil) -> [Effect] {
        if command != .openInBrowser { failedAddress = nil }
        switch command {
        case .summary, .ask, .explain, .regenerate, .chooseChatbot, .foldThinking, .copyAnswer,
            .tasks, .translate, .citing, .answerNow, .export:
            return performInPane(command, count: count)
        case .stop: return stop()
        case .nextPane, .previousPane:
            guard paneIsOpen, trail.page != nil else { return [] }
            focus = focus == .page ? .pane : .page
            if focus == .pane { markCitation() }
            return []
        case .quit: return [.quit]
        case .close: return close()
        case .back: return go(-(count ?? 1))
        case .forward: return go(count ?? 1)
        case .help, .commandLine, .nextTheme, .widen, .narrow, .defaultMeasure, .open, .reload,
            .nextArticle, .previousArticle, .otherPart, .report:
            return performAnywhere(command, count: count)
        default: break
        }
        if trail.listing != nil { return performInList(command, count: count) }
        if paneIsOpen, focus == .pane { return performInPane(command, count: count) }
        return performOnPage(command, count: count)
    }
}
