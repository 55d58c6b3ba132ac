/// Rows that stood elsewhere on the screen before: it was scrolled.
package struct Shift: Equatable, Sendable {
    /// Where they are now; never empty.
    package let rows: Range<Int>
    /// Each of them was so many rows further down; less than 0 for further up.
    package let by: Int

    package init(rows: Range<Int>, by: Int) {
        self.rows = rows
        self.by = by
    }

    /// The rows that move with a scroll: where they are and where they were.
    package var region: Range<Int> {
        min(rows.lowerBound, rows.lowerBound + by)..<max(rows.upperBound, rows.upperBound + by)
    }
}

// What has changed from one drawing of the screen to the next. A screen has thousands of cells that are compared at every
// key: they are taken as the words that they consist of.
extension Surface {
    /// Places that are looked at for a row that moved.
    private static let probes = 6

    /// How most rows have moved together since another surface of the same size; nil when they have not.
    package func shift(from other: Surface) -> Shift? {
        precondition(size == other.size, "only surfaces of one size can be compared")
        for probe in 1...Surface.probes {
            let row = size.rows * probe / (Surface.probes + 1)
            guard row < size.rows, !isRow(row, asRow: row, of: other) else { continue }
            for distance in 1...max(1, size.rows / 2) {
                for by in [distance, -distance] where isRow(row, asRow: row + by, of: other) {
                    var first = row
                    while isRow(first - 1, asRow: first - 1 + by, of: other) { first -= 1 }
                    var end = row + 1
                    while isRow(end, asRow: end + by, of: other) { end += 1 }
                    // Blank rows are alike wherever they stand.
                    if 2 * (end - first) >= size.rows { return Shift(rows: first..<end, by: by) }
                }
            }
        }
        return nil
    }

    /// Visits the rows that are not as they are on another surface of the same size, on which rows were moved already, with
    /// the columns from the first to the last cell that differs; they begin and end with whole glyphs. Rows that the move
    /// has left empty are visited whole.
    package func visitChanges(
        from other: Surface, moved shift: Shift? = nil,
        _ visit: (_ row: Int, _ columns: Range<Int>) -> Void
    ) {
        precondition(size == other.size, "only surfaces of one size can be compared")
        for row in 0..<size.rows {
            if let shift, shift.region.contains(row) {
                if !shift.rows.contains(row) { visit(row, 0..<size.columns) }
                continue
            }
            let start = row * size.columns
            guard let changed = changes(from: other, in: start..<(start + size.columns)) else {
                continue
            }
            var (first, end) = (changed.lowerBound, changed.upperBound)
            if cells[first].columns == 0, first > start { first -= 1 }
            if end < start + size.columns, cells[end].columns == 0 { end += 1 }
            visit(row, (first - start)..<(end - start))
        }
    }

    private static let words = MemoryLayout<Cell>.size / MemoryLayout<UInt64>.size

    /// The cells from the first to the last that differ; nil when none does.
    private func changes(from other: Surface, in part: Range<Int>) -> Range<Int>? {
        let words = Surface.words
        return withWords(other) { own, others in
            var first = part.lowerBound * words
            var end = part.upperBound * words
            while first < end, own[first] == others[first] { first += 1 }
            guard first < end else { return nil }
            while own[end - 1] == others[end - 1] { end -= 1 }
            return (first / words)..<((end - 1) / words + 1)
        }
    }

    /// Is a row the same as one of another surface? No row is the same as one that is not there.
    private func isRow(_ row: Int, asRow twin: Int, of other: Surface) -> Bool {
        guard (0..<size.rows).contains(row), (0..<size.rows).contains(twin) else { return false }
        let count = size.columns * Surface.words
        return withWords(other) { own, others in
            let (start, other) = (row * count, twin * count)
            var index = 0
            while index < count {
                // A few at a time, which the processor compares together.
                let end = min(count, index + 8 * Surface.words)
                var difference: UInt64 = 0
                while index < end {
                    difference |= own[start + index] ^ others[other + index]
                    index += 1
                }
                if difference != 0 { return false }
            }
            return true
        }
    }

    private func withWords<Result>(
        _ other: Surface,
        _ body: (UnsafeBufferPointer<UInt64>, UnsafeBufferPointer<UInt64>) -> Result
    ) -> Result {
        cells.withUnsafeBytes { own in
            other.cells.withUnsafeBytes { others in
                body(own.bindMemory(to: UInt64.self), others.bindMemory(to: UInt64.self))
            }
        }
    }
}
