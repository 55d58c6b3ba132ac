import Drawing

/// How a list shares out its area, so that drawing, scrolling and the mouse agree.
struct ListingPlan: Equatable, Sendable {
    /// The feed's title and the count; nil where there is no room for them.
    let head: Area?
    let body: Area
    /// Rows of an entry: title; with 2 the first words too, with 3 a blank row.
    let rowsPerEntry: Int

    /// Entries that fit, at least 1.
    var shown: Int { max(1, (body.size.rows + (rowsPerEntry == 3 ? 1 : 0)) / rowsPerEntry) }

    /// A list is at most this wide: further than that the eye loses its line between title and age.
    private static let widest = 100

    init(_ area: Area) {
        let margin = area.size.columns >= 40 ? 1 : 0
        let width = min(area.size.columns - 2 * margin, ListingPlan.widest)
        let column = area.column + (area.size.columns - width) / 2
        let rows = area.size.rows
        let headRows = rows >= 10 ? 2 : rows >= 4 ? 1 : 0
        head = headRows == 0 ? nil : Area(column: column, row: area.row, columns: width, rows: 1)
        body = Area(
            column: column, row: area.row + headRows, columns: width, rows: rows - headRows)
        rowsPerEntry = rows >= 24 ? 3 : rows >= 8 ? 2 : 1
    }

    /// Which of the entries shown is at a place; nil outside them.
    func entry(at position: Position) -> Int? {
        guard body.contains(position) else { return nil }
        return (position.row - body.row) / rowsPerEntry
    }
}

extension State {
    var listingPlan: ListingPlan { ListingPlan(areas.page) }
}
