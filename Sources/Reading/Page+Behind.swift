import LecternCore

// The places on one page that `back` and `forward` go through before they leave it.
extension Page {
    /// Places that are kept: more are no use to anybody.
    private static let most = 100

    /// After something was followed from `place`: when the page has moved, `back` comes here.
    mutating func followed(from place: Spot, at anchor: Anchor) {
        guard top != place else { return }
        behind.append(anchor)
        if behind.count > Page.most { behind.removeFirst() }
        ahead = []
    }

    /// Goes one place back or forward on the page; false when there is none.
    mutating func goToPlace(_ step: Int) -> Bool {
        guard let target = step < 0 ? behind.popLast() : ahead.popLast() else { return false }
        let here = anchor(at: top)
        if step < 0 { ahead.append(here) } else { behind.append(here) }
        // The words may be gone since the page was loaded again: then it stays where it is.
        if let spot = spot(of: target) { jump { _ in spot } }
        return true
    }
}

extension State {
    /// Follows something that may lead to another place on the page shown, and keeps the way back.
    mutating func followOnPage(_ follow: (inout State) -> [Effect]) -> [Effect] {
        guard var page = trail.page else { return follow(&self) }
        let stop = trail.place
        let top = page.top
        let anchor = page.anchor(at: top)
        let effects = follow(&self)
        guard trail.place == stop, let now = trail.page, now.top != top else { return effects }
        trail.page?.followed(from: top, at: anchor)
        trail.forgetAhead()
        return effects
    }
}
