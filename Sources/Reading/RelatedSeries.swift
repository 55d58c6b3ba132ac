import LecternCore

// The articles that a page recommends, one after the other.
extension Trail {
    /// The nearest page behind the current stop whose list of related articles was read from, and which of them led
    /// on; nil when a list of articles is nearer, or there is none.
    var seriesBehind: (stop: Int, index: Int)? {
        for stop in stride(from: place, to: 0, by: -1) {
            if case .page(let page) = stops[stop], let index = page.relatedIndex {
                return (stop - 1, index)
            }
            if case .list = stops[stop - 1] { return nil }
        }
        return nil
    }
}

extension State {
    /// Follows a related article of the page shown, so that `next-article` goes on from there.
    mutating func followRelated(_ index: Int) -> [Effect] {
        guard let address = relatedLink(index)?.address else { return [] }
        let effects = follow(address)
        // What leads to another place on the page, or to the browser, loads nothing.
        if case .follow(let fragment)? = loading?.purpose {
            loading?.purpose = .related(index, stop: trail.place, fragment: fragment)
        }
        return effects
    }

    /// The article that is so many steps further in the list of related ones that the page was opened from; nil when
    /// it was not.
    mutating func goToRelated(_ steps: Int) -> [Effect]? {
        guard let series = trail.seriesBehind, case .page(let origin) = trail.stops[series.stop]
        else { return nil }
        let related = origin.article.related
        var index = series.index
        var left = abs(steps)
        while left > 0 {
            index += steps < 0 ? -1 : 1
            guard related.indices.contains(index) else {
                return fail(steps > 0 ? Messages.lastRelated : Messages.firstRelated)
            }
            if origin.canLead(to: related[index].address) { left -= 1 }
        }
        guard let address = related[index].address, let source = Source(address) else { return [] }
        return open(
            source,
            purpose: .related(index, stop: series.stop, fragment: address.fragment))
    }

    /// Puts the article in place of what came after the page that recommends it.
    mutating func showRelated(
        _ index: Int, after stop: Int, _ material: Material, from source: Source,
        at fragment: String?
    ) {
        if trail.stops.indices.contains(stop), case .page(let origin) = trail.stops[stop],
            origin.article.related.indices.contains(index)
        {
            trail.move(stop - trail.place)
            show(material, from: source, at: fragment)
            trail.page?.relatedIndex = index
            if notice == nil {
                say(Messages.relatedPlace(index + 1, of: origin.article.related.count))
            }
        } else {
            show(material, from: source, at: fragment)
        }
    }
}

extension Page {
    /// Is there an article at the address that this page may open?
    fileprivate func canLead(to address: Address?) -> Bool {
        guard let address, let source = Source(address) else { return false }
        if case .file = source { return isLocal }
        return true
    }
}

extension Source {
    /// Where an article at an address is read from; nil for what is no article.
    fileprivate init?(_ address: Address) {
        switch address.scheme {
        case "http", "https", "lectern": self = .address(address.page)
        case "file":
            guard let path = address.filePath else { return nil }
            self = .file(path)
        default: return nil
        }
    }
}
