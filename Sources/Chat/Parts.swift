import LecternCore

/// What of an article goes into which request.
struct Parts: Equatable, Sendable {
    /// In reading order; never empty, no part empty unless the article is.
    var parts: [[Passage]]

    /// Paragraph numbers that are sent, in order, without repeats.
    var used: [Int] {
        var seen: Set<Int> = []
        return parts.joined().map(\.number).filter { seen.insert($0).inserted }
    }

    /// More parts than this are not sent: of a longer text they hold what stands first in its sections.
    static let most = 240

    /// Everything in one piece, or nil when `budget` tokens are too few.
    static func whole(_ passages: [Passage], budget: Double) -> Parts? {
        passages.reduce(0) { $0 + $1.tokens } <= budget ? Parts(parts: [passages]) : nil
    }

    /// The paragraphs that a question is about, in article order, with the first one and those beside the best.
    static func about(_ question: String, _ passages: [Passage], budget: Double) -> Parts {
        let relevance = Relevance(passages.map { Terms.of($0.text) })
        let scores = relevance.scores(for: Terms.of(question))
        let order = passages.indices.sorted {
            scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1]
        }
        var chosen: Set<Int> = []
        var left = budget
        func take(_ index: Int) {
            guard passages.indices.contains(index), !chosen.contains(index),
                passages[index].tokens <= left
            else { return }
            chosen.insert(index)
            left -= passages[index].tokens
        }
        // The lead says what the article is about; without it the rest is hard to place.
        if let first = passages.first, first.tokens < budget / 4 { take(0) }
        for index in order where scores[index] > 0 { take(index) }
        for index in order.prefix(5) where scores[index] > 0 {
            take(index - 1)
            take(index + 1)
        }
        for index in order { take(index) }
        if chosen.isEmpty, let best = order.first {
            return Parts(parts: [[cut(passages[best], to: budget)[0]]])
        }
        return Parts(parts: [chosen.sorted().map { passages[$0] }])
    }

    /// Parts of at most `budget` tokens that break at section headers where they can, each beginning with the
    /// last paragraph of the one before when that is short and they are to overlap.
    static func along(_ passages: [Passage], budget: Double, overlaps: Bool = true) -> Parts {
        var pieces = passages.flatMap { $0.tokens > budget ? cut($0, to: budget) : [$0] }
        let all = pieces.reduce(0) { $0 + $1.tokens }
        if all > budget * Double(most) * 0.8 {
            pieces = leading(pieces, budget: budget * Double(most) * 0.8)
        }
        // Parts of about equal size: no tiny last one.
        let total = pieces.reduce(0) { $0 + $1.tokens }
        let count = max(1, (total / budget).rounded(.up))
        let aim = min(budget, total / count * 1.15)
        var parts: [[Passage]] = []
        var part: [Passage] = []
        var size = 0.0
        for piece in pieces {
            let breaksHere = !piece.headings.isEmpty && size > aim * 0.6
            if !part.isEmpty, size + piece.tokens > aim || breaksHere {
                parts.append(part)
                let last = part[part.count - 1]
                let repeats =
                    overlaps && piece.headings.isEmpty && last.tokens < budget / 8
                    && last.tokens + piece.tokens <= budget
                part = repeats ? [last] : []
                size = repeats ? last.tokens : 0
            }
            part.append(piece)
            size += piece.tokens
        }
        if !part.isEmpty { parts.append(part) }
        return Parts(parts: parts.isEmpty ? [[]] : parts)
    }

    /// The first paragraphs of each section, until `budget` is full.
    private static func leading(_ passages: [Passage], budget: Double) -> [Passage] {
        var rank: [Int] = []
        var place = 0
        for passage in passages {
            place = passage.headings.isEmpty ? place + 1 : 0
            rank.append(place)
        }
        var chosen: [Int] = []
        var left = budget
        for index in passages.indices.sorted(by: { (rank[$0], $0) < (rank[$1], $1) }) {
            guard passages[index].tokens <= left else { break }
            left -= passages[index].tokens
            chosen.append(index)
        }
        return chosen.sorted().map { passages[$0] }
    }

    /// A paragraph that is too long by itself, in pieces that end with a sentence; all bear its number.
    private static func cut(_ passage: Passage, to budget: Double) -> [Passage] {
        let room = max(20, budget - 8 - passage.headings.reduce(0) { $0 + Tokens.weight($1) + 3 })
        var texts: [String] = []
        var text = ""
        var size = 0.0
        for sentence in Sentences.split(passage.text).flatMap({ pieces(of: $0, room: room) }) {
            let weight = Tokens.weight(sentence) + 1
            if !text.isEmpty, size + weight > room {
                texts.append(text)
                text = ""
                size = 0
            }
            text += text.isEmpty ? sentence : " " + sentence
            size += weight
        }
        if !text.isEmpty { texts.append(text) }
        return texts.enumerated().map {
            Passage(
                number: passage.number, headings: $0.offset == 0 ? passage.headings : [],
                text: $0.element)
        }
    }

    /// A sentence in pieces of at most `room` tokens.
    private static func pieces(of sentence: String, room: Double) -> [String] {
        guard Tokens.weight(sentence) > room else { return [sentence] }
        var out: [String] = []
        var piece = ""
        var size = 0.0
        for character in sentence {
            let weight = Tokens.weight(String(character))
            if size + weight > room, !piece.isEmpty {
                out.append(piece)
                piece = ""
                size = 0
            }
            piece.append(character)
            size += weight
        }
        return piece.isEmpty ? out : out + [piece]
    }
}
