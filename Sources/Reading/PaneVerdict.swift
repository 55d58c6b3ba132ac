import Chat
import LecternCore

/// An answer that has ended, as it is shown: the chatbot's words, and behind an arrow the paragraphs that the check
/// found where the chatbot named none or the wrong one. A sentence that nothing in the article carries bears `[?]`.
struct PaneVerdict: Sendable {
    /// Markdown; the answer's own text plus `→[n]` where something is suggested.
    private(set) var text: String
    /// What the marks in `text` point at, in its order.
    private(set) var citations: [PaneCitation] = []
    /// Is there an arrow to explain?
    private(set) var hasSuggestions = false
    /// Does a sentence rest on nothing?
    private(set) var hasGroundless = false

    /// Behind a sentence that names no paragraph, where none was found that says it.
    static let groundlessMark = "[?]"

    /// Suggestions shown for a sentence.
    private static let most = 2

    init(_ answer: Answer, paragraphs: Int) {
        let bytes = Array(answer.words.utf8)
        let marks = Citations.marks(in: answer.words)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        text = ""
        var copied = 0
        var next = 0
        func isInside(_ mark: CitationMark, _ sentence: CheckedSentence) -> Bool {
            mark.range.lowerBound < sentence.range.upperBound
        }
        for sentence in answer.sentences {
            var end: Int?
            while next < marks.count, isInside(marks[next], sentence) {
                let mark = marks[next]
                let isOwn = mark.range.lowerBound >= sentence.range.lowerBound
                citations.append(
                    PaneCitation(mark, in: isOwn ? sentence : nil, paragraphs: paragraphs))
                if isOwn { end = mark.range.upperBound }
                next += 1
            }
            let cited = Set(sentence.citations.map(\.paragraph))
            let suggested = sentence.suggested.filter { suggestion in
                suggestion.paragraph <= paragraphs && !cited.contains(suggestion.paragraph)
            }
            .prefix(PaneVerdict.most)
            let isGroundless =
                suggested.isEmpty && sentence.support == .none && sentence.citations.isEmpty
                && sentence.missing.isEmpty
            guard !suggested.isEmpty || isGroundless, !sentence.range.isEmpty else { continue }
            var place = end ?? min(bytes.count, sentence.range.upperBound)
            while end == nil, place > sentence.range.lowerBound, bytes[place - 1] <= 0x20 {
                place -= 1
            }
            out += bytes[copied..<max(copied, place)]
            copied = max(copied, place)
            if end == nil { out.append(0x20) }
            guard !isGroundless else {
                out += Array("**\(PaneVerdict.groundlessMark)**".utf8)
                hasGroundless = true
                continue
            }
            for citation in suggested {
                out += Array("→[\(citation.paragraph)]".utf8)
                citations.append(
                    PaneCitation(
                        numbers: [citation.paragraph],
                        targets: [.init(paragraph: citation.paragraph, range: citation.range)],
                        look: .suggested))
            }
            hasSuggestions = true
        }
        while next < marks.count {
            citations.append(PaneCitation(marks[next], in: nil, paragraphs: paragraphs))
            next += 1
        }
        out += bytes[copied...]
        text = String(decoding: out, as: UTF8.self)
    }

    /// What the looks of the citations say, those that occur, each in a line of its own; nothing for the extract, whose
    /// sentences are the article's.
    var legend: [(look: PaneCitation.Look, words: String)] {
        let looks = Set(citations.map(\.look.role))
        var lines: [(look: PaneCitation.Look, words: String)] = []
        for look in [PaneCitation.Look.traced, .weak, .untraced] where looks.contains(look.role) {
            lines.append((look, Messages.legend(of: look)))
        }
        if hasGroundless {
            lines.append((.untraced, Messages.groundless(PaneVerdict.groundlessMark)))
        }
        return lines
    }
}

extension PaneCitation {
    /// What a mark points at; with the sentence it stands in, how far that can be trusted.
    init(_ mark: CitationMark, in sentence: CheckedSentence?, paragraphs: Int) {
        let known = mark.numbers.filter { (1...max(1, paragraphs)).contains($0) && paragraphs > 0 }
        self.init(
            numbers: mark.numbers,
            targets: known.map { number in
                Target(
                    paragraph: number,
                    range: sentence?.citations.first { $0.paragraph == number }?.range)
            },
            look: known.isEmpty ? .missing : sentence.map { Look($0.support) } ?? .plain)
    }
}
