import Chat
import LecternCore
import TOMLKit

/// Turns the tables of a settings file into `Settings`, collecting every mistake on the way.
struct SettingsReader {
    let text: TOMLText
    let commands: [String]
    private var settings = Settings()
    private var mistakes: [Mistake] = []

    init(text: TOMLText, commands: [String]) {
        self.text = text
        self.commands = commands
    }

    mutating func read(isKey: (String) -> Bool) throws(StoreError) -> Settings {
        for key in text.orderedKeys(text.table, under: "") {
            guard let value = text.table[key] else { continue }
            switch key {
            case "measure":
                settings.measure = value.int.flatMap { (20...200).contains($0) ? $0 : nil }
                if settings.measure == nil { refuse(key, value, "columns, 20 to 200") }
            case "margin":
                settings.margin = value.int.flatMap { (0...40).contains($0) ? $0 : nil }
                if settings.margin == nil { refuse(key, value, "columns, 0 to 40") }
            case "justify": settings.justify = truth(key, value)
            case "hyphenate": settings.hyphenate = truth(key, value)
            case "theme": readTheme(value)
            case "pictures": settings.pictures = word(key, value)
            case "background": settings.background = word(key, value)
            case "chatbot":
                settings.chatbot = name(value)
                if settings.chatbot == nil { refuse(key, value, "a name, “extract” or “none”") }
            case "chat-url":
                settings.chatURL = name(value).flatMap { isServer($0) ? $0 : nil }
                if settings.chatURL == nil {
                    refuse(key, value, "an http or https address, or “unix:/path”")
                }
            case "model":
                settings.model = name(value)
                if settings.model == nil { refuse(key, value, "the name of a model") }
            case "language":
                settings.language = name(value).flatMap { isLanguage($0) ? $0 : nil }
                if settings.language == nil { refuse(key, value, "a tag such as “en” or “pt-BR”") }
            case "search-address":
                settings.searchAddress = name(value).flatMap { isSearch($0) ? $0 : nil }
                if settings.searchAddress == nil {
                    refuse(key, value, "an http or https address with “%s” in it")
                }
            case "browser":
                settings.browser = words(value)
                if settings.browser?.isEmpty ?? true {
                    refuse(key, value, "a program, or a list of it and its arguments")
                }
            case "privacy": readPrivacy(value)
            case "keys": readKeys(value, isKey: isKey)
            case "private": settings.isPrivate = truth(key, value)
            case "thinking": settings.thinks = truth(key, value)
            case "prompts": readPrompts(value)
            default: refuseKey(key, among: Setting.topNames)
            }
        }
        guard mistakes.isEmpty else { throw .mistakes(mistakes) }
        return settings
    }

    private mutating func readTheme(_ value: any TOMLValueConvertible) {
        if let one = name(value) {
            settings.lightTheme = one
            settings.darkTheme = one
        } else if let table = value.table {
            for key in text.orderedKeys(table, under: "theme.") {
                guard let entry = table[key] else { continue }
                switch key {
                case "light": settings.lightTheme = themeName(key, entry)
                case "dark": settings.darkTheme = themeName(key, entry)
                default: refuseKey("theme.\(key)", among: ["light", "dark"])
                }
            }
        } else {
            refuse("theme", value, "a name, or { light = …, dark = … }")
        }
    }

    private mutating func themeName(_ key: String, _ value: any TOMLValueConvertible) -> String? {
        let found = name(value)
        if found == nil { refuse("theme.\(key)", value, "the name of a theme") }
        return found
    }

    private mutating func readPrivacy(_ value: any TOMLValueConvertible) {
        for (key, path, entry) in entries("privacy", value, "a table: [privacy]") {
            switch key {
            case "remote-chatbots": settings.remoteChatbots = word(path, entry)
            case "trusted-hosts":
                let hosts = entry.array.flatMap { _ in words(entry) }
                settings.trustedHosts = hosts.flatMap { $0.allSatisfy(isHost) ? $0 : nil }
                if settings.trustedHosts == nil {
                    refuse(path, entry, "a list of hosts such as “gpu.example.org”")
                }
            default: refuseKey(path, among: ["remote-chatbots", "trusted-hosts"])
            }
        }
    }

