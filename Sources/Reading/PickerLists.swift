import LecternCore

extension Picker {
    /// The sections of the page, the one being read selected; tags are indices of sections, -1 the start.
    static func outline(of page: Page) -> Picker {
        let sections = page.bearings.sections
        let topLevel = sections.map(\.level).min() ?? 1
        let total = max(1, page.bearings.total)
        // As deep as the first section, so that it is nothing to fold.
        let first = sections.first.map { $0.level - topLevel + 1 } ?? 1
        var items = [Item(page.article.title, detail: nil, level: first, tag: -1)]
        for (index, section) in sections.enumerated() {
            let percent = 100 * page.bearings.bytes(before: section.block) / total
            items.append(
                Item(
                    section.title, detail: Messages.percent(percent),
                    indent: 2 * (section.level - topLevel + 1),
                    level: section.level - topLevel + 1, tag: index))
        }
        let current = page.bearings.section(of: page.top.block).map { $0 + 1 } ?? 0
        var picker = Picker(
            .outline, title: Messages.contents, items: items, selected: current)
        picker.reading = current - 1
        return picker
    }

    /// What the page recommends; tags are indices of `related`.
    static func related(_ related: [RelatedLink]) -> Picker {
        let items = related.enumerated().map { index, link in
            Item(
                link.title,
                detail: link.address.map { $0.host ?? $0.string } ?? Messages.noAddressShort,
                tag: index)
        }
        return Picker(.related, title: Messages.related, items: items)
    }

    /// Every command by group; tags are indices of `Command.table`.
    static func help(_ keymap: Keymap) -> Picker {
        var items: [Item] = []
        for group in Command.Group.allCases {
            items.append(Item(group.rawValue, isHeader: true, tag: -1))
            for (index, entry) in Command.table.enumerated() where entry.group == group {
                items.append(
                    Item(
                        entry.help.plainCode,
                        detail: entry.keysText(keymap.keys(of: entry.command)), indent: 2,
                        tag: index))
            }
        }
        return Picker(.help, title: Messages.help, items: items)
    }
}

extension Command.Entry {
    /// The default keys as help shows them, or the `:` line where there is none.
    package var keysText: String { keysText(keys) }

    func keysText(_ keys: [String]) -> String {
        keys.isEmpty ? ":" + command.rawValue : keys.map(\.keysText).joined(separator: "  ")
    }
}

extension Command {
    /// All keys by group, for the README, the handbook and `lectern keys`: Markdown tables, or columns of text.
    package static func keyTable(markdown: Bool, keymap: Keymap = .standard) -> String {
        var out: [String] = []
        let texts = table.map { $0.keysText(keymap.keys(of: $0.command)) }
        let width = texts.map(\.columns).max() ?? 0
        let nameWidth = table.map(\.command.rawValue.columns).max() ?? 0
        for group in Group.allCases {
            if markdown {
                out += ["### \(group.rawValue)", "", "| Keys | What they do | `:` name |"]
                out += ["| --- | --- | --- |"]
            } else {
                out += [group.rawValue]
            }
            for (entry, text) in zip(table, texts) where entry.group == group {
                let name = entry.command.rawValue
                if markdown {
                    let keys = keymap.keys(of: entry.command).map { "`\($0.keysText)`" }
                        .joined(separator: " ")
                    out += ["| \(keys) | \(entry.help) | `\(name)` |"]
                } else {
                    let pad = String(repeating: " ", count: width - text.columns)
                    let gap = String(repeating: " ", count: nameWidth - name.columns)
                    out += ["  \(text)\(pad)  \(name)\(gap)  \(entry.help.plainCode)"]
                }
            }
            out.append("")
        }
        out.removeLast()
        return out.joined(separator: "\n")
    }
}

extension String {
    /// A key's name as people read it: `y y` is typed as `yy`, arrows are drawn.
    var keysText: String {
        // The help key stands on the first screen, and a dictionary is dear at first use.
        guard utf8.count > 1 else { return self }
        let arrows = ["down": "↓", "up": "↑", "left": "←", "right": "→"]
        return split(separator: " ").map { key in
            var name = String(key)
            for (word, arrow) in arrows where name == word || name.hasSuffix("-" + word) {
                name = String(name.dropLast(word.count)) + arrow
            }
            return name
        }.joined()
    }

    /// Without the back quotes of Markdown.
    fileprivate var plainCode: String { filter { $0 != "`" } }
}
