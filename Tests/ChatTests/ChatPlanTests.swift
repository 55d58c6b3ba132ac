import LecternCore
import Testing

@testable import Chat

@Suite struct `Going through with a question` {
    private let question = Question(about: .tides, .summary(.short))

    @Test func `an answer comes through, and its end says what was used`() {
        let talk = Talk(question, card: .llama) { _, _ in .says("The sea rises [1].", read: 260) }
        #expect(dump(talk.replies) == "text<The sea rises [1].> finished(stop 260+5)")
        guard case .finished(let finish)? = talk.replies.last else { return }
        #expect(finish.used == [1, 2, 3, 4])
        #expect(finish.parts == 1)
    }

    @Test func `an article without prose is not sent`() {
        let talk = Talk(
            Question(about: .of("T", ["# Only a header"]), .summary(.short)), card: .llama
        ) {
            _, _ in .says("?")
        }
        #expect(talk.sent.isEmpty)
        #expect(talk.replies == [.failed(.empty)])
    }

    @Test func `a server that is loading is waited for`() {
        let talk = Talk(question, card: .llama) { turn, _ in
            turn < 4
                ? .refuses(503, #"{"error":{"code":503,"message":"Loading model"}}"#)
                : .says("Yes [1].")
        }
        #expect(talk.sent.count == 4)
        #expect(talk.waited == 1.5)
        #expect(
            dump(talk.replies)
                == "waiting(Loading model) waiting(Loading model) waiting(Loading model) text<Yes [1].> finished(stop ?+5)"
        )
    }

