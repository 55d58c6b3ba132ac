import Chat
import LecternCore
import Support
import Testing

@testable import Web

/// Every kind of server that the README names, as it says of itself.
@Suite struct `Each kind of server` {
    /// What is known of its model once it was found: kind, window, longest window, in memory.
    private static let kinds: [(ServerFacts.Kind, ChatbotCard.Kind, Int?, Int?, Bool?)] = [
        (.ollama, .ollama, 4_096, 40_960, true),
        (.llamaServer, .llamaCpp, 4_096, 131_072, true),
        (.llamaRouter, .llamaCpp, 4_096, nil, true),
        (.llamafile, .llamaCpp, 4_096, 131_072, true),
        (.lmStudio, .lmStudio, 4_096, 262_144, true),
        (.oldLMStudio, .lmStudio, 4_096, 131_072, true),
        (.vllm, .vllm, 4_096, nil, nil),
        (.localAI, .localAI, nil, nil, nil),
        (.jan, .openAI, nil, nil, nil),
        (.liteLLM, .openAI, nil, nil, nil),
    ]

    @Test(arguments: kinds.indices)
    func `is told apart, and its model, window and state are known`(index: Int) async throws {
        let (played, kind, window, longest, isLoaded) = Self.kinds[index]
        let server = try PlayedChatbot(played, model: "qwen/m.1", window: 4_096) { _ in
            .says("The moon [2].")
        }
        let cards = await findChatbots(named: [server.url], probing: false, environment: [:])
        let card = try #require(cards.first)
        #expect(card.kind == kind)
        #expect(card.model == "qwen/m.1")
        #expect(card.window == window)
        #expect(card.maximumWindow == longest)
        #expect(card.isLoaded == isLoaded)
        #expect(card.isLocal && card.url == server.url)
        // A look changes nothing there: nothing is posted but a question about a model.
        let posts = server.requests.filter { $0.hasPrefix("POST") }
        #expect(posts.allSatisfy { $0.hasPrefix("POST /api/show") })
        #expect(try await ask(server).answer == "The moon [2].")
        #expect(server.asked.allSatisfy { $0.body["model"].string == "qwen/m.1" })
    }

    @Test func `a router is asked for the windows of loaded models only, so that it loads none`()
        async throws
    {
        let server = try PlayedChatbot(.llamaRouter) { _ in .says("Yes [1].") }
        let cards = await findChatbots(named: [server.url], probing: false, environment: [:])
        #expect(cards.map(\.model) == ["played", "cold/other"])
        #expect(cards.map(\.isLoaded) == [true, false])
        #expect(cards.map(\.window) == [4_096, nil])
        #expect(!server.requests.contains { $0.contains("/props?model=cold") })
    }

    @Test func `a gateway in front of a cluster is a line of settings, and its key`() async throws {
        let server = try PlayedChatbot(.liteLLM, key: "sk-1") { _ in .says("The moon [2].") }
        #expect(
            await findChatbots(named: [server.url], probing: false, environment: [:])
                .map(\.needsKey) == [true])
        let keys: [(address: String, key: String)] = [(server.url, "sk-1")]
        let card = try #require(
            await findChatbots(
                named: [server.url], probing: false, keyFile: keys, environment: [:]
            ).first)
        let bot = try #require(
            ServerChatbot(
                card: card, keys: ServerKeys(named: [], file: keys, environment: [:])))
        let replies = await collect(bot.reply(to: Question(about: .tides, .summary(.short))))
        #expect(replies.answer == "The moon [2].")
    }

    @Test func `over a Unix socket it is the same`() async throws {
        let path = "/tmp/lectern-test-\(UInt32.random(in: 0...UInt32.max)).sock"
        let server = try PlayedChatbot(.ollama, .unix(path)) { _ in .says("The moon [2].") }
        #expect(try await ask(server, at: "unix:\(path)").answer == "The moon [2].")
    }

    @Test func `one that does not measure its speed is timed`() async throws {
        let server = try PlayedChatbot(.liteLLM) { _ in
            .stream([.text("The "), .pause(0.2), .text("moon [2].")], wrote: 20)
        }
        let speed = try #require(try await ask(server).last?.finish?.speed)
        // 20 tokens in a fifth of a second; the first words may be heard of a little late.
        #expect((1...150).contains(speed))
        let ollama = try PlayedChatbot(.ollama) { _ in .stream([.text("Yes [1].")], wrote: 20) }
        #expect(try await ask(ollama).last?.finish?.speed == 40)
    }
}

