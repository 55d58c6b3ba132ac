import Drawing
import LecternCore
import Reading
import Support
import Testing

private func address(_ text: String) throws -> Address { try #require(Address(text)) }

@Suite struct Links {
    @Test func `brackets go from link to link, lit and named, and round the end`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("]")
        #expect(reader.drawn(.selectedLink) == ["the moon"])
        #expect(reader.status.contains("→ https://example.org/moon.html"))
        reader.press("]", "]", "]")
        #expect(reader.drawn(.selectedLink) == ["a book on waves"])
        reader.press("]")
        #expect(reader.status.contains("Went on from the first link"))
        #expect(reader.drawn(.selectedLink) == ["the moon"])
        reader.press("[")
        #expect(reader.status.contains("Went on from the last link"))
        reader.press("2", "[")
        #expect(reader.drawn(.selectedLink) == ["the tables"])
    }

    @Test func `the next link is looked for from what is in view`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("3", "}", "]")
        #expect(reader.drawn(.selectedLink) == ["a book on waves"])
        reader.press("g", "[")
        #expect(reader.drawn(.selectedLink).first == "the moon")
    }

    @Test func `enter follows the selected link and nothing else`() throws {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("enter")
        #expect(reader.status.contains("No link is selected"))
        reader.press("]", "enter")
        let moon = try address("https://example.org/moon.html")
        #expect(reader.effects == [.open(Token(1), .address(moon))])
        #expect(reader.status.contains("Loading https://example.org/moon.html"))
    }

    @Test func `a link to this page's own place jumps there`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("2", "]", "enter")
        #expect(reader.effects.isEmpty)
        #expect(reader.screen[1].contains("Tables"))
        reader.press("'", "'")
        #expect(reader.state.trail.page?.top.block ?? 9 < 3)
    }

    @Test func `back and forward go through the places on a page before they leave it`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("2", "]")
        let start = reader.state.trail.page?.top
        reader.press("enter", "3", "j")
        let there = reader.state.trail.page?.top
        reader.press("H")
        #expect(reader.state.trail.page?.top == start)
        reader.press("L")
        #expect(reader.state.trail.page?.top == there)
        // Only then is there nothing further back, or anything for q to close.
        reader.press("q")
        #expect(reader.state.trail.page?.top == start)
        #expect(reader.takeEffects().isEmpty)
        reader.press("H")
        #expect(reader.status.contains("where you began"))
        reader.press("q")
        #expect(reader.takeEffects() == [.quit])
    }

    @Test func `a place that the page does not have is named`() throws {
        var reader = Script(.tides)
        let nowhere = try address("https://example.net/tides.html#nowhere")
        _ = reader.state.follow(nowhere)
        #expect(reader.status.contains("#nowhere"))
    }

    @Test func `what is not for the web is asked about first`() throws {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("3", "]", "enter")
        let mail = try address("mailto:master@example.net")
        guard case .confirm(let confirmation) = reader.state.mode else {
            Issue.record("no question")
            return
        }
        #expect(confirmation.subject == .browse(mail))
        #expect(reader.text.contains("mailto:master@example.net"))
        #expect(reader.effects.isEmpty)
    }

    @Test func `a page from the network never opens a local file`() throws {
        let secret = try address("file:///etc/passwd")
        var web = Script(.tides, from: .address(try address("https://example.net/tides.html")))
        _ = web.state.follow(secret)
        #expect(web.status.contains("may not open files"))
        #expect(web.state.loading == nil)
        var piped = Script(Article(title: "Piped", blocks: []), from: .standardInput)
        _ = piped.state.follow(secret)
        #expect(piped.state.loading == nil)
        var local = Script(Article(title: "Mine", blocks: []), from: .file("/home/page.html"))
        #expect(local.state.follow(secret) == [.open(Token(1), .file("/etc/passwd"))])
    }

    @Test func `hints follow by letters and leave the link selected for the way back`() throws {
        var reader = Script(.tides, size: Size(60, 16))
        reader.press("f")
        #expect(reader.drawn(.hint).joined().filter(\.isLetter).count == 3)
        reader.press("s")
        #expect(reader.state.mode == .normal)
        #expect(reader.screen[1].contains("Tables"))
        reader.press("g", "f", "a")
        let moon = try address("https://example.org/moon.html")
        #expect(reader.effects == [.open(Token(1), .address(moon))])
        #expect(reader.drawn(.selectedLink) == ["the moon"])
    }

    @Test func `hints leave the words of their links readable where there is room`() {
        var reader = Script(.tides, size: Size(60, 16))
        reader.press("f")
        #expect(reader.text.contains("the moon"))
        #expect(reader.text.contains("athe moon"))
        reader.press("escape")
        #expect(!reader.text.contains("athe moon"))
    }

    @Test func `wrong letters say so, backspace takes one back, then leaves`() {
        var reader = Script(.tides, size: Size(60, 16))
        reader.press("f", "x")
        #expect(reader.status.contains("No link has these letters"))
        guard case .hints = reader.state.mode else {
            Issue.record("hints were left")
            return
        }
        reader.press("backspace")
        #expect(reader.state.mode == .normal)
    }

    @Test func `no hint is the beginning of another, and short ones come first`() {
        for count in [0, 1, 9, 10, 20, 81, 82, 300, 1_000] {
            let blocks = (0..<count).map { number in
                Block(
                    .paragraph(
                        RichText("x", spans: [Span(range: 0..<1, link: LinkID(number))])))
            }
            let links = (0..<count).compactMap { number in
                Address("https://example.org/\(number)").map { Link(text: "x", address: $0) }
            }
            var reader = Script(
                Article(title: "Links", blocks: blocks, links: links), size: Size(30, 4_000))
            reader.press("f")
            guard case .hints(let hints) = reader.state.mode else {
                #expect(count == 0)
                continue
            }
            #expect(hints.labels.count == count)
            #expect(Set(hints.labels).count == count)
            let sorted = hints.labels.sorted()
            for (one, next) in zip(sorted, sorted.dropFirst()) {
                #expect(!next.hasPrefix(one))
            }
            let longest = count <= 9 ? 1 : count <= 81 ? 2 : count <= 729 ? 3 : 4
            #expect(hints.labels.allSatisfy { $0.count <= longest })
        }
    }

    @Test func `a click on a link follows it, elsewhere it does nothing`() throws {
        var reader = Script(.tides, size: Size(60, 16))
        let place = try #require(reader.place(of: "the moon"))
        reader.click(place.column - 2, place.row)
        #expect(reader.effects.isEmpty)
        reader.click(place.column + 3, place.row)
        let moon = try address("https://example.org/moon.html")
        #expect(reader.effects == [.open(Token(1), .address(moon))])
    }

    @Test func `the wheel scrolls by three lines`() {
        var reader = Script(.tides, size: Size(60, 12))
        var keys = reader
        reader.wheel(.wheelDown, at: 5, 5)
        keys.press("3", "j")
        #expect(reader.screen.dropLast() == keys.screen.dropLast())
        reader.wheel(.wheelUp, at: 5, 5)
        #expect(reader.state.trail.page?.top == .start)
    }

    @Test func `copying takes the link, else the page, or the paragraph`() {
        var reader = Script(.tides, size: Size(90, 12))
        reader.press("y", "y")
        #expect(reader.takeEffects() == [.copy("https://example.net/tides.html")])
        reader.press("]", "y", "y")
        #expect(reader.takeEffects() == [.copy("https://example.org/moon.html")])
        reader.press("}", "y", "p")
        guard case .copy(let text)? = reader.takeEffects().first else {
            Issue.record("nothing copied")
            return
        }
        #expect(text.hasPrefix("Being near, the moon"))
        #expect(reader.status.contains("Copied: Being near"))
    }

    @Test func `only web addresses go to the browser`() throws {
        var reader = Script(.tides, size: Size(90, 12))
        reader.press("o")
        #expect(reader.takeEffects() == [.browse(try address("https://example.net/tides.html"))])
        reader.press("3", "]", "o")
        #expect(reader.takeEffects().isEmpty)
        #expect(reader.status.contains("Only http and https"))
        var local = Script(Article(title: "Mine", blocks: []), from: .file("/home/page.html"))
        local.press("o")
        #expect(local.effects.isEmpty)
        var piped = Script(Article(title: "Piped", blocks: []), from: .standardInput)
        piped.press("o")
        #expect(piped.status.contains("no address"))
    }
}