    private mutating func readKeys(_ value: any TOMLValueConvertible, isKey: (String) -> Bool) {
        var owners: [String: String] = [:]
        for (command, path, value) in entries("keys", value, "a table of commands") {
            guard commands.contains(command) else {
                refuseKey(path, shown: command, among: commands)
                continue
            }
            guard let keys = words(value) else {
                refuse(path, value, "a key, or a list of keys")
                continue
            }
            for key in keys {
                if !isKey(key) {
                    refuse(path, key, "keys such as “j”, “ctrl-d”, “space” or “y y”")
                } else if let owner = owners.updateValue(command, forKey: key), owner != command {
                    refuse(path, key, "a key that “\(owner)” does not have already")
                } else if let (other, owner) = owners.first(where: { isBeginning($0.key, key) }) {
                    refuse(
                        path, key,
                        "a key that does not begin or go on from “\(other)” of “\(owner)”")
                }
            }
            settings.keys[command] = keys
        }
    }

    /// Would one of the two sequences end before the other can be typed?
    private func isBeginning(_ one: String, _ other: String) -> Bool {
        one.hasPrefix(other + " ") || other.hasPrefix(one + " ")
    }

    /// A name that nothing reads, and the nearest that something does.
    private mutating func refuseKey(
        _ path: String, shown: String? = nil, among known: [String]
    ) {
        let last = path.split(separator: ".").last.map(String.init) ?? path
        mistakes.append(
            Mistake(
                text.file, text.line(of: path),
                .unknownKey(shown ?? path, nearest: nearest(to: last, among: known))))
    }

    /// One of the words that an enumeration knows.
    private mutating func word<Choice: RawRepresentable & CaseIterable>(
        _ path: String, _ value: any TOMLValueConvertible
    ) -> Choice? where Choice.RawValue == String {
        let found = value.string.flatMap(Choice.init)
        if found == nil {
            let words = Choice.allCases.map { "“\($0.rawValue)”" }
            refuse(
                path, value,
                words.dropLast().joined(separator: ", ") + " or " + (words.last ?? ""))
        }
        return found
    }

    private mutating func readPrompts(_ value: any TOMLValueConvertible) {
        let prompts = entries("prompts", value, "a table of names and what to ask")
        for (prompt, path, value) in prompts {
            if let order = name(value) {
                settings.prompts.append(OwnPrompt(name: prompt, order: order))
            } else {
                refuse(path, value, "what to ask, as one text")
            }
        }
    }

    /// The entries of a table in the order of their lines, each with its path; what is no table is refused.
    private mutating func entries(
        _ parent: String, _ value: any TOMLValueConvertible, _ right: String
    ) -> [(key: String, path: String, value: any TOMLValueConvertible)] {
        guard let table = value.table else {
            refuse(parent, value, right)
            return []
        }
        return text.orderedKeys(table, under: "\(parent).").compactMap { key in
            table[key].map { (key, "\(parent).\(key)", $0) }
        }
    }

    private mutating func refuse(_ path: String, _ value: any TOMLValueConvertible, _ right: String)
    {
        mistakes.append(
            Mistake(
                text.file, text.line(of: path),
                .badValue(key: path, value: value.words, expected: right)))
    }

    private mutating func truth(_ key: String, _ value: any TOMLValueConvertible) -> Bool? {
        if value.bool == nil { refuse(key, value, "true or false") }
        return value.bool
    }

    /// A text that is neither empty nor a novel.
    private func name(_ value: any TOMLValueConvertible) -> String? {
        value.string.flatMap { $0.isEmpty || $0.utf8.count > 2000 ? nil : $0 }
    }

    /// One text, or a list of texts; nil for anything else.
    private func words(_ value: any TOMLValueConvertible) -> [String]? {
        if let one = name(value) { return [one] }
        guard let list = value.array else { return nil }
        var found: [String] = []
        for entry in list {
            guard let word = name(entry) else { return nil }
            found.append(word)
        }
        return found
    }

    private func isWeb(_ text: String) -> Bool { Address(text)?.isWeb ?? false }

    /// The scheme may be left out, as on the command line.
    private func isServer(_ text: String) -> Bool {
        let isSocket = ["unix:/", "/", "http+unix://%2F"].contains { text.hasPrefix($0) }
        return isSocket || isWeb(text.contains("://") ? text : "http://" + text)
    }

    /// A host alone: no scheme, port or path.
    private func isHost(_ text: String) -> Bool {
        text.utf8.count <= 253 && Address("http://\(text)/")?.host == text.lowercased()
    }

    private func isSearch(_ text: String) -> Bool {
        let parts = text.split(separator: "%s", omittingEmptySubsequences: false)
        return parts.count == 2 && isWeb(parts.joined(separator: "x"))
    }

    /// Letters, then letters and digits by hyphens: the outer form of BCP 47.
    private func isLanguage(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            (1...8).contains(part.utf8.count)
                && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        } && (2...8).contains(parts[0].utf8.count) && parts[0].allSatisfy(\.isLetter)
    }
}
