import LecternCore

extension BlockBuilder {
    /// Columns that a table may have; one with more is read as text.
    private static let columnLimit = 100
    private static let cellLimit = 100_000

    /// A table of data becomes one block; a table for layout is walked through like any other box.
    mutating func readTable(_ index: Int) -> Int {
        flush()
        let end = tree.end(index)
        if !isInline, isListing(index) {
            readCode(index)
            return end
        }
        let rows = rows(of: index)
        guard isData(index, rows), let table = table(index, rows) else {
            frames.append(Frame(end: end, undo: .flush))
            return index + 1
        }
        emit(.table(table))
        return end
    }

    private struct Row {
        var index: Int
        var cells: [Int]
        var isHeader: Bool
    }

    private func rows(of table: Int) -> [Row] {
        var rows: [Row] = []
        var index = table + 1
        let end = tree.end(table)
        while index < end {
            let node = tree.nodes[index]
            if let cut = node.cut, !keepsCut || cut.isInvisible {
                index = Int(node.end)
                continue
            }
            switch node.tag {
            case .tbody, .thead, .tfoot: index += 1
            case .tr:
                let cells = tree.children(of: index).filter {
                    (tree.tag($0) == .td || tree.tag($0) == .th) && tree.nodes[$0].cut == nil
                }
                let inHead = tree.tag(tree.parent(index)) == .thead
                let allHeaders = !cells.isEmpty && cells.allSatisfy { tree.tag($0) == .th }
                if !cells.isEmpty {
                    rows.append(Row(index: index, cells: cells, isHeader: inHead || allHeaders))
                }
                index = Int(node.end)
            default: index = Int(node.end)
            }
        }
        return rows
    }

    private func isData(_ index: Int, _ rows: [Row]) -> Bool {
        let role = tree.value(.role, of: index)
        if role == "presentation" || role == "none" { return false }
        let columns = rows.map(\.cells.count).max() ?? 0
        guard columns >= 2, rows.count >= 2, columns <= Self.columnLimit,
            rows.count * columns <= Self.cellLimit
        else { return false }
        if contains(index, where: { $0 == .table || $0 == .h1 || $0 == .h2 || $0 == .h3 }) {
            return false
        }
        // Whole paragraphs in cells are layout, unless headers say otherwise.
        var long = 0
        for row in rows {
            for cell in row.cells where tree.text(of: cell, limit: 801).utf8.count > 800 {
                long += 1
            }
        }
        let hasHeaders = rows.contains { row in row.cells.contains { tree.tag($0) == .th } }
        return hasHeaders ? long * 4 <= rows.count * columns : long == 0
    }

    private mutating func table(_ index: Int, _ rows: [Row]) -> Table? {
        var lines: [[RichText]] = []
        var isHeader: [Bool] = []
        var hanging: [(rows: Int, text: RichText)] = []
        var width = 0
        for row in rows {
            var line: [RichText] = []
            func fill() {
                while line.count < hanging.count, hanging[line.count].rows > 0 {
                    hanging[line.count].rows -= 1
                    line.append(RichText())
                }
            }
            for cell in row.cells {
                fill()
                guard line.count < Self.columnLimit else { break }
                let text = inline((cell + 1)..<tree.end(cell))
                let across = span(.colspan, of: cell, limit: Self.columnLimit - line.count)
                let down = span(.rowspan, of: cell, limit: rows.count)
                for column in 0..<across {
                    let place = line.count
                    while hanging.count <= place { hanging.append((0, RichText())) }
                    hanging[place].rows = down - 1
                    line.append(column == 0 ? text : RichText())
                }
            }
            fill()
            guard line.contains(where: { !$0.isEmpty }) else { continue }
            width = max(width, line.count)
            lines.append(line)
            isHeader.append(row.isHeader)
        }
        guard lines.count >= 2 || lines.count == 1 && width >= 2 else { return nil }
        for number in lines.indices {
            while lines[number].count < width { lines[number].append(RichText()) }
        }
        // Columns that are empty throughout only hold pictures or space.
        let used = (0..<width).filter { column in lines.contains { !$0[column].isEmpty } }
        guard used.count >= 2 else { return nil }
        lines = lines.map { line in used.map { line[$0] } }
        var caption: RichText?
        for child in tree.children(of: index) where tree.tag(child) == .caption {
            let text = inline((child + 1)..<tree.end(child))
            if !text.isEmpty { caption = text }
        }
        let header = isHeader.first == true && lines.count > 1 ? lines.removeFirst() : []
        return Table(
            caption: caption, header: header, rows: lines,
            alignments: used.indices.map { alignment(ofColumn: $0, in: lines) })
    }

    private func span(_ name: AttributeName, of cell: Int, limit: Int) -> Int {
        let value = tree.value(name, of: cell).flatMap { Int($0) } ?? 1
        return max(1, min(value, max(1, limit)))
    }

    /// Numbers stand to the right.
    private func alignment(ofColumn column: Int, in lines: [[RichText]]) -> Table.Alignment {
        var numbers = 0
        var others = 0
        for line in lines where !line[column].isEmpty {
            let text = line[column].text
            let digits = text.unicodeScalars.filter { (0x30...0x39).contains($0.value) }.count
            if digits * 2 >= text.unicodeScalars.count { numbers += 1 } else { others += 1 }
        }
        return numbers > others * 4 ? .right : .left
    }
}
