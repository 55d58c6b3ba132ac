import LecternCore
import Testing

@Test func `a paragraph without end is read in parts that say the same`() {
    let words = String(repeating: "the tide came ", count: 40_000)
    let link = Span(range: 99_990..<200_010, link: LinkID(0))
    let article = Article(
        title: "Tides",
        blocks: [
            Block(
                .paragraph(RichText(words, spans: [link])), in: [.item(.number(3))],
                fragments: ["here"]),
            Block(.paragraph("A short one.")),
        ])
    let parts = article.blocks.dropLast()
    #expect(parts.allSatisfy { $0.text.utf8.count <= Article.longestParagraph })
    #expect(parts.map(\.text).joined(separator: " ") + " " == words)
    #expect(parts.flatMap(\.fragments) == ["here"])
    #expect(parts.first?.containers == [.item(.number(3))])
    #expect(parts.last?.containers == [.item(nil)])
    let linked = parts.compactMap(\.content.richText).flatMap(\.spans)
    // The blanks at which the text was cut are in none of them.
    #expect(linked.reduce(0) { $0 + $1.range.count } == link.range.count - (linked.count - 1))
}

@Test func `a word without end is cut between characters`() {
    let article = Article(
        title: "Tides", blocks: [Block(.paragraph(RichText(String(repeating: "潮", count: 99_999))))]
    )
    #expect(article.blocks.map(\.text).joined().count == 99_999)
    #expect(article.blocks.count == 3)
}
