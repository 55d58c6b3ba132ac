import Chat

/// What the reader's settings file says; nil and empty mean that it says nothing, and the program's own
/// defaults hold.
package struct Settings: Equatable, Sendable {
    /// Width of the text in columns, 20...200.
    package var measure: Int?
    /// Columns kept free on either side of the text, 0...40.
    package var margin: Int?
    /// Fill lines to the edge; divide words by the article's language.
    package var justify: Bool?
    package var hyphenate: Bool?
    /// Names of the themes for terminals with a light and with a dark background; the same when one was given.
    package var lightTheme: String?
    package var darkTheme: String?
    /// Which of the two is taken; nil and `auto`: as the terminal says.
    package var background: Background?
    /// How pictures are shown before the reader says otherwise.
    package var pictures: Pictures?
    /// A name, `extract` or `none`.
    package var chatbot: String?
    /// An http or https address, the scheme perhaps left out, or `unix:/path`.
    package var chatURL: String?
    package var model: String?
    /// Language to answer in, a BCP 47 tag.
    package var language: String?
    /// Keep no conversations from run to run.
    package var isPrivate: Bool?
    /// Let a reasoning model think before it answers questions; never before summaries.
    package var thinks: Bool?
    /// The reader's own orders to a chatbot by name, in the order of the file.
    package var prompts: [OwnPrompt] = []
    /// http or https; `%s` stands for the words to look for.
    package var searchAddress: String?
    /// A program and its first arguments; never empty.
    package var browser: [String]?
    /// May text go to chatbots on other computers? nil: after asking.
    package var remoteChatbots: RemoteChatbots?
    /// Hosts that text may go to without asking.
    package var trustedHosts: [String]?
    /// Keys by command name, as they are written; an empty list takes a command's keys away.
    package var keys: [String: [String]] = [:]

    package enum Background: String, CaseIterable, Sendable { case auto, light, dark }
    package enum Pictures: String, CaseIterable, Sendable { case off, thumbnails, on }
    package enum RemoteChatbots: String, CaseIterable, Sendable { case ask, never }

    package init() {}

    /// The settings file: the one named, else `config.toml` in the folder; nil without either.
    package static func path(file: String?, folder: String?) -> String? {
        file ?? folder.map { "\($0)/config.toml" }
    }

    /// Reads the settings file: the one named, which must exist, else `config.toml` in the folder, if there is
    /// one. A missing file costs one failed `open`.
    ///
    /// `commands` are the names that `[keys]` may use; `isKey` says whether a text names keys (`ctrl-d`, `y y`).
    package static func load(
        file: String?, folder: String?, commands: [String], isKey: (String) -> Bool
    ) throws(StoreError) -> Settings {
        guard let path = path(file: file, folder: folder) else { return Settings() }
        guard let content = try readTextFile(path) else {
            if file != nil { throw .notFound(path) }
            return Settings()
        }
        return try read(content, file: path, commands: commands, isKey: isKey)
    }

    /// Reads the text of a settings file. Throws `.mistakes` with everything that is wrong in it.
    package static func read(
        _ content: String, file: String, commands: [String], isKey: (String) -> Bool
    ) throws(StoreError) -> Settings {
        var reader = SettingsReader(text: try TOMLText(content, file: file), commands: commands)
        return try reader.read(isKey: isKey)
    }

    /// The lines on which the settings of a sound file stand, by their paths (`measure`, `theme.light`, `keys.down`),
    /// from 1; nil when there is no such file.
    package static func lines(ofFile path: String, paths: [String]) throws(StoreError)
        -> [String: Int]?
    {
        guard let content = try readTextFile(path) else { return nil }
        let text = try TOMLText(content, file: path)
        return Dictionary(
            paths.compactMap { path in text.line(of: path).map { (path, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}
