import LecternCore

/// A search that goes through an article piece by piece, so that a long one is searched while keys are obeyed.
package struct Scan: Equatable, Sendable {
    private let wanted: Wanted?
    /// What was found so far, in reading order.
    package private(set) var matches = Matches()
    /// Is the whole article searched?
    package private(set) var isDone: Bool
    /// Where it goes on: a block as matches count them, the note if it is behind the last, and UTF-8 bytes into its text.
    private var block = -1
    private var note = 0
    private var offset = 0
    /// UTF-8 bytes of the notes before it, with a byte between them.
    private var base = 0

    package init(for words: String) {
        wanted = Wanted(words)
        isDone = wanted == nil
    }

    /// Searches about so many further UTF-8 bytes of the article, which must be the same each time.
    package mutating func go(through article: Article, bytes: Int) {
        guard let wanted else { return }
        var left = bytes
        while !isDone, left > 0 {
            let text: String
            if block < 0 {
                text = article.title
            } else if block < article.blocks.count {
                text = article.blocks[block].text
            } else if note < article.notes.count {
                text = article.notes[note].text.text
            } else {
                isDone = true
                break
            }
            let start = offset
            let limit = left < .max - start ? start + left : .max
            offset = wanted.find(in: text, from: start, to: limit) { range in
                let range = (range.lowerBound + base)..<(range.upperBound + base)
                matches.append(Match(block: block, range: range))
            }
            // A blank text costs something too.
            left -= offset - start + 16
            if offset >= text.utf8.count { goOn(behind: text, in: article) }
        }
    }

    private mutating func goOn(behind text: String, in article: Article) {
        offset = 0
        if block < article.blocks.count {
            block += 1
        } else {
            base += text.utf8.count + 1
            note += 1
        }
    }
}
