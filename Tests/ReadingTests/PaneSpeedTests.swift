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

    @Test func `pieces of one answer that wait together are one piece`() {
        let waiting: [Action] = [
            .replied(Token(1), .waiting("loading")), .replied(Token(1), .text("The ")),
            .replied(Token(1), .text("moon")), .ticked, .replied(Token(1), .text(" pulls.")),
            .replied(Token(2), .text("Another")), .replied(Token(2), .thinking("so")),
            .replied(Token(2), .thinking(" it is")),
        ]
        #expect(
            waiting.joined == [
                .replied(Token(1), .waiting("loading")), .replied(Token(1), .text("The moon")),
                .ticked, .replied(Token(1), .text(" pulls.")),
                .replied(Token(2), .text("Another")), .replied(Token(2), .thinking("so it is")),
            ])
        #expect([Action.ticked].joined == [.ticked])
    }

    @Test func `a flood is joined into pieces that a bound on an answer still bounds`() {
        let flood = Array(
            repeating: Action.replied(Token(1), .text(String(repeating: "tok ", count: 250))),
            count: 1_000)
        let lengths = flood.joined.map { action in
            if case .replied(_, .text(let words)) = action { words.utf8.count } else { 0 }
        }
        #expect(lengths.reduce(0, +) == 1_000_000)
        #expect(lengths.allSatisfy { $0 <= 65_536 })
        #expect(lengths.count < 20)
    }
}
