import Drawing
import Glibc
import LecternCore
import Reading
import Support
import Testing
import Typesetting

extension Article {
    /// One of every kind of block, with wide and combining characters, long words and nested containers.
    fileprivate static let everything: Article = {
        let address = Address("https://example.org/%E6%B5%B7")
        let word = String(repeating: "unbrechbar", count: 30)
        var linked = RichText("Before ")
        linked.append("海は一日に二度満ち引きする", style: .strong, link: LinkID(0))
        linked.append(" e\u{301}te\u{301} 👩‍👩‍👧 ")
        linked.append(word, style: .code, link: LinkID(1))
        linked.append("1", style: .superscript, note: NoteID(0))
        let cell = RichText(
            "cell 表", spans: [Span(range: 0..<4, style: .emphasis, link: LinkID(0))])
        return Article(
            title: "Everything 全部 " + word, byline: "A", language: "ja", address: address,
            blocks: [
                Block(.paragraph(linked)),
                Block(.heading(level: 1, RichText(word + " title"))),
                Block(.paragraph(linked), in: [.quote]),
                Block(.paragraph(RichText("one")), in: [.item(.number(1))]),
                Block(.paragraph(linked), in: [.item(nil), .quote, .item(.task(done: true))]),
                Block(
                    .code(RichText("\tlet x = 1\n" + word + "\n\n"), language: nil), in: [.quote]),
                Block(
                    .table(
                        Table(
                            caption: cell, header: [cell, cell, cell],
                            rows: Array(repeating: [cell, linked, cell], count: 5),
                            alignments: [.left, .center, .right]))),
                Block(.paragraph(RichText("שלום 12 עולם (abc) العربية"))),
                Block(.paragraph(RichText("עולם גדול")), in: [.quote, .item(.number(12))]),
                Block(.code(RichText("let wide = \"潮\" // " + word), language: "swift")),
                Block(.figure(Figure(address: address, alt: "alt", caption: linked))),
                Block(.figure(Figure(address: nil))),
                Block(.rule),
                Block(.heading(level: 6, RichText("Deep"))),
                Block(.paragraph(RichText("")), in: [.definition]),
                Block(.paragraph(RichText("last\nwords")), in: [.definition]),
            ],
            links: [
                Link(text: "海", address: address ?? Address.nowhere),
                Link(text: word, address: address ?? Address.nowhere),
            ],
            related: [RelatedLink(title: "次 " + word, address: nil)],
            notes: [Note(label: "1", text: linked)])
    }()
}

extension Address {
    fileprivate static var nowhere: Address {
        guard let address = Address("lectern:nowhere") else { preconditionFailure() }
        return address
    }
}

private let widths = [1, 2, 3, 5, 8, 10, 13, 20, 29, 40, 59, 80, 91, 120, 200]
private let heights = [1, 2, 3, 5, 6, 10, 24, 50]
private let modes: [[String]] = [
    [], ["t"], ["r"], ["?"], ["f"], ["/", "c", "e"], [":", "o", "p"], ["m"], ["]"], ["2", "}"],
    ["t", "/", "x"], ["?", "/", "l", "i"], ["s"], ["s", "tab"], ["G"], ["enter"],
    ["]", "]", "]", "enter"], ["right"], ["3", ">"], ["4", "}", ">", "<"],
    ["t", "tab", "s"], ["s", "t", "G"], ["t", "-", "j"], ["t", "/", "d"], ["t", "left", "G", "f"],
    ["F", "e", "enter"], ["t", "3", "}", "(", "]"],
]

@Suite struct Sweep {
    @Test(arguments: modes)
    func `every surface can be drawn at every size`(_ keys: [String]) {
        for width in widths {
            for height in heights {
                var reader = Script(.everything, size: Size(width, height))
                for key in keys { reader.press(key) }
                check(reader)
            }
        }
    }

    @Test func `pages, panes and borders share out the screen, none over another`() {
        for columns in [1, 20, 60, 89, 90, 91, 100, 119, 120, 121, 140, 200, 300] {
            for rows in [1, 3, 4, 6, 24] {
                for open in 0..<4 {
                    let areas = Areas(
                        size: Size(columns, rows), paneIsOpen: open & 1 == 1,
                        contentsAreOpen: open & 2 == 2)
                    let all = [
                        areas.page, areas.status, areas.contents, areas.contentsBorder, areas.pane,
                        areas.border,
                    ].compactMap(\.self).filter { $0.size.columns > 0 && $0.size.rows > 0 }
                    let cells = all.reduce(0) { $0 + $1.size.columns * $1.size.rows }
                    #expect(cells == columns * rows, "\(columns) × \(rows), \(open)")
                    for area in all {
                        #expect(area.column >= 0 && area.row >= 0)
                        #expect(area.column + area.size.columns <= columns)
                        #expect(area.row + area.size.rows <= rows)
                        for other in all where other != area {
                            #expect(!area.contains(Position(other.column, other.row)))
                        }
                    }
                }
            }
        }
    }

