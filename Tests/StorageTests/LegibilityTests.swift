import Drawing
import Storage
import Testing

/// Bundled themes that have colours.
private let coloured = bundledThemes.filter { $0 != "mono" }

struct LegibilityTests {
    @Test(arguments: coloured)
    func `text has a contrast of 7 to 1, everything that is read 4.5 to 1`(name: String) throws {
        let theme = try loadTheme(named: name, folders: [])
        // Lines that carry no words.
        let lines: Set<Role> = [.rule, .border, .tableBorder]
        for role in Role.allCases where !lines.contains(role) {
            for ground in grounds(of: role) {
                let style = ground.reduce(theme[.text]) { $0.overlaid(by: theme[$1]) }
                    .overlaid(by: theme[role])
                let contrast = try #require(style.contrast)
                let least = [.text, .quote, .codeBlock, .list, .pane].contains(role) ? 7.0 : 4.5
                #expect(contrast >= least, "\(role.rawValue) on \(ground): \(contrast)")
            }
        }
    }

    /// What a role is laid over, from the ground up; over `text` in any case.
    private func grounds(of role: Role) -> [[Role]] {
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

    @Test(arguments: bundledThemes)
    func `headings differ from text and from each other`(name: String) throws {
        let theme = try loadTheme(named: name, folders: [])
        let looks = [Role.text, .heading1, .heading2, .heading3].map { theme[$0] }
        #expect(Set(looks).count == looks.count)
        for role in [Role.title, .heading1, .heading2, .heading3] {
            #expect(theme[role].attributes.contains(.bold))
        }
    }

    @Test(arguments: bundledThemes)
    func `what an answer rests on shows without colour`(name: String) throws {
        let theme = try loadTheme(named: name, folders: [])
        let looks = [Role.traced, .weak, .untraced].map { theme[$0].attributes }
        #expect(Set(looks).count == looks.count)
    }

    @Test(arguments: bundledThemes)
    func `what is selected, found or lit differs from its surroundings`(name: String) throws {
        let theme = try loadTheme(named: name, folders: [])
        for (role, ground) in [
            (Role.selectedLink, Role.link), (.match, .text), (.currentMatch, .match),
            (.cited, .text), (.hint, .link), (.listSelected, .list), (.link, .text),
            (.statusKey, .status), (.mark, .text),
        ] {
            #expect(
                theme[ground].overlaid(by: theme[role]) != theme[ground], "\(role.rawValue)")
        }
    }

    @Test func `contrast is measured as WCAG does`() {
        let black = Style(foreground: .rgb(0), background: .rgb(0xFFFFFF))
        let gray = Style(foreground: .rgb(0x777777), background: .rgb(0xFFFFFF))
        #expect(abs((black.contrast ?? 0) - 21) < 0.001)
        #expect(abs((gray.contrast ?? 0) - 4.478) < 0.001)
        #expect(Style(foreground: .standard, background: .rgb(0)).contrast == nil)
        #expect(Style(foreground: .indexed(231), background: .indexed(16)).contrast == 21)
        #expect(Style(foreground: .indexed(1), background: .indexed(16)).contrast == nil)
    }
}
