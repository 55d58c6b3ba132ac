/// Parts the reasoning from the answer where a server leaves both in one text.
///
/// 1. An opening tag counts only at the very start of the answer; later it is text.
/// 2. Nothing that could be the beginning of a tag is let out before it is known to be none.
/// 3. A closing tag without an opening one makes all before it reasoning: the template had opened it.
/// 4. A tag between backticks or quotation marks is quoted, and text.
struct ThinkTags {
    enum Piece: Equatable {
        case thinking(String)
        case text(String)
        /// All text so far was reasoning.
        case wasThinking
    }

    private enum Place { case start, thinking(closing: String), text }

    static let names = ["think", "thinking", "thought", "thoughts", "reason", "reasoning"]

    private var place = Place.start
    private var held = ""
    /// The server has a field of its own for reasoning, or a tag was seen: no tag means anything more.
    private(set) var isSettled = false
    private var lastOut: Character?

    /// The reasoning came in a field of its own.
    mutating func settle() {
        isSettled = true
    }

    mutating func feed(_ text: String) -> [Piece] {
        held += text
        var pieces: [Piece] = []
        while step(&pieces) {}
        return pieces
    }

    /// What was held back, at the end of the stream.
    mutating func end() -> [Piece] {
        defer { held = "" }
        guard held.contains(where: { !$0.isWhitespace }) else { return [] }
        if case .thinking = place { return [.thinking(held)] }
        return [.text(held)]
    }

    /// Works off a part of `held`; false when more must come first.
    private mutating func step(_ pieces: inout [Piece]) -> Bool {
        guard !held.isEmpty else { return false }
        switch place {
        case .start:
            let body = held.drop { $0.isWhitespace }
            guard !body.isEmpty else {
                held = ""
                return false
            }
            if !isSettled {
                for name in ThinkTags.names where body.hasPrefix("<\(name)>") {
                    held = String(body.dropFirst(name.count + 2))
                    place = .thinking(closing: "</\(name)>")
                    isSettled = true
                    return true
                }
                let opening = ThinkTags.names.map { "<\($0)>" }
                if opening.contains(where: { $0.hasPrefix(body) }) { return false }
            }
            held = String(body)
            place = .text
            return true
        case .thinking(let closing):
            if let tag = unquoted(closing) {
                add(.thinking(String(held[..<tag.lowerBound])), to: &pieces)
                held = String(held[tag.upperBound...].drop { $0.isWhitespace })
                place = .start
                return true
            }
            release(keeping: ThinkTags.prefixLength(of: [closing], endingIn: held), to: &pieces) {
                .thinking($0)
            }
            return false
        case .text:
            if isSettled || !held.utf8.contains(UInt8(ascii: "<")) {
                add(.text(held), to: &pieces)
                held = ""
                return false
            }
            for name in ThinkTags.names {
                guard let tag = unquoted("</\(name)>") else { continue }
                add(.text(String(held[..<tag.lowerBound])), to: &pieces)
                pieces.append(.wasThinking)
                held = String(held[tag.upperBound...].drop { $0.isWhitespace })
                isSettled = true
                place = .start
                return true
            }
            let closings = ThinkTags.names.map { "</\($0)>" }
            release(keeping: ThinkTags.prefixLength(of: closings, endingIn: held), to: &pieces) {
                .text($0)
            }
            return false
        }
    }

    private mutating func add(_ piece: Piece, to pieces: inout [Piece]) {
        switch piece {
        case .text(let text), .thinking(let text):
            guard let last = text.last else { return }
            lastOut = last
            pieces.append(piece)
        case .wasThinking: pieces.append(piece)
        }
    }

    private mutating func release(
        keeping count: Int, to pieces: inout [Piece], as piece: (String) -> Piece
    ) {
        let cut = held.utf8.index(held.endIndex, offsetBy: -count)
        add(piece(String(held[..<cut])), to: &pieces)
        held = String(held[cut...])
    }

    /// The first such tag in `held` that no quotation mark stands in front of.
    private func unquoted(_ tag: String) -> Range<String.Index>? {
        var from = held.startIndex
        while let found = held[from...].firstRange(of: tag) {
            let before =
                found.lowerBound > held.startIndex
                ? held[held.index(before: found.lowerBound)] : lastOut
            if let before, "`\"'“‘«".contains(before) {
                from = found.upperBound
            } else {
                return found
            }
        }
        return nil
    }

    /// Bytes at the end of `text` that may be the beginning of one of `tags`.
    private static func prefixLength(of tags: [String], endingIn text: String) -> Int {
        let tail = text.utf8.suffix(tags.map(\.utf8.count).max() ?? 0)
        guard let start = tail.lastIndex(of: UInt8(ascii: "<")) else { return 0 }
        let end = tail[start...]
        return tags.contains { $0.utf8.count > end.count && $0.utf8.starts(with: end) }
            ? end.count : 0
    }
}
