import Chat
import Drawing
import LecternCore
import Reading
import Support
import Testing

/// A reader in front of an article with a chatbot at hand.
private func asking(
    _ question: String = "why tides?", size: Size = Size(100, 30), of card: ChatbotCard = .small
) -> Script {
    var reader = Script(.tides, size: size)
    reader.find(card)
    reader.press("a")
    reader.type(question)
    reader.press("enter")
    return reader
}

@Suite struct PaneAnswerTests {
    private static let markdown = """
        # The moon

        Being near, it **pulls** more *strongly* [3], which ünïcode 日本 and `code` survive [4][5].

        - one [1]
        - two [2-4]

        Then there are

        1. first
        2. second

        > quoted
        """

    @Test func `a question is asked of the chatbot with the answers before it`() throws {
        var reader = asking()
        #expect(reader.takeOrders() == ["ask 1 llama.cpp: why tides?"])
        reader.hear(.text("The moon [3]."), .finished(Finish()))
        reader.press("a")
        reader.type("and the sun?")
        reader.press("enter")
        guard case .ask(_, let question, .small)? = reader.takeEffects().last else {
            Issue.record("nothing was asked")
            return
        }
        #expect(question.task == .ask("and the sun?"))
        #expect(question.history == [Exchange(question: "why tides?", answer: "The moon [3].")])
        #expect(reader.text.contains("› why tides?"))
        #expect(reader.text.contains("› and the sun?"))
    }

    @Test func `a blank question is none`() {
        let reader = asking("   ")
        #expect(reader.effects == [])
    }

    @Test func `an answer looks the same however its stream was split`() {
        var growing = asking()
        growing.hear(.text(Self.markdown))
        var whole = growing
        whole.hear(.finished(Finish()))
        let expected = whole.screen
        let text = Array(Self.markdown.unicodeScalars)
        for split in 1..<text.count {
            var reader = asking()
            var first = ""
            first.unicodeScalars.append(contentsOf: text[..<split])
            var second = ""
            second.unicodeScalars.append(contentsOf: text[split...])
            reader.hear(.text(first), .text(second))
            #expect(reader.screen == growing.screen, "split at \(split)")
            reader.hear(.finished(Finish()))
            #expect(reader.screen == expected, "split at \(split)")
        }
        var single = asking()
        for scalar in text { single.hear(.text(String(scalar))) }
        #expect(single.screen == growing.screen)
        single.hear(.finished(Finish()))
        #expect(single.screen == expected)
        #expect(whole.drawn(.strong).first == "pulls")
        #expect(whole.drawn(.emphasis).last == "strongly")
        #expect(whole.text.contains("• two [2-4]"))
        #expect(whole.text.contains("2. second"))
        #expect(!whole.text.contains("**"))
        #expect(growing.drawn(.strong) == ["pulls"])
    }

    @Test func `emphasis that is still open is shown as it is meant`() {
        var reader = asking()
        reader.hear(.text("It is **the mo"))
        #expect(reader.drawn(.strong) == ["the mo"])
        reader.hear(.text("on** yes. a * b"))
        #expect(reader.drawn(.strong) == ["the moon"])
        reader.hear(.finished(Finish()))
        #expect(reader.text.contains("yes. a * b"))
    }

    @Test
    func `the pane stays at the end while an answer grows, unless the reader has scrolled up`() {
        var reader = asking(size: Size(100, 14))
        for line in 1...40 { reader.hear(.text("\n\nline \(line)")) }
        #expect(reader.text.contains("line 40"))
        reader.press("tab", "k", "k", "k", "k")
        #expect(!reader.text.contains("line 40"))
        let seen = reader.screen
        for line in 41...60 { reader.hear(.text("\n\nline \(line)")) }
        #expect(reader.screen == seen)
        reader.press("G")
        reader.hear(.text("\n\nline 61"))
        #expect(reader.text.contains("line 61"))
        reader.press("g")
        #expect(reader.text.contains("› why tides?"))
        reader.press("space")
        #expect(!reader.text.contains("› why tides?"))
    }

    @Test func `escape stops at once, keeps the words and drops what comes late`() {
        var reader = asking()
        reader.hear(.text("The moon"))
        reader.takeEffects()
        reader.press("escape")
        #expect(reader.takeOrders() == ["cancel 1"])
        #expect(reader.text.contains("The moon"))
        #expect(reader.drawn(.meta).contains { $0.contains("stopped") })
        reader.perform(.replied(Token(1), .text(" and the sun")))
        #expect(!reader.text.contains("and the sun"))
        reader.press("escape")
        #expect(!reader.state.paneIsOpen)
        #expect(reader.takeOrders() == [])
    }

