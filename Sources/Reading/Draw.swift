import Drawing

extension State {
    /// Draws the whole screen. Everything it needs was laid out by `update`.
    package func draw(on surface: inout Surface) {
        surface.clear(theme[.text])
        switch trail.current {
        case .page(let page): drawPage(page, on: &surface)
        case .list(let listing): drawListing(listing, on: &surface)
        case nil: break
        }
        drawContents(on: &surface)
        if paneIsOpen, let page = trail.page { drawPane(page, on: &surface) }
        drawStatus(on: &surface)
        drawMode(on: &surface)
    }
}
