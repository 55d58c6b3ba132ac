import LecternCore
import Typesetting

// Searching the article: while typing, and from match to match.
extension State {
    mutating func startSearch() {
        guard let page = trail.page else { return }
        var prompt = Prompt(.search)
        prompt.origin = page.top
        prompt.formerSearch = page.search
        mode = .prompt(prompt)
    }

    /// Shows the first match at or behind the place where the search began: at once, or in a long article as soon as no
    /// key waits.
    mutating func searchChanged(_ prompt: Prompt) {
        let rows = textRows
        guard let origin = prompt.origin else { return }
        trail.page?.startFinding(prompt.input.text, from: origin)
        guard let page = trail.page, page.bearings.total <= Search.short else { return }
        trail.page?.find(rows: rows)
    }

    /// Is a long article still being searched? Then `.idled` is wanted.
    package var isSearching: Bool { trail.page?.search?.isDone == false }

    /// Puts the page back as it was before the search began.
    mutating func searchLeft(_ prompt: Prompt) {
        guard let origin = prompt.origin else { return }
        trail.page?.search = prompt.formerSearch
        trail.page?.top = origin
    }

    mutating func searchEntered(_ prompt: Prompt) -> [Effect] {
        let words = prompt.input.text
        guard !words.isEmpty else {
            searchLeft(prompt)
            guard let last = history[.search]?.last else { return [] }
            if trail.page?.search?.words != last { return search(for: last) }
            goToMatch(1)
            return []
        }
        let rows = textRows
        trail.page?.find(rows: rows)
        if trail.page?.search?.matches.isEmpty != false {
            searchLeft(prompt)
            if wish(.match(of: words)) { return [] }
            // The matches of the words before are no answer to these.
            trail.page?.search = nil
            return fail(notFound(words))
        }
        if let origin = prompt.origin { trail.page?.rememberPlace(origin) }
        return []
    }

    /// Searches the page from where it is.
    mutating func search(for words: String) -> [Effect] {
        let rows = textRows
        let top = trail.page?.top ?? .start
        trail.page?.startFinding(words, from: top)
        trail.page?.find(rows: rows)
        guard trail.page?.search?.matches.isEmpty == true else { return [] }
        return wish(.match(of: words)) ? [] : fail(notFound(words))
    }

    /// Why a search found nothing: capitals count where they are typed.
    private func notFound(_ words: String) -> String {
        let small = words.lowercased()
        guard let page = trail.page, small != words, !matches(of: small, in: page.article).isEmpty
        else { return Messages.notFound(words) }
        return Messages.notFoundWithCapitals(words)
    }

    mutating func goToMatch(_ steps: Int) {
        let rows = textRows
        if trail.page?.search == nil {
            guard let last = history[.search]?.last, let page = trail.page else {
                _ = fail(Messages.noSearch)
                return
            }
            trail.page?.startFinding(last, from: page.top)
            trail.page?.find(rows: rows)
            if trail.page?.search?.matches.isEmpty == true { _ = fail(notFound(last)) }
            return
        }
        trail.page?.findAll(rows: rows)
        guard let search = trail.page?.search, !search.matches.isEmpty else {
            _ = fail(notFound(trail.page?.search?.words ?? ""))
            return
        }
        let wraps = trail.page?.goToMatch(steps, rows: rows) ?? false
        if wraps { say(steps > 0 ? Messages.searchFromTop : Messages.searchFromEnd) }
    }
}

extension Page {
    /// Begins to search for words, from the line `origin` on; with no words, goes back to it.
    mutating func startFinding(_ words: String, from origin: Spot) {
        lit = nil
        guard !words.isEmpty else {
            search = nil
            top = origin
            return
        }
        let byte = origin.block < 0 ? 0 : offset(of: origin)
        search = Search(
            for: words, from: origin, Lit(block: origin.block, range: byte..<byte))
    }

    /// Searches until the first match at or behind the origin is known, else the first of all, and shows it.
    mutating func find(rows: Int) {
        while search?.isSettled == false { findOn(rows: rows) }
    }

    /// Searches to the end.
    mutating func findAll(rows: Int) {
        while search?.isDone == false { findOn(rows: rows) }
    }

    /// Searches one more piece of the article.
    mutating func findOn(rows: Int) {
        guard search?.isDone == false else { return }
        let wasSettled = search?.isSettled ?? true
        search?.go(through: article)
        guard !wasSettled, let search, search.isSettled else { return }
        top = search.top
        guard let current = search.current else { return }
        sought = Lit(search.matches[current])
        reveal(spot(of: search.matches[current]), rows: rows)
    }

    /// Goes to another match; true when it went round the end of the article.
    mutating func goToMatch(_ steps: Int, rows: Int) -> Bool {
        guard let search, !search.matches.isEmpty else { return false }
        let count = search.matches.count
        var place: Int
        if let current = search.current, shows(spot(of: search.matches[current]), rows: rows) {
            place = current + steps
        } else if steps > 0 {
            place = firstMatch(of: search.matches, from: top) + steps - 1
        } else {
            let after = spot(1, from: spot(rows - 1, from: top))
            place = firstMatch(of: search.matches, from: after) + steps
        }
        let wraps = !(0..<count).contains(place)
        place = ((place % count) + count) % count
        let target = spot(of: search.matches[place])
        lit = nil
        self.search?.current = place
        sought = Lit(search.matches[place])
        if !shows(target, rows: rows) { rememberPlace(top) }
        reveal(target, rows: rows)
        return wraps
    }

    /// The line a match begins on.
    mutating func spot(of match: Match) -> Spot {
        spot(block: match.block, offset: match.range.lowerBound)
    }

    /// Index of the first match on a line or behind it; `count` when there is none.
    private mutating func firstMatch(of found: Matches, from start: Spot) -> Int {
        let byte = start.block < 0 ? 0 : offset(of: start)
        return found.first(inBlock: start.block) { $0.lowerBound >= byte }
    }

    /// What `''` goes back to.
    mutating func rememberPlace(_ spot: Spot) {
        let place = anchor(at: spot)
        marks["'"] = place
        jumps.leave(place)
    }
}
