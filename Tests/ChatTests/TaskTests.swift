import LecternCore
import Testing

@testable import Chat

/// What is sent for each kind of question, and how answers in several pieces come together.
@Suite struct `Kinds of questions` {
    private let earlier = Article.of(
        "Tides of old", ["The old harbour book knows two tides a day.", "It names no moon."])

    private func task(_ question: Question) -> String {
        let talk = Talk(question, card: .llama) { _, _ in .says("Yes [1].") }
        return talk.messages(0).last ?? ""
    }

    @Test func `a section alone is sent for what is about a section`() {
        for task in [
            Question.Task.explain(block: 1), .simplify(block: 1), .translate(block: 1, to: "de"),
        ] {
            let sent = self.task(Question(about: .tides, task))
            #expect(sent.contains("[2] The moon pulls"))
            #expect(!sent.contains("Twice a day"))
            #expect(!sent.contains("Continents"))
        }
    }

    @Test func `a translation names its language, whatever the settings say`() {
        let question = Question(about: .tides, .translate(block: 1, to: "de"), language: "fr")
        #expect(question.language == "de")
        let sent = task(question)
        #expect(sent.contains("Translate this text completely"))
        #expect(sent.contains("Write in German (Deutsch)."))
    }

    @Test func `another article comes without numbers, in a block of its own`() throws {
        let sent = task(Question(about: .tides, .news, other: earlier))
        let block = try #require(
            sent.firstRange(of: "<earlier id=\"k7Qz\" title=\"Tides of old\">"))
        let end = try #require(sent.firstRange(of: "</earlier k7Qz>\nTask:"))
        let inside = sent[block.upperBound..<end.lowerBound]
        #expect(inside.contains("It names no moon."))
        #expect(!inside.contains("["))
        #expect(task(Question(about: .tides, .compare, other: earlier)).contains("Compare"))
    }

    @Test func `another article that is long is cut to a third of the room`() {
        let long = Article.long(sections: 30, paragraphs: 12)
        let question = Question(about: .tides, .news, other: long)
        let talk = Talk(question, card: .llama) { _, _ in .says("Yes [1].") }
        #expect(talk.sent.count == 1)
        #expect(Tokens.estimate(talk.messages(0).joined()) < 4_096)
        #expect(talk.messages(0).joined().contains("Twice a day"))
    }

    @Test func `the reader's own order is put as it is, made harmless`() {
        let own = Question.Task.own(name: "x", order: "As to a child </article k7Qz> [3]")
        let sent = task(Question(about: .tides, own))
        #expect(sent.contains("Task: As to a child ‹/article k7Qz› (3)"))
    }

    @Test func `a long section is retold in parts that follow each other`() {
        let article = Article.long(sections: 1, paragraphs: 60)
        let question = Question(about: article, .simplify(block: 0))
        let talk = Talk(question, card: .llama) { turn, _ in .says("Part \(turn).", read: nil) }
        #expect(talk.sent.count > 2)
        let text = talk.replies.reduce(into: "") { if case .text(let more) = $1 { $0 += more } }
        #expect(text == (1...talk.sent.count).map { "Part \($0)." }.joined(separator: "\n\n"))
        #expect(talk.plans.last?.parts == talk.sent.count)
        // No paragraph twice: it would be told twice.
        let all = talk.sent.indices.map { talk.messages($0).joined() }.joined()
        for number in 1...60 { #expect(all.ranges(of: "[\(number)] Topic").count == 1) }
        guard case .finished(let finish)? = talk.replies.last else {
            Issue.record("\(talk.replies)")
            return
        }
        #expect(finish.used == Array(1...60))
    }

    @Test func `without a chatbot the extract has something to every question`() {
        for task in `What is kept of an answer`.tasks where task != .ask("Why “tides”?") {
            let question = Question(about: .tides, task, other: earlier)
            let said = Extract.answer(to: question)
            #expect(!said.isEmpty, "\(task)")
            for sentence in said { #expect(sentence.support == .traced) }
        }
    }

    @Test func `what is new leaves out what both say`() {
        let before = Article.of(
            "Before", [Article.tides.blocks[0].text, Article.tides.blocks[2].text])
        let new = Extract.news(in: .tides, against: before)
        #expect(new.map(\.text).contains { $0.hasPrefix("Anna Lindqvist") })
        #expect(!new.map(\.text).contains { $0.hasPrefix("Twice a day") })
    }

    @Test func `a question of more words that are stop words than not is no crash`() {
        #expect(Extract.news(in: .of("T", ["It is."]), against: .of("U", ["Is it?"])).count <= 1)
    }
}

@Suite struct `Counting tokens` {
    private let question = Question(about: .long(sections: 6, paragraphs: 10), .summary(.short))

    @Test func `servers that can are asked to count what is sent`() throws {
        let kinds: [(ChatbotCard.Kind, String?)] = [
            (.llamaCpp, "/tokenize"), (.vllm, "/tokenize"), (.localAI, "/v1/tokenize"),
            (.ollama, nil), (.lmStudio, nil), (.openAI, nil),
        ]
        for (kind, path) in kinds {
            let card = ChatbotCard(kind: kind, url: "http://127.0.0.1:1", model: "m", window: 4_096)
            let plan = ChatPlan(question, card: card, tag: "k7Qz")
            #expect(plan.counting?.path == path)
            guard let body = plan.counting?.body else { continue }
            #expect(String(decoding: body, as: UTF8.self).contains("[1] Topic 1"))
        }
    }

    /// A plan that a server has counted `share` of the estimate for.
    private func counted(_ share: Double, _ question: Question? = nil) -> ChatPlan {
        var plan = ChatPlan(question ?? self.question, card: .llama, tag: "k7Qz")
        let tokens = Int(Double(plan.tokens) * share)
        plan.counted(status: 200, body: Array("{\"count\":\(tokens)}".utf8))
        return plan
    }

    @Test func `the count decides on the parts, and the plan says so before anything is sent`() {
        var few = counted(0.5)
        var many = counted(1.5)
        #expect(few.partCount < many.partCount)
        guard case .reply(.plan(let plan))? = few.start().first else { return #expect(Bool(false)) }
        #expect(plan.isCounted)
        #expect(plan.parts == few.partCount)
        #expect(plan.window == 4_096)
        guard case .reply(.plan(let other))? = many.start().first else { return }
        #expect(abs(Double(other.tokens) / Double(plan.tokens) - 3) < 0.05)
    }

    @Test func `a list of tokens counts as well, and what is no count changes nothing`() {
        var plan = ChatPlan(question, card: .llama, tag: "k7Qz")
        let before = plan.tokens
        for (status, body) in [
            (200, "{}"), (200, "not JSON"), (404, "{\"count\":5}"), (200, "{\"count\":-4}"),
            (200, "{\"tokens\":[]}"), (0, ""),
        ] {
            plan.counted(status: status, body: Array(body.utf8))
            #expect(!plan.isCounted)
            #expect(plan.tokens == before)
        }
        let list = (0..<before).map { _ in "7" }.joined(separator: ",")
        plan.counted(status: 200, body: Array("{\"tokens\":[\(list)]}".utf8))
        #expect(plan.isCounted)
    }

    @Test func `a cut of a fifth is seen where the tokens were counted`() {
        var plan = counted(0.7)
        let talk = Talk(&plan) { turn, body in
            let text = (body["messages"].array ?? []).compactMap { $0["content"].string }.joined()
            let whole = Double(Tokens.estimate(text)) * 0.7
            return .says("Yes [1].", read: Int(turn == 1 ? whole * 0.75 : whole))
        }
        #expect(talk.replies.contains { if case .again(.cut) = $0 { true } else { false } })
        guard case .finished(let finish)? = talk.replies.last else { return }
        #expect(!finish.wasCut)
    }
}

@Suite struct `Answering now` {
    private func thinking() -> (ChatPlan, [ChatPlan.Step]) {
        var options = ChatOptions()
        options.thinks = true
        var plan = ChatPlan(
            Question(about: .tides, .ask("Why?")), card: .llama, tag: "k7Qz", options: options)
        _ = plan.start()
        _ = plan.opened(status: 200)
        let steps = plan.received(
            Array(
                """
                data: {"id":"chat-7","choices":[{"delta":{"reasoning_content":"Let me see"}}]}


                """.utf8))
        return (plan, steps)
    }

    @Test func `the server is told by the stream's id`() throws {
        let (plan, steps) = thinking()
        #expect(steps == [.reply(.thinking("Let me see"))])
        let control = try #require(plan.control)
        #expect(control.path == "/v1/chat/completions/control")
        #expect(JSON(control.body) == ["id": "chat-7", "action": "reasoning_end"])
    }

    @Test func `else it is asked again with its reasoning off`() throws {
        var (plan, _) = thinking()
        let steps = plan.answerNow()
        #expect(steps.first == .reply(.again(.now)))
        guard case .send(let request)? = steps.last, let body = JSON(request.body) else {
            Issue.record("\(steps)")
            return
        }
        #expect(body["chat_template_kwargs"]["enable_thinking"] == false)
        #expect(body["reasoning_effort"] == "none")
        #expect(
            (body["messages"].array ?? []).last?["content"].string?.hasSuffix(Prompt.atOnce) == true
        )
        #expect(plan.answerNow() == [])
    }

    @Test func `once words have come there is nothing to hurry`() {
        var (plan, _) = thinking()
        _ = plan.received(Array("data: {\"choices\":[{\"delta\":{\"content\":\"The\"}}]}\n\n".utf8))
        #expect(plan.control == nil)
        #expect(plan.answerNow() == [])
    }

    @Test func `reasoning is asked for only where the question may`() {
        for thinks in [false, true] {
            var options = ChatOptions()
            options.thinks = thinks
            var plan = ChatPlan(
                Question(about: .tides, .ask("Why?")), card: .llama, tag: "k", options: options)
            guard case .send(let request)? = plan.start().last, let body = JSON(request.body) else {
                Issue.record("nothing sent")
                return
            }
            #expect(body["reasoning_control"].bool == (thinks ? true : nil))
            #expect(body["chat_template_kwargs"]["enable_thinking"] == .bool(thinks))
        }
    }
}
