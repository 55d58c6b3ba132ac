import Drawing
import LecternCore

/// A mark that holds in all articles: where it stands.
struct PlaceMark: Equatable, Sendable {
    var source: Source
    var part: PagePart
    var anchor: Anchor
}

extension State {
    /// The letter behind `m` or `'`.
    mutating func pressMark(_ key: Key, isSetting: Bool) -> [Effect] {
        mode = .normal
        guard case .character(let letter) = key.code, !key.alt, !key.control else {
            return key == Key("c", control: true) ? [.quit] : []
        }
        if isSetting {
            guard letter.isLetter || letter.isNumber else { return fail(Messages.noMarkName) }
            guard let page = trail.page, let anchor = trail.page?.anchor(at: page.top) else {
                return []
            }
            if letter.isUppercase {
                placeMarks[letter] = PlaceMark(
                    source: page.source, part: page.part, anchor: anchor)
            } else {
                trail.page?.marks[letter] = anchor
            }
            say(Messages.markSet(letter))
            return []
        }
        let name: Character = letter == "`" ? "'" : letter
        if let mark = placeMarks[name] { return go(to: mark, named: name) }
        guard let anchor = trail.page?.marks[name] else {
            return fail(name == "'" ? Messages.noJumpYet : Messages.noMark(name))
        }
        guard let spot = trail.page?.spot(of: anchor) else { return fail(Messages.markLost(name)) }
        trail.page?.jump { _ in spot }
        return []
    }

    /// To a mark in whatever article: on this page, on one of the trail, or on one that is loaded for it.
    private mutating func go(to mark: PlaceMark, named name: Character) -> [Effect] {
        func isMarked(_ stop: Trail.Stop) -> Bool {
            guard case .page(let page) = stop else { return false }
            return page.source == mark.source && page.part == mark.part
        }
        if let current = trail.current, isMarked(current) {
            goToPlaceMark(name)
            return []
        }
        guard let stop = trail.stops.lastIndex(where: isMarked) else {
            guard mark.source != .standardInput else { return fail(Messages.markLost(name)) }
            return open(mark.source, purpose: .mark(name))
        }
        let effects = cancelLoading()
        trail.move(stop - trail.place)
        focus = .page
        settlePage()
        goToPlaceMark(name)
        return effects
    }

    /// To a mark that stands on the page shown.
    mutating func goToPlaceMark(_ name: Character) {
        guard let mark = placeMarks[name] else { return }
        guard let spot = trail.page?.spot(of: mark.anchor) else {
            _ = fail(Messages.markLost(name))
            return
        }
        trail.page?.jump { _ in spot }
    }

    /// Lights a stretch of a block and brings it into view, a third down the screen, until the next move.
    package mutating func light(block: Int, range: Range<Int>) {
        let rows = textRows
        trail.page?.light(Lit(block: block, range: range), rows: rows)
    }
}

extension Key {
    init(_ character: Character, control: Bool) {
        self.init(.character(character), control: control)
    }
}

extension Page {
    mutating func light(_ stretch: Lit, rows: Int) {
        let from = spot(block: stretch.block, offset: stretch.range.lowerBound)
        let last = max(stretch.range.lowerBound, stretch.range.upperBound - 1)
        let to = spot(block: stretch.block, offset: last)
        if !shows(from, rows: rows) || !shows(to, rows: rows) {
            jump { page in page.kept(page.spot(-(rows / 3), from: from), rows: rows) }
            if !shows(from, rows: rows) { reveal(from, rows: rows) }
        }
        lit = stretch
        sought = stretch
    }
}
