import LecternCore

// What was typed on `/` and `:` lines, in this run and in earlier ones.
extension State {
    /// Lines of a kind that are remembered.
    private static let mostRemembered = 100

    /// When a line is first typed: what was typed in earlier runs.
    mutating func recallHistory() -> [Effect] {
        guard !historyIsRecalled, preferences.keepsConversations else { return [] }
        historyIsRecalled = true
        return [.recallHistory]
    }

    /// What was kept by earlier runs stands before what was typed in this one.
    mutating func recalledHistory(_ lines: [Character: [String]]) -> [Effect] {
        for purpose in [Prompt.Purpose.search, .command] {
            guard let sign = purpose.sign, let earlier = lines[sign] else { continue }
            let now = history[purpose] ?? []
            let all = earlier.map(\.gated).filter { !now.contains($0) } + now
            history[purpose] = Array(all.suffix(State.mostRemembered))
        }
        return []
    }

    /// Keeps the last lines of a kind, each once.
    mutating func remember(_ text: String, for purpose: Prompt.Purpose) -> [Effect] {
        guard !text.allSatisfy(\.isWhitespace), purpose != .filter else { return [] }
        var lines = history[purpose] ?? []
        lines.removeAll { $0 == text }
        lines.append(text)
        history[purpose] = Array(lines.suffix(State.mostRemembered))
        guard preferences.keepsConversations, let sign = purpose.sign else { return [] }
        return [.keepLine(text, sign: sign)]
    }
}

extension Prompt.Purpose {
    /// What tells its lines from others where they are kept; nil: they are not.
    fileprivate var sign: Character? {
        switch self {
        case .search: "/"
        case .command: ":"
        case .ask, .filter: nil
        }
    }
}
