import ArgumentParser
import Drawing
import Glibc
import LecternCore
import Reading
import Storage

/// What the options, the environment and the settings come to.
struct Setup {
    let preferences: Preferences
    let servers: Servers
    /// The program that opens addresses, and its first arguments.
    let browser: [String]?
    /// Where conversations are kept; nil without a home.
    let conversations: ConversationStore?
    /// Where typed lines are kept; nil without a home.
    let history: HistoryStore?
    /// Folders that are searched for themes before the bundled ones.
    let themeFolders: [String]

    /// Keys that the settings take from commands they do not name, a sentence each.
    let losses: [String]

    /// NO_COLOR, the `mono` theme's own choice, or a terminal without colours.
    let isColorless: Bool

    /// What the settings file says by itself, and where it is, or would be.
    let settings: Settings
    let settingsPath: String?

    /// - Parameters:
    ///   - isDark: what the terminal has said of its background; nil before it did.
    ///   - kept: the name of a theme that the reader has chosen since and goes on to see.
    init(_ options: Wishes, isDark: Bool? = nil, keeping kept: String? = nil) throws {
        do throws(StoreError) {
            try self.init(checked: options, isDark: isDark, keeping: kept)
        } catch {
            throw Failure.exit(error.message, code: EX_CONFIG)
        }
    }

    /// The same for a reader that runs: mistakes are thrown as they are.
    init(
        checked options: Wishes, isDark: Bool? = nil, keeping kept: String? = nil
    ) throws(StoreError) {
        let environment = Setup.environment
        themeFolders = Folders.themes(environment)
        isColorless = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        settingsPath = Settings.path(file: options.config, folder: Folders.config(environment))
        settings = try Settings.load(
            file: options.config, folder: Folders.config(environment),
            commands: Command.allCases.map(\.rawValue),
            isKey: { Key.sequence($0) != nil })
        let pair = BackgroundThemes(
            light: settings.lightTheme ?? "paper", dark: settings.darkTheme ?? "ink")
        let saysLight = Setup.hasLightBackground(environment["COLORFGBG"])
        let isLight =
            switch settings.background ?? .auto {
            case .auto: isDark.map { !$0 } ?? saysLight
            case .light: true
            case .dark: false
            }
        let theme = try loadTheme(
            named: options.theme ?? (isColorless ? "mono" : isLight ? pair.light : pair.dark),
            folders: themeFolders)
        let chatbot = options.chatbot ?? settings.chatbot
        var preferences = Preferences()
        preferences.themes = [theme]
        preferences.themesAreAll = false
        if let kept, kept != theme.name {
            preferences.themes.append(try loadTheme(named: kept, folders: themeFolders))
        }
        if options.theme == nil, !isColorless, pair.light != pair.dark,
            settings.background ?? .auto == .auto
        {
            preferences.backgroundThemes = pair
        }
        preferences.measure = settings.measure ?? preferences.measure
        preferences.margin = settings.margin ?? preferences.margin
        preferences.justifies = settings.justify ?? preferences.justifies
        preferences.hyphenates = settings.hyphenate ?? preferences.hyphenates
        preferences.pictures = settings.pictures.map(PictureSize.init) ?? preferences.pictures
        preferences.searchAddress = settings.searchAddress ?? preferences.searchAddress
        preferences.keepsConversations = !(settings.isPrivate ?? false)
        preferences.thinks = settings.thinks ?? false
        preferences.prompts = settings.prompts
        preferences.language = options.language ?? settings.language
        preferences.extractOnly = chatbot == "extract"
        preferences.chatbotsAllowed = chatbot != "none"
        preferences.chatServer = options.chatURL ?? settings.chatURL
        preferences.chatbotName = chatbot.flatMap { ["extract", "none"].contains($0) ? nil : $0 }
        preferences.allowsRemoteChatbots = settings.remoteChatbots != .never
        preferences.trustedHosts = Set(settings.trustedHosts ?? [])
        if !settings.keys.isEmpty { preferences.keymap = Keymap(changed: settings.keys) }
        losses = settings.keys.isEmpty ? [] : Keymap.losses(by: settings.keys)
        self.preferences = preferences
        var servers = Servers(
            named: (options.chatURL ?? settings.chatURL).map { [$0] } ?? [],
            model: options.model ?? settings.model,
            wanted: chatbot, allowsRemote: preferences.allowsRemoteChatbots)
        servers.keyFile = Folders.config(environment).map { "\($0)/keys" }
        browser = settings.browser
        self.servers = servers
        conversations = Folders.state(environment).map {
            ConversationStore(folder: "\($0)/conversations")
        }
        history = Folders.state(environment).map { HistoryStore(folder: $0) }
    }

    /// What terminals that set COLORFGBG say of their background: `15;0` is light on black. 7 and 9 to 15 are light.
    private static func hasLightBackground(_ said: String?) -> Bool {
        guard let last = said?.split(separator: ";").last, let color = Int(last) else {
            return false
        }
        return color == 7 || (9...15).contains(color)
    }

    /// The variables that settings depend on.
    static var environment: [String: String] {
        var found: [String: String] = [:]
        for name in ["XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME", "NO_COLOR", "COLORFGBG"] {
            found[name] = getenv(name).map { String(cString: $0) }
        }
        return found
    }

    /// Every theme there is in the order `T` goes through them, those that are `loaded` as they are; broken ones are
    /// left out.
    static func allThemes(in folders: [String], loaded: [Theme]) -> [Theme] {
        themeNames(folders: folders).compactMap { name in
            loaded.first { $0.name == name } ?? (try? loadTheme(named: name, folders: folders))
        }
    }
}

extension PictureSize {
    fileprivate init(_ setting: Settings.Pictures) {
        self =
            switch setting {
            case .off: .off
            case .thumbnails: .thumbnails
            case .on: .on
            }
    }
}
