import LecternCore

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The built-in extract: the article's own sentences, chosen without any model.
///
/// 1. Every sentence stands in the article word for word, in article order, and cites where.
/// 2. The same article gives the same sentences, always.
package enum Extract {
    /// A summary of about `words` words, 10 to 1,000; empty when the article has no prose.
    package static func summary(of article: Article, words: Int) -> [CheckedSentence] {
        chosen(article.sentences(), words: words)
    }

    /// What stands under the header at `block`, in about `words` words; 0 where no header stands: the lead.
    package static func section(
        at block: Int, of article: Article, words: Int
    ) -> [CheckedSentence] {
        let range = article.section(at: block)
        return chosen(article.sentences(in: range), words: words)
    }

    /// The sentences that a question is about, at most `most`, in article order; empty when none shares a word.
    package static func passages(
        answering question: String, in article: Article, most: Int = 4
    ) -> [CheckedSentence] {
        let found = Retrieval(question, in: article)
        guard let top = found.order.first else { return [] }
        let kept = found.order.prefix(most).filter { found.scores[$0] >= found.scores[top] * 0.4 }
        return kept.sorted().map { checked(found.sentences[$0]) }
    }

    /// Sentences of which the other article lacks most words, those that say most; all of them without another.
    package static func news(in article: Article, against other: Article?) -> [CheckedSentence] {
        guard let other else { return summary(of: article, words: 100) }
        let known = Set(
            other.sentences().flatMap { $0.terms.lazy.filter { !$0.isStop }.map(\.hash) })
        let new = article.sentences().filter { sentence in
            let terms = sentence.terms.filter { !$0.isStop }
            return terms.count { !known.contains($0.hash) } * 2 >= max(1, terms.count)
        }
        return chosen(new, words: 100)
    }

    /// What the extract says to a question; empty when it has nothing to say.
    package static func answer(to question: Question) -> [CheckedSentence] {
        switch question.task {
        case .summary(let length): summary(of: question.article, words: length.target)
        case .ask(let text): passages(answering: text, in: question.article)
        case .keyPoints: summary(of: question.article, words: 80)
        case .explain(let block), .simplify(let block), .translate(let block, _):
            section(at: block, of: question.article, words: 80)
        case .news, .compare: news(in: question.article, against: question.other)
        case .own(_, let order):
            passages(answering: order, in: question.article).nonEmpty
                ?? summary(of: question.article, words: 80)
        }
    }

    /// The sentences as an answer: each with its mark, a paragraph of its own where the article's changes.
    package static func markdown(_ sentences: [CheckedSentence]) -> String {
        sentences.map { sentence in
            let marks = sentence.citations.map { "[\($0.paragraph)]" }.joined()
            return sentence.text + " " + marks
        }.joined(separator: "\n\n")
    }

    private static func checked(_ sentence: Sentence) -> CheckedSentence {
        CheckedSentence(
            text: sentence.text, citations: [sentence.citation], support: .traced)
    }

    private static func chosen(_ sentences: [Sentence], words: Int) -> [CheckedSentence] {
        SummaryChoice.of(sentences, words: min(1_000, max(10, words))).map {
            checked(sentences[$0])
        }
    }
}

extension Array {
    /// nil where it is empty.
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
