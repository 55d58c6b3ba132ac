import Chat
import LecternCore
import Support
import Testing

@testable import Web

/// Against llama.cpp's own server with a small model: what it says is nonsense at times, how it says it is real.
@Suite(
    .serialized, .chatbotTurn,
    .enabled(if: Servers.Chatbot.isInstalled, "run Tests/Servers/setup-chatbot.sh first"))
struct `A real chatbot` {
    /// `tokens`: of an answer; a busy machine brings ten a second.
    private func chatbot(_ server: Servers.Chatbot, tokens: Int = 50) async throws
        -> ServerChatbot
    {
        let cards = await findChatbots(named: [server.url], probing: false)
        var options = ChatOptions()
        options.answerTokens = tokens
        return try #require(cards.first.flatMap { ServerChatbot(card: $0, options: options) })
    }

    @Test func `is found with its model, window and place`() async throws {
        let server = try await Servers.chatbot()
        let cards = await findChatbots(named: [server.url], probing: false)
        #expect(
            cards == [
                ChatbotCard(
                    kind: .llamaCpp, url: server.url, model: "SmolLM2-135M-Instruct",
                    window: 4_096, isLoaded: true, isLocal: true, maximumWindow: 8_192)
            ])
    }

    @Test func `summarises as a stream`() async throws {
        let bot = try await chatbot(Servers.chatbot())
        let replies = await collect(bot.reply(to: Question(about: .tides, .summary(.short))))
        #expect(replies.texts.count > 5)
        let finish = try #require(replies.last?.finish)
        #expect(finish.promptTokens ?? 0 > 100)
        #expect(finish.answerTokens ?? 0 > 5)
        #expect(finish.used == [1, 2, 3])
        #expect(replies.contains { if case .progress = $0 { true } else { false } })
    }

    @Test func `answers a question, in UTF-8`() async throws {
        let bot = try await chatbot(Servers.chatbot())
        let question = Question(about: .tides, .ask("Répète le mot « marée » — où ?"))
        let replies = await collect(bot.reply(to: question))
        #expect(!replies.texts.joined().isEmpty)
        #expect(replies.last?.finish != nil)
    }

    @Test func `reads a long article in parts that fit its window`() async throws {
        let server = try await Servers.Chatbot(context: 1_024)
        let bot = try await chatbot(server, tokens: 20)
        #expect(bot.card.window == 1_024)
        let replies = await collect(bot.reply(to: Question(about: .long, .summary(.short))))
        let finish = try #require(replies.last?.finish)
        #expect(finish.parts > 1)
        #expect(replies.contains { if case .draft = $0 { true } else { false } })
    }

    @Test func `stops in mid-answer and is free for the next question`() async throws {
        let server = try await Servers.chatbot()
        let bot = try await chatbot(server, tokens: 1_000)
        let question = Question(about: .tides, .summary(.words(1_000)))
        for await reply in bot.reply(to: question) {
            if case .text = reply { break }
        }
        let stopped = ContinuousClock.now
        try await until("the slot is free") { try await !slotIsBusy(server) }
        // It looks for a closed socket after each token.
        #expect(.now - stopped < .seconds(3))
        let again = try await chatbot(server)
        let next = await collect(again.reply(to: Question(about: .tides, .summary(.short))))
        #expect(next.last?.finish != nil)
    }

    @Test func `is stopped by the end of the task that listens`() async throws {
        let server = try await Servers.chatbot()
        let bot = try await chatbot(server, tokens: 1_000)
        let heard = Recorder<Reply>()
        let task = Task {
            let question = Question(about: .tides, .summary(.words(1_000)))
            for await reply in bot.reply(to: question) { heard.note(reply) }
        }
        try await until("it speaks") { !heard.all.texts.isEmpty }
        task.cancel()
        await task.value
        try await until("the slot is free") { try await !slotIsBusy(server) }
    }

    @Test func `speaks over a Unix socket`() async throws {
        let path = "/tmp/lectern-test-\(UInt32.random(in: 0...UInt32.max)).sock"
        let server = try await Servers.Chatbot(socket: path)
        let bot = try await chatbot(server)
        #expect(bot.card.url == "unix:\(path)")
        #expect(bot.card.isLocal)
        let replies = await collect(bot.reply(to: Question(about: .tides, .summary(.short))))
        #expect(replies.last?.finish != nil)
    }

    private func slotIsBusy(_ server: Servers.Chatbot) async throws -> Bool {
        let endpoint = try #require(Endpoint(server.url))
        let answer = await Exchange.whole(
            Request(endpoint, path: "/slots", key: nil), limit: 1 << 20)
        #expect(answer.status == 200)
        return String(decoding: answer.body, as: UTF8.self).contains("\"is_processing\":true")
    }
}

/// Everything a chatbot says, to the end.
func collect(_ stream: AsyncStream<Reply>) async -> [Reply] {
    var all: [Reply] = []
    for await reply in stream {
        // What is planned has tests of its own.
        if case .plan = reply { continue }
        all.append(reply)
    }
    return all
}

/// Asks again and again, for a minute at most.
func until(_ what: String, _ isSo: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(60)
    while .now < end {
        if try await isSo() { return }
        try await Task.sleep(for: .milliseconds(10))
    }
    throw ChildProcess.Failure(description: "not within a minute: \(what)")
}

extension [Reply] {
    var texts: [String] { compactMap { if case .text(let text) = $0 { text } else { nil } } }
}

extension Reply {
    var finish: Finish? { if case .finished(let finish) = self { finish } else { nil } }
}

extension Article {
    static let tides = Article(
        title: "Tides", language: "en",
        blocks: [
            "The sea rises and falls twice a day on most coasts, and sailors have long known when.",
            "The moon pulls the water on the near side more strongly than the earth as a whole.",
            "The sun pulls too, less than half as much; when both stand in line, spring tides come.",
        ].map { Block(.paragraph(RichText($0))) })

    static let long = Article(
        title: "A walk along the coast", language: "en",
        blocks: (1...40).map { number in
            Block(
                .paragraph(
                    RichText(
                        "On day \(number) the party walked from harbour \(number) to harbour "
                            + "\(number + 1), counted \(number * 7) gulls, and wrote down at what "
                            + "hour the water stood highest against the old stone wall.")))
        })
}
