import Drawing
import LecternCore
import Reading
import Support
import Testing

@Suite struct ChangedKeys {
    @Test func `what the settings say of a key wins, and the command that loses it is named`() {
        let changed = ["close": ["j"], "page-down": ["space", "y"]]
        let keymap = Keymap(changed: changed)
        #expect(keymap.match([Key("j")]) == .command(.close))
        #expect(keymap.match([Key("q")]) == .none)
        let losses = Keymap.losses(by: changed)
        #expect(losses.count == 4)
        #expect(losses[0].hasPrefix("The settings give j to close, so down has lost it"))
        #expect(losses[1].contains("copy-link"))
        #expect(Keymap.losses(by: ["close": ["j"], "down": ["down"]]).isEmpty)
    }
}

@Suite struct CommandLines {
    private func line(_ text: String, in reader: inout Script) {
        reader.press(":")
        reader.type(text)
        reader.press("enter")
    }

    @Test func `any command works by its name, with a count`() {
        var typed = Script(.tides, size: Size(60, 12))
        var pressed = typed
        line("down 5", in: &typed)
        pressed.press("5", "j")
        #expect(typed.screen == pressed.screen)
        line("next-section", in: &typed)
        pressed.press("}")
        #expect(typed.screen == pressed.screen)
        line("50%", in: &typed)
        pressed.press("5", "0", "G")
        #expect(typed.screen == pressed.screen)
    }

    @Test func `a number alone goes to the paragraph that citations call so`() throws {
        var reader = Script(.tides, size: Size(60, 12))
        let paragraph = try #require(Article.tides.paragraphs.dropFirst(2).first)
        line("\(paragraph.number)", in: &reader)
        #expect(reader.state.trail.page?.top.block == paragraph.block)
        let last = try #require(Article.tides.paragraphs.last)
        line("99999", in: &reader)
        #expect(reader.state.trail.page?.top.block == last.block)
    }

