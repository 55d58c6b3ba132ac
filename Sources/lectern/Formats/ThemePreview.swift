import Drawing

/// A theme shown in its own colours, for `lectern themes NAME`.
enum ThemePreview {
    /// One line a role: its name and a sample, as SGR sequences with direct colour; without them the words of its style.
    static func text(of theme: Theme, isStyled: Bool) -> String {
        let width = Role.keys.map(\.count).max() ?? 0
        let base = theme[.text]
        var out = ""
        for role in Role.allCases {
            let name = role.key + String(repeating: " ", count: width - role.key.count)
            guard isStyled else {
                let words = words(of: theme[role])
                out += words.isEmpty ? "\(role.key)\n" : "\(name)  \(words)\n"
                continue
            }
            let sample = sgr(base.overlaid(by: theme[role]))
            out +=
                "\(sgr(base)) \(name)  \(sample)The moon pulls the sea [3]\(sgr(base)) \u{1B}[m\n"
        }
        return out
    }

    /// As in a theme file: `#1a4f95 on #fbf9f4 bold`.
    private static func words(of style: Style) -> String {
        var words = word(style.foreground).map { [$0] } ?? []
        if let ground = word(style.background) { words += ["on", ground] }
        let attributes: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
            (.reverse, "reverse"),
        ]
        words += attributes.filter { style.attributes.contains($0.0) }.map(\.1)
        return words.joined(separator: " ")
    }

    private static func word(_ color: Color) -> String? {
        switch color {
        case .standard: return nil
        case .indexed(let index): return "\(index)"
        case .rgb(let value):
            let hex = String(value, radix: 16)
            return "#" + String(repeating: "0", count: 6 - hex.count) + hex
        }
    }

    private static func sgr(_ style: Style) -> String {
        var numbers = ["0"]
        let attributes: [(Attributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
        ]
        numbers += attributes.filter { style.attributes.contains($0.0) }.map(\.1)
        numbers += number(style.foreground, base: 38)
        numbers += number(style.background, base: 48)
        return "\u{1B}[\(numbers.joined(separator: ";"))m"
    }

    private static func number(_ color: Color, base: Int) -> [String] {
        switch color {
        case .standard: []
        case .indexed(let index): ["\(base)", "5", "\(index)"]
        case .rgb(let value):
            ["\(base)", "2", "\(value >> 16 & 255)", "\(value >> 8 & 255)", "\(value & 255)"]
        }
    }
}
