import Drawing
import LecternCore
import Reading
import Support
import Testing

@Suite struct `While nothing waits` {
    @Test func `the next screenful is set, once, and nothing is seen of it`() {
        var reader = Script(.tides, size: Size(60, 12))
        #expect(reader.state.canPrepare)
        let before = reader.screen
        _ = reader.perform(.idled)
        #expect(!reader.state.canPrepare)
        #expect(reader.screen == before)
        reader.press("j")
        #expect(reader.state.canPrepare)
        _ = reader.perform(.idled)
        reader.resize(40, 12)
        #expect(reader.state.canPrepare)
    }

    @Test func `what is prepared is what is shown without`() {
        var prepared = Script(.tides, size: Size(50, 14))
        var plain = prepared
        for key in ["j", "space", "j", "}", "k", "G", "b", "g", "5", "j"] {
            _ = prepared.perform(.idled)
            prepared.press(key)
            plain.press(key)
            #expect(prepared.screen == plain.screen, "after \(key)")
        }
    }

    @Test func `a list has nothing to prepare`() {
        var reader = Script(.tides, size: Size(60, 12))
        reader.state.show(.feed(Feed(title: "Tides", entries: [])), from: .file("/feed"))
        #expect(!reader.state.canPrepare)
        _ = reader.perform(.idled)
    }
}

@Suite struct `The whole of a long text` {
    @Test func `takes the place of its beginning, surveyed off the screen or not`() {
        let blocks = (1...400).map { Block(.paragraph(RichText("Line \($0) of the log."))) }
        let beginning = Article(title: "The log", blocks: Array(blocks.prefix(40)))
        let whole = Article(title: "The log", blocks: blocks)
        var screens: [[String]] = []
        for isSurveyed in [true, false] {
            var reader = Script(.tides, size: Size(60, 12))
            let effects = reader.state.open(.file("/log"))
            guard case .open(let token, _)? = effects.last else {
                Issue.record("nothing was ordered: \(effects)")
                return
            }
            _ = reader.perform(.glimpsed(token, beginning, bytes: 9_000))
            reader.press("j", "j")
            if isSurveyed { _ = reader.perform(.surveyed(token, Bearings(whole))) }
            _ = reader.perform(.opened(token, .success(.article(whole))))
            #expect(reader.state.trail.page?.rest == nil)
            reader.press("G")
            #expect(reader.text.contains("Line 400 of the log."))
            screens.append(reader.screen)
        }
        #expect(screens[0] == screens[1])
    }
}
