import LecternCore

/// The way the reader came: what is behind, what is shown, what is ahead.
package struct Trail: Equatable, Sendable {
    /// A stop on the way.
    package enum Stop: Equatable, Sendable {
        case page(Page)
        case list(Listing)
    }
    package private(set) var stops: [Stop] = []
    /// Index of the stop shown; -1 when there is none.
    package private(set) var place = -1

    package init() {}

    package var current: Stop? {
        get { stops.indices.contains(place) ? stops[place] : nil }
        set { if let newValue, stops.indices.contains(place) { stops[place] = newValue } }
    }

    /// The page shown; nil on a list. Changed in place, so that a key never copies what was typeset; setting
    /// it to nil is a bug.
    package var page: Page? {
        get { if case .page(let page) = current { page } else { nil } }
        _modify {
            var taken = takePage()
            defer { if let taken { current = .page(taken) } }
            yield &taken
        }
    }

    /// Has the page shown section headers? nil on a list. Asked for many times a key, which a copy of the page is not.
    var pageHasSections: Bool? {
        guard stops.indices.contains(place), case .page(let page) = stops[place] else { return nil }
        return !page.bearings.sections.isEmpty
    }

    /// The list shown; nil on a page. Changed in place; setting it to nil is a bug.
    package var listing: Listing? {
        get { if case .list(let list) = current { list } else { nil } }
        _modify {
            var taken = takeListing()
            defer { if let taken { current = .list(taken) } }
            yield &taken
        }
    }

    package var canGoBack: Bool { place > 0 || page?.behind.isEmpty == false }

    /// Goes on to something new; what was ahead is forgotten.
    package mutating func push(_ stop: Stop) {
        forgetAhead()
        stops.append(stop)
        place += 1
    }

    /// What was ahead is forgotten: the way goes on from here.
    package mutating func forgetAhead() { stops.removeSubrange((place + 1)...) }

    /// Moves by `steps` stops, stopping at the ends; returns the steps made.
    @discardableResult
    package mutating func move(_ steps: Int) -> Int {
        let target = min(max(0, place + steps), stops.count - 1)
        defer { place = target }
        return target - place
    }

    /// The nearest list behind the current stop, and how many stops behind it is.
    package var listBehind: (stepsBack: Int, listing: Listing)? {
        guard place > 0 else { return nil }
        for index in stride(from: place - 1, through: 0, by: -1) {
            if case .list(let listing) = stops[index] { return (place - index, listing) }
        }
        return nil
    }

    /// Changes the stop at an index, such as the list behind the page.
    package mutating func update(at index: Int, _ change: (inout Stop) -> Void) {
        guard stops.indices.contains(index) else { return }
        change(&stops[index])
    }

    /// Changes the page at an index of `stops`, in place; nothing when there is none, or a list.
    package mutating func updatePage(at index: Int, _ change: (inout Page) -> Void) {
        guard stops.indices.contains(index), case .page(var page) = stops[index] else { return }
        stops[index] = Trail.hollow
        change(&page)
        stops[index] = .page(page)
    }

    // What stands in a stop while its value is being changed: leaving the value there as well would make
    // every change copy it.
    private static let hollow = Stop.list(
        Listing(Feed(title: "", entries: []), source: .standardInput))

    private mutating func takePage() -> Page? {
        guard case .page(let page) = current else { return nil }
        stops[place] = Trail.hollow
        return page
    }

    private mutating func takeListing() -> Listing? {
        guard case .list(let listing) = current else { return nil }
        stops[place] = Trail.hollow
        return listing
    }
}
