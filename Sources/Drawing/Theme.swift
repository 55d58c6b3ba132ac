/// Everything a theme can colour. The raw value is the key in a theme file.
package enum Role: String, CaseIterable, Sendable {
    // The page.
    case text, title, meta
    case heading1 = "heading-1", heading2 = "heading-2", heading3 = "heading-3"
    case strong, emphasis, code, keyboard, strike, mark
    case link
    case quote
    case codeBlock = "code-block"
    case codeComment = "code-comment", codeString = "code-string", codeNumber = "code-number"
    case codeKeyword = "code-keyword", codeType = "code-type"
    case caption
    case marker
    case rule
    case tableHeader = "table-header", tableBorder = "table-border"
    case note
    // What the reader does on it.
    case selectedLink = "selected-link"
    case match
    case currentMatch = "current-match"
    case hint
    case cited
    // Around it.
    case section
    case status, statusKey = "status-key", notice, error
    case border
    case prompt
    // Lists: contents, related, feeds, help.
    case list
    case listSelected = "list-selected"
    case listMeta = "list-meta"
    case listRead = "list-read"
    // The pane.
    case pane, paneHeader = "pane-header", question, thinking
    case citation
    case traced, weak, untraced
}

/// A complete set of looks: every role has a style.
package struct Theme: Equatable, Sendable {
    package var name: String
    /// Is its background dark? Decides which of two themes suits a terminal.
    package var isDark: Bool
    private var styles: [Role: Style]

    /// Roles that are missing look like `text`.
    package init(name: String, isDark: Bool, styles: [Role: Style]) {
        self.name = name
        self.isDark = isDark
        self.styles = styles
    }

    package subscript(role: Role) -> Style { styles[role] ?? styles[.text] ?? Style() }

    /// A style to lay over another ground than the page: the colours that are those of plain text are the ground's to
    /// give.
    package func bare(_ style: Style) -> Style {
        var bare = style
        if style.foreground == self[.text].foreground { bare.foreground = .standard }
        if style.background == self[.text].background { bare.background = .standard }
        return bare
    }

    /// Weight, underline and reverse only: what `NO_COLOR` gives, and what needs no theme file.
    package static let mono = Theme(
        name: "mono", isDark: true,
        styles: [
            .text: Style(), .title: Style(attributes: .bold), .meta: Style(attributes: .dim),
            .heading1: Style(attributes: [.bold, .underline]), .heading2: Style(attributes: .bold),
            .heading3: Style(attributes: [.bold, .italic]), .strong: Style(attributes: .bold),
            .emphasis: Style(attributes: .italic), .code: Style(attributes: .bold),
            .keyboard: Style(attributes: .reverse), .strike: Style(attributes: .dim),
            .mark: Style(attributes: .reverse), .link: Style(attributes: .underline),
            .quote: Style(attributes: .italic), .codeBlock: Style(),
            .codeComment: Style(attributes: .dim), .codeString: Style(),
            .codeNumber: Style(), .codeKeyword: Style(attributes: .bold), .codeType: Style(),
            .caption: Style(attributes: .dim),
            .marker: Style(attributes: .dim), .rule: Style(attributes: .dim),
            .tableHeader: Style(attributes: .bold), .tableBorder: Style(attributes: .dim),
            .note: Style(attributes: .dim), .selectedLink: Style(attributes: [.reverse]),
            .match: Style(attributes: [.reverse]),
            .currentMatch: Style(attributes: [.reverse, .bold, .underline]),
            .hint: Style(attributes: [.reverse, .bold]), .cited: Style(attributes: .reverse),
            .section: Style(attributes: .dim), .status: Style(attributes: .reverse),
            .statusKey: Style(attributes: [.reverse, .bold]), .notice: Style(attributes: .bold),
            .error: Style(attributes: [.bold, .reverse, .underline]),
            .border: Style(attributes: .dim),
            .prompt: Style(attributes: .bold), .list: Style(),
            .listSelected: Style(attributes: .reverse),
            .listMeta: Style(attributes: .dim), .listRead: Style(attributes: .dim), .pane: Style(),
            .paneHeader: Style(attributes: .bold), .question: Style(attributes: .bold),
            .thinking: Style(attributes: .dim), .citation: Style(attributes: .underline),
            .traced: Style(attributes: .underline), .weak: Style(attributes: .dim),
            .untraced: Style(attributes: [.dim, .underline]),
        ])
}
