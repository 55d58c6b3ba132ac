/// Everything a theme can colour.
package enum Role: UInt8, CaseIterable, Sendable {
    // The page.
    case text, title, meta
    case heading1, heading2, heading3
    case strong, emphasis, code, keyboard, strike, mark
    case link
    case quote
    case codeBlock
    case codeComment, codeString, codeNumber
    case codeKeyword, codeType
    case caption
    case marker
    case rule
    case tableHeader, tableBorder
    case note
    // What the reader does on it.
    case selectedLink
    case match
    case currentMatch
    case hint
    case cited
    // Around it.
    case section
    case status, statusKey, notice, error
    case border
    case prompt
    // Lists: contents, related, feeds, help.
    case list
    case listSelected
    case listMeta
    case listRead
    // The pane.
    case pane, paneHeader, question, thinking
    case citation
    case traced, weak, untraced

    /// What it is called in a theme file.
    package var key: String { Role.keys[Int(rawValue)] }

    package init?(key: String) {
        guard let place = Role.keys.firstIndex(of: key) else { return nil }
        self.init(rawValue: UInt8(place))
    }

    /// In the order of the cases.
    package static let keys: [String] = [
        "text", "title", "meta", "heading-1", "heading-2", "heading-3", "strong", "emphasis",
        "code", "keyboard", "strike", "mark", "link", "quote", "code-block", "code-comment",
        "code-string", "code-number", "code-keyword", "code-type", "caption", "marker", "rule",
        "table-header", "table-border", "note", "selected-link", "match", "current-match", "hint",
        "cited", "section", "status", "status-key", "notice", "error", "border", "prompt", "list",
        "list-selected", "list-meta", "list-read", "pane", "pane-header", "question", "thinking",
        "citation", "traced", "weak", "untraced",
    ]
}

/// A complete set of looks: every role has a style.
package struct Theme: Equatable, Sendable {
    package var name: String
    /// Is its background dark? Decides which of two themes suits a terminal.
    package var isDark: Bool
    /// By the roles' raw values.
    private var styles: [Style]

    package init(name: String, isDark: Bool, style: (Role) -> Style) {
        self.name = name
        self.isDark = isDark
        styles = Role.allCases.map(style)
    }

    package subscript(role: Role) -> Style { styles[Int(role.rawValue)] }

    /// A style to lay over another ground than the page: the colours that are those of plain text are the ground's to
    /// give.
    package func bare(_ style: Style) -> Style {
        var bare = style
        if style.foreground == self[.text].foreground { bare.foreground = .standard }
        if style.background == self[.text].background { bare.background = .standard }
        return bare
    }

    /// Weight, underline and reverse only: what `NO_COLOR` gives, and what needs no theme file.
    package static let mono = Theme(name: "mono", isDark: true) { role in
        Style(attributes: attributesInMono(of: role))
    }

    private static func attributesInMono(of role: Role) -> Attributes {
        switch role {
        case .text, .codeBlock, .codeString, .codeNumber, .codeType, .list, .pane: []
        case .title, .heading2, .strong, .code, .codeKeyword, .tableHeader, .notice, .prompt,
            .paneHeader, .question:
            .bold
        case .meta, .strike, .codeComment, .caption, .marker, .rule, .tableBorder, .note, .section,
            .border, .listMeta, .listRead, .thinking, .weak:
            .dim
        case .heading1: [.bold, .underline]
        case .heading3: [.bold, .italic]
        case .emphasis, .quote: .italic
        case .keyboard, .mark, .selectedLink, .match, .cited, .status, .listSelected: .reverse
        case .link, .citation, .traced: .underline
        case .currentMatch: [.reverse, .bold, .underline]
        case .hint, .statusKey: [.reverse, .bold]
        case .error: [.bold, .reverse, .underline]
        case .untraced: [.dim, .underline]
        }
    }
}