@Suite struct Related {
    @Test func `the list names title and host, and follows`() throws {
        var reader = Script(.tides)
        reader.press("r")
        #expect(reader.text.contains("How waves break"))
        #expect(reader.text.contains("example.org"))
        #expect(reader.text.contains("no address"))
        reader.press("enter")
        let waves = try address("https://example.org/break.html")
        #expect(reader.effects == [.open(Token(1), .address(waves))])
        #expect(reader.state.mode == .normal)
    }

    @Test func `a title without address can be looked for and copied`() throws {
        var reader = Script(.tides)
        reader.press("r", "j", "enter")
        #expect(reader.text.contains("lost the address"))
        #expect(reader.effects.isEmpty)
        reader.press("o")
        #expect(
            reader.takeEffects() == [
                .browse(try address("https://duckduckgo.com/?q=The%20lost%20lighthouse"))
            ])
        reader.press("y")
        #expect(reader.takeEffects() == [.copy("The lost lighthouse")])
    }

    @Test func `a page without recommendations says so`() {
        var reader = Script(Article(title: "Alone", blocks: []))
        reader.press("r")
        #expect(reader.status.contains("recommends no other"))
    }
}

@Suite struct Footnotes {
    private let article: Article = {
        var text = RichText("A claim")
        text.append("1", note: NoteID(0))
        text.append(" stands here.")
        let filler = (1...40).map { Block(.paragraph(RichText("Paragraph \($0)."))) }
        return Article(
            title: "Noted", blocks: [Block(.paragraph(text))] + filler,
            notes: [Note(label: "1", text: RichText("The ground for it."))])
    }()

