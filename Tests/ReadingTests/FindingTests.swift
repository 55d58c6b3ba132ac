import Drawing
import LecternCore
import Reading
import Support
import Testing

@Suite struct Finding {
    @Test func `the first match is shown while typing, counted, and every one lit`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("/")
        reader.type("water")
        #expect(reader.screen.last == "/water" + String(repeating: " ", count: 51) + "1/2")
        #expect(reader.text.contains("High water"))
        #expect(reader.drawn(.currentMatch) == ["water"])
        #expect(reader.drawn(.match) == ["water"])
        #expect(reader.surface.cursor == Position(6, 11))
        reader.press("enter")
        #expect(reader.status.contains("1/2"))
        reader.press("n")
        #expect(reader.status.contains("2/2"))
        reader.press("n")
        #expect(reader.status.contains("Went on from the top"))
        reader.press("N")
        #expect(reader.status.contains("Went on from the end"))
    }

    @Test func `escape restores the place and the search before`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("2", "j")
        let before = reader.screen
        reader.press("/")
        reader.type("waves")
        #expect(reader.screen != before)
        reader.press("escape")
        #expect(reader.screen == before)
        #expect(reader.state.trail.page?.search == nil)
    }

    @Test func `what is not there says so and moves nothing`() {
        var reader = Script(.tides, size: Size(60, 12))
        let top = reader.state.trail.page?.top
        reader.press("/")
        reader.type("zebra")
        #expect(reader.status.contains("0/0"))
        reader.press("enter")
        #expect(reader.status.contains("“zebra” is not in this article"))
        #expect(reader.state.trail.page?.top == top)
    }

    @Test func `an empty line repeats the last search, on another page too`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("/")
        reader.type("tide")
        reader.press("enter")
        let first = reader.state.trail.page?.search?.current
        reader.press("/", "enter")
        #expect(reader.state.trail.page?.search?.current != first)
        reader.state.show(.article(.tides), from: .file("/other"))
        reader.press("n")
        #expect(reader.state.trail.page?.search?.words == "tide")
    }

    @Test func `matches beyond the end of a line are found`() {
        var reader = Script(.tides, size: Size(24, 30))
        reader.press("/")
        reader.type("several lines on a screen")
        reader.press("enter")
        #expect(reader.drawn(.currentMatch).joined(separator: " ") == "several lines on a screen")
    }

    @Test func `after scrolling away the next match is the next in view`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("/")
        reader.type("is told here")
        reader.press("enter")
        let total = reader.state.trail.page?.search?.matches.count ?? 0
        #expect(total == 5)
        reader.press("G", "N")
        #expect(reader.state.trail.page?.search?.current == total - 1)
        reader.press("g", "n")
        #expect(reader.state.trail.page?.search?.current == 0)
    }

    @Test func `n without a search says what to press`() {
        var reader = Script(.tides)
        reader.press("n")
        #expect(reader.status.contains("/ searches"))
    }

    @Test func `up and down walk through earlier searches`() {
        var reader = Script(.tides)
        for words in ["moon", "neap"] {
            reader.press("/")
            reader.type(words)
            reader.press("enter")
        }
        reader.press("/")
        reader.type("dra")
        reader.press("up")
        #expect(reader.status.hasPrefix("/neap"))
        reader.press("up", "up")
        #expect(reader.status.hasPrefix("/moon"))
        reader.press("down", "down")
        #expect(reader.status.hasPrefix("/dra"))
    }
}

@Suite struct Marks {
    @Test func `a mark brings back, and two quotes go to and fro`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("}", "m", "a")
        #expect(reader.status.contains("Mark a is set"))
        let place = reader.state.trail.page?.top
        reader.press("G", "'", "a")
        #expect(reader.state.trail.page?.top == place)
        reader.press("'", "'")
        #expect(reader.status.contains("100 %"))
        reader.press("'", "'")
        #expect(reader.state.trail.page?.top == place)
    }

    @Test func `an unknown mark says how to set it`() {
        var reader = Script(.tides)
        reader.press("'", "z")
        #expect(reader.status.contains("no mark z"))
        reader.press("'", "'")
        #expect(reader.status.contains("no jump"))
        reader.press("m")
        #expect(reader.status.contains("type its letter"))
        reader.press("escape")
        #expect(reader.state.mode == .normal)
    }

    @Test func `a mark stands at its words whatever the width`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.press("2", "}", "m", "b", "g")
        reader.resize(30, 12)
        reader.press("'", "b")
        #expect(reader.screen[1].contains("Spring and neap"))
    }

    @Test func `a citation lights its words a third down until the next move`() throws {
        var reader = Script(.tides, size: Size(60, 14))
        let block = 8
        let text = try #require(reader.state.trail.page?.article.blocks[block].text)
        #expect(text.hasPrefix("The age of the tide"))
        reader.state.light(block: block, range: 0..<19)
        #expect(reader.drawn(.cited) == ["The age of the tide"])
        let row = try #require(reader.screen.firstIndex { $0.contains("The age of the tide") })
        #expect((3...6).contains(row))
        reader.press("j")
        #expect(reader.drawn(.cited).isEmpty)
        reader.press("'", "'")
        #expect(reader.state.trail.page?.top == .start)
    }
}
