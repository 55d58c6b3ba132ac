import LecternCore
import Typesetting

/// An article as plain text set to a width, with or without the attributes a terminal can show.
enum ArticleText {
    static func text(of article: Article, width: Int, isStyled: Bool) -> String {
        var layout = Layout(article, measure: width)
        var out = ""
        for block in -1...article.blocks.count {
            for line in layout.lines(of: block) {
                out += self.line(line, isStyled: isStyled) + "\n"
            }
        }
        for (index, related) in article.related.enumerated() {
            if index == 0 { out += "\n" + styled("Related", [1], isStyled) + "\n" }
            out +=
                "• " + related.title.gated + (related.address.map { "\n  " + $0.string } ?? "")
                + "\n"
        }
        return out
    }

    private static func line(_ line: Line, isStyled: Bool) -> String {
        let indent = line.runs.isEmpty || line.isRightToLeft ? 0 : max(0, line.indent)
        var out = String(repeating: " ", count: indent)
        for run in line.runsAsWritten {
            // Not reduced to what a cell holds, as on the screen: nothing is lost on the way to a file.
            let text = run.written.gated
            out += styled(text, attributes(of: run, in: line), isStyled)
        }
        return out
    }

    /// SGR numbers: 1 bold, 2 dim, 3 italic, 4 underline, 7 reverse, 9 struck out.
    private static func attributes(of run: Run, in line: Line) -> [Int] {
        var numbers: [Int] = []
        switch line.kind {
        case .title, .heading, .tableHeader: numbers.append(1)
        case .meta, .caption, .picture, .tableBorder, .rule, .note: numbers.append(2)
        case .quote: numbers.append(3)
        case .body, .code, .table, .blank: break
        }
        if run.style.contains(.strong) { numbers.append(1) }
        if run.style.contains(.emphasis) { numbers.append(3) }
        if run.style.contains(.strike) { numbers.append(9) }
        if run.link != nil { numbers.append(4) }
        return numbers
    }

    private static func styled(_ text: String, _ numbers: [Int], _ isStyled: Bool) -> String {
        guard isStyled, !numbers.isEmpty else { return text }
        return "\u{1B}[\(numbers.map(String.init).joined(separator: ";"))m\(text)\u{1B}[m"
    }
}
