import Drawing
import LecternCore
import Reading
import Support
import Testing
import Typesetting

/// The first row of text that is not blank.
private func firstRow(_ reader: Script) -> String {
    reader.screen.dropFirst().first { !$0.isEmpty }?.trimmedBlanks ?? ""
}

@Suite struct Moving {
    @Test func `lines move the text by a line each and come back`() {
        var reader = Script(.tides, size: Size(60, 12))
        let start = reader.screen
        reader.press("j")
        #expect(Array(reader.screen[1...8]) == Array(start[2...9]))
        reader.press("down", "k", "up")
        #expect(reader.screen == start)
    }

    @Test func `a count before a key repeats it`() {
        var one = Script(.tides, size: Size(60, 12))
        var five = one
        one.press("j", "j", "j", "j", "j")
        five.press("5", "j")
        #expect(one.state.trail.page?.top == five.state.trail.page?.top)
        five.press("1", "0", "k")
        #expect(five.state.trail.page?.top == .start)
    }

    @Test func `a page keeps one line of the last one in view`() {
        var reader = Script(.tides, size: Size(60, 12))
        let last = reader.screen[10]
        reader.press("space")
        #expect(reader.screen[1] == last)
        reader.press("b")
        #expect(reader.state.trail.page?.top == .start)
    }

    @Test func `scrolling stops with the last line at the bottom`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("G")
        let end = reader.screen
        #expect(end[10].contains("a book on waves"))
        reader.press("j", "space", "9", "9", "j")
        #expect(Array(reader.screen.dropLast()) == Array(end.dropLast()))
        #expect(reader.status.contains("100 %"))
        reader.press("g")
        #expect(reader.status.contains("0 %"))
    }

    @Test func `a page that fits does not scroll`() {
        let article = Article(title: "Short", blocks: [Block(.paragraph(RichText("One line.")))])
        var reader = Script(article)
        let screen = reader.screen
        reader.press("j", "space", "d", "G")
        #expect(reader.screen == screen)
    }

    @Test func `section by section, each header at the top`() {
        var reader = Script(.tides, size: Size(60, 12))
        for title in ["The pull of the moon", "Spring and neap", "The lag", "Tables", "Afterwards"]
        {
            reader.press("}")
            #expect(firstRow(reader).contains(title))
        }
        reader.press("}")
        #expect(reader.status.contains("last section"))
        #expect(firstRow(reader).contains("Afterwards"))
        reader.press("j")
        #expect(firstRow(reader).contains("Afterwards"), "a page past its end does not go further")
        reader.press("3", "{")
        #expect(firstRow(reader).contains("Spring and neap"))
        reader.press("2", "{")
        #expect(reader.state.trail.page?.top == .start)
        reader.press("{")
        #expect(reader.status.contains("start of the article"))
        reader.press("4", "}")
        #expect(firstRow(reader).contains("Tables"))
    }

    @Test func `inside a section its own header comes first on the way up`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("2", "}", "3", "j", "{")
        #expect(firstRow(reader).contains("Spring and neap"))
    }

    @Test func `the section's title stays above its text once its header is gone`() {
        var reader = Script(.tides, size: Size(60, 12))
        #expect(reader.screen[0].isEmpty)
        reader.press("2", "}")
        #expect(reader.screen[0].isEmpty, "the header itself is in view")
        reader.press("3", "j")
        #expect(reader.screen[0].contains("Spring and neap"))
        #expect(reader.screen[0].contains("§ 2/5"))
    }

    @Test func `in the lead the title of the article stays`() {
        var reader = Script(.tides, size: Size(40, 8))
        reader.press("5", "j")
        #expect(reader.screen[0].contains("Why the sea moves"))
    }

    @Test func `a count before G goes to that many percent`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("5", "0", "G")
        let block = reader.state.trail.page?.top.block ?? 0
        #expect((4...7).contains(block))
        #expect(reader.status.contains("50 %"))
        reader.press("9", "9", "9", "G")
        #expect(reader.status.contains("100 %"))
    }

    @Test func `an article without sections says so`() {
        var reader = Script(
            Article(title: "Plain", blocks: [Block(.paragraph(RichText("Words.")))]))
        reader.press("}")
        #expect(reader.status.contains("no sections"))
        reader.press("t")
        #expect(reader.status.contains("no sections"))
    }

    @Test func `an article of nothing can be opened and moved in`() {
        var reader = Script(Article(title: "", blocks: []), size: Size(20, 6))
        for key in ["j", "k", "space", "G", "g", "}", "{", "]", "[", "f", "n", "r", "t", "enter"] {
            reader.press(key)
            #expect(reader.screen.count == 6)
        }
    }
}

@Suite struct Resizing {
    @Test func `the first words stay in view at any width and come back exactly`() {
        var reader = Script(.tides, size: Size(100, 20))
        reader.press("2", "}", "2", "j")
        let before = reader.screen
        let word = before[1].trimmedBlanks.split(separator: " ").prefix(2).joined(separator: " ")
        #expect(!word.isEmpty)
        for width in [80, 41, 20, 33, 64] {
            reader.resize(width, 12)
            let shown = reader.screen.dropFirst().prefix(4).joined(separator: " ")
            #expect(shown.contains(word.split(separator: " ")[0]), "at \(width)")
        }
        reader.resize(100, 20)
        #expect(reader.screen == before)
    }

    @Test func `a page past its end comes back as it was`() {
        var reader = Script(.tides, size: Size(100, 30))
        reader.press("5", "}")
        let before = reader.screen
        reader.resize(40, 10)
        reader.resize(100, 30)
        #expect(reader.screen == before)
        reader.press("g", "G")
        reader.resize(100, 40)
        #expect(reader.screen[38].contains("a book on waves"), "the end stays at the bottom")
    }

    @Test func `wider, narrower and back to the default`() {
        var reader = Script(.tides, size: Size(100, 20))
        reader.press("}", "-")
        #expect(reader.status.contains("68 columns"))
        #expect(reader.state.trail.page?.layout.measure == 68)
        #expect(firstRow(reader).contains("The pull of the moon"))
        reader.press("3", "+")
        #expect(reader.state.measure == 80)
        reader.press("=")
        #expect(reader.state.measure == 72)
    }

    @Test func `a narrow terminal says how wide the text can be`() {
        var reader = Script(.tides, size: Size(50, 20))
        #expect(reader.state.measure == 48)
        reader.press("+")
        #expect(reader.status.contains("as wide as the terminal allows"))
        reader.press("-")
        #expect(reader.state.measure == 44)
    }

    @Test func `a wider pane leaves the page its words`() {
        var reader = Script(.tides, size: Size(100, 20))
        reader.press("2", "}")
        reader.state.paneIsOpen = true
        reader.perform(.ticked)
        #expect(reader.state.trail.page?.layout.measure == reader.state.measure)
        #expect(reader.state.measure < 60)
        #expect(firstRow(reader).contains("Spring and neap"))
    }
}