    @Test func `open takes addresses and paths`() throws {
        var reader = Script(.tides)
        line("open https://example.org/a b", in: &reader)
        let spaced = try #require(Address("https://example.org/a%20b"))
        #expect(reader.takeEffects() == [.open(Token(1), .address(spaced))])
        line("open notes.md", in: &reader)
        #expect(reader.takeEffects().last == .open(Token(2), .file("notes.md")))
        line("open www.example.org", in: &reader)
        let host = try #require(Address("https://www.example.org"))
        #expect(reader.takeEffects().last == .open(Token(3), .address(host)))
        let bare = try #require(Address("https://example.org/tides"))
        line("open example.org/tides", in: &reader)
        #expect(
            reader.takeEffects() == [
                .cancel(Token(3)), .openEither(Token(4), file: "example.org/tides", bare),
            ])
        reader.perform(.isAddress(Token(4), bare))
        #expect(reader.status.contains("https://example.org/tides"))
        reader.receive(.failure(.unknownHost("example.org")))
        reader.press("o")
        #expect(reader.takeEffects() == [.browse(bare)])
        line("open gopher://example.org", in: &reader)
        #expect(reader.takeEffects().isEmpty)
        #expect(reader.status.contains("neither an http address nor a file"))
    }

    @Test func `themes by name and by key`() {
        var reader = Script(.tides)
        line("theme mono", in: &reader)
        #expect(reader.state.theme.name == "mono")
        #expect(reader.status.contains("Theme: mono"))
        reader.press("T")
        #expect(reader.state.theme.name == "telling")
        line("theme neon", in: &reader)
        #expect(reader.status.contains("There is no theme “neon”: there are telling, mono"))
    }

    @Test func `a measure by number`() {
        var reader = Script(.tides)
        line("measure 40", in: &reader)
        #expect(reader.state.measure == 40)
        line("measure 9", in: &reader)
        #expect(reader.status.contains("from 20 to 200"))
        line("measure", in: &reader)
        #expect(reader.state.measure == 72)
    }

    @Test func `unknown names get the nearest, wrong words a sentence`() {
        var reader = Script(.tides)
        line("serch", in: &reader)
        #expect(reader.status.contains("did you mean search?"))
        line("xyzzyplugh", in: &reader)
        #expect(reader.status.contains("? shows all"))
        line("down far", in: &reader)
        #expect(reader.status.contains("takes a number"))
        line("", in: &reader)
        #expect(reader.state.notice == nil)
    }

    @Test func `a search from the line is a search`() {
        var reader = Script(.tides)
        line("search neap", in: &reader)
        #expect(reader.state.trail.page?.search?.words == "neap")
        #expect(reader.status.contains("1/"))
    }

    @Test func `quit and help`() {
        var reader = Script(.tides)
        line("help", in: &reader)
        #expect(reader.text.contains("Help"))
        reader.press("escape")
        line("q", in: &reader)
        #expect(reader.effects == [.quit])
    }

    @Test func `tab completes, again takes the next, shift-tab the one before`() {
        var reader = Script(.tides)
        reader.press(":")
        reader.type("next")
        reader.press("tab")
        #expect(reader.status == ":next-article")
        reader.press("tab")
        #expect(reader.status == ":next-link")
        reader.press("shift-tab")
        #expect(reader.status == ":next-article")
        reader.press("ctrl-u")
        reader.type("the")
        reader.press("tab")
        reader.type("m")
        reader.press("tab")
        #expect(reader.status == ":theme mono")
    }

    @Test func `tab completes what stands behind a command, paths as well`() {
        var reader = Script(.tides)
        reader.press(":")
        reader.type("summary l")
        reader.press("tab")
        #expect(reader.status == ":summary long")
        reader.press("ctrl-u")
        reader.type("translate f")
        reader.press("tab")
        #expect(reader.status.hasPrefix(":translate f"))
        reader.press("ctrl-u")
        reader.type("open /a/b")
        reader.takeEffects()
        reader.press("tab")
        #expect(reader.takeEffects() == [.findPaths("/a/b")])
        #expect(reader.status == ":open /a/b")
        // What comes late for another line changes nothing.
        reader.perform(.foundPaths("/a", ["/a/x"]))
        #expect(reader.status == ":open /a/b")
        reader.perform(.foundPaths("/a/b", ["/a/book.html", "/a/bay/"]))
        #expect(reader.status == ":open /a/bay/")
        reader.press("tab")
        #expect(reader.status == ":open /a/book.html")
        reader.press("shift-tab")
        #expect(reader.status == ":open /a/bay/")
        reader.type("c")
        reader.press("tab")
        #expect(reader.takeEffects() == [.findPaths("/a/bay/c")])
    }

    @Test func `lines typed in earlier runs are recalled, unless nothing is kept`() {
        var preferences = Preferences.test
        preferences.keepsConversations = true
        var reader = Script(.tides, preferences: preferences)
        reader.press("/")
        #expect(reader.takeEffects() == [.recallHistory])
        reader.perform(.recalledHistory(["/": ["old", "tide"], ":": ["theme ink"]]))
        reader.press("up", "up")
        #expect(reader.status.hasPrefix("/old"))
        reader.press("down")
        #expect(reader.status.hasPrefix("/tide"))
        reader.press("enter")
        #expect(reader.takeEffects() == [.keepLine("tide", sign: "/")])
        reader.press(":", "up")
        #expect(reader.status == ":theme ink")
        #expect(reader.takeEffects().isEmpty)
        var secret = Script(.tides)
        secret.press("/")
        secret.type("tide")
        secret.press("enter")
        #expect(secret.takeEffects().isEmpty)
    }

    @Test func `every command of the table can be given at any moment`() {
        for command in Command.allCases {
            for (name, material) in [
                ("page", Material.article(.tides)), ("list", .feed(Feed(title: "L", entries: []))),
            ] {
                var reader = Script(material, size: Size(50, 12))
                reader.press(":")
                reader.type(command.rawValue)
                reader.press("enter")
                #expect(reader.screen.count == 12, "\(command) on a \(name)")
            }
        }
    }

    @Test func `a long line scrolls and keeps its cursor in view`() {
        var reader = Script(.tides, size: Size(20, 6))
        reader.press(":")
        reader.type("open /a/very/long/path/to/a/page.html")
        #expect(
            reader.status == ":path/to/a/page.html".suffix(20).description
                || reader.status.hasPrefix(":"))
        #expect(reader.status.hasSuffix("page.html"))
        #expect(reader.surface.cursor == Position(19, 5))
        reader.press("home")
        #expect(reader.status.hasPrefix(":open /a/very"))
        #expect(reader.surface.cursor == Position(1, 5))
    }

    @Test func `a pasted address waits on the command line for enter`() throws {
        var reader = Script(.tides)
        reader.perform(.event(.paste("https://example.org/x\nrm -rf\u{1B}[0m")))
        #expect(reader.status == ":open https://example.org/x")
        #expect(reader.effects.isEmpty)
        reader.press("enter")
        let address = try #require(Address("https://example.org/x"))
        #expect(reader.effects == [.open(Token(1), .address(address))])
        reader.perform(.event(.paste("just words")))
        #expect(reader.state.mode == .normal)
    }
}

