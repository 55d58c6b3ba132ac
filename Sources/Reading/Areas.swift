import Drawing

/// How the screen is shared out. One place, so that drawing, scrolling and the mouse agree.
package struct Areas: Equatable, Sendable {
    /// The article or the list.
    package var page: Area
    /// The side pane; nil when it is closed.
    package var pane: Area?
    /// The column or row between the two.
    package var border: Area?
    /// The bottom line.
    package var status: Area

    /// Side by side where the terminal is at least 90 columns wide, else the pane below the page.
    package init(size: Size, paneIsOpen: Bool) {
        let rows = max(0, size.rows - 1)
        status = Area(column: 0, row: rows, columns: size.columns, rows: min(1, size.rows))
        page = Area(column: 0, row: 0, columns: size.columns, rows: rows)
        guard paneIsOpen, rows >= 3 else { return }
        if size.columns >= 90 {
            let width = min(60, size.columns * 2 / 5)
            page.size = Size(size.columns - width - 1, rows)
            border = Area(column: size.columns - width - 1, row: 0, columns: 1, rows: rows)
            pane = Area(column: size.columns - width, row: 0, columns: width, rows: rows)
        } else {
            let height = rows / 2
            page.size = Size(size.columns, rows - height - 1)
            border = Area(column: 0, row: rows - height - 1, columns: size.columns, rows: 1)
            pane = Area(column: 0, row: rows - height, columns: size.columns, rows: height)
        }
    }
}

extension State {
    package var areas: Areas { Areas(size: size, paneIsOpen: paneIsOpen && trail.page != nil) }
}
