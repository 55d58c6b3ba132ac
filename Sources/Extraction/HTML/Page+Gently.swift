/// What goes of pages that are no article: shops, lists, what firms show of themselves.
extension Page {
    /// Names alone say less here: prose stays, whatever its box is called.
    func gentleCut(_ index: Int, _ inside: Sum, _ total: Sum, _ kind: PageKind) -> Cut? {
        let signs = signs[index]
        let share = total.good > 0 ? inside.good / total.good : 0
        // A list has little prose: what the foot of its page says is most of it.
        let part =
            kind == .list
            ? min(share, Float(inside.letters) / Float(max(1, total.letters))) : share
        if signs.contains(.junk), part < 0.2, !signs.contains(.article) { return .name }
        if signs.contains(.foot), part < 0.2, isLast(index, total) { return .name }
        if signs.contains(.appeal), part < 0.2, !saysSomething(inside) { return .name }
        if signs.contains(.offering), inside.letters < 40, inside.links == 0 { return .name }
        if signs.contains(.facet), isFacets(inside, total) { return .navigation }
        guard signs.contains(.hidden), share < 0.05, !isResponsive(index) else { return nil }
        // Answers are folded away until somebody asks for them, be they ever so short.
        let isAnswer = kind == .thread && inside.letters >= 40 && inside.linked * 3 < inside.letters
        return isAnswer || unfolds(index) && saysSomething(inside) ? nil : .hidden
    }

    /// Prose that leads nowhere else.
    func saysSomething(_ inside: Sum) -> Bool {
        inside.good >= 60 && inside.linked * 4 < inside.letters
    }

    /// What narrows a list down: many short entries, little of the page.
    private func isFacets(_ inside: Sum, _ total: Sum) -> Bool {
        inside.good < 60 && inside.letters * 10 < total.letters * 3
    }

    /// Does next to nothing stand behind it? Cards have feet too.
    private func isLast(_ index: Int, _ total: Sum) -> Bool {
        sum(tree.end(index)..<tree.nodes.count).letters * 20 <= total.letters
            && !tree.ancestors(of: index).prefix(8).contains {
                tree.tag($0) == .li || tree.tag($0) == .article
            }
    }

    /// Is a `header` the head of the page, wherever it stands: menus, and neither a title nor prose?
    func isHead(_ index: Int) -> Bool {
        let inside = sum(index)
        guard tree.tag(index) == .header, inside.links >= Self.footLinks, inside.good < 60,
            inside.linked * 3 >= inside.letters
        else { return false }
        return !(index..<tree.end(index)).prefix(Self.footLimit).contains { tree.tag($0) == .h1 }
    }

    /// Headers by role alone or by what they unfold, and their levels.
    func roleHeaders(in range: Range<Int>) -> [Int: Int] {
        var found: [Int: Int] = [:]
        for index in range where tree.tag(index) != .text && tree.tag(index).headingLevel == nil {
            if tree.equals(.role, of: index, Self.headingRole) {
                let level = tree.value(.ariaLevel, of: index).flatMap { Int($0) } ?? 2
                found[index] = max(2, min(6, level))
            } else if isFoldTitle(index) {
                found[index] = Self.foldLevel
            }
        }
        return found
    }

    /// The level of what unfolds a part of a page; bytes of its title, and nodes, at most.
    private static let (foldLevel, foldBytes, foldNodes) = (4, 80, 100)

    /// Does a click on this short line unfold what stands behind it, as its element or its class says?
    private func isFoldTitle(_ index: Int) -> Bool {
        let isTitle =
            tree.tag(index) == .summary
            || tree.tag(index).isBlock && tree.mentions(.class, of: index, Self.foldTitles)
        guard isTitle else { return false }
        let inside = (index + 1)..<max(tree.end(index), index + 1)
        guard inside.count <= Self.foldNodes,
            !inside.contains(where: { tree.tag($0).headingLevel != nil || tree.tag($0) == .p })
        else { return false }
        let bytes = tree.text(of: index, limit: Self.foldBytes + 1).utf8.count
        return (1...Self.foldBytes).contains(bytes)
    }

    private static let foldTitles = [
        "accordion-title", "accordion__title", "accordiontitle", "accordion-header",
        "accordion__header", "accordion-heading", "accordion__heading", "accordion-label",
        "accordion__label", "accordion-trigger", "accordion__trigger", "accordion-button",
    ].map { Array($0.utf8) }

    static let headingRole = Array("heading".utf8)

    /// Links that the head or foot of a page has at least.
    private static let footLinks: Int32 = 5
    /// Nodes of one that are looked at.
    private static let footLimit = 20_000

    /// Is it the foot of the page, by its name, its place and its links, be it all the prose there is?
    func isFoot(_ index: Int) -> Bool {
        let isElement = tree.tag(index) == .footer
        guard isElement || signs[index].contains(.foot), tree.tag(index).isBlock else {
            return false
        }
        let inside = sum(index)
        guard inside.links >= Self.footLinks, inside.linked * 6 >= inside.letters else {
            return false
        }
        let before = sum(0..<index)
        let behind = sum(tree.end(index)..<tree.nodes.count)
        let isLast =
            behind.letters * 4 <= before.letters + inside.letters
            || behind.good * 4 <= before.good + inside.good
        guard isLast, isElement || before.letters * 4 >= inside.letters else { return false }
        return !(index..<tree.end(index)).prefix(Self.footLimit).contains {
            tree.tag($0) == .h1 || tree.tag($0) == .main
        }
    }
}
