import Drawing
import Typesetting

/// How the screen is shared out. One place, so that drawing, scrolling and the mouse agree.
package struct Areas: Equatable, Sendable {
    /// The article or the list.
    package var page: Area
    /// The contents beside the page; nil when they are closed, or lie over it.
    package var contents: Area?
    /// The column between the contents and the page.
    package var contentsBorder: Area?
    /// The side pane; nil when it is closed.
    package var pane: Area?
    /// The column or row between the page and the side pane.
    package var border: Area?
    /// The bottom line.
    package var status: Area

    /// Columns of the terminal from which on the pane, or the contents, stand beside the page.
    private static let wide = 90
    /// Columns that the page keeps beside contents and pane.
    private static let leastPage = 50
    /// Columns that are left to a page whose borders are dragged.
    private static let leastDragged = 24

    /// Side by side where the terminal is at least 90 columns wide, else the pane below the page and no room for the
    /// contents.
    ///
    /// - Parameter shares: what the reader has dragged the borders to; followed as far as there is room.
    package init(
        size: Size, paneIsOpen: Bool, contentsAreOpen: Bool = false, shares: Shares = Shares()
    ) {
        let rows = max(0, size.rows - 1)
        status = Area(column: 0, row: rows, columns: size.columns, rows: min(1, size.rows))
        page = Area(column: 0, row: 0, columns: size.columns, rows: rows)
        let isWide = size.columns >= Areas.wide
        if paneIsOpen, rows >= 3 {
            if isWide {
                // Contents whose border was dragged keep what they have.
                let taken =
                    contentsAreOpen ? shares.contentsColumns.map { max(12, $0) + 1 } ?? 0 : 0
                let most = max(16, size.columns - Areas.leastDragged - 1 - taken)
                let usual = min(60, size.columns * 2 / 5)
                takePane(columns: shares.paneColumns.map { min(max(16, $0), most) } ?? usual)
            } else {
                let height = shares.paneRows.map { min(max(1, $0), rows - 2) } ?? rows / 2
                page.size = Size(size.columns, rows - height - 1)
                border = Area(column: 0, row: rows - height - 1, columns: size.columns, rows: 1)
                pane = Area(column: 0, row: rows - height, columns: size.columns, rows: height)
            }
        }
        guard contentsAreOpen, isWide, rows >= 3 else { return }
        let usual = min(34, max(22, size.columns / 5))
        if let wanted = shares.contentsColumns {
            let most = page.size.columns - Areas.leastDragged - 1
            if most >= 12 { takeContents(columns: min(max(12, wanted), most)) }
            return
        }
        if page.size.columns - usual - 1 < Areas.leastPage, pane != nil, shares.paneColumns == nil {
            // All three fit once the pane gives way a little.
            let narrow = size.columns / 3
            guard size.columns - narrow - usual - 2 >= Areas.leastPage else { return }
            page.size = Size(size.columns, rows)
            takePane(columns: narrow)
        }
        guard page.size.columns - usual - 1 >= Areas.leastPage else { return }
        takeContents(columns: usual)
    }

    private mutating func takePane(columns: Int) {
        let all = page.size
        page.size = Size(all.columns - columns - 1, all.rows)
        border = Area(column: all.columns - columns - 1, row: 0, columns: 1, rows: all.rows)
        pane = Area(column: all.columns - columns, row: 0, columns: columns, rows: all.rows)
    }

    private mutating func takeContents(columns: Int) {
        let all = page.size
        contents = Area(column: 0, row: 0, columns: columns, rows: all.rows)
        contentsBorder = Area(column: columns, row: 0, columns: 1, rows: all.rows)
        page = Area(
            column: columns + 1, row: 0, columns: all.columns - columns - 1, rows: all.rows)
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

/// What the reader has dragged the borders to; nil: as they usually stand.
package struct Shares: Equatable, Sendable {
    /// Columns of the contents and of the pane beside the page; rows of the pane below it.
    var contentsColumns: Int?
    var paneColumns: Int?
    var paneRows: Int?

    package init() {}
}

extension State {
    package var areas: Areas { areas(contentsAreOpen: contentsAreOpen) }

    /// How the screen would be shared out with the contents open or closed.
    func areas(contentsAreOpen: Bool) -> Areas {
        guard let hasSections = trail.pageHasSections else {
            return Areas(size: size, paneIsOpen: false)
        }
        return Areas(
            size: size, paneIsOpen: paneIsOpen, contentsAreOpen: contentsAreOpen && hasSections,
            shares: shares)
    }

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
