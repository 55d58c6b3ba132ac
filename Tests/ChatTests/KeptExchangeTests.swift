import Chat
import LecternCore
import Testing

@Suite struct `What is kept of an answer` {
    static let tasks: [Question.Task] = [
        .summary(.short), .summary(.medium), .summary(.long), .summary(.words(77)), .keyPoints,
        .ask("Why “tides”?"), .explain(block: 3), .simplify(block: 0),
        .translate(block: 2, to: "pt-BR"), .news, .compare,
        .own(name: "child", order: "As to a child."),
    ]

    private func exchange(_ task: Question.Task) -> KeptExchange {
        KeptExchange(
            task: task, title: "Why?", card: .llama, text: "The moon. [1]\n\n* \"so\" [2]",
            finish: Finish(reason: .length, used: [1, 2], parts: 3, speed: 41.5, wasCut: true),
            seconds: 12,
            date: "2026-02-03", article: .max - 5)
    }

    @Test(arguments: tasks)
    func `comes back from its text as it was`(task: Question.Task) throws {
        let kept = exchange(task)
        let json = try #require(JSON(kept.json.text))
        var expected = kept
        // What a server says of a model's memory is not true for ever.
        expected.card.isLoaded = nil
        #expect(KeptExchange(json) == expected)
    }

    @Test func `is nothing when a part of it is missing`() throws {
        let members = try #require(exchange(.keyPoints).json.object)
        for name in ["task", "title", "chatbot", "text", "finish", "article"] {
            #expect(KeptExchange(.object(members.filter { $0.key != name })) == nil, "\(name)")
        }
        #expect(KeptExchange(.null) == nil)
    }

    @Test func `holds nothing that a terminal would obey`() throws {
        var kept = exchange(.ask("\u{1B}[2J"))
        kept.text = "a\u{1B}]0;x\u{7}b\u{202E}"
        let back = try #require(KeptExchange(kept.json))
        #expect(back.text.gated == back.text)
        #expect(back.task == .ask("\u{1B}[2J".gated))
    }
}