    @Test func `a terminal of no size is borne`() {
        for keys in modes {
            var reader = Script(.everything, size: Size(0, 0))
            for key in keys { reader.press(key) }
            #expect(reader.screen.isEmpty)
            reader.resize(0, 5)
            reader.resize(5, 0)
            reader.resize(80, 24)
            #expect(reader.screen.count == 24)
        }
    }

    @Test(arguments: UInt64(1)...2)
    func `whatever is pressed, the page stays where there is something to read`(_ seed: UInt64) {
        var random = Seeded(seed)
        var reader = Script(
            .everything, size: Size(40, 12))
        reader.state.show(.article(.tides), from: .file("/tides"))
        let keys = Command.table.flatMap(\.keys) + ["a", "s", "x", "1", "7", "enter", "escape"]
        for step in 0..<200 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0:
                reader.resize(
                    Int.random(in: 1...130, using: &random), Int.random(in: 1...40, using: &random))
            case 1:
                reader.click(
                    Int.random(in: 0..<130, using: &random), Int.random(in: 0..<40, using: &random))
            case 2 where reader.state.loading != nil:
                reader.receive(
                    Bool.random(using: &random)
                        ? .success(.article(.everything)) : .failure(.timedOut("host")))
            default:
                guard let key = keys.randomElement(using: &random), key != "Q", key != "ctrl-c"
                else { continue }
                reader.press(key)
            }
            check(reader, "seed \(seed), step \(step)")
        }
    }

    private func check(_ reader: Script, _ comment: Comment? = nil) {
        let surface = reader.surface
        // Every row is made of whole glyphs and as wide as the surface.
        let rows = surface.size.rows
        let widths = (0..<rows).map { row in
            (0..<surface.size.columns).reduce(0) { $0 + surface[$1, row].columns }
        }
        #expect(widths == Array(repeating: surface.size.columns, count: rows), comment)
        if let cursor = surface.cursor {
            #expect((0..<surface.size.columns).contains(cursor.column), comment)
            #expect((0..<surface.size.rows).contains(cursor.row), comment)
        }
        guard let page = reader.state.trail.page else { return }
        #expect(page.layout.measure == reader.state.measure, comment)
        var layout = page.layout
        let lines = layout.lines(of: page.top.block)
        #expect(lines.indices.contains(page.top.line), comment)
        // Words that do not move sideways are never cut off at the edge of the page.
        guard reader.state.areas.page.size.columns >= 10 else { return }
        let left = max(0, (reader.state.areas.page.size.columns - layout.measure) / 2)
        let wide = lines.filter { $0.kind != .code }.map { left + $0.columns }.max() ?? 0
        #expect(wide <= reader.state.areas.page.size.columns, comment)
        #expect(lines.allSatisfy { left + $0.indent >= 0 }, comment)
    }
}

@Suite struct Cost {
    /// An article of so many paragraphs of five lines.
    private func long(_ count: Int) -> Article {
        let words = String(repeating: "many words make a line ", count: 16)
        return Article(
            title: "Long",
            blocks: (0..<count).map { number in
                number % 20 == 0
                    ? Block(.heading(level: 2, RichText("Section \(number)")))
                    : Block(.paragraph(RichText(words + "\(number)")))
            })
    }

    @Test func `a key costs the screen, not the article`() {
        /// Seconds of this thread's processor time: other tests run beside it.
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        func time(_ count: Int) -> Double {
            var reader = Script(long(count), size: Size(80, 24))
            reader.press("5", "0", "G")
            let times = (0..<5).map { _ in
                let start = now()
                for key in ["j", "k", "space", "b", "}", "{"] {
                    reader.press(key)
                    _ = reader.surface
                }
                return now() - start
            }
            return times.min() ?? 0
        }
        let small = time(200)
        let large = time(4_000)
        #expect(large < small * 4, "\(large) against \(small)")
    }
}
