import Drawing

/// A line of text being typed: search, question, command, filter. Emacs keys as in readline.
package struct LineInput: Equatable, Sendable {
    package private(set) var text: String
    /// Characters before the cursor.
    package private(set) var cursor: Int

    package init(_ text: String = "") {
        self.text = text
        cursor = text.count
    }

    package mutating func replace(with text: String) {
        self.text = text
        cursor = text.count
    }

    package mutating func insert(_ more: String) {
        let clean = String(more.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        text.insert(contentsOf: clean, at: index)
        cursor += clean.count
    }

    /// Takes an editing key; false when the key means nothing to a line.
    package mutating func take(_ key: Key) -> Bool {
        switch (key.code, key.control, key.alt) {
        case (.character(let typed), false, false): insert(String(typed))
        case (.left, _, _), (.character("b"), true, false): cursor = max(0, cursor - 1)
        case (.right, _, _), (.character("f"), true, false): cursor = min(text.count, cursor + 1)
        case (.home, _, _), (.character("a"), true, false): cursor = 0
        case (.end, _, _), (.character("e"), true, false): cursor = text.count
        case (.backspace, _, false), (.character("h"), true, false): erase(1)
        case (.delete, _, _), (.character("d"), true, false):
            if cursor < text.count { text.remove(at: index) }
        case (.character("u"), true, false): erase(cursor)
        case (.character("k"), true, false): text.removeSubrange(index...)
        case (.character("w"), true, false), (.backspace, _, true): eraseWord()
        default: return false
        }
        return true
    }

    private var index: String.Index { text.index(text.startIndex, offsetBy: cursor) }

    private mutating func erase(_ count: Int) {
        let start = text.index(text.startIndex, offsetBy: max(0, cursor - count))
        text.removeSubrange(start..<index)
        cursor = max(0, cursor - count)
    }

    private mutating func eraseWord() {
        let before = text.prefix(cursor)
        let kept = before.reversed().drop { $0 == " " }.drop { $0 != " " }
        erase(before.count - kept.count)
    }
}
