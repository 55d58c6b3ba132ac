import Drawing
import LecternCore

extension State {
    /// The bottom line: what happens, else what is read; on its right where the reader is.
    func drawStatus(on surface: inout Surface) {
        let area = areas.status
        guard area.size.rows > 0 else { return }
        let status = barStyle()
        surface.fill(area, style: status)
        let left = left
        // The right side gives way piece by piece: the hint first, the percent last.
        var pieces = statusRight
        var width = pieces.reduce(0) { $0 + $1.text.columns + 2 }
        // What has just happened is said in full, what is being read gives way.
        let wanted = min(
            left.text.columns,
            announcement == nil ? area.size.columns / 2 : area.size.columns - 2)
        while !pieces.isEmpty, width + wanted + 1 > area.size.columns {
            width -= pieces.removeLast().text.columns + 2
        }
        var column = area.size.columns - 1
        for piece in pieces {
            column -= piece.text.columns
            surface.put(
                piece.text, at: Position(column, area.row),
                style: status.overlaid(by: theme[piece.role]))
            column -= 2
        }
        let room = area.size.columns - width - 2
        surface.put(
            left.text.shortened(to: room), at: Position(1, area.row),
            style: status.overlaid(by: theme[left.role]), limit: max(0, room))
    }

    /// What happens, in the order of its weight.
    private var left: (text: String, role: Role) {
        if let announcement { return announcement }
        if let loading { return (Messages.loading(loading), .notice) }
        // In full what the list may have had to cut.
        if case .picker(let picker) = mode, let item = picker.current {
            let related = picker.kind == .related ? relatedLink(item.tag)?.address : nil
            return (related.map { "→ " + $0.string } ?? item.text, .status)
        }
        if focus == .contents, let item = trail.page?.contents?.current {
            return (item.text, .status)
        }
        switch trail.current {
        case .page(let page):
            if focus == .page, let address = selectedAddress {
                return ("→ " + address.string, .status)
            }
            return (page.caption, .status)
        case .list(let listing): return (listing.feed.title, .status)
        case nil: return (Messages.nothingOpen, .status)
        }
    }

    /// What the reader is told or asked for right now.
    private var announcement: (text: String, role: Role)? {
        if let notice { return (notice.text, notice.isError ? .error : .notice) }
        return switch mode {
        case .mark(let isSetting): (Messages.markAwaited(isSetting), .notice)
        case .hints(let hints): (Messages.hintsAwaited(hints.isOfPictures), .notice)
        case .note: (Messages.noteShown, .notice)
        default: nil
        }
    }

    /// Where the reader is, from the right edge leftwards, the most needed first.
    private var statusRight: [(text: String, role: Role)] {
        var pieces: [(text: String, role: Role)] = []
        if var page = trail.page {
            pieces.append((Messages.percent(page.percent(rows: textRows)), .status))
            if let search = page.search, !search.matches.isEmpty {
                let place = search.current.map { "\($0 + 1)/" } ?? ""
                pieces.append((place + search.total, .status))
            }
        }
        let typed = (count.map(String.init) ?? "") + pendingKeys.map(\.text).joined()
        if !typed.isEmpty {
            pieces.append((typed, .statusKey))
        } else if notice == nil, loading == nil {
            pieces.append((preferences.keymap.helpHint, .statusKey))
        }
        return pieces
    }

    /// The overlay of the mode: the line being typed, hints, a list, a question.
    func drawMode(on surface: inout Surface) {
        switch mode {
        case .normal, .mark: drawLongNotice(on: &surface)
        case .prompt(let prompt): draw(prompt, on: &surface)
        // No word of advice stands over the letters.
        case .hints(let hints): drawHints(hints, on: &surface)
        case .picker(let picker):
            draw(picker, on: &surface)
            drawLongNotice(on: &surface)
        case .note(let popup): draw(popup, on: &surface)
        case .confirm(let confirmation):
            drawWrapped(confirmation.text, role: .prompt, on: &surface)
        }
    }

    /// What is longer than the status line takes rows above it, until the next key.
    private func drawLongNotice(on surface: inout Surface) {
        guard let announcement, announcement.text.columns > areas.status.size.columns - 2 else {
            return
        }
        drawWrapped(announcement.text, role: announcement.role, on: &surface)
    }

    private func drawWrapped(_ text: String, role: Role, on surface: inout Surface) {
        let style = barStyle().overlaid(by: theme[role])
        let lines = text.wrapped(to: max(1, size.columns - 2)).prefix(max(1, size.rows / 2))
        let top = size.rows - lines.count
        surface.fill(
            Area(column: 0, row: top, columns: size.columns, rows: lines.count), style: style)
        for (row, line) in lines.enumerated() {
            surface.put(line, at: Position(1, top + row), style: style)
        }
    }

    private func draw(_ prompt: Prompt, on surface: inout Surface) {
        var area = areas.status
        guard area.size.rows > 0 else { return }
        let style = barStyle(.prompt)
        surface.fill(area, style: style)
        if prompt.purpose == .search, let search = trail.page?.search {
            let place = search.current.map { $0 + 1 } ?? 0
            let found = "\(place)/\(search.total)"
            if area.size.columns > 2 * found.columns + 4 {
                surface.put(
                    found, at: Position(area.size.columns - found.columns, area.row),
                    style: search.isVain ? style.overlaid(by: theme[.error]) : style)
                area.size = Size(area.size.columns - found.columns - 1, 1)
            }
        }
        surface.cursor = draw(
            prompt.input, label: prompt.label, in: area, style: style, on: &surface)
    }

    /// Draws a line being typed so that its cursor is in view; returns where the cursor is.
    func draw(
        _ input: LineInput, label: String, in area: Area, style: Style, on surface: inout Surface
    ) -> Position {
        let label = label.shortened(to: area.size.columns / 2)
        surface.put(label, at: Position(area.column, area.row), style: style)
        let room = max(1, area.size.columns - label.columns)
        // The cursor takes a cell of its own behind the last character.
        var visible = Substring(input.text)
        var before = visible.prefix(input.cursor)
        var width = String(before).columns
        while width >= room, let first = before.first {
            width -= String(first).columns
            before.removeFirst()
            visible.removeFirst()
        }
        let start = area.column + label.columns
        surface.put(String(visible), at: Position(start, area.row), style: style, limit: room)
        return Position(start + width, area.row)
    }
}

extension Key {
    /// As the status line shows a key waiting for the next.
    fileprivate var text: String {
        if case .character(let character) = code { String(character) } else { "…" }
    }
}

extension String {
    /// The text in lines of at most so many columns, broken at blanks where it has them.
    func wrapped(to columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in split(whereSeparator: { $0 == " " || $0.isNewline }).map(String.init) {
            let joined = line.isEmpty ? word : line + " " + word
            if joined.columns <= columns {
                line = joined
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            // A word longer than the line is cut.
            for glyph in Glyphs(word) {
                if line.columns + glyph.columns > columns {
                    lines.append(line)
                    line = ""
                }
                line += glyph.text
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}
