import LecternCore

extension Page {
    /// A part of the page that could be the article.
    struct Candidate {
        var index: Int
        var score: Double
    }

    /// The parts that could be the article, the best first; empty when nothing on the page reads like one.
    ///
    /// Every element's score is the sum of its units' weights: prose speaks for it and menus against, so the best
    /// element holds all of the text and little else. Of equals the innermost wins.
    func candidates() -> [Candidate] {
        var found: [Candidate] = []
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if node.cut != nil {
                index = Int(node.end)
                continue
            }
            if mayHoldArticle(node.tag) {
                let inside = sum(index)
                var score = Double(inside.weight)
                if score > 0 {
                    if signs[index].contains(.body) { score *= 1.1 }
                    if node.tag == .article { score *= 1.05 }
                    if tree.value(.itemprop, of: index) == "articleBody" { score *= 1.15 }
                    found.append(Candidate(index: index, score: score))
                }
            }
            index += 1
        }
        // Later in page order is further inside.
        found.sort { ($0.score, $0.index) > ($1.score, $1.index) }
        return Array(found.prefix(12))
    }

    private func mayHoldArticle(_ tag: Tag) -> Bool {
        switch tag {
        case .body, .main, .article, .section, .div, .td, .center, .form, .fieldset, .dd, .li,
            .blockquote, .details, .unknown, .span, .font, .pre, .aside, .header, .dl, .table,
            .tbody, .tr, .ul, .ol, .p:
            true
        default: false
        }
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
        if let id = tree.value(.id, of: index), !id.isEmpty {
            name += "#" + id.prefix(40)
        } else if let names = tree.value(.class, of: index) {
            for word in names.split(whereSeparator: \.isWhitespace).prefix(2) {
                name += "." + word.prefix(40)
            }
        }
        return name.gated.filter { $0 != "\n" }
    }
}
