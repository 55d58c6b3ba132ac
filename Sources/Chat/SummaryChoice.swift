/// Chooses the sentences that a summary of about so many words is made of.
///
/// They are to share as much as can be expected with a summary that a person would write: the expected ROUGE-1 and
/// ROUGE-2 of the choice, by a beam search over sets of sentences.
struct SummaryChoice {
    /// Sets that are kept from one step to the next.
    private static let beam = 8
    /// Words that a person writes for one of what was asked for.
    private static let written = 0.65
    /// A summary is not longer than this, nor much shorter where there is text, of what was asked for.
    private static let most = 1.2
    private static let least = 0.5
    /// What a pair of words that is likely to come counts beside a single word.
    private static let pairShare = 0.8

    private let lines: [Line]
    private let chances: [(once: Double, twice: Double, thrice: Double)]

    /// A sentence that can be chosen.
    private struct Line {
        var index: Int
        /// As a reader counts them.
        var words: Int
        /// Words as they are compared.
        var length: Int
        var counts: [(id: Int, times: Int)]
        /// Expected pairs.
        var pairs = 0.0
        /// What reading well is worth, 0 to 1.
        var ease = 1.0
    }

    private struct Choice {
        /// Indices into `lines`, rising.
        var lines: [Int] = []
        var words = 0
        var length = 0
        var shared = 0.0
        /// Times each word was taken so far.
        var counts: [Int: Int] = [:]
    }

    /// Indices of the chosen sentences, rising; empty only for no sentences.
    static func of(_ sentences: [Sentence], words asked: Int) -> [Int] {
        let words = SummaryWords(
            sentences.map(\.text), paragraphs: sentences.map(\.paragraph))
        let model = SummaryModel(words)
        return SummaryChoice(sentences, words, model, asked: asked).best(asked)
    }

    private init(_ sentences: [Sentence], _ words: SummaryWords, _ model: SummaryModel, asked: Int)
    {
        let chances = model.chances
        self.chances = chances
        var lines: [Line] = []
        for (index, ids) in words.sentences.enumerated() where !ids.isEmpty {
            var counts: [Int: Int] = [:]
            for id in ids { counts[id, default: 0] += 1 }
            lines.append(
                Line(
                    index: index, words: sentences[index].words, length: ids.count,
                    counts: counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
        }
        // The best by themselves are enough to choose among, and few whatever the article's length.
        let room = max(40, asked)
        if lines.count > room {
            let goal = Double(asked) * SummaryChoice.written
            let scores = lines.map { line in
                let gain = SummaryChoice.gain(of: line, counts: [:], chances: chances)
                return gain / (Double(line.length) + goal)
            }
            let order = lines.indices.sorted {
                scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1]
            }
            lines = order.prefix(room).sorted().map { lines[$0] }
        }
        for place in lines.indices {
            let ids = words.sentences[lines[place].index]
            var seen: Set<SummaryModel.Pair> = []
            for (one, other) in zip(ids, ids.dropFirst()) {
                let pair = SummaryModel.pair(one, other)
                if seen.insert(pair).inserted { lines[place].pairs += model.chance(of: pair) }
            }
            lines[place].ease = Readability.ease(of: sentences[lines[place].index].text)
        }
        self.lines = lines
    }

    private func best(_ asked: Int) -> [Int] {
        let goal = Double(asked) * SummaryChoice.written
        let limit = Int(Double(asked) * SummaryChoice.most)
        let enough = Int(Double(asked) * SummaryChoice.least)
        func value(_ shared: Double, _ length: Int) -> Double { shared / (Double(length) + goal) }
        var beam = [Choice()]
        var best: (choice: Choice, value: Double)?
        // Long summaries are taken sentence by sentence: their sets are too many to compare.
        let width = asked <= 120 ? SummaryChoice.beam : 1
        while true {
            var next: [(from: Int, line: Int, value: Double)] = []
            var seen: Set<[Int]> = []
            for (from, choice) in beam.enumerated() {
                for (index, line) in lines.enumerated() where !choice.lines.contains(index) {
                    guard choice.words + line.words <= limit || choice.lines.isEmpty else {
                        continue
                    }
                    if width > 1, !seen.insert((choice.lines + [index]).sorted()).inserted {
                        continue
                    }
                    let gain = SummaryChoice.gain(
                        of: line, counts: choice.counts, chances: chances)
                    next.append(
                        (from, index, value(choice.shared + gain, choice.length + line.length)))
                }
            }
            next.sort {
                $0.value == $1.value ? ($0.from, $0.line) < ($1.from, $1.line) : $0.value > $1.value
            }
            guard !next.isEmpty else { break }
            beam = next.prefix(width).map { extended(beam[$0.from], with: $0.line) }
            let before = best
            for (choice, step) in zip(beam, next) {
                let isShort =
                    (best?.choice.words ?? 0) < enough && choice.words > best?.choice.words ?? 0
                if isShort || step.value > best?.value ?? -1 { best = (choice, step.value) }
            }
            // More only makes it worse.
            if let before, let best, before.choice.lines == best.choice.lines { break }
        }
        return best?.choice.lines.map { lines[$0].index } ?? []
    }

    private func extended(_ choice: Choice, with index: Int) -> Choice {
        var choice = choice
        let line = lines[index]
        choice.shared += SummaryChoice.gain(of: line, counts: choice.counts, chances: chances)
        for (id, times) in line.counts { choice.counts[id, default: 0] += times }
        choice.length += line.length
        choice.words += line.words
        choice.lines = (choice.lines + [index]).sorted()
        return choice
    }

    /// Words and pairs that a summary can be expected to share with the sentence, beyond those taken already.
    private static func gain(
        of line: Line, counts: [Int: Int],
        chances: [(once: Double, twice: Double, thrice: Double)]
    ) -> Double {
        var shared = pairShare * line.pairs
        for (id, times) in line.counts {
            let before = counts[id] ?? 0
            let chance = chances[id]
            for turn in before..<min(before + times, before + 8) {
                switch turn {
                case 0: shared += chance.once
                case 1: shared += chance.twice
                case 2: shared += chance.thrice
                default: shared += chance.thrice * 0.3
                }
            }
        }
        return shared * line.ease
    }
}
