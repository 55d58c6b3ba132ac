import Chat
import Drawing
import LecternCore
import Reading
import Support
import Testing

@Suite struct PaneChatbotTests {
    @Test func `M lists the chatbots with model, window, place and state, and looks for more`() {
        var reader = Script(.tides, size: Size(120, 24))
        reader.find(.small, .cold, .far)
        reader.press("M")
        #expect(reader.takeOrders() == ["find chatbots"])
        let text = reader.text
        #expect(text.contains("✓ SmolLM2-135M"))
        #expect(text.contains("llama.cpp :8080 · 4k tokens · loaded"))
        #expect(text.contains("  qwen3:8b"))
        #expect(text.contains("Ollama :11434 · 8k tokens · cold"))
        #expect(text.contains("gateway.example, not this machine"))
        #expect(text.contains("built-in extract"))
        #expect(text.contains("no model, verbatim sentences"))
    }

    @Test func `the list renews itself when the search ends`() {
        var reader = Script(.tides, size: Size(120, 24))
        reader.press("M")
        #expect(reader.text.contains("looking for more"))
        reader.find(.small)
        #expect(reader.text.contains("SmolLM2-135M"))
        #expect(!reader.text.contains("looking for more"))
    }

    @Test func `the chatbot chosen answers from then on`() {
        var reader = Script(.tides)
        reader.find(.small, .cold)
        reader.press("M", "j", "enter")
        #expect(reader.state.chatbot == .cold)
        #expect(reader.status.contains("qwen3:8b answers from now on"))
        reader.takeEffects()
        reader.find(.small, .cold)
        reader.press("a")
        reader.type("why?")
        reader.press("enter")
        #expect(reader.takeOrders() == ["ask 1 ollama: why?"])
    }

    @Test func `choosing a chatbot puts to it what only the extract has answered`() {
        var reader = Script(.tides)
        reader.press("s")
        reader.hearExtract()
        reader.find()
        reader.press("M")
        reader.find(.small)
        reader.takeEffects()
        reader.press("g", "enter")
        #expect(reader.takeOrders() == ["ask 2 llama.cpp: summary of 120 words"])
    }

    @Test func `choosing the extract keeps everything here and looks for nobody`() {
        var reader = Script(.tides)
        reader.find(.small)
        reader.press("M", "j", "enter", "s")
        #expect(reader.takeOrders() == ["find chatbots", "ask 1 extract: summary of 120 words"])
        reader.find(.small)
        #expect(reader.takeOrders() == [])
    }

    @Test
    func `a chatbot that went away is replaced by the next, one that is loaded now is the same`() {
        var reader = Script(.tides)
        reader.find(.cold, .small)
        var warm = ChatbotCard.cold
        warm.isLoaded = true
        reader.find(.small, warm)
        #expect(reader.state.chatbot == warm)
        reader.find(.small)
        #expect(reader.state.chatbot == .small)
    }

    @Test func `a server that named no model yet is asked for it with the next question`() {
        var reader = Script(.tides, size: Size(160, 24))
        var loading = ChatbotCard.small
        loading.model = nil
        reader.find(.cold, loading)
        reader.press("M", "j", "enter", "e")
        #expect(reader.takeOrders() == ["find chatbots", "ask 1 llama.cpp: explain 0"])
        reader.find(.cold, loading)
        reader.press("R")
        #expect(
            reader.takeOrders() == ["cancel 1", "find chatbots", "ask 2 llama.cpp: explain 0"])
        reader.find(.cold, .small)
        #expect(reader.state.chatbot == .small)
    }

    @Test func `before text leaves this computer the reader is asked, once a host`() {
        var reader = Script(.tides, size: Size(120, 24))
        reader.find(.far)
        reader.press("a")
        reader.type("why?")
        reader.press("enter")
        #expect(reader.takeOrders() == [])
        #expect(reader.text.contains("Send the article's text to gateway.example? y/n"))
        reader.press("y")
        #expect(reader.takeOrders() == ["ask 1 vLLM: why?"])
        reader.hear(.text("The moon."), .finished(Finish()))
        #expect(reader.drawn(.paneHeader).first?.contains("gateway.example") == true)
        reader.press("R")
        #expect(reader.takeOrders() == ["ask 2 vLLM: why?"])
    }

    @Test func `without consent nothing leaves, and the extract answers`() {
        var reader = Script(.tides, size: Size(120, 24))
        reader.find(.far)
        reader.press("s")
        #expect(reader.takeOrders() == [])
        reader.press("n")
        #expect(reader.takeOrders() == ["ask 1 extract: summary of 120 words"])
        #expect(reader.status.contains("Nothing was sent to gateway.example"))
        reader.hearExtract()
        reader.press("R")
        #expect(reader.text.contains("Send the article's text"))
        reader.press("escape")
        #expect(reader.takeOrders() == [])
        #expect(reader.text.contains("The sea comes and goes"))
    }

    @Test
    func `a host found while the reader waits is asked about, while they type it is only named`() {
        var waiting = Script(.tides, size: Size(120, 24))
        waiting.press("s")
        waiting.hearExtract()
        waiting.takeEffects()
        waiting.find(.far)
        #expect(waiting.text.contains("Send the article's text to gateway.example? y/n"))
        waiting.press("y")
        #expect(waiting.takeOrders() == ["ask 2 vLLM: summary of 120 words"])

        var busy = Script(.tides, size: Size(120, 24))
        busy.press("s")
        busy.hearExtract()
        busy.press("j")
        busy.takeEffects()
        busy.find(.far)
        #expect(busy.state.mode == .normal)
        busy.press("y", "y")
        #expect(busy.takeOrders() == ["copy https://example.net/tides.html"])
        #expect(busy.drawn(.meta).joined(separator: " ").contains("gateway.example can answer"))
        busy.press("R", "y")
        #expect(busy.takeOrders() == ["ask 2 vLLM: summary of 120 words"])
    }

    @Test func `the host of another computer is in the header at every width`() {
        for columns in 20...130 {
            var reader = Script(.tides, size: Size(columns, 24))
            reader.find(.far)
            reader.press("s", "y")
            reader.hear(.waiting("loading the model, which is large"))
            let header = reader.drawn(.paneHeader).joined(separator: " ")
            #expect(header.contains("gateway.example"), "\(columns) columns: \(header)")
        }
    }

    @Test func `on a list there is nothing to ask about`() {
        var reader = Script(.feed(Feed(title: "News", entries: [])))
        for key in ["s", "a", "e", "R"] {
            reader.press(key)
            #expect(reader.status.contains("no article to ask about"))
        }
        #expect(reader.takeOrders() == [])
    }
}
