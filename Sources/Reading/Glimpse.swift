import LecternCore
import Typesetting

/// What is still to come of a page whose beginning is shown.
package struct Rest: Equatable, Sendable {
    /// The whole comes under it.
    package let token: Token
    /// Bytes of the whole source.
    package let bytes: Int
    /// What was found out about the whole, before it takes its place.
    var bearings: Bearings?
    /// What the reader wants as soon as the whole is there.
    var wish: Wish?

    enum Wish: Equatable, Sendable {
        /// The end, or so many percent of the text.
        case bottom(percent: Int?)
        case match(of: String)
    }

    package init(token: Token, bytes: Int) {
        self.token = token
        self.bytes = bytes
    }
}

// A long text is shown by its beginning while the rest of it is still being read.
extension State {
    /// The beginning of what is being opened is here; `bytes` is the size of the whole.
    mutating func glimpsed(_ token: Token, _ beginning: Article, bytes: Int) -> [Effect] {
        guard let loading, loading.token == token, loading.purpose == .follow(fragment: nil) else {
            return []
        }
        self.loading = nil
        leaveModeForNewStop()
        show(.article(beginning), from: loading.source)
        trail.page?.rest = Rest(token: token, bytes: bytes)
        return []
    }

    /// Index of the stop that waits for the rest of its text under a token.
    func stop(awaiting token: Token) -> Int? {
        trail.stops.firstIndex { stop in
            if case .page(let page) = stop { page.rest?.token == token } else { false }
        }
    }

    /// The whole of a long text was looked at off the screen.
    mutating func surveyed(_ token: Token, _ bearings: Bearings) -> [Effect] {
        if let index = stop(awaiting: token) {
            trail.updatePage(at: index) { $0.rest?.bearings = bearings }
        }
        return []
    }

    /// The whole is here and takes the place of its beginning, wherever on the trail that is.
    mutating func complete(_ index: Int, _ result: Result<Material, OpenError>) -> [Effect] {
        guard case .page(let old) = trail.stops[index] else { return [] }
        switch result {
        case .success(.article(let article)):
            trail.update(at: index) {
                $0 = .page(old.renewed(with: article, old.rest?.bearings))
            }
        case .success(.feed): trail.updatePage(at: index) { $0.rest = nil }
        case .failure(let error):
            trail.updatePage(at: index) { $0.rest = nil }
            return fail(Messages.openFailed(error))
        }
        guard index == trail.place else { return [] }
        notice = old.rest?.wish == nil ? notice : nil
        switch old.rest?.wish {
        case .bottom(let percent): goToBottom(percent: percent)
        case .match(let words): return search(for: words)
        case nil:
            if case .prompt(let prompt) = mode, prompt.purpose == .search { searchChanged(prompt) }
        }
        return []
    }

    /// Remembers what can only be done with the whole text; false when the whole is here.
    mutating func wish(_ wish: Rest.Wish) -> Bool {
        guard trail.page?.rest != nil else { return false }
        trail.page?.rest?.wish = wish
        say(Messages.stillReading)
        return true
    }

    /// The reader does something else.
    mutating func forgetWish() {
        if trail.page?.rest?.wish != nil { trail.page?.rest?.wish = nil }
    }
}

extension Page {
    /// Looks for the words of a search again, in the text as it is now.
    mutating func search(again former: Search?) {
        guard let former else { return }
        let current = former.current.map { former.matches[$0] }
        var search = Search(for: former.words, from: top, current.map { Lit($0) })
        repeat { search.go(through: article) } while !search.isSettled
        if search.current.map({ search.matches[$0] }) != current { search.current = nil }
        self.search = search
    }
}
