import Drawing
import Storage
import Testing
import Themes

/// The mistakes of a theme text, as the reader sees them.
private func complaints(_ text: String, folders: [String] = []) -> String {
    do {
        _ = try theme(fromText: text, file: "dusk.toml", folders: folders)
        return ""
    } catch {
        return error.message
    }
}

struct ThemeTests {
    @Test func `a role has one name, with a dash where the code has a capital or a number`() {
        for role in Role.allCases {
            let parts = "\(role)".map { $0.isLowercase ? "\($0)" : "-\($0.lowercased())" }
            #expect(role.key == parts.joined())
            #expect(Role(key: role.key) == role)
        }
    }

    @Test(arguments: bundledThemes)
    func `a bundled theme has no mistakes`(name: String) throws {
        let theme = try loadTheme(named: name, folders: [])
        #expect(theme.name == name)
        #expect(theme.isDark == !["paper", "sepia", "solarized-light"].contains(name))
    }

    @Test
    func `a style names foreground, background and attributes, each of which may be left out`()
        throws
    {
        let theme = try theme(
            fromText: """
                [palette]
                sky = "#88AAff"
                [roles]
                text = "sky on 236"
                link = "bold underline"
                note = "on bright-red"
                mark = "black on default reverse"
                """, file: "dusk.toml")
        #expect(
            theme[.text] == Style(foreground: .rgb(0x88AAFF), background: .indexed(236)))
        #expect(theme[.link] == Style(attributes: [.bold, .underline]))
        #expect(theme[.note] == Style(background: .indexed(9)))
        #expect(theme[.mark] == Style(foreground: .indexed(0), attributes: .reverse))
    }

    @Test func `a role says only what its file says, so that what it is laid over shines through`()
        throws
    {
        let theme = try theme(
            fromText: """
                [roles]
                text = "white on black bold"
                heading-1 = "red"
                """, file: "dusk.toml")
        #expect(theme[.heading1] == Style(foreground: .indexed(1)))
        #expect(theme[.listMeta] == Style())
    }

    @Test func `a child that changes its parent's palette changes the parent's roles`() throws {
        let dusk = try theme(
            fromText: """
                inherits = "ink"
                [palette]
                blue = "#010203"
                """, file: "dusk.toml")
        let ink = try loadTheme(named: "ink", folders: [])
        #expect(dusk.isDark)
        #expect(dusk[.heading2].foreground == .rgb(0x010203))
        #expect(dusk[.text] == ink[.text])
    }

    @Test func `all mistakes are told at once, with their lines and what was probably meant`() {
        let text = """
            inherit = "ink"
            dark = "yes"
            text = "white"

            [palette]
            sky = "#88aaf"
            bold = "#000000"

            [roles]
            headline = "bold"
            heading1 = "bold"
            link = 7
            code = "blu on sky"
            """
        #expect(
            complaints(text) == """
                dusk.toml:1: unknown key “inherit”; did you mean “inherits”?
                dusk.toml:2: dark is “yes”; expected true or false
                dusk.toml:3: unknown key “text”; did you mean “roles.text”?
                dusk.toml:6: palette.sky is “#88aaf”; expected a colour: “#rrggbb”, one of the 16 names such as “bright-blue”, 0 to 255 or “default”
                dusk.toml:7: palette is naming a colour “bold”; expected one word that is no attribute, number or `default`
                dusk.toml:10: unknown key “headline”
                dusk.toml:11: unknown key “heading1”; did you mean “heading-1”?
                dusk.toml:12: roles.link is 7; expected a style such as “blue on shade bold”
                dusk.toml:13: roles.code: “blu” is neither a colour nor an attribute; did you mean “blue”?
                """)
    }

    @Test func `words in styles are checked against the palette, attributes and names`() {
        let text = """
            [palette]
            sky = "#88aaff"
            [roles]
            text = "skye on black"
            link = "blue underlined"
            quote = "bold red"
            title = "red on"
            note = "red on blue on green"
            """
        #expect(
            complaints(text) == """
                dusk.toml:4: roles.text: “skye” is neither a colour nor an attribute; did you mean “sky”?
                dusk.toml:5: roles.link: “underlined” is neither a colour nor an attribute; did you mean “underline”?
                dusk.toml:6: roles.quote is “bold red”; expected foreground, `on` background, attributes, in this order
                dusk.toml:7: roles.title is “red on”; expected foreground, `on` background, attributes, in this order
                dusk.toml:8: roles.note is “red on blue on green”; expected foreground, `on` background, attributes, in this order
                """)
    }

    @Test(arguments: [
        ("inherits = \"inc\"", "dusk.toml:1: cannot inherit from “inc”; did you mean “ink”?"),
        ("inherits = \"dusk\"", "dusk.toml:1: cannot inherit from “dusk”"),
        ("inherits = \"../../etc/passwd\"", "dusk.toml:1: cannot inherit from “../../etc/passwd”"),
    ])
    func `a parent that is not there is named`(text: String, message: String) {
        #expect(complaints(text) == message)
    }

    @Test func `themes that inherit from each other are refused`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.toml", "inherits = \"b\"\n")
        try folder.write("b.toml", "# comment\ninherits = \"a\"\n")
        #expect(throws: StoreError.self) {
            try loadTheme(named: "a", folders: [folder.path])
        }
    }

    @Test func `a theme of one's own replaces a bundled one and may inherit from it`() throws {
        let folder = try TemporaryFolder()
        try folder.write("ink.toml", "inherits = \"ink\"\n[roles]\nlink = \"bold\"\n")
        let own = try loadTheme(named: "ink", folders: [folder.path])
        let bundled = try loadTheme(named: "ink", folders: [])
        #expect(own[.link] == Style(attributes: .bold))
        #expect(own[.text] == bundled[.text])
    }

    @Test
    func
        `a theme is found by name in the folder, by path anywhere, and else what is close is told`()
        throws
    {
        let folder = try TemporaryFolder()
        try folder.write("dusk.toml", "dark = true\n")
        #expect(try loadTheme(named: "dusk", folders: [folder.path]).isDark)
        #expect(try loadTheme(named: folder.path + "/dusk.toml", folders: []).name == "dusk")
        #expect(themeNames(folders: [folder.path]) == bundledThemes + ["dusk"])
        #expect(throws: StoreError.unknownTheme("dsuk", nearest: "dusk")) {
            try loadTheme(named: "dsuk", folders: [folder.path])
        }
        #expect(throws: StoreError.notFound("nowhere.toml")) {
            try loadTheme(named: "nowhere.toml", folders: [folder.path])
        }
    }

    @Test func `mono is what Drawing draws without any theme file`() throws {
        let mono = try loadTheme(named: "mono", folders: [])
        for role in Role.allCases {
            #expect(mono[role] == Theme.mono[role], "\(role.key)")
        }
    }

    @Test func `mono names no colour`() throws {
        let mono = try loadTheme(named: "mono", folders: [])
        for role in Role.allCases {
            #expect(mono[role].foreground == .standard, "\(role.key)")
            #expect(mono[role].background == .standard, "\(role.key)")
        }
    }
}
