import Drawing
import LecternCore
import Typesetting

// Which pictures are wanted, and what becomes of them.
extension State {
    /// How pictures are shown right now.
    package var pictureSize: PictureSize { pictures.choice ?? preferences.pictures }

    /// Shows pictures as the settings say, large where they say nothing; or hides them.
    mutating func togglePictures() -> [Effect] {
        guard pictureSize == .off else {
            pictures.choice = .off
            say(Messages.picturesHidden)
            return []
        }
        pictures.choice = preferences.pictures == .off ? .on : preferences.pictures
        pictures.forgetProblems()
        say(Messages.picturesShown(hasPictures: trail.page?.article.hasPictures ?? true))
        return []
    }

    /// Goes from small pictures to large ones and back.
    mutating func changePictureSize() -> [Effect] {
        if pictureSize == .off { pictures.forgetProblems() }
        pictures.choice = pictureSize == .thumbnails ? .on : .thumbnails
        say(pictures.choice == .on ? Messages.picturesLarge : Messages.picturesSmall)
        return []
    }

    /// The terminal shows pixels: what was drawn in cells is drawn in them from now on.
    mutating func learn(showsPixels: Bool) -> [Effect] {
        pictures.showsPixels = showsPixels
        return []
    }

    /// After every action: orders the pictures in view and those of the next screens, gives up those that are not
    /// wanted any more, and sets the page with what is here.
    mutating func settlePictures() -> [Effect] {
        let effects = settleFigures()
        // A place noted when a figure had more lines may be beyond its last.
        trail.page?.settleTop()
        return effects
    }

    private mutating func settleFigures() -> [Effect] {
        guard let page = trail.page, pictureSize != .off else {
            trail.page?.removePictures()
            return cancel(pictures.abandon(except: []))
        }
        let figures = figuresNearby()
        let keys = figures.map { pictureKey(of: $0.figure, in: $0.block) }
        var effects = cancel(pictures.abandon(except: Set(keys.compactMap { $0 })))
        for (place, key) in zip(figures, keys) {
            guard let key else { continue }
            effects += order(key, for: page)
            let space = space(for: key)
            trail.page?.set(space, atPicture: place.block)
        }
        let rows = textRows
        if let top = trail.page?.top { _ = trail.page?.lines(from: top, rows: rows) }
        return effects
            + pictures.tidy(keeping: Set(keys.compactMap { $0 })).map { .forgetPicture($0) }
    }

    /// Figures that are looked at in one go.
    private static let mostFigures = 24

    /// The figures on the screen, on the one before it and on the two after it, those in view first.
    private mutating func figuresNearby() -> [(block: Int, figure: Figure)] {
        let rows = textRows
        guard let top = trail.page?.top, let article = trail.page?.article,
            let start = trail.page?.spot(-rows, from: top).block,
            let end = trail.page?.spot(3 * rows, from: top).block
        else { return [] }
        let inView = article.figures(in: max(0, top.block)...max(0, end))
        let before = article.figures(in: max(0, start)...max(0, top.block))
        return Array((inView + before.filter { $0.block < top.block }).prefix(State.mostFigures))
    }

    /// Where a picture is kept; nil for one without an address.
    func pictureKey(of figure: Figure, in block: Int) -> PictureShelf.Key? {
        guard let address = figure.address, let layout = trail.page?.layout else { return nil }
        let room = layout.room(forPicture: block)
        let most: Size
        if pictureSize == .thumbnails {
            most = Size(min(room, 28), max(2, min(9, textRows / 2)))
        } else {
            // The words around it stay in view.
            most = Size(room, max(2, textRows * 2 / 3))
        }
        return PictureShelf.Key(address: address, most: most)
    }

    private func frame(_ key: PictureShelf.Key) -> PictureFrame {
        let text = theme[.text]
        // Where the terminal gives the colours, it may have said which.
        let isDark = terminalIsDark ?? theme.isDark
        return PictureFrame(
            size: key.most, means: pictures.showsPixels ? .pixels : .cells(colors: pictures.colors),
            cell: pictures.cell, ground: text.background.rgb ?? (isDark ? 0x000000 : 0xFFFFFF),
            ink: text.foreground.rgb ?? (isDark ? 0xFFFFFF : 0x000000))
    }

