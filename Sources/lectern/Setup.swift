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
    /// Folders that are searched for themes before the bundled ones.
    let themeFolders: [String]

    /// Keys that the settings take from commands they do not name, a sentence each.
    let losses: [String]

    /// NO_COLOR, the `mono` theme's own choice, or a terminal without colours.
    let isColorless: Bool

    init(_ options: Wishes) throws {
        let environment = Setup.environment(["XDG_CONFIG_HOME", "HOME", "NO_COLOR", "COLORFGBG"])
        themeFolders = Folders.themes(environment)
        isColorless = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        let settings: Settings
        let theme: Theme
        do {
            settings = try Settings.load(
                file: options.config, folder: Folders.config(environment),
                commands: Command.allCases.map(\.rawValue),
                isKey: { Key.sequence($0) != nil })
            let wanted =
                Setup.hasLightBackground(environment["COLORFGBG"])
                ? settings.lightTheme ?? "paper" : settings.darkTheme ?? "ink"
            theme = try loadTheme(
                named: options.theme ?? (isColorless ? "mono" : wanted), folders: themeFolders)
        } catch {
            throw Failure.exit(error.message, code: EX_CONFIG)
        }
        let chatbot = options.chatbot ?? settings.chatbot
        var preferences = Preferences()
        preferences.themes = [theme]
        preferences.measure = settings.measure ?? preferences.measure
        preferences.justifies = settings.justify ?? preferences.justifies
        preferences.hyphenates = settings.hyphenate ?? preferences.hyphenates
        preferences.searchAddress = settings.searchAddress ?? preferences.searchAddress
        preferences.language = options.language ?? settings.language
        preferences.extractOnly = chatbot == "extract"
        preferences.chatbotsAllowed = chatbot != "none"
        preferences.chatServer = options.chatURL ?? settings.chatURL
        preferences.chatbotName = chatbot.flatMap { ["extract", "none"].contains($0) ? nil : $0 }
        if !settings.keys.isEmpty { preferences.keymap = Keymap(changed: settings.keys) }
        losses = settings.keys.isEmpty ? [] : Keymap.losses(by: settings.keys)
        self.preferences = preferences
        servers = Servers(
            named: (options.chatURL ?? settings.chatURL).map { [$0] } ?? [],
            model: options.model ?? settings.model,
            wanted: chatbot)
        browser = settings.browser
    }

    /// What terminals that set COLORFGBG say of their background: `15;0` is light on black. 7 and 9 to 15 are light.
    private static func hasLightBackground(_ said: String?) -> Bool {
        guard let last = said?.split(separator: ";").last, let color = Int(last) else {
            return false
        }
        return color == 7 || (9...15).contains(color)
    }

    private static func environment(_ names: [String]) -> [String: String] {
        var found: [String: String] = [:]
        for name in names { found[name] = getenv(name).map { String(cString: $0) } }
        return found
    }

    /// Every theme there is, the chosen one included, in the order `T` goes through them; broken ones are left out.
    static func allThemes(in folders: [String]) -> [Theme] {
        themeNames(folders: folders).compactMap { try? loadTheme(named: $0, folders: folders) }
    }
}
