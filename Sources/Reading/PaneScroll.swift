import Drawing

extension State {
    /// Who answers and how far it is: side by side in one row, or one below the other in a narrow, tall pane.
    var paneHeader: Area? {
        guard let pane = areas.pane else { return nil }
        let rows = pane.size.rows >= 10 && pane.size.columns < 70 ? 2 : min(1, pane.size.rows)
        return Area(column: pane.column, row: pane.row, columns: pane.size.columns, rows: rows)
    }

    /// Where the turns are shown: the pane without its header and its margins; nil when it is closed or too small.
    var paneBody: Area? {
        guard let pane = areas.pane, let header = paneHeader else { return nil }
        let rows = pane.size.rows - header.size.rows
        guard rows > 0, pane.size.columns > 2 else { return nil }
        return Area(
            column: pane.column + 1, row: pane.row + header.size.rows,
            columns: pane.size.columns - 2, rows: rows)
    }

    /// After every action: sets what has changed in the pane, keeps its place, and drops the answer to a
    /// question that is no longer on the way.
    mutating func settlePane() -> [Effect] {
        recall()
        let recalling = recallKept()
        if let body = paneBody, trail.page != nil {
            changeConversation { $0.settle(measure: body.size.columns, rows: body.size.rows) }
        }
        settleListing()
        return recalling + dropLostAnswer()
    }

    /// A list whose area has shrunk keeps its selection in view.
    private mutating func settleListing() {
        let shown = listingPlan.shown
        guard let listing = trail.listing, !listing.isInView(shown: shown) else { return }
        trail.listing?.keepInView(shown: shown)
    }

    /// Cancels the work for a page that the trail has forgotten.
    private mutating func dropLostAnswer() -> [Effect] {
        var running: [Token] = []
        var known: Set<Token> = []
        for stop in trail.stops {
            guard case .page(let page) = stop, let turn = page.conversation.turns.last else {
                continue
            }
            running += turn.tokens
            known.formUnion([turn.answer.asked, turn.standIn?.asked].compactMap(\.self))
        }
        defer { answering = running }
        return answering.filter { !known.contains($0) }.map { .cancel($0) }
    }

    /// A line is scrolled by one, a page by all but two lines.
    mutating func scrollPane(_ command: Command, count: Int?) {
        guard let rows = paneBody?.size.rows else { return }
        let times = count ?? 1
        switch command {
        case .scrollDown: scrollPane(by: times)
        case .scrollUp: scrollPane(by: -times)
        case .pageDown: scrollPane(by: times * max(1, rows - 2))
        case .pageUp: scrollPane(by: -times * max(1, rows - 2))
        case .halfPageDown: scrollPane(by: times * max(1, rows / 2))
        case .halfPageUp: scrollPane(by: -times * max(1, rows / 2))
        case .top: scrollPane(by: -1_000_000)
        case .bottom: scrollPane(by: 1_000_000)
        default: break
        }
    }

    mutating func scrollPane(by lines: Int) {
        guard let rows = paneBody?.size.rows else { return }
        changeConversation { conversation in
            let last = max(0, conversation.sheet.value.lineCount - rows)
            conversation.top = min(last, max(0, conversation.top + lines))
            conversation.follows = lines > 0 && conversation.top == last ? .end : .nothing
        }
    }
}

extension Conversation {
    /// Sets what has changed to a width and puts the top where it belongs.
    mutating func settle(measure: Int, rows: Int) {
        // Taken out while it is set, so that it is not copied.
        var sheet = self.sheet.value
        self.sheet.value = PaneSheet()
        sheet.set(self, measure: measure)
        let last = max(0, sheet.lineCount - rows)
        switch follows {
        case .end: top = last
        // Where there is room for a few lines only, they are the answer's.
        case .newestTurn:
            top = min(last, sheet.lastStart + (rows < 6 ? sheet.lastHead : turns.count > 1 ? 1 : 0))
        case .turn(let index):
            top = min(last, sheet.start(of: index) + (index > 0 && rows >= 6 ? 1 : 0))
        case .nothing: top = min(last, max(0, top))
        }
        self.sheet.value = sheet
    }
}
