import LecternCore

/// Lines of space between a block and the one before it; they belong to the block below.
struct Spacing {
    /// How many.
    let lines: Int
    /// Containers that both blocks stand in, outermost first: their bars go on through the space.
    let shared: [Container]

    init(before index: Int, of blocks: [Block]) {
        guard index > 0 else {
            lines = 0
            shared = []
            return
        }
        let above = blocks[index - 1]
        let below = blocks[index]
        var common = 0
        while common < min(above.containers.count, below.containers.count),
            Spacing.continues(above.containers[common], below.containers[common])
        {
            common += 1
        }
        shared = Array(below.containers[..<common])
        lines = Spacing.lines(above, below, common)
    }

    private static func lines(_ above: Block, _ below: Block, _ common: Int) -> Int {
        if let level = below.headingLevel {
            return level <= 2 && above.headingLevel == nil ? 2 : 1
        }
        let opens = below.containers.dropFirst(common)
        // The next item of a list, or a list inside an item: tight, unless the item before has several blocks.
        if case .item(.some)? = opens.first {
            if common > 0, case .item = below.containers[common - 1] { return 0 }
            guard above.containers.count > common, case .item(let marker) = above.containers[common]
            else { return 1 }
            guard above.containers.count == common + 1 else { return 0 }
            return marker.map { !Spacing.isNext(opens.first, after: $0) } ?? true ? 1 : 0
        }
        // A definition stands right under its term.
        if case .definition? = opens.first, above.containers.count == common { return 0 }
        return 1
    }

    /// Is it an item of the same list as one with that marker? Bullets do not follow numbers.
    private static func isNext(_ item: Container?, after marker: Marker) -> Bool {
        guard case .item(let below?)? = item else { return true }
        return marker.isNumber == below.isNumber
    }

    /// Does a container of one block go on in the next? A marker starts a new item.
    private static func continues(_ above: Container, _ below: Container) -> Bool {
        switch (above, below) {
        case (.quote, .quote), (.definition, .definition), (.item, .item(nil)): true
        default: false
        }
    }

    /// The lines themselves: bars of shared quotes, else blank.
    func set(measure: Int) -> [Line] {
        guard lines > 0 else { return [] }
        let columns = shared.map { $0 == .quote ? 2 : 0 }
        guard columns.contains(2) else { return Array(repeating: Line(.blank), count: lines) }
        let margin = Margin(shared, markerColumns: columns, measure: measure)
        return (0..<lines).flatMap { _ in margin.applied(to: [Line(.quote)]) }
    }
}

extension Marker {
    /// Is it a number, not a sign?
    var isNumber: Bool { if case .number = self { true } else { false } }
}
