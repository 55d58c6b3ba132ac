import Drawing
import LecternCore
import Typesetting

/// A stretch of a link on the screen.
struct LinkOnScreen {
    let target: Target
    let block: Int
    let row: Int
    /// Columns of the screen, never empty.
    let columns: Range<Int>
}

extension Page {
    /// Is it the link selected, in the block where it was selected?
    func isSelected(_ target: Target, in block: Int) -> Bool {
        selectedPlace.map { bearings.links[$0] } == .init(target: target, block: block)
    }

    /// The line a link begins on.
    private mutating func spot(ofLinkAt place: Int) -> Spot {
        let wanted = bearings.links[place]
        let line = layout.lines(of: wanted.block).firstIndex { line in
            line.runs.contains { $0.target == wanted.target }
        }
        return Spot(block: wanted.block, line: line ?? 0)
    }

    /// Is the selected link in view?
    mutating func showsSelectedLink(rows: Int) -> Bool {
        guard let selectedPlace else { return false }
        return shows(spot(ofLinkAt: selectedPlace), rows: rows)
    }

    /// Selects another link and shows it; true when it went round the end of the article.
    mutating func selectLink(_ steps: Int, rows: Int) -> Bool {
        let count = bearings.links.count
        var place: Int
        if let selectedPlace, showsSelectedLink(rows: rows) {
            place = selectedPlace + steps
        } else if steps > 0 {
            place = bearings.firstLink(from: top.block)
            while place < count, spot(ofLinkAt: place) < top { place += 1 }
            place += steps - 1
        } else {
            let bottom = spot(rows - 1, from: top)
            place = bearings.firstLink(from: bottom.block + 1) - 1
            while place >= 0, spot(ofLinkAt: place) > bottom { place -= 1 }
            place += steps + 1
        }
        let wraps = !(0..<count).contains(place)
        place = ((place % count) + count) % count
        selectedPlace = place
        reveal(spot(ofLinkAt: place), rows: rows)
        return wraps
    }

    /// Selects a link that was pointed at.
    mutating func select(_ target: Target, in block: Int) {
        selectedPlace = bearings.links.firstIndex { $0 == .init(target: target, block: block) }
    }

    /// From a footnote's mark in the text to the note, from the note back to its mark.
    mutating func jump(toNote note: NoteID, from block: Int, rows: Int) {
        let foot = article.blocks.count
        let place = bearings.links.firstIndex {
            $0.target == .note(note) && ($0.block == foot) == (block != foot)
        }
        guard let place else { return }
        selectedPlace = place
        let spot = spot(ofLinkAt: place)
        if !shows(spot, rows: rows) {
            jump { page in page.kept(page.spot(-(rows / 3), from: spot), rows: rows) }
        }
        // The last page shows many notes at once: the one that was meant is lit.
        lit = block == foot ? nil : Lit(block: foot, range: range(of: note))
    }

    /// Where a note stands in the text of the foot, UTF-8 bytes.
    private func range(of note: NoteID) -> Range<Int> {
        let start = article.notes.prefix(note.index).reduce(0) { $0 + $1.text.text.utf8.count + 1 }
        return start..<(start + article.notes[note.index].text.text.utf8.count)
    }
}

extension State {
    mutating func selectLink(_ steps: Int) {
        let rows = textRows
        guard trail.page?.bearings.links.isEmpty == false else { return say(Messages.noLinks) }
        let wraps = trail.page?.selectLink(steps, rows: rows) ?? false
        if wraps { say(steps > 0 ? Messages.firstLinkAgain : Messages.lastLinkAgain) }
    }

    /// The selected link's address, as long as it is in view.
    var selectedAddress: Address? {
        guard var page = trail.page, page.showsSelectedLink(rows: textRows),
            case .link(let link)? = page.selected, page.article.links.indices.contains(link.index)
        else { return nil }
        return page.article.links[link.index].address
    }

    mutating func followSelected() -> [Effect] {
        let rows = textRows
        guard let page = trail.page, let place = page.selectedPlace,
            trail.page?.showsSelectedLink(rows: rows) == true
        else { return fail(Messages.noLinkSelected) }
        return follow(page.bearings.links[place].target, in: page.bearings.links[place].block)
    }

    /// Follows what was pointed at and leaves it selected, for the way back.
    mutating func follow(_ place: LinkOnScreen) -> [Effect] {
        if !place.target.isPicture { trail.page?.select(place.target, in: place.block) }
        return follow(place.target, in: place.block)
    }

    private mutating func follow(_ target: Target, in block: Int) -> [Effect] {
        switch target {
        case .note(let note):
            showNote(note, from: block)
            return []
        case .link(let link):
            guard let links = trail.page?.article.links, links.indices.contains(link.index) else {
                return []
            }
            return follow(links[link.index].address)
        case .picture(let block): return browsePicture(in: block)
        }
    }

    /// The links on the screen, a line's stretch each, from the top down.
    func linksOnScreen() -> [LinkOnScreen] {
        guard var page = trail.page else { return [] }
        let area = areas.text
        let left = textLeft
        let end = area.column + area.size.columns
        var found: [LinkOnScreen] = []
        for (row, shown) in page.lines(from: page.top, rows: area.size.rows).enumerated() {
            let window = self.window(of: shown.line, in: page, area, left: left)
            var column = window.start
            for (index, run) in shown.line.runs.enumerated() where column < end {
                if index == window.firstMoved { column -= page.shift }
                let seen = max(column, index >= window.firstMoved ? window.first : column)
                let columns = seen..<max(seen, min(end, column + run.columns))
                if let target = run.target, !columns.isEmpty {
                    found.append(
                        LinkOnScreen(
                            target: target, block: shown.spot.block, row: area.row + row,
                            columns: columns))
                }
                column += run.columns
            }
        }
        return found
    }

    // MARK: Copying and the browser

    /// The address that `y y` and `o` mean: the selected link's, else the page's.
    private var meantAddress: Address? { selectedAddress ?? trail.page?.address }

    mutating func copyLink() -> [Effect] {
        guard let address = meantAddress else { return fail(Messages.noAddress) }
        say(Messages.copied(address.string))
        return [.copy(address.string)]
    }

    /// Copies the first paragraph in view.
    mutating func copyParagraph() -> [Effect] {
        let rows = textRows
        guard let page = trail.page else { return [] }
        let shown = trail.page?.lines(from: page.top, rows: rows) ?? []
        let blocks = shown.filter { !$0.line.range.isEmpty }.map(\.spot.block)
            .filter(page.article.blocks.indices.contains)
        guard
            let block = blocks.first(where: { page.article.blocks[$0].isProse }) ?? blocks.first
        else { return fail(Messages.noParagraph) }
        let text = page.article.blocks[block].text.gated
        say(Messages.copied(text))
        return [.copy(text)]
    }

    mutating func openInBrowser() -> [Effect] {
        guard let address = failedAddress ?? meantAddress
        else { return fail(Messages.noAddress) }
        failedAddress = nil
        return browse(address)
    }

    mutating func browse(_ address: Address) -> [Effect] {
        guard address.isWeb else { return fail(Messages.notForBrowser(address.string)) }
        say(Messages.openedInBrowser(address.string))
        return [.browse(address)]
    }
}

extension Page {
    /// Where the page was found; nil for standard input.
    package var address: Address? { Page.address(of: article, from: source) }

    static func address(of article: Article, from source: Source) -> Address? {
        if let address = article.address { return address }
        return switch source {
        case .address(let address): address
        case .file(let path): path.hasPrefix("/") ? Address.file(path) : nil
        case .standardInput, .several: nil
        }
    }
}
