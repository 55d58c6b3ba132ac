import Chat
import Drawing
import LecternCore
import Reading
import Support
import Testing

/// A reader whose conversations are kept.
private func keeper(_ article: Article = .tides, size: Size = Size(120, 30)) -> Script {
    var preferences = Preferences.test
    preferences.keepsConversations = true
    var reader = Script(article, size: size, preferences: preferences)
    reader.state.today = "2026-03-04"
    return reader
}

private func kept(
    _ text: String, _ task: Question.Task = .summary(.medium), by card: ChatbotCard = .small,
    article: Article = .tides, about: UInt64? = nil
) -> RecalledExchange {
    let exchange = KeptExchange(
        task: task, title: Messages.question(task), card: card, text: text, finish: Finish(),
        seconds: 4, date: "2026-02-03", article: about ?? article.fingerprint)
    return RecalledExchange.checked([exchange], against: article)[0]
}

private let key = "https://example.net/tides.html"

@Suite struct PaneKeepingTests {
    @Test func `s waits for what was kept and shows a summary at once, with its date`() {
        var reader = keeper()
        reader.press("s")
        #expect(reader.takeOrders() == ["recall Why the sea moves"])
        reader.perform(.recalled(key, [kept("Spring tide is told here at some length. [4]")]))
        #expect(reader.takeOrders() == [])
        #expect(reader.text.contains("2026-02-03 · SmolLM2-135M · R asks anew"))
        #expect(reader.drawn(.traced).contains("[4]"))
        reader.press("s", "s")
        #expect(reader.takeOrders() == [])
        reader.find(.small)
        reader.press("R")
        #expect(reader.takeOrders() == ["ask 2 llama.cpp: summary of 120 words"])
        // What is there stays until the new one's first words.
        #expect(reader.text.contains("Spring tide is told here"))
    }

    @Test func `s shows the summary of an earlier run, whatever was asked behind it`() {
        var reader = keeper(size: Size(120, 16))
        reader.find(.small)
        reader.press("s")
        reader.takeEffects()
        let long = (1...12).map { "Line \($0) of an answer that goes on. [2]" }
        reader.perform(
            .recalled(
                key,
                [
                    kept(long.joined(separator: "\n\n"), .ask("First?")),
                    kept("Spring tide is told here at some length. [4]"),
                    kept(long.joined(separator: "\n\n"), .ask("Why?")),
                ]))
        #expect(reader.takeOrders() == [])
        #expect(reader.drawn(.question).first == "› Summary")
        #expect(reader.text.contains("Spring tide is told here"))
        // R asks the last question, and that is not the summary.
        #expect(reader.text.ranges(of: "2026-02-03 · SmolLM2-135M").count == 2)
        #expect(reader.text.ranges(of: "R asks anew").count == 1)
        // A new question is in view as ever.
        reader.press("a")
        reader.type("and the sun?")
        reader.press("enter")
        reader.hear(.text("The sun too [3]."), .finished(Finish()))
        #expect(reader.text.contains("The sun too"))
    }

