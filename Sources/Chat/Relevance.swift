#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ranks texts by what they share with a question: Okapi BM25 (Robertson and Zaragoza 2009) with k1 1.2, b 0.75.
struct Relevance {
    private let documents: [[UInt64: Int]]
    private let lengths: [Double]
    private let mean: Double
    private var frequency: [UInt64: Int] = [:]

    init(_ texts: [[Term]]) {
        var documents: [[UInt64: Int]] = []
        documents.reserveCapacity(texts.count)
        for terms in texts {
            var counts: [UInt64: Int] = [:]
            for term in terms where !term.isStop { counts[term.hash, default: 0] += 1 }
            for key in counts.keys { frequency[key, default: 0] += 1 }
            documents.append(counts)
        }
        self.documents = documents
        lengths = documents.map { Double($0.values.reduce(0, +)) }
        mean = max(1, lengths.reduce(0, +) / Double(max(1, lengths.count)))
    }

    /// How rare a term is among the texts: 0 for one that none has.
    func rarity(_ hash: UInt64) -> Double {
        guard let count = frequency[hash] else { return 0 }
        let all = Double(documents.count)
        return log(1 + (all - Double(count) + 0.5) / (Double(count) + 0.5))
    }

    /// A score for each text, 0 where nothing is shared.
    func scores(for question: [Term]) -> [Double] {
        let wanted = Set(question.filter { !$0.isStop }.map(\.hash))
        let rarities = wanted.map { ($0, rarity($0)) }.filter { $0.1 > 0 }
        return documents.indices.map { index in
            var score = 0.0
            for (hash, rarity) in rarities {
                guard let count = documents[index][hash] else { continue }
                let frequency = Double(count)
                score +=
                    rarity * frequency * 2.2
                    / (frequency + 1.2 * (0.25 + 0.75 * lengths[index] / mean))
            }
            return score
        }
    }
}
