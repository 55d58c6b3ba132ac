import Drawing
import LecternCore
import Reading
import Support
import Testing

@Suite struct Screens {
    @Test func `80 by 24, inside a section`() {
        var reader = Script(.tides, size: Size(80, 24))
        reader.press("2", "}", "2", "j")
        #expect(
            reader.text == """
                    Spring and neap                                                    § 2/5
                    Spring tide is told here at some length, so that the paragraph takes
                    several lines on a screen of any width and gives the reader something to
                    scroll through.

                    Neap tide is told here at some length, so that the paragraph takes
                    several lines on a screen of any width and gives the reader something to
                    scroll through.

                    The lag

                    The age of the tide is told here at some length, so that the paragraph
                    takes several lines on a screen of any width and gives the reader
                    something to scroll through.

                      let tide = moon + sun
                      print(tide)


                    Tables

                    How a table is read is told here at some length, so that the paragraph
                    takes several lines on a screen of any width and gives the reader
                 Why the sea moves · example.net                                   ? help  40 %
                """)
    }

    @Test func `40 by 10, with hints`() {
        var reader = Script(.tides, size: Size(40, 10))
        reader.press("}", "f")
        #expect(
            reader.text == """

                 The pull of the moon

                 Being near, the moon pulls the near
                 side more strongly; seeathe tables
                 below, or write tosthe harbour master.

                 The far side is told here at some
                 length, so that the paragraph takes
                 Type a link's letters. Esc leaves.
                """)
    }

    @Test func `20 by 6, a section's end`() {
        var reader = Script(.tides, size: Size(20, 6))
        reader.press("3", "}", "2", "j")
        #expect(
            reader.text == """
                The lag        § 3/5
                The age of the tide
                is told here at
                some length, so that
                the paragraph takes
                 Why the sea…  65 %
                """)
    }

    @Test func `80 by 24, the contents over the page`() {
        var reader = Script(.tides, size: Size(80, 24))
        reader.press("}", "t")
        #expect(
            reader.screen[7...15].joined(separator: "\n") == """
                  ┌─ Contents ───────────────────────────────────────────────────────────────┐
                  │ Why the sea moves                                                        │
                  │▌  The pull of the moon                                              14 % │
                  │ ▾ Spring and neap                                                   37 % │
                  │     The lag                                                         64 % │
                  │   Tables                                                            80 % │
                  │   Afterwards                                                        96 % │
                  └─ Enter goes there · ← → folds · - + levels · / filters ──────────────────┘
                    scroll through.
                """)
    }

    @Test func `20 by 6, related articles and help`() {
        var reader = Script(.tides, size: Size(20, 6))
        reader.press("r")
        #expect(
            reader.text == """
                Related articles
                How wav…  example.o…
                The los…  no address


                 → https://ex…  0 %
                """)
        reader.press("escape", "?")
        #expect(reader.screen[0].hasPrefix("Help       1–4/"))
        #expect(reader.screen[0].hasSuffix("↓"))
        #expect(reader.screen[1...2] == ["Moving", "  a line down…  j  ↓"][...])
    }

    @Test func `20 by 6, a search that found something`() {
        var reader = Script(.tides, size: Size(20, 6))
        reader.press("/")
        reader.type("harbour")
        #expect(reader.screen.last == "/harbour         1/1")
        #expect(reader.drawn(.currentMatch) == ["harbour"])
    }

    @Test func `headers differ by level, code stands on its ground, decoration is dim`() {
        var reader = Script(.tides, size: Size(80, 60))
        #expect(reader.drawn(.title) == ["Why the sea moves"])
        #expect(
            reader.drawn(.heading2) == [
                "The pull of the moon", "Spring and neap", "Tables", "Afterwards",
            ])
        #expect(reader.drawn(.heading3) == ["The lag"])
        #expect(reader.drawn(.marker) == ["•", "•"])
        #expect(
            reader.drawn(.link) == [
                "the moon", "the tables", "the harbour master", "a book on waves",
            ])
        #expect(reader.drawn(.emphasis).first == "and they wrote it down")
        #expect(reader.drawn(.codeBlock) == ["tide = moon + sun", "print(tide)"])
        #expect(reader.drawn(.codeKeyword) == ["let"])
        reader.press("]")
        #expect(reader.drawn(.link) == ["the tables", "the harbour master", "a book on waves"])
    }

    @Test func `code stands on its ground over the whole measure`() {
        var preferences = Preferences.test
        let ground = Style(background: .indexed(7))
        preferences.themes = [
            Theme(name: "ground", isDark: true) { $0 == .codeBlock ? ground : Style() }
        ]
        let reader = Script(.tides, size: Size(80, 60), preferences: preferences)
        let surface = reader.surface
        guard let place = reader.place(of: "let tide") else {
            Issue.record("no code")
            return
        }
        let grounded = (0..<80).filter { surface[$0, place.row].style.background == .indexed(7) }
        #expect(grounded == Array(4..<76))
    }
}