@Suite struct Pickers {
    @Test func `contents open at the section being read, and enter goes there`() {
        var reader = Script(.tides, size: Size(60, 16))
        reader.press("2", "}", "t")
        #expect(reader.drawn(.listSelected).first?.contains("Spring and neap") == true)
        reader.press("j", "j", "enter")
        #expect(reader.state.mode == .normal)
        #expect(reader.screen[1].contains("Tables"))
        reader.press("t", "g", "enter")
        #expect(reader.state.trail.page?.top == .start)
    }

    @Test func `a filter narrows, one left is taken by enter`() {
        var reader = Script(.tides, size: Size(60, 16))
        reader.press("t", "/")
        reader.type("LAG")
        #expect(reader.text.contains("The lag"))
        #expect(!reader.text.contains("│ Spring"))
        #expect(reader.surface.cursor != nil)
        reader.press("enter")
        #expect(reader.screen[1].contains("The lag"))
        reader.press("t", "/")
        reader.type("zzz")
        #expect(reader.text.contains("Nothing passes the filter"))
        reader.press("enter", "enter")
        #expect(reader.text.contains("Nothing passes"))
        reader.press("escape")
        #expect(reader.text.contains("Spring and neap"))
        reader.press("escape")
        #expect(reader.state.mode == .normal)
    }

    @Test func `the key that opened a list, q and escape close it`() {
        for key in ["t", "q", "escape", "H"] {
            var reader = Script(.tides)
            reader.press("t", key)
            #expect(reader.state.mode == .normal, "\(key)")
        }
    }

    @Test func `a click chooses, a click outside closes`() throws {
        var reader = Script(.tides, size: Size(60, 16))
        reader.press("t")
        let place = try #require(reader.place(of: "Tables"))
        reader.click(place.column + 2, place.row)
        #expect(reader.screen[1].contains("Tables"))
        reader.press("t")
        reader.click(0, 0)
        #expect(reader.state.mode == .normal)
    }

    @Test func `help shows every command with its keys and does the chosen one`() {
        var reader = Script(.tides, size: Size(80, 100))
        reader.press("?")
        for entry in Command.table {
            #expect(reader.text.contains(entry.keysText), "\(entry.command)")
        }
        reader.press("/")
        reader.type("next theme")
        reader.press("enter")
        #expect(reader.state.theme.name == "mono")
    }

    @Test func `a count moves the selection by so many`() {
        var reader = Script(.tides, size: Size(60, 16))
        reader.press("t", "4", "j")
        #expect(reader.status.contains("Tables"))
    }

    @Test func `keys are told in one table for people and for Markdown`() {
        let text = Command.keyTable(markdown: false)
        let markdown = Command.keyTable(markdown: true)
        for entry in Command.table {
            #expect(text.contains(entry.keysText))
            #expect(markdown.contains("`\(entry.command.rawValue)` |"))
        }
        let first = "| `j` `↓` | a line down; a number before a key repeats it | `down` |"
        #expect(markdown.contains(first))
        #expect(text.contains("  yy"))
    }

    @Test func `no two commands share a key, and every command is in the table once`() {
        let keys = Command.table.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
        #expect(
            Command.table.map(\.command).sorted { $0.rawValue < $1.rawValue }
                == Command.allCases.sorted { $0.rawValue < $1.rawValue })
        #expect(keys.allSatisfy { Key.sequence($0) != nil })
    }
}
