/// One setting: what it is called, what it is for, what holds without it.
///
/// The file that `lectern config --init` writes, what `lectern config` prints and the names that a mistyped one is
/// compared with are all made from `Setting.all`.
package struct Setting: Sendable {
    /// As in the file, with its table: `measure`, `privacy.trusted-hosts`.
    package let name: String
    /// What holds where the file says nothing, as TOML; nil: nothing does.
    package let standard: String?
    /// A value to show where nothing holds by itself.
    let example: String
    let help: String
    private let said: @Sendable (Settings) -> String?

    private init(
        _ name: String, standard: String? = nil, example: String = "", _ help: String,
        said: @escaping @Sendable (Settings) -> String?
    ) {
        self.name = name
        self.standard = standard
        self.example = example
        self.help = help
        self.said = said
    }

    /// What the reader's own settings say, as TOML; nil when they say nothing of it.
    package func value(in settings: Settings) -> String? { said(settings) }

    /// In the order in which they are shown; those of tables last, by table. `keys` is not among them.
    package static let all: [Setting] = [
        Setting("measure", standard: "72", "Width of the text in columns, 20 to 200.") {
            $0.measure.map(String.init)
        },
        Setting(
            "margin", standard: "2",
            "Columns kept free on either side of the text, 0 to 40; fewer on narrow terminals."
        ) { $0.margin.map(String.init) },
        Setting("justify", standard: "false", "Fill the lines to the edge.") {
            $0.justify.map { "\($0)" }
        },
        Setting(
            "hyphenate", standard: "false",
            "Divide words by the patterns of the article's language, where they are installed."
        ) { $0.hyphenate.map { "\($0)" } },
        Setting(
            "theme", standard: "{ light = \"paper\", dark = \"ink\" }",
            "One name, or one for light and one for dark terminals; `lectern themes` lists them."
        ) { settings in
            switch (settings.lightTheme, settings.darkTheme) {
            case (nil, nil): nil
            case (let light?, let dark?) where light == dark: light.asTOML
            case (let light, let dark):
                "{ light = \((light ?? "paper").asTOML), dark = \((dark ?? "ink").asTOML) }"
            }
        },
        Setting(
            "background", standard: "\"auto\"",
            "Which of the two themes: \"auto\" asks the terminal, \"light\" and \"dark\" pin one."
        ) { $0.background?.rawValue.asTOML },
        Setting(
            "pictures", standard: "\"off\"",
            "Pictures: \"off\" until `i` is pressed, \"thumbnails\" or \"on\", and then fetched unasked."
        ) { $0.pictures?.rawValue.asTOML },
        Setting(
            "chatbot", example: "\"ollama\"",
            "Who answers: part of a name, \"extract\" for the built-in extract, \"none\" for nobody."
        ) { $0.chatbot?.asTOML },
        Setting(
            "chat-url", example: "\"http://127.0.0.1:8080\"",
            "A server to ask, here or elsewhere; without it those of this computer are looked for."
        ) { $0.chatURL?.asTOML },
        Setting("model", example: "\"qwen3:4b\"", "The model to ask for.") { $0.model?.asTOML },
        Setting(
            "language", example: "\"en\"", "Answer in this language, not in the article's."
        ) { $0.language?.asTOML },
        Setting(
            "search-address", standard: "\"https://duckduckgo.com/?q=%s\"",
            "Where `o` looks for related articles whose address was lost."
        ) { $0.searchAddress?.asTOML },
        Setting(
            "browser", example: "[\"firefox\", \"--new-tab\"]",
            "The program for addresses, or a list of it and its arguments; else $BROWSER, xdg-open."
        ) { settings in
            settings.browser.map { $0.count == 1 ? $0[0].asTOML : $0.asTOML }
        },
        Setting(
            "private", standard: "false", "Keep no conversation and no typed line from run to run."
        ) { $0.isPrivate.map { "\($0)" } },
        Setting(
            "thinking", standard: "false",
            "Let reasoning models think before they answer questions."
        ) { $0.thinks.map { "\($0)" } },
        Setting(
            "privacy.remote-chatbots", standard: "\"ask\"",
            "Chatbots on other computers: \"ask\" before the first text goes there, or \"never\"."
        ) { $0.remoteChatbots?.rawValue.asTOML },
        Setting(
            "privacy.trusted-hosts", standard: "[]", "Hosts that text may go to without asking."
        ) { $0.trustedHosts?.asTOML },
    ]

    /// What may stand outside of all tables.
    static let topNames: [String] =
        all.map(\.name).filter { !$0.contains(".") } + ["privacy", "prompts", "keys"]

    /// A whole settings file with everything commented out.
    ///
    /// `keys` is an example of a command's name and its usual keys.
    package static func defaultFile(keys: [(command: String, keys: [String])]) -> String {
        var out = """
            # Settings of Lectern. Take the # from the front of a line to make it count; what stands behind the = is
            # what holds without it, or an example. Changes count as soon as the file is saved.
            # `lectern config` shows what holds and where it comes from.

            """
        var table = ""
        for setting in all {
            let parts = setting.name.split(separator: ".").map(String.init)
            if parts.count > 1, parts[0] != table {
                table = parts[0]
                out += "\n#[\(table)]\n"
            }
            let value = setting.standard ?? setting.example
            let what = setting.standard == nil ? " (an example)" : ""
            out += "\n# \(setting.help)\n#\(parts[parts.count - 1]) = \(value)"
            out += what.isEmpty ? "\n" : "   #\(what)\n"
        }
        out +=
            "\n# What `A` offers besides its own: a name, and what to ask of the article.\n"
            + "#[prompts]\n#\"Open questions\" = \"Which questions does the article leave open?\"\n"
        out +=
            "\n# A command and its keys; `lectern keys` lists them. [] takes a command's keys away.\n"
        out += "#[keys]\n"
        for (command, keys) in keys { out += "#\(command) = \(keys.asTOML)\n" }
        return out
    }
}

extension String {
    /// As a basic string of TOML.
    package var asTOML: String {
        var out = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\\(scalar)"
            case "\u{0}"..<" ", "\u{7F}":
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}

extension [String] {
    /// As a list of TOML.
    package var asTOML: String { "[" + map(\.asTOML).joined(separator: ", ") + "]" }
}
