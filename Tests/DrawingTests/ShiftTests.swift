import Drawing
import Support
import Testing

@Suite struct `What has moved on a surface` {
    private func surface(_ rows: [String], columns: Int = 12) -> Surface {
        var surface = Surface(size: Size(columns, rows.count))
        for (row, text) in rows.enumerated() {
            surface.put(text, at: Position(0, row), style: Style())
        }
        return surface
    }

    private let lines = (1...30).map { $0 % 4 == 0 ? "" : "line 東 \($0)" }

    @Test func `a page that was scrolled between its head and its foot`() {
        let before = surface(["head"] + lines[5..<15] + ["foot 1"])
        #expect(
            surface(["head"] + lines[6..<16] + ["foot 2"]).shift(from: before)
                == Shift(rows: 1..<10, by: 1))
        #expect(
            surface(["top"] + lines[2..<12] + ["foot 3"]).shift(from: before)
                == Shift(rows: 4..<11, by: -3))
    }

    @Test func `what stands still or is all new has not moved`() {
        let before = surface(Array(lines[0..<10]))
        #expect(before.shift(from: before) == nil)
        #expect(surface(Array(lines[15..<25])).shift(from: before) == nil)
        #expect(surface(["other"] + lines[1..<10]).shift(from: before) == nil)
        #expect(surface([]).shift(from: surface([])) == nil)
        #expect(surface(["a"]).shift(from: surface(["b"])) == nil)
    }

    @Test func `moved and changed, the old drawing becomes the new one`() {
        var random = Seeded(7)
        var moves = 0
        for _ in 0..<500 {
            let rows = Int.random(in: 1...12, using: &random)
            let from = Int.random(in: 0..<10, using: &random)
            let to = Int.random(in: 0..<10, using: &random)
            let before = surface(Array(lines[from..<(from + rows)]))
            var after = surface(Array(lines[to..<(to + rows)]))
            for _ in 0..<Int.random(in: 0..<3, using: &random) {
                let place = Position(
                    Int.random(in: 0..<12, using: &random), Int.random(in: 0..<rows, using: &random)
                )
                after.put("都x", at: place, style: Style())
            }
            let shift = after.shift(from: before)
            var cells = (0..<rows).map { row in (0..<12).map { before[$0, row] } }
            if let shift {
                moves += 1
                #expect(shift.region.lowerBound >= 0 && shift.region.upperBound <= rows)
                for row in shift.region { cells[row] = Array(repeating: .blank(), count: 12) }
                for row in shift.rows {
                    cells[row] = (0..<12).map { before[$0, row + shift.by] }
                }
            }
            after.visitChanges(from: before, moved: shift) { row, columns in
                for column in columns { cells[row][column] = after[column, row] }
            }
            #expect(cells == (0..<rows).map { row in (0..<12).map { after[$0, row] } })
        }
        #expect(moves > 50)
    }
}
