import Chat
import Drawing
import LecternCore
import Typesetting

extension State {
    /// The side pane: who answers, and the questions with their answers.
    func drawPane(_ page: Page, on surface: inout Surface) {
        guard let pane = areas.pane else { return }
        let ground = theme[.text].overlaid(by: theme[.pane])
        surface.fill(pane, style: ground)
        if let border = areas.border {
            drawBorder(border, isOfFocus: focus == .pane, on: &surface)
        }
        drawHeader(page.conversation, on: &surface)
        guard let body = paneBody else { return }
        let conversation = page.conversation
        let lines = conversation.sheet.value.lines(from: conversation.top, rows: body.size.rows)
        if conversation.turns.isEmpty {
            drawInvitation(in: body, ground: ground, on: &surface)
        }
        for (row, shown) in lines.enumerated() {
            let place = Position(body.column, body.row + row)
            draw(shown.line, at: place, limit: body.size.columns, ground: ground, on: &surface)
            let section = conversation.sheet.value.sections[shown.section]
            let first = conversation.citations(before: shown.section)
            for piece in shown.line.citations where piece.ordinal < section.citations.count {
                let citation = section.citations[piece.ordinal]
                var style = theme[citation.look.role]
                if citation.look == .missing {
                    style = style.overlaid(by: theme[.strike])
                }
                if first + piece.ordinal == conversation.selectedCitation {
                    style = style.overlaid(by: theme[.selectedLink])
                }
                let area = Area(
                    column: place.column + piece.columns.lowerBound, row: place.row,
                    columns: min(piece.columns.count, body.size.columns - piece.columns.lowerBound),
                    rows: 1)
                surface.restyle(area) { $0.overlaid(by: theme.bare(style)) }
            }
        }
    }

    private func draw(
        _ line: PaneLine, at place: Position, limit: Int, ground: Style, on surface: inout Surface
    ) {
        if line.part == .answer, line.line.kind == .code {
            surface.fill(
                Area(
                    column: place.column + line.line.margin, row: place.row,
                    columns: max(0, limit - line.line.margin), rows: 1),
                style: ground.overlaid(by: theme.bare(theme.style(of: .code))))
        }
        var column = line.line.indent
        for run in line.line.runs {
            guard column < limit else { break }
            let style =
                switch line.part {
                case .answer: theme.style(of: run, in: line.line.kind)
                case .question: theme[.question]
                case .thinking, .thinkingHead: theme[.thinking]
                case .label, .note: theme[.meta]
                case .error: theme[.error]
                case .legend(let look): theme[look.role]
                case .blank: ground
                }
            surface.put(
                run.shown, at: Position(place.column + column, place.row),
                style: ground.overlaid(by: theme.bare(style)), limit: limit - column)
            column += run.columns
        }
    }

    /// What can be done in a pane that nothing was asked in.
    private func drawInvitation(in body: Area, ground: Style, on surface: inout Surface) {
        let words = preferences.chatbotsAllowed ? Messages.paneInvitation : Messages.chatbotsOff
        let lines = PaneLine.lines(words, .note, measure: body.size.columns)
        for (row, line) in lines.prefix(body.size.rows).enumerated() {
            draw(
                line, at: Position(body.column, body.row + row), limit: body.size.columns,
                ground: ground, on: &surface)
        }
    }

    /// The line between the page and what stands beside it, heavy while the keys go there.
    func drawBorder(_ border: Area, isOfFocus: Bool, on surface: inout Surface) {
        var style = theme[.text].overlaid(by: theme[.border])
        if isOfFocus { style.foreground = theme[.paneHeader].foreground }
        let isUpright = border.size.columns == 1
        let glyph =
            isOfFocus ? (isUpright ? "┃" : "━") : (isUpright ? "│" : "─")
        for row in 0..<border.size.rows {
            let line = String(repeating: glyph, count: border.size.columns)
            surface.put(line, at: Position(border.column, border.row + row), style: style)
        }
    }

    private func drawHeader(_ conversation: Conversation, on surface: inout Surface) {
        guard let area = paneHeader, area.size.rows > 0 else { return }
        let style = theme[.text].overlaid(by: theme[.pane]).overlaid(by: theme[.paneHeader])
        surface.fill(area, style: style)
        let width = max(0, area.size.columns - 2)
        let left = area.column + 1
        if area.size.rows > 1 {
            let header = headerWords(conversation, room: width, stateRoom: width)
            surface.put(header.who, at: Position(left, area.row), style: style, limit: width)
            surface.put(
                header.state, at: Position(left, area.row + 1),
                style: style.overlaid(by: theme[.meta]), limit: width)
            return
        }
        let header = headerWords(conversation, room: width, stateRoom: nil)
        surface.put(header.who, at: Position(left, area.row), style: style, limit: width)
        let columns = header.state.columns
        surface.put(
            header.state, at: Position(left + width - columns, area.row), style: style,
            limit: columns)
    }

    /// Who answers and where, and how far it is, cut to what there is room for; without a room of its own, the
    /// state shares the first's. The host of another computer outlasts everything else.
    private func headerWords(
        _ conversation: Conversation, room: Int, stateRoom: Int?
    ) -> (who: String, state: String) {
        guard preferences.chatbotsAllowed else {
            return (Messages.noChatbot.shortened(to: room), "")
        }
        let turn = conversation.turns.last
        let card = turn?.answer.author ?? chatbot ?? .extract
        let state = turn.map(Messages.state) ?? ""
        let names = card.descriptions
        let shortest = names.last ?? ""
        if let stateRoom {
            let who = names.first { $0.columns <= room } ?? shortest
            return (who.shortened(to: room), state.shortened(to: stateRoom))
        }
        if let who = names.first(where: { $0.columns + 2 + state.columns <= room }) {
            return (who, state)
        }
        guard card.isLocal, turn?.isRunning == true else {
            let who = names.first { $0.columns <= room } ?? shortest
            return (who.shortened(to: room), "")
        }
        let left = room - state.columns - 2
        return (left >= 4 ? shortest.shortened(to: left) : "", state.shortened(to: room))
    }
}
