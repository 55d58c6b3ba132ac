import CSystem
import LecternCore
import Support
import Testing

/// A reader with a home of its own, in front of a played chatbot.
private struct Home {
    let folder: Folder
    let environment: [String: String]

    init(settings: String = "") async throws {
        folder = try Folder()
        try await folder.makeFolder("config/lectern")
        try folder.write(settings, to: "config/lectern/config.toml")
        environment = Site.clean.merging([
            "HOME": folder.path, "XDG_CONFIG_HOME": folder.path + "/config",
            "XDG_STATE_HOME": folder.path + "/state",
        ]) { $1 }
    }

    func read(
        _ server: PlayedChatbot, _ page: String = Site.pages + "/tides.html", columns: Int = 120,
        rows: Int = 40
    ) async throws -> Tmux {
        let screen = try await Tmux(
            [Environment.binary, page, "--chat-url", server.url], columns: columns, rows: rows,
            environment: environment, folder: folder.path)
        try await screen.wait(for: "Why the sea comes")
        return screen
    }

    func run(_ arguments: [String]) async throws -> (
        status: Int32, output: String, errors: String
    ) {
        let outcome = try await ChildProcess.run(
            ["env"] + environment.map { "\($0)=\($1)" } + [Environment.binary] + arguments)
        return (outcome.status, outcome.output, outcome.errors)
    }

    /// Everything below the folder, as text.
    func everything() async throws -> String {
        try await ChildProcess.run(["grep", "-rh", "", folder.path + "/state"]).output
    }
}

private let page = Site.pages + "/tides.html"
private let moon = "The moon draws the near side of the ocean towards itself. [2]"

@Suite struct `A reasoning model` {
    @Test(arguments: [ServerFacts.Kind.ollama, .llamaServer, .liteLLM])
    func `is folded with a clock; z shows what it thinks, Z has it answer now`(
        kind: ServerFacts.Kind
    ) async throws {
        let home = try await Home(settings: "thinking = true\n")
        let server = try PlayedChatbot(kind) { asked in
            asked.number == 1
                ? .silent([.thinking("Perhaps the sun, perhaps the wind.")]) : .says(moon)
        }
        let screen = try await home.read(server)
        try await screen.press("a")
        try await screen.type("What moves the sea?")
        try await screen.press("Enter")
        try await screen.wait(for: "reasoning · 2 s")
        #expect(try await !screen.text.contains("Perhaps the sun"))
        try await screen.press("z")
        try await screen.wait(for: "Perhaps the sun")
        try await screen.press("z")
        try await screen.wait(forNo: "Perhaps the sun")
        try await screen.press("Z")
        let text = try await screen.wait(for: "1 of 1 sentences traced")
        #expect(text.contains("The reasoning was ended before its end."))
        #expect(text.contains("reasoned for"))
        try await untilTrue { server.departures.count == 1 }
    }

    @Test(arguments: [ServerFacts.Kind.ollama, .llamaServer], ["field", "tags", "closing tag"])
    func `on the command line keeps its reasoning out of the answer, and says how long it took`(
        kind: ServerFacts.Kind, how: String
    ) async throws {
        let thoughts = "Perhaps the sun, perhaps the wind."
        let server = try PlayedChatbot(kind, bytewise: true) { _ in
            switch how {
            case "field": .stream([.thinking(thoughts), .pause(1.1), .text(moon)])
            case "tags":
                .stream([.text("<think>\(thoughts)"), .pause(1.1), .text("</think>\n\n\(moon)")])
            default: .stream([.text(thoughts + "</think>" + moon)])
            }
        }
        let run = try await Site.run(["ask", page, "What moves it?", "--chat-url", server.url])
        #expect(run.status == 0)
        #expect(run.output.hasPrefix(moon + "\n"))
        #expect(!run.output.contains("Perhaps"))
        if how != "closing tag" { #expect(run.errors.contains("it reasoned for")) }
        let json = try await Site.run([
            "summarize", page, "--chat-url", server.url, "--format", "json",
        ])
        #expect(!json.output.contains("Perhaps"))
        #expect(JSON(json.output)?["sentences"][0]["support"].string == "traced")
    }
}

@Suite struct `A server that cuts what it reads` {
    /// It has 1,024 tokens, keeps the last half of them, and says nothing.
    private func server(_ kind: ServerFacts.Kind) throws -> PlayedChatbot {
        try PlayedChatbot(kind, window: 8_192) { asked in
            .says(moon, read: asked.tokens > 1_024 ? 514 : asked.tokens)
        }
    }

