import Drawing
import LecternCore
import Reading
import Support
import Testing
import Typesetting

@Suite struct `Reading in a paragraph without end` {
    private let article: Article = {
        let words = (1...40_000).map { "word\($0)" }.joined(separator: " ")
        return Article(title: "Long", blocks: [Block(.paragraph(RichText(words)))])
    }()

    @Test func `the beginning is read, searched and left without setting the end`() {
        var reader = Script(article, size: Size(80, 24))
        #expect(reader.text.contains("word1 "))
        #expect(reader.state.trail.page?.layout.isGrowing(0) == true)
        reader.press("j", "space", "k", "b")
        #expect(reader.text.contains("word1 "))
        reader.press("/")
        reader.type("word20000")
        reader.press("enter")
        #expect(reader.text.contains("word20000"))
        #expect(reader.state.trail.page?.layout.isGrowing(0) == true)
        #expect(reader.status.contains(" %"))
        reader.resize(60, 20)
        #expect(reader.text.contains("word20000"))
        #expect(reader.state.trail.page.map { $0.layout.isGrowing($0.top.block) } == true)
        reader.press("G")
        #expect(reader.text.contains("word40000"))
        #expect(reader.status.contains("100 %"))
        reader.press("k", "g")
        #expect(reader.text.contains("word1 "))
    }
}
