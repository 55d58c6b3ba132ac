import LecternCore

/// Columns and rows.
package struct Size: Hashable, Sendable {
    package var columns: Int
    package var rows: Int

    package init(_ columns: Int, _ rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A place on a surface, from 0.
package struct Position: Hashable, Sendable {
    package var column: Int
    package var row: Int

    package init(_ column: Int, _ row: Int) {
        self.column = column
        self.row = row
    }
}

/// A part of a surface.
package struct Area: Hashable, Sendable {
    package var column: Int
    package var row: Int
    package var size: Size

    package init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.size = Size(columns, rows)
    }

    package func contains(_ position: Position) -> Bool {
        position.column >= column && position.column < column + size.columns
            && position.row >= row && position.row < row + size.rows
    }
}

/// One place on the screen.
package struct Cell: Equatable, Sendable {
    /// One spacing scalar and its marks; none when the cell is the right half of a wide one.
    private let scalars: Glyph.Scalars
    /// The style, and the columns in the four bits that it leaves.
    private var look: UInt64

    private static let widthShift: UInt64 = 60

    package var style: Style {
        get { Style(packed: look & (1 << Cell.widthShift - 1)) }
        set { look = (look &>> Cell.widthShift) &<< Cell.widthShift | newValue.packed }
    }
    /// 1 or 2; 0 for a covered cell.
    package var columns: Int { Int(look >> Cell.widthShift) }
    /// The value of one of its at most 5 scalars; 0 behind the last.
    package func scalar(_ index: Int) -> UInt32 { scalars[index] }
    /// What it shows; empty for a covered cell.
    package var text: String { scalars.text }

    package static func blank(_ style: Style = Style()) -> Cell {
        Cell(Glyph.Scalars(" "), columns: 1, style: style)
    }
    fileprivate static func covered(_ style: Style) -> Cell {
        Cell(.none, columns: 0, style: style)
    }
    init(_ scalars: Glyph.Scalars, columns: Int, style: Style) {
        self.scalars = scalars
        look = UInt64(columns) << Cell.widthShift | style.packed
    }
    fileprivate init(_ glyph: Glyph, style: Style) {
        self.init(glyph.scalars, columns: glyph.columns, style: style)
    }
}

/// A drawing of the whole screen. Text enters only through `put`, which only takes what `Glyphs` lets pass, and the
/// characters that pictures are drawn with.
///
/// Invariant: a cell of 2 columns is followed by a covered cell, and a covered cell follows one of 2 columns.
package struct Surface: Equatable, Sendable {
    package let size: Size
    package private(set) var cells: [Cell]
    /// Where the terminal's cursor is shown; nil hides it.
    package var cursor: Position?

    package init(size: Size, style: Style = Style()) {
        self.size = size
        cells = Array(repeating: .blank(style), count: size.columns * size.rows)
    }

    package subscript(column: Int, row: Int) -> Cell { cells[row * size.columns + column] }

    /// Makes all of it blank, its cursor hidden.
    package mutating func clear(_ style: Style) {
        let blank = Cell.blank(style)
        for index in cells.indices { cells[index] = blank }
        cursor = nil
    }

    /// Writes text from a place on, cut at the edge of the surface and at `limit` columns; a wide glyph that
    /// does not fit becomes blank. What comes before column `first` is left out. Returns the columns written.
    @discardableResult
    package mutating func put(
        _ text: String, at position: Position, style: Style, limit: Int = .max, from first: Int = 0
    ) -> Int {
        guard position.row >= 0, position.row < size.rows, position.column < size.columns else {
            return 0
        }
        var column = position.column
        let end = min(size.columns, limit == .max ? size.columns : position.column + limit)
        var glyphs = Glyphs(text)
        while column < end {
            if column >= max(0, first) {
                let plain = glyphs.passASCII(most: end - column)
                putASCII(text, plain, at: Position(column, position.row), style)
                column += plain.count
            }
            guard column < end, let glyph = glyphs.next() else { break }
            if column >= first {
                if column + glyph.columns > end {
                    set(.blank(style), column, position.row)
                    column += 1
                    break
                }
                set(Cell(glyph, style: style), column, position.row)
            } else if column + glyph.columns > first, first < end {
                set(.blank(style), first, position.row)
            }
            column += glyph.columns
        }
        return max(0, column - position.column)
    }

    /// Writes the bytes of a text that are printable ASCII characters, for which there is room.
    private mutating func putASCII(
        _ text: String, _ range: Range<Int>, at position: Position, _ style: Style
    ) {
        let bytes = text.utf8Span.span
        for (column, index) in zip(position.column..., range) {
            set(
                Cell(Glyph.Scalars(Unicode.Scalar(bytes[index])), columns: 1, style: style), column,
                position.row)
        }
    }

    /// Fills an area with blanks, as far as it lies on the surface.
    package mutating func fill(_ area: Area, style: Style) {
        let part = clipped(area)
        guard let first = part.columns.first, let last = part.columns.last else { return }
        let blank = Cell.blank(style)
        for row in part.rows {
            // Only at its edges can the area cut a wide glyph in two.
            set(blank, first, row)
            set(blank, last, row)
            for index in (row * size.columns + first)..<(row * size.columns + last) {
                cells[index] = blank
            }
        }
    }

    /// Lays a style over the cells of an area, keeping their text.
    package mutating func restyle(_ area: Area, _ change: (Style) -> Style) {
        let part = clipped(area)
        for row in part.rows {
            for column in part.columns {
                let index = row * size.columns + column
                cells[index].style = change(cells[index].style)
            }
        }
    }

    private func clipped(_ area: Area) -> (columns: Range<Int>, rows: Range<Int>) {
        (
            (area.column..<(area.column + area.size.columns)).clamped(to: 0..<size.columns),
            (area.row..<(area.row + area.size.rows)).clamped(to: 0..<size.rows)
        )
    }

    mutating func set(_ cell: Cell, _ column: Int, _ row: Int) {
        let index = row * size.columns + column
        if cell.columns == 1, cells[index].columns == 1 {
            cells[index] = cell
            return
        }
        // Overwriting half of a wide glyph blanks its other half.
        if cells[index].columns == 0, column > 0 {
            cells[index - 1] = .blank(cells[index - 1].style)
        }
        if cells[index].columns == 2, column + 1 < size.columns {
            cells[index + 1] = .blank(cells[index + 1].style)
        }
        if cell.columns == 2 {
            if cells[index + 1].columns == 2, column + 2 < size.columns {
                cells[index + 2] = .blank(cells[index + 2].style)
            }
            cells[index + 1] = .covered(cell.style)
        }
        cells[index] = cell
    }

    /// The rows as text, blanks at their ends removed: what a test compares.
    package var lines: [String] {
        (0..<size.rows).map { row in
            let line = (0..<size.columns).map { self[$0, row].text }.joined()
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
