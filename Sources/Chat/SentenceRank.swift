#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How well each sentence stands for the whole.
struct SentenceRank {
    private(set) var scores: [Double]

    init(_ sentences: [Sentence], title: String) {
        var weight: [UInt64: Double] = [:]
        for sentence in sentences {
            for hash in Set(sentence.terms.lazy.filter { !$0.isStop }.map(\.hash)) {
                weight[hash, default: 0] += 1
            }
        }
        let titleTerms = Set(Terms.of(title).lazy.filter { !$0.isStop }.map(\.hash))
        scores = sentences.enumerated().map { index, sentence in
            let terms = Set(sentence.terms.lazy.filter { !$0.isStop }.map(\.hash))
            guard terms.count >= 3 else { return -1 }
            let central =
                terms.reduce(0) { $0 + log(1 + (weight[$1] ?? 0)) } / Double(terms.count + 4)
            let titled =
                Double(terms.intersection(titleTerms).count) / Double(max(1, titleTerms.count))
            let lead = 1 / Double(1 + index)
            return central + titled + 2 * lead
        }
    }
}
