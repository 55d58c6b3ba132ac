import LecternCore

extension Page {
    /// A part of the page that could be the article.
    struct Candidate {
        var index: Int
        var score: Double
    }

    /// How much of a paragraph's weight its ancestors get, from the box it stands in outwards.
    private static let decay: [Double] = [1, 0.92, 0.8, 0.66, 0.52, 0.4, 0.3]

    /// The parts that could be the article, the best first; empty when nothing on the page reads like one.
    ///
    /// Every paragraph speaks for the boxes around it, for the nearest most. From the box that wins, the choice
    /// widens as long as what comes in reads on.
    func candidates() -> [Candidate] {
        var scores = [Double](repeating: 0, count: tree.indices.count)
        for unit in units where unit.weight > 0 {
            var box = unit.holder
            if isParagraph(tree.tag(box)) { box = tree.parent(box) }
            for share in Self.decay {
                scores[box] += unit.weight * share
                let next = tree.parent(box)
                if next == box || tree.tag(box) == .body { break }
                box = next
            }
        }
        for box in scores.indices where scores[box] > 0 {
            var factor = 1.0
            if signs[box].contains(.body) { factor += 0.1 }
            if tree.tag(box) == .article { factor += 0.1 }
            if tree.value(.itemprop, of: box)?.lowercased() == "articlebody" { factor += 0.3 }
            if tree.tag(box) == .ul || tree.tag(box) == .ol || tree.tag(box) == .li {
                factor -= 0.3
            }
            scores[box] *= factor
        }
        // Later in page order is further inside; it wins among equals.
        let ranked = scores.indices.filter { scores[$0] > 0 }
            .map { Candidate(index: $0, score: scores[$0]) }
            .sorted { ($0.score, $0.index) > ($1.score, $1.index) }
        guard let best = ranked.first else { return [] }
        var found = [Candidate(index: widened(best.index), score: best.score)]
        // Runners-up are parts that say something else: neither around nor inside one that is listed.
        for candidate in ranked.dropFirst() where found.count < 6 {
            let range = candidate.index..<tree.end(candidate.index)
            let isNew = found.allSatisfy { known in
                let other = known.index..<tree.end(known.index)
                return !range.overlaps(other)
            }
            if isNew { found.append(candidate) }
        }
        return found
    }

    private func isParagraph(_ tag: Tag) -> Bool {
        switch tag {
        case .p, .li, .h1, .h2, .h3, .h4, .h5, .h6, .pre, .blockquote, .dd, .dt, .td, .th,
            .figcaption, .caption, .summary, .address:
            true
        default: false
        }
    }

    /// The largest box around `start` whose further contents read on from it.
    private func widened(_ start: Int) -> Int {
        var best = start
        for box in tree.ancestors(of: start) {
            if tree.tag(box) == .html { break }
            let inner = sum(best)
            let outer = sum(box)
            let extra = Double(outer.good - inner.good)
            guard extra >= 1 else { continue }
            let between = Double(outer.weight - inner.weight)
            let twin = childHolding(best, of: box).map { nameHash($0) }
            var accepted = 0.0
            var twins = 0.0
            for child in tree.children(of: box) where tree.nodes[child].cut == nil {
                if child <= best, best < tree.end(child) { continue }
                let side = sum(child)
                let isTwin = twin == nameHash(child) && tree.has(.class, child)
                if isTwin { twins += Double(side.good) }
                if let titleNode, tree.end(child) <= titleNode, !isTwin { continue }
                let opens = titleNode.map { $0 < tree.end(child) && child < best } ?? false
                if readsOn(child, side, isTwin: isTwin, opens: opens) {
                    accepted += Double(side.good)
                }
            }
            // What stands between the title and the text belongs to it, be it ever so short.
            let opening: Double =
                if let titleNode, titleNode < best, box <= titleNode || box < best {
                    Double(sum(min(max(titleNode, box), best)..<best).good)
                } else {
                    0
                }
            let matters = between > Double(inner.good) * 0.03 || opening > 60
            let isMuch = extra - twins > Double(inner.good)
            if accepted >= extra * 0.7, !isMuch, between > extra * 0.2, matters { best = box }
        }
        return best
    }

    private func childHolding(_ index: Int, of box: Int) -> Int? {
        tree.children(of: box).first { $0 <= index && index < tree.end($0) }
    }

    /// Is a neighbour of the article part of it? A twin is named as the part that is known to be; what opens the text
    /// stands between it and the title, or holds the title too.
    private func readsOn(_ index: Int, _ side: Sum, isTwin: Bool, opens: Bool) -> Bool {
        guard side.good > 0, side.letters > 0 else { return false }
        // What is said of the box around both of them, be it a drawer for a menu, is said of both; behind the text
        // that box has other things too.
        let around = opens ? min(1, factors[tree.parent(index)]) : 1
        if factors[index] < 0.8 * around { return false }
        switch tree.tag(index) {
        case .aside, .footer, .nav, .form: return false
        default: break
        }
        let links = Double(side.linked) / Double(side.letters)
        if isTwin { return links < 0.5 && side.weight > 0 }
        return links < 0.35 && side.weight > side.good * 0.4
    }

    private static let mainNames = [
        "main", "content", "main-content", "maincontent", "page-content",
    ].map { Array($0.utf8) }

    /// The part of the page that is neither head, foot nor side: `main` or what calls itself so, else the body.
    func region() -> Int {
        let body = tree.indices.first { tree.tag($0) == .body } ?? 0
        let all = sum(body)
        var best: Int?
        for index in tree.indices where tree.tag(index) != .text && tree.nodes[index].cut == nil {
            guard tree.tag(index) == .main || tree.nodes[index].count > 0 else { continue }
            let isMain =
                tree.tag(index) == .main || tree.equals(.role, of: index, Self.mainNames[0])
            guard isMain || Self.mainNames.contains(where: { tree.equals(.id, of: index, $0) })
            else { continue }
            let inside = sum(index)
            if inside.letters * 5 >= all.letters * 2 || isMain && inside.letters >= 80,
                inside.letters > best.map({ sum($0).letters }) ?? 0
            {
                best = index
            }
        }
        return best ?? body
    }

    /// The element as a CSS path of at most three steps.
    func path(_ index: Int) -> String {
        var steps = [step(index)]
        for ancestor in tree.ancestors(of: index).prefix(2) where tree.tag(ancestor) != .html {
            steps.append(step(ancestor))
        }
        return steps.reversed().joined(separator: " > ")
    }

    private func step(_ index: Int) -> String {
        var name = tree.tag(index) == .unknown ? "*" : tree.tag(index).rawValue
        func add(_ mark: String, _ range: Range<Int>) {
            let bytes = tree.bytes[range]
            // Names are ASCII but for a joke's sake; Characters cost a hundred times as much.
            if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) {
                name += mark + String(decoding: bytes.prefix(40), as: UTF8.self)
            } else {
                let text = String(decoding: bytes, as: UTF8.self).prefix(40)
                name += mark + String(text).gated.filter { $0 != "\n" }
            }
        }
        if let id = tree.valueRange(.id, of: index), !id.isEmpty {
            add("#", id)
        } else if let names = tree.valueRange(.class, of: index) {
            for word in tree.bytes[names].split(whereSeparator: { $0 <= 0x20 }).prefix(2) {
                add(".", word.startIndex..<word.endIndex)
            }
        }
        return name
    }
}
