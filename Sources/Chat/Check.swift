import LecternCore

extension Citations {
    /// Checks every sentence of an answer against the paragraphs it cites, without any model.
    ///
    /// A sentence is *traced* when what it cites holds most of its words, all its numbers, names and quotations,
    /// and both or neither say that something is not so; *weak* when much of it is there; else *none*. Headings,
    /// code and lead-ins ("In short:") are no sentences. An answer in another `language` (BCP 47) than the
    /// article's is compared by its numbers and names alone, and is weak where it has none. Cost: the answer's
    /// length times the cited paragraphs', and one pass over the article.
    package static func check(
        _ answer: String, against article: Article, language: String? = nil
    ) -> [CheckedSentence] {
        let items = Statements.of(answer, language: language ?? article.language)
        guard !items.isEmpty else { return [] }
        var checker = Checker(article, answerLanguage: language)
        return items.map { checker.check($0) }
    }
}

/// The article, indexed for checking sentences against it.
private struct Checker {
    private let sentences: [Sentence]
    private let language: String?
    /// Indices into `sentences`, by paragraph number.
    private var byParagraph: [Int: Range<Int>] = [:]
    private let relevance: Relevance
    private var grounds: [Int: Ground] = [:]
    private var words: [Int: [CheckWord]] = [:]
    private let title: Ground
    private let names: Set<String>
    private let answerLanguage: String?
    private let isForeign: Bool

    init(_ article: Article, answerLanguage: String?) {
        language = article.language
        self.answerLanguage = answerLanguage ?? article.language
        isForeign =
            if let answerLanguage, let language {
                Language.family(answerLanguage) != Language.family(language)
            } else {
                false
            }
        sentences = article.sentences()
        for (index, sentence) in sentences.enumerated() {
            let from = byParagraph[sentence.paragraph]?.lowerBound ?? index
            byParagraph[sentence.paragraph] = from..<(index + 1)
        }
        relevance = Relevance(sentences.map(\.terms))
        let titleWords = CheckWords.of(article.title, language: article.language)
        title = Ground(article.title, words: titleWords, language: article.language)
        var names: Set<String> = []
        for sentence in sentences.prefix(5_000)
        where sentence.terms.contains(where: { $0.kind == .name }) {
            for word in CheckWords.of(sentence.text, language: article.language)
            where word.kind == .name { names.insert(word.text) }
        }
        self.names = names
    }

    mutating func check(_ item: Statements.Item) -> CheckedSentence {
        let statement = Statement(item.text, language: answerLanguage)
        let existing = item.numbers.filter { byParagraph[$0] != nil }
        var checked = CheckedSentence(
            text: item.text, citations: [], support: .none,
            missing: item.numbers.filter { byParagraph[$0] == nil }, range: item.range)
        guard !statement.isEmpty else {
            checked.citations = existing.map { whole($0) }
            return checked
        }
        if !existing.isEmpty {
            checked.citations = existing.map { citation(of: statement, in: $0) }
            checked.support = judge(statement, paragraphs: existing).support
        }
        if checked.support != .traced, !isForeign {
            checked.suggested = suggestions(for: item.text, statement, beside: existing)
        }
        return checked
    }

    // MARK: Judging

    private mutating func judge(_ statement: Statement, paragraphs: [Int]) -> Judgement {
        let lines = paragraphs.flatMap { byParagraph[$0].map(Array.init) ?? [] }
        let ground = ground(of: lines)
        let best = best(for: statement, among: lines).map { self.ground(of: Array($0)) }
        return judge.judge(statement, on: ground, sentence: best ?? ground)
    }

    private var judge: Judge {
        let relevance = relevance
        return Judge(
            rarity: { word in
                let hash = Terms.of(word).first?.hash ?? 0
                let rarity = relevance.rarity(hash)
                return rarity == 0 ? 1.5 : min(2, max(0.5, rarity / 2))
            }, title: title, names: names, isForeign: isForeign)
    }

    private mutating func checkWords(of index: Int) -> [CheckWord] {
        if let known = words[index] { return known }
        let made = CheckWords.of(sentences[index].text, language: language)
        words[index] = made
        return made
    }

    private mutating func ground(of lines: [Int]) -> Ground {
        if lines.count == 1, let known = grounds[lines[0]] { return known }
        let made = Ground(
            lines.map { sentences[$0].text }.joined(separator: " "),
            words: lines.flatMap { checkWords(of: $0) }, language: language)
        if lines.count == 1 { grounds[lines[0]] = made }
        return made
    }

    /// The sentence that says it, or two neighbours when the second adds much; nil when none stands out.
    private mutating func best(for statement: Statement, among lines: [Int]) -> Range<Int>? {
        var top: (share: Double, index: Int)?
        for index in lines {
            let share = judge.weigh(statement, on: ground(of: [index])).share
            if share > top?.share ?? 0 { top = (share, index) }
        }
        guard let top, top.share >= 0.25 else { return nil }
        var found = top.index..<(top.index + 1)
        var share = top.share
        for pair in [(top.index - 1)..<(top.index + 1), top.index..<(top.index + 2)] {
            guard pair.allSatisfy({ lines.contains($0) }) else { continue }
            let both = judge.weigh(statement, on: ground(of: Array(pair))).share
            if both > share + 0.15 {
                share = both
                found = pair
            }
        }
        return found
    }

    // MARK: Citations

    private mutating func citation(of statement: Statement, in paragraph: Int) -> Citation {
        guard let range = byParagraph[paragraph],
            let found = best(for: statement, among: Array(range))
        else { return whole(paragraph) }
        let first = sentences[found.lowerBound]
        let last = sentences[found.upperBound - 1]
        return Citation(
            paragraph: paragraph,
            quote: found.map { sentences[$0].text }.joined(separator: " "),
            range: first.range.lowerBound..<last.range.upperBound)
    }

    /// The whole paragraph.
    private func whole(_ paragraph: Int) -> Citation {
        guard let range = byParagraph[paragraph] else {
            return Citation(paragraph: paragraph, range: 0..<0)
        }
        return Citation(
            paragraph: paragraph,
            range: sentences[range.lowerBound].range
                .lowerBound..<sentences[range.upperBound - 1].range.upperBound)
    }

    /// A paragraph that carries the statement where those cited do not.
    private mutating func suggestions(
        for text: String, _ statement: Statement, beside cited: [Int]
    ) -> [Citation] {
        let scores = relevance.scores(for: Terms.of(text))
        var tried: Set<Int> = Set(cited)
        let order = sentences.indices.filter { scores[$0] > 0 }
            .sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }
        for index in order.prefix(12) {
            let paragraph = sentences[index].paragraph
            guard tried.insert(paragraph).inserted, tried.count <= cited.count + 5 else { continue }
            if judge(statement, paragraphs: [paragraph]).support == .traced {
                return [citation(of: statement, in: paragraph)]
            }
        }
        return []
    }
}