    @Test func `a server that is loading for ever is given up`() {
        let talk = Talk(question, card: .llama) { _, _ in
            .refuses(503, #"{"error":{"code":503,"message":"Loading model"}}"#)
        }
        #expect(talk.waited >= 60)
        #expect(talk.replies.last == .failed(.refused(status: 503, "Loading model")))
    }

    @Test(arguments: [
        #"{"error":{"code":500,"message":"Conversation roles must alternate user/assistant/user"}}"#,
        #"{"error":"{\"error\":{\"code\":500,\"message\":\"Jinja Exception: System role not supported\"}}"}"#,
    ])
    func `a template that refuses the system role gets its words in the first message`(
        error: String
    ) {
        let talk = Talk(question, card: .llama) { turn, _ in
            turn == 1 ? .refuses(500, error) : .says("Yes [1].")
        }
        #expect(talk.sent.count == 2)
        #expect(talk.messages(1).count == 1)
        #expect(talk.messages(1)[0].hasPrefix("user: You help a reader with ONE article."))
        #expect(dump(talk.replies) == "text<Yes [1].> finished(stop ?+5)")
    }

    @Test func `a template that refuses everything is tried twice`() {
        let talk = Talk(question, card: .llama) { _, _ in
            .refuses(500, #"{"error":{"message":"roles must alternate"}}"#)
        }
        #expect(talk.sent.count == 2)
        #expect(talk.replies.last == .failed(.refused(status: 500, "roles must alternate")))
    }

    @Test func `a server that refuses fields it does not know is asked plainly`() {
        let talk = Talk(question, card: .llama) { turn, body in
            turn == 1
                ? .refuses(
                    400, #"{"error":{"message":"Unrecognized request argument: return_progress"}}"#)
                : .says("Yes [1].")
        }
        #expect(talk.sent.count == 2)
        #expect(
            talk.sent[1].object?.map(\.key) == [
                "model", "stream", "temperature", "max_tokens", "messages",
            ])
    }

    @Test func `an answer ends where the model begins to say its prompt over again`() {
        let stops: JSON = ["</article k7Qz", "</notes k7Qz", "</earlier k7Qz"]
        let llama = Talk(question, card: .llama) { _, _ in .says("Yes [1].") }
        #expect(llama.sent[0]["stop"] == stops)
        #expect(llama.messages(0).contains { $0.contains("</article k7Qz>") })
        let ollama = Talk(question, card: .ollama) { _, _ in .says("Yes [1].") }
        // There they would replace those of the model's own file.
        #expect(!ollama.sent[0].text.contains("stop"))
    }

    @Test
    func `lines of the prompt's frame that a model says over again are no part of the answer`() {
        let talk = Talk(question, card: .other) { _, _ in
            .says(
                "<article id=\"k7Qz\" title=\"Tides\">\nThe sea <b>rises</b> [1].\n</article k7Qz>")
        }
        #expect(dump(talk.replies) == "text<The sea <b>rises</b> [1].↵> finished(stop ?+5)")
        let other = Talk(question, card: .other) { _, _ in .says("<article id=\"mine\"> [1]") }
        #expect(dump(other.replies) == "text<<article id=\"mine\"> [1]> finished(stop ?+5)")
        // One that is cut in the middle of it is not taken for one that thinks.
        var plan = ChatPlan(question, card: .other, tag: "k7Qz")
        _ = plan.start()
        _ = plan.opened(status: 200)
        let cut =
            #"data: {"choices":[{"delta":{"content":"<article id=\"k7Qz\" ti"},"#
            + #""finish_reason":"length"}]}"# + "\n\ndata: [DONE]\n\n"
        let end = plan.received(cut.utf8) + plan.ended()
        #expect(plan.isDone && !end.contains(.reply(.again(.overthought))))
        // However the stream is split.
        let answer = "<earlier id=\"k7Qz\" a>\n< so\n\n</notes k7Qz>\n</notes"
        for place in 0...answer.count {
            var echo = PromptEcho(tag: "k7Qz")
            let out =
                echo.feed(String(answer.prefix(place))) + echo.feed(String(answer.dropFirst(place)))
            #expect(out + echo.end() == "< so\n\n</notes", "split at \(place)")
        }
    }

    @Test func `a dropped stream keeps what came`() {
        let talk = Talk(question, card: .llama) { _, _ in .breaks(after: "The sea") }
        #expect(dump(talk.replies) == "text<The sea> failed(dropped)")
        #expect(talk.sent.count == 1)
    }

    @Test func `a door that does not open is said at once`() {
        let talk = Talk(question, card: .other) { _, _ in .unreachable }
        #expect(talk.replies == [.failed(.unreachable("http://127.0.0.1:9000"))])
    }
}

@Suite struct `The language of an answer` {
    private let english =
        "The sea rises and falls twice a day because the moon pulls the near ocean more strongly than the far one [1]."
    private let french =
        "La mer monte et descend deux fois par jour parce que la lune attire plus fortement l'océan proche [1]."

    @Test func `an answer in the wrong language is asked for again, once`() {
        let question = Question(about: .tides, .summary(.short), language: "fr")
        let talk = Talk(question, card: .llama) { turn, _ in .says(turn == 1 ? english : french) }
        #expect(talk.replies.count == 4)
        #expect(talk.replies[1] == .again(.language))
        #expect(talk.sent.count == 2)
        #expect(talk.messages(1)[1].hasSuffix("\nRéponds en français."))
        let stubborn = Talk(question, card: .llama) { _, _ in .says(english) }
        #expect(stubborn.sent.count == 2)
        #expect(stubborn.replies.last != nil)
    }

    @Test(arguments: ["en", "en-GB"])
    func `an answer in the right one is not`(language: String) {
        let question = Question(about: .tides, .summary(.short), language: language)
        #expect(Talk(question, card: .llama) { _, _ in .says(english) }.sent.count == 1)
        #expect(Talk(question, card: .llama) { _, _ in .says("Oui [1].") }.sent.count == 1)
    }
}

@Suite struct `Long articles` {
    private let long = Article.long(sections: 6, paragraphs: 10)

    private func numbers(_ talk: Talk, _ index: Int) -> [Int] {
        talk.messages(index).joined().split(separator: "\n").compactMap { line in
            guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return nil }
            return Int(line[line.index(after: line.startIndex)..<end])
        }
    }

    @Test func `a summary is made of parts, with numbers over the whole article`() {
        let talk = Talk(Question(about: long, .summary(.medium)), card: .llama) { turn, _ in
            .says("- Point \(turn) [\(turn)].")
        }
        let parts = talk.sent.count - 1
        #expect(parts >= 2)
        var seen: Set<Int> = []
        for part in 0..<parts {
            let sent = numbers(talk, part)
            #expect(sent == sent.sorted())
            seen.formUnion(sent)
            #expect(
                talk.messages(part)[1].contains(
                    "This is part \(part + 1) of \(parts) of the article."))
        }
        #expect(seen == Set(1...60))
        #expect(talk.messages(parts)[1].hasPrefix("user: <notes id=\"k7Qz\""))
        for part in 1...parts {
            #expect(talk.messages(parts)[1].contains("- Point \(part) [\(part)]."))
        }
        #expect(talk.replies.first == .part(1, of: parts))
        #expect(dump(talk.replies).contains("draft<- Point 1 [1].> part(2/\(parts))"))
        guard case .finished(let finish)? = talk.replies.last else { return }
        #expect(finish.parts == parts)
        #expect(finish.used == Array(1...60))
    }

