import Support
import Testing

/// What happens to a streaming answer when the reader does something else.
@Suite(
    .serialized, .chatbotTurn,
    .enabled(if: Servers.Chatbot.isInstalled, "run Tests/Servers/setup-chatbot.sh first"))
struct `An answer on its way` {
    private func writing(_ server: Servers.Chatbot) async throws -> Tmux {
        let page = try await Site.shared.web().url + "/pages/tides.html"
        let screen = try await Tmux(
            [
                // The shell shows the status, and the terminal as the program left it.
                "sh", "-c", #""$@"; echo "left with $?"; exec sleep 600"#, "sh",
                Environment.binary, page, "--chat-url", server.url,
            ], columns: 120, rows: 40,
            // What an earlier test left there would be shown in place of an answer.
            environment: Site.clean.merging(["XDG_STATE_HOME": try Folder().path]) { $1 })
        try await screen.wait(for: "Why the sea comes")
        try await screen.press("s")
        try await screen.wait(for: "writing", within: 120)
        return screen
    }

    private func isBusy(_ server: Servers.Chatbot) async throws -> Bool {
        let slots = try await ChildProcess.run([
            "python3", "-c",
            "import sys, urllib.request as web; print(web.urlopen(sys.argv[1]).read().decode())",
            server.url + "/slots",
        ])
        #expect(slots.output.contains("is_processing"))
        return slots.output.contains("\"is_processing\":true")
    }

    @Test func `goes on while the terminal changes its size`() async throws {
        let screen = try await writing(try await Servers.chatbot())
        for (columns, rows) in [(70, 20), (40, 10), (160, 50), (120, 40)] {
            try await screen.resize(columns: columns, rows: rows)
            // The screen is never quiet while words arrive.
            try await Task.sleep(for: .milliseconds(150))
        }
        try await screen.wait(for: "traced", within: 240)
        #expect(try await !screen.text.contains("stopped"))
    }

    @Test func `ends at the server when the reader quits, and the terminal is as it was`()
        async throws
    {
        let server = try await Servers.chatbot()
        let screen = try await writing(server)
        try await screen.press("Q")
        try await screen.wait(for: "left with 0")
        let condition = try await screen.condition
        #expect(!condition.isAlternate && condition.showsCursor && !condition.wantsMouse)
        let end = ContinuousClock.now + .seconds(30)
        while try await isBusy(server), .now < end {
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(try await !isBusy(server))
    }
}
