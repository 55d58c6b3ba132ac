import Drawing
import LecternCore
import Reading
import Support
import Testing

private func page(_ title: String, _ words: String..., related: [RelatedLink] = []) -> Article {
    Article(
        title: title,
        blocks: words.map { Block(.paragraph(RichText($0))) }
            + (1...30).map { Block(.paragraph(RichText("Filling \($0) of \(title)."))) },
        related: related)
}

/// Searching in all articles of the trail.
@Suite struct FindingEverywhere {
    private func trail() -> Script {
        var reader = Script(
            page("Harbours", "A quay of stone.", "No quay, no ship."), from: .file("/a"),
            size: Size(70, 16))
        reader.state.show(.article(page("Ships", "She lies at the quay.")), from: .file("/b"))
        reader.state.show(.article(page("Birds", "Gulls only.")), from: .file("/c"))
        reader.press("2", "j")
        return reader
    }

    @Test func `what is found is listed by article, the words lit`() {
        var reader = trail()
        reader.press("F")
        #expect(reader.status.hasPrefix(":find"))
        reader.type("QUAY")
        reader.press("backspace", "backspace", "backspace", "backspace")
        reader.type("quay")
        reader.press("enter")
        #expect(reader.text.contains("“quay”: 3 × in 2 articles"))
        #expect(reader.text.contains("A quay of stone."))
        #expect(reader.text.contains("She lies at the quay."))
        #expect(reader.drawn(.match).joined().contains("quay"))
        #expect(!reader.drawn(.listSelected).contains { $0.contains("Harbours") })
    }

    @Test func `enter goes to the place, with all matches there lit, and back leads back`() {
        var reader = trail()
        let left = reader.screen
        reader.press("F")
        reader.type("no quay")
        reader.press("enter", "enter")
        #expect(reader.state.trail.page?.article.title == "Harbours")
        #expect(reader.drawn(.currentMatch) == ["No quay"])
        reader.press("L", "L")
        #expect(Array(reader.screen.dropLast()) == Array(left.dropLast()))
        reader.press("F")
        reader.type("filling 30 of ships")
        reader.press("enter", "enter")
        #expect(reader.drawn(.currentMatch) == ["Filling 30 of Ships"])
    }

    @Test func `the next of the places in an article is reached by n`() {
        var reader = trail()
        reader.press("F")
        reader.type("quay")
        reader.press("enter", "enter", "n")
        #expect(reader.status.contains("2/2"))
    }

    @Test func `what is nowhere says so, and an article open twice is looked through once`() {
        var reader = trail()
        reader.press("F")
        reader.type("zebra")
        reader.press("enter")
        #expect(reader.status.contains("“zebra” is in none of the open articles"))
        reader.state.show(
            .article(page("Harbours", "A quay of stone.", "No quay, no ship.")), from: .file("/a"))
        reader.press("F")
        reader.type("stone")
        reader.press("enter")
        #expect(reader.text.contains("“stone”: 1 × in 1 article"))
    }
}

