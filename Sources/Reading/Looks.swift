import Drawing
import LecternCore
import Typesetting

// How the kinds of lines and the styles of words look in a theme.
extension Theme {
    /// The style of a line's own words.
    func style(of kind: Line.Kind) -> Style {
        let text = self[.text]
        switch kind {
        case .title: return text.overlaid(by: self[.title])
        case .meta: return text.overlaid(by: self[.meta])
        case .heading(let level): return text.overlaid(by: self[Role(headingLevel: level)])
        case .body, .table, .blank: return text
        case .quote: return text.overlaid(by: self[.quote])
        case .code: return text.overlaid(by: self[.codeBlock])
        case .tableHeader: return text.overlaid(by: self[.tableHeader])
        case .tableBorder: return text.overlaid(by: self[.tableBorder])
        case .caption, .picture: return text.overlaid(by: self[.caption])
        case .rule: return text.overlaid(by: self[.rule])
        case .note: return text.overlaid(by: self[.note])
        }
    }

    /// The style of a run in a line.
    func style(of run: Run, in kind: Line.Kind) -> Style {
        var style = self.style(of: kind)
        if run.isLabel {
            style = style.overlaid(by: self[.tableHeader])
        } else if run.isDecoration {
            switch kind {
            case .body, .quote: style = style.overlaid(by: self[.marker])
            case .table, .tableHeader: style = style.overlaid(by: self[.tableBorder])
            default: break
            }
        }
        if let word = run.codeWord { style = style.overlaid(by: self[Role(word)]) }
        for (part, role) in Theme.inlineRoles where run.style.contains(part) {
            style = style.overlaid(by: self[role])
        }
        if run.style.contains(.underline) { style.attributes.insert(.underline) }
        if run.link != nil { style = style.overlaid(by: self[.link]) }
        if run.note != nil { style = style.overlaid(by: self[.note]) }
        return style
    }

    private static let inlineRoles: [(InlineStyle, Role)] = [
        (.emphasis, .emphasis), (.strong, .strong), (.code, .code), (.keyboard, .keyboard),
        (.strike, .strike), (.mark, .mark),
    ]
}

extension Role {
    init(_ word: CodeWord) {
        self =
            switch word {
            case .comment: .codeComment
            case .string: .codeString
            case .number: .codeNumber
            case .keyword: .codeKeyword
            case .type: .codeType
            }
    }

    /// Headers below the second level share the third's looks.
    init(headingLevel level: Int) {
        self = level <= 1 ? .heading1 : level == 2 ? .heading2 : .heading3
    }
}

extension String {
    /// The text cut to a width, an ellipsis at its end when something was cut.
    func shortened(to columns: Int) -> String {
        guard columns > 0 else { return "" }
        if utf8.count <= columns, utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
        var taken = ""
        var used = 0
        var fitting = ""
        for glyph in Glyphs(self) {
            if used + glyph.columns > columns { return fitting + "…" }
            taken += glyph.text
            used += glyph.columns
            if used < columns { fitting = taken }
        }
        return taken
    }
}
