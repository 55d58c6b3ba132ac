import LecternCore
import Testing

@Suite struct `The outline of an article` {
    private func article(_ texts: String...) -> Article {
        Article(title: "t", blocks: texts.map { Block(.paragraph(RichText($0))) })
    }

    @Test func `words are counted, ideographs as half a word`() {
        #expect(article("one two,\u{A0}three\nfour", "l’été  dernier").wordCount == 6)
        #expect(article("東京の首都 is Tokyo").wordCount == 4)
        #expect(article("", " \n").wordCount == 0)
    }

    @Test func `the reading time grows with the words, estimated where there are very many`() {
        #expect(article("a word").readingMinutes == 1)
        #expect(article(String(repeating: "word ", count: 2_300)).readingMinutes == 10)
        let long = Array(repeating: String(repeating: "word ", count: 2_300), count: 200)
        let blocks = long.map { Block(.paragraph(RichText($0))) }
        #expect(Article(title: "t", blocks: blocks).readingMinutes == 2_000)
    }

    @Test func `prose is numbered and knows its section`() {
        let article = Article(
            title: "t",
            blocks: [
                Block(.paragraph(RichText("One."))), Block(.heading(level: 2, RichText("Head"))),
                Block(.code("no", language: nil)),
                Block(.paragraph(RichText("Two.")), in: [.quote]),
            ])
        #expect(article.paragraphs.map(\.number) == [1, 2])
        #expect(article.paragraphs.map(\.section) == [nil, "Head"])
        #expect(article.paragraphs.map(\.block) == [0, 3])
        #expect(article.sections.map(\.title) == ["Head"])
        #expect(article.sections.map(\.block) == [1])
    }
}
