import LecternCore
import Typesetting

/// A feed, a folder or several sources as a list to choose from.
package struct Listing: Equatable, Sendable {
    package let feed: Feed
    /// Indices into the entries that were opened in this run.
    package var read: Set<Int> = []
    /// What the filter says; empty shows all.
    package private(set) var filter = ""
    /// Indices of the entries that pass the filter, in list order.
    package private(set) var visible: [Int]
    /// Index into `visible`.
    package private(set) var selected = 0
    /// Index into `visible` of the entry at the top of the screen.
    package private(set) var top = 0
    package let source: Source

    package init(_ feed: Feed, source: Source) {
        self.feed = feed
        self.source = source
        visible = Array(feed.entries.indices)
    }

    /// Index of the entry that is selected; nil when the filter leaves none.
    package var current: Int? {
        visible.indices.contains(selected) ? visible[selected] : nil
    }

    /// Index of the entry `steps` visible entries after (before: negative) the one at `index`; nil at the ends.
    package func entry(_ steps: Int, from index: Int) -> Int? {
        let place = visible.firstPlace { $0 >= index }
        let isVisible = visible.indices.contains(place) && visible[place] == index
        // From an entry that the filter hides, the next one is where it would stand.
        let target = place + steps - (isVisible || steps <= 0 ? 0 : 1)
        return visible.indices.contains(target) ? visible[target] : nil
    }

    /// Shows the entries that have every word of `words` in title, author, site or first words.
    ///
    /// Case counts only in a word that has a capital. The selected entry stays so while it is shown.
    package mutating func filter(by words: String) {
        guard words != filter else { return }
        let before = current
        filter = words
        let wanted = words.split(separator: " ").map(String.init)
        visible = feed.entries.indices.filter { feed.entries[$0].contains(wanted) }
        selected = before.flatMap { entry in visible.firstIndex { $0 >= entry } } ?? 0
        selected = min(selected, max(0, visible.count - 1))
        top = min(top, selected)
    }

    /// Moves the selection, stopping at the ends; `shown` entries fit on the screen.
    package mutating func move(_ steps: Int, shown: Int) {
        select(at: selected + steps, shown: shown)
    }

    /// Selects an index of `visible`, or the nearest there is, and brings it into view.
    package mutating func select(at index: Int, shown: Int) {
        selected = min(max(0, index), max(0, visible.count - 1))
        keepInView(shown: shown)
    }

    /// Selects an entry by its index in the feed, if it is shown.
    package mutating func select(entry: Int, shown: Int) {
        guard let place = visible.firstIndex(of: entry) else { return }
        select(at: place, shown: shown)
    }

    /// Moves the view only; the selection comes along where it would leave it.
    package mutating func scroll(_ entries: Int, shown: Int) {
        top = min(max(0, top + entries), max(0, visible.count - shown))
        selected = min(max(selected, top), max(top, min(visible.count, top + shown) - 1))
    }

    /// Is the selection on a screen of so many entries, and the screen filled as far as it can be?
    func isInView(shown: Int) -> Bool {
        (top..<(top + max(1, shown))).contains(selected) && top <= max(0, visible.count - shown)
    }

    /// After a change of height or selection.
    package mutating func keepInView(shown: Int) {
        let shown = max(1, shown)
        if selected < top { top = selected }
        if selected >= top + shown { top = selected - shown + 1 }
        top = min(top, max(0, visible.count - shown))
    }
}

extension Entry {
    /// Are all the words in what the list shows of the entry?
    fileprivate func contains(_ words: [String]) -> Bool {
        let parts = [title, author ?? "", site ?? "", text]
        return words.allSatisfy { word in
            parts.contains { !matches(of: word, in: $0).isEmpty }
        }
    }
}
