import LecternCore
import Typesetting

// From a source to a page on the trail.
extension State {
    /// Starts fetching; whatever was being fetched is given up.
    package mutating func open(
        _ source: Source, purpose: Loading.Purpose = .follow(fragment: nil)
    ) -> [Effect] {
        let given = cancelLoading()
        return given + [.open(beginLoading(source, purpose: purpose), source)]
    }

    /// The token of a fetch that is about to be ordered.
    mutating func beginLoading(_ source: Source, purpose: Loading.Purpose) -> Token {
        let token = newToken()
        loading = Loading(token: token, source: source, purpose: purpose)
        return token
    }

    /// Gives up the fetch in flight.
    package mutating func cancelLoading() -> [Effect] {
        guard let loading else { return [] }
        self.loading = nil
        return [.cancel(loading.token)]
    }

    /// Follows an address found on the page shown.
    package mutating func follow(_ address: Address) -> [Effect] {
        if let page = trail.page, let here = page.address, here.page == address.page,
            let fragment = address.fragment
        {
            return followOnPage { $0.goToFragment(fragment) }
        }
        switch address.scheme {
        case "http", "https", "lectern":
            return open(.address(address.page), purpose: .follow(fragment: address.fragment))
        case "file":
            // A page from the network never opens a local file.
            guard let path = address.filePath, trail.page?.isLocal == true else {
                return fail(Messages.localFileRefused(address.string))
            }
            return open(.file(path), purpose: .follow(fragment: address.fragment))
        default:
            mode = .confirm(
                Confirmation(Messages.confirmBrowsing(address.string), subject: .browse(address)))
            return []
        }
    }

    private mutating func goToFragment(_ fragment: String) -> [Effect] {
        let found = trail.page?.jump(toFragment: fragment) ?? false
        return found ? [] : fail(Messages.noFragment(fragment))
    }

    mutating func loaded(_ token: Token, bytes: Int, of total: Int?) -> [Effect] {
        guard loading?.token == token else { return [] }
        loading?.bytes = bytes
        loading?.total = total
        return []
    }

    /// What was fetched is here, or is not; late results of what was given up are dropped.
    mutating func opened(_ token: Token, _ result: Result<Material, OpenError>) -> [Effect] {
        if let index = stop(awaiting: token) { return complete(index, result) }
        guard let loading, loading.token == token else { return [] }
        self.loading = nil
        switch result {
        case .failure(.cancelled): return []
        case .failure(let error):
            if case .address(let address) = loading.source { failedAddress = address }
            return fail(Messages.openFailed(error))
        case .success(let material):
            leaveModeForNewStop()
            switch loading.purpose {
            case .follow(let fragment): show(material, from: loading.source, at: fragment)
            case .reload: reload(with: material, from: loading.source)
            case .part(let part): showPart(part, of: material, from: loading.source)
            case .related(let index, let stop, let fragment):
                showRelated(index, after: stop, material, from: loading.source, at: fragment)
            case .mark(let letter):
                show(material, from: loading.source)
                goToPlaceMark(letter)
            case .entry(let index): showEntry(index, material, from: loading.source)
            case .compare: return compare(with: material)
            }
            if let report = loading.report, !loading.isPart { keep(report) }
            return []
        }
    }

    /// Goes on to an article or a list, at a fragment where the page has it.
    package mutating func show(
        _ material: Material, from source: Source, at fragment: String? = nil
    ) {
        focus = .page
        switch material {
        case .feed(let feed): trail.push(.list(Listing(feed, source: source)))
        case .article(let article):
            trail.push(.page(Page(article, source: source, format: format)))
            guard let fragment, !fragment.isEmpty else { return }
            let found = trail.page?.jump(toFragment: fragment) ?? false
            trail.page?.marks["'"] = nil
            if !found { say(Messages.noFragment(fragment)) }
        }
    }

    /// Puts the article in place of what came after its list.
    private mutating func showEntry(_ index: Int, _ material: Material, from source: Source) {
        if trail.listing == nil, let behind = trail.listBehind { trail.move(-behind.stepsBack) }
        trail.listing?.read.insert(index)
        show(material, from: source)
    }

    private mutating func reload(with material: Material, from source: Source) {
        switch (material, trail.current) {
        case (.article(let article), .page(let old)) where old.source == source:
            trail.current = .page(old.renewed(with: article))
            say(article == old.article ? Messages.unchanged : Messages.reloaded)
        case (.feed(let feed), .list(let old)) where old.source == source:
            var listing = Listing(feed, source: source)
            // Entries are known by where they lead; without an address, by their titles.
            let known = Set(
                old.read.filter(old.feed.entries.indices.contains).map { old.feed.entries[$0].key })
            listing.read = Set(feed.entries.indices.filter { known.contains(feed.entries[$0].key) })
            trail.current = .list(listing)
            say(Messages.reloaded)
        default: show(material, from: source)
        }
    }

