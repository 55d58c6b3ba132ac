// Folding the levels of a list, which is how long contents are looked over.
extension Picker {
    /// Can anything in it be folded?
    package var isFoldable: Bool { items.contains(where: \.isParent) }

    /// Selects an item by its tag, or what it is folded in.
    package mutating func select(tag: Int) {
        if let place = place(ofTag: tag) { select(place) }
    }

    /// Index into `visible` of an item, or of what it is folded in; nil when the filter leaves neither.
    func place(ofTag tag: Int) -> Int? {
        if let place = visible.firstIndex(where: { $0.tag == tag && !$0.isHeader }) { return place }
        var index = items.firstIndex { $0.tag == tag }
        while let now = index {
            let tag = items[now].tag
            if let place = visible.firstIndex(where: { $0.tag == tag }) { return place }
            index = parent(of: now)
        }
        return nil
    }

    /// Index into `items` of what the item at an index of `items` is folded in.
    private func parent(of index: Int) -> Int? {
        items[..<index].lastIndex { $0.level < items[index].level && $0.isParent }
    }

    private var currentIndex: Int? {
        current.flatMap { item in items.firstIndex { $0.tag == item.tag } }
    }

    /// Hides the deeper items below the selected one; where there are none, or they are hidden, goes to what it stands
    /// in.
    mutating func fold() {
        guard let index = currentIndex else { return }
        if items[index].isParent, !folded.contains(items[index].tag) {
            folded.insert(items[index].tag)
            showAgain()
        } else if let parent = parent(of: index) {
            select(tag: items[parent].tag)
        }
    }

    /// Shows the deeper items below the selected one; goes to the first of them where they are shown.
    mutating func unfold() {
        guard let index = currentIndex, items[index].isParent else { return }
        if folded.remove(items[index].tag) != nil { showAgain() } else { move(1) }
    }

    mutating func toggleFold() {
        guard let item = current, item.isParent else { return }
        if folded.contains(item.tag) { unfold() } else { fold() }
    }

    /// Shows a level more (less: negative) everywhere, counted from the deepest level shown now.
    mutating func showLevels(_ more: Int) {
        let levels = Set(items.map(\.level)).sorted()
        let deepest = visible.map(\.level).max() ?? 0
        let place = levels.firstIndex(of: deepest) ?? 0
        showLevels(upTo: levels[min(max(0, place + more), levels.count - 1)])
    }

    /// Shows the items down to a level, and none deeper.
    mutating func showLevels(upTo level: Int) {
        let selected = current?.tag
        folded = Set(items.filter { $0.isParent && $0.level >= level }.map(\.tag))
        showAgain()
        if let selected { select(tag: selected) }
    }
}
