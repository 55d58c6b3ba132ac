import LecternCore

/// A feed, a folder or several sources as a list to choose from.
package struct Listing: Equatable, Sendable {
    package var feed: Feed
    /// Indices into the entries that were opened in this run.
    package var read: Set<Int> = []
    /// What the filter says; empty shows all.
    package var filter = ""
    /// Index into `visible`.
    package var selected = 0
    /// Index into `visible` of the entry at the top of the screen.
    package var top = 0
    package let source: Source

    package init(_ feed: Feed, source: Source) {
        self.feed = feed
        self.source = source
    }

    /// Indices of the entries that pass the filter, in list order.
    package var visible: [Int] { Array(feed.entries.indices) }

    /// Index of the entry `steps` visible entries after (before: negative) the one at `index`; nil at the ends.
    package func entry(_ steps: Int, from index: Int) -> Int? { nil }
}
