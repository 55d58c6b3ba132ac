import LecternCore

/// Sets a table: columns as wide as they need or can be, cells wrapped; records where even that is too wide.
///
/// Ranges are in the block's `text`: the first line of a row has the whole row as its range, the others an empty one
/// at its end; the runs say which line shows what.
struct TableSetter {
    private let measure: Int
    /// Columns that the grid may take where the measure is too narrow, at least `measure`.
    private let breadth: Int
    private let caption: [Line]
    private let header: [Cell]
    private let rows: [[Cell]]
    private let alignments: [Table.Alignment]
    /// UTF-8 bytes in front of the header, of each row, and of the end.
    private var starts: [Int] = []

    /// A cell and where it stands in the block's text, in UTF-8 bytes.
    private struct Cell {
        var text: RichText
        var start: Int

        var isBlank: Bool { text.text.utf8.allSatisfy { $0 <= 0x20 } }
    }

    init(_ table: Table, measure: Int, breadth: Int = 0) {
        self.measure = measure
        self.breadth = max(measure, breadth)
        var offset = 0
        var starts: [Int] = []
        let texts = (table.header.isEmpty ? [] : [table.header]) + table.rows
        if let text = table.caption {
            offset = text.text.utf8.count + (texts.isEmpty ? 0 : 1)
            var lines = Paragraph(text, measure: measure).lines(.caption)
            lines[lines.count - 1].range = lines[lines.count - 1].range.lowerBound..<offset
            caption = lines
        } else {
            caption = []
        }
        var cells: [[Cell]] = []
        for row in texts {
            starts.append(offset)
            cells.append(
                row.map { text in
                    defer { offset += text.text.utf8.count + 1 }
                    return Cell(text: text, start: offset)
                })
            if row.isEmpty { offset += 1 }
        }
        starts.append(max(0, offset - (texts.isEmpty ? 0 : 1)))
        self.starts = starts
        // Columns that say nothing are left out: pages pad their tables with them.
        let widest = cells.map(\.count).max() ?? 0
        let kept = (0..<widest).filter { column in
            cells.contains { $0.count > column && !$0[column].isBlank }
        }
        if kept.count < widest {
            cells = cells.map { row in kept.filter { $0 < row.count }.map { row[$0] } }
        }
        alignments = kept.map { $0 < table.alignments.count ? table.alignments[$0] : .left }
        header = table.header.isEmpty ? [] : cells.removeFirst()
        rows = cells
    }

    func lines() -> [Line] {
        let columns = max(header.count, rows.map(\.count).max() ?? 0)
        guard columns > 0 else { return caption }
        let needs = needs(columns)
        let widths = fitted(needs, in: measure)
        if breadth > measure, widths.map({ isTall(needs, $0) }) ?? true,
            let wide = fitted(needs, in: breadth)
        {
            return caption + centred(grid(wide))
        }
        return caption + (widths.map { grid($0) } ?? records())
    }

    /// Lines of a cell from which on a table is rather set wider than the text.
    private static let tall = 4

    /// Does the longest cell of a column make its row tall?
    private func isTall(_ needs: Needs, _ widths: [Int]) -> Bool {
        zip(needs.natural, widths).contains { $0 > $1 * (TableSetter.tall - 1) }
    }

    /// Lines wider than the measure, standing over the middle of it.
    private func centred(_ lines: [Line]) -> [Line] {
        lines.map { line in
            var line = line
            line.indent = min(0, -((line.columns - measure) / 2))
            return line
        }
    }

