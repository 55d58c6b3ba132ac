import Drawing

/// What the settings say, as far as reading needs it.
package struct Preferences: Equatable, Sendable {
    /// Width of the text in columns, 20...200.
    package var measure = 72
    /// Are lines filled to the edge? Are words divided at their ends?
    package var justifies = false
    package var hyphenates = false
    package var themes: [Theme] = [.mono]
    /// Index into `themes`.
    package var theme = 0
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

    package init() {}
}
