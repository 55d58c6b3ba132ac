import Chat
import Drawing
import LecternCore
import Reading
import Support
import Testing

@Suite struct PaneSummaryTests {
    @Test func `s asks the extract at once and looks for a chatbot`() {
        var reader = Script(.tides)
        reader.press("s")
        #expect(reader.takeOrders() == ["find chatbots", "ask 1 extract: summary of 120 words"])
        #expect(reader.text.contains("Looking for a chatbot"))
        reader.hearExtract()
        // Which sentences it takes is the extract's affair.
        #expect(!reader.drawn(.traced).isEmpty)
        #expect(reader.drawn(.traced).allSatisfy { reader.text.contains(". \($0)") })
        for role in [Role.weak, .untraced, .citation] { #expect(reader.drawn(role) == []) }
        #expect(reader.text.contains("built-in extract"))
        #expect(reader.text.contains("verbatim sentences"))
    }

    @Test func `without a chatbot the extract stands and the pane says how to get one`() {
        var reader = Script(.tides, size: Size(120, 30))
        reader.press("s")
        reader.hearExtract()
        reader.find()
        let text = reader.drawn(.meta).joined(separator: " ")
        #expect(text.contains("No chatbot found: start llama-server or Ollama, then"))
        #expect(reader.turn?.answer.author == .extract)
        reader.takeEffects()
        reader.press("R")
        #expect(reader.takeOrders() == ["find chatbots", "ask 2 extract: summary of 120 words"])
    }

    @Test func `a chatbot found later replaces the extract at its first word`() {
        var reader = Script(.tides, size: Size(120, 30))
        reader.press("s")
        reader.hearExtract()
        reader.takeEffects()
        reader.find(.small)
        #expect(reader.takeOrders() == ["ask 2 llama.cpp: summary of 120 words"])
        #expect(reader.text.contains("built-in extract · verbatim sentences"))
        #expect(reader.text.contains("SmolLM2-135M · this machine"))
        reader.hear(.waiting("loading model"), .progress(0.4))
        #expect(reader.text.contains("reading 40 %"))
        #expect(reader.text.contains("The sea comes and goes twice a day, and"))
        reader.hear(.text("The moon does it [3]."))
        #expect(reader.text.contains("The moon does it"))
        #expect(!reader.text.contains("verbatim sentences"))
        #expect(reader.turn?.standIn == nil)
    }

    @Test func `an extract that is still at work is cancelled by the chatbot's first word`() {
        var reader = Script(.tides)
        reader.find(.small)
        reader.press("s")
        #expect(
            reader.takeOrders() == [
                "ask 1 extract: summary of 120 words", "ask 2 llama.cpp: summary of 120 words",
            ])
        reader.hear(.text("The moon"))
        #expect(reader.takeOrders() == ["cancel 1"])
        reader.perform(.replied(Token(1), .text("late words")))
        #expect(reader.turn?.shown.text == "The moon")
    }

    @Test func `s again closes the pane, and opens it on the same summary`() {
        var reader = Script(.tides)
        reader.press("s")
        reader.hearExtract()
        reader.find()
        reader.takeEffects()
        reader.press("s")
        #expect(!reader.state.paneIsOpen)
        reader.press("s")
        #expect(reader.state.paneIsOpen)
        #expect(reader.takeOrders() == [])
        #expect(reader.text.contains("› Summary"))
    }

    @Test func `with only the extract wanted nobody looks for chatbots`() {
        var preferences = Preferences.test
        preferences.extractOnly = true
        var reader = Script(.tides, preferences: preferences)
        reader.press("s", "M")
        #expect(reader.takeOrders() == ["ask 1 extract: summary of 120 words"])
    }

    @Test func `with chatbots off the pane says so and asks nobody`() {
        var preferences = Preferences.test
        preferences.chatbotsAllowed = false
        var reader = Script(.tides, size: Size(120, 30), preferences: preferences)
        reader.press("s")
        #expect(reader.takeOrders() == [])
        #expect(reader.text.contains("Chatbots are off"))
        reader.press("s")
        #expect(!reader.state.paneIsOpen)
    }

    @Test func `every article on the way has a conversation of its own`() {
        var reader = Script(.tides)
        reader.find(.small)
        reader.press("a")
        reader.type("why tides?")
        reader.press("enter")
        reader.hear(.text("The moon [3]."), .finished(Finish()))
        let other = Article(title: "Other", blocks: [Block(.paragraph(RichText("Words.")))])
        reader.state.show(.article(other), from: .file("other"))
        reader.perform(.ticked)
        #expect(!reader.text.contains("why tides?"))
        #expect(reader.text.contains("s summarises the article"))
        reader.press("H")
        #expect(reader.text.contains("why tides?"))
    }

    @Test func `an article opened again finds its summary at once`() {
        var reader = Script(.tides)
        reader.find(.small)
        reader.press("s")
        reader.hear(.text("It is the moon."), .finished(Finish()))
        let other = Article(title: "Other", blocks: [Block(.paragraph(RichText("Words.")))])
        for article in [other, .tides] {
            reader.state.show(.article(article), from: .file("again"))
            reader.perform(.ticked)
        }
        reader.takeEffects()
        #expect(reader.text.contains("It is the moon."))
        reader.press("s", "s")
        #expect(reader.takeOrders() == [])
        #expect(reader.text.contains("It is the moon."))
    }

    @Test func `the answer to a page that the trail forgets is cancelled`() {
        var reader = Script(.tides)
        reader.state.show(.article(.tides), from: .file("second"))
        reader.find(.small)
        reader.press("a")
        reader.type("why?")
        reader.press("enter", "H")
        reader.takeEffects()
        reader.state.show(.article(.tides), from: .file("third"))
        reader.perform(.ticked)
        #expect(reader.takeOrders() == ["cancel 1"])
    }
}
