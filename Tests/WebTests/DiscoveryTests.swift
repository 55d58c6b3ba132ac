import Chat
import Support
import Testing

@testable import Web

/// Servers that cannot be installed here are played from their documentation.
@Suite struct `Looking for chatbots` {
    private func find(_ named: [String], _ environment: [String: String] = [:]) async
        -> [ChatbotCard]
    {
        await findChatbots(named: named, probing: false, environment: environment)
    }

    private static func ollama(_ request: String) -> [ScriptedServer.Step] {
        switch request.split(separator: " ")[1] {
        case "/": ScriptedServer.response("Ollama is running", type: "text/plain")
        case "/api/version": ScriptedServer.response(#"{"version":"0.32.9"}"#)
        case "/api/tags":
            ScriptedServer.response(
                #"{"models":[{"name":"cold:8b","model":"cold:8b","details":{}},"#
                    + #"{"name":"warm:4b","model":"warm:4b","details":{"context_length":40960}},"#
                    + #"{"name":"nomic-embed","model":"nomic-embed","capabilities":["embedding"]}]}"#
            )
        case "/api/ps":
            ScriptedServer.response(
                #"{"models":[{"name":"warm:4b","model":"warm:4b","context_length":8192}]}"#)
        case "/api/show":
            ScriptedServer.response(#"{"model_info":{"qwen3.context_length":32768}}"#)
        default: ScriptedServer.response("404 page not found", status: "404 Not Found")
        }
    }

    @Test func `Ollama says what is loaded and how large the windows are`() async throws {
        let server = try ScriptedServer(script: Self.ollama)
        let cards = await find([server.url])
        #expect(cards.map(\.model) == ["warm:4b", "cold:8b"])
        #expect(cards.map(\.isLoaded) == [true, false])
        #expect(cards.map(\.window) == [8_192, nil])
        #expect(cards.map(\.maximumWindow) == [40_960, 32_768])
        #expect(cards.allSatisfy { $0.kind == .ollama && $0.isLocal && $0.url == server.url })
    }

    @Test func `a named server comes first, and OLLAMA_HOST is honoured`() async throws {
        let ollama = try ScriptedServer(script: Self.ollama)
        let vllm = try ScriptedServer { request in
            request.hasPrefix("GET /v1/models")
                ? ScriptedServer.response(
                    #"{"object":"list","data":[{"id":"big","owned_by":"vllm","max_model_len":32768}]}"#
                )
                : ScriptedServer.response(#"{"detail":"Not Found"}"#, status: "404 Not Found")
        }
        let host = ollama.url.replacing("http://", with: "")
        let cards = await findChatbots(
            named: [vllm.url], probing: true, environment: ["OLLAMA_HOST": host])
        #expect(cards.first?.kind == .vllm)
        #expect(cards.first?.window == 32_768)
        #expect(cards.contains { $0.url == ollama.url && $0.model == "warm:4b" })
    }

    @Test func `a server that wants a key gets it when it was named`() async throws {
        let server = try ScriptedServer { request in
            guard request.contains("Authorization: Bearer secret") else {
                return ScriptedServer.response(#"{"error":"no key"}"#, status: "401 Unauthorized")
            }
            return request.hasPrefix("GET /v1/models")
                ? ScriptedServer.response(#"{"object":"list","data":[{"id":"m"}]}"#)
                : ScriptedServer.response("{}", status: "404 Not Found")
        }
        #expect(await find([server.url]).map(\.needsKey) == [true])
        let cards = await find([server.url], ["OPENAI_API_KEY": "secret"])
        #expect(cards.map(\.model) == ["m"])
        #expect(cards.map(\.needsKey) == [false])
    }

    @Test func `other people's web servers are no chatbots`() async throws {
        let web = try await Servers.web()
        #expect(await find([web.url]).isEmpty)
        let echo = try ScriptedServer { _ in
            ScriptedServer.response("<html><body>Welcome</body></html>", type: "text/html")
        }
        #expect(await find([echo.url]).isEmpty)
    }

    @Test func `nobody anywhere is an answer within two seconds`() async throws {
        // Other tests share the cores: one answer in time of five shows that it is kept.
        var best = Duration.seconds(60)
        for _ in 1...5 where best > .seconds(2) {
            let start = ContinuousClock.now
            _ = await findChatbots(named: ["http://127.0.0.1:1"], probing: true, environment: [:])
            best = min(best, .now - start)
        }
        #expect(best < .seconds(2))
    }

    @Test func `a server that accepts and says nothing is given up`() async throws {
        let mute = try ScriptedServer { _ in [.untilClosed] }
        let host = mute.url.replacing("http://", with: "")
        var best = Duration.seconds(60)
        for _ in 1...5 where best > .seconds(3) {
            let start = ContinuousClock.now
            let cards = await findChatbots(
                named: [], probing: true, environment: ["OLLAMA_HOST": host])
            #expect(!cards.contains { $0.url == mute.url })
            best = min(best, .now - start)
        }
        #expect(best < .seconds(3))
    }

    @Test func `a server on a Unix socket is found`() async throws {
        let path = "/tmp/lectern-test-\(UInt32.random(in: 0...UInt32.max)).sock"
        let server = try ScriptedServer(.unix(path), script: Self.ollama)
        #expect(await find([server.url]).map(\.model) == ["warm:4b", "cold:8b"])
        #expect(await find([server.url]).allSatisfy { $0.url == "unix:\(path)" && $0.isLocal })
    }
}
