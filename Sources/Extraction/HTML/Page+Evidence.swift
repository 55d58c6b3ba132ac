import LecternCore

extension Page {
    /// What names and elements say about the text in them, inherited from the outside.
    mutating func readFactors() {
        factors = Array(repeating: 1, count: tree.nodes.count)
        for index in tree.indices {
            let parent = tree.parent(index)
            var factor = index == parent ? 1 : factors[parent]
            let tag = tree.tag(index)
            if tag != .text, tag != .html, tag != .body {
                factor *= ownFactor(index, tag)
                factor = max(0.05, min(1.6, factor))
            }
            factors[index] = factor
        }
    }

    private func ownFactor(_ index: Int, _ tag: Tag) -> Float {
        var factor: Float = 1
        switch tag {
        case .nav, .footer, .aside: factor = 0.3
        case .article: factor = 1.15
        case .main: factor = 1.1
        case .form, .header: factor = 0.8
        default: break
        }
        let signs = signs[index]
        if signs.isEmpty { return factor }
        let unlikely: NameSigns = [
            .junk, .foot, .offering, .appeal, .related, .teaser, .comments, .aside, .author,
            .paywall,
            .metadata,
        ]
        if !signs.isDisjoint(with: unlikely) {
            factor *= signs.contains(.body) ? 0.9 : signs.contains(.article) ? 0.6 : 0.4
        } else if signs.contains(.body) {
            factor *= 1.2
        }
        return factor
    }

    /// Units that say what has been said before speak for nothing: pages repeat their teasers and their
    /// texts for other screens.
    mutating func findRepeats() {
        repeated = []
        var seen: Set<UInt64> = []
        for (number, unit) in units.enumerated() where unit.letters >= 60 {
            var hash = FixedHash()
            for node in unit.nodes where tree.isText(node) {
                for byte in tree.bytes[tree.textRange(node)] where byte > 0x20 { hash.feed(byte) }
            }
            if !seen.insert(hash.value).inserted { repeated.insert(unit.nodes.lowerBound) }
            _ = number
        }
    }

    /// The node of the header that is the page's title; what stands before it is less likely text.
    mutating func findTitle(_ titles: [String]) {
        let known = Set(titles.map { Wording.squeezed($0) }.filter { $0.count >= 4 })
        guard !known.isEmpty else { return }
        for unit in units where unit.headingLevel != nil && unit.letters < 400 {
            let text = tree.text(in: unit.nodes, limit: 600)
            if known.contains(Wording.squeezed(text)) {
                // Prose must follow, else it is a menu entry.
                let after = sum(unit.nodes.lowerBound..<tree.nodes.count)
                if after.good > sums[tree.nodes.count].good * 0.3 {
                    titleNode = unit.nodes.lowerBound
                }
                return
            }
        }
    }

    /// Weighs units by whether linked data has them in the article's text.
    mutating func weigh(byLinkedBody body: String?) {
        guard let body, body.utf8.count >= 300, body.utf8.count <= 200_000, units.count <= 3000
        else { return }
        let known = Array(squeezed(Array(Wording.unescaped(body).utf8)[...]))
        guard known.count >= 200 else { return }
        // Every stretch of the body, so that a unit is found by its beginning.
        let length = 24
        var stretches: Set<UInt64> = []
        stretches.reserveCapacity(known.count)
        // Rolled along: what comes in is added, what goes out taken away (Rabin-Karp).
        let out = (0..<length).reduce(UInt64(1)) { power, _ in power &* Self.base }
        var rolled = hash(known[..<length])
        stretches.insert(rolled)
        for end in length..<known.count {
            rolled = rolled &* Self.base &+ UInt64(known[end])
            rolled = rolled &- UInt64(known[end - length]) &* out
            stretches.insert(rolled)
        }
        var found: [Bool] = []
        var letters = 0
        for unit in units {
            var text: [UInt8] = []
            for node in unit.nodes where tree.isText(node) {
                text += squeezed(tree.bytes[tree.textRange(node)])
                if text.count >= length { break }
            }
            let isIn = text.count >= length && stretches.contains(hash(text.prefix(length)))
            found.append(isIn)
            if isIn { letters += unit.letters }
        }
        guard letters * 2 >= known.count else { return }
        linkedUnits = Set(units.indices.filter { found[$0] }.map { units[$0].nodes.lowerBound })
    }

    private static let base: UInt64 = 0x0000_0100_0000_01b3

    private func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 &* Self.base &+ UInt64($1) }
    }

    private func squeezed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.compactMap { byte in
            switch byte {
            case 0x30...0x39, 0x61...0x7A: byte
            case 0x41...0x5A: byte | 0x20
            case 0x80...0xFF where byte != 0xC2 && byte != 0xA0: byte
            default: nil
            }
        }
    }
}
