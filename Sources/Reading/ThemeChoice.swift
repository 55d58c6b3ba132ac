import Drawing

/// Another theme, as the reader asks for it.
enum ThemeWish: Equatable, Sendable {
    /// So many further on in their order.
    case steps(Int)
    case named(String)
}

// Which theme is shown: what the reader chose, else what suits the terminal.
extension State {
    /// The theme wished for; where not all are read yet, as soon as they are.
    mutating func choose(_ wish: ThemeWish) -> [Effect] {
        guard preferences.themesAreAll else {
            if case .steps(let more) = wish, case .steps(let steps) = themeWish {
                themeWish = .steps(steps + more)
                return []
            }
            themeWish = wish
            return [.findThemes]
        }
        guard !preferences.themes.isEmpty else { return [] }
        let names = preferences.themes.map(\.name)
        switch wish {
        case .steps(let steps): preferences.theme = (preferences.theme + steps) % names.count
        case .named(let name):
            guard let index = names.firstIndex(of: name.lowercased()) ?? names.firstIndex(of: name)
            else { return fail(Messages.unknownTheme(name, known: names)) }
            preferences.theme = index
        }
        themeIsChosen = true
        say(Messages.theme(theme.name))
        return []
    }

    /// The theme in use stays; it comes first when it is none of those found, such as one given as a file.
    mutating func foundThemes(_ themes: [Theme]) -> [Effect] {
        let current = theme
        let place = themes.firstIndex { $0.name == current.name }
        preferences.themes = place == nil ? [current] + themes : themes
        preferences.theme = place ?? 0
        preferences.themesAreAll = true
        guard let wish = themeWish else { return [] }
        themeWish = nil
        return choose(wish)
    }

    /// Takes the theme for a light or a dark terminal, unless the reader has chosen.
    mutating func suit(isDark: Bool) -> [Effect] {
        terminalIsDark = isDark
        guard let pair = preferences.backgroundThemes, !themeIsChosen else { return [] }
        let name = isDark ? pair.dark : pair.light
        guard theme.name != name else { return [] }
        if let place = preferences.themes.firstIndex(where: { $0.name == name }) {
            preferences.theme = place
            return []
        }
        return [.loadTheme(name)]
    }

    /// A theme that suits the terminal; too late when the reader has chosen meanwhile.
    mutating func loaded(_ theme: Theme) -> [Effect] {
        guard !themeIsChosen else { return [] }
        if let place = preferences.themes.firstIndex(where: { $0.name == theme.name }) {
            preferences.themes[place] = theme
            preferences.theme = place
        } else {
            preferences.themes.append(theme)
            preferences.theme = preferences.themes.count - 1
        }
        return []
    }

    /// Settings that were saved while the reader runs. What was chosen by keys goes on to hold.
    mutating func take(_ changed: Preferences, losses: [String]) -> [Effect] {
        // What was wrong with them before is so no longer.
        if notice?.isError == true { notice = nil }
        var changed = changed
        if themeIsChosen, let place = changed.themes.firstIndex(where: { $0.name == theme.name }) {
            changed.theme = place
        }
        guard !changed.says(theSameAs: preferences) else { return [] }
        let former = preferences
        preferences = changed
        if former.chatServer != changed.chatServer || former.chatbotName != changed.chatbotName
            || former.extractOnly != changed.extractOnly
            || former.allowsRemoteChatbots != changed.allowsRemoteChatbots
        {
            // Who answers is found anew with the next question.
            chatbots = nil
            chatbot = nil
        }
        say(losses.isEmpty ? Messages.settingsTaken : losses.joined(separator: " "))
        return []
    }
}

extension Preferences {
    /// Is everything the same but which other themes have been read?
    fileprivate func says(theSameAs other: Preferences) -> Bool {
        guard themes[theme] == other.themes[other.theme] else { return false }
        var same = other
        (same.themes, same.theme, same.themesAreAll) = (themes, theme, themesAreAll)
        return same == self
    }
}
