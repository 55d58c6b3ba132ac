import LecternCore
import Testing

@testable import Extraction

@Suite struct MarkdownReading {
    @Test func `front matter is no way round the gate`() {
        let article = markdown("---\ntitle: a\u{1B}[31mb\nauthor: \"A\u{0}\u{202E}\"\n---\nText.")
        #expect(article.title == "a[31mb")
        #expect(article.byline == "A")
    }

    @Test func `front matter, title, lists, quotes, tables, notes and code`() {
        let article = markdown(
            """
            ---
            title: The tide table
            author: [Ada Lint, "Bo Grey"]
            date: 2024-03-05
            lang: en
            ---
            # The tide table

            Some *text* with a note[^n] and H<sub>2</sub>O<br>here.

            - one
              - inner

                second
            - [x] done

            3. three
            4. four

            > quote
            > > deeper

            | a | b |
            |:--|--:|
            | 1 | **2** |
            | 3 |

            ```swift title=x
            let a = 1
            	b
            ```

            ***

            [^n]: The *note*.

                Its second part.
            """)
        #expect(
            dump(article) == """
                # The tide table
                by: Ada Lint, Bo Grey
                published: 2024-03-05
                Some text with a note1 and H₂O⏎here.
                * one
                  * inner
                    second
                [x] done
                3. three
                4. four
                > quote
                > > deeper
                table(2): a	b⏎1	2⏎3	
                code(swift): let a = 1⏎	b
                ---
                note 1: The note.
                Its second part.
                """)
        #expect(article.language == "en")
        guard case .paragraph(let text) = article.blocks[0].content else { return }
        #expect(
            text.spans.map { "\(text.text.utf8Slice($0.range)) \($0.style.rawValue)" } == [
                "text 1", "1 16",
            ])
        #expect(text.spans[1].note == NoteID(0))
        guard case .table(let table) = article.blocks[9].content else {
            Issue.record("no table")
            return
        }
        #expect(table.alignments == [.left, .right])
        #expect(table.rows.allSatisfy { $0.count == 2 })
    }

    @Test func `links are resolved, bare addresses become links, header ids are GitHub's`() {
        let article = markdown(
            """
            # Title

            See [a page](sub/page.md#x "t"), [top](#what-is-it-really), <https://example.org/z>
            and https://example.org/bare. Not `https://example.org/code` and not [this](javascript:alert(1)).

            ## What is it, *really*?

            ## What is it, really

            ## Größe {#own}
            """)
        #expect(
            article.links.map(\.address.string) == [
                "https://example.org/docs/sub/page.md#x",
                "https://example.org/docs/page.md#what-is-it-really", "https://example.org/z",
                "https://example.org/bare",
            ])
        #expect(
            article.links.map(\.text) == [
                "a page", "top", "https://example.org/z", "https://example.org/bare",
            ])
        #expect(
            article.blocks.dropFirst().map(\.fragments) == [
                ["what-is-it-really"], ["what-is-it-really-1"], ["own", "größe"],
            ])
        #expect(article.title == "Title")
        #expect(article.blocks[0].fragments == ["title"])
    }

    @Test func `pictures alone are figures, pictures in text are their descriptions`() {
        let article = markdown(
            """
            ![A pier](pier.jpg)
            *The pier at noon*

            ![Boat](boat.png "By title")

            ![Mud](mud.png)

            *Mud under a picture*

            An ![icon](i.png) inside.

            <img src="raw.png" alt="Raw"> <img src="two.png" alt="Two">
            """)
        #expect(
            article.blocks.prefix(4).map { dump(Article(title: "", blocks: [$0])).dropFirst(3) }
                == [
                    "figure(https://example.org/docs/pier.jpg): [A pier] The pier at noon",
                    "figure(https://example.org/docs/boat.png): [Boat] By title",
                    "figure(https://example.org/docs/mud.png): [Mud] Mud under a picture",
                    "An icon inside.",
                ])
    }

    @Test func `related articles: a cue with links, a list under a heading, and nothing else`() {
        let article = markdown(
            """
            # Tides

            The see also of this world is a wide sea, and [a link](l.md) is in it.

            **Read also:** [Currents](currents.md), [Waves](waves.md)

            Lire aussi : [Vagues](vagues.md)

            Read more about it in the book, which is long.

            ## Related articles

            - [One](one.md): about one
            - [Two](two.md)

            ## Afterwards

            The end.
            """)
        #expect(
            dump(article) == """
                # Tides
                The see also of this world is a wide sea, and a link is in it.
                Read more about it in the book, which is long.
                == Afterwards
                The end.
                related: Currents -> https://example.org/docs/currents.md
                related: Waves -> https://example.org/docs/waves.md
                related: Vagues -> https://example.org/docs/vagues.md
                related: One -> https://example.org/docs/one.md
                related: Two -> https://example.org/docs/two.md
                """)
    }

    @Test func `raw HTML is read or dropped, never shown`() {
        let article = markdown(
            """
            # T

            Before <script>alert(1)</script> after <b>bold</b> <span onclick="x">plain</span>.

            <script>
            evil()
            </script>

            <p>A paragraph with <a href="x.html">a link</a>.</p>

            Then [text](y.md).
            """)
        let words = article.blocks.map(\.text).joined(separator: "|")
        #expect(!words.contains("alert") && !words.contains("evil") && !words.contains("<"))
        #expect(words.contains("A paragraph with a link."))
        #expect(article.links.map(\.text) == ["a link", "text"])
        for block in article.blocks {
            guard case .paragraph(let text) = block.content else { continue }
            for span in text.spans {
                guard let link = span.link else { continue }
                #expect(String(text.text.utf8Slice(span.range)) == article.links[link.index].text)
            }
        }
    }

    @Test(
        arguments: [
            (
                "+++\ntitle = \"T\"\nauthors = [\"A\"]\ndate = 2024-03-05T10:00:00Z\n[extra]\nx = 1\n+++\nBody",
                "T", "A"
            ),
            (
                "---\ntitle: 'T'\nauthors:\n  - name: A\n    mail: x\n  - name: B\n---\nBody", "T",
                "A, mail: x, B"
            ),
            ("---\nNot front matter\n---\nBody", "page", nil),
            ("---\n\nBody", "page", nil),
        ] as [(String, String, String?)])
    func `front matter of both kinds, and rules that are none`(
        text: String, title: String, by: String?
    ) {
        let article = markdown(text)
        #expect(article.title == title)
        if by != "A, mail: x, B" { #expect(article.byline == by) }
        #expect(article.blocks.last?.text == "Body")
    }

    @Test(arguments: [
        (">", 50_000), ("- ", 20_000), ("[", 50_000), ("![", 20_000), ("*a **b ", 10_000),
        ("<b>", 20_000),
        ("1. ", 10_000), ("[^a]", 10_000), ("`", 50_000), ("a|", 20_000), ("<!--", 10_000),
        ("](", 20_000),
    ])
    func `absurd nesting is survived`(piece: String, count: Int) {
        let article = markdown(String(repeating: piece, count: count) + "x\n\n[^a]: n")
        #expect(article.blocks.allSatisfy { $0.containers.count <= 32 })
    }

    @Test func `a table of many columns and short rows stays bounded`() {
        let head = "|" + String(repeating: "a|", count: 5_000)
        let marks = "|" + String(repeating: "-|", count: 5_000)
        let article = markdown(head + "\n" + marks + "\n" + String(repeating: "|\n", count: 500))
        for block in article.blocks {
            guard case .table(let table) = block.content else { continue }
            #expect(table.alignments.count <= 400)
        }
    }
}
