import Drawing
import LecternCore
import Reading
import Support
import Testing

private func page(_ title: String, address: String? = nil) -> Article {
    Article(
        title: title, address: address.flatMap { Address($0) },
        blocks: (1...30).map { number in
            Block(
                .paragraph(RichText("Paragraph \(number) of \(title).")),
                fragments: ["p\(number)"])
        })
}

private let list = Feed(
    title: "A list",
    entries: [
        Entry(title: "One", source: .file("/one.html")),
        Entry(title: "Two", source: nil, article: page("Two")),
        Entry(title: "Three", source: .file("/three.html")),
    ])

@Suite struct Opening {
    @Test func `a page that arrives is pushed, and the way back restores the place exactly`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("2", "j", "]", "enter")
        let before = Array(reader.screen.dropLast())
        reader.receive(.success(.article(page("The moon"))))
        #expect(reader.text.contains("Paragraph 1 of The moon."))
        reader.press("3", "j")
        let there = reader.screen
        reader.press("H")
        #expect(Array(reader.screen.dropLast()) == before)
        reader.press("L")
        #expect(reader.screen == there)
        reader.press("backspace")
        #expect(Array(reader.screen.dropLast()) == before)
    }

    @Test func `the ends of the way are named`() {
        var reader = Script(.tides)
        reader.press("H")
        #expect(reader.status.contains("nothing further back"))
        reader.press("L")
        #expect(reader.status.contains("nothing further ahead"))
    }

    @Test func `a fragment is where the new page begins`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("4", "]", "enter")
        let article = page("Waves")
        #expect(reader.state.loading?.purpose == .follow(fragment: "part-two"))
        reader.receive(.success(.article(article)))
        #expect(reader.status.contains("no place named #part-two"))
        var other = Script(.tides, size: Size(60, 12))
        _ = other.state.open(.file("/x"), purpose: .follow(fragment: "p9"))
        other.receive(.success(.article(article)))
        #expect(other.screen[1].contains("Paragraph 9"))
    }

    @Test func `a second fetch gives up the first, whose late result is dropped`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("]", "enter", "4", "]", "enter")
        let opened = reader.takeEffects()
        #expect(opened.count == 3)
        #expect(opened[1] == .cancel(Token(1)))
        reader.perform(.opened(Token(1), .success(.article(page("Late")))))
        #expect(!reader.text.contains("Late"))
        #expect(reader.state.loading?.token == Token(2))
        reader.perform(.loaded(Token(1), bytes: 9, of: nil))
        #expect(reader.state.loading?.bytes == 0)
        reader.perform(.opened(Token(2), .success(.article(page("Right")))))
        #expect(reader.text.contains("Right"))
        reader.perform(.opened(Token(2), .success(.article(page("Twice")))))
        #expect(!reader.text.contains("Twice"))
    }

    @Test func `progress is told after the first second`() {
        var reader = Script(.tides, size: Size(80, 12))
        reader.press("]", "enter")
        reader.perform(.loaded(Token(1), bytes: 12_000, of: 48_000))
        #expect(!reader.status.contains("kB"))
        reader.state.loading?.seconds = 2
        #expect(reader.status.contains("12 kB of 48 kB · 25 % · 2 s"))
        reader.perform(.loaded(Token(1), bytes: 3_400_000, of: nil))
        #expect(reader.status.contains("3.4 MB · 2 s"))
        #expect(reader.state.isWaiting)
    }

    @Test func `going back gives up the fetch`() {
        var reader = Script(.tides)
        reader.state.show(.article(page("Second")), from: .file("/second"))
        _ = reader.state.open(.file("/third"))
        reader.press("H")
        #expect(reader.takeEffects() == [.cancel(Token(1))])
        reader.perform(.opened(Token(1), .success(.article(page("Third")))))
        #expect(reader.text.contains("Why the sea moves"))
    }

    @Test(arguments: [
        (OpenError.notFound("/x"), "/x"), (.notPermitted("/x"), "/x"),
        (.isDirectoryEmpty("/x"), "holds no articles"), (.unreadable("/x", reason: "why"), "why"),
        (.badAddress("x:"), "x:"), (.unknownHost("a.example"), "a.example"),
        (.unreachable("a.example", reason: "refused"), "refused"),
        (.timedOut("a.example"), "too long"), (.tooManyRedirects("http://a/"), "circle"),
        (.refusedRedirect("ftp://a/"), "ftp://a/"), (.status(404, "http://a/"), "404"),
        (.status(503, "http://a/"), "503"), (.status(403, "http://a/"), "http://a/"),
        (.insecure("a.example", reason: "expired"), "expired"),
        (.tooLarge("http://a/", limit: 20 << 20), "20 MB"),
        (.notAnArticle("http://a/x.pdf", kind: "a PDF"), "a PDF"), (.empty("/x"), "no text"),
    ])
    func `every failure is one sentence, and nothing is lost`(_ error: OpenError, _ words: String) {
        var reader = Script(.tides, size: Size(150, 12))
        reader.press("3", "j", "]", "enter")
        let before = Array(reader.screen.dropLast())
        reader.receive(.failure(error))
        #expect(reader.status.contains(words))
        #expect(reader.drawn(.error).count == 1)
        #expect(Array(reader.screen.dropLast()) == before)
        reader.press("j")
        #expect(reader.state.notice == nil)
    }

    @Test func `what could not be opened can go to the browser, until something else is done`()
        throws
    {
        let pdf = try #require(Address("https://example.org/paper.pdf"))
        var reader = Script(.tides)
        _ = reader.state.open(.address(pdf))
        reader.receive(.failure(.notAnArticle(pdf.string, kind: "a PDF")))
        var later = reader
        reader.press("o")
        #expect(reader.effects == [.browse(pdf)])
        later.press("j", "o")
        #expect(later.effects == [.browse(try #require(Address("https://example.net/tides.html")))])
    }

    @Test func `a sentence longer than the line takes more of them`() {
        var reader = Script(.tides, size: Size(30, 12))
        _ = reader.state.open(.file("/x"))
        reader.receive(.failure(.unreachable("a.long.example.org", reason: "connection refused")))
        let said = reader.drawn(.error).joined(separator: " ")
        #expect(said.hasPrefix("a.long.example.org does not"))
        #expect(said.hasSuffix("try again later."))
    }

    @Test func `hostile words in an error reach the screen without their escapes`() {
        var reader = Script(.tides)
        _ = reader.state.open(.file("/x"))
        reader.receive(.failure(.unreadable("\u{1B}[2Jx\u{202E}", reason: "\u{9B}31m\n\r")))
        #expect(reader.status.contains("[2Jx"))
        #expect(!reader.text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }

    @Test func `loading again keeps the place by its words and the marks`() {
        var reader = Script(page("Again", address: "http://a.example/x"), size: Size(60, 12))
        reader.press("1", "0", "j", "m", "a", "ctrl-r")
        let word = reader.screen[1].isEmpty ? reader.screen[2] : reader.screen[1]
        #expect(reader.effects == [.open(Token(1), .file("/articles/page.html"))])
        var newer = page("Again", address: "http://a.example/x")
        newer = Article(
            title: newer.title, address: newer.address,
            blocks: [Block(.paragraph(RichText("News at the top.")))] + newer.blocks)
        reader.receive(.success(.article(newer)))
        #expect(reader.screen[1] == word)
        #expect(reader.status.contains("Loaded again."))
        #expect(reader.state.trail.stops.count == 1)
        reader.press("g")
        #expect(reader.text.contains("News at the top."))
        reader.press("'", "a")
        #expect(reader.screen[1] == word)
    }

    @Test func `standard input cannot be loaded again`() {
        var reader = Script(.tides, from: .standardInput)
        reader.press("ctrl-r")
        #expect(reader.effects.isEmpty)
        #expect(reader.status.contains("second time"))
    }

    @Test func `before anything is open the reader waits, fails and quits in peace`() {
        var reader = Script(nil)
        #expect(reader.status.contains("Nothing is open"))
        _ = reader.state.open(.file("/x.html"))
        #expect(reader.status.contains("Loading /x.html"))
        reader.receive(.failure(.notFound("/x.html")))
        #expect(reader.status.contains("/x.html"))
        for key in ["j", "}", "f", "r", "t", "/", "escape", "n", "y", "p", "'", "a", "+", "ctrl-r"]
        {
            reader.press(key)
        }
        #expect(reader.takeEffects().isEmpty)
        reader.press("q")
        #expect(reader.effects == [.quit])
    }
}

