import Support
import Testing

/// The side pane, with the built-in extract and with llama.cpp's own server and a real small model.
@Suite(.serialized) struct `The pane in the terminal` {
    private static let chatbotIsThere = Servers.Chatbot.isInstalled
    private static let how: Comment = "no chatbot installed: make test sets it up"

    @Test func `a summary is there at once without a chatbot, and a citation lights its paragraph`()
        async throws
    {
        let screen = try await Tmux(
            [Environment.binary, "--chatbot", "extract", Site.pages + "/tides.html"], columns: 120,
            rows: 40,
            environment: Site.clean)
        try await screen.wait(for: "Why the sea comes")
        try await screen.press("s")
        try await screen.wait(for: "built-in extract")
        try await screen.wait(for: "[1]")
        let before = try await screen.styledText
        try await screen.press("Tab", "]", "Enter")
        try await screen.waitForQuiet()
        #expect(try await screen.styledText != before)
        try await screen.press("s")
        try await screen.wait(forNo: "built-in extract")
    }

    @Test func `on a narrow terminal the pane lies below`() async throws {
        let screen = try await Tmux(
            [Environment.binary, "--chatbot", "extract", Site.pages + "/tides.html"], columns: 80,
            rows: 24,
            environment: Site.clean)
        try await screen.wait(for: "Why the sea comes")
        try await screen.press("s")
        let text = try await screen.wait(for: "built-in extract")
        #expect(text.contains("Why the sea comes"))
    }

    @Test(.enabled(if: chatbotIsThere, how), .chatbotTurn)
    func `a real model streams a summary and answers a question; asked again; stopped`()
        async throws
    {
        let server = try await Servers.chatbot()
        let screen = try await Tmux(
            [Environment.binary, "--chat-url", server.url, Site.pages + "/tides.html"],
            columns: 120, rows: 40,
            environment: Site.clean)
        try await screen.wait(for: "Why the sea comes")
        try await screen.press("s")
        try await screen.wait(for: "this machine", within: 20)
        try await screen.wait(for: "traced", within: 300)
        try await screen.press("a")
        try await screen.type("What does the sun add?")
        try await screen.press("Enter")
        try await screen.wait(for: "What does the sun add?")
        try await screen.wait(for: "traced", within: 300)
        try await screen.press("R")
        try await screen.press("Escape")
        try await screen.wait(for: "topped", within: 20)
        #expect(try await screen.text.contains("Why the sea comes"))
    }

    @Test(.enabled(if: chatbotIsThere, how), .chatbotTurn)
    func `summary and question on the command line`() async throws {
        let server = try await Servers.chatbot()
        let page = Site.pages + "/tides.html"
        let summary = try await Site.run([
            "summarize", page, "--chat-url", server.url, "--format", "json",
        ])
        #expect(summary.status == 0)
        #expect(summary.output.contains("\"kind\": \"llama.cpp\""))
        #expect(summary.output.contains("\"sentences\": ["))
        let answer = try await Site.run([
            "ask", page, "What is a neap tide?", "--chat-url", server.url,
        ])
        #expect(answer.status == 0)
        #expect(answer.output.contains("— llama.cpp"))
        let found = try await Site.run(["chatbots", "--chat-url", server.url])
        #expect(found.output.contains("window 4096"))
    }

    @Test func `tokens are shown as they come, keys are obeyed meanwhile, and Esc ends it at once`()
        async throws
    {
        let outcome = try await ChildProcess.run(
            ["python3", "\(Environment.top)/Benchmarks/pane.py", Environment.binary, "--check"],
            within: 120)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    @Test func `a server that is not there is named on the command line`() async throws {
        let answer = try await Site.run(
            ["summarize", Site.pages + "/tides.html", "--chat-url", "http://127.0.0.1:1"])
        #expect(answer.status == 69)
        #expect(answer.errors.contains("http://127.0.0.1:1"))
        #expect(answer.errors.split(separator: "\n").count == 1)
    }
}
