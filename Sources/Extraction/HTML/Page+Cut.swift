import LecternCore

extension Page {
    /// Cuts readers' comments, before anything is measured against the page's prose.
    mutating func cutComments() {
        let total = sums[tree.nodes.count]
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if node.cut == nil, signs[index].contains(.comments), node.tag.isBlock,
                node.tag != .body, node.tag != .html, node.tag != .main, node.tag != .article,
                !signs[index].contains(.body)
            {
                let inside = sum(index)
                if total.good - inside.good > 500 || inside.good < total.good * 0.5 {
                    cut(index, .name)
                    cuts.append((index, .name, Int(inside.letters)))
                }
            }
            index = tree.nodes[index].cut == nil ? index + 1 : Int(node.end)
        }
    }

    /// Cuts the words under pictures that are in no `figure`.
    mutating func cutCaptions() {
        let total = sums[tree.nodes.count]
        for index in tree.indices where signs[index].contains(.picture) {
            guard tree.nodes[index].cut == nil, tree.tag(index).isBlock, tree.tag(index) != .body,
                tree.tag(index) != .figure
            else { continue }
            let inside = sum(index)
            guard inside.units > 0, inside.units <= 2, inside.letters < 500,
                inside.good < total.good * 0.3, holds(index, .img), !holdsHeader(index)
            else { continue }
            for unit in units(in: index) where unit.holder > index {
                cut(unit.holder, .caption)
            }
        }
    }

    /// Cuts menus, page feet, share bars, recommendations and comments, by element and by name.
    ///
    /// Nothing is cut that holds a large part of the page's prose: pages carry the oddest names.
    /// Of pages that are no article only menus, page feet, dialogs and forms go: in lists, shops and threads, teasers
    /// and comments are what one came for.
    mutating func cutFurniture(of kind: PageKind = .article) {
        let total = sums[tree.nodes.count]
        var found: [(index: Int, reason: Cut)] = []
        // Prose that would go, by the name it goes for.
        var byName: [UInt64: Float] = [:]
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            guard node.tag != .text, node.cut == nil else {
                index = node.cut == nil ? index + 1 : Int(node.end)
                continue
            }
            let reason =
                kind == .product && isBesideProduct(index, total: total)
                ? .related : furniture(index, node, total: total, kind)
            if let reason {
                let around = kind == .article && node.tag == .form ? boxOfForm(index, total) : nil
                if let around { found.append((around, reason)) }
                found.append((index, reason))
                byName[nameHash(index), default: 0] += sum(index).good
                index = Int(node.end)
            } else {
                index += 1
            }
        }
        for (index, reason) in found {
            // One of many parts that together are the text.
            if byName[nameHash(index), default: 0] > total.good * 0.45,
                reason != .navigation, !signs[index].contains(.consent),
                !signs[index].contains(.comments)
            {
                continue
            }
            cut(index, reason)
            cuts.append((index, reason, Int(sum(index).letters)))
        }
    }

    /// The box that is there for a form: a header, a sentence that asks for something, and what answers.
    private func boxOfForm(_ form: Int, _ total: Sum) -> Int? {
        let fields = (form + 1)..<max(tree.end(form), form + 1)
        guard fields.contains(where: { asksForWords($0) }) else { return nil }
        var best: Int?
        let own = sum(form)
        for box in tree.ancestors(of: form).prefix(6) {
            guard tree.end(box) - box <= Self.formLimit else { return best }
            switch tree.tag(box) {
            case .div, .section, .aside, .li: break
            default: return best
            }
            let inside = sum(box)
            guard inside.letters - own.letters <= 320,
                inside.good - own.good <= min(160, total.good * 0.1),
                signs[box].isDisjoint(with: [.body, .picture]), !holds(box, .img)
            else { return best }
            best = box
        }
        return best
    }

    /// Nodes of a box that is there for a form.
    private static let formLimit = 400

    /// A field for words or an address; a search asks for something too, but stands for itself.
    private func asksForWords(_ index: Int) -> Bool {
        switch tree.tag(index) {
        case .textarea: return true
        case .input:
            let type = tree.value(.type, of: index)?.lowercased() ?? "text"
            return type == "email" || type == "text"
        default: return false
        }
    }

    /// Equal for elements of one kind and class.
    func nameHash(_ index: Int) -> UInt64 {
        var hash = FixedHash()
        hash.feed(tree.tag(index).rawValue)
        if let range = tree.valueRange(.class, of: index) {
            // Page builders number their boxes: `element element-4175617`.
            for name in tree.bytes[range].split(separator: 0x20)
            where name.count(where: { (0x30...0x39).contains($0) }) < 3 {
                for byte in name { hash.feed(byte) }
                hash.feed(0x20)
            }
        }
        return hash.value
    }

    private func isInQuote(_ index: Int) -> Bool {
        tree.ancestors(of: index).prefix(3).contains { tree.tag($0) == .blockquote }
    }

    private func furniture(
        _ index: Int, _ node: Tree.Node, total: Sum, _ kind: PageKind
    ) -> Cut? {
        let gently = kind != .article
        switch node.tag {
        case .html, .body, .main: return nil
        default: break
        }
        let inside = sum(index)
        let share = total.good > 0 ? inside.good / total.good : 0
        switch node.tag {
        case .nav: return share < 0.3 ? .navigation : nil
        // Whose words they are stands below them.
        case .footer where inside.letters < 200 && isInQuote(index): return nil
        case .footer where gently && isFoot(index): return .navigation
        case .footer: return share < 0.25 ? .navigation : nil
        case .aside where !gently: return share < 0.25 ? .navigation : nil
        case .form, .fieldset: return share < 0.1 && inside.good < 600 ? .navigation : nil
        case .menu: return share < 0.2 ? .navigation : nil
        case .ul where offersLanguages(index): return .navigation
        case .header:
            if !isInArticle(index), share < 0.2 { return .navigation }
            if gently, isHead(index) { return .navigation }
        default: break
        }
        switch tree.value(.role, of: index) {
        case "navigation", "banner", "search", "complementary", "contentinfo", "dialog",
            "alertdialog", "menu", "menubar", "toolbar", "tablist", "alert", "status":
            if share < 0.25 { return .navigation }
        default: break
        }
        let signs = signs[index]
        // Quoted posts are text, whatever network they were posted on.
        if node.tag == .blockquote { return nil }
        guard !signs.isEmpty else { return nil }
        if signs.contains(.consent) { return .name }
        if gently, isFoot(index) { return .navigation }
        if !node.tag.isBlock, !signs.contains(.hidden), isPartOfText(index) { return nil }
        if signs.contains(.embed), holdsQuote(index) { return nil }
        // The page's text often stands in a box named for what stands around it.
        if signs.contains(.body), share > 0.1 { return nil }
        if node.tag == .p || node.tag.headingLevel != nil || node.tag == .li,
            inside.good > 100, !signs.contains(.comments)
        {
            return nil
        }
        if gently { return gentleCut(index, inside, total, kind) }
        if signs.contains(.comments), share < 0.7 { return .name }
        if !signs.isDisjoint(with: [.related, .teaser]), share < 0.4,
            !keepsSlides || !saysSomething(inside)
        {
            return .related
        }
        if signs.contains(.popular), share < 0.3 { return .name }
        if signs.contains(.caption), node.tag != .figcaption, node.tag != .figure,
            node.tag != .table, node.tag != .caption, share < 0.3, inside.letters < 700,
            !holds(index, .img), !holdsHeader(index)
        {
            return .caption
        }
        if !signs.isDisjoint(with: [.junk, .foot]), share < 0.2 { return .name }
        if !signs.isDisjoint(with: [.offering, .appeal]), share < 0.2,
            !keepsSlides || !saysSomething(inside)
        {
            return .name
        }
        if signs.contains(.aside), share < 0.3 { return .name }
        if signs.contains(.hidden), share < 0.1, !node.tag.isBlock || inside.good < 400,
            !isResponsive(index), !unfolds(index) || !saysSomething(inside)
        {
            return .hidden
        }
        if signs.contains(.paywall), share < 0.1 { return .name }
        if signs.contains(.author), share < 0.4 { return .name }
        if inside.letters < 500, share < 0.3, isOpening(index, signs) { return .lead }
        if signs.contains(.metadata), share < 0.05, inside.good < 300,
            !holdsHeader(index)
        {
            return .metadata
        }
        return nil
    }

    /// On the page of a thing on sale: what its buyers say, and other things on sale.
    private func isBesideProduct(_ index: Int, total: Sum) -> Bool {
        let signs = signs[index]
        guard tree.tag(index).isBlock, tree.tag(index) != .body, !signs.contains(.body),
            !signs.isDisjoint(with: [.reviews, .related, .teaser, .popular, .comments])
        else { return false }
        return sum(index).letters * 2 < total.letters
    }

    /// Would a header or a sentence be left with a hole? Formulas, glosses and links carry names like "menu" or
    /// "popup" for what happens on a click.
    private func isPartOfText(_ index: Int) -> Bool {
        if tree.end(index) - index < 4000, holds(index, .math) { return true }
        guard
            let box = tree.ancestors(of: index).prefix(6).first(where: { tree.tag($0).isBlock })
        else { return false }
        let all = Int(sum(box).letters)
        if tree.tag(box).headingLevel != nil {
            // "[edit]" is no part of a header, be it longer than the rest.
            return letters(in: index) * 2 > all && !Phrases.isLabel(tree.text(of: index, limit: 80))
        }
        guard tree.tag(box) == .p, tree.tag(index) == .a, all >= 40 else { return false }
        return letters(in: index) * 2 < all
    }

    /// The same page in other languages.
    private func offersLanguages(_ list: Int) -> Bool {
        guard sum(list).links >= 4 else { return false }
        let links = (list..<tree.end(list)).prefix(4_000).filter { tree.tag($0) == .a }
        let others = links.count { tree.has(.hreflang, $0) }
        return others >= 4 && others * 10 >= links.count * 9
    }

    /// A summary that stands between the title and the text.
    private func isOpening(_ index: Int, _ signs: NameSigns) -> Bool {
        guard signs.contains(.lead) || signs.contains(.opening), !holdsHeader(index) else {
            return false
        }
        if let titleNode {
            guard titleNode < index, sum(titleNode..<index).good < 60 else { return false }
        }
        if signs.contains(.lead), titleNode != nil { return true }
        return repeatsDescription(index)
    }

    private func repeatsDescription(_ index: Int) -> Bool {
        guard description.count >= 5 else { return false }
        let words = Wording.words(tree.text(of: index, limit: 1200))
        guard words.count >= 5, words.count <= description.count + 6 else { return false }
        let common = Set(words).intersection(description).count
        return common * 10 >= Set(words).count * 9
    }

    /// Hidden on some screens only: `hidden md:block`.
    func isResponsive(_ index: Int) -> Bool {
        guard let names = tree.value(.class, of: index) else { return false }
        return names.contains(":") || names.contains("-block") || names.contains("visible-")
            || names.contains("-flex")
            || ["-mobile", "-tablet", "-phone", "-desktop", "-xs", "-sm", "-print"].contains {
                names.contains($0)
            }
    }

    private func holds(_ index: Int, _ tag: Tag) -> Bool {
        ((index + 1)..<max(tree.end(index), index + 1)).contains { tree.tag($0) == tag }
    }

    private func isInArticle(_ index: Int) -> Bool {
        tree.ancestors(of: index).contains {
            tree.tag($0) == .article || tree.tag($0) == .main
        }
    }

    private func holdsQuote(_ index: Int) -> Bool { holds(index, .blockquote) }

    private func holdsHeader(_ index: Int) -> Bool {
        ((index + 1)..<tree.end(index)).contains { tree.tag($0).headingLevel != nil }
    }
}