@Suite struct Closing {
    @Test func `q leaves the pane, then the page, then the program`() {
        var reader = Script(.feed(list))
        reader.state.show(.article(.tides), from: .file("/one.html"))
        reader.state.show(.article(page("Deeper")), from: .file("/two.html"))
        reader.state.paneIsOpen = true
        reader.state.focus = .pane
        reader.press("q")
        #expect(!reader.state.paneIsOpen)
        #expect(reader.text.contains("Deeper"))
        reader.press("q")
        #expect(reader.state.trail.listing != nil)
        #expect(reader.effects.isEmpty)
        reader.press("q")
        #expect(reader.effects == [.quit])
    }

    @Test func `without a list q goes back a page and quits at the first`() {
        var reader = Script(.tides)
        reader.state.show(.article(page("Second")), from: .file("/second"))
        reader.press("q")
        #expect(reader.text.contains("Why the sea moves"))
        reader.press("q")
        #expect(reader.effects == [.quit])
    }

    @Test func `quitting works from every mode`() {
        for keys in [
            ["Q"], ["ctrl-c"], ["t", "Q"], ["?", "ctrl-c"], ["f", "ctrl-c"], ["m", "ctrl-c"],
        ] {
            var reader = Script(.tides)
            for key in keys { reader.press(key) }
            #expect(reader.effects == [.quit], "\(keys)")
        }
        var reader = Script(.tides)
        reader.perform(.event(.closed))
        #expect(reader.effects == [.quit])
    }
}
