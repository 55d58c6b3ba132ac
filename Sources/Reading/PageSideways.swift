import Drawing
import LecternCore
import Typesetting

/// The columns of the screen that a line is seen through.
struct LineWindow {
    /// Column of the line's first run, and those the line is cut at.
    var start: Int
    var first: Int
    var end: Int
    /// Column of the left edge of the text's area.
    var edge: Int
    /// Index of the first run that moves when code is scrolled sideways; that of no run in other lines.
    var firstMoved: Int
}

extension State {
    /// Where a line stands on the screen, and how much of it is seen: `area` is the text's, `left` the column at which
    /// lines begin.
    func window(of line: Line, in page: Page, _ area: Area, left: Int) -> LineWindow {
        let end = area.column + area.size.columns
        var window = LineWindow(
            start: left + line.indent, first: area.column, end: end, edge: area.column,
            firstMoved: .max)
        guard line.kind == .code, page.shift > 0 else { return window }
        // Bars and markers stay; the code behind them moves.
        var column = line.indent
        var index = 0
        while index < line.runs.count, column < line.margin {
            column += line.runs[index].columns
            index += 1
        }
        window.firstMoved = index
        window.first = left + max(line.margin, line.indent - (index == 0 ? 2 : 0))
        return window
    }

    /// Columns of a line of code that are seen at a time.
    private func codeColumns(of line: Line) -> Int {
        let area = areas.text
        return max(1, area.column + area.size.columns - textLeft - line.margin)
    }

    /// The widest line of code in view is seen to its end by scrolling so far.
    private var widestShift: Int {
        guard var page = trail.page else { return 0 }
        return page.lines(from: page.top, rows: textRows).reduce(0) { widest, shown in
            guard shown.line.kind == .code else { return widest }
            let columns = shown.line.columns - shown.line.margin
            return max(widest, columns - codeColumns(of: shown.line))
        }
    }

    /// Moves the code in view sideways, by half of what is seen at a time.
    mutating func shiftCode(_ steps: Int) {
        let widest = widestShift
        let shift = trail.page?.shift ?? 0
        guard widest > 0 || shift > 0 else { return say(Messages.nothingSideways) }
        let step = max(1, areas.text.size.columns / 2)
        trail.page?.shift = min(max(0, shift + steps * step), max(widest, steps < 0 ? shift : 0))
    }

    /// Moves the code so that a stretch of it is in view.
    mutating func showSideways(block: Int, range: Range<Int>) {
        guard var page = trail.page else { return }
        let spot = page.spot(block: block, offset: range.lowerBound)
        guard let line = page.lines(from: spot, rows: 1).first?.line, line.kind == .code else {
            return
        }
        var column = line.indent - line.margin
        for run in line.runs {
            guard let source = run.source, source.contains(range.lowerBound) else {
                column += run.columns
                continue
            }
            column += String(run.text.utf8Slice(0..<(range.lowerBound - source.lowerBound))).columns
            break
        }
        let seen = codeColumns(of: line)
        if column < page.shift || column + 1 >= page.shift + seen {
            trail.page?.shift = column < seen - 1 ? 0 : max(0, column - seen / 2)
        }
    }
}