    @Test(arguments: [ServerFacts.Kind.ollama, .liteLLM])
    func `is found out in the pane and on the command line, and asked again in parts`(
        kind: ServerFacts.Kind
    ) async throws {
        let home = try await Home()
        try home.folder.write(Chronicle(words: 900).markdown, to: "long.md")
        let long = home.folder.path + "/long.md"
        let cutting = try server(kind)
        let run = try await home.run([
            "summarize", long, "--chat-url", cutting.url, "--format", "json",
        ])
        #expect(run.status == 0)
        #expect(run.errors.contains("The server read 514 of"))
        let coverage = try #require(JSON(run.output)?["coverage"])
        #expect(coverage["parts"].int ?? 0 > 1)
        #expect(coverage["cut"].bool == false)
        #expect(coverage["used"].array?.count == coverage["paragraphs"].int)

        let screen = try await Tmux(
            [Environment.binary, long, "--chat-url", cutting.url], columns: 120, rows: 40,
            environment: home.environment)
        try await screen.wait(for: "village by village")
        try await screen.press("s")
        let text = try await screen.wait(for: "The server read 514 of")
        #expect(text.contains("again in parts."))
    }

    @Test func `that goes on cutting is told on`() async throws {
        let home = try await Home()
        try home.folder.write(Chronicle(words: 900).markdown, to: "long.md")
        let server = try PlayedChatbot(.liteLLM) { .says(moon, read: $0.tokens * 58 / 100) }
        let run = try await home.run([
            "summarize", home.folder.path + "/long.md", "--chat-url", server.url, "--format",
            "json",
        ])
        #expect(JSON(run.output)?["coverage"]["cut"].bool == true)
    }
}

@Suite struct `Talking to one server` {
    @Test func `a second question takes the first one's place, and their answers never mix`()
        async throws
    {
        let home = try await Home()
        let server = try PlayedChatbot(.llamaServer) { asked in
            asked.number == 1 ? .silent([.text("The first answer never ends ")]) : .says(moon)
        }
        let screen = try await home.read(server)
        for question in ["What is first?", "What is second?"] {
            try await screen.press("a")
            try await screen.type(question)
            try await screen.press("Enter")
            try await screen.wait(for: question.hasSuffix("first?") ? "never ends" : "1 of 1")
        }
        let text = try await screen.text
        #expect(text.contains("stopped"))
        #expect(text.contains("The moon draws the near side"))
        try await untilTrue { server.departures.count == 1 }
        #expect(server.asked.count == 2)
        // What was stopped is not told to the model as said.
        #expect(!server.asked[1].prompt.contains("never ends"))
    }

    @Test func `a summary of an earlier run is there at once; R asks anew; E writes it down`()
        async throws
    {
        let home = try await Home()
        let server = try PlayedChatbot(.ollama, model: "tide:8b") { _ in .says(moon) }
        let first = try await home.read(server)
        try await first.press("s")
        try await first.wait(for: "1 of 1 sentences traced")
        try await first.press("Q")
        #expect(try await first.waitForEnd() == 0)
        let second = try await home.read(server)
        try await second.press("s")
        let text = try await second.wait(for: "R asks anew")
        #expect(text.contains("tide:8b"))
        #expect(text.contains("The moon draws the near side"))
        #expect(server.asked.count == 1)
        // How fast it was is known from now on.
        try await second.press("M")
        try await second.wait(for: "40 tokens/s")
        try await second.press("Escape")
        try await second.wait(forNo: "Enter chooses")
        try await second.press("R")
        try await untilTrue { server.asked.count == 2 }
        try await second.wait(forNo: "R asks anew")
        try await second.press("E", "Enter")
        try await second.wait(for: "Written to")
        let written = try await ChildProcess.run([
            "sh", "-c", "cat '\(home.folder.path)'/*.md",
        ]).output
        #expect(written.contains("[^2]: ¶2 “The moon draws"))
        #expect(written.contains("tide:8b"))
        let listed = try await home.run(["chatbots", "--chat-url", server.url])
        #expect(listed.output.contains("ollama · tide:8b · \(server.url) · window 4096 · loaded"))
        #expect(listed.output.contains("40 tokens/s"))
    }

