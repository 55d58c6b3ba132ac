/// The candidate that a mistyped word most likely meant; nil when none is close.
///
/// Close is at most a third of the word's length in edits (insert, delete, replace, swap), or being its beginning.
func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    guard !word.isEmpty, word.utf8.count <= 64 else { return nil }
    let lowered = Array(word.lowercased())
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
        let edits = distance(lowered, Array(candidate.lowercased()))
        let isBeginning = lowered.count >= 3 && candidate.lowercased().hasPrefix(word.lowercased())
        guard isBeginning || edits <= max(1, lowered.count / 3) else { continue }
        if best.map({ edits < $0.distance }) ?? true { best = (edits, candidate) }
    }
    return best?.candidate
}

/// Optimal string alignment distance.
private func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, a) in left.enumerated() {
        var current = [row + 1]
        for (column, b) in right.enumerated() {
            var cost = min(
                last[column] + (a == b ? 0 : 1), last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
