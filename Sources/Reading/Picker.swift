import Drawing

/// A list to choose from: contents, related articles, chatbots, help.
package struct Picker: Equatable, Sendable {
    package enum Kind: Equatable, Sendable { case outline, related, chatbots, tasks, help }

    package struct Item: Equatable, Sendable {
        package var text: String
        /// Shown dim behind the text or below it.
        package var detail: String?
        /// Columns before the text, for levels.
        package var indent = 0
        /// A group's head: shown, never selected.
        package var isHeader = false
        /// What the kind's table counts by: a block, a related link, a chatbot.
        package var tag: Int

        package init(
            _ text: String, detail: String? = nil, indent: Int = 0, isHeader: Bool = false, tag: Int
        ) {
            self.text = text
            self.detail = detail
            self.indent = indent
            self.isHeader = isHeader
            self.tag = tag
        }
    }

    package var kind: Kind
    package var title: String
    package var items: [Item]
    /// What the filter has typed; nil while no filter is open.
    package var filter: LineInput?
    /// Is the filter being typed into?
    package var isFiltering = false
    /// Index into `visible`.
    package private(set) var selected = 0

    package init(_ kind: Kind, title: String, items: [Item], selected: Int = 0) {
        self.kind = kind
        self.title = title
        self.items = items
        self.selected = 0
        select(items.indices.contains(selected) ? selected : 0)
    }

    /// Items that pass the filter: every word of it occurs, whatever the case.
    package var visible: [Item] {
        let words = (filter?.text ?? "").lowercased().split(separator: " ")
        guard !words.isEmpty else { return items }
        return items.filter { item in
            guard !item.isHeader else { return false }
            let text = (item.text + " " + (item.detail ?? "")).lowercased()
            return words.allSatisfy { text.contains($0) }
        }
    }

    package var current: Item? {
        let shown = visible
        return shown.indices.contains(selected) && !shown[selected].isHeader ? shown[selected] : nil
    }

    /// Moves by `steps` items, past headers, stopping at the ends.
    package mutating func move(_ steps: Int) {
        let shown = visible
        var place = selected
        var left = abs(steps)
        let step = steps < 0 ? -1 : 1
        while left > 0 {
            var next = place + step
            while shown.indices.contains(next), shown[next].isHeader { next += step }
            guard shown.indices.contains(next) else { break }
            place = next
            left -= 1
        }
        selected = place
    }

    /// Selects the item at an index of `visible`, or the next that can be selected.
    package mutating func select(_ index: Int) {
        let shown = visible
        guard !shown.isEmpty else {
            selected = 0
            return
        }
        selected = min(max(0, index), shown.count - 1)
        while shown[selected].isHeader, selected + 1 < shown.count { selected += 1 }
    }

    /// Starts over after the filter has changed.
    package mutating func filterChanged() { select(0) }
}
