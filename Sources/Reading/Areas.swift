import Drawing
import Typesetting

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

    /// The line above the text that names the section; nil where every row counts.
    package var runningHead: Area? {
        guard page.size.rows >= 5 else { return nil }
        return Area(column: page.column, row: page.row, columns: page.size.columns, rows: 1)
    }

    /// Where the article's lines stand.
    package var text: Area {
        let head = runningHead == nil ? 0 : 1
        return Area(
            column: page.column, row: page.row + head, columns: page.size.columns,
            rows: page.size.rows - head)
    }
}

extension State {
    package var areas: Areas { Areas(size: size, paneIsOpen: paneIsOpen && trail.page != nil) }

    /// Columns the article is set to: what the reader chose, as far as the terminal has them.
    package var measure: Int { max(10, min(chosenMeasure ?? preferences.measure, breadth)) }

    /// Columns that a page has beside its margins.
    private var breadth: Int {
        let columns = areas.page.size.columns
        // Narrow screens have better uses for their columns.
        let most = columns >= 60 ? max(2, (columns - 40) / 2) : columns >= 30 ? 1 : 0
        return columns - 2 * min(preferences.margin, most)
    }

    /// How the article is to be set.
    var format: Format {
        var format = Format(measure: measure, breadth: breadth)
        format.justifies = preferences.justifies
        format.hyphenates = preferences.hyphenates
        format.keepsCode = true
        return format
    }

    /// The column at which the article's lines begin: the text stands in the middle.
    var textLeft: Int {
        let area = areas.text
        return area.column + max(0, (area.size.columns - measure) / 2)
    }

    /// Lines of the article that fit on the screen, at least 1.
    package var textRows: Int { max(1, areas.text.size.rows) }
}
