import LecternCore

/// What stands left of a block's text: the markers of its list items, the bars of its quotes, blanks.
///
/// Invariant 5: the text keeps at least `Margin.leastText` columns, or the whole measure where that is less; what
/// does not fit is left out from the inside, the innermost marker last of all.
struct Margin {
    /// In front of the first line, and of the others. Runs without source.
    private(set) var first: [Run] = []
    private(set) var rest: [Run] = []
    /// Columns of both.
    private(set) var columns = 0

    private static let leastText = 12

    /// - Parameter markerColumns: columns of the marker of each container, blanks behind it included.
    init(_ containers: [Container], markerColumns: [Int], measure: Int) {
        let room = max(0, measure - Margin.leastText)
        let marker = containers.lastIndex { if case .item(.some) = $0 { true } else { false } }
        // A block bears the marker of the item it starts; it is worth more than any indent.
        let kept = marker.map { min(markerColumns[$0], max(room, measure - 6)) } ?? 0
        var left = max(0, room - kept)
        var bullets = 0
        for (index, container) in containers.enumerated() {
            let isMarker = index == marker
            let wanted = markerColumns[index]
            let given = isMarker ? kept : min(wanted, left)
            if !isMarker { left -= given }
            if case .item = container { bullets += 1 }
            guard given > 0 else { continue }
            switch container {
            case .quote:
                let bar = Run.decoration("▎", padded: given)
                first.append(bar)
                rest.append(bar)
            case .item(let marker):
                let sign = marker.map { Margin.sign($0, depth: bullets, columns: given) } ?? ""
                first.append(.decoration(sign, padded: given))
                rest.append(.decoration("", padded: given))
            case .definition:
                first.append(.decoration("", padded: given))
                rest.append(.decoration("", padded: given))
            }
            columns += given
        }
    }

    /// The marker as it is shown, at most `columns - 1` wide; numbers stand right.
    private static func sign(_ marker: Marker, depth: Int, columns: Int) -> String {
        let sign: String
        switch marker {
        case .bullet: sign = depth % 3 == 1 ? "•" : depth % 3 == 2 ? "◦" : "▪"
        case .task(let done): sign = done ? "☑" : "☐"
        case .number(let number):
            let digits = "\(number)."
            guard digits.utf8.count < columns else { return String(digits.prefix(columns - 1)) }
            return String(repeating: " ", count: columns - 1 - digits.utf8.count) + digits
        }
        return sign
    }

    /// Puts the margin in front of lines.
    func applied(to lines: [Line]) -> [Line] {
        guard columns > 0 else { return lines }
        var lines = lines
        for index in lines.indices {
            guard !lines[index].isRightToLeft else {
                lines[index].runs += (index == 0 ? first : rest).reversed().map(\.mirrored)
                continue
            }
            lines[index].margin = columns
            var indent = 0
            var front: [Run] = []
            for run in index == 0 ? first : rest {
                if front.isEmpty, run.text.utf8.allSatisfy({ $0 == 0x20 }) {
                    indent += run.columns
                } else {
                    front.append(run)
                }
            }
            if front.isEmpty {
                lines[index].indent += indent
            } else {
                let gap = lines[index].indent
                if gap > 0 { front.append(.decoration("", padded: gap)) }
                lines[index].indent = indent
                lines[index].runs.insert(contentsOf: front, at: 0)
            }
        }
        return lines
    }

    /// Containers that are looked at: more never fit on a screen.
    private static let deepest = 64

    /// The margin of a block; its neighbours decide how wide the markers of its lists are.
    init(of index: Int, in blocks: [Block], measure: Int) {
        var depths = Array(blocks[index].containers.indices.prefix(Margin.deepest))
        let marker = blocks[index].containers.lastIndex {
            if case .item(.some) = $0 { true } else { false }
        }
        if let marker, marker >= Margin.deepest { depths.append(marker) }
        let containers = depths.map { blocks[index].containers[$0] }
        let columns = zip(depths, containers).map { depth, container in
            switch container {
            case .quote: 2
            case .definition: 4
            case .item(let marker):
                Margin.markerColumns(marker, at: depth, of: index, in: blocks)
            }
        }
        self.init(containers, markerColumns: columns, measure: measure)
    }

    /// Blocks before and after that are looked at for the widest number of a list.
    private static let reach = 100

    /// The widest marker of the list around a block: its items line up.
    private static func markerColumns(
        _ marker: Marker?, at depth: Int, of index: Int, in blocks: [Block]
    ) -> Int {
        var columns = marker.map(Margin.columns) ?? 2
        // Bullets after numbers are another list.
        var isNumbered = marker?.isNumber
        func look(_ at: Int) -> Bool {
            let containers = blocks[at].containers
            guard containers.count > depth, case .item(let other) = containers[depth] else {
                return false
            }
            guard let other else { return true }
            guard isNumbered ?? other.isNumber == other.isNumber else { return false }
            isNumbered = other.isNumber
            columns = max(columns, Margin.columns(other))
            return true
        }
        var at = index - 1
        while at >= max(0, index - reach), look(at) { at -= 1 }
        at = index + 1
        while at < min(blocks.count, index + reach), look(at) { at += 1 }
        return columns
    }

    private static func columns(_ marker: Marker) -> Int {
        if case .number(let number) = marker { "\(number)".utf8.count + 2 } else { 2 }
    }
}

extension Run {
    /// A marker or bar as it stands at the right of a text from right to left.
    fileprivate var mirrored: Run {
        var run = self
        let sign = text.split(separator: " ").first.map(String.init) ?? ""
        let before = text.prefix { $0 == " " }.count
        let turned = sign == "▎" ? "▕" : sign.hasSuffix(".") ? "." + sign.dropLast() : sign
        run.drawn =
            String(repeating: " ", count: columns - before - sign.columns) + turned
            + String(repeating: " ", count: before)
        run.level = 1
        return run
    }

    /// Something the source does not say, with blanks behind it up to `columns`.
    static func decoration(_ text: String, padded columns: Int = 0) -> Run {
        let own = text.columns
        let padding = max(0, columns - own)
        return Run(text + String(repeating: " ", count: padding), columns: own + padding)
    }
}
