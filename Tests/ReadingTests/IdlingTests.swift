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
