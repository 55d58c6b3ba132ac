import Chat
import Drawing

/// What the settings say, as far as reading needs it.
package struct Preferences: Equatable, Sendable {
    /// Width of the text in columns, 20...200.
    package var measure = 72
    /// Columns kept free on either side of the text where there is room, 0...40.
    package var margin = 2
    /// Are lines filled to the edge? Are words divided at their ends?
    package var justifies = false
    package var hyphenates = false
    package var pictures = PictureSize.off
    package var themes: [Theme] = [.mono]
    /// Index into `themes`.
    package var theme = 0
    /// Are these all themes there are? Else the rest is read when the reader asks for another.
    package var themesAreAll = true
    /// The themes to choose from by the terminal's background; nil: the reader has chosen.
    package var backgroundThemes: BackgroundThemes?
    package var keymap = Keymap.standard
    /// `%s` is replaced by the words to look for.
    package var searchAddress = "https://duckduckgo.com/?q=%s"
    /// BCP 47: the language to answer in; nil: the article's.
    package var language: String?
    /// `--chatbot none`: the pane only says how to get one.
    package var chatbotsAllowed = true
    /// The server to ask, as the options or settings name it; nil: whoever is found on this computer.
    package var chatServer: String?
    /// Part of the name of the chatbot wanted; nil: any.
    package var chatbotName: String?
    /// `--chatbot extract`: never look for a server.
    package var extractOnly = false
    /// May text go to chatbots on other computers at all?
    package var allowsRemoteChatbots = true
    /// Hosts that text may go to without asking.
    package var trustedHosts: Set<String> = []

    /// Are conversations kept from run to run?
    package var keepsConversations = false
    /// May a reasoning model think before it answers a question?
    package var thinks = false
    /// The reader's own orders to a chatbot.
    package var prompts: [OwnPrompt] = []

    package init() {}
}

/// Names of the themes for terminals with a light and with a dark background.
package struct BackgroundThemes: Equatable, Sendable {
    package var light: String
    package var dark: String

    package init(light: String, dark: String) {
        self.light = light
        self.dark = dark
    }
}
