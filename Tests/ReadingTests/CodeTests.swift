import Drawing
import LecternCore
import Reading
import Support
import Testing

@Suite struct `Code on the page` {
    private let article = Article(
        title: "Code",
        blocks: [
            Block(.paragraph(RichText("Before it."))),
            Block(
                .code(
                    "let a = 1 // one\n0123456789012345678901234567890123456789 last 潮 end",
                    language: "swift")),
            Block(
                .code("in a list that goes on and on over the edge", language: nil),
                in: [.item(.bullet)]),
        ])

    @Test func `long lines are scrolled to, nothing else moves`() {
        var reader = Script(article, size: Size(30, 12))
        #expect(reader.text.contains("01234567890123456789012345›"))
        #expect(reader.text.contains("Before it."))
        reader.press("right")
        #expect(reader.text.contains("Before it."))
        #expect(reader.text.contains("‹"))
        reader.press("right", "right", "right")
        #expect(reader.text.contains("last 潮 end"))
        #expect(reader.text.contains("•"))
        reader.press("left", "left", "left", "left", "left")
        #expect(reader.text.contains("let a = 1"))
        reader.resize(100, 12)
        reader.press("left")
        #expect(reader.status.contains("no line of code"))
    }

    @Test func `a match far to the right is brought into view`() {
        var reader = Script(article, size: Size(30, 12))
        reader.press("/")
        reader.type("end")
        reader.press("enter")
        #expect(reader.text.contains("end"))
        #expect(reader.drawn(.currentMatch) == ["end"])
        reader.press("g", "/")
        reader.type("let a")
        reader.press("enter")
        #expect(reader.drawn(.currentMatch) == ["let a"])
    }

    @Test func `words of a language have their colours`() {
        let reader = Script(article, size: Size(80, 20))
        #expect(reader.drawn(.codeKeyword) == ["let"])
        #expect(reader.drawn(.codeComment) == ["// one"])
        #expect(reader.drawn(.codeNumber).first == "1")
    }
}
