import Drawing
import LecternCore

extension State {
    /// A command for the list, whoever ordered it.
    mutating func performInList(_ command: Command, count: Int?) -> [Effect] {
        guard let listing = trail.listing else { return [] }
        let times = max(1, count ?? 1)
        let shown = listingPlan.shown
        switch command {
        case .scrollDown, .nextLink: changeListing { $0.move(times, shown: shown) }
        case .scrollUp, .previousLink: changeListing { $0.move(-times, shown: shown) }
        case .pageDown: changeListing { $0.move(times * max(1, shown - 1), shown: shown) }
        case .pageUp: changeListing { $0.move(-times * max(1, shown - 1), shown: shown) }
        case .halfPageDown: changeListing { $0.move(times * max(1, shown / 2), shown: shown) }
        case .halfPageUp: changeListing { $0.move(-times * max(1, shown / 2), shown: shown) }
        case .top: changeListing { $0.select(at: (count ?? 1) - 1, shown: shown) }
        case .bottom:
            changeListing { $0.select(at: count.map { $0 - 1 } ?? .max, shown: shown) }
        case .follow:
            guard let index = listing.current else { return fail(Messages.nothingToRead) }
            return readEntry(index)
        case .search: mode = .prompt(Prompt(.filter, input: LineInput(listing.filter)))
        case .openInBrowser:
            guard let address = currentAddress else { return fail(Messages.entryHasNoAddress) }
            return [.browse(address)]
        case .copyLink:
            guard let address = currentAddress else { return fail(Messages.entryHasNoAddress) }
            say(Messages.copied(address.string))
            return [.copy(address.string)]
        default: return fail(Messages.notInAList)
        }
        return []
    }

    /// The filter line has changed, or was left with an empty text.
    mutating func filterList(_ text: String) {
        let shown = listingPlan.shown
        changeListing {
            $0.filter(by: text)
            $0.keepInView(shown: shown)
        }
    }

    /// Reads the entry at an index of the list that is shown or nearest behind the page: marks it selected, and
    /// pushes its article in place of what came after the list, or starts loading it.
    mutating func readEntry(_ index: Int) -> [Effect] {
        let stepsBack = trail.listing == nil ? trail.listBehind?.stepsBack : 0
        guard let stepsBack else { return [] }
        guard let listing = trail.listing ?? trail.listBehind?.listing,
            listing.feed.entries.indices.contains(index)
        else { return [] }
        let entry = listing.feed.entries[index]
        if let article = entry.article {
            let effects = cancelLoading()
            trail.move(-stepsBack)
            markRead(index, at: trail.place)
            show(.article(article), from: entry.source ?? listing.source)
            return effects
        }
        guard let source = entry.source else { return fail(Messages.entryHasNoAddress) }
        markSelected(index, at: trail.place - stepsBack)
        return open(source, purpose: .entry(index))
    }

    private mutating func markSelected(_ index: Int, at place: Int) {
        let shown = listingPlan.shown
        trail.update(at: place) { stop in
            guard case .list(var listing) = stop else { return }
            listing.select(entry: index, shown: shown)
            stop = .list(listing)
        }
    }

    private mutating func markRead(_ index: Int, at place: Int) {
        markSelected(index, at: place)
        trail.update(at: place) { stop in
            guard case .list(var listing) = stop else { return }
            listing.read.insert(index)
            stop = .list(listing)
        }
    }

    private var currentAddress: Address? {
        guard let listing = trail.listing, let index = listing.current else { return nil }
        if case .address(let address)? = listing.feed.entries[index].source { return address }
        return listing.feed.entries[index].article?.address
    }

    private mutating func changeListing(_ change: (inout Listing) -> Void) {
        guard var listing = trail.listing else { return }
        change(&listing)
        trail.listing = listing
    }

    /// A mouse report inside `areas.page` while a list is shown: a click selects, a click on the selected reads.
    mutating func pointInList(_ mouse: Mouse) -> [Effect] {
        guard let listing = trail.listing else { return [] }
        let plan = listingPlan
        switch mouse.kind {
        case .wheelDown: changeListing { $0.scroll(1, shown: plan.shown) }
        case .wheelUp: changeListing { $0.scroll(-1, shown: plan.shown) }
        case .press:
            guard let row = plan.entry(at: mouse.position) else { return [] }
            let index = listing.top + row
            guard listing.visible.indices.contains(index) else { return [] }
            if index == listing.selected { return readEntry(listing.visible[index]) }
            changeListing { $0.select(at: index, shown: plan.shown) }
        case .drag, .release: break
        }
        return []
    }
}
