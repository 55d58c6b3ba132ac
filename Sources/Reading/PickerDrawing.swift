import Drawing
import LecternCore

/// Where a picker lies on the screen, and which of its items are in view: what draws it and what finds the item under
/// the pointer.
struct PickerFrame {
    /// The whole of it, with its frame where it has one.
    let area: Area
    let hasBorder: Bool
    /// Is there room for what stands dim behind the items?
    var showsDetails = true
    /// The rows of items.
    let list: Area
    /// Index into `visible` of the item in the first row.
    let first: Int
    private let count: Int

    /// Items that fit.
    var rows: Int { max(1, list.size.rows) }

    /// A box in the middle where there is room, else everything above the status line.
    init(_ picker: Picker, in size: Size) {
        count = picker.visible.count
        let rows = max(0, size.rows - 1)
        hasBorder = size.columns >= 44 && rows >= 11
        if hasBorder {
            let columns = min(size.columns - 4, 76)
            // The height of all items, so that the box stands still while the filter narrows them.
            let height = min(rows - 2, max(3, picker.items.count) + 2)
            area = Area(
                column: (size.columns - columns) / 2, row: (rows - height) / 2, columns: columns,
                rows: height)
            list = Area(
                column: area.column + 2, row: area.row + 1, columns: columns - 4, rows: height - 2)
        } else {
            area = Area(column: 0, row: 0, columns: size.columns, rows: rows)
            list = Area(column: 0, row: 1, columns: size.columns, rows: max(0, rows - 1))
        }
        first = PickerFrame.first(of: picker, rows: list.size.rows)
    }

    /// A column beside the page: a row for the title or the filter where there is room for one.
    init(_ picker: Picker, column: Area) {
        count = picker.visible.count
        hasBorder = false
        showsDetails = false
        area = column
        let head = column.size.rows >= 4 ? 1 : 0
        list = Area(
            column: column.column + 1, row: column.row + head,
            columns: max(0, column.size.columns - 1), rows: column.size.rows - head)
        first = PickerFrame.first(of: picker, rows: list.size.rows)
    }

    private static func first(of picker: Picker, rows: Int) -> Int {
        let fitting = max(1, rows)
        return max(
            0, min(picker.top ?? picker.selected - fitting / 2, picker.visible.count - fitting))
    }

    /// Is the place on the sign that says whether an item is folded?
    func isFoldSign(_ position: Position, of item: Picker.Item) -> Bool {
        let column = list.column + indent(of: item) - 2
        return item.isParent && (column..<(column + 2)).contains(position.column)
    }

    /// Columns in front of an item's text.
    func indent(of item: Picker.Item) -> Int { min(item.indent, list.size.columns / 3) }

    /// Where there are more items than fit: which of them are in view, and which way the others lie.
    var more: String? {
        guard count > rows else { return nil }
        let up = first > 0 ? "↑" : " "
        let down = first + rows < count ? "↓" : " "
        return "\(first + 1)–\(min(count, first + rows))/\(count) \(up)\(down)"
    }

    /// Index into `visible` of the item at a place.
    func item(at position: Position) -> Int? {
        let row = position.row - list.row
        guard row >= 0, row < list.size.rows, first + row < count else { return nil }
        return first + row
    }
}

extension State {
    func draw(_ picker: Picker, on surface: inout Surface) {
        draw(picker, in: PickerFrame(picker, in: size), isOfFocus: true, on: &surface)
    }

    /// - Parameter isOfFocus: the keys go to it, so that what is selected shows.
    func draw(
        _ picker: Picker, in frame: PickerFrame, isOfFocus: Bool, on surface: inout Surface
    ) {
        let base = theme[.text].overlaid(by: theme[.list])
        surface.fill(frame.area, style: base)
        drawFrame(frame, of: picker, on: &surface)
        let shown = picker.visible
        if shown.isEmpty {
            surface.put(
                Messages.nothingPasses.shortened(to: frame.list.size.columns),
                at: Position(frame.list.column, frame.list.row),
                style: base.overlaid(by: theme[.listMeta]))
        }
        let reading = picker.reading.flatMap { picker.place(ofTag: $0) }
        for row in 0..<frame.list.size.rows where frame.first + row < shown.count {
            let index = frame.first + row
            draw(
                shown[index], isSelected: isOfFocus && index == picker.selected,
                isRead: index == reading, of: picker, in: frame, row: frame.list.row + row,
                on: &surface)
        }
    }

