import Drawing
import LecternCore
import Support
import Testing

@testable import Reading

/// Pictures on a page: keys in, orders and screen out.
@Suite struct `Pictures on a page` {
    private static func address(_ text: String) throws -> Address { try #require(Address(text)) }

    private static func prose(_ number: Int) -> Block {
        Block(
            .paragraph(
                RichText("Paragraph \(number) has words enough to take two lines of this screen.")))
    }

    /// Two paragraphs, a picture, and paragraphs to scroll through; then another picture far below.
    private static func article(
        _ pictures: [String] = ["https://example.org/boat.png", "https://example.org/quay.png"],
        from page: String = "https://example.org/page.html"
    ) throws -> Article {
        var blocks = [prose(1), prose(2)]
        for (index, picture) in pictures.enumerated() {
            blocks.append(
                Block(
                    .figure(
                        Figure(
                            address: try address(picture), alt: "Picture \(index + 1)",
                            caption: RichText("Caption \(index + 1)")))))
            for number in 1...20 { blocks.append(prose(100 * (index + 1) + number)) }
        }
        return Article(title: "Boats", address: try address(page), blocks: blocks)
    }

    private static func reader(
        _ article: Article, size: Size = Size(40, 20), pictures: PictureSize = .off
    ) -> Script {
        var preferences = Preferences.test
        preferences.pictures = pictures
        let source = article.address.map { Source.address($0) } ?? .standardInput
        return Script(article, from: source, size: size, preferences: preferences)
    }

    /// The picture orders among effects.
    private static func orders(_ effects: [Effect]) -> [(token: Token, order: PictureOrder)] {
        effects.compactMap {
            if case .picture(let token, let order) = $0 { (token, order) } else { nil }
        }
    }

    /// Cells all alike, as many as the frame has places for a square.
    private static func picture(
        _ size: Size, natural: Size = Size(800, 800), color: Color = .indexed(200)
    ) throws -> Picture {
        let cell = try #require(
            PictureCell(scalar: 0x2588, foreground: color, background: .standard))
        return Picture(
            natural: natural, size: size,
            content: .cells(Array(repeating: cell, count: size.columns * size.rows)))
    }

    @Test func `nothing is ordered before the reader wants pictures`() throws {
        var reader = Self.reader(try Self.article())
        reader.press("j", "space", "g", "T")
        #expect(Self.orders(reader.effects).isEmpty)
        #expect(!reader.effects.contains(.askForPixels))
        #expect(reader.text.contains("▣ Picture 1"))
    }

    @Test func `i orders the pictures nearby, once, and asks the terminal first`() throws {
        var reader = Self.reader(try Self.article())
        reader.press("i")
        let effects = reader.takeEffects()
        #expect(effects.first == .askForPixels)
        let orders = Self.orders(effects)
        #expect(orders.map(\.order.address.string) == ["https://example.org/boat.png"])
        #expect(orders.first?.order.page?.string == "https://example.org/page.html")
        #expect(orders.first?.order.frame.size.columns == reader.state.measure)
        #expect(reader.text.contains("▣ Picture 1\n   Caption 1 · coming"))
        reader.press("j", "k")
        #expect(Self.orders(reader.takeEffects()).isEmpty)
    }

    @Test func `a picture stands above its words, and i takes it away`() throws {
        var reader = Self.reader(try Self.article())
        reader.press("i")
        let token = try #require(Self.orders(reader.takeEffects()).first?.token)
        let before = reader.screen
        reader.perform(.pictured(token, .success(try Self.picture(Size(8, 4)))))
        let row = try #require(reader.place(of: "▣ Picture 1")?.row)
        #expect(reader.screen[(row - 4)..<row].allSatisfy { $0.trimmedBlanks == "████████" })
        #expect(reader.surface[2, row - 1].style.foreground == .indexed(200))
        #expect(reader.screen[0..<(row - 4)] == before[0..<(row - 4)])
        reader.press("i")
        #expect(!reader.text.contains("█"))
        #expect(reader.status.contains("hidden"))
    }

