import LecternCore

extension Citations {
    /// Checks every sentence of an answer against the paragraphs it cites, without any model.
    package static func check(_ answer: String, against article: Article) -> [CheckedSentence] {
        let marks = marks(in: answer)
        let sentences = article.sentences()
        var byParagraph: [Int: [Sentence]] = [:]
        for sentence in sentences { byParagraph[sentence.paragraph, default: []].append(sentence) }
        let bytes = Array(answer.utf8)
        return statements(in: answer, marks: marks).map { statement in
            let own = marks.filter { statement.overlaps($0.range) }
            var text: [UInt8] = []
            var from = statement.lowerBound
            for mark in own {
                text += bytes[from..<mark.range.lowerBound]
                from = mark.range.upperBound
            }
            text += bytes[from..<statement.upperBound]
            let words = String(decoding: text, as: UTF8.self)
            let terms = Terms.of(words).filter { !$0.isStop }
            var citations: [Citation] = []
            var missing: [Int] = []
            var best = 0.0
            for number in own.flatMap(\.numbers) {
                guard let lines = byParagraph[number] else {
                    missing.append(number)
                    continue
                }
                let scored = lines.map { (share(of: terms, in: $0.terms), $0) }
                guard let top = scored.max(by: { $0.0 < $1.0 }) else { continue }
                best = max(best, share(of: terms, in: lines.flatMap(\.terms)))
                citations.append(top.1.citation)
            }
            let support: CheckedSentence.Support = best > 0.6 ? .traced : best > 0.3 ? .weak : .none
            return CheckedSentence(
                text: words, citations: citations, support: support, missing: missing,
                range: statement)
        }
    }

    private static func share(of terms: [Term], in other: [Term]) -> Double {
        let there = Set(other.map(\.hash))
        guard !terms.isEmpty else { return 0 }
        return Double(terms.filter { there.contains($0.hash) }.count) / Double(terms.count)
    }

    /// Sentences of an answer with the marks behind them, UTF-8 bytes.
    private static func statements(in answer: String, marks: [CitationMark]) -> [Range<Int>] {
        Sentences.ranges(in: answer)
    }
}
