#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How well each sentence stands for the whole.
///
/// A sum of hand-set weights over what has been known to matter since Edmundson (1969): the place in the text,
/// the words the text keeps coming back to, the words of its beginning and its title, names and numbers, a
/// sensible length, little quoted speech. Nothing was learned from any collection of summaries.
struct SentenceRank {
    private(set) var scores: [Double] = []

    /// Keywords that a sentence can have.
    private static let keywords = 12

    init(_ sentences: [Sentence], title: String) {
        let sets = sentences.map { Set($0.terms.lazy.filter { !$0.isStop }.map(\.hash)) }
        var counts: [UInt64: Int] = [:]
        for sentence in sentences {
            for term in sentence.terms where !term.isStop { counts[term.hash, default: 0] += 1 }
        }
        let order = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
        let top = Set(order.prefix(SentenceRank.keywords).map(\.key))
        let lead = sets.prefix(2).reduce(into: Set<UInt64>()) { $0.formUnion($1) }
        let titleSet = Set(Terms.of(title).lazy.filter { !$0.isStop }.map(\.hash))
        let quoted = SentenceRank.quotedShares(sentences)
        scores.reserveCapacity(sentences.count)
        for (index, sentence) in sentences.enumerated() {
            let set = sets[index]
            let words = Double(sentence.words)
            var score = 0.3 / Double(1 + index) + 0.5 * exp(-Double(index) / 4)
            score += sentence.place == 0 && index > 0 ? 0.05 : 0
            score += 0.7 * Double(set.count { top.contains($0) }) / Double(SentenceRank.keywords)
            let shared = Double(set.count { lead.contains($0) }) / Double(max(1, lead.count))
            // The first two share all with themselves.
            score += shared * (index < 2 ? 0.6 : 1.2)
            score +=
                0.4 * Double(set.count { titleSet.contains($0) }) / Double(max(4, titleSet.count))
            score += 0.8 * min(words, 30) / 30 - 0.3 * max(0, words - 35) / 20
            score -= words < 8 ? 0.7 : 0
            score -= 0.6 * quoted[index]
            score += sentence.terms.contains { $0.kind == .number } ? 0.2 : 0
            score += 0.6 * Double(min(4, sentence.terms.count { $0.kind == .name })) / 4
            let weight = set.reduce(0.0) { $0 + log(Double(counts[$1] ?? 1)) }
            score += 0.25 * weight / Double(max(1, sentence.terms.count { !$0.isStop }))
            scores.append(set.count < 3 ? score - 2 : score)
        }
    }

    /// Share of each sentence that stands between quotation marks, also those opened by one before.
    private static func quotedShares(_ sentences: [Sentence]) -> [Double] {
        var isInside = false
        var paragraph = 0
        return sentences.map { sentence in
            if sentence.paragraph != paragraph { isInside = false }
            paragraph = sentence.paragraph
            var inside = 0
            var all = 0
            for scalar in sentence.text.unicodeScalars {
                all += 1
                switch scalar {
                case "\"": isInside.toggle()
                case "“", "„", "«", "「", "『": isInside = true
                case "”", "»", "」", "』": isInside = false
                default: inside += isInside ? 1 : 0
                }
            }
            return Double(inside) / Double(max(1, all))
        }
    }
}