    @Test func `the words at the top stay there when a picture above or among them comes`() throws {
        var reader = Self.reader(try Self.article(), pictures: .on)
        let orders = Self.orders(reader.takeEffects())
        // Down until the caption is the first line.
        while !reader.screen[1].contains("Caption 1") { reader.press("j") }
        let token = try #require(orders.first?.token)
        reader.perform(.pictured(token, .success(try Self.picture(Size(20, 9)))))
        #expect(reader.screen[1].contains("Caption 1"))
        reader.press("k", "k")
        #expect(reader.screen[1].contains("██"))
        reader.press("j", "j", "j", "j")
        let top = reader.screen[1]
        reader.resize(60, 20)
        #expect(reader.screen[1].contains(top.trimmedBlanks.prefix(12)))
    }

    @Test func `what is scrolled past or left is given up, and comes too late`() throws {
        var reader = Self.reader(try Self.article(), pictures: .thumbnails)
        let token = try #require(Self.orders(reader.takeEffects()).first?.token)
        reader.press("G")
        #expect(reader.effects.contains(.cancel(token)))
        let before = reader.screen
        reader.perform(.pictured(token, .success(try Self.picture(Size(8, 4)))))
        #expect(reader.screen == before)
        reader.takeEffects()
        reader.press("g")
        #expect(Self.orders(reader.takeEffects()).count == 1)
    }

    @Test func `of another width it is ordered anew, and stretched until it comes`() throws {
        var reader = Self.reader(try Self.article(), pictures: .on)
        let token = try #require(Self.orders(reader.takeEffects()).first?.token)
        reader.perform(.pictured(token, .success(try Self.picture(Size(24, 12)))))
        reader.resize(24, 20)
        let orders = Self.orders(reader.takeEffects())
        #expect(orders.count == 1)
        let wanted = try #require(orders.first?.order.frame).cells(for: Size(800, 800))
        let stretched = reader.screen.filter { $0.contains("█") }
        #expect(stretched.count == min(wanted.rows, stretched.count))
        #expect(stretched.first?.trimmedBlanks.count == wanted.columns)
    }

    @Test func `I goes between small and large`() throws {
        var reader = Self.reader(try Self.article(), pictures: .thumbnails)
        let small = try #require(Self.orders(reader.takeEffects()).first).order.frame
        reader.press("I")
        let large = try #require(Self.orders(reader.takeEffects()).first).order.frame
        #expect(small.size.columns < large.size.columns && small.size.rows < large.size.rows)
        #expect(reader.status.contains("Large"))
    }

    @Test func `a picture that cannot be shown says why, and is not ordered again`() throws {
        var reader = Self.reader(try Self.article(), size: Size(80, 20), pictures: .on)
        let token = try #require(Self.orders(reader.takeEffects()).first?.token)
        reader.perform(
            .pictured(token, .failure(.open(.status(404, "https://example.org/boat.png")))))
        #expect(reader.text.contains("Caption 1 · not shown: the server says 404"))
        reader.press("j", "k")
        reader.resize(60, 20)
        #expect(Self.orders(reader.takeEffects()).isEmpty)
        reader.press("i", "i")
        #expect(Self.orders(reader.takeEffects()).count == 1)
    }

    @Test func `a missing library is named once, with its package, and nothing more is ordered`()
        throws
    {
        var reader = Self.reader(try Self.article(), size: Size(100, 20), pictures: .on)
        let token = try #require(Self.orders(reader.takeEffects()).first?.token)
        let missing = PictureError.missing(library: "chafa", package: "libchafa0")
        reader.perform(.pictured(token, .failure(.draw(missing))))
        #expect(reader.status.contains("apt install libchafa0"))
        #expect(reader.text.contains("not shown: chafa is not installed"))
        reader.press("G")
        #expect(Self.orders(reader.takeEffects()).isEmpty)
    }

    @Test func `a page from the network shows no file of this computer`() throws {
        let picture = ["file:///etc/motd.png"]
        var web = Self.reader(try Self.article(picture), pictures: .on)
        #expect(Self.orders(web.takeEffects()).isEmpty)
        #expect(web.text.contains("not shown"))
        let page = try Self.article(picture, from: "file:///etc/page.html")
        var local = Script(page, from: .file("/etc/page.html"), size: Size(40, 20))
        local.press("i")
        #expect(Self.orders(local.takeEffects()).count == 1)
    }

