import Drawing
import LecternCore
import Typesetting

extension State {
    /// A mouse report: the wheel scrolls what is under the pointer, a press follows or chooses.
    mutating func point(_ mouse: Mouse) -> [Effect] {
        if mouse.kind == .press { notice = nil }
        if case .picker(let picker) = mode { return point(mouse, at: picker) }
        if case .hints = mode, mouse.kind == .press { mode = .normal }
        if case .note = mode, mouse.kind == .press {
            mode = .normal
            return []
        }
        guard case .normal = mode else { return [] }
        if let border = dragged {
            if mouse.kind == .drag { drag(border, to: mouse.position) } else { dragged = nil }
            if mouse.kind != .press { return [] }
        }
        if mouse.kind == .press, let border = border(at: mouse.position) {
            dragged = border
            return []
        }
        let areas = areas
        if areas.contents?.contains(mouse.position) == true { return pointInContents(mouse) }
        if let pane = areas.pane, pane.contains(mouse.position) {
            if mouse.kind == .press { focus = .pane }
            return pointInPane(mouse)
        }
        guard areas.page.contains(mouse.position) else { return [] }
        if mouse.kind == .press { focus = .page }
        if trail.listing != nil { return pointInList(mouse) }
        switch mouse.kind {
        case .wheelDown: scroll(3)
        case .wheelUp: scroll(-3)
        case .press:
            let place = linksOnScreen().first {
                $0.row == mouse.position.row && $0.columns.contains(mouse.position.column)
            }
            return place.map { follow($0) } ?? []
        case .drag, .release: break
        }
        return []
    }

    private mutating func point(_ mouse: Mouse, at picker: Picker) -> [Effect] {
        var picker = picker
        switch mouse.kind {
        case .wheelDown: picker.move(3)
        case .wheelUp: picker.move(-3)
        case .press:
            let frame = PickerFrame(picker, in: size)
            guard frame.area.contains(mouse.position) else {
                mode = .normal
                return []
            }
            guard let index = frame.item(at: mouse.position), !picker.visible[index].isHeader
            else { return [] }
            picker.select(index)
            mode = .picker(picker)
            return choose(in: picker)
        case .drag, .release: return []
        }
        mode = .picker(picker)
        return []
    }

    mutating func resize(to size: Size) -> [Effect] {
        self.size = size
        return []
    }

    /// After every action: the page has the format of its area, and what is on the screen is typeset.
    mutating func settlePage() {
        let format = format
        let rows = textRows
        if let page = trail.page, page.layout.format != format || page.rows != rows {
            trail.page?.fit(format, rows: rows)
        }
        if let sought = trail.page?.sought {
            trail.page?.sought = nil
            showSideways(block: sought.block, range: sought.range)
        }
        if let top = trail.page?.top { _ = trail.page?.lines(from: top, rows: rows) }
    }
}
