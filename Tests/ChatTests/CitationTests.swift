import Chat
import LecternCore
import Testing

@Suite struct `Citation marks` {
    @Test(arguments: [
        ("The sea rises [3].", [[3]]), ("Both [3, 5] agree.", [[3, 5]]),
        ("A range [3-5].", [[3, 4, 5]]),
        ("Two [3][5] marks.", [[3], [5]]), ("Full width 【3】 and ［4］.", [[3], [4]]),
        ("A pilcrow [¶3].", [[3]]),
        ("A dash [3–4; 7].", [[3, 4, 7]]), ("Arabic digits [٣].", [[3]]),
        ("No: [a], [3a], [], [0], [-].", []),
        ("A link [3](http://x) and [3", [[3]]), ("Not a range [5-3].", []),
        ("Too wide [1-99999].", []),
        ("[[3]]", [[3]]), ("As a footnote [^3].", [[3]]), ("Big [123456].", []),
    ])
    func `marks are found in every way they are written`(text: String, numbers: [[Int]]) {
        #expect(Citations.marks(in: text).map(\.numbers) == numbers)
    }

    @Test func `a mark's range is its brackets`() {
        let text = "Élan 【12】 ok"
        let mark = Citations.marks(in: text)[0]
        #expect(String(text.utf8Slice(mark.range)) == "【12】")
    }
}

@Suite struct `Checking an answer` {
    private func check(_ answer: String, _ article: Article = .tides) -> [CheckedSentence] {
        Citations.check(answer, against: article)
    }

    @Test func `a sentence that stands there is traced to the very sentence`() throws {
        let found = try #require(check("The moon pulls the near ocean more strongly [2].").first)
        #expect(found.text == "The moon pulls the near ocean more strongly.")
        #expect(found.support == .traced)
        let citation = try #require(found.citations.first)
        #expect(citation.quote == "The moon pulls the near ocean more strongly than the far one.")
        let block = Article.tides.blocks[2].text
        #expect(String(block.utf8Slice(citation.range)) == citation.quote)
    }

    @Test func `a mark behind the full stop belongs to the sentence before it`() {
        let found = check(
            "The sea rises twice a day. [1] The moon pulls the near ocean.[2] Nobody knows.")
        #expect(found.map { $0.citations.map(\.paragraph) } == [[1], [2], []])
        #expect(
            found.map(\.text) == [
                "The sea rises twice a day.", "The moon pulls the near ocean.", "Nobody knows.",
            ])
    }

    @Test func `marks in front of every sentence of a line belong to those behind them`() {
        let answer =
            "[1] The sea rises twice a day. [2] The moon pulls the near ocean. It is near. [4] High water arrives late."
        let found = check(answer)
        #expect(found.map { $0.citations.map(\.paragraph) } == [[1], [2], [], [4]])
        #expect(
            String(answer.utf8Slice(found[1].range)) == "[2] The moon pulls the near ocean.")
        // As soon as the last sentence has its mark behind it, they all have.
        let usual = check("[1] The sea rises twice a day. [2] The moon pulls the near ocean [2].")
        #expect(usual.map { $0.citations.map(\.paragraph) } == [[1, 2], [2]])
    }

    @Test func `bullets, emphasis and lead-ins are no words of the sentence`() {
        let found = check(
            "# Summary\nHere are the points:\n- **The moon** pulls the near ocean [2]\n2. High water arrives late in harbours [4].\n"
        )
        #expect(
            found.map(\.text)
                == ["The moon pulls the near ocean", "High water arrives late in harbours."])
        #expect(found.allSatisfy { $0.support == .traced })
    }

    @Test func `the range covers the sentence and its mark`() {
        let answer = "- The moon pulls the near ocean [2].\n- And so on."
        let found = check(answer)
        #expect(String(answer.utf8Slice(found[0].range)) == "The moon pulls the near ocean [2].")
    }

    @Test func `a number that is not there is never traced`() {
        #expect(check("Anna Lindqvist measured 13.4 metres in 1869 [3].")[0].support != .traced)
        #expect(check("Anna Lindqvist measured 14.3 metres in 1869 [3].")[0].support == .traced)
        #expect(check("Anna Lindqvist measured 14,3 metres in 1869 [3].")[0].support == .traced)
    }

    @Test func `a paragraph that fits better is suggested`() {
        let found = check("Anna Lindqvist measured 14.3 metres at Burntcoat Head [4].")[0]
        #expect(found.support != .traced)
        #expect(found.suggested.map(\.paragraph) == [3])
    }

    @Test func `a missing citation is suggested, nonsense gets none`() {
        let found = check(
            "Anna Lindqvist measured 14.3 metres. The harbour sells excellent fish soup.")
        #expect(found.map(\.support) == [.none, .none])
        #expect(found.map { $0.suggested.map(\.paragraph) } == [[3], []])
    }

    @Test func `a number the article does not have is named`() {
        let found = check("The moon pulls the near ocean [2][99].")[0]
        #expect(found.missing == [99])
        #expect(found.citations.map(\.paragraph) == [2])
    }

    @Test func `two paragraphs together carry a sentence`() {
        let found = check(
            "The moon raises two bulges, and continents delay high water in harbours [2, 4].")[0]
        #expect(found.support == .traced)
        #expect(found.citations.map(\.paragraph) == [2, 4])
    }

    @Test func `a quotation must stand there`() {
        #expect(check("It says \"continents stand in the way\" [4].")[0].support == .traced)
        #expect(check("It says \"continents stands in the way\" [4].")[0].support == .traced)
        #expect(
            check("High water arrives late: \"harbours block all the water\" [4].")[0].support
                != .traced)
    }

    @Test func `an answer of scraps is no trouble`() {
        for answer in ["", "[1]", "- [1]", "```\n[1]\n", "[1] [2]\n[3]", ".", "\u{301}", "[1]."] {
            _ = check(answer)
        }
    }

    @Test func `an article without prose has nothing to cite`() {
        #expect(check("The moon [1].", .of("T", []))[0].missing == [1])
    }
}
