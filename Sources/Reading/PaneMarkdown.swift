import LecternCore

/// The Markdown that chatbots write, read a block at a time, so that a growing answer costs its last block only.
///
/// Paragraphs, headings, lists, quotes, fenced code, tables, rules; strong, emphasis, strike, code; links
/// as their text. Everything else stays as it was written.
struct PaneMarkdown {
    /// A block and where it starts in the text, UTF-8 bytes.
    struct Piece {
        var start: Int
        var block: Block
    }

    private let isOpen: Bool
    private var pieces: [Piece] = []
    /// Lines of the block being read, without their markers.
    private var words: [Substring] = []
    private var kind = Kind.paragraph
    private var containers: [Container] = []
    private var start = 0
    /// How deep the list is that the last item belonged to; 0 outside lists.
    private var depth = 0

    private enum Kind: Equatable {
        case paragraph
        case heading(Int)
        case code(fence: Substring, language: String?)
    }

    /// The blocks of a text. In one that is still growing (`isOpen`), emphasis that has begun is taken as meant.
    static func blocks(of text: Substring, isOpen: Bool) -> [Piece] {
        var reader = PaneMarkdown(isOpen: isOpen)
        var offset = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            reader.take(line, at: offset)
            offset += line.utf8.count + 1
        }
        reader.flush()
        return reader.pieces
    }

    private init(isOpen: Bool) { self.isOpen = isOpen }

    private mutating func take(_ line: Substring, at offset: Int) {
        let content = line.drop { $0 == " " || $0 == "\t" }
        if case .code(let fence, _) = kind, !words.isEmpty || isInFence {
            if content.hasPrefix(fence), content.allSatisfy({ $0 == fence.first || $0 == " " }) {
                flush()
                isInFence = false
            } else {
                words.append(line)
            }
            return
        }
        let indent = line.utf8.count - content.utf8.count
        guard !content.isEmpty else { return flush() }
        if let fence = PaneMarkdown.fence(content) {
            begin(.code(fence: fence.mark, language: fence.language), at: offset, in: [])
            isInFence = true
        } else if PaneMarkdown.isRule(content) {
            flush()
            pieces.append(Piece(start: offset, block: Block(.rule)))
            depth = 0
        } else if let heading = PaneMarkdown.heading(content) {
            begin(.heading(heading.level), at: offset, in: [])
            words = [heading.text]
            flush()
            depth = 0
        } else if let item = PaneMarkdown.item(content) {
            depth = min(4, 1 + indent / 2)
            let outer = Array(repeating: Container.item(nil), count: depth - 1)
            begin(.paragraph, at: offset, in: outer + [.item(item.marker)])
            words = [item.text]
        } else if content.first == ">" {
            let text = content.drop { $0 == ">" || $0 == " " }
            if words.isEmpty || containers != [.quote] {
                begin(.paragraph, at: offset, in: [.quote])
            }
            words.append(text)
        } else if words.isEmpty {
            if indent < 2 { depth = 0 }
            begin(
                .paragraph, at: offset, in: Array(repeating: .item(nil), count: depth))
            words = [content]
        } else {
            words.append(content)
        }
    }

    private var isInFence = false

    private mutating func begin(_ kind: Kind, at offset: Int, in containers: [Container]) {
        flush()
        self.kind = kind
        self.containers = containers
        start = offset
    }

    private mutating func flush() {
        defer {
            words = []
            kind = .paragraph
            containers = []
        }
        switch kind {
        case .code(_, let language):
            let code = words.joined(separator: "\n")
            pieces.append(
                Piece(start: start, block: Block(.code(RichText(code), language: language))))
        case .heading(let level):
            let text = PaneInline.text(of: words.joined(separator: " "), isOpen: isOpen)
            pieces.append(Piece(start: start, block: Block(.heading(level: level, text))))
        case .paragraph:
            guard !words.isEmpty else { return }
            if let table = PaneTable.table(of: words, isOpen: isOpen) {
                pieces.append(Piece(start: start, block: Block(.table(table))))
                return
            }
            let text = PaneInline.text(of: joined(), isOpen: isOpen)
            guard !text.isEmpty else { return }
            pieces.append(Piece(start: start, block: Block(.paragraph(text), in: containers)))
        }
    }

    /// Lines joined by blanks, or by a line break where one ends in two blanks or a backslash.
    private func joined() -> String {
        var text = ""
        for (index, line) in words.enumerated() {
            let isLast = index == words.count - 1
            var end = line
            while end.last == " " { end.removeLast() }
            let breaks = line.hasSuffix("  ") || end.hasSuffix("\\")
            if breaks, end.last == "\\" { end.removeLast() }
            text += end
            if !isLast { text += breaks ? "\n" : " " }
        }
        return text
    }
}

// MARK: - Lines

extension PaneMarkdown {
    fileprivate static func fence(_ line: Substring) -> (mark: Substring, language: String?)? {
        guard let first = line.first, first == "`" || first == "~" else { return nil }
        let mark = line.prefix { $0 == first }
        guard mark.count >= 3, mark.count < 20 else { return nil }
        let rest = line.dropFirst(mark.count)
        guard !rest.contains("`") else { return nil }
        let language = rest.split(separator: " ").first.map(String.init)
        return (mark, language)
    }

    fileprivate static func isRule(_ line: Substring) -> Bool {
        guard let first = line.first, first == "-" || first == "*" || first == "_" else {
            return false
        }
        return line.allSatisfy { $0 == first || $0 == " " } && line.filter { $0 == first }.count > 2
    }

    fileprivate static func heading(_ line: Substring) -> (level: Int, text: Substring)? {
        let level = line.prefix { $0 == "#" }.count
        guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
        var text = line.dropFirst(level).drop { $0 == " " }
        while let last = text.last, last == "#" || last == " " { text.removeLast() }
        return (level, text)
    }

    fileprivate static func item(_ line: Substring) -> (marker: Marker, text: Substring)? {
        guard let first = line.first else { return nil }
        if first == "-" || first == "*" || first == "+" || first == "•" {
            guard line.dropFirst().first == " " else { return nil }
            let text = line.dropFirst().drop { $0 == " " }
            if text.hasPrefix("[ ] ") { return (.task(done: false), text.dropFirst(4)) }
            if text.hasPrefix("[x] ") { return (.task(done: true), text.dropFirst(4)) }
            return (.bullet, text)
        }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count), let number = Int(digits) else { return nil }
        let rest = line.dropFirst(digits.count)
        guard rest.first == "." || rest.first == ")", rest.dropFirst().first == " " else {
            return nil
        }
        return (.number(number), rest.dropFirst().drop { $0 == " " })
    }
}
