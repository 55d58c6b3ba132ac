import LecternCore

extension State {
    /// A command for the article, whoever ordered it.
    mutating func performOnPage(_ command: Command, count: Int?) -> [Effect] {
        guard trail.page != nil else { return [] }
        let times = max(1, count ?? 1)
        switch command {
        case .scrollDown: scroll(times)
        case .scrollUp: scroll(-times)
        // A line of the old screen stays in view, as in less.
        case .pageDown: scroll(times * max(1, textRows - 1))
        case .pageUp: scroll(-times * max(1, textRows - 1))
        case .halfPageDown: scroll(times * max(1, textRows / 2))
        case .halfPageUp: scroll(-times * max(1, textRows / 2))
        case .scrollRight: shiftCode(times)
        case .scrollLeft: shiftCode(-times)
        case .top where count == nil: trail.page?.jump { _ in .start }
        case .top, .bottom: goToBottom(percent: count)
        case .nextSection: goToSection(times)
        case .previousSection: goToSection(-times)
        case .nextLink: selectLink(times)
        case .previousLink: selectLink(-times)
        case .follow: return followSelected()
        case .hints: showHints()
        case .outline: showContents()
        case .related: showRelated()
        case .search: startSearch()
        case .nextMatch: goToMatch(times)
        case .previousMatch: goToMatch(-times)
        case .olderPlace: goToJump(-times)
        case .newerPlace: goToJump(times)
        case .setMark: mode = .mark(isSetting: true)
        case .goToMark: mode = .mark(isSetting: false)
        case .copyLink: return copyLink()
        case .copyParagraph: return copyParagraph()
        case .openInBrowser: return openInBrowser()
        case .openPicture: return openPicture()
        default: break
        }
        return []
    }

    /// Scrolls by lines, not past the end; a page already past it (a short last section) stays where it is.
    package mutating func scroll(_ lines: Int) {
        let rows = textRows
        trail.page?.scroll(lines, rows: rows)
    }

    /// To the last line, or to so many percent of the text.
    mutating func goToBottom(percent: Int?) {
        guard !wish(.bottom(percent: percent)) else { return }
        let rows = textRows
        trail.page?.jump { page in
            if let percent {
                page.spot(percent: min(100, percent), rows: rows)
            } else {
                page.lastTop(rows: rows)
            }
        }
    }

    /// To the header so many sections on; before: to the header of this section first.
    private mutating func goToSection(_ steps: Int) {
        guard let page = trail.page else { return }
        guard !page.bearings.sections.isEmpty else { return say(Messages.noSections) }
        let moved = trail.page?.goToSection(steps) ?? false
        if !moved { say(steps > 0 ? Messages.lastSection : Messages.beforeFirstSection) }
    }
}

extension Page {
    /// Scrolls by lines, never past the end more than the page already is.
    mutating func scroll(_ lines: Int, rows: Int) {
        let target = spot(lines, from: top)
        lit = nil
        top = lines > 0 ? max(top, kept(target, rows: rows)) : target
    }

    /// Goes elsewhere and remembers the place left for `''`.
    mutating func jump(_ target: (inout Page) -> Spot) {
        let place = anchor(at: top)
        let spot = target(&self)
        lit = nil
        guard spot != top else { return }
        marks["'"] = place
        jumps.leave(place)
        top = spot
    }

    /// Puts a line a third down the screen unless it is in view; never past the end.
    mutating func reveal(_ spot: Spot, rows: Int) {
        guard !shows(spot, rows: rows) else { return }
        top = kept(self.spot(-(rows / 3), from: spot), rows: rows)
    }

    /// Puts the first line of a block at the top.
    mutating func jump(toBlock block: Int) {
        jump { page in Spot(block: block, line: page.firstLine(of: block)) }
    }

    /// Moves to another section header; false when there is none that way.
    mutating func goToSection(_ steps: Int) -> Bool {
        let here = bearings.section(of: top.block)
        if steps > 0 {
            // A header that stands below the top, if only by a blank line, is still to be reached.
            let isAhead = here.map { header($0) > top } ?? false
            let next = (here ?? -1) + (isAhead ? 0 : 1)
            guard next < bearings.sections.count else { return false }
            let target = min(next + steps - 1, bearings.sections.count - 1)
            jump(toBlock: bearings.sections[target].block)
        } else {
            guard top > .start else { return false }
            let isBehind = here.map { header($0) < top } ?? false
            let target = (here ?? -1) + (isBehind ? 0 : -1) + steps + 1
            if target < 0 {
                jump { _ in .start }
            } else {
                jump(toBlock: bearings.sections[target].block)
            }
        }
        return true
    }

    private mutating func header(_ section: Int) -> Spot {
        let block = bearings.sections[section].block
        return Spot(block: block, line: firstLine(of: block))
    }

    /// The spot at which so many percent of the text are above the screen.
    mutating func spot(percent: Int, rows: Int) -> Spot {
        guard percent > 0, bearings.total > 0 else { return .start }
        let byte = bearings.total * percent / 100
        let block = bearings.block(atByte: byte)
        let found = spot(block: block, offset: byte - bearings.bytes(before: block))
        return kept(found, rows: rows)
    }
}
