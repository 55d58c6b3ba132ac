import Drawing
import LecternCore
import Reading
import Support
import Testing

@Suite struct `Searching in a long article` {
    /// Two megabytes and a half; one line in 100 says which it is.
    private let article: Article = {
        let filler = String(repeating: "grey water and greyer sky ", count: 4)
        let blocks = (1...24_000).map { line in
            Block(.paragraph(RichText(line % 100 == 0 ? "Buoy \(line) lies here." : filler)))
        }
        return Article(title: "The crossing", blocks: blocks)
    }()

    private func idled(_ reader: inout Script) -> Int {
        var times = 0
        while reader.state.isSearching {
            _ = reader.perform(.idled)
            times += 1
        }
        return times
    }

    @Test func `letters cost nothing, and the page is searched when none waits`() {
        var reader = Script(article, size: Size(60, 12))
        reader.press("/")
        reader.type("buoy 20000")
        #expect(reader.status.contains("0/0…"))
        #expect(reader.text.contains("The crossing"))
        #expect(idled(&reader) == 3)
        #expect(reader.status.contains("1/1"))
        #expect(!reader.status.contains("…"))
        #expect(reader.drawn(.currentMatch) == ["Buoy 20000"])
    }

    @Test func `the first match is shown before the rest is counted`() {
        var reader = Script(article, size: Size(60, 12))
        reader.press("/")
        reader.type("buoy")
        _ = reader.perform(.idled)
        #expect(reader.drawn(.currentMatch) == ["Buoy"])
        #expect(reader.status.contains("1/87…"))
        reader.press("enter")
        #expect(reader.state.isSearching)
        reader.press("j", "j")
        let top = reader.state.trail.page?.top
        #expect(idled(&reader) == 2)
        #expect(reader.status.contains("1/240"))
        #expect(reader.state.trail.page?.top == top)
    }

    @Test func `enter and n do not wait for a quiet moment`() {
        var reader = Script(article, size: Size(60, 12))
        reader.press("/")
        reader.type("buoy 15000")
        reader.press("enter")
        #expect(reader.text.contains("Buoy 15000"))
        reader.press("/")
        reader.type("buoy")
        reader.press("enter", "N")
        #expect(!reader.state.isSearching)
        #expect(reader.text.contains("Buoy 14900"))
        #expect(reader.status.contains("149/240"))
    }

    @Test func `escape goes back, and what is nowhere moves nothing`() {
        var reader = Script(article, size: Size(60, 12))
        reader.press("3", "j")
        let before = reader.screen
        reader.press("/")
        reader.type("buoy")
        #expect(idled(&reader) == 3)
        reader.press("escape")
        #expect(reader.screen == before)
        #expect(!reader.state.isSearching)
        reader.press("/")
        reader.type("lighthouse")
        #expect(idled(&reader) == 3)
        #expect(reader.status.contains("0/0"))
        #expect(reader.screen.dropLast() == before.dropLast())
        reader.press("enter")
        #expect(reader.status.contains("“lighthouse” is not in this article"))
        #expect(reader.screen.dropLast() == before.dropLast())
    }

    @Test func `a search goes round the end when nothing is left below`() {
        var reader = Script(article, size: Size(60, 12))
        reader.press("G", "/")
        reader.type("buoy 100 ")
        #expect(idled(&reader) == 3)
        #expect(reader.drawn(.currentMatch) == ["Buoy 100"])
    }
}