    /// Orders a picture that is neither here nor on its way.
    private mutating func order(_ key: PictureShelf.Key, for page: Page) -> [Effect] {
        pictures.use(key)
        guard pictures.obstacle == nil else { return [] }
        let frame = frame(key)
        var entry = pictures[key] ?? PictureShelf.Kept(frame: frame)
        if pictures[key] != nil {
            let last = entry.token == nil ? entry.shown?.frame : entry.frame
            if last == frame || entry.problem != nil { return [] }
        }
        var effects = entry.token.map { [Effect.cancel($0)] } ?? []
        entry.frame = frame
        entry.token = nil
        entry.problem =
            page.mayShow(key.address) ? pictures.relative(of: key)?.problem : .refused
        if entry.problem == nil {
            let token = newToken()
            entry.token = token
            effects.append(
                .picture(
                    token, PictureOrder(address: key.address, page: page.address, frame: frame)))
            if !pictures.isTerminalAsked {
                pictures.isTerminalAsked = true
                effects.insert(.askForPixels, at: 0)
            }
        }
        pictures[key] = entry
        pictures.use(key)
        return effects
    }

    /// What the page shows of a picture.
    private func space(for key: PictureShelf.Key) -> PictureSpace? {
        if let obstacle = pictures.obstacle { return .word(Messages.picture(.draw(obstacle))) }
        guard let entry = pictures[key] else { return nil }
        if let problem = entry.problem { return .word(Messages.picture(problem)) }
        if let size = entry.shown?.size { return .picture(columns: size.columns, rows: size.rows) }
        // Its proportions are known from when the page was of another width.
        guard let natural = pictures.relative(of: key)?.shown?.natural else {
            return .word(Messages.pictureComes)
        }
        let size = entry.frame.cells(for: natural)
        return .picture(columns: size.columns, rows: size.rows)
    }

    /// A picture was made ready, or was not; late results of what was given up are dropped.
    mutating func pictured(
        _ token: Token, _ result: Result<Picture, PictureProblem>
    ) -> [Effect] {
        guard let key = pictures.key(of: token), var entry = pictures[key] else { return [] }
        entry.token = nil
        var effects: [Effect] = []
        switch result {
        case .failure(let problem):
            if case .draw(.missing) = problem, case .draw(let error) = problem {
                pictures.obstacle = error
                _ = fail(Messages.picturesNeed(error))
            }
            entry.problem = problem
        case .success(let picture):
            let content: PictureShelf.Shown.Content
            switch picture.content {
            case .cells(let cells):
                if let number = entry.number { effects.append(.forgetPicture(number)) }
                content = .cells(cells)
            case .pixels(let pixels):
                guard let number = entry.number ?? pictures.freeNumber else {
                    pictures[key] = nil
                    return []
                }
                content = .number(number)
                effects.append(.sendPicture(number, pixels, picture.size))
            }
            entry.shown = PictureShelf.Shown(
                frame: entry.frame, natural: picture.natural, size: picture.size, content: content)
        }
        pictures[key] = entry
        return effects
    }

    private func cancel(_ tokens: [Token]) -> [Effect] { tokens.map { .cancel($0) } }
}

extension Page {
    /// A page from the network never shows a local file.
    fileprivate func mayShow(_ picture: Address) -> Bool {
        switch picture.scheme {
        case "http", "https", "data", "lectern": true
        case "file": isLocal
        default: false
        }
    }

    /// Sets a figure with a picture or without, keeping the reader's place.
    mutating func set(_ space: PictureSpace?, atPicture block: Int) {
        guard layout.pictures[block] != space else { return }
        // Only in the block at the top do lines move under the eye: any other is above or below the screen's top line.
        guard block == top.block else { return layout.set(space, atPicture: block) }
        let eye = eyeAtTop()
        layout.set(space, atPicture: block)
        look(at: eye)
    }

    /// Takes all pictures away.
    mutating func removePictures() {
        for block in layout.pictures.keys { set(nil, atPicture: block) }
    }
}

extension Article {
    /// Is there anything to show?
    var hasPictures: Bool { blocks.contains { $0.picture != nil } }

    fileprivate func figures(in range: ClosedRange<Int>) -> [(block: Int, figure: Figure)] {
        blocks.indices.clamped(to: range.lowerBound..<(range.upperBound + 1)).compactMap { block in
            blocks[block].picture.map { (block, $0) }
        }
    }
}

extension Block {
    /// The figure that it is, where that has an address.
    var picture: Figure? {
        if case .figure(let figure) = content, figure.address != nil { figure } else { nil }
    }
}

extension Color {
    /// 0xRRGGBB; nil where the terminal gives the colour.
    fileprivate var rgb: UInt32? {
        switch self {
        case .standard: nil
        case .indexed(let index): Palette.rgb(of: index)
        case .rgb(let value): value
        }
    }
}
