import Drawing
import LecternCore
import Typesetting

/// A footnote shown over the bottom of the page that refers to it.
package struct NotePopup: Equatable, Sendable {
    package var note: NoteID
    /// The block that has the mark.
    var block: Int
    /// Index of the first line shown of a note that is longer than its place.
    var top = 0
}

extension State {
    /// Lines of the note shown and how many of them fit: at most half of the text's rows, the border included.
    private func content(of popup: NotePopup) -> (lines: [Line], rows: Int) {
        guard let notes = trail.page?.article.notes, notes.indices.contains(popup.note.index) else {
            return ([], 0)
        }
        let lines = typeset(notes[popup.note.index].text, measure: measure, kind: .note)
        return (lines, min(lines.count, max(1, areas.text.size.rows / 2 - 1)))
    }

    /// Shows a note, unless it is in view already: then it is gone to.
    mutating func showNote(_ note: NoteID, from block: Int) {
        let isInView = linksOnScreen().contains {
            $0.target == .note(note) && $0.block == trail.page?.article.blocks.count
        }
        if isInView || block == trail.page?.article.blocks.count {
            jump(toNote: note, from: block)
        } else {
            mode = .note(NotePopup(note: note, block: block))
        }
    }

    /// To the note at the foot of the page, or back from it; `back` undoes it.
    private mutating func jump(toNote note: NoteID, from block: Int) {
        let rows = textRows
        _ = followOnPage {
            $0.trail.page?.jump(toNote: note, from: block, rows: rows)
            return []
        }
    }

    /// Enter goes to the note at the foot of the page, moving keys move in it, anything else closes it.
    mutating func pressInNote(_ key: Key) -> [Effect] {
        guard case .note(var popup) = mode else { return [] }
        mode = .normal
        let (lines, rows) = content(of: popup)
        switch preferences.keymap.match([key]) {
        case .command(.follow):
            jump(toNote: popup.note, from: popup.block)
        case .command(.scrollDown), .command(.pageDown), .command(.halfPageDown):
            guard lines.count > rows else { break }
            popup.top = min(popup.top + 1, lines.count - rows)
            mode = .note(popup)
        case .command(.scrollUp), .command(.pageUp), .command(.halfPageUp):
            guard lines.count > rows else { break }
            popup.top = max(0, popup.top - 1)
            mode = .note(popup)
        case .command(.quit): return [.quit]
        default: break
        }
        return []
    }

    func draw(_ popup: NotePopup, on surface: inout Surface) {
        let (lines, rows) = content(of: popup)
        let area = areas.text
        guard rows > 0, area.size.rows > rows else { return }
        let ground = theme[.text].overlaid(by: theme[.list])
        let top = area.row + area.size.rows - rows - 1
        surface.fill(
            Area(column: area.column, row: top, columns: area.size.columns, rows: rows + 1),
            style: ground)
        let label = trail.page?.article.notes[popup.note.index].label ?? ""
        let more = lines.count > popup.top + rows ? " ↓" : ""
        let head = "── " + String(label.gated.prefix(20)) + more + " "
        let rule = head + String(repeating: "─", count: max(0, area.size.columns - head.columns))
        surface.put(
            rule, at: Position(area.column, top), style: ground.overlaid(by: theme[.border]),
            limit: area.size.columns)
        let end = area.column + area.size.columns
        for (row, line) in lines.dropFirst(popup.top).prefix(rows).enumerated() {
            var column = textLeft + line.indent
            for run in line.runs where column < end {
                surface.put(
                    run.shown, at: Position(column, top + 1 + row),
                    style: ground.overlaid(by: theme.bare(theme.style(of: run, in: .body))),
                    limit: end - column)
                column += run.columns
            }
        }
    }
}
