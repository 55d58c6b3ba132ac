import LecternCore

/// Finds comments, strings, numbers, keywords and types in code: one pass over its bytes, by the table of its
/// language. Nothing is refused: what it does not understand has no looks.
struct CodeLexer {
    private let grammar: Grammar
    private var spans: [CodeSpan] = []
    private var offset = 0

    private init(_ grammar: Grammar) { self.grammar = grammar }

    /// Stretches in the order of the code, without overlaps; none for a language that is not known.
    static func spans(in code: String, language: String?) -> [CodeSpan] {
        guard let grammar = Grammar.named(language) else { return [] }
        var code = code
        code.makeContiguousUTF8()
        var lexer = CodeLexer(grammar)
        lexer.read(code.utf8Span.span)
        return lexer.spans
    }

    private mutating func read(_ bytes: borrowing Swift.Span<UInt8>) {
        if grammar.isDiff { return readDiff(bytes) }
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte <= 0x20 {
                offset += 1
            } else if takeComment(bytes) || grammar.isMarkup && takeTag(bytes) {
                continue
            } else if !grammar.isMarkup, takeString(bytes) {
                continue
            } else if byte.isDigit {
                takeNumber(bytes)
            } else if isName(byte) {
                takeName(bytes)
            } else {
                offset += 1
            }
        }
    }

    private mutating func add(_ word: CodeWord, from start: Int) {
        if start < offset { spans.append(CodeSpan(range: start..<offset, word: word)) }
    }

    private func isName(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == 0x5F || byte >= 0x80
            || grammar.nameBytes.contains(byte)
    }

    /// Does the text go on with these bytes?
    private func goesOn(
        _ bytes: borrowing Swift.Span<UInt8>, at start: Int, with words: [UInt8]
    ) -> Bool {
        guard start + words.count <= bytes.count else { return false }
        for index in words.indices where bytes[start + index] != words[index] { return false }
        return true
    }

    private mutating func skipLine(_ bytes: borrowing Swift.Span<UInt8>) {
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
    }

    // MARK: Comments and strings

    private mutating func takeComment(_ bytes: borrowing Swift.Span<UInt8>) -> Bool {
        let start = offset
        for (open, close) in grammar.comments where goesOn(bytes, at: offset, with: open) {
            var depth = 1
            offset += open.count
            while offset < bytes.count, depth > 0 {
                if goesOn(bytes, at: offset, with: close) {
                    depth -= 1
                    offset += close.count
                } else if grammar.commentsNest, goesOn(bytes, at: offset, with: open) {
                    depth += 1
                    offset += open.count
                } else {
                    offset += 1
                }
            }
            add(.comment, from: start)
            return true
        }
        for mark in grammar.lineComments where goesOn(bytes, at: offset, with: mark) {
            // `$#` and `a#b` are no comments, nor is the colour in `color: #fff`.
            if mark.count == 1, offset > 0, bytes[offset - 1] > 0x20 { continue }
            skipLine(bytes)
            add(.comment, from: start)
            return true
        }
        return false
    }

    private mutating func takeString(_ bytes: borrowing Swift.Span<UInt8>) -> Bool {
        for quote in grammar.strings where goesOn(bytes, at: offset, with: quote.mark) {
            // An apostrophe behind a letter or digit is one: `don't`, `1'000`.
            if quote.mark == [0x27], offset > 0, isName(bytes[offset - 1]) { continue }
            let start = offset
            offset += quote.mark.count
            while offset < bytes.count {
                if goesOn(bytes, at: offset, with: quote.close) {
                    offset += quote.close.count
                    break
                }
                if bytes[offset] == 0x0A, !quote.isLong { break }
                offset += quote.escapes && bytes[offset] == 0x5C ? 2 : 1
            }
            offset = min(offset, bytes.count)
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            // A key of JSON or the like is no value.
            var next = offset
            while next < bytes.count, bytes[next] == 0x20 { next += 1 }
            let isKey =
                grammar.keywords.contains("null") && grammar.keywords.count <= 3
                && next < bytes.count && bytes[next] == 0x3A
            add(isKey ? .keyword : .string, from: start)
            return true
        }
        return false
    }

    // MARK: Numbers and names

    private mutating func takeNumber(_ bytes: borrowing Swift.Span<UInt8>) {
        let start = offset
        while offset < bytes.count {
            let byte = bytes[offset]
            let isPoint =
                byte == 0x2E && offset + 1 < bytes.count && bytes[offset + 1].isDigit
            let isSign =
                (byte == 0x2B || byte == 0x2D) && bytes[offset - 1] | 0x20 == 0x65
                && offset + 1 < bytes.count && bytes[offset + 1].isDigit
                && bytes[start] != 0x30
            guard byte.isLetter || byte.isDigit || byte == 0x5F || isPoint || isSign else { break }
            offset += 1
        }
        add(.number, from: start)
    }

    private mutating func takeName(_ bytes: borrowing Swift.Span<UInt8>) {
        let start = offset
        while offset < bytes.count, isName(bytes[offset]) { offset += 1 }
        // Longer than any word of a language.
        guard offset - start <= 64 else { return }
        if grammar.hasKeys, offset < bytes.count, bytes[offset] == 0x3A {
            return add(.keyword, from: start)
        }
        var name = ""
        for index in start..<offset {
            guard bytes[index] < 0x80 else { return }
            name.unicodeScalars.append(Unicode.Scalar(bytes[index]))
        }
        if grammar.ignoresCase { name = name.lowercased() }
        if grammar.keywords.contains(name) {
            // A member is no keyword: `self.default`, `$if`.
            if start > 0, bytes[start - 1] == 0x2E { return }
            add(.keyword, from: start)
        } else if grammar.types.contains(name)
            || grammar.capitalsAreTypes && bytes[start].isCapital
        {
            add(.type, from: start)
        }
    }

    // MARK: Markup and differences

    private mutating func takeTag(_ bytes: borrowing Swift.Span<UInt8>) -> Bool {
        guard bytes[offset] == 0x3C, offset + 1 < bytes.count else { return false }
        var start = offset + 1
        if bytes[start] == 0x2F || bytes[start] == 0x21 || bytes[start] == 0x3F { start += 1 }
        guard start < bytes.count, bytes[start].isLetter else { return false }
        offset = start
        skipTagName(bytes)
        add(.keyword, from: start)
        while offset < bytes.count, bytes[offset] != 0x3E, bytes[offset] != 0x3C {
            if takeString(bytes) { continue }
            let start = offset
            skipTagName(bytes)
            if offset > start { add(.type, from: start) } else { offset += 1 }
        }
        return true
    }

    private mutating func skipTagName(_ bytes: borrowing Swift.Span<UInt8>) {
        while offset < bytes.count,
            isName(bytes[offset]) || bytes[offset] == 0x2D || bytes[offset] == 0x3A
        {
            offset += 1
        }
    }

    private mutating func readDiff(_ bytes: borrowing Swift.Span<UInt8>) {
        while offset < bytes.count {
            let start = offset
            skipLine(bytes)
            switch start < bytes.count ? bytes[start] : 0 {
            case 0x2B: add(.string, from: start)
            case 0x2D: add(.keyword, from: start)
            case 0x40: add(.comment, from: start)
            default: break
            }
            offset += 1
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isCapital: Bool { (0x41...0x5A).contains(self) }
    fileprivate var isLetter: Bool { isCapital || (0x61...0x7A).contains(self) }
}
