import Chat
import Drawing
import LecternCore
import Reading
import Support
import Testing

/// A feed of five entries: the first two carry their articles, the last has no address.
private let news = Feed(
    title: "Tidings",
    entries: [
        Entry(
            title: "Why the sea moves", source: address("https://example.net/tides"),
            author: "A Reader", published: "2025-03-01T08:00:00Z",
            text: "The sea comes and goes\ntwice a day.", article: .tides, site: "Sea News"),
        Entry(
            title: "How waves break", source: address("https://example.net/waves"),
            published: "2025-02-28", text: "They break when it is shallow.",
            article: Article(
                title: "How waves break",
                blocks: [Block(.paragraph(RichText("They break when it is shallow.")))])),
        Entry(
            title: "Émile and the Moon", source: address("https://example.net/moon"),
            published: "2025-02-20", text: ""),
        Entry(title: "Salt", source: .file("/articles/salt.md"), published: "2024-12-24"),
        Entry(title: "Lost at sea", source: nil),
    ])

private func address(_ text: String) -> Source {
    guard let address = Address(text) else { preconditionFailure(text) }
    return .address(address)
}

private func listing(_ feed: Feed = news, size: Size = Size(60, 20)) -> Script {
    var reader = Script(.feed(feed), from: address("https://example.net/feed"), size: size)
    reader.state.today = "2025-03-01"
    return reader
}

