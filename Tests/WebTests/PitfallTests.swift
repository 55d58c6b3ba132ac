import Chat
import LecternCore
import Support
import Testing

@testable import Web

/// Asks a played server that a search has found, as the program does.
func ask(
    _ server: PlayedChatbot, _ question: Question = Question(about: .tides, .summary(.short)),
    at address: String? = nil, options: ChatOptions = ChatOptions()
) async throws -> [Reply] {
    let cards = await findChatbots(
        named: [address ?? server.url], probing: false, environment: [:])
    let card = try #require(cards.first)
    let bot = try #require(ServerChatbot(card: card, options: options))
    return await collect(bot.reply(to: question))
}

/// Both dialects: Ollama's own, and OpenAI's through a gateway that tells nothing about what is behind it.
private let dialects: [ServerFacts.Kind] = [.ollama, .liteLLM]

/// The traps that clients of local chatbots fall into, each met over real sockets. The numbers are those of the table
/// in Documentation/pane.md.
@Suite struct `Pitfalls of chatbot servers` {
    @Test(arguments: dialects)
    func `1: a prompt that is cut in silence is seen by its count, and read again in parts`(
        kind: ServerFacts.Kind
    ) async throws {
        // It has 1,024 tokens, keeps the last half of them, answers with status 200 and says nothing.
        let seen = Recorder<[Int]>()
        let server = try PlayedChatbot(kind, window: 8_192) { asked in
            let isCut = asked.tokens > 1_024
            let left = isCut ? String(asked.prompt.suffix(2_048)) : asked.prompt
            if !isCut { seen.note(asked.paragraphs(in: left)) }
            return .says("- A point [40].", read: isCut ? 514 : asked.tokens)
        }
        let replies = try await ask(server, Question(about: .long, .summary(.medium)))
        #expect(replies.contains { if case .again(.cut(_, 514)) = $0 { true } else { false } })
        #expect(Set(seen.all.joined()) == Set(1...40))
        let finish = try #require(replies.last?.finish)
        #expect(finish.parts > 1)
        #expect(!finish.wasCut)
    }

    @Test func `2: Ollama is asked natively, and its other dialect is not trusted with a window`()
        async throws
    {
        let server = try PlayedChatbot(.ollama, window: 8_192) { asked in
            // Behind /v1 it has the default window, whatever the model is loaded with.
            asked.path == "/api/chat"
                ? .says("- A point [1].")
                : .says("- A point [1].", read: asked.tokens > 1_024 ? 514 : asked.tokens)
        }
        _ = try await ask(server, Question(about: .long, .summary(.medium)))
        #expect(server.asked.map(\.path) == ["/api/chat"])
        #expect(server.asked[0].body["options"]["num_ctx"].int == 8_192)
        #expect(server.asked[0].body["truncate"].bool == false)
        let replies = try await ask(
            server, Question(about: .long, .summary(.medium)), at: server.url + "/v1")
        let other = server.asked.dropFirst()
        #expect(other.allSatisfy { $0.path == "/v1/chat/completions" && $0.body["options"].isNull })
        #expect(replies.contains { if case .again(.cut) = $0 { true } else { false } })
    }

