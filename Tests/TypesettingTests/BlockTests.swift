import LecternCore
import Support
import Testing
import Typesetting

@Suite struct `Blocks` {
    private func set(_ blocks: [Block], _ measure: Int) -> String {
        typeset(blocks: blocks, measure: measure).map(dump).joined(separator: "\n")
    }

    private func item(_ text: String, _ containers: Container...) -> Block {
        Block(.paragraph(RichText(text)), in: containers)
    }

    @Test func `space stands above a block and more of it above a header`() {
        let blocks = [
            Block(.heading(level: 2, RichText("First"))), item("One."), item("Two."),
            Block(.heading(level: 1, RichText("Second"))),
            Block(.heading(level: 2, RichText("Third"))),
            item("Three."), Block(.heading(level: 3, RichText("Fourth"))), item("Four."),
        ]
        #expect(
            set(blocks, 20) == """
                First

                One.

                Two.


                Second
                ━━━━━━

                Third

                Three.

                Fourth

                Four.
                """)
    }

    @Test func `lists nest, line up their numbers and stay tight`() {
        let blocks = [
            item("Before."), item("a bullet that needs two lines", .item(.bullet)),
            item("first", .item(nil), .item(.number(9))),
            item("second", .item(nil), .item(.number(10))),
            item("deep", .item(nil), .item(nil), .item(.bullet)),
            item("another", .item(.bullet)), item("its second paragraph", .item(nil)),
            item("the last", .item(.task(done: true))), item("not done", .item(.task(done: false))),
            item("After."),
        ]
        #expect(
            set(blocks, 22) == """
                Before.

                • a bullet that needs
                  two lines
                   9. first
                  10. second
                      ▪ deep
                • another

                  its second paragraph

                ☑ the last
                ☐ not done

                After.
                """)
    }

    @Test func `space parts a list of bullets from one of numbers`() {
        let blocks = [
            item("one", .item(.number(1))), item("two", .item(.number(2))),
            item("a bullet", .item(.bullet)), item("a task", .item(.task(done: false))),
        ]
        #expect(
            set(blocks, 22) == """
                1. one
                2. two

                • a bullet
                ☐ a task
                """)
    }

    @Test func `quotes keep their bar, definitions stand in`() {
        let blocks = [
            item("Quoted words that go on", .quote), item("a second paragraph", .quote),
            item("a quote in it", .quote, .quote), item("a point", .quote, .item(.bullet)),
            item("Term"), item("Its meaning.", .definition),
        ]
        #expect(
            set(blocks, 18) == """
                ▎ Quoted words
                ▎ that go on
                ▎
                ▎ a second
                ▎ paragraph
                ▎
                ▎ ▎ a quote in it
                ▎
                ▎ • a point

                Term
                    Its meaning.
                """)
    }

    @Test func `margins give way on a narrow page, the marker last`() {
        #expect(
            set([item("deeply nested words", .quote, .item(nil), .quote, .item(.number(12)))], 14)
                == """
                12. deeply
                    nested
                    words
                """)
    }

    @Test func `code is kept, its tabs expanded, its long lines continued`() {
        let code: RichText = "if a {\n\tb()\n}\n\nlet words = \"long and longer\""
        #expect(
            set([Block(.code(code, language: nil))], 20) == """
                if a {
                    b()
                }

                let words = "long an
                ↪ d longer"
                """)
        #expect(set([Block(.code("to be set off", language: nil))], 15) == "  to be set off")
        #expect(set([Block(.code("to be set off", language: nil))], 14) == "to be set off")
    }

    @Test func `a link in code is a run of its own, also where it is continued`() {
        let code = RichText(
            "see RFC 2119 for it", spans: [Span(range: 4..<12, link: LinkID(3))])
        let lines = typeset(0, of: [Block(.code(code, language: nil))], measure: 12)
        #expect(dump(lines) == "see RFC 2119\n↪  for it")
        let linked = lines.flatMap(\.runs).filter { $0.link != nil }
        #expect(linked.map(\.text) == ["RFC 2119"])
        #expect(linked.first?.source == 4..<12)
    }

    @Test func `a wide page sets code off, and every line knows its margin`() {
        let block = Block(.code("let a = 1\n\tb()", language: nil), in: [.quote, .item(.bullet)])
        let lines = typeset(0, of: [block], measure: 40)
        #expect(dump(lines) == "▎ •   let a = 1\n▎     " + "    b()")
        #expect(lines.map(\.margin) == [4, 4])
    }

    @Test func `a table fits its columns and wraps its cells`() {
        let table = Table(
            caption: RichText("Prices"),
            header: ["Chart", "Price", "Remarks"].map { RichText($0) },
            rows: [
                ["North Sea", "12,50", "Out of print since the harbour moved"],
                ["東京湾", "1 200", ""],
            ]
            .map { $0.map { RichText($0) } }, alignments: [.left, .right, .center])
        #expect(
            set([Block(.table(table))], 40) == """
                Prices
                ┌───────────┬───────┬──────────────────┐
                │ Chart     │ Price │     Remarks      │
                ├───────────┼───────┼──────────────────┤
                │ North Sea │ 12,50 │   Out of print   │
                │           │       │    since the     │
                │           │       │  harbour moved   │
                ├───────────┼───────┼──────────────────┤
                │ 東京湾    │ 1 200 │                  │
                └───────────┴───────┴──────────────────┘
                """)
        #expect(
            set([Block(.table(table))], 24) == """
                Prices
                Chart: North Sea
                Price: 12,50
                Remarks: Out of print
                         since the
                         harbour moved
                ────────────
                Chart: 東京湾
                Price: 1 200
                """)
    }

    @Test func `a table that is too wide takes the window, then becomes records`() {
        let words = "a cell of many words that would be tall in a narrow column of a page"
        let table = Table(
            header: ["One", "Two", "Three"].map { RichText($0) },
            rows: [[words, words, "3"].map { RichText($0) }],
            alignments: [.left, .left, .right])
        let article = Article(title: "", blocks: [Block(.table(table))])
        for breadth in [40, 61, 90, 120, 200] {
            var layout = Layout(article, Format(measure: 40, breadth: breadth))
            let lines = layout.lines(of: 0)
            let left = lines.map(\.indent).min() ?? 0
            let right = lines.map(\.columns).max() ?? 0
            #expect(right - left <= breadth && left >= -(breadth - 40) / 2, "\(breadth)")
            #expect(faults(lines, of: article.blocks[0].text, measure: max(40, right)) == [])
        }
        var narrow = Layout(article, Format(measure: 40, breadth: 40))
        #expect(narrow.lines(of: 0).count > 10)
        var wide = Layout(article, Format(measure: 40, breadth: 200))
        #expect(wide.lines(of: 0).count == 6)
        var quoted = Layout(
            Article(title: "", blocks: [Block(.table(table), in: [.quote])]),
            Format(measure: 40, breadth: 200))
        #expect(quoted.lines(of: 0).allSatisfy { $0.columns <= 40 })
    }

    @Test func `the headers of all records are labels`() {
        let table = Table(
            header: ["Year", "Sum"].map { RichText($0) },
            rows: [["2020", "1"], ["2021", "2"]].map { $0.map { RichText($0) } },
            alignments: [.left, .right])
        let lines = typeset(blocks: [Block(.table(table))], measure: 10).flatMap { $0 }
        let labels = lines.flatMap(\.runs).filter(\.isLabel).map(\.text)
        #expect(labels == ["Year", ":", "Sum", ":", "Year", ":", "Sum", ":"])
        // They are in the text once.
        #expect(lines.flatMap(\.runs).filter { $0.isLabel && !$0.isDecoration }.count == 2)
    }

    @Test func `a table loses the columns and cells that say nothing`() {
        let rows = [["a", "", " ", "1"], ["b", "", "", ""], ["c", "", "", "3"]]
        let table = Table(
            header: [], rows: rows.map { $0.map { RichText($0) } },
            alignments: Array(repeating: .left, count: 4))
        #expect(
            set([Block(.table(table))], 20) == """
                ┌───┬───┐
                │ a │ 1 │
                │ b │   │
                │ c │ 3 │
                └───┴───┘
                """)
        #expect(
            set([Block(.table(table))], 8) == """
                a
                1
                ────────
                b
                ────────
                c
                3
                """)
    }

    @Test func `a figure says what it shows`() {
        let figures = [
            Figure(
                address: nil, alt: "A chart",
                caption: RichText("High and low water at the old harbour")),
            Figure(address: nil, alt: "The moon"),
            Figure(address: Address("https://example.org/a/tide.png")),
        ]
        #expect(
            set(figures.map { Block(.figure($0)) }, 24) == """
                ▣ A chart
                  High and low water at
                  the old harbour

                ▣ The moon

                ▣ Picture
                """)
    }

    @Test func `a picture has lines of its own above its words, in what it stands in`() {
        let figure = Figure(
            address: Address("https://example.org/tide.png"), alt: "A chart",
            caption: RichText("High and low water"))
        let bare = Figure(address: Address("https://example.org/other.png"))
        let article = Article(
            title: "Tides",
            blocks: [item("Text."), Block(.figure(figure), in: [.quote]), Block(.figure(bare))])
        var layout = Layout(article, measure: 24)
        #expect(layout.room(forPicture: 1) == 22)
        #expect(layout.room(forPicture: 2) == 24)
        let before = layout.lines(of: 1)
        layout.set(.picture(columns: 10, rows: 3), atPicture: 1)
        layout.set(.picture(columns: 99, rows: 2), atPicture: 2)
        let lines = layout.lines(of: 1)
        #expect(lines.count == before.count + 3)
        let rows = lines.filter { if case .picture = $0.kind { true } else { false } }
        #expect(rows.map(\.kind) == [.picture(row: 0), .picture(row: 1), .picture(row: 2)])
        #expect(rows.allSatisfy { $0.columns == 12 && $0.range.isEmpty && $0.runs[0].text == "▎ " })
        #expect(Array(lines.suffix(2)) == Array(before.suffix(2)))
        // A picture that nothing is said of needs no sign, and is cut to the measure.
        #expect(layout.lines(of: 2).map(\.columns) == [0, 24, 24])
        layout.set(.word("coming"), atPicture: 2)
        #expect(dump(layout.lines(of: 2)).hasSuffix("▣ Picture · coming"))
        layout.set(.word("not shown: the server says 404"), atPicture: 2)
        #expect(layout.lines(of: 2).allSatisfy { $0.columns <= 24 })
        layout.set(nil, atPicture: 1)
        #expect(layout.lines(of: 1) == before)
    }

    @Test func `marks of notes stand in brackets, digits are raised and lowered`() {
        var text = RichText("The sun")
        text.append("2", note: NoteID(1))
        text.append(" is 1.5 × 10")
        text.append("8", style: .superscript)
        text.append(" km away in the 21")
        text.append("st", style: .superscript)
        text.append(" century; H")
        text.append("2", style: .subscript)
        text.append("O, 10")
        text.append("2.5", style: .superscript)
        let lines = typeset(text, measure: 80)
        let shown = lines.flatMap(\.runs).map(\.shown).joined()
        #expect(lines.flatMap(\.runs).map(\.written).joined() == shown)
        // A point has no raised form: the caret stands for it.
        #expect(shown == "The sun[2] is 1.5 × 10⁸ km away in the 21st century; H₂O, 10^2.5")
        #expect(text.text.contains("10⁸ km away in the 21st century; H₂O"))
        #expect(lines[0].runs.filter { $0.note != nil }.map(\.text) == ["[", "2", "]"])
    }

    @Test func `the head names author, date, time and site; the foot has the notes`() {
        let article = Article(
            title: "Of tides", byline: "Ada Writer", published: "2024-05-06T07:08:09Z",
            address: Address("https://tides.example.org/a"), blocks: [item("The moon pulls.")],
            notes: [Note(label: "1", text: RichText("See the almanac of that year."))])
        var layout = Layout(article, measure: 40)
        let lines = (-1...1).map { dump(layout.lines(of: $0)) }
        #expect(
            lines.joined(separator: "\n")
                == """
                Of tides
                Ada Writer · 2024-05-06 · 1 min ·
                tides.example.org

                The moon pulls.

                ──────────
                1. See the almanac of that year.
                """.replacing(" ·", with: "\u{A0}·"))
        #expect(layout.lines(of: 7) == [])
    }
}
