import Drawing

extension State {
    /// Takes in what happened; returns what is to be done about it.
    package mutating func update(_ action: Action) -> [Effect] {
        if action.isOfReader { isUntouched = false }
        var effects = take(action)
        if case .prompt(let prompt) = mode, [.search, .command].contains(prompt.purpose) {
            effects += recallHistory()
        }
        settlePage()
        effects += settlePictures()
        settleContents()
        return effects + settlePane()
    }

    private mutating func take(_ action: Action) -> [Effect] {
        switch action {
        case .event(.key(let key)): press(key)
        case .event(.paste(let text)): paste(text)
        case .event(.mouse(let mouse)): point(mouse)
        case .event(.resize(let size)): resize(to: size)
        case .event(.background(let isDark)): suit(isDark: isDark)
        case .event(.showsPixels): learn(showsPixels: true)
        case .event(.closed): [.quit]
        case .loaded(let token, let bytes, let total): loaded(token, bytes: bytes, of: total)
        case .examined(let token, let report): examined(token, report)
        case .isAddress(let token, let address): isAddress(token, address)
        case .glimpsed(let token, let beginning, let bytes):
            glimpsed(token, beginning, bytes: bytes)
        case .surveyed(let token, let bearings): surveyed(token, bearings)
        case .opened(let token, let result): opened(token, result)
        case .pictured(let token, let result): pictured(token, result)
        case .replied(let token, let reply): replied(token, reply)
        case .foundChatbots(let cards): foundChatbots(cards)
        case .foundThemes(let themes): foundThemes(themes)
        case .loadedTheme(let theme): loaded(theme)
        case .changedSettings(let preferences, let losses): take(preferences, losses: losses)
        case .refusedSettings(let reason): fail(reason)
        case .recalled(let key, let exchanges): recalled(key, exchanges)
        case .recalledHistory(let lines): recalledHistory(lines)
        case .foundPaths(let stem, let paths): foundPaths(stem, paths)
        case .wrote(let path, let problem): wrote(path, problem)
        case .warned(let words): fail(words)
        case .ticked: tick()
        case .idled: idle()
        case .browserFailed(let reason): fail(Messages.browserFailed(reason))
        }
    }

    /// A key in the current mode.
    private mutating func press(_ key: Key) -> [Effect] {
        notice = nil
        forgetWish()
        switch mode {
        case .prompt: return pressInPrompt(key)
        case .hints: return pressInHints(key)
        case .picker: return pressInPicker(key)
        case .mark(let isSetting): return pressMark(key, isSetting: isSetting)
        case .note: return pressInNote(key)
        case .confirm: return pressInConfirmation(key)
        case .normal: break
        }
        if pressInContentsFilter(key) { return [] }
        if pendingKeys.isEmpty, case .character(let digit) = key.code, !key.control, !key.alt,
            let value = digit.wholeNumberValue, digit.isASCII, value > 0 || count != nil
        {
            count = min(99_999, (count ?? 0) * 10 + value)
            return []
        }
        pendingKeys.append(key)
        switch preferences.keymap.match(pendingKeys) {
        case .prefix: return []
        case .none:
            forgetKeys()
            return []
        case .command(let command):
            let count = self.count
            forgetKeys()
            return perform(command, count: count)
        }
    }

    private mutating func forgetKeys() {
        pendingKeys = []
        count = nil
    }

    /// Says why something did not work; nothing else changes.
    package mutating func fail(_ text: String) -> [Effect] {
        notice = Notice(text, isError: true)
        return []
    }

    package mutating func say(_ text: String) { notice = Notice(text) }
}

extension Action {
    /// Did the reader do something?
    fileprivate var isOfReader: Bool {
        switch self {
        case .event(.background), .event(.showsPixels): false
        case .event: true
        default: false
        }
    }
}
