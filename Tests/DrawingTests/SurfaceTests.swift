import Drawing
import Testing

@Suite struct `A surface` {
    private func surface(_ text: String = "", columns: Int = 6, rows: Int = 1) -> Surface {
        var surface = Surface(size: Size(columns, rows))
        surface.put(text, at: Position(0, 0), style: Style())
        return surface
    }

    @Test func `text is cut at the edge and at the limit`() {
        var surface = surface("abcdefgh")
        #expect(surface.lines == ["abcdef"])
        #expect(surface.put("xyz", at: Position(1, 0), style: Style(), limit: 2) == 2)
        #expect(surface.lines == ["axydef"])
        #expect(surface.put("12", at: Position(-1, 0), style: Style()) == 2)
        #expect(surface.lines == ["2xydef"])
        #expect(surface.put("no", at: Position(0, 1), style: Style()) == 0)
        #expect(surface.put("no", at: Position(6, 0), style: Style()) == 0)
    }

    @Test func `a wide glyph that does not fit is blank`() {
        #expect(surface("東東東", columns: 5).lines == ["東東"])
        var surface = surface()
        #expect(surface.put("a東", at: Position(0, 0), style: Style(), limit: 2) == 2)
        #expect(surface.lines == ["a"])
    }

    @Test func `overwriting half of a wide glyph blanks its other half`() {
        var surface = surface("東京都")
        surface.put("x", at: Position(1, 0), style: Style())
        #expect(surface.lines == [" x京都"])
        surface.put("y", at: Position(2, 0), style: Style())
        #expect(surface.lines == [" xy 都"])
        surface.put("日", at: Position(3, 0), style: Style())
        #expect(surface.lines == [" xy日"])
    }

    @Test func `a covered cell always follows a wide one and nothing else`() {
        var numbers = SystemRandomNumberGenerator()
        var surface = surface(columns: 20, rows: 4)
        for _ in 0..<2_000 {
            let position = Position(
                Int.random(in: -3...21, using: &numbers), Int.random(in: -1...4))
            surface.put(
                ["a東", "京", "e\u{301}", "xyz👍🏽"].randomElement() ?? "", at: position, style: Style(),
                limit: Int.random(in: 0...6))
            for row in 0..<4 {
                for column in 0..<20 {
                    let before = column > 0 ? surface[column - 1, row].columns : 1
                    #expect((surface[column, row].columns == 0) == (before == 2))
                }
                #expect(surface[19, row].columns < 2)
            }
        }
    }

    @Test func `a change is told by its row, from the first to the last cell, in whole glyphs`() {
        let before = surface("a東京b", columns: 8, rows: 3)
        let bold = Style(attributes: .bold)
        func changes(_ change: (inout Surface) -> Void) -> [String] {
            var after = before
            change(&after)
            var found: [String] = []
            after.visitChanges(from: before) { found.append("\($0): \($1)") }
            return found
        }
        func restyled(_ column: Int, _ row: Int) -> [String] {
            changes {
                $0.restyle(Area(column: column, row: row, columns: 1, rows: 1)) { _ in bold }
            }
        }
        #expect(changes { _ in } == [])
        #expect(changes { $0.put("b c", at: Position(5, 0), style: Style()) } == ["0: 7..<8"])
        #expect(restyled(1, 0) == ["0: 1..<3"])
        #expect(restyled(2, 0) == ["0: 1..<3"])
        #expect(restyled(7, 2) == ["2: 7..<8"])
        #expect(
            changes {
                $0.put("x", at: Position(2, 1), style: Style())
                $0.put("y", at: Position(5, 1), style: bold)
                $0.put("東", at: Position(6, 2), style: Style())
            } == ["1: 2..<6", "2: 6..<8"])
    }

    @Test func `areas that lie outside are clipped`() {
        var surface = surface("abcdef", rows: 2)
        surface.fill(
            Area(column: 4, row: -3, columns: 9, rows: 90), style: Style(attributes: .bold))
        #expect(surface.lines == ["abcd", ""])
        surface.restyle(Area(column: -2, row: 0, columns: 3, rows: 1)) { _ in
            Style(attributes: .dim)
        }
        #expect(surface[0, 0].style.attributes == .dim)
        #expect(surface[1, 0].style.attributes == [])
        #expect(surface[4, 1].style.attributes == .bold)
        surface.fill(Area(column: 0, row: 50, columns: 1, rows: 1), style: Style())
    }

    @Test func `nothing but cells comes out of hostile text`() {
        #expect(surface("\u{1B}]0;x\u{7}\u{202E}", columns: 8).lines == ["]0;x"])
    }
}
