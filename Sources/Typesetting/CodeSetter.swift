import LecternCore

/// Sets code: every line as it stands, tabs expanded, what is too long continued on the next line behind a mark.
///
/// The text of a line is its range less the line break; a tab is a run of blanks without source.
struct CodeSetter {
    let measure: Int

    /// Blank columns at the left that set code off, where no line has to be continued for them.
    private static let indent = 2

    /// Columns between tab stops.
    private static let tab = 4
    /// In front of what continues a line.
    private static let continuation = "↪ "

    func lines(_ code: String) -> [Line] {
        var code = code
        code.makeContiguousUTF8()
        let bytes = code.utf8Span.span
        let indent = CodeSetter.fits(bytes, in: measure - CodeSetter.indent) ? CodeSetter.indent : 0
        let measure = measure - indent
        var lines: [Line] = []
        var line = Line(.code, indent: indent)
        var start = 0
        var columns = 0
        var runStart = 0
        var runColumns = 0
        var offset = 0
        func endRun() {
            guard runStart < offset else { return }
            line.runs.append(
                Run(
                    String(code.utf8Slice(runStart..<offset)), columns: runColumns,
                    source: runStart..<offset))
        }
        func endLine(at end: Int) {
            endRun()
            line.range = start..<end
            lines.append(line)
            line = Line(.code, indent: indent)
            start = end
            runStart = end
            columns = 0
            runColumns = 0
        }
        func makeRoom(for more: Int) {
            guard columns + more > measure else { return }
            endLine(at: offset)
            if measure >= 12 {
                line.runs = [.decoration(CodeSetter.continuation)]
                columns = 2
            }
        }
        while offset < bytes.count {
            let glyph = Ruler.step(bytes, at: offset)
            switch glyph.base {
            case "\n":
                endRun()
                runStart = glyph.end
                endLine(at: glyph.end)
            case "\t":
                let gap = min(CodeSetter.tab - columns % CodeSetter.tab, measure)
                makeRoom(for: gap)
                endRun()
                line.runs.append(.decoration("", padded: gap))
                columns += gap
                runStart = glyph.end
                runColumns = 0
            default:
                makeRoom(for: glyph.columns)
                columns += glyph.columns
                runColumns += glyph.columns
            }
            offset = glyph.end
        }
        endLine(at: bytes.count)
        return lines
    }

    /// Does every line fit, its tabs expanded?
    private static func fits(_ bytes: borrowing Swift.Span<UInt8>, in measure: Int) -> Bool {
        var columns = 0
        var offset = 0
        while offset < bytes.count {
            let glyph = Ruler.step(bytes, at: offset)
            switch glyph.base {
            case "\n": columns = 0
            case "\t": columns += tab - columns % tab
            default: columns += glyph.columns
            }
            if columns > measure { return false }
            offset = glyph.end
        }
        return true
    }
}
