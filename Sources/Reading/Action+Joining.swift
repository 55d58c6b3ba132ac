import Chat

extension [Action] {
    /// The same, where pieces of one answer that follow each other are one piece: a server that floods costs an update a
    /// frame, not one a token, and the keys pressed meanwhile are obeyed.
    package var joined: [Action] {
        var joined: [Action] = []
        var piece: AnswerPiece?
        for action in self {
            guard let next = AnswerPiece(action) else {
                if let piece { joined.append(piece.action) }
                piece = nil
                joined.append(action)
                continue
            }
            if piece?.append(next) != true {
                if let piece { joined.append(piece.action) }
                piece = next
            }
        }
        if let piece { joined.append(piece.action) }
        return joined
    }
}

/// Words that a chatbot has just said, or thought.
private struct AnswerPiece {
    private let token: Token
    private let isThought: Bool
    private var words: String

    /// UTF-8 bytes after which another piece begins, so that what bounds an answer still bounds it.
    private static let longest = 1 << 16

    /// nil for everything else that can happen.
    init?(_ action: Action) {
        switch action {
        case .replied(let token, .text(let words)): self.init(token, words, isThought: false)
        case .replied(let token, .thinking(let words)): self.init(token, words, isThought: true)
        default: return nil
        }
    }

    private init(_ token: Token, _ words: String, isThought: Bool) {
        (self.token, self.words, self.isThought) = (token, words, isThought)
    }

    var action: Action { .replied(token, isThought ? .thinking(words) : .text(words)) }

    /// Adds what was said next; false when that stands by itself.
    mutating func append(_ next: AnswerPiece) -> Bool {
        guard token == next.token, isThought == next.isThought,
            words.utf8.count + next.words.utf8.count <= AnswerPiece.longest
        else { return false }
        words += next.words
        return true
    }
}