    private func draw(
        _ item: Picker.Item, isSelected: Bool, isRead: Bool, of picker: Picker,
        in frame: PickerFrame, row: Int, on surface: inout Surface
    ) {
        let base = theme[.text].overlaid(by: theme[.list])
        let list = frame.list
        if item.isHeader {
            let style = base.overlaid(by: theme[.heading2])
            surface.put(
                item.text.shortened(to: list.size.columns), at: Position(list.column, row),
                style: style)
            return
        }
        let style = isSelected ? base.overlaid(by: theme[.listSelected]) : base
        if isSelected {
            let margin = frame.hasBorder ? 1 : 0
            surface.fill(
                Area(
                    column: list.column - margin, row: row,
                    columns: list.size.columns + 2 * margin, rows: 1), style: style)
        }
        let indent = frame.indent(of: item)
        var textStyle = style
        if isRead {
            textStyle.attributes.insert(.bold)
            let mark = style.overlaid(by: theme[.marker])
            surface.put("▌", at: Position(list.column - 1, row), style: mark)
        }
        if item.isParent, indent >= 2 {
            let sign = picker.folded.contains(item.tag) && picker.filter == nil ? "▸" : "▾"
            let mark = isSelected ? style : style.overlaid(by: theme[.marker])
            surface.put(sign, at: Position(list.column + indent - 2, row), style: mark)
        }
        var room = list.size.columns - indent
        let detailRoom = max(list.size.columns / 2, room - item.text.columns - 2)
        if frame.showsDetails, let detail = item.detail?.keptWhole(to: detailRoom), room > 12 {
            let meta = isSelected ? style : base.overlaid(by: theme[.listMeta])
            surface.put(
                detail, at: Position(list.column + list.size.columns - detail.columns, row),
                style: meta)
            room -= detail.columns + 2
        }
        surface.put(
            item.text.shortened(to: room), at: Position(list.column + indent, row),
            style: textStyle)
        guard let lit = item.lit else { return }
        let before = String(item.text.utf8Slice(0..<lit.lowerBound)).columns
        let end = before + String(item.text.utf8Slice(lit)).columns
        let shown = (before..<end).clamped(to: 0..<max(0, room - 1))
        let first = list.column + indent + shown.lowerBound
        lay(.match, over: first..<(first + shown.count), row, &surface)
    }

    private func drawFrame(
        _ frame: PickerFrame, of picker: Picker, on surface: inout Surface
    ) {
        let text = theme[.text].overlaid(by: theme[.list])
        let border = text.overlaid(by: theme[.border])
        let title = text.overlaid(by: theme[.title])
        let area = frame.area
        let right = area.column + area.size.columns - 1
        if frame.hasBorder {
            let bar = String(repeating: "─", count: area.size.columns - 2)
            surface.put("┌" + bar + "┐", at: Position(area.column, area.row), style: border)
            let bottom = area.row + area.size.rows - 1
            surface.put("└" + bar + "┘", at: Position(area.column, bottom), style: border)
            for row in (area.row + 1)..<bottom {
                surface.put("│", at: Position(area.column, row), style: border)
                surface.put("│", at: Position(right, row), style: border)
            }
            let room = area.size.columns - 6
            surface.put(
                " " + picker.title.shortened(to: room) + " ",
                at: Position(area.column + 2, area.row), style: title)
            if picker.filter == nil {
                let meta = text.overlaid(by: theme[.listMeta])
                let more = frame.more.map { " \($0) " } ?? ""
                let hints = " " + picker.kind.hints.shortened(to: room - more.columns) + " "
                surface.put(hints, at: Position(area.column + 2, bottom), style: meta)
                surface.put(more, at: Position(right - 1 - more.columns, bottom), style: meta)
            } else {
                drawFilter(
                    of: picker, row: bottom, column: area.column + 2, columns: room + 2,
                    on: &surface)
            }
        } else if area.size.rows > 0 {
            surface.fill(
                Area(column: area.column, row: area.row, columns: area.size.columns, rows: 1),
                style: title)
            if picker.filter == nil {
                let more = frame.more ?? ""
                surface.put(
                    picker.title.shortened(to: area.size.columns - more.columns - 1),
                    at: Position(area.column, area.row), style: title)
                surface.put(
                    more, at: Position(right + 1 - more.columns, area.row), style: title)
            } else {
                drawFilter(
                    of: picker, row: area.row, column: area.column,
                    columns: area.size.columns, on: &surface)
            }
        }
    }

    private func drawFilter(
        of picker: Picker, row: Int, column: Int, columns: Int, on surface: inout Surface
    ) {
        guard let filter = picker.filter else { return }
        let style = theme[.text].overlaid(by: theme[.prompt])
        let count = " \(picker.visible.filter { !$0.isHeader }.count) "
        var line = Area(column: column, row: row, columns: columns, rows: 1)
        surface.fill(line, style: style)
        if columns > 2 * count.columns {
            line.size = Size(columns - count.columns, 1)
            surface.put(count, at: Position(column + line.size.columns, row), style: style)
        }
        let cursor = draw(filter, label: "/", in: line, style: style, on: &surface)
        if picker.isFiltering { surface.cursor = cursor }
    }
}

extension String {
    /// The text as far as its parts, which stand two blanks apart, fit as wholes; of the first, what fits.
    fileprivate func keptWhole(to columns: Int) -> String {
        guard self.columns > columns else { return self }
        var kept = ""
        for part in split(separator: "  ") {
            let longer = kept.isEmpty ? String(part) : kept + "  " + part
            guard longer.columns <= columns else { break }
            kept = longer
        }
        return kept.isEmpty ? shortened(to: columns) : kept
    }
}

extension Picker.Kind {
    /// What can be done, in the frame's bottom line.
    fileprivate var hints: String {
        switch self {
        case .outline: Messages.outlineHints
        case .related: Messages.relatedHints
        case .found: Messages.foundHints
        case .chatbots: Messages.chatbotHints
        case .tasks: Messages.chatbotHints
        case .help: Messages.helpHints
        }
    }
}
