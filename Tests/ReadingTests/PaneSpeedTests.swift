import Chat
import Drawing
import LecternCore
import Reading
import Support
import Testing

@Suite struct PaneSpeedTests {
    @Test func `a token costs the same at the end of a long answer as at its beginning`() {
        var reader = Script(.tides, size: Size(120, 40))
        reader.find(.small)
        reader.press("a")
        reader.type("why?")
        reader.press("enter")
        let words = ["The ", "**moon** ", "pulls ", "the ", "near ", "side [3]. "]
        let tokens = words.map { String(repeating: $0, count: 8) } + ["\n\n"]
        var batches: [Duration] = []
        let clock = ContinuousClock()
        for _ in 0..<100 {
            batches.append(
                clock.measure {
                    for token in 0..<49 { reader.hear(.text(tokens[token % 7])) }
                })
        }
        // The best of many, so that other work on the machine does not count.
        let first = batches[..<30].min() ?? .zero
        let last = batches[70...].min() ?? .zero
        #expect(last < first * 3, "first \(first / 49), last \(last / 49) a token")
    }
}
