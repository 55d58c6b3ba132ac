import LecternCore

/// Finds the sentences of an article that answer a question, best first.
///
/// BM25 over the stemmed words of sentences, and a smaller share of that of the paragraph with its headers: an
/// answer often stands beside the sentence that repeats the question's words. A question for a number or a
/// person prefers sentences that have one which the question does not.
struct Retrieval {
    /// What a paragraph's own score counts beside its sentences'.
    private static let paragraphShare = 0.5
    /// What an expected kind of answer adds to a score.
    private static let kindShare = 0.25

    let sentences: [Sentence]
    /// Indices into `sentences`, best first; what shares nothing with the question is not there.
    let order: [Int]
    /// For each sentence, 0 where nothing is shared.
    let scores: [Double]

    init(_ question: String, in article: Article) {
        let stemmer = Stemmer(language: article.language)
        let sentences = article.sentences()
        let terms =
            stemmer == nil
            ? sentences.map(\.terms) : sentences.map { Terms.of($0.text, stemmer: stemmer) }
        let wanted = Terms.of(question, stemmer: stemmer)
        let own = Relevance(terms).scores(for: wanted)
        let around = Retrieval.paragraphScores(sentences, terms, wanted, article, stemmer)
        let kinds = AnswerKind.of(question)
        let asked = Set(wanted.map(\.hash))
        var scores: [Double] = []
        scores.reserveCapacity(sentences.count)
        for (index, sentence) in sentences.enumerated() {
            var score =
                own[index] + Retrieval.paragraphShare * around[sentence.paragraph, default: 0]
            let hasKind = terms[index].contains { term in
                !asked.contains(term.hash) && kinds.contains { $0.term == term.kind }
            }
            score *= hasKind ? 1 + Retrieval.kindShare : 1
            scores.append(score)
        }
        order = sentences.indices.filter { scores[$0] > 0 }
            .sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }
        self.sentences = sentences
        self.scores = scores
    }

    /// By paragraph number: its sentences and the headers over it as one text.
    private static func paragraphScores(
        _ sentences: [Sentence], _ terms: [[Term]], _ wanted: [Term], _ article: Article,
        _ stemmer: Stemmer?
    ) -> [Int: Double] {
        var texts: [[Term]] = []
        var numbers: [Int] = []
        var header: [Term] = []
        var block = 0
        for (index, sentence) in sentences.enumerated() {
            if numbers.last != sentence.paragraph {
                while block < sentence.block {
                    if article.blocks[block].headingLevel != nil {
                        header = Terms.of(article.blocks[block].text, stemmer: stemmer)
                    }
                    block += 1
                }
                numbers.append(sentence.paragraph)
                texts.append(header)
            }
            texts[texts.count - 1] += terms[index]
        }
        let scores = Relevance(texts).scores(for: wanted)
        return Dictionary(zip(numbers, scores)) { first, _ in first }
    }
}

/// What a question word asks for.
private enum AnswerKind {
    case number, person

    var term: Term.Kind { self == .number ? .number : .name }

    static func of(_ question: String) -> [AnswerKind] {
        let words = Set(question.lowercased().split { !$0.isLetter }.map(String.init))
        var kinds: [AnswerKind] = []
        if !words.isDisjoint(with: numbers) { kinds.append(.number) }
        if !words.isDisjoint(with: persons) { kinds.append(.person) }
        return kinds
    }

    /// Words that ask when or how many, in the languages that have stemming rules and many readers.
    private static let numbers: Set<String> = [
        "when", "many", "much", "year", "quand", "combien", "année", "wann", "viel", "viele",
        "cuándo", "cuánto", "cuánta", "cuántos", "cuántas", "quanto", "quanta", "quanti", "quante",
        "quantos", "quantas", "wanneer", "hoeveel", "när", "många", "hvornår", "mange",
        "когда", "сколько", "kiedy", "ile",
    ]
    private static let persons: Set<String> = [
        "who", "whom", "whose", "qui", "wer", "wen", "wem", "quién", "quiénes", "chi", "quem",
        "vem", "hvem", "кто", "kto",
    ]
}
