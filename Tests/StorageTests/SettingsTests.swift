import Chat
import LecternCore
import Storage
import Support
import Testing
import Themes

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

private func themeComplaints(_ text: String) -> String {
    do {
        _ = try theme(fromText: text, file: "config.toml")
        return ""
    } catch {
        return error.message
    }
}

extension String {
    /// Its words, however many blanks part them.
    fileprivate var words: [Substring] { split(separator: " ") }
}

struct SettingsTests {
    @Test func `a whole settings file is read`() throws {
        let settings = try read(
            """
            measure = 66
            margin = 4
            background = "dark"
            pictures = "thumbnails"
            justify = true
            hyphenate = false
            theme = { light = "sepia", dark = "ink" }
            chatbot = "extract"
            chat-url = "http://127.0.0.1:8080"
            model = "smollm2"
            language = "pt-BR"
            search-address = "https://lite.example/?q=%s&kl=x"
            browser = ["firefox", "--new-window"]
            private = true
            thinking = true

            [prompts]
            poem = "Write a poem."
            child = "As to a child."

            [privacy]
            remote-chatbots = "never"
            trusted-hosts = ["gpu.example.org"]

            [keys]
            down = "e"
            contents = ["t", "ctrl-o"]
            ask = []
            """)
        var expected = Settings()
        expected.measure = 66
        expected.margin = 4
        expected.background = .dark
        expected.pictures = .thumbnails
        expected.remoteChatbots = .never
        expected.trustedHosts = ["gpu.example.org"]
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
        expected.isPrivate = true
        expected.thinks = true
        expected.prompts = [
            OwnPrompt(name: "poem", order: "Write a poem."),
            OwnPrompt(name: "child", order: "As to a child."),
        ]
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
            margin = 50
            background = "drak"
            [privacy]
            remote-chatbot = "never"
            remote-chatbots = "sometimes"
            trusted-hosts = ["https://gpu.example.org/"]
            [keys]
            dwon = "j"
            down = ["j", "hyper-super-x"]
            up = "j"
            ask = 3
            page-down = ["z", "z z"]
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
                config.toml:11: margin is 50; expected columns, 0 to 40
                config.toml:12: background is “drak”; expected “auto”, “light” or “dark”
                config.toml:14: unknown key “privacy.remote-chatbot”; did you mean “remote-chatbots”?
                config.toml:15: privacy.remote-chatbots is “sometimes”; expected “ask” or “never”
                config.toml:16: privacy.trusted-hosts is a list; expected a list of hosts such as “gpu.example.org”
                config.toml:18: unknown key “dwon”; did you mean “down”?
                config.toml:19: keys.down is “hyper-super-x”; expected keys such as “j”, “ctrl-d”, “space” or “y y”
                config.toml:20: keys.up is “j”; expected a key that “down” does not have already
                config.toml:21: keys.ask is 3; expected a key, or a list of keys
                config.toml:22: keys.page-down is “z z”; expected a key that does not begin or go on from “z” of “page-down”
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

    @Test(arguments: ["[", "[[", "[.a]", "a = 1\n[ \n", "[[\n]]", "\t[ .", "[\u{E9}]", "[\r\n"])
    func `a header without a name is refused`(header: String) {
        #expect(complaints(header).contains("expected the name of a table"))
        #expect(complaints(header + "\n[keys]").contains("expected the name of a table"))
    }

    @Test(arguments: [
        "[keys]", "[ keys ]", "[keys]\n[ privacy ]", "browser = [\n  [\n\"x\"]]",
        "browser = [\n\"[\", \"[.\"\n]",
    ])
    func `brackets elsewhere are no headers`(text: String) {
        #expect(!complaints(text).contains("expected the name of a table"))
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

    @Test func `the file that is written for the reader is sound, with and without its comments`()
        throws
    {
        let file = Setting.defaultFile(keys: [("down", ["j", "ctrl-n"]), ("contents", ["t"])])
        #expect(try read(file) == Settings())
        let lines = file.split(separator: "\n").map { line in
            line.hasPrefix("#") && !line.hasPrefix("# ") ? line.dropFirst() : line
        }
        let settings = try read(lines.joined(separator: "\n"))
        for field in Mirror(reflecting: settings).children {
            #expect("\(field.value)" != "nil", "\(field.label ?? "")")
        }
        #expect(settings.keys == ["down": ["j", "ctrl-n"], "contents": ["t"]])
        for setting in Setting.all {
            if let standard = setting.standard {
                #expect(setting.value(in: settings)?.words == standard.words, "\(setting.name)")
            }
        }
    }

    @Test func `a setting is shown as it would be written`() throws {
        let settings = try read(
            """
            theme = { light = "paper", dark = "a \\"quoted\\" one" }
            browser = ["firefox", "-P", "a\\u0007b"]
            """)
        var lines: [String] = []
        for setting in Setting.all {
            if let value = setting.value(in: settings) {
                lines.append("\(setting.name) = \(value)")
            }
        }
        #expect(
            lines == [
                #"theme = { light = "paper", dark = "a \"quoted\" one" }"#,
                #"browser = ["firefox", "-P", "a\u0007b"]"#,
            ])
        #expect(try read(lines.joined(separator: "\n")) == settings)
    }

    @Test func `the lines of settings are found for those who ask where one comes from`() throws {
        let folder = try TemporaryFolder()
        try folder.write("config.toml", "\nmeasure = 60\n[keys]\ndown = \"e\"\n")
        let path = folder.path + "/config.toml"
        #expect(
            try Settings.lines(ofFile: path, paths: ["measure", "keys.down", "margin"])
                == ["measure": 2, "keys.down": 4])
        #expect(try Settings.lines(ofFile: folder.path + "/none.toml", paths: []) == nil)
    }

    @Test(arguments: 0..<8)
    func `whatever is done to a file of settings or a theme, it is read or refused`(seed: UInt64) {
        var random = Seeded(seed)
        let sound = Setting.defaultFile(keys: [("down", ["j"])]).filter { $0 != "#" }
        let texts = [sound, Themes.text(named: "paper") ?? "", Themes.text(named: "ink") ?? ""]
        var refused = 0
        for _ in 0..<400 {
            var bytes = Array(texts[Int.random(in: 0..<texts.count, using: &random)].utf8)
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 1...0x7F, using: &random)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 9))
                case 2:
                    bytes.insert(
                        contentsOf: Array("=[{\"'.#\n".utf8).shuffled(using: &random), at: place)
                default:
                    let end = min(bytes.count, place + Int.random(in: 1...200, using: &random))
                    bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
                }
                if bytes.isEmpty { bytes = [0x23] }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            for message in [complaints(text), themeComplaints(text)] where !message.isEmpty {
                refused += 1
                #expect(message.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isForbidden })
                #expect(message.hasPrefix("config.toml"), "\(message)")
            }
        }
        #expect(refused > 400)
    }

    @Test func `nothing that a terminal would obey comes out of a message`() {
        let message = complaints("\"\\u001b[31m\" = 1\n\"a\\u0007\\u202e\" = 2\n")
        #expect(message.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isForbidden })
        #expect(message.contains("unknown key"))
    }
}
