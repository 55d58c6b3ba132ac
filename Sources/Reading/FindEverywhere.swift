import Drawing
import LecternCore
import Typesetting

/// Where `:find` has found its words.
struct Found: Equatable, Sendable {
    /// Index into the trail's stops.
    var stop: Int
    /// Index into the matches of that page.
    var match: Int
}

/// What `:find` has looked for, and found.
struct Findings: Equatable, Sendable {
    var words = ""
    var places: [Found] = []
}

// `:find`: words in all articles on the trail.
extension State {
    /// Places that are listed; further ones are counted only.
    private static let most = 1_000

    /// Looks for words in every article that is open, and lists where they are.
    mutating func find(_ words: String) -> [Effect] {
        var items: [Picker.Item] = []
        var places: [Found] = []
        var total = 0
        var articles = 0
        var selected: Int?
        for stop in trail.stops.indices where !isShownAgain(stop) {
            guard case .page(var page) = trail.stops[stop] else { continue }
            let found = matches(of: words, in: page.article)
            guard !found.isEmpty else { continue }
            total += found.count
            articles += 1
            guard places.count < State.most else { continue }
            items.append(Picker.Item(page.article.title, isHeader: true, tag: -1))
            for (index, match) in found.prefix(State.most - places.count).enumerated() {
                if stop == trail.place, selected == nil,
                    page.spot(block: match.block, offset: match.range.lowerBound) >= page.top
                {
                    selected = items.count
                }
                items.append(page.item(for: match, tag: places.count))
                places.append(Found(stop: stop, match: index))
            }
        }
        guard !places.isEmpty else { return fail(Messages.foundNowhere(words)) }
        findings = Findings(words: words, places: places)
        let title = Messages.found(words, places: total, articles: articles)
        mode = .picker(Picker(.found, title: title, items: items, selected: selected ?? 1))
        return []
    }

    /// Is the same article shown by a stop that counts more: the current one, or an earlier one?
    private func isShownAgain(_ stop: Int) -> Bool {
        guard case .page(let page) = trail.stops[stop] else { return true }
        return trail.stops.indices.contains { other in
            guard other != stop, case .page(let twin) = trail.stops[other],
                twin.source == page.source, twin.part == page.part
            else { return false }
            return other == trail.place || other < stop && stop != trail.place
        }
    }

    /// Enter on a place found: there, with all matches of that article lit.
    mutating func goToFound(_ index: Int) -> [Effect] {
        guard let findings, findings.places.indices.contains(index) else { return [] }
        let found = findings.places[index]
        guard trail.stops.indices.contains(found.stop), case .page = trail.stops[found.stop] else {
            return []
        }
        let isElsewhere = found.stop != trail.place
        let effects = isElsewhere ? cancelLoading() : []
        trail.move(found.stop - trail.place)
        focus = .page
        // The page may have been left on a screen of another size.
        settlePage()
        let rows = textRows
        trail.page?.goToMatch(found.match, of: findings.words, rows: rows)
        return effects
    }
}

extension Page {
    /// Searches for words and goes to one of the matches.
    mutating func goToMatch(_ index: Int, of words: String, rows: Int) {
        let origin = top
        startFinding(words, from: .start)
        findAll(rows: rows)
        top = origin
        guard let search, search.matches.indices.contains(index) else { return }
        self.search?.current = index
        sought = Lit(search.matches[index])
        let target = spot(of: search.matches[index])
        if !shows(target, rows: rows) { rememberPlace(origin) }
        reveal(target, rows: rows)
    }

    /// A match with the words around it.
    fileprivate func item(for match: Match, tag: Int) -> Picker.Item {
        let text = layout.text(of: match.block)
        let start = text.wordStart(atMost: 30, before: match.range.lowerBound)
        let end = text.scalarStart(atOrBefore: match.range.upperBound + 300)
        let before = text.utf8Slice(start..<match.range.lowerBound).oneLine
        let hit = text.utf8Slice(match.range).oneLine
        let after = text.utf8Slice(match.range.upperBound..<max(end, match.range.upperBound))
            .oneLine
        let lead = start > 0 ? "…" : ""
        let section = bearings.section(of: match.block).map { bearings.sections[$0].title }
        var item = Picker.Item(lead + before + hit + after, detail: section, indent: 2, tag: tag)
        let first = lead.utf8.count + before.utf8.count
        item.lit = first..<(first + hit.utf8.count)
        return item
    }
}

extension String {
    /// The last start of a word at most so many bytes before an offset, or the earliest letter there.
    fileprivate func wordStart(atMost bytes: Int, before offset: Int) -> Int {
        guard offset > bytes else { return 0 }
        let from = scalarStart(atOrBefore: offset - bytes)
        let part = utf8Slice(from..<offset)
        guard let blank = part.utf8.firstIndex(of: 0x20) else { return from }
        return from + part.utf8.distance(from: part.startIndex, to: blank) + 1
    }

    /// Where the scalar starts that an offset falls into; the end for one behind it.
    fileprivate func scalarStart(atOrBefore offset: Int) -> Int {
        let bytes = utf8
        guard offset < bytes.count else { return bytes.count }
        var at = max(0, offset)
        while at > 0, bytes[bytes.index(startIndex, offsetBy: at)] & 0xC0 == 0x80 { at -= 1 }
        return at
    }
}

extension Substring {
    /// Line breaks as blanks.
    fileprivate var oneLine: String { String(map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
}