    @Test func `parts grow once the server has counted`() {
        var small = ChatbotCard.llama
        small.window = 1_024
        let grown = Talk(Question(about: long, .summary(.medium)), card: small) { _, body in
            let said = (body["messages"].array ?? []).compactMap { $0["content"].string }
            return .says("- Point [1].", read: said.reduce(0) { $0 + Tokens.estimate($1) } * 6 / 10)
        }
        let steady = Talk(Question(about: long, .summary(.medium)), card: small) { _, _ in
            .says("- Point [1].", read: nil)
        }
        #expect(grown.sent.count < steady.sent.count * 4 / 5)
        guard case .finished(let finish)? = grown.replies.last else {
            Issue.record("\(dump(grown.replies))")
            return
        }
        #expect(finish.used == Array(1...60))
    }

    @Test func `no part is larger than the window`() {
        for window in [700, 1_024, 2_048, 4_096, 8_192] {
            var card = ChatbotCard.llama
            card.window = window
            let talk = Talk(Question(about: long, .summary(.medium)), card: card) { turn, _ in
                .says("- Point \(turn) [\(turn)].")
            }
            for index in talk.sent.indices {
                let tokens = talk.messages(index).reduce(0) { $0 + Tokens.estimate($1) }
                let answer = talk.sent[index]["max_tokens"].int ?? 0
                #expect(tokens + answer <= window, "window \(window), request \(index)")
            }
        }
    }

    @Test func `a question gets the paragraphs it is about, in article order`() {
        let lines = (1...200).map { number in
            number == 137
                ? "The harbour master Ingrid Solheim keeps the tide tables in an oak chest."
                : "Paragraph about sheep number \(number), wool, pasture, shepherds, dogs and the long winter nights."
        }
        let talk = Talk(
            Question(
                about: .of("T", lines), .ask("Where does the harbour master keep the tables?")),
            card: .llama
        ) { _, _ in .says("In a chest [137].") }
        #expect(talk.sent.count == 1)
        let sent = numbers(talk, 0)
        #expect(sent.contains(137) && sent.contains(136) && sent.contains(138) && sent.contains(1))
        #expect(sent == sent.sorted())
        #expect(sent.count < 200)
        guard case .finished(let finish)? = talk.replies.last else { return }
        #expect(finish.used == sent)
    }

    @Test func `an overflow names the window, and the article goes in smaller parts`() {
        var card = ChatbotCard.llama
        card.window = 32_768
        let talk = Talk(Question(about: long, .summary(.medium)), card: card) { turn, _ in
            turn == 1
                ? .refuses(
                    400,
                    #"{"error":{"code":400,"message":"request (6000 tokens) exceeds the available context size (2048 tokens)","type":"exceed_context_size_error","n_prompt_tokens":6000,"n_ctx":2048}}"#
                ) : .says("- Point [1].")
        }
        #expect(talk.replies.first == .again(.tooLong(window: 2_048)))
        #expect(talk.sent.count > 3)
        for index in 1..<talk.sent.count {
            let tokens = talk.messages(index).reduce(0) { $0 + Tokens.estimate($1) }
            #expect(tokens < 2_048)
        }
        guard case .finished? = talk.replies.last else {
            Issue.record("\(dump(talk.replies))")
            return
        }
    }

