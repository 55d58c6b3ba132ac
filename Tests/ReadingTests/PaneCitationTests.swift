import Chat
import Drawing
import LecternCore
import Reading
import Support
import Testing

/// A reader who has got an answer with citations: paragraphs 4, 5 and 99 of 10, then 7 to 9.
private func answered(
    _ text: String = "Spring tide is told here [4]. Neap tide [5]. Bears [99]. More [7-9].",
    size: Size = Size(120, 24), ended: Bool = true
) -> Script {
    var reader = Script(.tides, size: size)
    reader.find(.small)
    reader.press("a")
    reader.type("why?")
    reader.press("enter")
    reader.hear(.text(text))
    if ended { reader.hear(.finished(Finish())) }
    reader.takeEffects()
    return reader
}

@Suite struct PaneCitationTests {
    @Test func `while an answer runs its citations are plain, but for those that lead nowhere`() {
        let reader = answered(ended: false)
        #expect(reader.drawn(.citation).joined(separator: " ").contains("[4]"))
        #expect(reader.drawn(.citation).joined(separator: " ").contains("[7-9]"))
        #expect(reader.drawn(.strike) == ["[99]"])
    }

    @Test func `after the end citations are coloured by what was found in the article`() {
        let reader = answered(
            "Spring tide is told here at some length, so that the paragraph takes several lines. [4]\n\nBears eat honey in the woods at night. [1]"
        )
        // Below the answer the colours are explained.
        #expect(reader.drawn(.traced) == ["[4]", "[n] the paragraph says so"])
        #expect(reader.drawn(.untraced) == ["[1]", "[n] the paragraph does not say so"])
        #expect(reader.drawn(.citation) == [])
    }

    @Test func `a sentence that rests on nothing is marked, and the mark explained`() {
        let reader = answered(
            "Spring tide is told here at some length, so that the paragraph takes several lines. [4]\n\nBears eat honey in the woods at night."
        )
        #expect(reader.text.contains("at night. [?]") || reader.text.contains("[?]\n"))
        #expect(reader.drawn(.strong) == ["[?]"])
        #expect(
            reader.drawn(.untraced).joined(separator: " ").contains("[?] nothing in the article"))
        #expect(!answered("Bears eat honey.", ended: false).text.contains("[?]"))
    }

    @Test func `the pane that gets the keys marks the citation that enter follows`() {
        var reader = answered()
        #expect(reader.drawn(.selectedLink) == [])
        reader.press("tab")
        #expect(reader.drawn(.selectedLink) == ["[4]"])
    }

    @Test func `back leads from citations to where they were followed from`() {
        var reader = answered(size: Size(120, 10))
        let before = reader.state.trail.page?.top
        reader.press("tab", "]", "enter", "[", "enter")
        #expect(reader.state.trail.page?.top != before)
        reader.press("H")
        #expect(reader.state.trail.page?.top == before)
    }

    @Test
    func `enter in the pane goes to the first citation in view and leaves the answer in place`() {
        var reader = answered()
        let pane = reader.drawn(.question)
        reader.press("tab", "enter")
        #expect(reader.drawn(.cited).first?.contains("Spring tide is told here") == true)
        #expect(reader.drawn(.selectedLink) == ["[4]"])
        #expect(reader.drawn(.question) == pane)
        #expect(reader.state.focus == .pane)
        #expect(reader.effects == [])
    }

    @Test func `the newest answer's citations come before those of older ones in view`() {
        var reader = answered("Old [4].", size: Size(120, 30))
        reader.press("a")
        reader.type("and?")
        reader.press("enter")
        reader.hear(.text("New [5]."), .finished(Finish()))
        reader.press("tab", "enter")
        #expect(reader.drawn(.selectedLink) == ["[5]"])
    }

    @Test func `the brackets select citations, and the ends say so`() {
        var reader = answered()
        reader.press("tab")
        #expect(reader.drawn(.selectedLink) == ["[4]"])
        reader.press("]")
        #expect(reader.drawn(.selectedLink) == ["[5]"])
        reader.press("enter")
        #expect(reader.drawn(.cited).first?.contains("Neap tide is told here") == true)
        reader.press("[")
        #expect(reader.drawn(.selectedLink) == ["[4]"])
        reader.press("[")
        #expect(reader.status.contains("first citation"))
        reader.press("3", "]", "]")
        #expect(reader.status.contains("last citation"))
    }

    @Test func `a number the article does not have jumps nowhere and says so`() {
        var reader = answered()
        let before = reader.state.trail.page?.top
        reader.press("tab", "]", "]", "enter")
        #expect(reader.drawn(.selectedLink) == ["[99]"])
        #expect(reader.status.contains("no paragraph 99"))
        #expect(reader.state.trail.page?.top == before)
        #expect(reader.state.trail.page?.lit == nil)
    }

    @Test func `a citation of several paragraphs goes through them, an enter each`() {
        var reader = answered("More [7-9].")
        reader.press("tab", "enter")
        #expect(reader.state.trail.page?.lit?.block == 11)
        reader.press("enter")
        #expect(reader.state.trail.page?.lit?.block == 12)
        reader.press("enter")
        #expect(reader.state.trail.page?.lit?.block == 13)
        reader.press("enter")
        #expect(reader.state.trail.page?.lit?.block == 11)
    }

    @Test func `a click on a citation follows it`() throws {
        var reader = answered()
        let row = try #require(reader.screen.firstIndex { $0.contains("[4]") })
        let line = Array(reader.screen[row])
        let column = try #require(line.firstIndex(of: "["))
        reader.click(column + 1, row)
        #expect(reader.drawn(.cited).first?.contains("Spring tide is told here") == true)
        #expect(reader.state.focus == .pane)
    }

    @Test func `the wheel over the pane scrolls the pane`() {
        var reader = answered(String(repeating: "line\n\n", count: 60), size: Size(120, 20))
        #expect(!reader.text.contains("› why?"))
        for _ in 0..<60 { reader.wheel(.wheelUp, at: 100, 10) }
        #expect(reader.text.contains("› why?"))
        #expect(reader.state.trail.page?.top == Spot(block: -1, line: 0))
    }

    @Test func `a citation out of view is scrolled into it`() {
        var reader = answered(
            "Zebras [4].\n\n" + String(repeating: "line\n\n", count: 60) + "Giraffes [5].",
            size: Size(120, 20))
        reader.press("tab", "]")
        #expect(reader.drawn(.selectedLink) == ["[5]"])
        reader.press("[")
        #expect(reader.drawn(.selectedLink) == ["[4]"])
        #expect(reader.text.contains("Zebras [4]."))
    }

    @Test func `an answer without citations says so`() {
        var reader = answered("No idea.")
        reader.press("tab", "]")
        #expect(reader.status.contains("No citations"))
    }

    @Test func `a citation that is broken over two lines is one citation`() {
        var reader = answered("aaaa bbbb cccc dddd [4, 5, 6, 7, 8, 9]", size: Size(30, 24))
        reader.press("tab", "]")
        #expect(reader.drawn(.selectedLink).joined(separator: " ") == "[4, 5, 6, 7, 8, 9]")
    }

    @Test func `links in an answer are their words, and citations written as links stay citations`()
    {
        let reader = answered(
            "See [the moon](https://evil.example/x) and [4](http://evil.example).")
        #expect(reader.text.contains("See the moon and [4]."))
        #expect(!reader.text.contains("evil"))
    }
}
