import Chat
import Glibc
import LecternCore

/// Learns what words a summary has from pages that describe themselves, and prints `SummaryWeights.swift`.
///
/// The text is what the extractor makes of the page, the summary its description (`<meta name="description">` and
/// kin). Pages whose text begins with the description are left out: they teach to copy the first sentence. So are
/// descriptions of fewer than eight words, and texts of fewer than 100. The same pages give the same weights.
struct Trainer {
    private struct Page {
        var words: SummaryWords
        /// By number of the word, how often the description has it.
        var counts: [Int: Int] = [:]
        var pairs: Set<SummaryModel.Pair> = []
    }

    private var pages: [Page] = []

    init(_ files: [[UInt8]]) {
        pages = files.compactMap { Bench.read($0).flatMap(Trainer.page) }
    }

    private static func page(_ article: Article) -> Page? {
        guard let summary = article.summary, summary.split(separator: " ").count >= 8 else {
            return nil
        }
        var texts: [String] = []
        var paragraphs: [Int] = []
        for (number, block) in article.blocks.filter(\.isProse).enumerated() {
            let sentences = Sentences.split(block.text, language: article.language)
            texts += sentences
            paragraphs += sentences.map { _ in number }
        }
        let length = texts.reduce(0) { $0 + $1.split(separator: " ").count }
        guard length >= 100,
            !letters(texts.prefix(6).joined()).starts(with: letters(summary).prefix(40))
        else { return nil }
        var page = Page(words: SummaryWords(Array(texts.prefix(60)), paragraphs: paragraphs))
        let known = page.words.known(in: summary)
        for word in known { if let word { page.counts[word, default: 0] += 1 } }
        for (one, other) in zip(known, known.dropFirst()) {
            if let one, let other { page.pairs.insert(SummaryModel.pair(one, other)) }
        }
        return page
    }

    private static func letters(_ text: String) -> [Character] {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// Prints the weights as Swift; 0, or 66 for no pages.
    func run() -> Int32 {
        guard !pages.isEmpty else {
            print("no pages with a description of their own")
            return 66
        }
        write(weights())
        return 0
    }

    func weights() -> SummaryModel.Weights {
        var words = (1...3).map { _ in Logistic(features: SummaryModel.wordFeatures) }
        for page in pages {
            for (number, fact) in page.words.facts.enumerated() {
                let features = SummaryModel.features(
                    of: fact, sentences: page.words.sentences.count)
                let count = page.counts[number] ?? 0
                for place in 0..<3 { words[place].add(features, isTrue: count > place) }
            }
        }
        let learned = words.map { $0.weights() }
        var pairs = Logistic(features: SummaryModel.pairFeatures)
        for page in pages {
            let model = SummaryModel(
                page.words, weights: .init(once: learned[0], twice: [], thrice: [], pairs: []))
            var seen: Set<SummaryModel.Pair> = []
            for line in page.words.sentences {
                for (one, other) in zip(line, line.dropFirst()) {
                    let pair = SummaryModel.pair(one, other)
                    guard seen.insert(pair).inserted else { continue }
                    pairs.add(model.features(of: pair), isTrue: page.pairs.contains(pair))
                }
            }
        }
        return SummaryModel.Weights(
            once: learned[0], twice: learned[1], thrice: learned[2], pairs: pairs.weights())
    }

    private func write(_ weights: SummaryModel.Weights) {
        print(
            """
            /// Learned by `bench train` from \(pages.count) pages that describe themselves; made by it, not by hand.
            package enum SummaryWeights {
                package static let weights = SummaryModel.Weights(
                    once: once.map(scaled), twice: twice.map(scaled), thrice: thrice.map(scaled),
                    pairs: pairs.map(scaled))

                private static func scaled(_ hundredths: Int16) -> Double { Double(hundredths) / 100 }
            """)
        for (name, weights) in [
            ("once", weights.once), ("twice", weights.twice), ("thrice", weights.thrice),
            ("pairs", weights.pairs),
        ] {
            print("\n    private static let \(name): [Int16] = [")
            var line = "       "
            for weight in weights {
                let text = " \(Int((weight * 100).rounded())),"
                if line.utf8.count + text.utf8.count > 100 {
                    print(line)
                    line = "       "
                }
                line += text
            }
            print(line + "\n    ]")
        }
        print("}")
    }
}
