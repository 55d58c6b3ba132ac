extension State {
    /// Carries out a command, whoever ordered it: a key, the `:` line, the mouse.
    package mutating func perform(_ command: Command, count: Int? = nil) -> [Effect] {
        if command != .openInBrowser { failedAddress = nil }
        if let effects = performInContents(command, count: count) { return effects }
        switch command {
        case .summary, .ask, .explain, .regenerate, .chooseChatbot, .foldThinking, .copyAnswer,
            .tasks, .translate, .citing, .answerNow, .export:
            return performInPane(command, count: count)
        case .stop: return stop()
        case .nextPane, .previousPane: return goToPane(command == .nextPane ? 1 : -1)
        case .quit: return [.quit]
        case .close: return close()
        case .back: return go(-(count ?? 1))
        case .forward: return go(count ?? 1)
        case .help, .commandLine, .nextTheme, .widen, .narrow, .defaultMeasure, .open, .reload,
            .nextArticle, .previousArticle, .otherPart, .report, .find, .pictures,
            .pictureSize:
            return performAnywhere(command, count: count)
        default: break
        }
        if trail.listing != nil { return performInList(command, count: count) }
        if paneIsOpen, focus == .pane { return performInPane(command, count: count) }
        return performOnPage(command, count: count)
    }

    /// The keys go to the next or the previous of the panes that are open, from left to right.
    private mutating func goToPane(_ step: Int) -> [Effect] {
        guard trail.page != nil else { return [] }
        var panes = [Focus.page]
        if areas.contents != nil { panes.insert(.contents, at: 0) }
        if paneIsOpen { panes.append(.pane) }
        let place = panes.firstIndex(of: focus) ?? 0
        focus = panes[(place + step + panes.count) % panes.count]
        if focus == .pane { markCitation() }
        return []
    }
}
