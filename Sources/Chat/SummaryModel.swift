#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How likely each word, and each pair of neighbours, is to stand in a summary that a person would write.
///
/// Four additive logistic models over what a text shows of its words: how often they come, where first, in how
/// many sentences, whether quoted, names, numbers, length, small words. Their weights (`SummaryWeights`) were learned from the
/// descriptions that web pages give of themselves; `bench train` makes them anew from a folder of pages.
package struct SummaryModel {
    /// One number a feature: words that come at least once, twice, three times in the summary; pairs.
    package struct Weights {
        package var once: [Double]
        package var twice: [Double]
        package var thrice: [Double]
        package var pairs: [Double]

        package init(once: [Double], twice: [Double], thrice: [Double], pairs: [Double]) {
            (self.once, self.twice, self.thrice, self.pairs) = (once, twice, thrice, pairs)
        }
    }

    /// Two words that stand beside each other, the first one's number in the upper half.
    package typealias Pair = UInt64

    /// By word: the chance of standing in the summary once, twice, three times.
    package let chances: [(once: Double, twice: Double, thrice: Double)]
    private let words: SummaryWords
    private let weights: Weights
    /// By word: the first of its chances, as a feature.
    private let levels: [Int]
    /// By pair: times it stands in the text, and the index of the first sentence with it.
    private var pairs: [Pair: (count: Int, first: Int)] = [:]

    package init(_ words: SummaryWords, weights: Weights = SummaryWeights.weights) {
        self.words = words
        self.weights = weights
        let chances = words.facts.map { fact in
            let features = SummaryModel.features(of: fact, sentences: words.sentences.count)
            return (
                once: SummaryModel.chance(features, weights.once),
                twice: SummaryModel.chance(features, weights.twice),
                thrice: SummaryModel.chance(features, weights.thrice)
            )
        }
        self.chances = chances
        levels = chances.map { SummaryModel.level($0.once) }
        for (index, line) in words.sentences.enumerated() {
            for (one, other) in zip(line, line.dropFirst()) {
                pairs[SummaryModel.pair(one, other), default: (0, index)].count += 1
            }
        }
    }

    /// The chance that the summary has a pair of the text.
    package func chance(of pair: Pair) -> Double {
        SummaryModel.chance(features(of: pair), weights.pairs)
    }

    package static func pair(_ first: Int, _ second: Int) -> Pair {
        UInt64(truncatingIfNeeded: first) << 32 | UInt64(truncatingIfNeeded: second)
    }

    package static func chance(_ features: [Int], _ weights: [Double]) -> Double {
        var sum = 0.0
        for feature in features where feature < weights.count { sum += weights[feature] }
        return 1 / (1 + exp(-sum))
    }

    // MARK: Features, each a place in an array of weights

    package static let wordFeatures = 219
    package static let pairFeatures = 281

    package static func features(of fact: SummaryWords.Facts, sentences: Int) -> [Int] {
        let count = bin(fact.count, [1, 2, 3, 4, 6, 9, 14])
        let first = bin(fact.first, [0, 1, 2, 4, 7])
        let stop = fact.isStop ? 1 : 0
        let name = fact.capitals > 0 && fact.capitals * 2 >= fact.count ? 1 : 0
        let size = bin(sentences, [5, 9, 14, 22])
        let spread = bin(fact.sentences * 20 / max(1, sentences), [0, 1, 2, 3, 5, 7, 10, 14])
        let quoted =
            fact.quoted == 0
            ? 0 : fact.quoted * 2 < fact.count ? 1 : fact.quoted < fact.count ? 2 : 3
        let length = bin(fact.length, [1, 2, 3, 4, 5, 6, 7, 8, 10, 13])
        var features = FeatureList()
        features.add(0, of: 1)
        features.add(count * 2 + stop, of: 16)
        features.add(first * 2 + stop, of: 12)
        features.add(name * 8 + count, of: 16)
        features.add((fact.isNumber ? 6 : 0) + first, of: 12)
        features.add(length * 2 + stop, of: 22)
        features.add(first * 8 + count, of: 48)
        features.add(size * 8 + count, of: 40)
        features.add(size * 2 + stop, of: 10)
        features.add(spread * 2 + stop, of: 18)
        features.add(name * 6 + first, of: 12)
        features.add(quoted * 2 + stop, of: 8)
        features.add(fact.isAcronym ? 1 : 0, of: 2)
        features.add(fact.isNumber && fact.length == 4 ? 1 : 0, of: 2)
        return features.places
    }

    package func features(of pair: Pair) -> [Int] {
        let (one, other) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
        let facts = pairs[pair] ?? (1, 0)
        let count = SummaryModel.bin(facts.count, [1, 2, 3, 5])
        let first = SummaryModel.bin(facts.first, [0, 1, 2, 4, 7])
        let stop = (words.facts[one].isStop ? 1 : 0) + (words.facts[other].isStop ? 2 : 0)
        let (low, high) = (min(levels[one], levels[other]), max(levels[one], levels[other]))
        var features = FeatureList()
        features.add(0, of: 1)
        features.add(count * 4 + stop, of: 20)
        features.add(first * 4 + stop, of: 24)
        features.add(levels[one] * 4 + stop, of: 48)
        features.add(levels[other] * 4 + stop, of: 48)
        features.add(low * 5 + count, of: 60)
        features.add(first * 5 + count, of: 30)
        features.add(high * 4 + stop, of: 48)
        features.add(one == other ? 1 : 0, of: 2)
        return features.places
    }

    /// The chance's logit in twelve steps.
    private static func level(_ chance: Double) -> Int {
        let odds = log(max(1e-9, chance) / max(1e-9, 1 - chance))
        return min(11, max(0, Int((odds + 4) * 1.7)))
    }

    private static func bin(_ value: Int, _ edges: [Int]) -> Int {
        edges.firstIndex { value <= $0 } ?? edges.count
    }
}

/// Features with one of several values each, laid out one behind the other.
private struct FeatureList {
    private(set) var places: [Int] = []
    private var base = 0

    mutating func add(_ value: Int, of count: Int) {
        places.append(base + value)
        base += count
    }
}
