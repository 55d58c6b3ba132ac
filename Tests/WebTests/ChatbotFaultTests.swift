import Chat
import LecternCore
import Support
import Testing

@testable import Web

/// What no real server does on demand.
@Suite struct `A chatbot server that misbehaves` {
    private static let chunked =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"

    private static func event(_ json: String) -> String { "data: \(json)\n\n" }

    private static func says(_ text: String) -> String {
        event(#"{"choices":[{"index":0,"delta":{"content":"\#(text)"},"finish_reason":null}]}"#)
    }

    private static let stop =
        event(#"{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#) + "data: [DONE]\n\n"

    private static func chunk(_ bytes: some Collection<UInt8>) -> ScriptedServer.Step {
        .bytes(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8))
    }

    private func ask(_ server: ScriptedServer, _ kind: ChatbotCard.Kind = .openAI) async throws
        -> [Reply]
    {
        let card = ChatbotCard(kind: kind, url: server.url, model: "m", window: 4_096)
        let bot = try #require(ServerChatbot(card: card))
        return await collect(bot.reply(to: Question(about: .tides, .summary(.short))))
    }

    @Test func `characters split between packets arrive whole`() async throws {
        let text = Self.says("Ebbe und Flut – 潮汐 🌊 [1]") + Self.stop
        let server = try ScriptedServer { _ in
            [.send(Self.chunked)] + text.utf8.map { Self.chunk([$0]) } + [.send("0\r\n\r\n")]
        }
        let replies = try await ask(server)
        #expect(replies.texts.joined() == "Ebbe und Flut – 潮汐 🌊 [1]")
        #expect(replies.last?.finish?.reason == .stop)
    }

    @Test func `the request is JSON without origin, cookies or a key`() async throws {
        let server = try ScriptedServer { _ in [.send(Self.chunked), .send("0\r\n\r\n")] }
        _ = try await ask(server)
        let request = try #require(server.requests.first)
        let head = request.split(separator: "\r\n\r\n")[0].lowercased()
        #expect(head.hasPrefix("post /v1/chat/completions http/1.1"))
        #expect(head.contains("content-type: application/json"))
        #expect(head.contains("accept: text/event-stream"))
        for header in ["origin:", "cookie:", "authorization:", "expect:"] {
            #expect(!head.contains(header))
        }
        #expect(request.contains("The moon pulls the water"))
    }

    @Test func `a server that is loading is asked again until it answers`() async throws {
        let asked = Recorder<Bool>()
        let server = try ScriptedServer { request in
            guard !request.contains("/tokenize") else {
                return ScriptedServer.response("{}", status: "503 Service Unavailable")
            }
            asked.note(true)
            guard asked.all.count > 2 else {
                let body =
                    #"{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}"#
                return ScriptedServer.response(body, status: "503 Service Unavailable")
            }
            return [.send(Self.chunked), Self.chunk((Self.says("Done [1]") + Self.stop).utf8)]
        }
        let replies = try await ask(server, .llamaCpp)
        #expect(replies.first == .waiting("Loading model"))
        #expect(replies.texts.joined() == "Done [1]")
        #expect(asked.all.count == 3)
    }

    @Test func `a redirect takes no article anywhere`() async throws {
        let thief = try ScriptedServer { _ in ScriptedServer.response("{}") }
        let target = thief.url
        let server = try ScriptedServer { _ in
            [.send("HTTP/1.1 307 Moved\r\nLocation: \(target)/v1\r\nContent-Length: 0\r\n\r\n")]
        }
        let replies = try await ask(server)
        guard case .failed(.refused(status: 307, _)) = replies.last else {
            Issue.record("\(replies)")
            return
        }
        #expect(thief.requests.isEmpty)
    }

    @Test func `a break in the middle keeps what came and says so`() async throws {
        for end in [ScriptedServer.Step.reset, .pause(0)] {
            let server = try ScriptedServer { _ in
                [.send(Self.chunked), Self.chunk(Self.says("The moon").utf8), .pause(0.1), end]
            }
            let replies = try await ask(server)
            #expect(replies.texts.joined() == "The moon")
            #expect(replies.last == .failed(.dropped))
        }
    }

    @Test func `nobody there, and a server that says nothing`() async throws {
        let gone = try #require(
            ServerChatbot(card: ChatbotCard(kind: .openAI, url: "http://127.0.0.1:1", model: "m")))
        let question = Question(about: .tides, .summary(.short))
        #expect(
            await collect(gone.reply(to: question)) == [.failed(.unreachable("http://127.0.0.1:1"))]
        )
        let mute = try ScriptedServer { _ in [] }
        #expect(try await ask(mute) == [.failed(.unreachable(mute.url))])
    }

    @Test func `a key that is wanted is reported, not guessed`() async throws {
        let server = try ScriptedServer { _ in
            ScriptedServer.response(#"{"error":{"message":"no key"}}"#, status: "401 Unauthorized")
        }
        #expect(try await ask(server) == [.failed(.needsKey(server.url))])
    }

    @Test func `an endless answer ends`() async throws {
        let block = Array(String(repeating: Self.says("more and more words "), count: 500).utf8)
        let server = try ScriptedServer { _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")]
                + Array(repeating: .bytes(block), count: 2_000) + [.untilClosed]
        }
        let replies = try await ask(server)
        #expect(replies.last?.finish?.reason == .length)
    }

    @Test(arguments: ["before a byte", "in the head", "in the answer"])
    func `stopping closes the socket at once`(moment: String) async throws {
        let server = try ScriptedServer { _ in
            switch moment {
            case "before a byte": [.untilClosed]
            case "in the head": [.send("HTTP/1.1 200 OK\r\nContent-"), .untilClosed]
            default: [.send(Self.chunked), Self.chunk(Self.says("x").utf8), .untilClosed]
            }
        }
        let card = ChatbotCard(kind: .openAI, url: server.url, model: "m")
        let bot = try #require(ServerChatbot(card: card))
        // Other tests share the cores: one prompt end of ten shows that nothing waits.
        var best = Duration.seconds(10)
        for round in 1...10 where best > .milliseconds(50) {
            let question = Question(about: .tides, .summary(.short))
            let task = Task { await collect(bot.reply(to: question)) }
            try await until("the request is there") { server.requests.count == round }
            try await Task.sleep(for: .milliseconds(50))
            let start = ContinuousClock.now
            task.cancel()
            try await until("the client has left") { server.departures.count == round }
            best = min(best, (server.departures.last ?? .now) - start)
            _ = await task.value
        }
        #expect(best < .milliseconds(50))
    }

    @Test func `a server on ::1 alone is reached`() async throws {
        let server = try ScriptedServer(.ipv6) { _ in
            [.send(Self.chunked), Self.chunk((Self.says("six [1]") + Self.stop).utf8)]
        }
        #expect(try await ask(server).texts == ["six [1]"])
    }
}
