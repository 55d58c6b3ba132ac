import Drawing

/// Which keys order what.
package struct Keymap: Equatable, Sendable {
    /// Where they are not the table's.
    private let changed: [[Key]: Command]?
    /// How help is reached, for the status line.
    private(set) var helpHint = ""

    /// The keys of the command table, read from it at the first key press.
    package static let standard = Keymap()

    package init(_ commands: [[Key]: Command]) { self.init(changed: commands) }

    private init(changed: [[Key]: Command]? = nil) {
        self.changed = changed
        helpHint = Messages.helpHint(keys(of: .help).first?.keysText ?? ":help")
    }

    private var commands: [[Key]: Command] { changed ?? Keymap.standardCommands }

    private static let standardCommands = Dictionary(
        Command.table.flatMap { entry in
            entry.keys.compactMap { keys in Key.sequence(keys).map { ($0, entry.command) } }
        },
        uniquingKeysWith: { first, _ in first })

    package enum Match: Equatable, Sendable {
        case command(Command)
        /// The beginning of a longer sequence.
        case prefix
        case none
    }

    /// The keys of a command as help shows them, in the table's order; empty where it has none.
    package func keys(of command: Command) -> [String] {
        let known = Command.table.first { $0.command == command }?.keys ?? []
        guard changed != nil else { return known }
        let names = commands.filter { $0.value == command }.map { $0.key.name }
        return names.sorted { one, other in
            let places = [one, other].map { known.firstIndex(of: $0) ?? known.count }
            return places[0] == places[1] ? one < other : places[0] < places[1]
        }
    }

    /// Reads the table of keys, if the first key has not yet.
    func prepare() { _ = commands }

    /// What the keys pressed so far mean.
    package func match(_ keys: [Key]) -> Match {
        if let command = commands[keys] { return .command(command) }
        return commands.keys.contains { $0.starts(with: keys) } ? .prefix : .none
    }
}

extension [Key] {
    /// The names of a sequence, as `Key.sequence` reads them.
    package var name: String { map(\.name).joined(separator: " ") }
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

    /// The name that `init(named:)` reads.
    package var name: String {
        let base: String =
            switch code {
            case .character(let character): character == " " ? "space" : String(character)
            case .function(let number): "f\(number)"
            default: Key.named.first { $0.value == code }?.key ?? ""
            }
        return (control ? "ctrl-" : "") + (alt ? "alt-" : "") + base
    }

    private static let named: [String: Code] = [
        "space": .character(" "), "enter": .enter, "escape": .escape, "tab": .tab,
        "shift-tab": .backTab,
        "backspace": .backspace, "delete": .delete, "insert": .insert, "up": .up, "down": .down,
        "left": .left, "right": .right, "home": .home, "end": .end, "pageup": .pageUp,
        "pagedown": .pageDown,
    ]
}
