import Drawing
import LecternCore

extension State {
    /// The list: title and count, then the entries with what is known of each.
    func drawListing(_ listing: Listing, on surface: inout Surface) {
        let plan = listingPlan
        surface.fill(areas.page, style: listStyle(.list))
        if let head = plan.head { drawHead(of: listing, in: head, on: &surface) }
        guard !listing.visible.isEmpty else {
            let words =
                listing.feed.entries.isEmpty
                ? Messages.emptyList : Messages.nothingMatches(listing.filter)
            surface.put(
                words.shortened(to: plan.body.size.columns - 2),
                at: Position(plan.body.column + 2, plan.body.row), style: listStyle(.listMeta),
                limit: plan.body.size.columns - 2)
            return
        }
        let age = Age(today: today)
        for row in 0..<plan.shown {
            let index = listing.top + row
            guard listing.visible.indices.contains(index) else { break }
            let area = Area(
                column: plan.body.column, row: plan.body.row + row * plan.rowsPerEntry,
                columns: plan.body.size.columns, rows: min(2, plan.rowsPerEntry))
            draw(listing.visible[index], of: listing, age: age, in: area, on: &surface)
        }
    }

    private func listStyle(_ role: Role) -> Style {
        var style = theme[.text].overlaid(by: theme[.list])
        if role != .list { style = style.overlaid(by: theme[role]) }
        return style
    }

    private func drawHead(of listing: Listing, in area: Area, on surface: inout Surface) {
        let all = listing.feed.entries.count
        let shown = listing.visible.count
        var count = listing.feed.isOfFeeds ? Messages.feeds(all) : Messages.articles(all)
        if !listing.filter.isEmpty { count = Messages.filtered(shown, of: all, by: listing.filter) }
        count = count.shortened(to: area.size.columns / 2)
        let room = area.size.columns - count.columns - 2
        surface.put(
            listing.feed.title.shortened(to: room), at: Position(area.column, area.row),
            style: listStyle(.title), limit: room)
        surface.put(
            count,
            at: Position(area.column + area.size.columns - count.columns, area.row),
            style: listStyle(.listMeta), limit: count.columns)
    }

    /// A row for the title and the age, and where there is room one for where it is from and its first words.
    private func draw(
        _ index: Int, of listing: Listing, age: Age, in area: Area, on surface: inout Surface
    ) {
        let entry = listing.feed.entries[index]
        let isRead = listing.read.contains(index)
        let isSelected = listing.current == index
        let left = area.column + 2
        let width = area.size.columns - 2
        guard width > 0 else { return }
        surface.put(
            isSelected ? "›" : isRead ? " " : "•", at: Position(area.column, area.row),
            style: listStyle(.listMeta))
        let words = age.words(for: entry.published)
        // The age goes first when both do not fit.
        let showsAge = !words.isEmpty && width >= 30
        let room = showsAge ? width - words.columns - 2 : width
        surface.put(
            entry.title.shortened(to: room), at: Position(left, area.row),
            style: listStyle(isRead ? .listRead : .list), limit: room)
        if showsAge {
            surface.put(
                words, at: Position(left + width - words.columns, area.row),
                style: listStyle(.listMeta), limit: words.columns)
        }
        if area.size.rows > 1, area.row + 1 < areas.page.row + areas.page.size.rows {
            let detail = self.detail(of: entry)
            surface.put(
                detail.shortened(to: width), at: Position(left, area.row + 1),
                style: listStyle(.listMeta), limit: width)
        }
        guard isSelected else { return }
        let upper = theme[.listSelected]
        surface.restyle(
            Area(column: area.column, row: area.row, columns: area.size.columns, rows: 1)
        ) { $0.overlaid(by: upper) }
    }

    /// Where an entry is from, then its first words.
    private func detail(of entry: Entry) -> String {
        let origin = [entry.site, entry.author].compactMap { part in
            part.flatMap { $0.isEmpty ? nil : $0 }
        }
        let words = String(entry.text.prefix(300)).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        let known = origin + (words.isEmpty ? [] : [words])
        guard known.isEmpty, case .address(let address)? = entry.source else {
            return known.joined(separator: " · ")
        }
        return address.string
    }
}
