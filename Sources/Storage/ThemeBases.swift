import Drawing

extension Role {
    /// The role whose looks shine through where this one says nothing; nil for those that are laid over the
    /// words of another (`link`, `strong`, `match` …), which stay as they are written.
    var base: Role? {
        switch self {
        case .title, .meta, .heading1, .heading2, .heading3, .quote, .codeBlock, .caption, .marker,
            .rule, .tableHeader, .tableBorder, .section, .status, .notice, .error, .border,
            .prompt, .list, .pane:
            .text
        case .statusKey: .status
        case .listSelected, .listMeta, .listRead: .list
        case .paneHeader, .question, .thinking: .pane
        case .text, .strong, .emphasis, .code, .keyboard, .strike, .mark, .link, .note,
            .selectedLink, .match, .currentMatch, .hint, .cited, .citation, .traced, .weak,
            .untraced:
            nil
        }
    }
}

/// Gives every role that stands for itself both colours, taken from its base where it has none. Attributes
/// are not handed down.
func completed(_ styles: [Role: Style]) -> [Role: Style] {
    func style(_ role: Role) -> Style {
        let own = styles[role] ?? Style()
        guard let base = role.base else { return own }
        var under = style(base)
        under.attributes = []
        return under.overlaid(by: own)
    }
    return Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, style($0)) })
}
