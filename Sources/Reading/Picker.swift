import Drawing
import Typesetting

/// A list to choose from: contents, related articles, chatbots, help.
package struct Picker: Equatable, Sendable {
    package enum Kind: Equatable, Sendable { case outline, related, chatbots, tasks, help, found }

    package struct Item: Equatable, Sendable {
        package var text: String
        /// Shown dim behind the text or below it.
        package var detail: String?
        /// Columns before the text, for levels.
        package var indent = 0
        /// How deep it stands in a list that can be folded.
        package var level = 0
        /// A group's head: shown, never selected.
        package var isHeader = false
        /// What the kind's table counts by: a block, a related link, a chatbot.
        package var tag: Int
        /// The part of the text that is lit, UTF-8 bytes.
        var lit: Range<Int>?
        /// Deeper items follow it: it can be folded.
        package fileprivate(set) var isParent = false

        package init(
            _ text: String, detail: String? = nil, indent: Int = 0, level: Int = 0,
            isHeader: Bool = false, tag: Int
        ) {
            self.text = text
            self.detail = detail
            self.indent = indent
            self.level = level
            self.isHeader = isHeader
            self.tag = tag
        }
    }

    package var kind: Kind
    package var title: String
    package let items: [Item]
    /// What the filter has typed; nil while no filter is open.
    package var filter: LineInput?
    /// Is the filter being typed into?
    package var isFiltering = false
    /// Items that pass the filter and stand in nothing that is folded.
    package private(set) var visible: [Item]
    /// Index into `visible`.
    package private(set) var selected = 0
    /// Index into `visible` of the item in the first row, where the wheel has moved it; nil: the selected item is
    /// kept in the middle.
    package private(set) var top: Int?
    /// Tags of the items whose deeper items are hidden.
    package internal(set) var folded: Set<Int> = []
    /// Tag of the section being read, where the list follows the page.
    var reading: Int?

    package init(_ kind: Kind, title: String, items: [Item], selected: Int = 0) {
        var items = items
        for index in items.indices.dropLast() {
            items[index].isParent = items[index + 1].level > items[index].level
        }
        self.kind = kind
        self.title = title
        self.items = items
        visible = items
        select(items.indices.contains(selected) ? selected : 0)
    }

    package var current: Item? {
        visible.indices.contains(selected) && !visible[selected].isHeader ? visible[selected] : nil
    }

    /// Moves by `steps` items, past headers, stopping at the ends.
    package mutating func move(_ steps: Int) {
        var place = selected
        var left = abs(steps)
        let step = steps < 0 ? -1 : 1
        while left > 0 {
            var next = place + step
            while visible.indices.contains(next), visible[next].isHeader { next += step }
            guard visible.indices.contains(next) else { break }
            place = next
            left -= 1
        }
        selected = place
        top = nil
    }

    /// Selects the item at an index of `visible`, or the next that can be selected.
    package mutating func select(_ index: Int) {
        top = nil
        guard !visible.isEmpty else {
            selected = 0
            return
        }
        selected = min(max(0, index), visible.count - 1)
        while visible[selected].isHeader, selected + 1 < visible.count { selected += 1 }
    }

    /// Moves the view only, by so many items of which `rows` are shown from `first` on.
    mutating func scroll(_ steps: Int, from first: Int, rows: Int) {
        top = min(max(0, first + steps), max(0, visible.count - rows))
    }

    /// Starts over after the filter has changed; what was selected stays so when all is shown again.
    package mutating func filterChanged() {
        let before = current
        showAgain()
        if filter?.text.isEmpty != false, let before { select(tag: before.tag) } else { select(0) }
    }

    /// Every word of the filter occurs in an item that passes; case does not count, accents only where they are typed.
    mutating func showAgain() {
        let words = (filter?.text ?? "").lowercased().split(separator: " ").map(String.init)
        guard words.isEmpty else {
            visible = items.filter { item in
                guard !item.isHeader else { return false }
                // How far down a section stands is not what it is called.
                let text = self.kind == .outline ? item.text : item.text + " " + (item.detail ?? "")
                return words.allSatisfy { !matches(of: $0, in: text).isEmpty }
            }
            return
        }
        guard !folded.isEmpty else {
            visible = items
            return
        }
        visible = []
        var hidden = Int.max
        for item in items where item.level <= hidden {
            visible.append(item)
            hidden = item.isParent && folded.contains(item.tag) ? item.level : .max
        }
    }
}