    @Test func `that floods the pane with a million tokens is left at once`() async throws {
        let home = try await Home()
        let event = #"data: {"choices":[{"index":0,"delta":{"content":"tok "}}]}"# + "\n\n"
        let burst = PlayedChatbot.Piece.raw(String(repeating: event, count: 500))
        let server = try PlayedChatbot(.llamaServer) { _ in
            .stream(Array(repeating: burst, count: 2_000))
        }
        let screen = try await home.read(server)
        try await screen.press("a")
        try await screen.type("Why?")
        try await screen.press("Enter")
        try await screen.wait(for: "tok tok")
        let pressed = ContinuousClock.now
        try await screen.press("Q")
        #expect(try await screen.waitForEnd() == 0)
        #expect(.now - pressed < .seconds(1))
    }

    @Test func `what is asked again is printed once on the command line`() async throws {
        let english =
            "The sea rises and falls twice a day because the moon pulls the near ocean more strongly. [2]"
        let german =
            "Das Meer steigt und fällt zweimal am Tag, weil der Mond das nahe Wasser stärker anzieht. [2]"
        let server = try PlayedChatbot(.ollama) { .says($0.number == 1 ? english : german) }
        let run = try await Site.run([
            "summarize", page, "--chat-url", server.url, "--language", "de",
        ])
        #expect(run.status == 0)
        #expect(run.output.hasPrefix(german + "\n"))
        #expect(!run.output.contains("The sea rises"))
        #expect(run.errors.contains("another language: asked again"))
    }

    @Test func `19: what is sent is the article, without what stands around it`() async throws {
        let server = try PlayedChatbot(.ollama) { _ in .says(moon) }
        _ = try await Site.run(["summarize", page, "--chat-url", server.url])
        let prompt = try #require(server.asked.first?.prompt)
        #expect(prompt.contains("[2] The moon draws the near side of the ocean"))
        for around in ["Sport", "News", "Home", "quay.png", "<p>", "http"] {
            #expect(!prompt.contains(around), "\(around)")
        }
    }

    @Test func `a filed key opens its server and is written nowhere`() async throws {
        let home = try await Home()
        let secret = "sk-written-nowhere"
        let server = try PlayedChatbot(.liteLLM, key: secret) { _ in .says(moon) }
        let refused = try await home.run(["summarize", page, "--chat-url", server.url])
        #expect(refused.status == 69)
        #expect(refused.errors.contains("wants a key"))
        try home.folder.write("\(server.url) \(secret)\n", to: "config/lectern/keys")
        _ = try await ChildProcess.run(["chmod", "600", home.folder.path + "/config/lectern/keys"])
        let screen = try await home.read(server)
        try await screen.press("s")
        try await screen.wait(for: "1 of 1 sentences traced")
        try await screen.press("Q")
        _ = try await screen.waitForEnd()
        for command in [
            ["summarize", page], ["chatbots"], ["chatbots", "--format", "json"], ["doctor"],
            ["config"],
        ] {
            let run = try await home.run(command + ["--chat-url", server.url])
            #expect(run.status == 0, "\(command): \(run.errors)")
            #expect(!(run.output + run.errors).contains(secret))
        }
        let kept = try await home.everything()
        #expect(kept.contains("The moon draws"))
        #expect(!kept.contains(secret))
    }
}

/// Asks again and again, for half a minute at most.
private func untilTrue(_ isSo: () -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(30)
    while !isSo() {
        guard .now < end else { throw ChildProcess.Failure(description: "not within 30 s") }
        try await Task.sleep(for: .milliseconds(20))
    }
}
