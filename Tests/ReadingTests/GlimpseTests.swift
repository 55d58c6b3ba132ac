import Drawing
import LecternCore
import Reading
import Support
import Testing

private func paragraphs(_ numbers: ClosedRange<Int>) -> Article {
    Article(
        title: "The long log",
        blocks: numbers.map { Block(.paragraph(RichText("Day \($0): the wind came about."))) })
}

/// A reader that shows the beginning of a text of 300 paragraphs.
private func reader() -> Script {
    var reader = Script(nil, size: Size(60, 12))
    let token = Token(7)
    reader.state.loading = Loading(
        token: token, source: .file("/logs/long.txt"), purpose: .follow(fragment: nil))
    reader.perform(.glimpsed(token, paragraphs(1...40), bytes: 9_000))
    return reader
}

private func finish(_ reader: inout Script) {
    reader.perform(.opened(Token(7), .success(.article(paragraphs(1...300)))))
}

struct GlimpseTests {
    @Test func `the beginning is read while the rest is still coming, and the place is kept`() {
        var reader = reader()
        #expect(reader.text.contains("Day 1:"))
        reader.press("space", "j", "j")
        let screen = reader.screen.dropLast()
        let percent = reader.status
        finish(&reader)
        #expect(reader.screen.dropLast() == screen)
        #expect(reader.status == percent)
        reader.press("G")
        #expect(reader.text.contains("Day 300:"))
    }

    @Test func `the percent counts what is still to come`() {
        var reader = reader()
        reader.press("space", "space", "space", "space")
        #expect(!reader.status.contains("100 %"))
        for _ in 0..<40 { reader.press("space") }
        #expect(reader.text.contains("Day 40:"))
        #expect(!reader.status.contains("100 %"))
    }

    @Test func `the end is gone to as soon as it is there`() {
        var reader = reader()
        reader.press("G")
        #expect(reader.status.contains("still being read"))
        #expect(reader.text.contains("Day 1:"))
        finish(&reader)
        #expect(reader.text.contains("Day 300:"))
        #expect(!reader.status.contains("still being read"))
    }

    @Test func `words are found as soon as they are there`() {
        var reader = reader()
        reader.press("/")
        reader.type("Day 250")
        reader.press("enter")
        #expect(reader.status.contains("still being read"))
        finish(&reader)
        #expect(reader.drawn(.currentMatch) == ["Day 250"])
    }

    @Test func `words that are being typed are found in what has come`() {
        var reader = reader()
        reader.press("/")
        reader.type("Day 250")
        finish(&reader)
        #expect(reader.drawn(.currentMatch) == ["Day 250"])
        reader.press("enter")
        #expect(reader.drawn(.currentMatch) == ["Day 250"])
    }

    @Test func `a key pressed meanwhile takes back the wish`() {
        var reader = reader()
        reader.press("G", "j")
        finish(&reader)
        #expect(!reader.text.contains("Day 300:"))
    }

    @Test func `nothing is asked about half a text`() {
        var reader = reader()
        reader.press("s")
        #expect(!reader.state.paneIsOpen)
        #expect(reader.takeEffects().isEmpty)
        finish(&reader)
        reader.press("s")
        #expect(reader.state.paneIsOpen)
    }

    @Test func `the rest comes to its page even when another is shown`() {
        var reader = reader()
        reader.state.show(.article(.tides), from: .file("/articles/tides.html"))
        finish(&reader)
        #expect(reader.text.contains("Why the sea moves"))
        reader.press("H", "G")
        #expect(reader.text.contains("Day 300:"))
    }

    @Test func `when the rest cannot be read the beginning stays and it is said why`() {
        var reader = reader()
        reader.perform(.opened(Token(7), .failure(.unreadable("long.txt", reason: "disk"))))
        #expect(reader.text.contains("Day 1:"))
        #expect(reader.status.contains("disk"))
        reader.press("G")
        #expect(reader.text.contains("Day 40:"))
    }

    @Test func `a beginning that nobody waits for any more is dropped`() {
        var reader = Script(.tides)
        let before = reader.screen
        reader.perform(.glimpsed(Token(99), paragraphs(1...40), bytes: 9_000))
        #expect(reader.screen == before)
    }
}
