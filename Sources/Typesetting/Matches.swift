/// Every match in an article, in reading order and without overlaps.
///
/// A letter that is searched for in a long text is found a million times: a match takes a byte or two here.
package struct Matches: RandomAccessCollection, Equatable, Sendable {
    /// From where on matches are counted out: the first of a block, and every so many after it.
    private struct Milestone: Equatable, Sendable {
        var block: Int
        /// Number of the match that is next.
        var match: Int
        /// UTF-8 bytes into the block's text, where the match before it ends.
        var offset: Int
        /// Index into `steps`.
        var step: Int
        /// UTF-8 bytes of the match before it; 0 for none.
        var length: Int
    }

    private var milestones: [Milestone] = []
    /// Of each match how far it begins behind the one before; where that is another, its length. Both in 7 bits a byte.
    private var steps: [UInt8] = []
    /// Where the next match is counted from.
    private var end = Milestone(block: -2, match: 0, offset: 0, step: 0, length: 0)

    /// Matches from one milestone to the next at most.
    private static let stride = 64

    package init() {}

    package var startIndex: Int { 0 }
    package var endIndex: Int { end.match }

    package subscript(position: Int) -> Match {
        var from = milestones[place(of: position)]
        while true {
            let range = read(&from)
            if from.match > position { return Match(block: from.block, range: range) }
        }
    }

    /// Index of the first match that ends or begins behind a byte of a block; `count` when there is none.
    package func first(inBlock block: Int, behind isBehind: (Range<Int>) -> Bool) -> Int {
        // The last milestone of which nothing before it is behind.
        var low = 0
        var high = milestones.count
        while low < high {
            let middle = (low + high) / 2
            var from = milestones[middle]
            let range = read(&from)
            let isPast = from.block > block || from.block == block && isBehind(range)
            if isPast { high = middle } else { low = middle + 1 }
        }
        guard low > 0 else { return 0 }
        var from = milestones[low - 1]
        let last = low < milestones.count ? milestones[low].match : count
        guard from.block == block else { return last }
        while from.match < last {
            let place = from.match
            if isBehind(read(&from)) { return place }
        }
        return last
    }

    /// Adds a match behind all others.
    mutating func append(_ match: Match) {
        if match.block != end.block {
            end.block = match.block
            end.offset = 0
            end.length = 0
            milestones.append(end)
        } else if let last = milestones.last, end.match - last.match == Matches.stride {
            milestones.append(end)
        }
        let isOther = match.range.count != end.length
        write((match.range.lowerBound - end.offset) << 1 | (isOther ? 1 : 0))
        if isOther { write(match.range.count) }
        end.match += 1
        end.offset = match.range.upperBound
        end.length = match.range.count
        end.step = steps.count
    }

    /// Index of the milestone that a match is counted from.
    private func place(of match: Int) -> Int {
        precondition(indices.contains(match), "a match that was not found")
        var low = 0
        var high = milestones.count
        while low < high {
            let middle = (low + high) / 2
            if milestones[middle].match > match { high = middle } else { low = middle + 1 }
        }
        return low - 1
    }

    /// The match that a milestone stands before; moves it on to the next one.
    private func read(_ from: inout Milestone) -> Range<Int> {
        let gap = number(&from.step)
        let start = from.offset + gap >> 1
        if gap & 1 == 1 { from.length = number(&from.step) }
        from.match += 1
        from.offset = start + from.length
        return start..<from.offset
    }

    private func number(_ step: inout Int) -> Int {
        var value = 0
        var shift = 0
        while true {
            let byte = steps[step]
            step += 1
            value |= Int(byte & 0x7F) << shift
            guard byte & 0x80 != 0 else { return value }
            shift += 7
        }
    }

    private mutating func write(_ number: Int) {
        var rest = number
        while rest >= 0x80 {
            steps.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        steps.append(UInt8(truncatingIfNeeded: rest))
    }
}
