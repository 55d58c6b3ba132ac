import LecternCore

extension Page {
    /// Elements that a pattern means, in page order, none of them cut or inside another.
    func elements(_ pattern: ElementPattern) -> [Int] {
        var found: [Int] = []
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if node.cut != nil || isMeant(index, by: pattern) {
                if node.cut == nil { found.append(index) }
                index = max(Int(node.end), index + 1)
            } else {
                index += 1
            }
        }
        return found
    }

    /// The part that the site's rule says is read, if it has text.
    func part(keptBy rule: SiteRule?) -> Int? {
        for pattern in rule?.keep ?? [] {
            if let part = elements(pattern).first(where: { sum($0).letters > 0 }) { return part }
        }
        return nil
    }

    private func isMeant(_ index: Int, by pattern: ElementPattern) -> Bool {
        guard tree.tag(index) != .text else { return false }
        if let tag = pattern.tag, tree.tag(index).rawValue != tag { return false }
        if let id = pattern.id, tree.value(.id, of: index) != id { return false }
        guard !pattern.classes.isEmpty else { return true }
        guard let names = tree.value(.class, of: index) else { return false }
        let words = names.split(whereSeparator: \.isWhitespace)
        return pattern.classes.allSatisfy { name in words.contains { $0 == name } }
    }

    /// Cuts what the site's rule says is never read; returns how many parts.
    mutating func cut(by rule: SiteRule) -> Int {
        var count = 0
        for pattern in rule.cut {
            for index in elements(pattern) {
                cut(index, .rule)
                count += 1
            }
        }
        return count
    }
}

extension PageKind {
    init(_ kind: SiteRule.Kind) {
        switch kind {
        case .article: self = .article
        case .thread: self = .thread
        case .product: self = .product
        case .list: self = .list
        }
    }
}
