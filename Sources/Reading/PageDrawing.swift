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
        for (row, shown) in page.lines(from: page.top, rows: area.size.rows).enumerated() {
            draw(shown.line, of: shown.spot.block, in: page, row: area.row + row, on: &surface)
        }
    }

    private func drawRunningHead(_ page: inout Page, on surface: inout Surface) {
        guard let area = areas.runningHead else { return }
        let style = theme[.text].overlaid(by: theme[.section])
        let sections = page.bearings.sections
        let width = min(measure, area.size.columns)
        if let index = page.sectionAbove() {
            let place = "§ \(index + 1)/\(sections.count)"
            let title = sections[index].title.shortened(to: width - place.columns - 2)
            surface.put(title, at: Position(textLeft, area.row), style: style, limit: width)
            surface.put(
                place, at: Position(textLeft + width - place.columns, area.row), style: style,
                limit: place.columns)
        } else if page.top.block >= 0, page.bearings.section(of: page.top.block) == nil {
            surface.put(
                page.article.title.shortened(to: width), at: Position(textLeft, area.row),
                style: style, limit: width)
        }
    }

    private func draw(
        _ line: Line, of block: Int, in page: Page, row: Int, on surface: inout Surface
    ) {
        let area = areas.text
        let end = area.column + area.size.columns
        if line.kind == .code {
            let start = textLeft + line.margin
            let code = Area(
                column: start, row: row, columns: min(end, textLeft + measure) - start, rows: 1)
            surface.fill(code, style: theme.style(of: .code))
        }
        var column = textLeft + line.indent
        for run in line.runs {
            guard column < end else { break }
            let style = theme.style(of: run, in: line.kind)
            surface.put(run.text, at: Position(column, row), style: style, limit: end - column)
            if let target = run.target, page.isSelected(target, in: block) {
                lay(.selectedLink, over: column..<min(end, column + run.columns), row, &surface)
            }
            light(run, of: block, in: page, at: Position(column, row), end: end, on: &surface)
            column += run.columns
        }
    }

    /// Lays the looks of matches and of a citation over the part of a run that they touch.
    private func light(
        _ run: Run, of block: Int, in page: Page, at place: Position, end: Int,
        on surface: inout Surface
    ) {
        guard let source = run.source else { return }
        var lights: [(range: Range<Int>, role: Role)] = []
        if let lit = page.lit, lit.block == block { lights.append((lit.range, .cited)) }
        if let search = page.search {
            for index in search.matches(in: block, touching: source) {
                let role = index == search.current ? Role.currentMatch : .match
                lights.append((search.matches[index].range, role))
            }
        }
        lights.removeAll { !$0.range.overlaps(source) }
        guard !lights.isEmpty else { return }
        var column = place.column
        for glyph in Glyphs(run.text) {
            let start = source.lowerBound + glyph.range.lowerBound
            for light in lights where light.range.contains(start) {
                lay(
                    light.role, over: column..<min(end, column + glyph.columns), place.row, &surface
                )
            }
            column += glyph.columns
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