    @Test func `escape leaves the mode, then stops the answer, then the loading, then closes`() {
        var reader = asking()
        _ = reader.state.open(.file("next"))
        reader.takeEffects()
        reader.press("a", "escape")
        #expect(reader.state.mode == .normal)
        #expect(reader.takeOrders() == [])
        reader.press("escape")
        #expect(reader.takeOrders() == ["cancel 1"])
        #expect(reader.state.loading != nil)
        reader.press("escape")
        #expect(reader.takeOrders() == ["cancel 2"])
        #expect(reader.state.paneIsOpen)
        reader.press("escape")
        #expect(!reader.state.paneIsOpen)
    }

    @Test func `a second question stops the first and the two never mix`() {
        var reader = asking()
        reader.hear(.text("The moon"))
        reader.takeEffects()
        reader.press("a")
        reader.type("and the sun?")
        reader.press("enter")
        #expect(
            reader.takeOrders() == ["cancel 1", "ask 2 llama.cpp: and the sun?"])
        reader.perform(.replied(Token(1), .text(" late")))
        reader.hear(.text("The sun"))
        #expect(
            reader.state.trail.page?.conversation.turns.map(\.shown.text) == [
                "The moon", "The sun",
            ])
        #expect(reader.state.trail.page?.conversation.exchanges == [])
    }

    @Test func `R asks the last question again and keeps the old answer until the new one begins`()
    {
        var reader = asking()
        reader.hear(.text("The moon."), .finished(Finish()))
        reader.takeEffects()
        reader.press("R")
        #expect(reader.takeOrders() == ["ask 2 llama.cpp: why tides?"])
        #expect(reader.text.contains("The moon."))
        reader.hear(.text("The sun"))
        #expect(!reader.text.contains("The moon."))
        #expect(reader.text.contains("The sun"))
        #expect(reader.state.trail.page?.conversation.turns.count == 1)
    }

    @Test func `e explains the section that the reader is in`() {
        var reader = Script(.tides, size: Size(100, 30))
        reader.find(.small)
        reader.press("}", "}", "e")
        #expect(reader.takeOrders() == ["ask 1 llama.cpp: explain 4"])
        #expect(reader.text.contains("› Explain: Spring and neap"))
        reader.press("g", "e")
        #expect(reader.takeOrders() == ["cancel 1", "ask 2 llama.cpp: explain 0"])
    }

    @Test func `y a copies the last answer`() {
        var reader = asking()
        reader.press("y", "a")
        #expect(reader.status.contains("no answer to copy"))
        reader.hear(.text("The **moon** [3].\u{1B}[31m"), .finished(Finish()))
        reader.takeEffects()
        reader.press("y", "a")
        #expect(reader.takeEffects() == [.copy("The **moon** [3].[31m")])
    }

    @Test func `nothing of an answer reaches the screen but plain characters`() {
        var reader = asking()
        reader.hear(.text("a\u{1B}]0;title\u{7}b\u{202E}c\u{E0041}d\r\n"), .thinking("\u{9B}31m"))
        reader.press("z")
        let scalars = reader.text.unicodeScalars
        #expect(scalars.allSatisfy { $0 == "\n" || !$0.isForbidden })
        #expect(reader.text.contains("a]0;titlebcd"))
    }

    @Test func `reasoning is folded, with a clock, and z unfolds it`() {
        var reader = asking()
        reader.hear(.thinking("Let me see.\n\nThe moon"))
        for _ in 1...12 { reader.perform(.ticked) }
        #expect(reader.text.contains("reasoning · 12 s"))
        #expect(reader.text.contains("thinking 12 s"))
        #expect(!reader.text.contains("Let me see."))
        reader.press("z")
        #expect(reader.drawn(.thinking).contains { $0.contains("Let me see.") })
        reader.hear(.text("The moon."), .finished(Finish()))
        #expect(reader.text.contains("▾ reasoned for 12 s"))
        reader.press("z")
        #expect(!reader.text.contains("Let me see."))
        #expect(reader.text.contains("▸ reasoned for 12 s"))
    }

    @Test func `z says when there is no reasoning to show`() {
        var reader = asking()
        reader.press("z")
        #expect(reader.status.contains("No reasoning"))
    }

    @Test func `the header says who answers, where, and how far it is`() {
        var reader = asking(size: Size(160, 30), of: .cold)
        reader.hear(.waiting("loading model"))
        for _ in 1...12 { reader.perform(.ticked) }
        #expect(reader.drawn(.paneHeader).first == "Ollama · qwen3:8b · this machine")
        #expect(reader.drawn(.meta).contains { $0.hasSuffix("loading model 12 s") })
        reader.hear(.progress(0))
        #expect(reader.drawn(.meta).contains { $0.hasSuffix("reading 12 s") })
        reader.hear(.progress(0.4))
        #expect(reader.text.contains("reading 40 %"))
        reader.hear(.text("The sea comes and goes twice a day [1]. Nonsense about bears [2]."))
        #expect(reader.text.contains("writing"))
        reader.hear(.finished(Finish()))
        #expect(reader.text.contains("1 of 2 sentences traced"))
    }

    @Test func `a long article is read in parts, whose notes are shown until the answer begins`() {
        var reader = asking()
        reader.hear(.part(2, of: 3), .draft("- the far side [4]"))
        #expect(reader.text.contains("part 2 of 3"))
        #expect(reader.text.contains("• the far side [4]"))
        #expect(reader.text.contains("notes on the parts"))
        reader.hear(.text("The moon."))
        #expect(!reader.text.contains("the far side [4]"))
        reader.hear(.finished(Finish(used: [1, 3], parts: 3)))
        #expect(reader.text.contains("from 2 of 10 paragraphs"))
        #expect(reader.text.contains("read in 3 parts"))
    }

    @Test func `an answer that starts over says why and forgets what it had said`() {
        var reader = asking()
        reader.hear(.text("La luna"), .again(.language), .text("The moon is it."))
        #expect(!reader.text.contains("La luna"))
        #expect(reader.text.contains("The moon is it."))
        reader.hear(.again(.cut(sent: 6200, read: 4096)))
        #expect(reader.drawn(.meta).joined(separator: " ").contains("read 4,096 of 6,200 tokens"))
    }

    @Test func `every failure has a sentence that says what to do, and keeps what came`() {
        let failures: [(ChatError, String)] = [
            (.unreachable("http://127.0.0.1:8080"), "Nothing answers at http://127.0.0.1:8080."),
            (.refused(status: 500, "out of\nmemory\u{1B}"), "(HTTP 500): out of memory"),
            (.needsKey("http://127.0.0.1:1337"), "wants a key"),
            (.noModel("m"), "no model m"),
            (.tooLong(tokens: 6200, window: 4096), "6,200 tokens"),
            (.tooLong(tokens: nil, window: 4096), "window of 4,096"),
            (.tooLong(tokens: nil, window: nil), "too long for this model"),
            (.dropped, "broke off"), (.timedOut, "silent"), (.nothing, "answered nothing"),
            (.empty, "no text to ask about"),
        ]
        for (failure, sentence) in failures {
            var reader = asking(size: Size(240, 30))
            reader.hear(.text("The moon"), .failed(failure))
            let shown = reader.drawn(.error).joined(separator: " ")
            #expect(shown.contains(sentence), "\(failure): \(shown)")
            #expect(reader.text.contains("The moon"))
            #expect(reader.turn?.isRunning == false)
        }
    }

    @Test func `an answer without a word is an error`() {
        var reader = asking()
        reader.hear(.finished(Finish()))
        #expect(reader.turn?.answer.error == .nothing)
    }

    @Test func `a server gone mad fills no memory`() {
        var reader = asking()
        let flood = String(repeating: "x ", count: 100_000)
        for _ in 0..<5 { reader.hear(.text(flood), .thinking(flood)) }
        #expect((reader.turn?.answer.text.utf8.count ?? 0) < 1_000_000)
        #expect((reader.turn?.answer.thinking.utf8.count ?? 0) < 1_000_000)
    }

    @Test(arguments: [1, 2, 10, 20, 40, 89, 90, 120, 200], [1, 2, 3, 6, 10, 24, 60])
    func `the pane is drawn at every size`(columns: Int, rows: Int) {
        var reader = asking(size: Size(columns, rows))
        reader.hear(.thinking("hm"), .text(Self.markdown + "\n\n|a|b|\n|-|-|\n|1|2|"))
        reader.press("z", "tab", "]", "G")
        #expect(reader.screen.count == rows)
        reader.hear(.failed(.tooLong(tokens: 1, window: 1)))
        reader.resize(80, 24)
        #expect(reader.text.contains("llama.cpp · SmolLM2-135M · this machine"))
    }
}
