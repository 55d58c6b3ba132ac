import Chat
import LecternCore
import Testing

@Suite struct `The built-in extract` {
    private let long = Article.long(sections: 5, paragraphs: 8)

    @Test(arguments: [10, 50, 120, 250, 1_000])
    func `its sentences stand in the article, in order, about as long as asked`(words: Int) {
        for article in [Article.tides, long] {
            let found = Extract.summary(of: article, words: words)
            #expect(!found.isEmpty)
            let paragraphs = article.paragraphs
            var last = (0, 0)
            for sentence in found {
                let citation = sentence.citations[0]
                let block = article.blocks[paragraphs[citation.paragraph - 1].block]
                #expect(String(block.text.utf8Slice(citation.range)) == sentence.text)
                #expect(citation.quote == sentence.text)
                #expect(sentence.support == .traced)
                let place = (citation.paragraph, citation.range.lowerBound)
                #expect(place > last)
                last = place
            }
            let count = found.reduce(0) { $0 + $1.text.split(separator: " ").count }
            #expect(count * 5 <= words * 6 || found.count == 1, "\(count) words")
            let all = article.paragraphs.reduce(0) { sum, paragraph in
                sum + article.blocks[paragraph.block].text.split(separator: " ").count
            }
            // Sentences of the long article have forty words.
            #expect(count >= min(words, all) / 2 - 40, "\(count) words")
        }
    }

    @Test func `what leans on the sentence before, or was cut open, is taken last`() {
        let body = "the ferry to Lund island sank in the harbour on Monday night"
        for bad in [
            "However, \(body) with two people.", "\"Sadly \(body) with two people.",
            "Sadly \(body) with two people {ad}.",
        ] {
            let article = Article.of("", [bad, "Sadly \(body) with two people."])
            let found = Extract.summary(of: article, words: 12)
            #expect(found.map { $0.citations[0].paragraph } == [2], "\(bad)")
        }
    }

    @Test func `it says nothing twice`() {
        let article = Article.of(
            "",
            [
                "The Varkhead lighthouse will be sold to a hotel next spring.",
                "Tea was served in the garden while a band played.",
                "The Varkhead lighthouse will be sold to a hotel next spring, officials said.",
                "Fishermen say that the lighthouse must keep its lamp lit for their boats.",
                "A dog barked. Somebody laughed.",
            ])
        let found = Extract.summary(of: article, words: 26).map { $0.citations[0].paragraph }
        #expect(found.contains(1) != found.contains(3), "\(found)")
    }

    @Test func `a hostile sentence without an end costs no more than its length`() {
        let clock = ContinuousClock()
        let article = Article.of("", [String(repeating: "word other ", count: 50_000)])
        let time = clock.measure { _ = Extract.summary(of: article, words: 50) }
        #expect(time < .seconds(20))
    }

    @Test func `it always says the same`() {
        #expect(Extract.summary(of: long, words: 100) == Extract.summary(of: long, words: 100))
    }

    @Test func `its answer passes its own check`() {
        let found = Extract.summary(of: .tides, words: 60)
        let checked = Citations.check(Extract.markdown(found), against: .tides)
        #expect(checked.map(\.text) == found.map(\.text))
        #expect(checked.map(\.citations) == found.map(\.citations))
        #expect(checked.allSatisfy { $0.support == .traced })
    }

    @Test func `a question is answered with the passages about it`() {
        let found = Extract.passages(
            answering: "Who measured the water at Burntcoat Head?", in: .tides)
        #expect(
            found.first?.text == "Anna Lindqvist measured 14.3 metres at Burntcoat Head in 1869.")
        #expect(found.first?.citations.first?.paragraph == 3)
        #expect(Extract.passages(answering: "xyzzy", in: .tides).isEmpty)
    }

    @Test func `a section is explained with its own sentences`() {
        let found = Extract.section(at: 1, of: .tides, words: 80)
        #expect(Set(found.flatMap { $0.citations.map(\.paragraph) }).isSubset(of: [2, 3]))
        let lead = Extract.section(at: 0, of: .tides, words: 80)
        #expect(lead.flatMap { $0.citations.map(\.paragraph) } == [1])
    }

    @Test func `as a chatbot it answers at once or says why not`() {
        let replies = ExtractChatbot.replies(to: Question(about: .tides, .summary(.short)))
        guard case .text(let text)? = replies.first, case .finished? = replies.last else {
            Issue.record("\(replies)")
            return
        }
        #expect(text.contains("[1]"))
        let empty = Article.of("T", ["# Header"])
        #expect(
            ExtractChatbot.replies(to: Question(about: empty, .summary(.short))) == [
                .failed(.empty)
            ])
        #expect(
            ExtractChatbot.replies(to: Question(about: .tides, .ask("xyzzy?"))) == [
                .failed(.nothing)
            ])
    }

    @Test func `scripts without blanks are summarised too`() {
        let article = Article.of(
            "潮汐", language: "zh",
            ["月球的引力使海水升高。太阳的引力较小。", "每天有两次高潮。渔民根据潮汐出海。港口的水位变化很大。"])
        let found = Extract.summary(of: article, words: 10)
        #expect(!found.isEmpty)
        #expect(found.count < 5)
        let answer = Extract.passages(answering: "渔民什么时候出海？", in: article)
        #expect(answer.first?.text == "渔民根据潮汐出海。")
    }
}
