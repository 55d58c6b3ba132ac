import Chat
import LecternCore
import Synchronization

/// A chatbot behind HTTP: does what `ChatPlan` orders, and tells it what came.
package struct ServerChatbot: Chatbot {
    package let card: ChatbotCard
    private let endpoint: Endpoint
    private let key: String?
    private let options: ChatOptions
    private let impatience = Impatience()

    /// Seconds that counting tokens may take: without a count they are estimated.
    private static let countingTime = 2.0

    /// Bytes of one response: a full window of tokens at some 300 bytes each, twice over.
    static let longestResponse = 64 << 20

    /// A chatbot that a search found; nil for the built-in extract, which has no server.
    package init?(
        card: ChatbotCard, options: ChatOptions = ChatOptions(), keys: ServerKeys = ServerKeys()
    ) {
        guard let url = card.url, let endpoint = Endpoint(url) else { return nil }
        self.card = card
        self.endpoint = endpoint
        self.options = options
        key = keys.key(for: endpoint)
    }

    /// Ends the reasoning of the answer on its way: its words come now, from the same stream where the server can do
    /// that, else from a new request. Nothing happens once words have come.
    package func answerNow() { impatience.wake?() }

    package func reply(to question: Question) -> AsyncStream<Reply> {
        AsyncStream { continuation in
            let task = Task.detached {
                await answer(question, to: continuation)
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    /// What an exchange came to, when it was not cut short by the plan.
    private enum Next {
        case send(ChatRequest)
        case wait(seconds: Double)
        case done
    }

    private func answer(
        _ question: Question, to continuation: AsyncStream<Reply>.Continuation
    ) async {
        var options = options
        let known = Experience.shared[card]
        options.tokenScale = known.scale ?? options.tokenScale
        options.loadedWindow = known.window ?? options.loadedWindow
        options.thinks = options.thinks || question.thinks
        var plan = ChatPlan(
            question, card: card, tag: Tag.of(question.article), options: options,
            cache: Experience.shared.notes)
        await count(&plan)
        var pace = Pace()
        var next = perform(plan.start(), &pace, continuation)
        while !Task.isCancelled {
            switch next {
            case .send(let request): next = await exchange(request, &plan, &pace, continuation)
            case .wait(let seconds):
                try? await Task.sleep(for: .seconds(seconds))
                next = perform(plan.waited(), &pace, continuation)
            case .done:
                Experience.shared.learn(from: plan)
                return
            }
        }
        // The parts that were read before it was stopped need not be read again.
        Experience.shared.learn(from: plan)
    }

    /// Has the server count the article's tokens, where it can and is quick about it.
    private func count(_ plan: inout ChatPlan) async {
        guard let counting = plan.counting, !Task.isCancelled else { return }
        var request = Request(endpoint, path: counting.path, body: counting.body, key: key)
        let time = ServerChatbot.countingTime
        request.patience = Patience(connect: time, head: time, stall: time, total: time)
        let answer = await Exchange.whole(request, limit: 8 << 20)
        plan.counted(status: answer.status, body: answer.body)
    }

    /// Tells the server to end its reasoning, where it can be told; else asks again.
    private func hurry(_ plan: inout ChatPlan) async -> [ChatPlan.Step] {
        if let control = plan.control {
            var request = Request(endpoint, path: control.path, body: control.body, key: key)
            request.patience = Patience(connect: 1, head: 1, stall: 1, total: 1)
            if await Exchange.whole(request, limit: 1 << 16).status == 200 { return [] }
        }
        return plan.answerNow()
    }

    /// Sends a request and feeds the plan with its response, until that ends or the plan wants something else.
    private func exchange(
        _ request: ChatRequest, _ plan: inout ChatPlan, _ pace: inout Pace,
        _ continuation: AsyncStream<Reply>.Continuation
    ) async -> Next {
        var sent = Request(
            endpoint, path: request.path, body: request.body, accept: request.accept, key: key)
        let patience = ChatPlan.patience
        sent.patience = Patience(
            connect: endpoint.isLocal ? patience.connect : 10, head: patience.firstByte,
            stall: patience.betweenBytes, total: nil)
        var hasHead = false
        let arrivals = Exchange.stream(
            sent, limit: ServerChatbot.longestResponse, impatience: impatience)
        for await arrival in arrivals {
            let steps: [ChatPlan.Step]
            switch arrival {
            case .head(let status):
                hasHead = true
                steps = plan.opened(status: status)
            case .bytes(let bytes): steps = plan.received(bytes)
            case .wish: steps = await hurry(&plan)
            case .end(let end): steps = plan.ended(failure(end, hasHead))
            }
            let next = perform(steps, &pace, continuation)
            if case .done = next, !plan.isDone { continue }
            return next
        }
        return .done
    }

    /// Passes replies on; what is to be done then.
    private func perform(
        _ steps: [ChatPlan.Step], _ pace: inout Pace,
        _ continuation: AsyncStream<Reply>.Continuation
    ) -> Next {
        var next = Next.done
        for step in steps {
            switch step {
            case .reply(let reply): continuation.yield(pace.completed(reply))
            case .send(let request): next = .send(request)
            case .wait(let seconds): next = .wait(seconds: seconds)
            }
        }
        return next
    }

    private func failure(_ end: TransferEnd, _ hasHead: Bool) -> ChatError? {
        switch end {
        case .complete: nil
        case .late: .timedOut
        case .failed where !hasHead: .unreachable(endpoint.name)
        case .failed, .stopped, .cancelled, .headTooLarge: .dropped
        }
    }
}

/// What the answers of this run have taught about models, and what the parts of long articles came to.
private final class Experience: Sendable {
    struct Model {
        /// Tokens counted by the server for one estimated here.
        var scale: Double?
        /// The window it was last loaded with, where this program says which.
        var window: Int?
    }

    static let shared = Experience()
    private let models = Mutex<[String: Model]>([:])
    private let cache = Mutex(NoteCache())

    subscript(card: ChatbotCard) -> Model { models.withLock { $0[card.modelKey] } ?? Model() }

    var notes: NoteCache { cache.withLock { $0 } }

    func learn(from plan: ChatPlan) {
        let window = plan.card.kind == .ollama ? plan.window : nil
        models.withLock { $0[plan.card.modelKey] = Model(scale: plan.scale, window: window) }
        cache.withLock { $0 = plan.cache }
    }
}

/// How fast words come, for servers that do not say so themselves.
private struct Pace {
    private var first: ContinuousClock.Instant?

    mutating func completed(_ reply: Reply) -> Reply {
        switch reply {
        case .text, .thinking: first = first ?? .now
        case .plan, .part, .again: first = nil
        case .finished(var finish):
            guard finish.speed == nil, finish.parts == 1, let first,
                let tokens = finish.answerTokens, tokens > 8
            else { break }
            let seconds = (ContinuousClock.now - first) / .seconds(1)
            if seconds > 0.05 { finish.speed = Double(tokens) / seconds }
            return .finished(finish)
        case .waiting, .progress, .draft, .failed: break
        }
        return reply
    }
}

/// The word that closes an article in a prompt: no page can know it, and it stays the same for one article, so
/// that servers need not read that again.
private enum Tag {
    private static let secret = UInt64.random(in: 0...UInt64.max)

    static func of(_ article: Article) -> String {
        var hash = FixedHash()
        hash.feed(String(secret, radix: 36))
        hash.feed(article.title)
        for block in article.blocks { hash.feed(String(block.id.hash, radix: 36)) }
        return "k" + String(hash.value, radix: 36)
    }
}
