import LecternCore
import Typesetting

/// What is being searched for and where it was found: all of it at once in most articles, in long ones piece by piece
/// while keys are obeyed.
package struct Search: Equatable, Sendable {
    package let words: String
    /// Index into `matches` of the one the reader is at.
    package var current: Int?
    private var scan: Scan
    /// The line at the top of the screen when it began.
    let top: Spot
    /// What that line begins with, while the first match from there on is still to come.
    private var origin: Lit?

    /// UTF-8 bytes of an article that is searched at every letter.
    static let short = 1 << 16
    /// UTF-8 bytes that are searched between one look at the keys and the next.
    static let piece = 1 << 20

    /// `origin` is what the line at the top begins with; without it no match becomes the current one.
    init(for words: String, from top: Spot, _ origin: Lit?) {
        self.words = words
        self.top = top
        self.origin = origin
        scan = Scan(for: words)
    }

    /// Every match so far, in reading order.
    package var matches: Matches { scan.matches }

    /// How many there are, as the status line says it: an ellipsis while more may come.
    var total: String { "\(matches.count)" + (isDone ? "" : "…") }

    /// Are the words nowhere?
    var isVain: Bool { isDone && matches.isEmpty }

    /// Is there nothing left to be searched?
    package var isDone: Bool { scan.isDone }

    /// Is the first match for the reader known, or known not to be there?
    var isSettled: Bool { isDone || origin == nil }

    /// Searches one more piece.
    mutating func go(through article: Article) {
        scan.go(through: article, bytes: Search.piece)
        guard let origin else { return }
        let place = matches.first(inBlock: origin.block) {
            $0.lowerBound >= origin.range.lowerBound
        }
        if place < matches.count {
            current = place
        } else if isDone, !matches.isEmpty {
            current = 0
        }
        if current != nil { self.origin = nil }
    }

    /// Indices of the matches that touch a stretch of a block.
    func matches(in block: Int, touching range: Range<Int>) -> Range<Int> {
        let first = matches.first(inBlock: block) { $0.upperBound > range.lowerBound }
        let after = matches.first(inBlock: block) { $0.lowerBound >= range.upperBound }
        return first..<max(first, after)
    }
}