/// Next and previous among the related articles.
@Suite struct RelatedSeries {
    private func origin() throws -> Script {
        let related = ["one", "two", "three"].map { name in
            RelatedLink(title: name, address: Address("https://example.org/\(name)"))
        }
        var all = related
        all.insert(RelatedLink(title: "lost", address: nil), at: 1)
        return Script(
            page("Origin", related: all),
            from: .address(try #require(Address("https://example.org/origin"))),
            size: Size(60, 14))
    }

    @Test func `the next and previous article are those of the list it was opened from`() throws {
        var reader = try origin()
        reader.press("r", "enter")
        reader.receive(.success(.article(page("One"))))
        #expect(reader.status.contains("Related article 1 of 4"))
        reader.takeEffects()
        reader.press("J")
        let two = try #require(Address("https://example.org/two"))
        guard case .open(_, .address(two))? = reader.takeEffects().last else {
            Issue.record("nothing opened")
            return
        }
        reader.receive(.success(.article(page("Two"))))
        #expect(reader.status.contains("Related article 3 of 4"))
        // It stands in place of the one before.
        #expect(reader.state.trail.stops.count == 2)
        reader.press("J")
        reader.receive(.success(.article(page("Three"))))
        reader.press("J")
        #expect(reader.status.contains("last of the related"))
        reader.press("2", "K")
        reader.receive(.success(.article(page("One"))))
        reader.press("K")
        #expect(reader.status.contains("first of the related"))
        reader.press("H")
        #expect(reader.state.trail.page?.article.title == "Origin")
    }

    @Test func `a page that was reached otherwise came from no list`() throws {
        var reader = try origin()
        reader.press("J")
        #expect(reader.state.notice?.text.contains("came from no list") == true)
        reader.state.show(.article(page("Else")), from: .file("/else"))
        reader.press("J")
        #expect(reader.state.notice?.text.contains("came from no list") == true)
    }

    @Test func `further pages still go on in the list nearest behind`() throws {
        var reader = try origin()
        reader.press("r", "enter")
        reader.receive(.success(.article(page("One"))))
        reader.state.show(.article(page("Deeper")), from: .file("/deeper"))
        reader.takeEffects()
        reader.press("J")
        #expect(reader.takeEffects().count == 1)
        reader.receive(.success(.article(page("Two"))))
        #expect(reader.state.trail.stops.count == 2)
        #expect(reader.state.trail.page?.article.title == "Two")
    }

    @Test func `a list of articles that is nearer goes first`() throws {
        var reader = try origin()
        reader.press("r", "enter")
        reader.receive(.success(.article(page("One"))))
        let list = Feed(
            title: "List",
            entries: [
                Entry(title: "A", source: nil, article: page("A")),
                Entry(title: "B", source: nil, article: page("B")),
            ])
        reader.state.show(.feed(list), from: .file("/list"))
        reader.press("enter", "J")
        #expect(reader.state.trail.page?.article.title == "B")
    }
}

/// The places that jumps have left, and marks.
@Suite struct JumpList {
    @Test func `parentheses go through the places that jumps have left`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("3", "j")
        let first = reader.state.trail.page?.top
        reader.press("2", "}")
        let second = reader.state.trail.page?.top
        reader.press("/")
        reader.type("waves")
        reader.press("enter")
        let third = reader.state.trail.page?.top
        reader.press("(")
        #expect(reader.state.trail.page?.top == second)
        reader.press("ctrl-o")
        #expect(reader.state.trail.page?.top == first)
        reader.press("(")
        #expect(reader.status.contains("no earlier place"))
        reader.press(")", ")")
        #expect(reader.state.trail.page?.top == third)
        reader.press(")")
        #expect(reader.status.contains("no later place"))
        reader.press("2", "(")
        #expect(reader.state.trail.page?.top == first)
        reader.press("G", "(")
        #expect(reader.state.trail.page?.top == first)
        reader.press(")", ")")
        #expect(reader.status.contains("no later place"))
    }

    @Test func `marks with capitals lead back from any article`() {
        var reader = Script(.tides, from: .file("/tides"), size: Size(60, 12))
        reader.press("3", "}", "m", "T")
        let place = reader.state.trail.page?.top
        reader.press("g", "'", "T")
        #expect(reader.state.trail.page?.top == place)
        reader.press("g")
        reader.state.show(.article(page("Other")), from: .file("/other"))
        reader.press("'", "T")
        #expect(reader.state.trail.page?.article.title == "Why the sea moves")
        #expect(reader.state.trail.page?.top == place)
        reader.press("'", "Z")
        #expect(reader.status.contains("no mark Z"))
    }

    @Test func `an article that is no longer open is loaded for its mark`() {
        var reader = Script(page("First"), from: .file("/first"), size: Size(60, 12))
        reader.state.show(.article(.tides), from: .file("/tides"))
        reader.press("3", "}", "m", "T")
        let place = reader.state.trail.page?.top
        reader.press("H")
        reader.state.show(.article(page("Other")), from: .file("/other"))
        reader.takeEffects()
        reader.press("'", "T")
        #expect(reader.takeEffects() == [.open(Token(1), .file("/tides"))])
        reader.receive(.success(.article(.tides)))
        #expect(reader.state.trail.page?.top == place)
    }
}
