import LecternCore

/// A table as chatbots write it: rows between bars, a row of dashes under the first.
enum PaneTable {
    /// The table that lines make; nil when they make none.
    static func table(of lines: [Substring], isOpen: Bool) -> Table? {
        guard lines.count >= 2, lines[0].contains("|"), isDelimiter(lines[1]) else { return nil }
        let dashes = cells(of: lines[1])
        let columns = min(20, dashes.count)
        let alignments = dashes.prefix(columns).map { cell -> Table.Alignment in
            switch (cell.first == ":", cell.last == ":") {
            case (true, true): .center
            case (false, true): .right
            default: .left
            }
        }
        func row(_ line: Substring) -> [RichText] {
            let found = cells(of: line).prefix(columns).map {
                PaneInline.text(of: String($0), isOpen: isOpen)
            }
            return found + Array(repeating: RichText(), count: columns - found.count)
        }
        return Table(
            header: row(lines[0]), rows: lines.dropFirst(2).map(row), alignments: alignments)
    }

    private static func isDelimiter(_ line: Substring) -> Bool {
        line.contains("-") && line.contains("|")
            && line.allSatisfy { "|-: ".contains($0) }
    }

    private static func cells(of line: Substring) -> [Substring] {
        var inner = line
        while inner.last == " " { inner.removeLast() }
        if inner.first == "|" { inner.removeFirst() }
        if inner.last == "|" { inner.removeLast() }
        return inner.split(separator: "|", omittingEmptySubsequences: false).map { cell in
            var cell = cell.drop { $0 == " " }
            while cell.last == " " { cell.removeLast() }
            return cell
        }
    }
}
