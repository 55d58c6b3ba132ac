import LecternCore

/// The places on a page that jumps have left: sections, searches, marks, links, citations.
///
/// `(` and `)` go through them, as Ctrl-O and Ctrl-I do in vi; `back` goes only to where something was followed.
struct Jumps: Equatable, Sendable {
    private(set) var older: [Anchor] = []
    private(set) var newer: [Anchor] = []

    /// Places that are kept: more are no use to anybody.
    private static let most = 100

    /// A jump has left a place; what was newer is forgotten.
    mutating func leave(_ place: Anchor) {
        newer = []
        guard older.last != place else { return }
        older.append(place)
        if older.count > Jumps.most { older.removeFirst() }
    }

    /// The place before (after: positive) the one shown; nil when there is none.
    mutating func step(_ step: Int, from here: Anchor) -> Anchor? {
        // A place that is shown already is no step.
        if step < 0, older.last == here { older.removeLast() }
        if step > 0, newer.last == here { newer.removeLast() }
        guard let target = step < 0 ? older.popLast() : newer.popLast() else { return nil }
        if step < 0 { newer.append(here) } else { older.append(here) }
        return target
    }
}

extension Page {
    /// Goes through the places that jumps have left; false when there is none that way.
    mutating func goToJump(_ steps: Int) -> Bool {
        var hasMoved = false
        for _ in 0..<min(abs(steps), 1_000) {
            let here = anchor(at: top)
            guard let target = jumps.step(steps < 0 ? -1 : 1, from: here) else { break }
            // The words may be gone since the page was loaded again.
            guard let spot = spot(of: target) else { continue }
            lit = nil
            top = spot
            marks["'"] = here
            hasMoved = true
        }
        return hasMoved
    }
}

extension State {
    mutating func goToJump(_ steps: Int) {
        if trail.page?.goToJump(steps) == false {
            say(steps < 0 ? Messages.noOlderPlace : Messages.noNewerPlace)
        }
    }
}
