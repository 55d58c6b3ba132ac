import Drawing

extension Keymap {
    /// The table's keys, with those of some commands changed: names as in `Command`, keys as the table writes them;
    /// an empty list takes a command's keys away. What was changed wins over the table.
    package init(changed: [String: [String]]) {
        let entries = Command.table.map { entry in
            (entry.command, changed[entry.command.rawValue], entry.keys)
        }
        let own = entries.flatMap { command, keys, _ in (keys ?? []).map { ($0, command) } }
        let usual = entries.flatMap { command, keys, usual in
            keys == nil ? usual.map { ($0, command) } : []
        }
        self.init(
            Dictionary(
                (own + usual).compactMap { keys, command in
                    Key.sequence(keys).map { ($0, command) }
                }, uniquingKeysWith: { first, _ in first }))
    }

    /// What `changed` takes from commands that were left as they are, in words: one a key, in the table's order.
    package static func losses(by changed: [String: [String]]) -> [String] {
        var owners: [[Key]: String] = [:]
        for (name, keys) in changed {
            for key in keys.compactMap(Key.sequence) { owners[key] = name }
        }
        return Command.table.filter { changed[$0.command.rawValue] == nil }.flatMap { entry in
            entry.keys.compactMap { keys in
                // A key that ends a command at once also takes the longer sequences it begins.
                Key.sequence(keys).flatMap { sequence in
                    (1...sequence.count).lazy.compactMap { owners[Array(sequence.prefix($0))] }
                        .first
                }.map {
                    Messages.keyTaken(keys, from: entry.command.rawValue, by: $0)
                }
            }
        }
    }
}
