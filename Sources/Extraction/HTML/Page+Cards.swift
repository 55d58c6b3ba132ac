extension Page {
    /// Cards looked for in one box.
    private static let cardLimit = 1_000

    /// Boxes side by side that each lead somewhere: the entries of a list that is not marked up as one.
    func cards(in region: Int) -> Set<Int> {
        var found: Set<Int> = []
        var index = region
        while index < tree.end(region) {
            let node = tree.nodes[index]
            if node.tag == .text || node.cut != nil || node.tag == .table || sum(index).links < 4 {
                index = max(Int(node.end), index + 1)
                continue
            }
            let cards = cards(among: index)
            found.formUnion(cards)
            index = cards.isEmpty || index == region ? index + 1 : Int(node.end)
        }
        return found
    }

    private func cards(among parent: Int) -> [Int] {
        var byName: [UInt64: [Int]] = [:]
        for child in tree.children(of: parent) where tree.nodes[child].cut == nil {
            switch tree.tag(child) {
            case .div, .article, .section, .a: byName[nameHash(child), default: []].append(child)
            default: break
            }
        }
        guard
            let twins = byName.values.max(by: { ($0.count, $1[0]) < ($1.count, $0[0]) }),
            (4...Self.cardLimit).contains(twins.count)
        else { return [] }
        let fitting = twins.filter { twin in
            let inside = sum(twin)
            let links = Int(inside.links) + (tree.tag(twin) == .a ? 1 : 0)
            return (1...12).contains(links) && (8...700).contains(Int(inside.letters))
                && inside.units >= 1
        }
        return fitting.count * 10 >= twins.count * 7 ? fitting : []
    }

    /// Is this part a list of entries, each with its link and a few words? Then links are what one came for.
    func isLinkList(_ index: Int) -> Bool {
        let range = units(in: index)
        let all = sum(index)
        guard all.links >= 6, all.letters > 0 else { return false }
        // An entry is a unit that is mostly link and says something; prose between them ends the list.
        var entries = 0
        var between = 0
        var longest = 0
        for unit in range {
            if unit.linked >= 12, unit.linked * 10 >= unit.letters * 3 {
                entries += 1
                between = 0
            } else {
                between += unit.letters
                longest = max(longest, between)
            }
        }
        guard entries >= 6 else { return false }
        let perEntry = Int(all.letters) / entries
        return perEntry <= 320 && longest * 4 <= Int(all.letters) + 1_200 && longest <= 1_500
    }
}
