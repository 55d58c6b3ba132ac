import Chat
import Drawing
import LecternCore

// Tab on the `:` line: commands, and what can stand behind them.
extension State {
    /// The first, then the next of what begins like the line; the one there is goes on to what may stand behind it.
    mutating func complete(_ prompt: inout Prompt, by steps: Int) -> [Effect] {
        var completing = prompt.completing ?? Prompt.Completing(stem: prompt.input.text, tabs: 0)
        completing.tabs += steps
        prompt.completing = completing
        guard let path = pathStem(of: completing.stem), completing.paths == nil else {
            apply(completing, to: &prompt)
            return []
        }
        return [.findPaths(path)]
    }

    /// The paths for the line are here, unless something else was typed meanwhile.
    mutating func foundPaths(_ stem: String, _ paths: [String]) -> [Effect] {
        guard case .prompt(var prompt) = mode, var completing = prompt.completing,
            pathStem(of: completing.stem) == stem, completing.paths == nil
        else { return [] }
        completing.paths = paths.map(\.gated)
        prompt.completing = completing
        apply(completing, to: &prompt)
        mode = .prompt(prompt)
        return []
    }

    private func apply(_ completing: Prompt.Completing, to prompt: inout Prompt) {
        let found = completions(of: completing.stem, paths: completing.paths ?? [])
        guard !found.isEmpty else { return }
        let count = found.count
        let place = (((completing.tabs - 1) % count) + count) % count
        prompt.input.replace(with: found[place])
        if count == 1 { prompt.completing = nil }
    }

    /// The beginning of a path that is being typed; nil on other lines.
    private func pathStem(of stem: String) -> String? {
        for command in [Command.open, .export] where stem.hasPrefix(command.rawValue + " ") {
            let path = stem.dropFirst(command.rawValue.count + 1)
            return path.contains("://") ? nil : String(path)
        }
        return nil
    }

    /// Whole lines that begin like `stem`, in the order of the alphabet; the commands that take words end in a blank.
    private func completions(of stem: String, paths: [String]) -> [String] {
        guard let blank = stem.firstIndex(of: " ") else {
            let takesWords: Set<Command> = [
                .open, .nextTheme, .translate, .export, .find, .search, .ask,
            ]
            return Command.allCases.map { $0.rawValue + (takesWords.contains($0) ? " " : "") }
                .filter { $0.hasPrefix(stem) }.sorted()
        }
        let name = String(stem[..<blank])
        let words: [String]
        switch Command(name: name) {
        case .open, .export: words = paths
        case .nextTheme: words = preferences.themes.map(\.name)
        case .translate: words = Language.tags
        case .summary: words = ["long", "medium", "short"]
        case .find, .search: words = history[.search] ?? []
        default: words = []
        }
        return words.map { name + " " + $0 }.filter { $0.hasPrefix(stem) }.sorted()
    }
}