    @Test func `a note comes up over the page and goes again`() {
        for key in ["escape", "q", "j"] {
            var reader = Script(article, size: Size(40, 12))
            reader.press("]")
            let before = reader.screen
            reader.press("enter")
            #expect(reader.text.contains("── 1 ───"))
            #expect(reader.text.contains("The ground for it."))
            #expect(reader.text.contains("A claim"))
            reader.press(key)
            #expect(reader.screen == before)
        }
    }

    @Test func `a long note is moved in, a press of the mouse closes it`() {
        let words = String(repeating: "many words of a note ", count: 30) + "and its end"
        var text = RichText("A claim")
        text.append("1", note: NoteID(0))
        let filler = (1...40).map { Block(.paragraph(RichText("Paragraph \($0)."))) }
        var reader = Script(
            Article(
                title: "Noted", blocks: [Block(.paragraph(text))] + filler,
                notes: [Note(label: "1", text: RichText(words))]), size: Size(40, 12))
        reader.press("]", "enter")
        #expect(reader.text.contains("── 1 ↓"))
        for _ in 0..<30 { reader.press("space") }
        #expect(reader.text.contains("its end"))
        #expect(reader.text.contains("A claim"))
        reader.click(3, 3)
        #expect(reader.state.mode == .normal)
    }

    @Test func `a mark leads to its note and the note back to its mark`() {
        var reader = Script(article, size: Size(40, 12))
        reader.press("]", "enter", "enter")
        #expect(reader.text.contains("The ground for it."))
        #expect(reader.drawn(.selectedLink).first?.contains("1") == true)
        #expect(reader.drawn(.cited) == ["The ground for it."])
        reader.press("H")
        #expect(reader.text.contains("A claim"))
        reader.press("L", "enter")
        #expect(reader.text.contains("A claim"))
        reader.press("f", "a", "enter")
        #expect(reader.text.contains("The ground for it."))
        reader.press("'", "'")
        #expect(reader.text.contains("A claim"))
        #expect(reader.effects.isEmpty)
    }
}

@Suite struct Lists {
    private func entry(_ title: String) -> Entry {
        Entry(
            title: title, source: nil,
            article: Article(
                title: title, blocks: [Block(.paragraph(RichText("Words of \(title).")))]))
    }

    @Test func `the next and the previous article of the list, without going back to it`() {
        let far = Entry(title: "Far", source: .file("/far.html"))
        let feed = Feed(title: "A list", entries: [entry("One"), entry("Two"), far])
        var reader = Script(.feed(feed))
        reader.press("enter")
        #expect(reader.text.contains("Words of One."))
        reader.press("J")
        #expect(reader.text.contains("Words of Two."))
        reader.press("K")
        #expect(reader.text.contains("Words of One."))
        reader.press("K")
        #expect(reader.status.contains("first article of the list"))
        reader.press("2", "J")
        #expect(reader.effects == [.open(Token(1), .file("/far.html"))])
        #expect(reader.text.contains("Words of One."))
        let fetched = Article(title: "Far", blocks: [Block(.paragraph(RichText("Far words.")))])
        reader.receive(.success(.article(fetched)))
        #expect(reader.text.contains("Far words."))
        #expect(reader.state.trail.stops.count == 2)
        reader.press("J")
        #expect(reader.status.contains("last article of the list"))
        reader.press("q")
        #expect(reader.state.trail.listing?.read == [0, 1, 2])
        #expect(reader.state.trail.listing?.current == 2)
    }

    @Test func `a page from no list says so`() {
        var reader = Script(.tides)
        reader.press("J")
        #expect(reader.status.contains("came from no list"))
    }
}
