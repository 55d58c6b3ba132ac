import Drawing
import LecternCore
import Typesetting

extension State {
    /// The article: the running head, the lines and what lies over them.
    func drawPage(_ page: Page, on surface: inout Surface) {
        // Everything on the screen was typeset by `update`, so this copy is never written to.
        var page = page
        drawRunningHead(&page, on: &surface)
        let area = areas.text
        let left = textLeft
        for (row, shown) in page.lines(from: page.top, rows: area.size.rows).enumerated() {
            let window = self.window(of: shown.line, in: page, area, left: left)
            draw(
                shown.line, of: shown.spot.block, in: page, window, row: area.row + row,
                on: &surface)
            drawCitedMark(shown.spot.block, in: page, row: area.row + row, on: &surface)
        }
    }

    private func drawRunningHead(_ page: inout Page, on surface: inout Surface) {
        guard let area = areas.runningHead else { return }
        let style = theme[.text].overlaid(by: theme[.section])
        let sections = page.bearings.sections
        let width = min(measure, area.size.columns)
        if let index = page.sectionAbove() {
            surface.fill(area, style: style)
            let place = "§ \(index + 1)/\(sections.count)"
            let title = sections[index].title.shortened(to: width - place.columns - 2)
            surface.put(title, at: Position(textLeft, area.row), style: style, limit: width)
            surface.put(
                place, at: Position(textLeft + width - place.columns, area.row), style: style,
                limit: place.columns)
        } else if page.top.block >= 0, page.bearings.section(of: page.top.block) == nil {
            surface.fill(area, style: style)
            surface.put(
                page.article.title.shortened(to: width), at: Position(textLeft, area.row),
                style: style, limit: width)
        }
    }

    private func draw(
        _ line: Line, of block: Int, in page: Page, _ window: LineWindow, row: Int,
        on surface: inout Surface
    ) {
        if line.kind == .code {
            let left = window.start - line.indent
            let start = left + line.margin
            let end = min(window.end, left + max(measure, line.columns))
            let code = Area(column: start, row: row, columns: end - start, rows: 1)
            surface.fill(code, style: theme.style(of: .code))
        }
        var column = window.start
        for (index, run) in line.runs.enumerated() {
            // What stands in front of code does not move with it.
            if index == window.firstMoved { column -= page.shift }
            guard column < window.end else { break }
            let first = index >= window.firstMoved ? window.first : window.edge
            let place = Position(column, row)
            column += run.columns
            guard column > first else { continue }
            if case .picture(let row) = line.kind, index == line.runs.count - 1 {
                drawPicture(
                    row: row, of: block, columns: run.columns, in: page, at: place, on: &surface)
                continue
            }
            let style = theme.style(of: run, in: line.kind)
            surface.put(
                run.shown, at: place, style: style, limit: window.end - place.column, from: first)
            let shown = max(first, place.column)..<min(window.end, column)
            if let target = run.target, page.isSelected(target, in: block) {
                lay(.selectedLink, over: shown, row, &surface)
            }
            light(run, of: block, in: page, at: place, within: shown, on: &surface)
        }
        if column > window.end, line.kind == .code {
            drawEdge("›", at: Position(window.end - 1, row), on: &surface)
        }
        if window.firstMoved < line.runs.count, page.shift > 0 {
            drawEdge("‹", at: Position(window.first, row), on: &surface)
        }
    }

    /// Says that a line goes on beyond the edge of the screen.
    private func drawEdge(_ sign: String, at place: Position, on surface: inout Surface) {
        surface.put(sign, at: place, style: theme.style(of: .code).overlaid(by: theme[.marker]))
    }

    /// Lays the looks of matches and of a citation over the part of a run that they touch.
    private func light(
        _ run: Run, of block: Int, in page: Page, at place: Position, within shown: Range<Int>,
        on surface: inout Surface
    ) {
        guard let source = run.source else { return }
        var lights: [(range: Range<Int>, role: Role)] = []
        if let lit = page.lit, lit.block == block { lights.append((lit.range, .cited)) }
        if let search = page.search {
            for index in search.matches(in: block, touching: source) {
                let role = index == search.current ? currentMatchRole : .match
                lights.append((search.matches[index].range, role))
            }
        }
        lights.removeAll { !$0.range.overlaps(source) }
        guard !lights.isEmpty else { return }
        for light in lights {
            let columns = run.columns(of: light.range)
            let part = ((place.column + columns.lowerBound)..<(place.column + columns.upperBound))
                .clamped(to: shown)
            if !part.isEmpty { lay(light.role, over: part, place.row, &surface) }
        }
    }

    /// Lays a role over cells of a row.
    func lay(_ role: Role, over columns: Range<Int>, _ row: Int, _ surface: inout Surface) {
        let upper = theme[role]
        surface.restyle(
            Area(column: columns.lowerBound, row: row, columns: columns.count, rows: 1)
        ) { $0.overlaid(by: upper) }
    }
}