    @Test func `a terminal with pixels gets them, and the page characters that stand for them`()
        throws
    {
        var reader = Self.reader(try Self.article(), pictures: .on)
        let first = try #require(Self.orders(reader.takeEffects()).first)
        reader.perform(.event(.showsPixels))
        let effects = reader.takeEffects()
        #expect(effects.first == .cancel(first.token))
        let second = try #require(Self.orders(effects).first)
        #expect(second.order.frame.means == .pixels)
        let pixels = PicturePixels(size: Size(2, 2), bytes: Array(repeating: 7, count: 12))
        reader.perform(
            .pictured(
                second.token,
                .success(
                    Picture(natural: Size(2, 2), size: Size(3, 2), content: .pixels(pixels)))))
        #expect(reader.takeEffects() == [.sendPicture(16, pixels, Size(3, 2))])
        let row = try #require(reader.place(of: "▣ Picture 1")?.row) - 1
        let cell = reader.surface[3, row]
        #expect(Array(cell.text.unicodeScalars) == ["\u{10EEEE}", "\u{30D}", "\u{30E}"])
        #expect(cell.style.foreground == .rgb(16))
    }

    @Test func `the terminal is told to forget pictures that were left long ago`() throws {
        let pictures = (1...80).map { "https://example.org/\($0).png" }
        var reader = Self.reader(try Self.article(pictures), pictures: .thumbnails)
        reader.perform(.event(.showsPixels))
        let pixels = PicturePixels(size: Size(1, 1), bytes: [1, 2, 3])
        var (sent, forgotten): (Set<PictureNumber>, Int) = ([], 0)
        for _ in 0..<400 {
            for effect in reader.takeEffects() {
                switch effect {
                case .picture(let token, _):
                    reader.perform(
                        .pictured(
                            token,
                            .success(
                                Picture(
                                    natural: Size(9, 9), size: Size(2, 1),
                                    content: .pixels(pixels)))))
                case .sendPicture(let number, _, _): sent.insert(number)
                case .forgetPicture(let number):
                    #expect(sent.remove(number) != nil)
                    forgotten += 1
                default: break
                }
            }
            reader.press("space")
        }
        #expect(forgotten > 20)
        #expect(sent.count <= 48)
    }

    @Test func `O opens the picture on the screen, of several the one that is typed`() throws {
        let boat = try Self.address("https://example.org/boat.png")
        let quay = try Self.address("https://example.org/quay.png")
        var reader = Self.reader(try Self.article())
        reader.press("O")
        #expect(reader.takeEffects() == [.browse(boat)])
        reader.press("o")
        #expect(
            reader.takeEffects() == [.browse(try Self.address("https://example.org/page.html"))])
        reader.press("2", "space", "O")
        #expect(reader.status.contains("no picture on this screen"))
        reader.resize(40, 90)
        reader.press("g", "O")
        #expect(reader.takeEffects().isEmpty)
        #expect(reader.status.contains("Type a picture's letters"))
        #expect(reader.screen.contains { $0.contains("s▣ Picture 2") })
        reader.press("s")
        #expect(reader.takeEffects() == [.browse(quay)])
        #expect(reader.state.mode == .normal)
    }

    @Test func `no text of a page can stand for a picture of the terminal`() {
        var surface = Surface(size: Size(8, 1))
        surface.put("a\u{10EEEE}\u{305}\u{305}b", at: Position(0, 0), style: Style())
        #expect(surface.lines == ["ab"])
    }

    @Test func `pictures fit every screen`() throws {
        for columns in [12, 20, 33, 80, 200] {
            for rows in [3, 6, 12, 50] {
                var reader = Self.reader(
                    try Self.article(), size: Size(columns, rows), pictures: .on)
                for _ in 0..<12 {
                    for (token, order) in Self.orders(reader.takeEffects()) {
                        let size = order.frame.cells(for: Size(3_000, 2_000))
                        #expect(size.columns <= reader.state.measure && size.rows <= max(2, rows))
                        reader.perform(.pictured(token, .success(try Self.picture(size))))
                    }
                    _ = reader.screen
                    reader.press("d")
                }
            }
        }
    }
}
