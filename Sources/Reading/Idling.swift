// What is done while nothing waits, a little at a time, for the keys that come next.
extension State {
    /// Is there something to be prepared that nobody sees? Then `.idled` is wanted, and nothing need be drawn.
    package var canPrepare: Bool {
        if case .page(let page) = trail.current { page.topSetAhead != page.top } else { false }
    }

    /// Nothing waits: a search goes on, else the next screenful is set.
    mutating func idle() -> [Effect] {
        let rows = textRows
        if isSearching {
            trail.page?.findOn(rows: rows)
        } else {
            preferences.keymap.prepare()
            trail.page?.setAhead(rows: rows)
        }
        return []
    }
}
