import LecternCore

/// Widens the blanks of a line until it ends at the edge.
enum Justification {
    /// Blanks that are added to one gap, at most: a line that would need more stays ragged.
    private static let most = 2

    /// - Parameters:
    ///   - gaps: offsets behind the blanks that may be widened, in the block's text, in order.
    ///   - isLeft: a rest that does not go into the gaps evenly goes to the first ones; else to the last. Used in
    ///     turn, so that no light streak runs down the page.
    static func justify(_ runs: [Run], gaps: [Int], left: Int, isLeft: Bool) -> [Run] {
        guard left > 0, !gaps.isEmpty, left <= gaps.count * most else { return runs }
        var gap = 0
        func added() -> Int {
            let turn = isLeft ? gap : gaps.count - 1 - gap
            return left / gaps.count + (turn < left % gaps.count ? 1 : 0)
        }
        var justified: [Run] = []
        for run in runs {
            guard let source = run.source else {
                justified.append(run)
                continue
            }
            var rest = run
            var start = source.lowerBound
            while gap < gaps.count, gaps[gap] <= source.upperBound {
                let at = gaps[gap]
                if at > start {
                    var part = rest
                    part.text = String(rest.text.utf8Slice(0..<(at - start)))
                    part.columns = part.text.columns
                    part.source = start..<at
                    justified.append(part)
                    rest.text = String(rest.text.utf8Slice((at - start)..<rest.text.utf8.count))
                    rest.columns -= part.columns
                    start = at
                    rest.source = start..<source.upperBound
                }
                let blanks = added()
                if blanks > 0 {
                    justified.append(
                        Run(
                            String(repeating: " ", count: blanks), columns: blanks,
                            style: run.style, link: run.link, note: run.note))
                }
                gap += 1
            }
            if start < source.upperBound { justified.append(rest) }
        }
        return justified
    }
}
