import LecternCore

extension Page {
    /// Divides what is not cut into units and sums them up. Linear; called again after every round of cutting.
    mutating func measure() {
        if counts.count != tree.nodes.count {
            counts = Array(repeating: Counted(letters: -1), count: tree.nodes.count)
        }
        var found: [Unit] = []
        found.reserveCapacity(units.count)
        sums.removeAll(keepingCapacity: true)
        sums.reserveCapacity(tree.nodes.count + 1)
        var total = Sum()
        var open: [(end: Int, index: Int, isLink: Bool, level: Int?)] = []
        var unit: Unit?
        var links = 0
        // Links that have begun where no unit has yet: they are the next one's.
        var begun = 0
        var level: Int?

        func close(_ unit: inout Unit?, _ total: inout Sum, into units: inout [Unit]) {
            guard var done = unit else { return }
            unit = nil
            guard done.letters > 0 else { return }
            done.weight = weight(of: done, tree.tag(done.holder))
            units.append(done)
            total.units += 1
            total.letters += Int32(done.letters)
            total.linked += Int32(done.linked)
            total.links += Int32(done.links)
            total.weight += Float(done.weight)
            if done.weight > 0 { total.good += Float(done.weight) }
        }

        var index = 0
        while index < tree.nodes.count {
            while let top = open.last, top.end <= index {
                open.removeLast()
                if top.isLink {
                    links -= 1
                } else {
                    close(&unit, &total, into: &found)
                    if top.level != nil { level = nil }
                }
            }
            let node = tree.nodes[index]
            if node.cut != nil {
                if node.tag.isBlock { close(&unit, &total, into: &found) }
                for _ in index..<Int(node.end) { sums.append(total) }
                index = Int(node.end)
                continue
            }
            if node.tag == .text {
                if counts[index].letters < 0 { counts[index] = count(tree.textRange(index)) }
                let counted = counts[index]
                if counted.letters > 0 {
                    var current =
                        unit
                        ?? Unit(
                            nodes: index..<(index + 1),
                            holder: open.last { !$0.isLink }?.index ?? tree.parent(index),
                            links: begun, headingLevel: level)
                    begun = 0
                    current.nodes = current.nodes.lowerBound..<(index + 1)
                    current.letters += Int(counted.letters)
                    current.sentences += Int(counted.sentences)
                    if links > 0 { current.linked += Int(counted.letters) }
                    unit = current
                }
            } else if node.tag.isBlock {
                close(&unit, &total, into: &found)
                level = node.tag.headingLevel ?? level
                open.append((Int(node.end), index, false, node.tag.headingLevel))
            } else if node.tag == .a, tree.has(.href, index) {
                links += 1
                if unit == nil { begun += 1 } else { unit?.links += 1 }
                open.append((Int(node.end), index, true, nil))
            }
            sums.append(total)
            index += 1
        }
        close(&unit, &total, into: &found)
        sums.append(total)
        units = found
    }

    /// Letters in an element, inline ones too, which `sum` knows nothing of.
    func letters(in index: Int) -> Int {
        (index..<max(tree.end(index), index + 1)).reduce(0) {
            tree.isText($1) ? $0 + Int(count(tree.textRange($1)).letters) : $0
        }
    }

    private func count(_ range: Range<Int>) -> Counted {
        tree.bytes.withUnsafeBufferPointer { Self.count(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    private static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Counted {
        var letters = 0
        var sentences = 0
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 0...0x20:
                // A mark ends or divides a sentence when a blank follows.
                switch previous {
                case 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F: sentences += 1
                default: break
                }
            case 0x80..<0xC0:
                // 、。「」and their like are E3 80 80…BF; their third byte is enough to tell.
                break
            case 0xE3...0xE9:
                letters += 2
                // Ideographic prose has no blanks; every tenth character stands for a mark.
                if letters % 20 == 0 { sentences += 1 }
            default: letters += 1
            }
            previous = byte
        }
        switch previous {
        case 0x2E, 0x21, 0x3F, 0x3A: sentences += 1
        default: break
        }
        return Counted(letters: Int32(letters), sentences: Int32(sentences))
    }

    /// How much a unit speaks for being text. Prose counts by its length, links and labels against.
    private func weight(of unit: Unit, _ tag: Tag) -> Double {
        let first = unit.nodes.lowerBound
        let weight = Self.plainWeight(of: unit, tag)
        guard weight > 0, usesFactors else { return weight }
        if repeated.contains(first) { return 0 }
        var factor = Double(factors[unit.holder])
        if let titleNode, first < titleNode { factor *= 0.5 }
        if let linkedUnits { factor *= linkedUnits.contains(first) ? 1.5 : 0.5 }
        return weight * factor
    }

    private static func plainWeight(of unit: Unit, _ tag: Tag) -> Double {
        let letters = Double(unit.letters)
        let density = letters > 0 ? Double(unit.linked) / letters : 0
        if unit.headingLevel != nil { return density > 0.5 ? -5 : 2 }
        if density > 0.5 { return -min(20, letters) * density }
        let prose = unit.sentences > 0
        switch tag {
        case .p, .blockquote, .pre:
            if prose || letters > 60 { return letters * (1 - density) }
            return letters > 25 ? letters * 0.3 : 0
        case .li, .dd, .dt:
            if letters > 60, prose { return letters * (1 - density) }
            return density > 0.2 ? -8 : letters > 25 ? 2 : -2
        case .td, .th: return letters > 100 && prose ? letters * (1 - density) : 0
        case .figcaption, .caption: return 0
        default:
            if letters > 80, prose { return letters * (1 - density) * 0.9 }
            return letters > 40 && prose ? letters * 0.3 : -6
        }
    }
}
