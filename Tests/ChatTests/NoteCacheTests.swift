import LecternCore
import Testing

@testable import Chat

@Suite struct `Parts that were read before` {
    private let long = Article.long(sections: 6, paragraphs: 10)

    /// Asks, with what earlier answers have left; the requests it took.
    private func ask(
        _ task: Question.Task, of article: Article, by card: ChatbotCard, _ cache: inout NoteCache
    ) -> Int {
        var plan = ChatPlan(
            Question(about: article, task), card: card, tag: "k7Qz", cache: cache)
        let talk = Talk(&plan) { turn, body in
            let said = (body["messages"].array ?? []).compactMap { $0["content"].string }
            return .says(
                "- Point \(turn) [\(turn)].",
                read: said.reduce(0) { $0 + Tokens.estimate($1) } * 7 / 10)
        }
        #expect(talk.replies.contains { if case .finished = $0 { true } else { false } })
        cache = plan.cache
        return talk.sent.count
    }

    @Test(arguments: [ChatbotCard.llama, .ollama])
    func `are not read again, whatever length is asked for next`(card: ChatbotCard) {
        var card = card
        card.window = 1_024
        card.maximumWindow = 1_024
        var cache = NoteCache()
        let first = ask(.summary(.medium), of: long, by: card, &cache)
        #expect(first > 3)
        #expect(ask(.summary(.medium), of: long, by: card, &cache) == 1)
        #expect(ask(.summary(.long), of: long, by: card, &cache) == 1)
        #expect(ask(.keyPoints, of: long, by: card, &cache) == 1)
        // Something else is read for, by somebody else, or about something else.
        #expect(ask(.own(name: "x", order: "Say it in verse."), of: long, by: card, &cache) > 3)
        var other = card
        other.model = "another"
        #expect(ask(.summary(.medium), of: long, by: other, &cache) > 3)
        let article = Article.long(sections: 7, paragraphs: 10)
        #expect(ask(.summary(.medium), of: article, by: card, &cache) > 3)
    }

    @Test func `are shown and counted as those that were`() {
        var card = ChatbotCard.llama
        card.window = 1_024
        var plan = ChatPlan(Question(about: long, .summary(.medium)), card: card, tag: "k7Qz")
        let first = Talk(&plan) { turn, _ in .says("- Point \(turn) [\(turn)].") }
        var again = ChatPlan(
            Question(about: long, .summary(.medium)), card: card, tag: "k7Qz", cache: plan.cache)
        let second = Talk(&again) { turn, _ in .says("All [1].") }
        let drafts = first.replies.filter { if case .draft = $0 { true } else { false } }
        #expect(second.replies.filter { if case .draft = $0 { true } else { false } } == drafts)
        guard case .finished(let one)? = first.replies.last,
            case .finished(let two)? = second.replies.last
        else { return #expect(Bool(false)) }
        #expect(one.parts == two.parts && one.used == two.used)
        #expect(second.messages(0)[1].contains("- Point 2 [2]."))
    }

    @Test func `may have nothing to say, as long as one has`() {
        var card = ChatbotCard.llama
        card.window = 1_024
        let some = Talk(Question(about: long, .summary(.medium)), card: card) { turn, _ in
            .says(turn == 2 ? "" : "- Point \(turn) [\(turn)].")
        }
        guard case .finished(let finish)? = some.replies.last else {
            Issue.record("\(dump(some.replies))")
            return
        }
        #expect(some.sent.count == finish.parts + 1)
        let none = Talk(Question(about: long, .summary(.medium)), card: card) { _, _ in .says("") }
        #expect(none.replies.last == .failed(.nothing))
        #expect(none.sent.count == finish.parts)
    }

    @Test func `are forgotten when there are too many`() {
        var cache = NoteCache()
        for key in 0..<UInt64(NoteCache.most.notes + 5) { cache[key] = "- Point." }
        #expect(cache[4] == nil && cache[5] != nil)
        for key in 0..<UInt64(NoteCache.most.divisions + 1) { cache.keep(Parts(parts: [[]]), key) }
        #expect(cache.division(0) == nil && cache.division(1) != nil)
    }
}
