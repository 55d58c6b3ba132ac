import LecternCore
import Storage
import Testing

private let commands = ["down", "up", "page-down", "contents", "ask"]

private func read(_ text: String) throws(StoreError) -> Settings {
    try Settings.read(
        text, file: "config.toml", commands: commands, isKey: { $0.count < 8 && !$0.isEmpty })
}

private func complaints(_ text: String) -> String {
    do {
        _ = try read(text)
        return ""
    } catch {
        return error.message
    }
}

struct SettingsTests {
    @Test func `a whole settings file is read`() throws {
        let settings = try read(
            """
            measure = 66
            justify = true
            hyphenate = false
            theme = { light = "sepia", dark = "ink" }
            chatbot = "extract"
            chat-url = "http://127.0.0.1:8080"
            model = "smollm2"
            language = "pt-BR"
            search-address = "https://lite.example/?q=%s&kl=x"
            browser = ["firefox", "--new-window"]

            [keys]
            down = "e"
            contents = ["t", "ctrl-o"]
            ask = []
            """)
        var expected = Settings()
        expected.measure = 66
        expected.justify = true
        expected.hyphenate = false
        expected.lightTheme = "sepia"
        expected.darkTheme = "ink"
        expected.chatbot = "extract"
        expected.chatURL = "http://127.0.0.1:8080"
        expected.model = "smollm2"
        expected.language = "pt-BR"
        expected.searchAddress = "https://lite.example/?q=%s&kl=x"
        expected.browser = ["firefox", "--new-window"]
        expected.keys = ["down": ["e"], "contents": ["t", "ctrl-o"], "ask": []]
        #expect(settings == expected)
    }

    @Test func `an empty file says nothing`() throws {
        #expect(try read("") == Settings())
    }

    @Test func `one theme stands for both backgrounds`() throws {
        let settings = try read("theme = \"mono\"")
        #expect(settings.lightTheme == "mono")
        #expect(settings.darkTheme == "mono")
    }

