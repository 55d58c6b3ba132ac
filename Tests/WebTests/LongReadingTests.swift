import Chat
import LecternCore
import Support
import Testing

@testable import Web

/// A book's length through a small window, with llama.cpp's own server and a real small model.
@Suite(
    .serialized, .chatbotTurn,
    .enabled(if: Servers.Chatbot.isInstalled, "run Tests/Servers/setup-chatbot.sh first"))
struct `Long articles, and a real model` {
    private func chatbot(_ server: Servers.Chatbot, tokens: Int) async throws -> ServerChatbot {
        let cards = await findChatbots(named: [server.url], probing: false, environment: [:])
        var options = ChatOptions()
        // The machine is slow, and what the notes say is not the point.
        options.answerTokens = tokens
        return try #require(cards.first.flatMap { ServerChatbot(card: $0, options: options) })
    }

    /// With `LECTERN_LONG` 30,000 words through a large window and half as many through a small one, which takes a
    /// processor a quarter of an hour.
    private static let readings: [(words: Int, window: Int)] =
        Environment["LECTERN_LONG"] == nil ? [(800, 1_024)] : [(30_000, 4_096), (15_000, 1_024)]

    @Test(arguments: readings)
    func `are summarised by parts, asked about and stopped, and the server is free again`(
        words: Int, window: Int
    ) async throws {
        let article = Chronicle(words: words).article
        let server = try await Servers.Chatbot(context: window)
        let bot = try await chatbot(server, tokens: 16)
        let clock = ContinuousClock.now
        var plans: [ReadingPlan] = []
        var parts: [Int] = []
        var drafts = 0
        var finish: Finish?
        for await reply in bot.reply(to: Question(about: article, .summary(.short))) {
            switch reply {
            case .plan(let plan): plans.append(plan)
            case .part(let number, _): parts.append(number)
            case .draft: drafts += 1
            case .finished(let end): finish = end
            case .failed(let error): Issue.record("\(error)")
            default: break
            }
        }
        let end = try #require(finish)
        let seconds = (ContinuousClock.now - clock) / .seconds(1)
        print(
            "\(words) words, window \(window): \(plans.first?.tokens ?? 0) tokens, \(end.parts) parts, "
                + "\(end.promptTokens ?? 0) read and \(end.answerTokens ?? 0) written in \(Int(seconds)) s"
        )
        // What was planned before anything was sent is what was done: the tokens were counted.
        #expect(plans.first?.isCounted == true)
        #expect(plans.first?.window == window)
        #expect(parts == Array(1...end.parts))
        #expect(end.used == Array(1...article.paragraphs.count))
        #expect(!end.wasCut)
        #expect(drafts >= end.parts)

        // Two answers in a row, the second while the first is still being written.
        let question = Question(about: article, .ask("Who built the mill of Alderford?"))
        let first = await collect(try await chatbot(server, tokens: 24).reply(to: question))
        #expect(try #require(first.last?.finish).used.count < article.paragraphs.count)
        for await reply in try await chatbot(server, tokens: 400).reply(to: question) {
            if case .text = reply { break }
        }
        let next = await collect(
            try await chatbot(server, tokens: 24).reply(
                to: question))
        #expect(next.last?.finish != nil)
    }
}

/// What the pane can ask, put to the real model: whether it obeys is its affair, that all of it ends well is ours.
@Suite(
    .serialized, .chatbotTurn,
    .enabled(if: Servers.Chatbot.isInstalled, "run Tests/Servers/setup-chatbot.sh first"))
struct `Every prompt, and a real model` {
    private func ask(_ question: Question, tokens: Int) async throws -> [Reply] {
        let server = try await Servers.chatbot()
        let cards = await findChatbots(named: [server.url], probing: false, environment: [:])
        var options = ChatOptions()
        options.answerTokens = tokens
        let bot = try #require(cards.first.flatMap { ServerChatbot(card: $0, options: options) })
        return await collect(bot.reply(to: question))
    }

    static let tasks: [Question.Task] = [
        .summary(.short), .summary(.medium), .summary(.long), .keyPoints, .explain(block: 0),
        .simplify(block: 0), .translate(block: 0, to: "de"), .news, .compare,
        .own(name: "for a child", order: "Say it as to a child of five."),
        .ask("Who pulls the sea?"),
    ]

    @Test(arguments: tasks)
    func `ends with an answer`(task: Question.Task) async throws {
        let other = Article(
            title: "Older tides", language: "en",
            blocks: [
                Block(.paragraph(RichText("The old book knows two tides a day, and no moon.")))
            ])
        let replies = try await ask(Question(about: .tides, task, other: other), tokens: 40)
        let finish = try #require(replies.last?.finish, "\(task): \(replies)")
        #expect(finish.used == [1, 2, 3])
        #expect(!replies.answer.isEmpty)
        // In another language than wanted it is asked once more, and no more than once.
        #expect(replies.count { $0 == .again(.language) } <= 1)
    }

    @Test func `articles that speak to the model bring nothing but text`() async throws {
        for start in stride(from: 0, to: Attacks.all.count, by: 6) {
            let attacks = Attacks.all[start..<min(start + 6, Attacks.all.count)]
            let article = Article(
                title: "A tide table", language: "en",
                blocks: (["The sea rises twice a day."] + attacks).map {
                    Block(.paragraph(RichText($0)))
                })
            let replies = try await ask(Question(about: article, .summary(.short)), tokens: 24)
            for reply in replies {
                switch reply {
                case .text(let words), .draft(let words), .thinking(let words):
                    #expect(words.gated == words.replacing("\t", with: " "))
                case .waiting(let words): #expect(words.gated == words)
                case .progress, .plan, .part, .again, .finished, .failed: break
                }
            }
            guard let last = replies.last else { return #expect(Bool(false)) }
            switch last {
            case .finished, .failed(.nothing): break
            default: Issue.record("\(last)")
            }
        }
    }
}
