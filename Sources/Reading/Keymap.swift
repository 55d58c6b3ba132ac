import Drawing

/// Which keys order what.
package struct Keymap: Equatable, Sendable {
    private var commands: [[Key]: Command]

    /// The keys of the command table.
    package static let standard = Keymap(
        Dictionary(
            Command.table.flatMap { entry in
                entry.keys.compactMap { keys in Key.sequence(keys).map { ($0, entry.command) } }
            },
            uniquingKeysWith: { first, _ in first }))

    package init(_ commands: [[Key]: Command]) { self.commands = commands }

    package enum Match: Equatable, Sendable {
        case command(Command)
        /// The beginning of a longer sequence.
        case prefix
        case none
    }

    /// What the keys pressed so far mean.
    package func match(_ keys: [Key]) -> Match {
        if let command = commands[keys] { return .command(command) }
        return commands.keys.contains { $0.starts(with: keys) } ? .prefix : .none
    }
}

extension Key {
    /// Reads `y y`, `ctrl-d`, `shift-tab`, `space`; nil for what is no key.
    package static func sequence(_ text: String) -> [Key]? {
        var keys: [Key] = []
        for part in text.split(separator: " ") {
            guard let key = Key(named: String(part)) else { return nil }
            keys.append(key)
        }
        return keys.isEmpty ? nil : keys
    }

    /// Reads one key: a character, or a name with `ctrl-` or `alt-` before it.
    package init?(named name: String) {
        if name.count == 1, let only = name.first {
            self.init(only)
            return
        }
        if name.hasPrefix("ctrl-") {
            guard let key = Key(named: String(name.dropFirst(5))) else { return nil }
            self.init(key.code, control: true, alt: key.alt)
            return
        }
        if name.hasPrefix("alt-") {
            guard let key = Key(named: String(name.dropFirst(4))) else { return nil }
            self.init(key.code, control: key.control, alt: true)
            return
        }
        if let code = Key.named[name] {
            self.init(code)
        } else if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...12).contains(number)
        {
            self.init(.function(number))
        } else {
            return nil
        }
    }

    private static let named: [String: Code] = [
        "space": .character(" "), "enter": .enter, "escape": .escape, "tab": .tab,
        "shift-tab": .backTab,
        "backspace": .backspace, "delete": .delete, "insert": .insert, "up": .up, "down": .down,
        "left": .left, "right": .right, "home": .home, "end": .end, "pageup": .pageUp,
        "pagedown": .pageDown,
    ]
}
