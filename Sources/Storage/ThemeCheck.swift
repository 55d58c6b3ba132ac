import Drawing

/// What a theme does to the eyes: how far every role stands out from what it lies on (WCAG 2.2), and whether what must
/// be told apart can be.
package struct ThemeCheck: Sendable {
    /// A role on one of its grounds.
    package struct Ratio: Equatable, Sendable {
        package let role: Role
        /// What lies between it and `text`, from the ground up.
        package let ground: [Role]
        /// 1...21.
        package let contrast: Double
        /// What it must have at least.
        package let least: Double
    }

    package enum Fault: Equatable, Sendable {
        /// Too faint to be read.
        case faint(Ratio)
        /// Looks like what it has to stand out from.
        case same(Role, as: Role)
        /// Says of itself that it is dark and is light, or the other way round.
        case wrongSide(isDark: Bool)
    }

    /// Every role that carries words on every ground it may lie on; none where the terminal gives the colours.
    package let ratios: [Ratio]
    package let faults: [Fault]
    /// Roles that the theme says nothing of: they look like what they lie on.
    package let silent: [Role]

    /// The ratio that plain text must have: 7 to 1 (WCAG AAA) in Lectern's own themes, else 4.5 to 1 (AA).
    package static func leastForText(ofThemeNamed name: String) -> Double {
        ["paper", "ink", "sepia", "contrast"].contains(name) ? 7 : 4.5
    }

    /// The ratio that all that is to be read must have: 4.5 to 1 in bundled themes; in others 3 to 1, since a role can
    /// be faint on purpose.
    package init(_ theme: Theme, leastForText: Double = 4.5, least: Double = 3) {
        var ratios: [Ratio] = []
        for role in Role.allCases where !ThemeCheck.lines.contains(role) {
            let isBody = [.text, .quote, .codeBlock, .list, .pane].contains(role)
            for ground in ThemeCheck.grounds(of: role) {
                let style = ThemeCheck.style(of: role, on: ground, in: theme)
                guard let contrast = style.contrast else { continue }
                ratios.append(
                    Ratio(
                        role: role, ground: ground, contrast: contrast,
                        least: isBody ? leastForText : least))
            }
        }
        self.ratios = ratios
        var faults = ratios.filter { $0.contrast < $0.least }.map { Fault.faint($0) }
        for (role, other, ground) in ThemeCheck.pairs {
            let one = ThemeCheck.style(of: role, on: ground, in: theme)
            let base = ThemeCheck.style(of: other, on: ground.filter { $0 != other }, in: theme)
            if !one.differsVisibly(from: base) { faults.append(.same(role, as: other)) }
        }
        if let isDark = theme[.text].hasDarkGround, isDark != theme.isDark {
            faults.append(.wrongSide(isDark: theme.isDark))
        }
        self.faults = faults
        silent = Role.allCases.filter { theme[$0] == Style() && $0 != .text }
    }

    /// The contrast of plain text; nil where the terminal gives the colours.
    package var text: Double? { ratios.first { $0.role == .text }?.contrast }

    /// What stands out least; nil where the terminal gives the colours.
    package var faintest: Ratio? { ratios.min { $0.contrast < $1.contrast } }

    /// Roles that carry no words.
    private static let lines: Set<Role> = [.rule, .border, .tableBorder]

    /// What must be told apart, and what both lie on.
    private static let pairs: [(Role, Role, ground: [Role])] = [
        (.link, .text, []), (.selectedLink, .link, [.link]), (.hint, .link, [.link]),
        (.match, .text, []), (.currentMatch, .match, []), (.cited, .text, []),
        (.mark, .text, []), (.listSelected, .list, [.list]), (.statusKey, .status, [.status]),
        (.error, .notice, [.status]), (.heading1, .text, []), (.heading2, .text, []),
        (.heading1, .heading2, []), (.citation, .pane, [.pane]), (.untraced, .traced, [.pane]),
        (.untraced, .weak, [.pane]), (.weak, .traced, [.pane]),
    ]

    /// What a role is laid over, from the ground up; over `text` in any case.
    private static func grounds(of role: Role) -> [[Role]] {
        switch role {
        case .strong, .emphasis, .code, .link, .note, .strike, .keyboard, .heading1, .heading2,
            .heading3, .marker, .tableHeader:
            [[], [.quote], [.pane]]
        case .meta: [[], [.pane]]
        case .listSelected, .listMeta, .listRead, .title: [[], [.list]]
        case .statusKey, .notice, .error, .match: [[.status], []]
        case .paneHeader, .question, .thinking, .citation, .traced, .weak, .untraced: [[.pane]]
        default: [[]]
        }
    }

    private static func style(of role: Role, on ground: [Role], in theme: Theme) -> Style {
        (ground + [role]).reduce(theme[.text]) { $0.overlaid(by: theme[$1]) }
    }
}

extension Style {
    /// Can the two be told apart at a glance: by an attribute, or by a colour that is clearly another?
    fileprivate func differsVisibly(from other: Style) -> Bool {
        attributes != other.attributes || foreground.isClearlyOther(than: other.foreground)
            || background.isClearlyOther(than: other.background)
    }

    /// Is the background nearer to black than to white? nil where the terminal gives it.
    fileprivate var hasDarkGround: Bool? {
        let white = Style(foreground: .rgb(0xFFFFFF), background: background).contrast
        let black = Style(foreground: .rgb(0), background: background).contrast
        guard let white, let black else { return nil }
        return white > black
    }
}

extension Color {
    /// Differs in one of red, green and blue by a twelfth of its range at least.
    fileprivate func isClearlyOther(than other: Color) -> Bool {
        guard case .rgb(let one) = self, case .rgb(let two) = other else { return self != other }
        return [0, 8, 16].contains { (shift: UInt32) -> Bool in
            let (mine, theirs) = (one >> shift & 255, two >> shift & 255)
            return max(mine, theirs) - min(mine, theirs) >= 21
        }
    }
}