/// A key of the reader's file is for the one server that it stands beside.
@Suite struct `A filed key` {
    private let secret = "sk-only-for-one"

    @Test func `goes to its server, with every request, and to no other`() async throws {
        let own = try PlayedChatbot(.liteLLM, key: secret) { _ in .says("Own [1].") }
        let other = try PlayedChatbot(.ollama) { _ in .says("Other [1].") }
        let keys: [(address: String, key: String)] = [(own.url + "/v1", secret)]
        let found = await findChatbots(
            named: [own.url, other.url], probing: false, keyFile: keys, environment: [:])
        #expect(found.map(\.url) == [own.url, other.url])
        for card in found {
            let bot = try #require(
                ServerChatbot(
                    card: card,
                    keys: ServerKeys(
                        named: [own.url, other.url], file: keys, environment: [:])))
            let replies = await collect(bot.reply(to: Question(about: .tides, .summary(.short))))
            #expect(replies.last?.finish != nil)
        }
        #expect(own.asked.count == 1)
        #expect(own.requests.allSatisfy { $0.contains("Authorization: Bearer \(secret)") })
        #expect(other.asked.count == 1)
        #expect(!other.requests.contains { $0.contains(secret) })
    }

    @Test func `is not taken along by a redirect, to another host or another port`() async throws {
        let thief = try ScriptedServer { _ in ScriptedServer.response("{}") }
        let target = thief.url
        let server = try ScriptedServer { request in
            guard request.hasPrefix("POST") || request.hasPrefix("GET /v1") else {
                return ScriptedServer.response("{}", status: "404 Not Found")
            }
            let place = request.split(separator: " ")[1]
            return [
                .send(
                    "HTTP/1.1 308 Moved\r\nLocation: \(target)\(place)\r\nContent-Length: 0\r\n"
                        + "Connection: close\r\n\r\n")
            ]
        }
        let keys: [(address: String, key: String)] = [(server.url, secret)]
        _ = await findChatbots(
            named: [server.url], probing: false, keyFile: keys, environment: [:])
        let card = ChatbotCard(kind: .openAI, url: server.url, model: "m")
        let bot = try #require(
            ServerChatbot(card: card, keys: ServerKeys(file: keys, environment: [:])))
        let replies = await collect(bot.reply(to: Question(about: .tides, .summary(.short))))
        #expect(server.requests.contains { $0.hasPrefix("POST") && $0.contains(secret) })
        #expect(thief.requests.isEmpty)
        guard case .failed(.refused(status: 308, let words))? = replies.last else {
            Issue.record("\(replies)")
            return
        }
        #expect(!words.contains(secret))
    }

    @Test func `is not shown to a server of the same name with another scheme, port or host`()
        throws
    {
        let keys = ServerKeys(file: [("https://box.example:8443/v1", secret)], environment: [:])
        let address = try #require(Endpoint("https://box.example:8443"))
        #expect(keys.key(for: address) == secret)
        for other in [
            "http://box.example:8443", "https://box.example", "https://box.example:8444",
            "https://a.box.example:8443", "https://box.example.evil.example:8443",
            "unix:/box.example:8443",
        ] {
            #expect(keys.key(for: try #require(Endpoint(other))) == nil, "\(other)")
        }
    }
}
