import LecternCore

extension BlockBuilder {
    /// Makes the page's footnotes known: their marks are written, their words left out where they stand.
    mutating func expect(_ footnotes: Footnotes) {
        marks = footnotes.marks
        skipped = footnotes.skipped
        noteLabels = footnotes.notes.map(\.label)
    }

    /// Writes an element that is a footnote's mark, or leaves out what only leads back to one.
    mutating func readMark(_ index: Int) -> Bool {
        if skipped.contains(index) { return true }
        guard let note = marks[index] else { return false }
        // The mark belongs to the word before it, whatever blanks the source has.
        pendingBlank = false
        text.append(noteLabels[note.index], style: .superscript, note: note)
        return true
    }

    /// The words of the notes, without what they are called.
    mutating func read(_ footnotes: Footnotes) -> [Note] {
        footnotes.notes.map { found in
            let words = inline((found.body + 1)..<max(tree.end(found.body), found.body + 1))
            return Note(
                label: found.label,
                text: words.behindLabel(found.label, isItem: tree.tag(found.body) == .li))
        }
    }

    /// Takes out the header over notes that are all that stood under it.
    mutating func takeNotesHeader() -> Block? {
        for gap in noteGaps.reversed() where gap > 0 && gap <= blocks.count {
            guard let level = blocks[gap - 1].headingLevel,
                gap == blocks.count || (blocks[gap].headingLevel ?? 7) <= level
            else { continue }
            return blocks.remove(at: gap - 1)
        }
        return nil
    }
}

extension RichText {
    /// The text without the note's own label before it: `[1] `, `1. `, `^ `. In a list it is the number of the item.
    fileprivate func behindLabel(_ label: String, isItem: Bool) -> RichText {
        var rest = text.drop { $0.isWhitespace || $0 == "^" }
        if let first = rest.first, "[(".contains(first) {
            var inner = rest.dropFirst().drop(while: \.isWhitespace)
            if inner.hasPrefix(label) { inner = inner.dropFirst(label.count) }
            inner = inner.drop(while: \.isWhitespace)
            if let last = inner.first, "])".contains(last) { rest = inner.dropFirst() }
        } else if !isItem, rest.hasPrefix(label) {
            let behind = rest.dropFirst(label.count)
            if let mark = behind.first, ".):".contains(mark) { rest = behind.dropFirst() }
        } else if let first = rest.first, ".):]".contains(first) {
            rest = rest.dropFirst()
        }
        rest = rest.drop(while: \.isWhitespace)
        return slice((text.utf8.count - rest.utf8.count)..<text.utf8.count).trimmed
    }
}
