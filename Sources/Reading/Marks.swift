import Drawing
import LecternCore

extension State {
    /// The letter behind `m` or `'`.
    mutating func pressMark(_ key: Key, isSetting: Bool) -> [Effect] {
        mode = .normal
        guard case .character(let letter) = key.code, !key.alt, !key.control else {
            return key == Key("c", control: true) ? [.quit] : []
        }
        if isSetting {
            guard letter.isLetter || letter.isNumber else { return fail(Messages.noMarkName) }
            if let top = trail.page?.top, let anchor = trail.page?.anchor(at: top) {
                trail.page?.marks[letter] = anchor
                say(Messages.markSet(letter))
            }
            return []
        }
        let name: Character = letter == "`" ? "'" : letter
        guard let anchor = trail.page?.marks[name] else {
            return fail(name == "'" ? Messages.noJumpYet : Messages.noMark(name))
        }
        guard let spot = trail.page?.spot(of: anchor) else { return fail(Messages.markLost(name)) }
        trail.page?.jump { _ in spot }
        return []
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
