/// Cuts an answer into the sentences that are checked, each with its citation marks.
struct Statements {
    struct Item: Equatable {
        /// Without marks, list markers and emphasis.
        var text: String
        /// As cited, in order, without repeats.
        var numbers: [Int]
        /// Sentence and marks, UTF-8 bytes of the answer.
        var range: Range<Int>
    }

    static func of(_ answer: String, language: String?) -> [Item] {
        let bytes = Array(answer.utf8)
        let marks = Citations.marks(in: answer)
        // Marks become blanks of the same length, so that places stay what they are.
        var masked = bytes
        for mark in marks {
            for index in mark.range { masked[index] = 0x20 }
        }
        var items: [Item] = []
        var start = 0
        var isCode = false
        while start < masked.count {
            let end = masked[start...].firstIndex(of: 0x0A) ?? masked.count
            defer { start = end + 1 }
            let line = masked[start..<end]
            let first = line.drop { $0 == 0x20 }
            if first.starts(with: "```".utf8) { isCode.toggle() }
            if isCode || first.first == UInt8(ascii: "#") { continue }
            // A footnote is the article's words, not the answer's.
            if bytes[start..<end].starts(with: "[^".utf8), first.first == UInt8(ascii: ":") {
                continue
            }
            let body = start + markerLength(line)
            let own = marks.filter { $0.range.lowerBound >= start && $0.range.lowerBound < end }
            items += sentences(masked, body..<max(body, end), own, language: language)
        }
        return items
    }

    private static func sentences(
        _ bytes: [UInt8], _ line: Range<Int>, _ marks: [CitationMark], language: String?
    ) -> [Item] {
        let text = String(decoding: bytes[line], as: UTF8.self)
        var items = Sentences.ranges(in: text, language: language).map { range in
            let moved = (range.lowerBound + line.lowerBound)..<(range.upperBound + line.lowerBound)
            return Item(text: plain(bytes[moved]), numbers: [], range: moved)
        }
        let areInFront = areInFront(marks, of: items)
        for mark in marks {
            // Inside its sentence, else behind it; in front of the first one it belongs to that.
            var index = items.lastIndex { $0.range.lowerBound <= mark.range.lowerBound } ?? 0
            guard items.indices.contains(index) else { continue }
            if areInFront, items[index].range.upperBound <= mark.range.lowerBound { index += 1 }
            for number in mark.numbers where !items[index].numbers.contains(number) {
                items[index].numbers.append(number)
            }
            let range = items[index].range
            items[index].range =
                min(
                    range.lowerBound, mark.range.lowerBound)..<max(
                    range.upperBound, mark.range.upperBound)
        }
        return items.filter { item in
            let isLeadIn = item.text.hasSuffix(":") && item.numbers.isEmpty
            return !isLeadIn && item.text.contains { $0.isLetter || $0.isNumber }
        }
    }

    /// Does each mark of a line stand in front of what it belongs to, as the article's numbers do in the prompt? Small
    /// models write so, whatever they are told.
    private static func areInFront(_ marks: [CitationMark], of items: [Item]) -> Bool {
        guard let first = items.first, let last = items.last, let opens = marks.first,
            let closes = marks.last
        else { return false }
        return opens.range.lowerBound < first.range.lowerBound
            && closes.range.lowerBound < last.range.lowerBound
    }

    /// Bytes of blanks, a list marker and quotation marks (`>`) at the start of a line.
    private static func markerLength(_ line: ArraySlice<UInt8>) -> Int {
        var at = line.startIndex
        func skipBlanks() {
            while at < line.endIndex, [0x20, 0x09, UInt8(ascii: ">")].contains(line[at]) { at += 1 }
        }
        skipBlanks()
        let rest = line[at...]
        if let first = rest.first, "-*+".utf8.contains(first), rest.dropFirst().first == 0x20 {
            at += 1
        } else if rest.starts(with: "•".utf8) {
            at += 3
        } else {
            let digits = rest.prefix { (0x30...0x39).contains($0) }.count
            let mark = rest.dropFirst(digits).first
            if (1...3).contains(digits), mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
                rest.dropFirst(digits + 1).first == 0x20
            {
                at += digits + 1
            }
        }
        skipBlanks()
        return at - line.startIndex
    }

    /// One blank between words, none in front of punctuation, no emphasis.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self).replacing("**", with: "").replacing(
            "__", with: "")
        var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for mark in [".", ",", ";", "。"] { words = words.replacing(" " + mark, with: mark) }
        return words
    }
}