    private func range(_ row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

    // MARK: Columns

    /// Borders and the blanks inside them: `│ a │ b │`.
    private func frame(_ columns: Int) -> Int { 3 * columns + 1 }

    /// Columns of a word that is too long for its cell, before it is torn.
    private static let longWord = 14

    /// What the columns need: the longest line of a cell, and the longest word that is not torn.
    private struct Needs {
        var natural: [Int]
        var least: [Int]
    }

    private func needs(_ columns: Int) -> Needs {
        var natural = Array(repeating: 1, count: columns)
        var least = Array(repeating: 1, count: columns)
        for row in [header] + rows {
            for (column, cell) in row.enumerated() {
                let (line, word) = TableSetter.extent(cell.text)
                natural[column] = max(natural[column], line)
                least[column] = max(least[column], min(word, TableSetter.longWord))
            }
        }
        return Needs(natural: natural, least: least)
    }

    /// The width of each column, at least 4; nil when the table is better told as records.
    private func fitted(_ needs: Needs, in breadth: Int) -> [Int]? {
        let columns = needs.natural.count
        let room = breadth - frame(columns)
        guard room >= columns else { return nil }
        let natural = needs.natural
        let least = needs.least
        if natural.reduce(0, +) <= room { return natural }
        guard room >= columns * 4 else { return nil }
        // A column narrower than a paragraph can be set is not wrapped.
        let floor = zip(least, natural).map { min(max($0, 4), max($1, 1)) }
        var left = room - floor.reduce(0, +)
        guard left >= 0 else { return nil }
        // What is left goes to the columns that need it most, a share each, the same share for all.
        var widths = floor
        var wanting = natural.indices.filter { natural[$0] > widths[$0] }
        while left > 0, !wanting.isEmpty {
            let share = max(1, left / wanting.count)
            for column in wanting where left > 0 {
                let more = min(share, natural[column] - widths[column], left)
                widths[column] += more
                left -= more
            }
            wanting = wanting.filter { natural[$0] > widths[$0] }
        }
        return widths
    }

    /// Columns of the longest line of a text and of its longest word.
    private static func extent(_ text: RichText) -> (line: Int, word: Int) {
        // Brackets or a caret are added to these.
        let marked = text.spans.count {
            $0.note != nil || $0.style.contains(.superscript)
        }
        var line = 0
        var word = 0
        for part in text.text.split(separator: "\n") {
            line = max(line, String(part).columns)
            for piece in part.split(separator: " ") { word = max(word, String(piece).columns) }
        }
        return (line + 2 * marked, word + 2 * marked)
    }

    // MARK: The grid

    private func grid(_ widths: [Int]) -> [Line] {
        var lines = [border("┌", "┬", "┐", widths, at: starts[0])]
        var row = 0
        if !header.isEmpty {
            lines += set(header, .tableHeader, widths, range(0))
            lines.append(border("├", "┼", "┤", widths, at: starts[1]))
            row = 1
        }
        let parts = rows.enumerated().map { set($1, .table, widths, range(row + $0)) }
        // Where cells are wrapped, rules tell the rows apart.
        let isRuled = parts.contains { $0.count > 1 }
        for (index, part) in parts.enumerated() {
            if isRuled, index > 0 {
                lines.append(border("├", "┼", "┤", widths, at: starts[row + index]))
            }
            lines += part
        }
        lines.append(border("└", "┴", "┘", widths, at: starts[starts.count - 1]))
        return lines
    }

    private func border(
        _ left: String, _ middle: String, _ right: String, _ widths: [Int], at offset: Int
    ) -> Line {
        let rules = widths.map { String(repeating: "─", count: $0 + 2) }
        return Line(
            .tableBorder, runs: [.decoration(left + rules.joined(separator: middle) + right)],
            range: offset..<offset)
    }

    private func set(
        _ row: [Cell], _ kind: Line.Kind, _ widths: [Int], _ range: Range<Int>
    ) -> [Line] {
        let cells = widths.indices.map { column in
            column < row.count
                ? Paragraph(row[column].text, measure: widths[column], base: row[column].start)
                    .lines(kind) : []
        }
        let height = max(1, cells.map(\.count).max() ?? 1)
        return (0..<height).map { at in
            var runs: [Run] = []
            var gap = "│ "
            for (column, width) in widths.enumerated() {
                let content = at < cells[column].count ? cells[column][at].runs : []
                let isRightToLeft = at < cells[column].count && cells[column][at].isRightToLeft
                let blanks = max(0, width - content.reduce(0) { $0 + $1.columns })
                let before =
                    switch column < alignments.count ? alignments[column] : .left {
                    case .left: isRightToLeft ? blanks : 0
                    case .right: blanks
                    case .center: blanks / 2
                    }
                runs.append(.decoration(gap + String(repeating: " ", count: before)))
                runs += content
                gap = String(repeating: " ", count: blanks - before) + " │ "
            }
            gap.removeLast()
            runs.append(.decoration(gap))
            let end = range.upperBound
            return Line(kind, runs: runs, range: at == 0 ? range : end..<end)
        }
    }

    // MARK: Records

    /// A row as lines of `header: cell`, rows parted by a rule; the first row's headers stand for the header row.
    private func records() -> [Line] {
        var lines: [Line] = []
        let first = header.isEmpty ? 0 : 1
        for (index, row) in rows.enumerated() {
            var range = range(first + index)
            if index == 0 { range = starts[0]..<range.upperBound }
            if index > 0 {
                let rule = Run.decoration(String(repeating: "─", count: min(measure, 12)))
                lines.append(
                    Line(.tableBorder, runs: [rule], range: range.lowerBound..<range.lowerBound))
            }
            var part: [Line] = []
            for (column, cell) in row.enumerated() {
                let label = column < header.count ? header[column] : nil
                if cell.isBlank, index > 0 || label?.isBlank != false,
                    column + 1 < row.count || !part.isEmpty
                {
                    continue
                }
                part += record(cell, label, isFirst: index == 0)
            }
            for at in part.indices {
                part[at].range = at == 0 ? range : range.upperBound..<range.upperBound
            }
            lines += part
        }
        if rows.isEmpty {
            for cell in header {
                lines += Paragraph(cell.text, measure: measure, base: cell.start).lines(
                    .tableHeader)
            }
            for at in lines.indices {
                let end = starts[starts.count - 1]
                lines[at].range = at == 0 ? starts[0]..<end : end..<end
            }
        }
        return lines
    }

    private func record(_ cell: Cell, _ label: Cell?, isFirst: Bool) -> [Line] {
        guard let label, !label.isBlank else {
            return Paragraph(cell.text, measure: measure, base: cell.start).lines(.table)
        }
        var head = Paragraph(label.text, measure: measure - 1, base: label.start)
            .lines(.tableHeader)
        if !isFirst { head = head.map(\.unsourced) }
        head[head.count - 1].runs.append(.decoration(":"))
        // They look the same in all records, whether they stand for the header row or repeat it.
        for line in head.indices {
            for run in head[line].runs.indices { head[line].runs[run].isLabel = true }
        }
        guard !cell.isBlank else { return head }
        // The value stands beside a short label, under a long one.
        let beside = head.count == 1 && head[0].columns + 1 <= min(measure / 2, measure - 6)
        let indent = beside ? head[0].columns + 1 : min(2, measure - 4)
        var value = Paragraph(cell.text, measure: measure - indent, base: cell.start).lines(.table)
        for at in value.indices { value[at].indent += indent }
        guard beside else { return head + value }
        let gap = value[0].indent - indent + 1
        value[0].indent = 0
        value[0].runs = head[0].runs + [.decoration("", padded: gap)] + value[0].runs
        return value
    }
}
