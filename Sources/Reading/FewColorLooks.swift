import Drawing

// What a terminal of 8 or 16 colours would not tell apart.
extension State {
    /// Colours are few enough that two grounds may become one.
    private var hasFewColors: Bool { (8...16).contains(pictures.colors) }

    /// Do two grounds look the same on this terminal?
    private func isOne(_ one: Style, _ other: Style) -> Bool {
        one.few(pictures.colors).background == other.few(pictures.colors).background
    }

    /// The bottom line, which stands out from the page above it.
    func barStyle(_ role: Role = .status) -> Style {
        var style = theme[.text].overlaid(by: theme[role])
        if hasFewColors, isOne(style, theme[.text]) { style.attributes.insert(.reverse) }
        return style
    }

    /// The match that the reader is at, which stands out from the others.
    var currentMatchRole: Role {
        hasFewColors && isOne(theme[.currentMatch], theme[.match]) ? .listSelected : .currentMatch
    }
}