    @Test func `a server that overflows for ever is told so`() {
        let talk = Talk(Question(about: long, .summary(.medium)), card: .llama) { _, _ in
            .refuses(400, #"{"error":{"message":"context length exceeded"}}"#)
        }
        #expect(talk.sent.count <= 6)
        #expect(talk.replies.last == .failed(.tooLong(tokens: nil, window: nil)))
    }

    @Test func `Ollama's silent cut is seen and repaired`() {
        // It is asked for 8,192, has 4,096 all the same, and reads half of that and two.
        let article = Article.long(sections: 4, paragraphs: 10)
        let talk = Talk(Question(about: article, .summary(.medium)), card: .ollama) { turn, _ in
            .says("Point [1].", read: turn == 1 ? 2_050 : nil)
        }
        #expect(talk.sent[0]["options"]["num_ctx"].int == 8_192)
        #expect(talk.sent[1]["options"]["num_ctx"].int == 4_096)
        guard case .again(.cut(let sent, 2_050))? = talk.replies.dropFirst().first else {
            Issue.record("\(dump(talk.replies))")
            return
        }
        #expect(sent > 4_000)
        #expect(talk.sent.count == 4)
        guard case .finished(let finish)? = talk.replies.last else {
            Issue.record("\(dump(talk.replies))")
            return
        }
        #expect(finish.parts == 2)
        #expect(finish.wasCut == false)
    }

    @Test func `a count of what was not cached is no cut`() {
        let article = Article.long(sections: 2, paragraphs: 10)
        let talk = Talk(Question(about: article, .summary(.medium)), card: .llama) { _, _ in
            .says("Point [1].", read: 60)
        }
        #expect(talk.sent.count == 1)
    }

    @Test func `a server that cuts for ever is given up, and the answer says so`() {
        let talk = Talk(Question(about: long, .summary(.medium)), card: .llama) { _, body in
            let said = (body["messages"].array ?? []).compactMap { $0["content"].string }
            return .says("Point [1].", read: said.reduce(0) { $0 + Tokens.estimate($1) } * 44 / 100)
        }
        guard case .finished(let finish)? = talk.replies.last else {
            Issue.record("\(dump(talk.replies))")
            return
        }
        #expect(finish.wasCut)
    }

    @Test func `Ollama gets the smallest window that holds the article, and keeps a loaded one`() {
        func window(_ article: Article, loaded: Int?, maximum: Int?) -> Int? {
            var card = ChatbotCard.ollama
            card.window = loaded
            card.maximumWindow = maximum
            let talk = Talk(Question(about: article, .summary(.short)), card: card) { _, _ in
                .says("Yes [1].")
            }
            return talk.sent[0]["options"]["num_ctx"].int
        }
        #expect(window(.tides, loaded: nil, maximum: 40_960) == 4_096)
        #expect(window(.tides, loaded: 6_000, maximum: 40_960) == 6_000)
        #expect(window(long, loaded: 4_096, maximum: 40_960) == 8_192)
        #expect(window(long, loaded: nil, maximum: 2_048) == 2_048)
    }

    @Test func `a paragraph longer than the window goes in pieces under its number`() {
        var card = ChatbotCard.llama
        card.window = 1_024
        let text = (1...400).map { "Sentence number \($0) says something about tides." }.joined(
            separator: " ")
        let talk = Talk(Question(about: .of("T", ["Lead.", text]), .summary(.short)), card: card) {
            _, _ in
            .says("- Point [2].")
        }
        #expect(talk.sent.count > 5)
        #expect(numbers(talk, 1) == [2])
        let all = (0..<talk.sent.count - 1).map { talk.messages($0)[1] }.joined()
        for number in [1, 57, 200, 399, 400] {
            #expect(all.contains("Sentence number \(number) says"))
        }
    }

    @Test func `a huge article is read in a bounded number of parts`() {
        var card = ChatbotCard.llama
        card.window = 700
        let talk = Talk(
            Question(about: .long(sections: 60, paragraphs: 20), .summary(.medium)), card: card
        ) { _, _ in .says("- Point [1].") }
        #expect(talk.sent.count <= 400)
        guard case .finished(let finish)? = talk.replies.last else { return }
        #expect(finish.used.count < 1_200)
    }
}
