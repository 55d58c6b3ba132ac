import Drawing
import LecternCore
import Typesetting

extension State {
    /// A row of a picture, from a column of the screen on.
    func drawPicture(
        row: Int, of block: Int, columns: Int, in page: Page, at place: Position,
        on surface: inout Surface
    ) {
        guard case .figure(let figure) = page.article.blocks[block].content,
            let key = pictureKey(of: figure, in: block),
            let shown = pictures[key]?.shown ?? pictures.relative(of: key)?.shown
        else { return }
        let area = areas.text
        let end = min(area.column + area.size.columns, place.column + columns)
        let rows: Int
        if case .picture(_, let set) = page.layout.pictures[block] { rows = set } else { rows = 0 }
        guard rows > 0, columns > 0 else { return }
        for column in max(area.column, place.column)..<max(place.column, end) {
            // One that was made for another size is stretched until it comes anew.
            let from = Position(
                (column - place.column) * shown.size.columns / columns,
                row * shown.size.rows / rows)
            switch shown.content {
            case .cells(let cells):
                surface.put(
                    cells[from.row * shown.size.columns + from.column],
                    at: Position(column, place.row))
            case .number(let number):
                surface.put(
                    PicturePart(column: from.column, row: from.row),
                    at: Position(column, place.row),
                    style: Style(
                        foreground: pictures.colors > 256
                            ? .rgb(UInt32(number)) : .indexed(number),
                        background: theme[.text].background))
            }
        }
    }
}
