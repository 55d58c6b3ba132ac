import LecternCore

// What of a source is shown, and how it was chosen.
extension State {
    /// How what is loading was read; it comes right before the article does.
    mutating func examined(_ token: Token, _ report: Report) -> [Effect] {
        if loading?.token == token { loading?.report = report }
        if let index = stop(awaiting: token) { trail.updatePage(at: index) { $0.report = report } }
        return []
    }

    /// Keeps the report with the page it is about; says so when the page was hard to read.
    mutating func keep(_ report: Report) {
        guard trail.page != nil else { return }
        trail.page?.report = report
        guard notice == nil, let page = trail.page, report.hasParts else { return }
        if page.article.blocks.isEmpty {
            say(report.isWholePage ? Messages.emptyPage : Messages.nothingLikeText)
        } else if report.isUncertain, page.part == .candidate(0) {
            say(Messages.hardToRead)
        }
    }

    /// Goes on to the runner-up, then to the whole page, then back to what was chosen.
    mutating func showOtherPart() -> [Effect] {
        guard let page = trail.page else { return fail(Messages.noParts) }
        guard let report = page.report, report.hasParts else { return fail(Messages.noParts) }
        let next: PagePart =
            switch page.part {
            case .candidate(0) where report.candidates.count > 1: .candidate(1)
            case .candidate: .whole
            case .whole: .candidate(0)
            }
        let given = cancelLoading()
        let token = newToken()
        loading = Loading(token: token, source: page.source, purpose: .part(next))
        return given + [.openPart(token, page.source, next)]
    }

    /// Puts another part of the same source in place of the page shown.
    mutating func showPart(_ part: PagePart, of material: Material, from source: Source) {
        guard case .article(let article) = material, let old = trail.page, old.source == source
        else { return show(material, from: source) }
        var page = Page(article, source: source, format: format)
        page.part = part
        page.report = old.report
        trail.current = .page(page)
        say(Messages.part(part))
    }

    /// Shows how the page was read as a page of its own; from there, goes back to the page.
    mutating func showReport() -> [Effect] {
        guard let page = trail.page else { return fail(Messages.noReport) }
        if page.source == ReportPage.source { return go(-1) }
        guard let report = page.report else { return fail(Messages.noReport) }
        let article = ReportPage.article(report, of: page.article)
        let shown = Page(article, source: ReportPage.source, format: format)
        // A part that is still on its way would take the report's place.
        let given = cancelLoading()
        focus = .page
        trail.push(.page(shown))
        return given
    }
}
