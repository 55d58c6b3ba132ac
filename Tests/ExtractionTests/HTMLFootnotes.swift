import Fixtures
import LecternCore
import Testing

@testable import Extraction

/// A way of the web's to set a footnote: how the text refers to it, where its words are.
private struct Way: CustomTestStringConvertible, Sendable {
    let why: String
    /// Stands behind the second paragraph's last word.
    let mark: String
    /// Stands behind the last paragraph.
    let foot: String
    var label = "1"
    var note = "In the tables of the harbour, which are in the town hall."
    var testDescription: String { why }
}

private let words = "In the tables of the harbour, which are in the town hall."

private let ways = [
    Way(
        why: "Pandoc: a section of notes, the links back named",
        mark: "<a href='#fn1' class='footnote-ref' id='fnref1'><sup>1</sup></a>",
        foot:
            "<section class='footnotes' role='doc-endnotes'><hr><ol><li id='fn1' role='doc-endnote'>"
            + "<p>\(words)<a href='#fnref1' class='footnote-back'>↩︎</a></p></li></ol></section>"),
    Way(
        why: "MediaWiki: a list of references, a caret before each",
        mark: "<sup id='cite_ref-1' class='reference'><a href='#cite_note-1'>[1]</a></sup>",
        foot: "<h2>References</h2><ol class='references'><li id='cite_note-1'>"
            + "<span class='mw-cite-backlink'><b><a href='#cite_ref-1'>^</a></b></span> "
            + "<span class='reference-text'>\(words)</span></li></ol>"),
    Way(
        why: "EPUB: an aside of its own",
        mark: "<a epub:type='noteref' role='doc-noteref' href='#n1'>1</a>",
        foot: "<aside epub:type='footnote' id='n1'><p>\(words)</p></aside>"),
    Way(
        why: "word processors: the number is a link and stands before the words",
        mark: "<a href='#_ftn1' name='_ftnref1'><sup>[1]</sup></a>",
        foot: "<hr><div id='ftn1'><p><a href='#_ftnref1' name='_ftn1'><sup>[1]</sup></a> \(words)"
            + "</p></div>"),
    Way(
        why: "by hand: a star, its paragraph behind the text",
        mark: "<sup><a href='#star'>*</a></sup>", foot: "<p id='star'>*) \(words)</p>", label: "*"),
    Way(
        why: "a sidenote stands where it belongs",
        mark: "<label for='s1' class='margin-toggle'></label><input type='checkbox' id='s1'>"
            + "<span class='sidenote'>\(words)</span>",
        foot: ""),
    Way(
        why: "LaTeX made HTML: mark and words behind each other in the text",
        mark: "<span class='ltx_note ltx_role_footnote'><sup class='ltx_note_mark'>1</sup>"
            + "<span class='ltx_note_outer'><span class='ltx_note_content'>"
            + "<sup class='ltx_note_mark'>1</sup>\(words)</span></span></span>",
        foot: ""),
    Way(
        why: "a cell of a table is a note",
        mark: "<sup><a href='#t1'>1</a></sup>",
        foot: "<table><tr><td><a id='t1'>1</a></td><td>\(words)</td></tr></table>",
        note: "1 " + words),
    Way(
        why: "the page is named in full",
        mark: "<sup><a href='https://news.example/2024/05/tides#n1'>1</a></sup>",
        foot: "<ul><li id='n1'>\(words)</li></ul>"),
]

private func page(_ mark: String, _ foot: String) -> String {
    let text = prose(4)
    return """
        <html><head><title>Tides</title></head><body><article><h1>Tides</h1><p>\(text[0])</p>
        <p>\(text[1])\(mark)</p><p>\(text[2])</p>\(foot)</article></body></html>
        """
}

@Test(arguments: ways)
private func `a footnote is one however it is set`(way: Way) throws {
    let article = try article(page(way.mark, way.foot))
    #expect(article.notes == [Note(label: way.label, text: RichText(way.note))])
    let text = try #require(article.blocks[1].content.richText)
    #expect(text.text(marking: { "[\($0)]" }) == prose(2)[1] + "[\(way.label)]")
    #expect(text.spans.map(\.note) == [NoteID(0)])
    #expect(!article.blocks.contains { $0.text.contains("tables of the harbour") })
}

@Test func `a header over notes goes to the end with them`() throws {
    let way = ways[1]
    let article = try article(page(way.mark, way.foot + "<h2>Heights</h2><p>\(prose(4)[3])</p>"))
    #expect(article.sections.map(\.title) == ["Heights", "References"])
    #expect(article.blocks.last?.text == "References")
}

@Test func `two marks of one note, and notes in the order of their marks`() throws {
    func mark(_ number: Int, _ note: Int) -> String {
        "<sup><a href='#n\(note)'>\(number)</a></sup>"
    }
    let marks = mark(1, 2) + " and" + mark(2, 1) + " and" + mark(1, 2)
    let article = try article(
        page(marks, "<ol><li id='n1'>The first of them.</li><li id='n2'>The other.</li></ol>"))
    #expect(article.notes.map(\.text.text) == ["The other.", "The first of them."])
    #expect(article.notes.map(\.label) == ["1", "2"])
    let spans = article.blocks[1].content.richText?.spans ?? []
    #expect(spans.map(\.note) == [NoteID(0), NoteID(1), NoteID(0)])
}

@Test func `notes that are called alike are numbered through`() throws {
    let marks = "<sup><a href='#a'>*</a></sup> and<sup><a href='#b'>*</a></sup>"
    let article = try article(page(marks, "<p id='a'>* Of the sea.</p><p id='b'>* Of the sky.</p>"))
    #expect(article.notes.map(\.label) == ["1", "2"])
}

@Test func `links of notes are among the article's`() throws {
    let foot = "<ol><li id='n1'>See <a href='/book'>the book</a>.</li></ol>"
    let article = try article(page("<sup><a href='#n1'>1</a></sup>", foot))
    #expect(article.links.map(\.address.string) == ["https://news.example/book"])
    #expect(article.notes.first?.text.spans.map(\.link) == [LinkID(0)])
}

@Test(arguments: [
    // A section is no note, however small the number that leads to it.
    ("<sup><a href='#part'>2</a></sup>", "<section id='part'><h2>Part</h2><p>Words.</p></section>"),
    // A link to the beginning of the page.
    ("<a href='#top'>1</a>", ""),
    // A note that holds its own mark.
    ("<sup id='x'><a href='#x'>1</a></sup>", ""),
])
private func `what only looks like a mark stays text`(mark: String, foot: String) throws {
    #expect(try article(page(mark, foot)).notes.isEmpty)
}

@Test func `cut, nested and mangled footnotes are still read`() throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    print("footnotes: seed \(seed)")
    var dice = Dice(seed: seed)
    for way in ways {
        for round in 0..<40 {
            let page = mangled(page(way.mark, way.foot), with: &dice)
            let document = Document(
                source: .standardInput, address: nil, mediaType: "text/html", bytes: page)
            guard case .article(let article)? = try? extract(document).material else { continue }
            let spans = article.blocks.compactMap(\.content.richText).flatMap(\.spans)
            for note in spans.compactMap(\.note) {
                #expect(
                    article.notes.indices.contains(note.index), "\(way), seed \(seed), \(round)")
            }
        }
    }
}