    /// A new stop ends what was being done on the old one; a `:` line goes on.
    mutating func leaveModeForNewStop() {
        if case .prompt(let prompt) = mode, prompt.purpose == .command { return }
        mode = .normal
    }

    // MARK: The trail

    /// Back (negative) or forward: through the places on the page that were followed from, then to the page or
    /// list before or after it, each as it was left.
    mutating func go(_ steps: Int) -> [Effect] {
        let effects = cancelLoading()
        let step = steps < 0 ? -1 : 1
        for made in 0..<abs(steps) {
            if trail.page?.goToPlace(step) == true { continue }
            guard trail.move(step) == 0 else { continue }
            if made == 0 {
                say(step < 0 ? Messages.nothingBehind : Messages.nothingAhead)
                return effects
            }
            break
        }
        focus = .page
        return effects
    }

    /// To the page or list so many stops back.
    private mutating func leave(_ stops: Int) -> [Effect] {
        let effects = cancelLoading()
        trail.move(-stops)
        focus = .page
        return effects
    }

    /// Leaves the pane, then the article for the list it came from or the page before, then what is open beside it, then
    /// the program.
    mutating func close() -> [Effect] {
        if loading != nil, trail.current != nil { return cancelLoading() }
        if paneIsOpen, focus == .pane, trail.page != nil {
            paneIsOpen = false
            focus = .page
            return []
        }
        if let behind = trail.listBehind { return leave(behind.stepsBack) }
        guard !trail.canGoBack else { return go(-1) }
        if paneIsOpen {
            paneIsOpen = false
        } else if areas.contents != nil {
            contentsAreOpen = false
        } else {
            return [.quit]
        }
        focus = .page
        return []
    }

    /// The next or previous article of the list behind the page.
    mutating func goToArticle(_ steps: Int) -> [Effect] {
        if trail.listing != nil {
            return performInList(steps > 0 ? .scrollDown : .scrollUp, count: abs(steps))
        }
        if let effects = goToRelated(steps) { return effects }
        guard let listing = trail.listBehind?.listing else { return fail(Messages.noList) }
        guard let current = listing.current, let index = listing.entry(steps, from: current)
        else { return fail(steps > 0 ? Messages.lastArticle : Messages.firstArticle) }
        return readEntry(index)
    }

    /// Fetches what is shown once more.
    mutating func reloadCurrent() -> [Effect] {
        let source: Source? =
            switch trail.current {
            case .page(let page): page.source
            case .list(let listing): listing.source
            case nil: nil
            }
        guard let source, source != .standardInput else { return fail(Messages.cannotReload) }
        pictures.forgetProblems()
        return open(source, purpose: .reload)
    }
}

extension Entry {
    fileprivate var key: String { source.map { "\($0)" } ?? title }
}

extension Page {
    /// Was it read from this computer? Only then may it lead to other files.
    var isLocal: Bool {
        if article.address?.isWeb == true { return false }
        return switch source {
        case .file: true
        case .standardInput, .several: false
        case .address(let address): !address.isWeb
        }
    }

    /// Goes to the block that a fragment names; an empty one and `top` are the start of the page.
    mutating func jump(toFragment fragment: String) -> Bool {
        if let block = article.index(ofFragment: fragment) {
            jump(toBlock: block)
        } else if fragment.isEmpty || fragment.lowercased() == "top" {
            jump { _ in .start }
        } else {
            return false
        }
        return true
    }

    /// Does the block at the top stand at the same place in a newer text?
    private func isTop(in newer: Article) -> Bool {
        let (blocks, newer) = (article.blocks, newer.blocks)
        guard blocks.indices.contains(top.block), newer.indices.contains(top.block) else {
            return false
        }
        return blocks[top.block] == newer[top.block]
            && blocks[max(0, top.block - 1)] == newer[max(0, top.block - 1)]
    }

    /// The same page with a newer text: the place, the marks and, where nothing changed, the answers stay.
    func renewed(with newer: Article, _ bearings: Bearings? = nil) -> Page {
        var old = self
        var page = Page(newer, source: source, format: layout.format, bearings: bearings)
        if newer == article {
            for (block, space) in layout.pictures { page.layout.set(space, atPicture: block) }
            page.top = top
            page.conversation = conversation
        } else {
            // Where the same block stands at the same place, so does every line of it, blank ones too.
            page.top =
                isTop(in: newer)
                ? top
                : page.spot(of: old.anchor(at: top))
                    ?? page.spot(
                        block: min(top.block, newer.blocks.count), offset: old.offset(of: top))
            page.search(again: search)
        }
        page.marks = marks
        page.jumps = jumps
        page.relatedIndex = relatedIndex
        page.behind = behind
        page.ahead = ahead
        return page
    }
}
