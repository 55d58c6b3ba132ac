/// A line as a stretch of a paragraph's bytes.
struct Cut: Equatable {
    /// UTF-8 bytes: where the line starts, where what it shows ends, where the next one starts.
    var start: Int
    var contentEnd: Int
    var end: Int
    /// It is broken at a soft hyphen, so a hyphen is added.
    var hyphen: Bool
    /// Offsets behind the blanks inside the line; only where lines are justified.
    var gaps: [Int] = []
    /// It ends the paragraph, or a line break of the text does.
    var isLast = false
}

/// Breaks a row of pieces into lines so that all of them together look best.
///
/// The lines of a paragraph are chosen together (Knuth and Plass, "Breaking Paragraphs into Lines", 1981) for a
/// ragged right edge: least sum of the squared blanks at the ends of the lines, plus what a bad place to break
/// costs. Costs are in squared columns.
struct Fitting {
    let measure: Int
    let justifies: Bool
    /// Nodes[n]: the best way to set the first n pieces.
    private var nodes: [Node] = []

    private struct Node {
        /// Columns of the pieces before, the blanks behind each included.
        var columns = 0
        var cost = 0
        /// Places in them at which blanks can be widened.
        var gaps = 0
        /// Piece that its last line starts with.
        var start = 0
    }

    /// Places looked at for the start of a line, the fullest lines first: enough for every measure that is read,
    /// and fewer where a long word is torn, which may be done anywhere.
    private static let choices = 100
    /// Columns from which on a line that is half empty is never the best one.
    private static let roomy = 24
    private static let costlyChoices = 24

    init(measure: Int, justifies: Bool = false) {
        self.measure = measure
        self.justifies = justifies
    }

    /// The cuts of all the pieces, the last of which ends a line.
    ///
    /// - Parameter isEnd: the last piece ends the paragraph, so that its line may be short.
    mutating func cuts(of pieces: [Piece], isEnd: Bool) -> [Cut] {
        if let only = whole(pieces) { return [only] }
        nodes.removeAll(keepingCapacity: true)
        nodes.append(Node())
        var low = 0
        var lastCostly = -1
        for (index, piece) in pieces.enumerated() {
            let isLast = isEnd && index == pieces.count - 1
            let behind = nodes[index].columns + piece.columns
            while low < index, behind - nodes[low].columns > measure { low += 1 }
            let isPlain = lastCostly < low - 1 && !isLast
            var best = Node(columns: behind + piece.blanks, cost: .max, start: index)
            best.gaps = nodes[index].gaps + (piece.blanks > 0 ? 1 : 0)
            let hyphen = piece.takesHyphen ? 1 : 0
            let choices = isPlain ? Fitting.choices : Fitting.costlyChoices
            for start in low..<min(low + choices, index + 1) {
                let node = nodes[start]
                let columns = behind - node.columns + hyphen
                let left = measure - columns
                if left < 0, start < index { continue }
                // Half a line is not left blank while more would fit and all places are equally good; in a narrow
                // cell it may well be.
                if isPlain, columns * 2 < measure, measure >= Fitting.roomy, best.cost < .max {
                    break
                }
                var looks =
                    isLast
                    ? lastLine(columns, pieces: index + 1 - start, isFirst: start == 0)
                    : left * left
                if justifies, !isLast {
                    looks = stretched(left, gaps: nodes[index].gaps - node.gaps)
                }
                // No hyphen under a hyphen.
                if hyphen == 1, start > 0, pieces[start - 1].takesHyphen { looks += 200 }
                if node.cost + looks < best.cost {
                    best.cost = node.cost + looks
                    best.start = start
                }
            }
            best.cost += cost(piece.ending)
            nodes.append(best)
            if piece.ending > .free { lastCostly = index }
        }
        var cuts: [Cut] = []
        var end = pieces.count
        while end > 0 {
            let start = nodes[end].start
            cuts.append(cut(pieces[start..<end]))
            end = start
        }
        return cuts.reversed()
    }

    /// The only cut, where everything fits in one line.
    private func whole(_ pieces: [Piece]) -> Cut? {
        var columns = 0
        var blanks = 0
        for piece in pieces {
            columns += blanks + piece.columns
            if columns > measure { return nil }
            blanks = piece.blanks
        }
        return cut(pieces[...])
    }

    private func cut(_ pieces: ArraySlice<Piece>) -> Cut {
        let first = pieces[pieces.startIndex]
        let last = pieces[pieces.endIndex - 1]
        return Cut(
            start: first.start, contentEnd: last.contentEnd, end: last.end,
            hyphen: last.takesHyphen,
            gaps: justifies ? pieces.dropLast().filter { $0.blanks > 0 }.map(\.end) : [],
            isLast: last.ending == .must)
    }

    /// What it looks like to fill a line by widening its gaps: by the square of what each gets, so that a line of an
    /// ordinary number of words costs as much as it does ragged.
    private func stretched(_ left: Int, gaps: Int) -> Int {
        let usual = max(1, measure / 7)
        guard gaps > 0 else { return left * left * 4 }
        return left * left * usual * usual / (gaps * gaps)
    }

    /// The last line may be short, but not so short that a single word stands alone.
    private func lastLine(_ columns: Int, pieces: Int, isFirst: Bool) -> Int {
        guard !isFirst, columns * 6 < measure else { return 0 }
        return measure * measure / (pieces == 1 ? 4 : 16)
    }

    private func cost(_ ending: Piece.Ending) -> Int {
        switch ending {
        case .must, .free: 0
        case .dash: 10
        case .softHyphen: 50
        case .hyphenation: justifies ? 60 : 120
        case .path: 300
        case .torn: 3_000
        case .syllable: 10_000
        }
    }
}
