import Drawing

// The contents beside the page: on wide terminals, where they follow what is being read.
extension State {
    /// `t`: beside the page where there is room, else over it. Beside it they are gone to first, then closed.
    mutating func showContents() {
        guard let page = trail.page else { return }
        guard !page.bearings.sections.isEmpty else { return say(Messages.noSections) }
        if contentsAreOpen, areas.contents != nil {
            if focus == .contents {
                contentsAreOpen = false
                focus = .page
            } else {
                focus = .contents
            }
        } else if areas(contentsAreOpen: true).contents != nil {
            contentsAreOpen = true
            focus = .contents
        } else {
            mode = .picker(Picker.outline(of: page))
        }
    }

    /// After every action: the section being read is the one marked.
    mutating func settleContents() {
        guard areas.contents != nil else {
            if focus == .contents { focus = .page }
            return
        }
        guard let page = trail.page else { return }
        let reading = page.bearings.section(of: page.top.block) ?? -1
        if page.contents == nil { trail.page?.contents = Picker.outline(of: page) }
        guard trail.page?.contents?.reading != reading else { return }
        trail.page?.contents?.reading = reading
        trail.page?.contents?.select(tag: reading)
    }

    /// A command while the keys go to the contents; nil when it means nothing there, or they go elsewhere.
    mutating func performInContents(_ command: Command, count: Int?) -> [Effect]? {
        guard focus == .contents, var picker = trail.page?.contents, let frame = contentsFrame
        else { return nil }
        let times = max(1, count ?? 1)
        switch command {
        case .search:
            picker.filter = picker.filter ?? LineInput()
            picker.isFiltering = true
        case .follow: return goToSelectedSection()
        case .stop, .close:
            guard loading == nil, !isAnswering else { return nil }
            if picker.filter != nil {
                picker.filter = nil
                picker.filterChanged()
            } else if command == .close {
                contentsAreOpen = false
                focus = .page
            } else {
                focus = .page
            }
        default:
            guard picker.perform(command, times: times, rows: frame.rows) else { return nil }
        }
        trail.page?.contents = picker
        return []
    }

    /// Enter: to the section, where the keys go from then on.
    private mutating func goToSelectedSection() -> [Effect] {
        guard let item = trail.page?.contents?.current else { return [] }
        focus = .page
        trail.page?.contents?.filter = nil
        trail.page?.contents?.filterChanged()
        return followOnPage {
            $0.trail.page?.jump(toSection: item.tag)
            return []
        }
    }

    /// A key while the filter of the contents beside the page is typed; false when it is not.
    mutating func pressInContentsFilter(_ key: Key) -> Bool {
        guard focus == .contents, areas.contents != nil, var picker = trail.page?.contents,
            picker.isFiltering
        else { return false }
        let isDone = picker.pressInFilter(key)
        trail.page?.contents = picker
        if isDone { _ = goToSelectedSection() }
        return true
    }

    /// A mouse report inside `areas.contents`: the wheel moves the view, a click goes there, a click on the sign of a
    /// section with others in it folds it.
    mutating func pointInContents(_ mouse: Mouse) -> [Effect] {
        guard let frame = contentsFrame, var picker = trail.page?.contents else { return [] }
        switch mouse.kind {
        case .wheelDown: picker.scroll(3, from: frame.first, rows: frame.rows)
        case .wheelUp: picker.scroll(-3, from: frame.first, rows: frame.rows)
        case .press:
            guard let index = frame.item(at: mouse.position) else {
                focus = .contents
                return []
            }
            let top = frame.first
            picker.select(index)
            if frame.isFoldSign(mouse.position, of: picker.visible[index]) {
                picker.toggleFold()
                picker.scroll(0, from: top, rows: frame.rows)
                break
            }
            picker.scroll(0, from: top, rows: frame.rows)
            trail.page?.contents = picker
            return goToSelectedSection()
        case .drag, .release: return []
        }
        trail.page?.contents = picker
        return []
    }

    /// Where the contents beside the page stand; nil when they do not.
    private var contentsFrame: PickerFrame? {
        guard let area = areas.contents, let picker = trail.page?.contents else { return nil }
        return PickerFrame(picker, column: area)
    }

    func drawContents(on surface: inout Surface) {
        let areas = areas
        guard let border = areas.contentsBorder, let frame = contentsFrame,
            let picker = trail.page?.contents
        else { return }
        draw(picker, in: frame, isOfFocus: focus == .contents, on: &surface)
        drawBorder(border, isOfFocus: focus == .contents, on: &surface)
    }
}

/// A border between two parts of the screen, which can be dragged.
enum Border: Equatable, Sendable { case contents, pane }

extension State {
    /// The border at a place.
    func border(at position: Position) -> Border? {
        let areas = areas
        if areas.border?.contains(position) == true { return .pane }
        return areas.contentsBorder?.contains(position) == true ? .contents : nil
    }

    /// Puts the border that is being dragged where the pointer is, as far as there is room.
    mutating func drag(_ border: Border, to position: Position) {
        let areas = areas
        switch border {
        case .contents: shares.contentsColumns = position.column
        case .pane where areas.border?.size.columns == 1:
            // What the contents have is kept, and not given way any more.
            if let contents = areas.contents, shares.contentsColumns == nil {
                shares.contentsColumns = contents.size.columns
            }
            shares.paneColumns = size.columns - 1 - position.column
        case .pane: shares.paneRows = areas.status.row - 1 - position.row
        }
    }
}