@Suite struct ListingTests {
    @Test func `the list shows title, age, where from, first words and what was read`() {
        let reader = listing()
        #expect(
            reader.screen.prefix(10) == [
                " Tidings                                         5 articles",
                "",
                " › Why the sea moves                                  today",
                "   Sea News · A Reader · The sea comes and goes twice a da…",
                " • How waves break                                yesterday",
                "   They break when it is shallow.",
                " • Émile and the Moon                                9 days",
                "   https://example.net/moon",
                " • Salt                                          2024-12-24",
                "",
            ])
        #expect(reader.drawn(.listSelected).first?.hasPrefix("› Why the sea moves") == true)
    }

    @Test func `a list of feeds counts feeds`() {
        var feeds = news
        feeds.isOfFeeds = true
        #expect(listing(feeds).screen[0].hasSuffix("5 feeds"))
    }

    @Test func `enter reads what the feed carries at once and fetches the rest`() {
        var reader = listing()
        reader.press("enter")
        #expect(reader.effects == [])
        #expect(reader.text.contains("The pull of the moon"))
        reader.press("q")
        #expect(reader.state.trail.listing?.read == [0])
        reader.press("j", "j", "enter")
        #expect(reader.takeOrders() == ["open 1 https://example.net/moon"])
        reader.receive(.success(.article(.tides)))
        #expect(reader.text.contains("The pull of the moon"))
        reader.press("q")
        #expect(reader.state.trail.listing?.read == [0, 2])
        reader.press("k")
        #expect(reader.drawn(.listRead).contains("Émile and the Moon"))
    }

    @Test func `an entry without an address says so`() {
        var reader = listing()
        reader.press("G", "enter")
        #expect(reader.status.contains("no address"))
        reader.press("o")
        #expect(reader.status.contains("no address"))
        #expect(reader.effects == [])
    }

    @Test func `o opens the entry in the browser and y y copies its address`() {
        var reader = listing()
        reader.press("j", "o", "y", "y")
        #expect(
            reader.takeOrders() == [
                "browse https://example.net/waves", "copy https://example.net/waves",
            ])
    }

    @Test func `J and K go on to the next and previous article without coming back`() {
        var reader = listing()
        reader.press("enter", "J")
        #expect(reader.text.contains("They break when it is shallow."))
        #expect(reader.state.trail.stops.count == 2)
        reader.press("J")
        #expect(reader.takeOrders() == ["open 1 https://example.net/moon"])
        reader.receive(.success(.article(.tides)))
        #expect(reader.state.trail.stops.count == 2)
        reader.press("K")
        #expect(reader.text.contains("They break when it is shallow."))
        reader.press("K", "K")
        #expect(reader.status.contains("first article"))
        reader.press("q")
        #expect(reader.state.trail.listing?.current == 0)
        #expect(reader.state.trail.listing?.read == [0, 1, 2])
    }

    @Test func `the filter takes every word, case only where it has a capital`() {
        var reader = listing()
        reader.press("/")
        reader.type("sea")
        #expect(reader.state.trail.listing?.visible == [0, 4])
        #expect(reader.text.contains("2 of 5 with “sea”"))
        reader.type(" twice")
        #expect(reader.state.trail.listing?.visible == [0])
        reader.press("ctrl-u")
        reader.type("Sea")
        #expect(reader.state.trail.listing?.visible == [0])
        reader.press("ctrl-u")
        reader.type("emile")
        #expect(reader.state.trail.listing?.visible == [2])
        // The only one left is what was meant.
        reader.press("enter")
        #expect(reader.takeOrders() == ["open 1 https://example.net/moon"])
    }

    @Test func `a filter that nothing passes says so, and escape takes it away`() {
        var reader = listing()
        reader.press("/")
        reader.type("zebra")
        #expect(reader.text.contains("Nothing here matches “zebra”"))
        reader.press("enter", "enter")
        #expect(reader.status.contains("nothing to read"))
        reader.press("/", "escape")
        #expect(reader.state.trail.listing?.visible == [0, 1, 2, 3, 4])
    }

    @Test func `J and K skip what the filter hides`() {
        var reader = listing()
        reader.press("/")
        reader.type("w")
        reader.press("ctrl-u")
        reader.type("sh")
        #expect(reader.state.trail.listing?.visible == [1])
        let list = reader.state.trail.listing
        #expect(list?.entry(1, from: 0) == 1)
        #expect(list?.entry(-1, from: 4) == 1)
        #expect(list?.entry(1, from: 1) == nil)
        #expect(list?.entry(-1, from: 1) == nil)
    }

    @Test func `moving keeps the selection in view in a long list`() {
        let entries = (1...100).map {
            Entry(title: "Entry \($0)", source: .file("\($0)"), text: "Words of \($0)")
        }
        var reader = listing(Feed(title: "Long", entries: entries), size: Size(40, 12))
        func selected(_ reader: Script) -> String { reader.drawn(.listSelected).first ?? "" }
        reader.press("space")
        #expect(selected(reader) == "› Entry 4")
        reader.press("G")
        #expect(selected(reader) == "› Entry 100")
        reader.press("b", "k")
        #expect(selected(reader) == "› Entry 96")
        reader.press("5", "0", "g")
        #expect(selected(reader) == "› Entry 50")
        reader.press("d", "u", "g")
        #expect(selected(reader) == "› Entry 1")
        reader.press("3", "j")
        #expect(selected(reader) == "› Entry 4")
        reader.resize(40, 5)
        #expect(selected(reader) == "› Entry 4")
    }

    @Test func `the wheel scrolls, a click selects and a second one reads`() {
        var reader = listing()
        reader.click(5, 6)
        #expect(reader.state.trail.listing?.current == 2)
        reader.click(5, 7)
        #expect(reader.takeOrders() == ["open 1 https://example.net/moon"])
    }

    @Test func `an empty list says so`() {
        let reader = listing(Feed(title: "Nothing", entries: []))
        #expect(reader.text.contains("This list is empty."))
    }

    @Test(arguments: [1, 2, 5, 20, 29, 30, 60, 100, 200], [1, 2, 4, 6, 9, 10, 24, 60])
    func `the list is drawn at every size with its selection in view`(columns: Int, rows: Int) {
        var reader = listing(size: Size(columns, rows))
        reader.press("G", "k")
        #expect(reader.screen.count == rows)
        if rows > 1, columns >= 20 {
            #expect(reader.drawn(.listSelected).first?.hasPrefix("› Salt") == true)
        }
    }

    @Test func `nothing that a feed says is obeyed by the terminal`() {
        let entry = Entry(
            title: "a\u{1B}[2Jb\u{202E}c", source: nil, author: "\u{9B}x", text: "\u{7}words")
        let reader = listing(Feed(title: "\u{1B}]0;x\u{7}", entries: [entry]))
        #expect(reader.text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isForbidden })
        #expect(reader.text.contains("a[2Jbc"))
    }

    @Test func `ages are told in days for two weeks, then as dates`() {
        let dates: [(String?, String)] = [
            ("2025-03-01", "today"), ("2025-02-28T23:59:59+01:00", "yesterday"),
            ("2025-02-16", "13 days"), ("2025-02-15", "2025-02-15"),
            ("2025-03-02", "2025-03-02"), ("1999", ""), ("soon", ""), (nil, ""),
        ]
        for (date, words) in dates {
            let reader = listing(
                Feed(title: "", entries: [Entry(title: "x", source: nil, published: date)]))
            let row = reader.screen[2]
            #expect(row == (words.isEmpty ? " › x" : row), "\(date ?? "")")
            #expect(row.hasSuffix(words), "\(date ?? "")")
        }
    }
}
