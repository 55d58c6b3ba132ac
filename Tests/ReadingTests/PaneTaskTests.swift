import Chat
import Drawing
import LecternCore
import Reading
import Support
import Testing

@Suite struct PaneTaskTests {
    private func reader(_ change: (inout Preferences) -> Void = { _ in }) -> Script {
        var preferences = Preferences.test
        change(&preferences)
        var reader = Script(.tides, size: Size(120, 40), preferences: preferences)
        reader.find(.small)
        return reader
    }

    /// Chooses from the menu what the words find.
    private func choose(_ words: String, in reader: inout Script) -> [String] {
        reader.press("A", "/")
        reader.type(words)
        reader.press("enter")
        if case .picker = reader.state.mode { reader.press("enter") }
        return reader.takeOrders()
    }

    @Test(arguments: [
        ("short", "summary of 50 words"), ("long summ", "summary of 250 words"),
        ("key points", "key points"), ("explain", "explain 0"), ("simpler", "simplify 0"),
    ])
    func `the menu asks for what it names`(words: String, order: String) {
        var reader = reader()
        #expect(
            choose(words, in: &reader).last
                == "ask \(order.hasPrefix("summ") ? 2 : 1) llama.cpp: \(order)")
    }

    @Test func `it offers the reader's own prompts, and another article's company`() {
        var reader = reader { $0.prompts = [OwnPrompt(name: "as a poem", order: "Write a poem.")] }
        reader.press("A")
        for words in ["About “the beginning”", "Compare with “How waves break”", "as a poem"] {
            #expect(reader.text.contains(words), "\(words)")
        }
        // Nothing was read before, and a lost address leads nowhere.
        #expect(!reader.text.contains("read before"))
        #expect(!reader.text.contains("lighthouse"))
        reader.press("escape")
        #expect(choose("poem", in: &reader) == ["ask 1 llama.cpp: own as a poem"])
        #expect(reader.text.contains("› as a poem"))
    }

    @Test func `a translation takes the settings' language, or asks for one`() {
        var german = reader { $0.language = "de" }
        #expect(choose("into German", in: &german) == ["ask 1 llama.cpp: translate 0 to de"])
        var plain = reader()
        #expect(choose("translate it", in: &plain) == [])
        #expect(plain.status.hasPrefix(":translate"))
        plain.type("fr")
        plain.press("enter")
        #expect(plain.takeOrders() == ["ask 1 llama.cpp: translate 0 to fr"])
        plain.press(":")
        plain.type("translate 12345")
        plain.press("enter")
        #expect(plain.status.contains("no language"))
    }

    @Test func `the command line takes lengths`() {
        var reader = reader()
        for (words, order) in [("short", 50), ("long", 250), ("80", 80)] {
            reader.press(":")
            reader.type("summary \(words)")
            reader.press("enter")
            #expect(reader.takeOrders().last?.hasSuffix("summary of \(order) words") == true)
        }
        reader.press(":")
        reader.type("summary endless")
        reader.press("enter")
        #expect(reader.status.contains("no length"))
        #expect(reader.takeOrders() == [])
    }

    @Test func `what is new is asked against the article before`() {
        var reader = reader()
        let next = Article(title: "Next", blocks: [Block(.paragraph(RichText("New words here.")))])
        reader.state.show(.article(next), from: .file("next"))
        reader.press("A", "/")
        reader.type("what is new")
        reader.press("enter")
        guard case .ask(_, let question, _)? = reader.takeEffects().last else {
            Issue.record("nobody is asked")
            return
        }
        #expect(question.task == .news)
        #expect(question.other?.title == "Why the sea moves")
        #expect(reader.text.contains("What is new against “Why the sea moves”"))
        reader.hear(.text("New words [1]."), .finished(Finish()))
        reader.press("R")
        guard case .ask(_, let again, _)? = reader.takeEffects().last else {
            Issue.record("nobody is asked again")
            return
        }
        #expect(again.other?.title == "Why the sea moves")
    }

    @Test func `a related article is fetched, and compared without leaving the page`() {
        var reader = reader()
        #expect(choose("compare", in: &reader) == ["open 1 https://example.org/break.html"])
        let other = Article(
            title: "How waves break", blocks: [Block(.paragraph(RichText("They break.")))])
        reader.receive(.success(.article(other)))
        guard case .ask(_, let question, _)? = reader.takeEffects().last else {
            Issue.record("nobody is asked")
            return
        }
        #expect(question.task == .compare)
        #expect(question.other == other)
        #expect(question.article == .tides)
        #expect(reader.state.trail.stops.count == 1)
    }

    @Test func `the plan is shown until the answer is there`() {
        var reader = reader()
        reader.press("s")
        let plan = ReadingPlan(
            tokens: 6_200, window: 4_096, parts: 3, used: 90, paragraphs: 90, isCounted: true)
        reader.hear(.plan(plan))
        #expect(reader.text.contains("6,200 tokens, window 4,096: 3 parts"))
        reader.hear(.text("The moon [2]."), .finished(Finish(parts: 3)))
        #expect(!reader.text.contains("6,200 tokens"))
        #expect(reader.text.contains("read in 3 parts"))
        #expect(
            Messages.plan(
                ReadingPlan(
                    tokens: 900, window: 4_096, parts: 1, used: 9, paragraphs: 9, isCounted: false))
                == nil)
    }

    @Test func `Z ends the reasoning of an answer that has no words yet`() {
        var reader = reader()
        reader.press("a")
        reader.type("why?")
        reader.press("enter")
        reader.takeEffects()
        reader.hear(.thinking("Let me see"))
        reader.press("Z")
        #expect(reader.takeOrders() == ["answer 1 now"])
        reader.hear(.again(.now), .text("The moon [2]."))
        reader.press("Z")
        #expect(reader.takeOrders() == [])
        reader.hear(.finished(Finish()))
        #expect(reader.text.contains("The reasoning was ended before its end."))
    }

    @Test func `reasoning is wished for questions alone, where the settings say so`() {
        for (thinks, expected) in [(false, false), (true, true)] {
            var reader = reader { $0.thinks = thinks }
            reader.press("a")
            reader.type("why?")
            reader.press("enter")
            guard case .ask(_, let question, _)? = reader.takeEffects().last else { return }
            #expect(question.thinks == expected)
            reader.press("escape", "escape", "s")
            for case .ask(_, let question, _) in reader.takeEffects() {
                #expect(!question.thinks)
            }
        }
    }
}

