import Drawing

extension Keymap {
    /// The table's keys, with those of some commands changed: names as in `Command`, keys as the table writes them;
    /// an empty list takes a command's keys away.
    package init(changed: [String: [String]]) {
        self.init(
            Dictionary(
                Command.table.flatMap { entry in
                    (changed[entry.command.rawValue] ?? entry.keys).compactMap { keys in
                        Key.sequence(keys).map { ($0, entry.command) }
                    }
                }, uniquingKeysWith: { first, _ in first }))
    }
}
