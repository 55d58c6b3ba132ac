import Drawing
import Storage
import Testing

/// Bundled themes that have colours.
private let coloured = bundledThemes.filter { $0 != "mono" }

struct LegibilityTests {
    @Test(arguments: coloured)
    func `words can be read, and what must be told apart can be`(name: String) throws {
        let check = ThemeCheck(
            try loadTheme(named: name, folders: []),
            leastForText: ThemeCheck.leastForText(ofThemeNamed: name), least: 4.5)
        #expect(check.faults == [])
        #expect(check.silent == [])
        #expect(check.ratios.count > Role.allCases.count)
    }

    @Test func `our own themes keep text at 7 to 1`() throws {
        for name in ["paper", "ink", "sepia", "contrast"] {
            let check = ThemeCheck(try loadTheme(named: name, folders: []), leastForText: 7)
            #expect(try #require(check.text) >= 7)
            #expect(ThemeCheck.leastForText(ofThemeNamed: name) == 7)
        }
    }

    @Test func `faint words, likenesses and a wrong side are faults`() throws {
        let dusk = try theme(
            fromText: """
                inherits = "ink"
                dark = false
                [palette]
                faint = "#4d5462"
                [roles]
                link = "ink"
                match = ""
                """, file: "dusk.toml")
        let check = ThemeCheck(dusk)
        let faint = check.faults.compactMap { fault -> Role? in
            if case .faint(let ratio) = fault { ratio.role } else { nil }
        }
        #expect(
            Set(faint) == [
                .meta, .strike, .codeComment, .caption, .section, .listMeta, .listRead, .thinking,
            ])
        #expect(check.faults.contains(.same(.link, as: .text)))
        #expect(check.faults.contains(.same(.match, as: .text)))
        #expect(check.faults.contains(.wrongSide(isDark: false)))
        #expect(check.silent == [.match])
    }

    @Test func `a theme of the terminal's own colours has no ratios, and no faults for that`()
        throws
    {
        let check = ThemeCheck(try loadTheme(named: "mono", folders: []))
        #expect(check.ratios == [])
        #expect(check.faults == [])
        #expect(check.silent.contains(.codeString))
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