    @Test func `without a kept summary it is made`() {
        var reader = keeper()
        reader.find(.small)
        reader.press("s")
        #expect(reader.takeOrders() == ["recall Why the sea moves"])
        reader.perform(.recalled(key, [kept("The moon. [2]", .ask("Why?"))]))
        #expect(
            reader.takeOrders() == [
                "ask 2 extract: summary of 120 words", "ask 3 llama.cpp: summary of 120 words",
            ])
        #expect(reader.state.trail.page?.conversation.turns.count == 2)
    }

    @Test func `a summary by another model is not taken for this one's`() {
        var reader = keeper()
        reader.find(.small)
        reader.press("s")
        reader.perform(.recalled(key, [kept("By another. [2]", by: .cold)]))
        #expect(reader.takeOrders().last?.hasPrefix("ask") == true)
        #expect(reader.text.contains("By another."))
    }

    @Test func `what is asked meanwhile comes after what was kept`() {
        var reader = keeper()
        reader.find(.small)
        reader.press("a")
        reader.type("and the sun?")
        reader.press("enter")
        reader.hear(.text("The sun too [3]."), .finished(Finish()))
        reader.takeEffects()
        reader.perform(.recalled(key, [kept("The moon. [2]", .ask("Why?"))]))
        let titles = reader.state.trail.page?.conversation.turns.map(\.title)
        #expect(titles == ["Why?", "and the sun?"])
        // The same again changes nothing.
        reader.perform(.recalled(key, [kept("The moon. [2]", .ask("Why?"))]))
        #expect(reader.state.trail.page?.conversation.turns.count == 2)
    }

    @Test func `an answer that has ended is kept, with those before it`() {
        var reader = keeper()
        reader.find(.small)
        reader.press("s")
        reader.perform(.recalled(key, []))
        reader.hearExtract()
        reader.takeEffects()
        reader.hear(.text("The moon does it [2]."), .finished(Finish(used: [1, 2])))
        guard case .keep(let exchanges, let place)? = reader.takeEffects().last else {
            Issue.record("nothing is kept")
            return
        }
        #expect(place == key)
        #expect(exchanges.map(\.text) == ["The moon does it [2]."])
        #expect(exchanges[0].date == "2026-03-04")
        #expect(exchanges[0].card.model == ChatbotCard.small.model)
        #expect(exchanges[0].article == Article.tides.fingerprint)
    }

    @Test func `what failed, was stopped or came from the extract is not kept`() {
        var reader = keeper()
        reader.press("s")
        reader.perform(.recalled(key, []))
        reader.hearExtract()
        #expect(!reader.takeOrders().contains { $0.hasPrefix("keep") })
        reader.find(.small)
        reader.hear(.text("The moon"), .failed(.dropped))
        reader.press("R")
        reader.hear(.text("The sun"))
        reader.press("escape")
        #expect(!reader.takeOrders().contains { $0.hasPrefix("keep") })
    }

    @Test func `an answer about an earlier text says so`() {
        var reader = keeper()
        reader.press("s")
        reader.perform(.recalled(key, [kept("Bears eat honey. [4]", about: 1)]))
        #expect(reader.drawn(.meta).joined(separator: " ").contains("about an earlier version"))
        #expect(reader.drawn(.untraced).contains("[4]"))
    }

    @Test func `in private nothing is looked for and nothing kept`() {
        var reader = Script(.tides)
        reader.find(.small)
        reader.press("s")
        reader.hear(.text("The moon."), .finished(Finish()))
        let orders = reader.takeOrders()
        #expect(!orders.contains { $0.hasPrefix("recall") || $0.hasPrefix("keep") })
    }

    @Test func `what comes for another article, or uncalled for, changes nothing`() {
        var reader = keeper()
        reader.perform(.recalled(key, [kept("Uncalled. [4]")]))
        #expect(reader.turn == nil)
        reader.press("s")
        reader.perform(.recalled("https://other.example/", [kept("Foreign. [4]")]))
        #expect(reader.turn == nil)
    }
}

@Suite struct PaneExportTests {
    private func answered() -> Script {
        var reader = Script(.tides, size: Size(120, 24))
        reader.state.today = "2026-03-04"
        reader.find(.small)
        reader.press("a")
        reader.type("why?")
        reader.press("enter")
        reader.hear(
            .text("Spring tide is told here at some length [4, 5].\n\nNo such thing [99]."),
            .finished(Finish()))
        reader.takeEffects()
        return reader
    }

    @Test func `E offers a name, and the file has footnotes that quote the article`() {
        var reader = answered()
        reader.press("E")
        #expect(reader.status.contains(":export why-the-sea-moves.md"))
        reader.press("enter")
        guard case .write(let text, let path)? = reader.takeEffects().last else {
            Issue.record("nothing is written")
            return
        }
        #expect(path == "why-the-sea-moves.md")
        #expect(
            text.hasPrefix("# Why the sea moves\n\n<https://example.net/tides.html>\n\n## why?\n"))
        #expect(text.contains("Spring tide is told here at some length [^4][^5]."))
        #expect(text.contains("No such thing [99]."))
        #expect(text.contains("*llama.cpp · SmolLM2-135M · this machine, 2026-03-04, "))
        #expect(text.contains("\n[^4]: ¶4 “Spring tide is told here"))
        #expect(text.contains("\n[^5]: ¶5 “"))
        #expect(!text.contains("[^99]"))
        reader.perform(.wrote(path, problem: nil))
        #expect(reader.status.contains("Written to why-the-sea-moves.md."))
        reader.perform(.wrote(path, problem: "there is such a file already"))
        #expect(reader.status.contains("was not written: there is such a file already."))
    }

    @Test func `an answer that was stopped is written down as one`() {
        var reader = answered()
        reader.press("a")
        reader.type("and then?")
        reader.press("enter")
        reader.hear(.text("The moon is"))
        reader.press("escape", "E", "enter")
        guard case .write(let text, _)? = reader.takeEffects().last else {
            Issue.record("nothing is written")
            return
        }
        let answers = text.split(separator: "\n## ")
        #expect(!answers[1].contains("stopped"))
        #expect(answers[2].contains("The moon is\n\n*llama.cpp · SmolLM2-135M · this machine, "))
        #expect(answers[2].contains("\n*stopped*\n"))
    }

    @Test func `there must be an answer`() {
        var reader = Script(.tides)
        reader.press("E")
        #expect(reader.status.contains("no answer to write"))
        reader.press(":")
        reader.type("export x.md")
        reader.press("enter")
        #expect(reader.takeOrders() == [])
    }

    @Test func `in the pane yy copies the answer`() {
        var reader = answered()
        reader.press("tab", "y", "y")
        #expect(
            reader.takeOrders() == [
                "copy Spring tide is told here at some length [4, 5].\n\nNo such thing [99]."
            ])
    }
}
