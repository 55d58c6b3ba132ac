import Drawing
import LecternCore

extension State {
    /// A key while a line is being typed.
    mutating func pressInPrompt(_ key: Key) -> [Effect] {
        guard case .prompt(var prompt) = mode else { return [] }
        let before = prompt.input.text
        switch (key.code, key.control) {
        case (.escape, _), (.character("c"), true), (.character("g"), true):
            return leave(prompt)
        case (.backspace, _) where before.isEmpty: return leave(prompt)
        case (.enter, _): return enter(prompt)
        case (.up, _), (.character("p"), true): recall(1, in: &prompt)
        case (.down, _), (.character("n"), true): recall(-1, in: &prompt)
        case (.tab, _), (.backTab, _):
            guard prompt.purpose == .command else { break }
            let effects = complete(&prompt, by: key.code == .tab ? 1 : -1)
            mode = .prompt(prompt)
            return effects
        default:
            _ = prompt.input.take(key)
            prompt.completing = nil
        }
        mode = .prompt(prompt)
        if prompt.input.text != before { changed(prompt) }
        return []
    }

    /// Text from the clipboard: into the line being typed, else an address to open is taken to the `:` line, where
    /// Enter is still to be pressed.
    mutating func paste(_ text: String) -> [Effect] {
        let clean = text.gated
        switch mode {
        case .prompt(var prompt):
            prompt.input.insert(clean)
            prompt.completing = nil
            mode = .prompt(prompt)
            changed(prompt)
        case .picker(var picker) where picker.isFiltering:
            picker.filter?.insert(clean)
            picker.filterChanged()
            mode = .picker(picker)
        case .normal where trail.page?.contents?.isFiltering == true && focus == .contents:
            trail.page?.contents?.filter?.insert(clean)
            trail.page?.contents?.filterChanged()
        case .normal:
            let line = clean.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            guard line.utf8.count <= 2_000, line.contains("://") else { break }
            mode = .prompt(Prompt(.command, input: LineInput("open " + line)))
        default: break
        }
        return []
    }

    private mutating func changed(_ prompt: Prompt) {
        switch prompt.purpose {
        case .search: searchChanged(prompt)
        case .filter: filterList(prompt.input.text)
        case .ask, .command: break
        }
    }

    private mutating func leave(_ prompt: Prompt) -> [Effect] {
        mode = .normal
        switch prompt.purpose {
        case .search: searchLeft(prompt)
        case .filter: filterList("")
        case .ask, .command: break
        }
        return []
    }

    private mutating func enter(_ prompt: Prompt) -> [Effect] {
        mode = .normal
        let text = prompt.input.text
        let effects: [Effect]
        switch prompt.purpose {
        case .search: effects = searchEntered(prompt)
        case .filter:
            // One left: it is what was meant.
            let visible = trail.listing?.visible ?? []
            effects = visible.count == 1 && !text.isEmpty ? readEntry(visible[0]) : []
        case .ask: effects = ask(text)
        case .command: effects = performLine(text)
        }
        return effects + remember(text, for: prompt.purpose)
    }

    private func recall(_ steps: Int, in prompt: inout Prompt) {
        let lines = history[prompt.purpose] ?? []
        let target = min(max(0, prompt.recalled + steps), lines.count)
        guard target != prompt.recalled else { return }
        if prompt.recalled == 0 { prompt.draft = prompt.input.text }
        prompt.recalled = target
        prompt.input.replace(with: target == 0 ? prompt.draft : lines[lines.count - target])
    }
}

extension Prompt {
    /// What stands in front of the line.
    var label: String {
        switch purpose {
        case .search: "/"
        case .command: ":"
        case .ask: Messages.askLabel
        case .filter: Messages.filterLabel
        }
    }
}