    @Test
    func `3: one window for all that is asked about an article, so that no model is reloaded`()
        async throws
    {
        let server = try PlayedChatbot(.ollama, window: 6_000) { _ in .says("The moon [2].") }
        for task in [Question.Task.summary(.short), .ask("Why?"), .keyPoints, .summary(.long)] {
            _ = try await ask(server, Question(about: .tides, task))
        }
        #expect(
            server.asked.map { $0.body["options"]["num_ctx"].int } == [6_000, 6_000, 6_000, 6_000])
    }

    @Test func `3: a model that this program had loaded keeps its window, whatever comes next`()
        async throws
    {
        let server = try PlayedChatbot(.ollama, isLoaded: false) {
            .says("The moon [2].", read: $0.tokens)
        }
        let windows = { server.asked.map { $0.body["options"]["num_ctx"].int ?? 0 } }
        _ = try await ask(server)
        #expect(windows() == [4_096])
        _ = try await ask(
            server, Question(about: Chronicle(words: 4_000).article, .summary(.short)))
        let larger = try #require(windows().last)
        #expect(larger > 4_096)
        for task in [Question.Task.summary(.short), .ask("Why?"), .translate(block: 0, to: "fr")] {
            _ = try await ask(server, Question(about: .tides, task))
        }
        #expect(windows().dropFirst().allSatisfy { $0 == larger })
    }

    @Test(arguments: ["an error in the stream", "no delta at all", "an object with status 200"])
    func `4: what LM Studio says to a prompt that is too long becomes smaller parts`(
        how: String
    ) async throws {
        let error =
            "Trying to keep the first 5857 tokens when context the overflows. However, the model is "
            + "loaded with context length of only 1024 tokens"
        let server = try PlayedChatbot(.lmStudio, window: 8_192) { asked in
            guard asked.tokens > 1_024 else { return .says("- A point [1].") }
            return switch how {
            case "no delta at all": .stream([])
            case "an object with status 200":
                .refuses(200, (["error": .string(error)] as JSON).text)
            default:
                .stream([.raw("event: error\ndata: {\"error\":{\"message\":\"\(error)\"}}\n\n")])
            }
        }
        let replies = try await ask(server, Question(about: .long, .summary(.medium)))
        #expect(replies.contains { if case .again(.tooLong) = $0 { true } else { false } })
        #expect(try #require(replies.last?.finish).parts > 1)
    }

    @Test func `5: llama-server names its window, and parts with their answers fit into it`()
        async throws
    {
        let server = try PlayedChatbot(.llamaServer, window: 16_384) { asked in
            guard asked.tokens > 1_500 else { return .says("- A point [1].") }
            let words =
                "request (\(asked.tokens) tokens) exceeds the available context size (1500 tokens)"
            let body: JSON = [
                "error": [
                    "code": 400, "type": "exceed_context_size_error",
                    "message": .string(words),
                    "n_prompt_tokens": .number(Double(asked.tokens)), "n_ctx": 1_500,
                ]
            ]
            return .refuses(400, body.text)
        }
        let replies = try await ask(server, Question(about: .long, .summary(.medium)))
        #expect(replies.contains(.again(.tooLong(window: 1_500))))
        #expect(try #require(replies.last?.finish).parts > 1)
        for asked in server.asked.dropFirst() {
            #expect(asked.tokens + (asked.body["max_tokens"].int ?? 0) <= 1_500)
        }
    }

    @Test(arguments: dialects)
    func `6: characters split between packets arrive whole`(kind: ServerFacts.Kind) async throws {
        let text = "Ebbe und Flut – 潮汐 🌊 прилив [1]"
        let server = try PlayedChatbot(kind, bytewise: true) { _ in .says(text) }
        #expect(try await ask(server).texts.joined() == text)
    }

    @Test(arguments: dialects)
    func `7: think tags are taken out, whatever they look like`(
        kind: ServerFacts.Kind
    ) async throws {
        for (said, thoughts) in [
            ("<think>Hm, the moon</think>\n\nThe moon [2].", "Hm, the moon"),
            ("Hm, the moon</think>The moon [2].", "Hm, the moon"),
            ("<think>I end with `</think>` now</think>The moon [2].", "I end with `</think>` now"),
        ] {
            let server = try PlayedChatbot(kind, bytewise: true) { _ in .says(said) }
            let replies = try await ask(server)
            #expect(replies.answer == "The moon [2].")
            #expect(replies.thoughts == thoughts)
        }
    }

    @Test(arguments: dialects)
    func `8: a server that sends no head while it loads is waited for`(
        kind: ServerFacts.Kind
    ) async throws {
        // Longer than a door may take to open.
        let pause = ChatPlan.patience.connect + 0.3
        let server = try PlayedChatbot(kind) { _ in
            .stream([.pause(pause), .text("The moon [2].")])
        }
        #expect(try await ask(server).answer == "The moon [2].")
        #expect(ChatPlan.patience.firstByte >= 300)
        #expect((60...300).contains(ChatPlan.patience.betweenBytes))
    }

    @Test(arguments: dialects, ["load", "prompt", "thinking", "answer"])
    func `9: stopping closes the socket, whatever the server was at`(
        kind: ServerFacts.Kind, moment: String
    ) async throws {
        let server = try PlayedChatbot(kind) { _ in
            switch moment {
            case "load": .silent([])
            case "prompt": .silent([.raw(kind == .ollama ? "\n" : ": ping\n\n")])
            case "thinking": .silent([.thinking("Hm")])
            default: .silent([.text("The moon")])
            }
        }
        let task = Task { try await ask(server) }
        try await until("it is asked") { !server.asked.isEmpty }
        task.cancel()
        try await until("the client has left") { !server.departures.isEmpty }
        _ = try await task.value
        #expect(server.asked.count == 1)
    }

    @Test func `10: a server on one of the two loopback addresses is found, whatever it is called`()
        async throws
    {
        let six = try PlayedChatbot(.llamaServer, .ipv6) { _ in .says("Six [1].") }
        let port = try #require(six.url.split(separator: ":").last)
        #expect(try await ask(six, at: "http://localhost:\(port)").answer == "Six [1].")
        let four = try PlayedChatbot(.ollama) { _ in .says("Four [1].") }
        let other = try #require(four.url.split(separator: ":").last)
        let cards = await findChatbots(
            named: [], probing: true, environment: ["OLLAMA_HOST": "0.0.0.0:\(other)"])
        #expect(cards.contains { $0.url == four.url })
        for port in [11_434, 8_080, 9_931, 1_234, 8_000, 1_337] {
            #expect(Survey.doors.contains("http://127.0.0.1:\(port)"))
            #expect(Survey.doors.contains("http://[::1]:\(port)"))
        }
    }

    @Test func `11: a model stays in memory for some minutes, and never for ever`() async throws {
        let ollama = try PlayedChatbot(.ollama) { _ in .says("Yes [1].") }
        _ = try await ask(ollama)
        #expect(ollama.asked[0].body["keep_alive"].string == "10m")
        let studio = try PlayedChatbot(.lmStudio) { _ in .says("Yes [1].") }
        _ = try await ask(studio)
        #expect(studio.asked[0].body["ttl"].int == 600)
    }

    @Test(
        arguments: dialects,
        [
            "System role not supported", "Conversation roles must alternate user/assistant/user",
            "Jinja Exception: raise_exception",
        ])
    func `12: a template that refuses the roles gets them folded, once`(
        kind: ServerFacts.Kind, words: String
    ) async throws {
        let server = try PlayedChatbot(kind) { asked in
            let roles = (asked.body["messages"].array ?? []).compactMap { $0["role"].string }
            return roles == ["user", "assistant", "user"]
                ? .says("The moon [2].")
                : .refuses(500, (["error": ["code": 500, "message": .string(words)]] as JSON).text)
        }
        // An answer that was stopped left nothing behind: two questions in a row become one turn.
        let history = [
            Exchange(question: "What rises?", answer: "The sea [1]."),
            Exchange(question: "And then?", answer: ""),
        ]
        let question = Question(about: .tides, .ask("Why?"), history: history)
        #expect(try await ask(server, question).answer == "The moon [2].")
        #expect(server.asked.count == 2)
    }

    @Test(arguments: dialects, [true, false])
    func `13: reasoning that ate the answer's room is asked to stay away`(
        kind: ServerFacts.Kind, hasField: Bool
    ) async throws {
        let server = try PlayedChatbot(kind) { asked in
            asked.number > 1
                ? .says("The moon [2].")
                : .stream([hasField ? .thinking("Hm") : .text("<think>Hm")], reason: "length")
        }
        let replies = try await ask(server)
        #expect(replies.answer == "The moon [2].")
        #expect(replies.contains(.again(.overthought)))
        let limits = server.asked.map {
            $0.body["max_tokens"].int ?? $0.body["options"]["num_predict"].int ?? 0
        }
        // One that cannot leave it gets the room for both.
        #expect(limits[1] > limits[0] * 3 / 2)
        #expect(server.asked[1].prompt.contains("without thinking"))
        // No more than once.
        let stubborn = try PlayedChatbot(kind) { _ in .stream([.thinking("Hm")], reason: "length") }
        _ = try await ask(stubborn)
        #expect(stubborn.asked.count == 2)
    }

    @Test(arguments: dialects)
    func `14: an error in the middle of a stream is told, and what came stays`(
        kind: ServerFacts.Kind
    ) async throws {
        let error = #"{"error":{"message":"CUDA out of memory","code":500}}"#
        let server = try PlayedChatbot(kind) { _ in
            .stream([
                .text("The moon [2]."), .raw(kind == .ollama ? error + "\n" : "data: \(error)\n\n"),
            ])
        }
        let replies = try await ask(server)
        #expect(replies.answer == "The moon [2].")
        guard case .failed(.refused(_, "CUDA out of memory"))? = replies.last else {
            Issue.record("\(replies)")
            return
        }
    }

    @Test(arguments: dialects)
    func `15: an answer in another language is asked for again, in that language`(
        kind: ServerFacts.Kind
    ) async throws {
        let english =
            "The sea rises and falls twice a day because the moon pulls the near ocean more strongly [1]."
        let german =
            "Das Meer steigt und fällt zweimal am Tag, weil der Mond das nahe Wasser stärker anzieht [1]."
        let server = try PlayedChatbot(kind) { .says($0.number == 1 ? english : german) }
        let question = Question(about: .tides, .summary(.short), language: "de")
        let replies = try await ask(server, question)
        #expect(replies.contains(.again(.language)))
        #expect(replies.answer == german)
        #expect(server.asked[0].prompt.contains("Write in German (Deutsch)."))
        #expect(server.asked[1].prompt.hasSuffix("Antworte auf Deutsch."))
    }

    @Test(arguments: [
        (ServerFacts.Kind.ollama, "thinking"), (.liteLLM, "reasoning_content"),
        (.liteLLM, "reasoning"), (.vllm, "reasoning"), (.llamaServer, "reasoning_content"),
    ])
    func `16: reasoning is read from whatever field it comes in`(
        kind: ServerFacts.Kind, field: String
    ) async throws {
        let server = try PlayedChatbot(kind) { _ in
            .stream([.delta(field: field, "Hm, the moon"), .text("The moon [2].")])
        }
        let replies = try await ask(server)
        #expect(replies.thoughts == "Hm, the moon")
        #expect(replies.answer == "The moon [2].")
    }

    @Test(arguments: dialects)
    func `17: no request has an origin, a cookie or a referrer`(
        kind: ServerFacts.Kind
    ) async throws {
        let server = try PlayedChatbot(kind) { _ in .says("The moon [2].") }
        _ = try await ask(server)
        #expect(server.requests.count > 3)
        for request in server.requests {
            let head = request.split(separator: "\r\n\r\n")[0].lowercased()
            for header in ["origin:", "cookie:", "referer:", "authorization:"] {
                #expect(!head.contains(header))
            }
        }
    }

    @Test func `18: a long conversation takes no more than a quarter of the window`() async throws {
        let server = try PlayedChatbot(.llamaServer, window: 4_096) { _ in .says("The moon [2].") }
        let history = (1...400).map {
            Exchange(
                question: "What of tide \($0)?",
                answer: String(repeating: "The moon pulls tide \($0) [2]. ", count: 10))
        }
        _ = try await ask(server, Question(about: .tides, .ask("Why?"), history: history))
        let asked = try #require(server.asked.first)
        #expect(asked.tokens + (asked.body["max_tokens"].int ?? 0) < 4_096)
        #expect(asked.prompt.contains("What of tide 400?"))
        #expect(!asked.prompt.contains("What of tide 300?"))
    }

    @Test func `20: a model in the cloud behind a local Ollama is not on this computer`()
        async throws
    {
        let server = try ScriptedServer { request in
            switch request.split(separator: " ")[1] {
            case "/": ScriptedServer.response("Ollama is running", type: "text/plain")
            case "/api/version": ScriptedServer.response(#"{"version":"0.32.9"}"#)
            case "/api/tags":
                ScriptedServer.response(
                    #"{"models":[{"name":"big","remote_host":"https://cloud.example"},"#
                        + #"{"name":"large:120b-cloud"},{"name":"small"}]}"#)
            default: ScriptedServer.response("{}")
            }
        }
        let cards = await findChatbots(named: [server.url], probing: false, environment: [:])
        #expect(cards.map(\.model) == ["big", "large:120b-cloud", "small"])
        #expect(cards.map(\.isLocal) == [false, false, true])
    }
}

extension [Reply] {
    /// The answer as it stands at the end: what was taken back is gone.
    var answer: String {
        reduce(into: "") { text, reply in
            switch reply {
            case .text(let more): text += more
            case .again: text = ""
            default: break
            }
        }
    }

    var thoughts: String {
        reduce(into: "") { text, reply in if case .thinking(let more) = reply { text += more } }
    }
}
