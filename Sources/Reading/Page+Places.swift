import LecternCore
import Typesetting

/// Words to come back to after the page was set anew.
struct Eye: Equatable, Sendable {
    var block: Int
    /// UTF-8 bytes into the block's text; nil for a line above the block's first words, kept by its number.
    var offset: Int?
    var line: Int
    /// Was the page scrolled past its end, as a jump to a short last section does?
    var isPastEnd = false
}

// Finding lines. All of it may typeset what it looks at, and looks only at a screenful or so.
extension Page {
    /// Blocks that can have lines: the head, the blocks, the foot.
    private var blockRange: ClosedRange<Int> { -1...article.blocks.count }

    /// The spot `steps` lines on (before: negative), stopping at the first and the last line.
    package mutating func spot(_ steps: Int, from start: Spot) -> Spot {
        var spot = existing(start)
        var left = abs(steps)
        if steps >= 0 {
            while left > 0 {
                let rest =
                    layout.lines(of: spot.block, first: spot.line + left + 1).count - 1 - spot.line
                if left <= rest { return Spot(block: spot.block, line: spot.line + left) }
                guard let next = blockWithLines(after: spot.block) else {
                    return Spot(block: spot.block, line: spot.line + max(0, rest))
                }
                left -= max(0, rest) + 1
                spot = Spot(block: next, line: 0)
            }
        } else {
            while left > 0 {
                if left <= spot.line { return Spot(block: spot.block, line: spot.line - left) }
                guard let previous = blockWithLines(before: spot.block) else {
                    return Spot(block: spot.block, line: 0)
                }
                left -= spot.line + 1
                spot = Spot(block: previous, line: layout.lines(of: previous).count - 1)
            }
        }
        return spot
    }

    /// The spot itself, or the nearest one that has a line.
    private mutating func existing(_ spot: Spot) -> Spot {
        let block = min(max(spot.block, blockRange.lowerBound), blockRange.upperBound)
        let wanted = max(0, min(spot.line, .max - 1)) + 1
        let count = layout.lines(of: block, first: wanted).count
        if count > 0 { return Spot(block: block, line: min(max(0, spot.line), count - 1)) }
        if let next = blockWithLines(after: block) { return Spot(block: next, line: 0) }
        if let previous = blockWithLines(before: block) {
            return Spot(block: previous, line: layout.lines(of: previous).count - 1)
        }
        return Spot(block: block, line: 0)
    }

    private mutating func blockWithLines(after block: Int) -> Int? {
        var next = block + 1
        while next <= blockRange.upperBound {
            if !layout.lines(of: next, first: 1).isEmpty { return next }
            next += 1
        }
        return nil
    }

    private mutating func blockWithLines(before block: Int) -> Int? {
        var previous = block - 1
        while previous >= blockRange.lowerBound {
            if !layout.lines(of: previous).isEmpty { return previous }
            previous -= 1
        }
        return nil
    }

    /// The lines from a spot on, at most `rows` of them.
    package mutating func lines(from start: Spot, rows: Int) -> [(spot: Spot, line: Line)] {
        var shown: [(spot: Spot, line: Line)] = []
        shown.reserveCapacity(rows)
        var spot = existing(start)
        var next: Int? = spot.block
        while let block = next, shown.count < rows {
            let lines = layout.lines(of: block, first: spot.line + rows - shown.count)
            while spot.line < lines.count, shown.count < rows {
                shown.append((spot, lines[spot.line]))
                spot.line += 1
            }
            guard shown.count < rows else { break }
            next = blockWithLines(after: block)
            spot = Spot(block: next ?? block, line: 0)
        }
        return shown
    }

    /// Sets the screenful behind the one shown, so that the next key finds it set; of what is long only what is looked at.
    mutating func setAhead(rows: Int) {
        topSetAhead = top
        var block = spot(rows - 1, from: top).block + 1
        var left = rows
        while left > 0, block < article.blocks.count,
            bearings.bytes(before: block + 1) - bearings.bytes(before: block) <= Page.short
        {
            if block >= 0 { left -= layout.lines(of: block).count }
            block += 1
        }
    }

    /// UTF-8 bytes of a block that is set before anybody looks at it.
    private static let short = 1 << 14

    /// The last line that shows something.
    private mutating func lastSpot() -> Spot {
        var spot = existing(Spot(block: blockRange.upperBound, line: .max))
        while spot > .start, isBlank(spot) {
            let before = self.spot(-1, from: spot)
            guard before < spot else { break }
            spot = before
        }
        return spot
    }

    private mutating func isBlank(_ spot: Spot) -> Bool {
        let lines = layout.lines(of: spot.block)
        return lines.indices.contains(spot.line) && lines[spot.line].kind == .blank
    }

    /// The top at which the last line is at the bottom of the screen: scrolling stops there.
    package mutating func lastTop(rows: Int) -> Spot {
        let last = lastSpot()
        guard !layout.lines(of: last.block).isEmpty else { return .start }
        return spot(-max(0, rows - 1), from: last)
    }

    /// Goes the paragraph at the bottom of a screen on in lines that are not set yet?
    private mutating func hasMoreToSet(below top: Spot, rows: Int) -> Bool {
        let bottom = spot(max(0, rows - 1), from: top)
        return layout.isGrowing(bottom.block)
    }