    @Test func `all mistakes are told at once, with their lines and what was probably meant`() {
        let text = """
            # a comment with = in it
            mesure = 66
            measure = 300
            theme = { lihgt = "sepia", dark = 3 }
            chatbot = ""
            chat-url = "file:///etc/passwd"
            model = 7
            language = "Klingon!"
            search-address = "https://search.example/"
            browser = []
            [keys]
            dwon = "j"
            down = ["j", "hyper-super-x"]
            up = "j"
            ask = 3
            """
        #expect(
            complaints(text) == """
                config.toml:2: unknown key “mesure”; did you mean “measure”?
                config.toml:3: measure is 300; expected columns, 20 to 200
                config.toml:4: theme.dark is 3; expected the name of a theme
                config.toml:4: unknown key “theme.lihgt”; did you mean “light”?
                config.toml:5: chatbot is “”; expected a name, “extract” or “none”
                config.toml:6: chat-url is “file:///etc/passwd”; expected an http or https address, or “unix:/path”
                config.toml:7: model is 7; expected the name of a model
                config.toml:8: language is “Klingon!”; expected a tag such as “en” or “pt-BR”
                config.toml:9: search-address is “https://search.example/”; expected an http or https address with “%s” in it
                config.toml:10: browser is a list; expected a program, or a list of it and its arguments
                config.toml:12: unknown key “dwon”; did you mean “down”?
                config.toml:13: keys.down is “hyper-super-x”; expected keys such as “j”, “ctrl-d”, “space” or “y y”
                config.toml:14: keys.up is “j”; expected a key that “down” does not have already
                config.toml:15: keys.ask is 3; expected a key, or a list of keys
                """)
    }

    @Test(arguments: [
        "https://gpu.example.org/v1", "localhost:8080", "unix:/run/llama.sock", "/run/llama.sock",
    ])
    func `a chatbot's server is named as on the command line`(server: String) throws {
        #expect(try read("chat-url = \"\(server)\"").chatURL == server)
    }

    @Test func `a file that is no TOML says where`() {
        #expect(
            complaints("measure = 66\ntheme = ink\n").hasPrefix("config.toml:2: not valid TOML: "))
    }

    @Test func `the line of a key is found in every way to write it`() {
        let text = """
            keys.dwon = "j"
            "mesure" = 1
            [ theme ]
            "lihgt" = "x"
            """
        #expect(
            complaints(text) == """
                config.toml:1: unknown key “dwon”; did you mean “down”?
                config.toml:2: unknown key “mesure”; did you mean “measure”?
                config.toml:4: unknown key “theme.lihgt”; did you mean “light”?
                """)
    }

    @Test func `a missing file is fine unless it was named`() throws {
        let folder = try TemporaryFolder()
        #expect(try load(folder: folder.path) == Settings())
        #expect(try load(folder: nil) == Settings())
        #expect(throws: StoreError.notFound(folder.path + "/x.toml")) {
            try load(file: folder.path + "/x.toml", folder: folder.path)
        }
        try folder.write("config.toml", "measure = 60\n")
        #expect(try load(folder: folder.path).measure == 60)
    }

    private func load(file: String? = nil, folder: String?) throws -> Settings {
        try Settings.load(file: file, folder: folder, commands: commands, isKey: { _ in true })
    }

    @Test func `what is no settings file at all is refused in one sentence`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/config.toml"
        try folder.write("config.toml", Array(repeating: 0x23, count: 10_000_000))
        #expect(throws: StoreError.tooLarge(path, limit: 256 * 1024)) {
            try load(folder: folder.path)
        }
        try folder.write("config.toml", Array("measure = 66\0".utf8))
        #expect(throws: StoreError.notText(path)) { try load(folder: folder.path) }
        try folder.write("config.toml", [0x61, 0x3D, 0xFF, 0xFE])
        #expect(throws: StoreError.notText(path)) { try load(folder: folder.path) }
        #expect(throws: StoreError.unreadable(folder.path, reason: "Is a directory")) {
            try load(file: folder.path, folder: nil)
        }
    }

    /// Ways to nest without end.
    enum Nest: CaseIterable {
        case lists, listsByLine, tables, dottedKey, dottedHeader
        /// As deep as the check lets through, ending in a mistake, so that the parser frees it all.
        case justAllowed

        var text: String {
            let dotted = { (count: Int) in
                Array(repeating: "a", count: count).joined(separator: ".")
            }
            return switch self {
            case .lists: "a = " + String(repeating: "[", count: 100_000)
            case .listsByLine: "a = " + String(repeating: "[\n", count: 100_000)
            case .tables: "a = " + String(repeating: "{a=", count: 60_000)
            case .dottedKey: dotted(100_000) + " = 1"
            case .dottedHeader: "[" + dotted(100_000) + "]\nb = 1\nb = 2"
            case .justAllowed:
                "a = " + String(repeating: "{" + dotted(60) + " = [\n", count: 15) + "oops"
            }
        }
    }

    @Test(arguments: Nest.allCases)
    func `a file that is nested without end is refused and nothing overflows`(nest: Nest) {
        #expect(complaints(nest.text).contains("not valid TOML"))
    }

    @Test func `of thousands of mistakes the first are told, and how many there are`() {
        let text = (0..<3_000).map { "colour\($0) = \($0)" }.joined(separator: "\n")
        let lines = complaints(text).split(separator: "\n")
        #expect(lines.count == 31)
        #expect(lines.first == "config.toml:1: unknown key “colour0”")
        #expect(lines.last == "and 2970 more mistakes in this file")
    }

    @Test func `nothing that a terminal would obey comes out of a message`() {
        let message = complaints("\"\\u001b[31m\" = 1\n\"a\\u0007\\u202e\" = 2\n")
        #expect(message.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isForbidden })
        #expect(message.contains("unknown key"))
    }
}
