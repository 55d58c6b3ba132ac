import LecternCore

/// A page on its way to an article: its tree, and what is known of its parts.
struct Page {
    var tree: Tree
    /// What each node's class, id and role say; empty for texts.
    var signs: [NameSigns]
    /// The stretches of text between block edges, in page order.
    var units: [Unit] = []
    /// Number of units that begin before each node, and the sums over those units.
    var sums: [Sum] = []

    /// Of each text that was measured; of anything else, nothing.
    var counts: [Counted] = []

    /// How likely each node's text is part of the article by what is around it; 1 is neutral.
    var factors: [Float] = []
    /// The page is of no one article: prose that slides or asks for something is what it is made of.
    var keepsSlides = false
    /// Whether weights take account of what stands around a unit.
    var usesFactors = false
    /// First nodes of units whose text stands on the page before.
    var repeated: Set<Int> = []
    /// First node of the title, where the page shows it.
    var titleNode: Int?
    /// First nodes of the units that linked data has as the article's text; nil when it has none.
    var linkedUnits: Set<Int>?

    /// What the page says of itself, as words; a paragraph that repeats it above the text is no part of it.
    var description: [String] = []

    /// What was cut, why, and how many letters it had, in page order.
    var cuts: [(index: Int, reason: Cut, letters: Int)] = []

    /// A paragraph, a header, a menu entry: text that stands on its own.
    struct Unit {
        /// From its first text node to behind its last.
        var nodes: Range<Int>
        /// The element it is the text of.
        var holder: Int
        /// Characters that are not blank; ideographs and kana count twice.
        var letters = 0
        /// Those inside links.
        var linked = 0
        var links = 0
        /// Marks that prose has and menus have not.
        var sentences = 0
        var headingLevel: Int?
        /// How much it speaks for being text (above 0) or the page's machinery (below).
        var weight: Double = 0
    }

    /// What a text adds to its unit, whatever is cut around it.
    struct Counted {
        /// -1 before it was counted.
        var letters: Int32
        var sentences: Int32 = 0
    }

    struct Sum {
        var units: Int32 = 0
        var letters: Int32 = 0
        var linked: Int32 = 0
        /// Sum of the positive weights.
        var good: Float = 0
        var weight: Float = 0
        var links: Int32 = 0
    }

    init(tree: Tree) {
        self.tree = tree
        signs = []
        readSigns()
        readFactors()
    }

    /// Everything inside an element.
    func sum(_ index: Int) -> Sum { sum(index..<tree.end(index)) }

    func sum(_ range: Range<Int>) -> Sum {
        let low = sums[range.lowerBound]
        let high = sums[range.upperBound]
        return Sum(
            units: high.units - low.units, letters: high.letters - low.letters,
            linked: high.linked - low.linked, good: high.good - low.good,
            weight: high.weight - low.weight, links: high.links - low.links)
    }

    /// The units inside an element.
    func units(in index: Int) -> ArraySlice<Unit> {
        units[Int(sums[index].units)..<Int(sums[tree.end(index)].units)]
    }

    mutating func cut(_ index: Int, _ reason: Cut) {
        if tree.nodes[index].cut == nil { tree.nodes[index].cut = reason }
    }

    private mutating func readSigns() {
        signs = Array(repeating: [], count: tree.nodes.count)
        var known = KnownSigns()
        for index in tree.indices {
            let node = tree.nodes[index]
            guard node.tag != .text, node.count > 0 else { continue }
            var found = NameSigns()
            for attribute in tree.attributes[Int(node.first)..<Int(node.first + node.count)] {
                switch attribute.name {
                case .class, .id, .role, .dataTestID, .dataComponent, .dataComponentName,
                    .dataBlock, .dataModule, .dataType, .dataQA, .dataWidget, .ariaLabel:
                    let range = Int(attribute.start)..<Int(attribute.start + attribute.count)
                    guard !range.isEmpty, range.count < 400 else { continue }
                    if attribute.name == .ariaLabel, range.count > 24 { continue }
                    var key = KnownSigns.key(tree.bytes, range)
                    if attribute.name == .id { key &+= 1 }
                    if let signs = known[key] {
                        found.formUnion(signs)
                    } else {
                        let signs = NameRules.signs(
                            of: tree.bytes[range], longest: attribute.name == .id ? 4 : 7)
                        known[key] = signs
                        found.formUnion(signs)
                    }
                default: break
                }
            }
            signs[index] = found
        }
    }
}

/// The signs of names that were read before, by the hash of their bytes: an open table, for a page asks it once an
/// element.
private struct KnownSigns {
    /// A power of two of places, at most half of them taken; a key of 0 is an empty place.
    private var keys = [UInt64](repeating: 0, count: 512)
    private var signs = [UInt32](repeating: 0, count: 512)
    private var count = 0

    /// Names kept at most.
    private static let limit = 1 << 15
    /// Places looked at for one name.
    private static let reach = 16

    static func key(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        // Eight bytes at a time, mixed as FNV mixes one.
        bytes.withUnsafeBytes { all in
            var hash = UInt64(range.count) &* 0x9e37_79b9_7f4a_7c15
            var place = range.lowerBound
            while place + 8 <= range.upperBound {
                let word = all.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
                hash ^= hash >> 32
                place += 8
            }
            while place < range.upperBound {
                hash = (hash ^ UInt64(all[place])) &* 0x0000_0100_0000_01b3
                place += 1
            }
            return hash ^ hash >> 29
        }
    }

    subscript(_ key: UInt64) -> NameSigns? {
        get {
            guard let place = place(of: key), keys[place] != 0 else { return nil }
            return NameSigns(rawValue: signs[place])
        }
        set {
            guard let newValue, key != 0, count < Self.limit else { return }
            if count * 2 >= keys.count { grow() }
            guard let place = place(of: key) else { return }
            if keys[place] == 0 { count += 1 }
            keys[place] = key
            signs[place] = newValue.rawValue
        }
    }

    /// Where the key is or may be put; nil when it is crowded out, by chance or by a page that means to.
    private func place(of key: UInt64) -> Int? {
        var place = Int(truncatingIfNeeded: key &* 0x9e37_79b9_7f4a_7c15 >> 20) & (keys.count - 1)
        for _ in 0..<Self.reach {
            if keys[place] == 0 || keys[place] == key { return place }
            place = (place + 1) & (keys.count - 1)
        }
        return nil
    }

    private mutating func grow() {
        let old = zip(keys, signs).filter { $0.0 != 0 }
        keys = Array(repeating: 0, count: keys.count * 2)
        signs = Array(repeating: 0, count: keys.count)
        count = 0
        for (key, sign) in old {
            guard let place = place(of: key) else { continue }
            keys[place] = key
            signs[place] = sign
            count += 1
        }
    }
}
