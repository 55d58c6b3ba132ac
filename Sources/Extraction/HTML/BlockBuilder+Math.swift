import LecternCore

extension BlockBuilder {
    /// A formula: its TeX source where the page has it, else its text on one line, `(a + b)/(2c)`.
    mutating func readMath(_ index: Int) -> Int {
        let end = tree.end(index)
        if let source = tree.value(.alttext, of: index), !source.isEmpty {
            append(TeXMath.text(of: Wording.tidy(source)))
            return end
        }
        for node in (index + 1)..<max(end, index + 1) where tree.tag(node) == .unknown {
            // <annotation encoding="application/x-tex">
            if tree.value(.encoding, of: node)?.contains("tex") == true {
                append(TeXMath.text(of: tree.text(of: node)))
                return end
            }
        }
        appendFormula((index + 1)..<max(end, index + 1))
        return end
    }

    /// What is still to be written when the walk reaches a node.
    private struct Mark {
        var at: Int
        var text: String
        /// The walk goes on here: what stands before is written with the mark.
        var next = 0
    }

    private mutating func appendFormula(_ range: Range<Int>) {
        // Innermost last, as the marks of what is nested come first.
        var marks: [Mark] = []
        var node = range.lowerBound
        while node <= range.upperBound {
            while let mark = marks.last, mark.at <= node {
                marks.removeLast()
                append(mark.text)
                node = max(node, mark.next)
            }
            guard node < range.upperBound else { return }
            let tag = tree.tag(node)
            if let cut = tree.nodes[node].cut, cut.isInvisible {
                node = tree.end(node)
                continue
            }
            switch tag {
            case .text: append(bytes: tree.textRange(node))
            case .mo:
                let sign = tree.text(of: node, limit: 20)
                // Operators stand between blanks; brackets, signs of sums and what is not seen do not.
                append(Self.relations.contains(sign) && !isPrefix(node, sign) ? " \(sign) " : sign)
                node = tree.end(node)
                continue
            case .mtr: marks.append(Mark(at: tree.end(node), text: "; "))
            case .mtd: marks.append(Mark(at: tree.end(node), text: " "))
            case .mfrac, .msup, .msub, .mover, .munder, .msqrt, .mroot, .msubsup, .munderover:
                marks.append(contentsOf: self.marks(of: node, tag))
            default: break
            }
            node += 1
        }
    }

    /// The signs around and between the parts of a formula's element, the last first.
    private mutating func marks(of index: Int, _ tag: Tag) -> [Mark] {
        let parts = tree.children(of: index).filter { !tree.isText($0) }
        guard let first = parts.first else { return [] }
        let between: [String]
        switch tag {
        case .mfrac: between = ["/"]
        case .msup, .mover: between = ["^"]
        case .msub, .munder: between = ["_"]
        case .msubsup, .munderover: between = ["_", "^"]
        default:
            append("√(")
            return [Mark(at: tree.end(tag == .mroot ? first : index), text: ")")]
        }
        var marks: [Mark] = []
        for (number, part) in parts.enumerated() {
            if number > 0, number <= between.count,
                let formed = formed(part, by: between[number - 1], over: tag == .mover)
            {
                marks.append(Mark(at: part, text: formed, next: tree.end(part)))
                continue
            }
            let isLong = contains(part) { $0 == .mo }
            if number > 0, number <= between.count {
                marks.append(Mark(at: part, text: between[number - 1] + (isLong ? "(" : "")))
            } else if isLong, number == 0 {
                append("(")
            }
            if isLong { marks.append(Mark(at: tree.end(part), text: ")")) }
        }
        // A part ends where the next begins: its bracket first.
        return marks.enumerated().sorted { ($0.element.at, $0.offset) > ($1.element.at, $1.offset) }
            .map(\.element)
    }

    /// Is it a sign of what follows, as in `(−b)`, and not one between two things?
    private func isPrefix(_ index: Int, _ sign: String) -> Bool {
        guard Self.signs.contains(sign) else { return false }
        let row = tree.parent(index)
        // A row, `mrow`, has no tag of its own here.
        guard [.unknown, .math, .mtd].contains(tree.tag(row)) else { return false }
        return tree.children(of: row).first { !tree.isText($0) } == index
    }

    private static let signs: Set<String> = ["+", "-", "−", "±", "∓"]

    /// A part as raised or lowered signs, or as the accent over a letter; nil where there are none for it.
    private func formed(_ part: Int, by sign: String, over isOver: Bool) -> String? {
        guard sign != "/", !contains(part, where: { Self.towers.contains($0) }) else { return nil }
        let text = tree.text(of: part, limit: 40).filter { !Self.unseen.contains($0) }
        if isOver, let accent = Self.accents[text] { return accent }
        return sign == "^" ? text.raised : text.lowered
    }

    private static let towers: Set<Tag> = [
        .mfrac, .msup, .msub, .mover, .munder, .msqrt, .mroot, .msubsup, .munderover, .mtr,
    ]

    /// Blanks, and the signs that only say what stands side by side.
    private static let unseen: Set<Character> = [
        " ", "\n", "\t", "\u{A0}", "\u{2061}", "\u{2062}", "\u{2063}", "\u{2064}",
    ]

    private static let accents = [
        "¯": "\u{304}", "‾": "\u{304}", "^": "\u{302}", "ˆ": "\u{302}", "~": "\u{303}",
        "˜": "\u{303}", "˙": "\u{307}", "¨": "\u{308}", "→": "\u{20D7}",
    ]

    private static let relations: Set<String> = [
        "=", "+", "-", "−", "±", "∓", "≠", "<", ">", "≤", "≥", "≈", "∼", "≡", "∝", "→", "⇒", "⇔",
        "∈",
        "⊂", "⊆", "∪", "∩", "×", "⋅", "·", "÷", "∧", "∨", ":=",
    ]
}