@Suite struct PaneCitingTests {
    private func answered() -> Script {
        var reader = Script(.tides, size: Size(120, 40))
        reader.find(.small)
        reader.press("a")
        reader.type("why?")
        reader.press("enter")
        reader.hear(
            .text("Spring tide is told [4].\n\nThe moon [2].\n\nAgain spring tide [4]."),
            .finished(Finish()))
        reader.takeEffects()
        return reader
    }

    @Test func `a bar stands beside the paragraphs that the last answer cites`() {
        var reader = answered()
        let rows = reader.screen.filter { $0.contains("▎") }
        #expect(rows.contains { $0.contains("Being near, the moon pulls") })
        #expect(rows.contains { $0.contains("Spring tide is told here") })
        #expect(!rows.contains { $0.contains("The far side") || $0.contains("Neap tide") })
        reader.press("s")
        #expect(!reader.text.contains("▎"))
    }

    @Test func `c goes through the sentences that cite the first cited paragraph in view`() {
        var reader = answered()
        reader.press("c")
        #expect(reader.state.focus == .pane)
        #expect(reader.drawn(.selectedLink) == ["[2]"])
        #expect(reader.status.contains("Citation 1 of 1 of paragraph 2."))
    }

    @Test func `of a paragraph that is lit it is that one's`() {
        var reader = answered()
        reader.press("tab", "enter")
        #expect(reader.drawn(.selectedLink) == ["[4]"])
        reader.press("c")
        #expect(reader.status.contains("Citation 2 of 2 of paragraph 4."))
        reader.press("c")
        #expect(reader.status.contains("Citation 1 of 2 of paragraph 4."))
    }

    @Test func `without answers, or without a citation in view, it says so`() {
        var reader = Script(.tides)
        reader.press("c")
        #expect(reader.status.contains("No citations"))
        var other = answered()
        other.resize(120, 12)
        other.press("G", "c")
        #expect(other.status.contains("No sentence of the answers cites paragraph"))
    }
}

@Suite struct PaneTruthTests {
    private func asked() -> Script {
        var reader = Script(.tides, size: Size(120, 40))
        reader.find(.small)
        reader.press("a")
        reader.type("why?")
        reader.press("enter")
        reader.takeEffects()
        return reader
    }

    @Test func `an article that gives orders to the model is flagged, while it is read and after`()
    {
        var reader = asked()
        #expect(!reader.text.contains("gives orders"))
        reader.hear(
            .plan(
                ReadingPlan(
                    tokens: 90, window: 4_096, parts: 1, used: 9, paragraphs: 9, isCounted: false,
                    addressesModel: true)))
        #expect(reader.text.contains("The article gives orders to chatbots"))
        reader.hear(.text("The moon [2]."), .finished(Finish()))
        #expect(reader.text.contains("The article gives orders to chatbots"))
    }

    @Test func `reasoning that took all the room is told`() {
        var reader = asked()
        reader.hear(
            .thinking("Hm"), .again(.overthought), .text("The moon [2]."), .finished(Finish()))
        #expect(reader.text.contains("The reasoning took all the room: asked again"))
    }

    @Test
    func `a model in the cloud is not called by the address of the server that passes texts on`() {
        var cloud = ChatbotCard.cold
        cloud.isLocal = false
        cloud.window = nil
        cloud.maximumWindow = 131_072
        var reader = Script(.tides, size: Size(120, 24))
        reader.find(cloud)
        reader.press("M")
        #expect(
            reader.text.contains("the cloud behind Ollama · up to 128k tokens · cold"))
        reader.press("escape", "s")
        #expect(reader.text.contains("Send the article's text to the cloud behind Ollama? y/n"))
    }

    @Test func `M shows how fast a model was, once it is known`() {
        var reader = asked()
        reader.press("M")
        #expect(!reader.text.contains("tokens/s"))
        reader.press("escape")
        reader.hear(.text("The moon [2]."), .finished(Finish(speed: 41.6)))
        reader.press("M")
        #expect(reader.text.contains("llama.cpp :8080 · 4k tokens · loaded · 42 tokens/s"))
        #expect(Messages.speed(3.27) == "3.2 tokens/s")
        #expect(Messages.speed(-.infinity) == "0.0 tokens/s")
    }
}
