import LecternCore

/// Divides the words of a row of pieces, so that lines may end inside them.
struct Division {
    private let hyphenator: Hyphenator
    private let text: String
    /// Stretches that are never divided: code, addresses, footnotes' marks. UTF-8 bytes, in order.
    private var verbatim: [Range<Int>] = []

    init(_ hyphenator: Hyphenator, _ text: RichText) {
        self.hyphenator = hyphenator
        self.text = text.text
        verbatim = text.spans.filter {
            !$0.style.isDisjoint(with: [.code, .keyboard, .superscript, .subscript])
                || $0.note != nil
        }.map(\.range)
    }

    /// Replaces every word among the pieces from `first` on by its parts.
    func divide(_ pieces: inout [Piece], from first: Int) {
        var divided: [Piece] = []
        for index in first..<pieces.count {
            let piece = pieces[index]
            // What the text itself divides is divided nowhere else.
            let isDivided =
                index > 0
                && (pieces[index - 1].takesHyphen || pieces[index - 1].ending > .hyphenation)
            if isDivided || piece.ending >= .softHyphen {
                divided.append(piece)
            } else {
                divided += parts(of: piece)
            }
        }
        pieces.replaceSubrange(first..., with: divided)
    }

    /// The piece as its parts; itself where it is not divided.
    func parts(of piece: Piece) -> [Piece] {
        guard piece.contentEnd - piece.start >= Hyphenator.shortest, !isVerbatim(piece) else {
            return [piece]
        }
        var pieces: [Piece] = []
        let content = text.utf8Slice(piece.start..<piece.contentEnd)
        let word = Division.word(in: content)
        let base =
            piece.start + content.utf8.distance(from: content.startIndex, to: word.startIndex)
        var rest = piece
        for offset in word.isEmpty ? [] : hyphenator.divisions(of: word) {
            let at = base + offset
            let columns = String(text.utf8Slice(rest.start..<at)).columns
            pieces.append(
                Piece(
                    start: rest.start, contentEnd: at, end: at, columns: columns, blanks: 0,
                    ending: .hyphenation))
            rest.start = at
            rest.columns -= columns
        }
        return pieces + [rest]
    }

    /// The word of a piece, without the punctuation around it; empty when there is more in it than one word.
    private static func word(in content: Substring) -> Substring {
        var start = content.startIndex
        var end = content.endIndex
        while start < end, !content[start].isLetter { start = content.index(after: start) }
        while start < end {
            let last = content.index(before: end)
            if content[last].isLetter { break }
            end = last
        }
        let word = content[start..<end]
        if word.allSatisfy(\.isLetter) { return word }
        // An article before an apostrophe, as in `l'extraordinaire`, is no part of the word.
        guard let mark = word.lastIndex(where: { $0 == "'" || $0 == "’" }) else { return "" }
        let noun = word[word.index(after: mark)...]
        return noun.count > word.distance(from: word.startIndex, to: mark)
            && noun.allSatisfy(\.isLetter) ? noun : ""
    }

    private func isVerbatim(_ piece: Piece) -> Bool {
        var low = 0
        var high = verbatim.count
        while low < high {
            let middle = (low + high) / 2
            if verbatim[middle].upperBound <= piece.start {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < verbatim.count && verbatim[low].lowerBound < piece.end
    }
}