    /// The spot, or the last one that may be at the top of the screen; the end of an endless paragraph is not set for
    /// it.
    mutating func kept(_ top: Spot, rows: Int) -> Spot {
        hasMoreToSet(below: top, rows: rows) ? top : min(top, lastTop(rows: rows))
    }

    /// Is the spot among the lines on the screen?
    package mutating func shows(_ spot: Spot, rows: Int) -> Bool {
        spot >= top && spot <= self.spot(rows - 1, from: top)
    }

    // MARK: Words and lines

    /// UTF-8 bytes into the block's text at which a line begins; 0 above the first words.
    package mutating func offset(of spot: Spot) -> Int { eye(at: spot).offset ?? 0 }

    /// The line that shows a byte of a block's text.
    package mutating func spot(block: Int, offset: Int) -> Spot {
        let lines = layout.lines(of: block, toByte: offset)
        // Lines with words are in the order of their words, tables and all; those without are skipped.
        var found: Int?
        for (index, line) in lines.enumerated() where !line.range.isEmpty {
            if found != nil, line.range.lowerBound > offset { break }
            if line.range.lowerBound <= offset || found == nil { found = index }
        }
        return Spot(block: block, line: found ?? firstLine(of: block))
    }

    /// Number of the first line of a block that is not space above it.
    package mutating func firstLine(of block: Int) -> Int {
        layout.lines(of: block, first: 8).firstIndex { $0.kind != .blank } ?? 0
    }

    private mutating func eye(at spot: Spot) -> Eye {
        let lines = layout.lines(of: spot.block, first: spot.line + 1)
        var line = min(spot.line, lines.count - 1)
        while line >= 0 {
            if !lines[line].range.isEmpty {
                return Eye(
                    block: spot.block, offset: lines[line].range.lowerBound, line: spot.line)
            }
            line -= 1
        }
        return Eye(block: spot.block, offset: nil, line: spot.line)
    }

    /// Sets the page to another format, or to a screen of another height, keeping the eye on the same words.
    mutating func fit(_ format: Format, rows: Int) {
        let eye = self.eye ?? eyeAtTop()
        self.rows = rows
        if format != layout.format {
            let pictures = layout.pictures
            layout = Layout(article, format, minutes: bearings.minutes)
            topSetAhead = nil
            for (block, space) in pictures { layout.set(space, atPicture: block) }
            look(at: eye)
        }
        if !eye.isPastEnd { top = kept(top, rows: rows) }
        self.eye = eye
    }

    /// Puts the words that the eye was on at the top again.
    mutating func look(at eye: Eye) {
        if let offset = eye.offset {
            top = spot(block: eye.block, offset: offset)
        } else {
            top = existing(Spot(block: eye.block, line: eye.line))
        }
    }

    /// Sees to it that there is a line at the top.
    mutating func settleTop() {
        let settled = existing(top)
        if settled != top { top = settled }
    }

    mutating func eyeAtTop() -> Eye {
        var eye = eye(at: top)
        eye.isPastEnd = rows > 0 && kept(top, rows: rows) < top
        return eye
    }

    // MARK: Where the reader is

    /// How far the reader has come, 0 at the top to 100 with the end in view.
    ///
    /// The share of the text above the screen, as the contents give it for a section; in fives where a line is about a
    /// percent, for it would be written anew with every line.
    package mutating func percent(rows: Int) -> Int {
        guard rest != nil || hasMoreToSet(below: top, rows: rows) || top < lastTop(rows: rows)
        else { return 100 }
        let total = max(bearings.total, rest?.bytes ?? 0)
        guard top.block >= 0, total > 0 else { return 0 }
        let here = bearings.bytes(before: top.block) + offset(of: top)
        let isLong = total >= 500 * layout.measure
        return min(
            99,
            isLong ? (100 * here + total / 2) / total : (20 * here + total / 2) / total * 5)
    }

    /// The section whose header has scrolled away; nil while it is in view at the top, or in the lead.
    mutating func sectionAbove() -> Int? {
        guard let index = bearings.section(of: top.block) else { return nil }
        let header = bearings.sections[index].block
        return top > Spot(block: header, line: firstLine(of: header)) ? index : nil
    }

    // MARK: Anchors

    // The head and the foot of the page are no blocks of the article: these ids, which no text hashes to
    // in practice, stand for them.
    private static let headID = BlockID(hash: 0, twin: 0)
    private static let footID = BlockID(hash: 0, twin: 1)

    /// The words at a spot, named so that they are found again in any layout.
    package mutating func anchor(at spot: Spot) -> Anchor {
        switch spot.block {
        case article.blocks.indices:
            Anchor(block: article.blocks[spot.block].id, offset: offset(of: spot))
        case ..<0: Anchor(block: Page.headID, offset: spot.line)
        default: Anchor(block: Page.footID, offset: spot.line)
        }
    }

    /// The spot of an anchor; nil when the article no longer has the words.
    package mutating func spot(of anchor: Anchor) -> Spot? {
        switch anchor.block {
        case Page.headID: return existing(Spot(block: -1, line: anchor.offset))
        case Page.footID: return existing(Spot(block: article.blocks.count, line: anchor.offset))
        default: break
        }
        guard let block = article.index(of: anchor.block) else { return nil }
        return anchor.offset == 0
            ? Spot(block: block, line: firstLine(of: block))
            : spot(block: block, offset: anchor.offset)
    }
}
