/// Recognises lines that head something. All work on one line of cleaned text.
extension TextShape {
    /// A line of one repeated mark, at least three: `===`, `- - -`, `⁂`. Returns the mark.
    func ruleMark(_ line: TextLine) -> UInt8? {
        guard line.columns <= 200, line.columns >= 1 else { return nil }
        if bytes.has("⁂", at: line.range.lowerBound), line.range.count == 3 { return 0x2A }
        let mark = bytes[line.range.lowerBound]
        switch mark {
        case 0x2D, 0x3D, 0x5F, 0x2A, 0x7E, 0x23, 0x2E, 0x2B, 0x5E: break
        default: return nil
        }
        var count = 0
        for byte in bytes[line.range] where byte != 0x20 {
            guard byte == mark else { return nil }
            count += 1
        }
        return count >= 3 ? mark : nil
    }

    /// The level that an underline gives the line above it; nil when it is none.
    func underlineLevel(of title: TextLine, _ under: TextLine) -> Int? {
        guard let mark = ruleMark(under), title.columns <= 120, ruleMark(title) == nil,
            under.columns >= 3, abs(under.columns - title.columns) <= max(4, title.columns / 3),
            abs(under.indent - title.indent) <= 2, bytes.string(under.range).contains(" ") == false
        else { return nil }
        switch mark {
        case 0x3D: return 1
        case 0x2D: return 2
        case 0x7E, 0x2A, 0x23, 0x5E, 0x2B: return 3
        default: return nil
        }
    }

    /// `## Title` as in Markdown; returns the level and where the words start.
    func hashHeading(_ line: TextLine) -> (level: Int, start: Int)? {
        var start = line.range.lowerBound
        while start < line.range.upperBound, bytes[start] == 0x23 { start += 1 }
        let level = start - line.range.lowerBound
        guard (1...6).contains(level), start < line.range.upperBound, bytes[start] == 0x20,
            line.columns <= 120, line.indent <= 3, !endsWithStop(line)
        else { return nil }
        while start < line.range.upperBound, bytes[start] == 0x20 { start += 1 }
        return start < line.range.upperBound ? (level, start) : nil
    }

    /// Digits in front, as in `1.`, `2)`, `3.1` or `IV.`.
    struct Number {
        /// The parts between the dots.
        var parts: [Int]
        /// Where the words behind it start.
        var start: Int
        /// A full stop or bracket stands behind the last part.
        var closed: Bool
    }

    /// The number that a line starts with; nil when there is none, or no blank behind it.
    func number(_ line: TextLine) -> Number? {
        var index = line.range.lowerBound
        let end = line.range.upperBound
        var parts: [Int] = []
        var closed = false
        while index < end, parts.count < 6 {
            var value = 0
            let start = index
            while index < end, (0x30...0x39).contains(bytes[index]), index - start < 4 {
                value = value * 10 + Int(bytes[index] - 0x30)
                index += 1
            }
            guard index > start else { break }
            parts.append(value)
            closed = false
            guard index < end, bytes[index] == 0x2E || bytes[index] == 0x29 else { break }
            closed = true
            index += 1
            if bytes[index - 1] == 0x29 { break }
        }
        guard !parts.isEmpty, index < end, bytes[index] == 0x20 || bytes[index] == 0x09 else {
            return nil
        }
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index < end ? Number(parts: parts, start: index, closed: closed) : nil
    }

    /// `1.2 Title` standing alone: the level, 2 for a number of one part.
    func numberedHeadingLevel(_ line: TextLine) -> Int? {
        guard line.columns <= 90, !endsWithStop(line), let number = number(line) else { return nil }
        let first = bytes.scalar(at: number.start).scalar
        guard !first.isLower, first.isLetter || first.opensQuote || first == "`" else { return nil }
        guard number.parts.count > 1 || number.closed, number.parts[0] < 200 else { return nil }
        return min(6, number.parts.count + 1)
    }

    /// `CHAPTER IV`, `Kapitel 3: Heimkehr`, `第二章 …`, `XII.`: a word for a part of a book, then a number.
    func isChapter(_ line: TextLine) -> Bool {
        guard line.columns <= 80, !endsWithComma(line) else { return false }
        let text = bytes.string(line.range)
        if let first = text.unicodeScalars.first, first == "第" {
            let rest = text.unicodeScalars.dropFirst().drop {
                "0123456789一二三四五六七八九十百千〇零两０１２３４５６７８９".unicodeScalars.contains($0)
            }
            guard let unit = rest.first else { return false }
            return "章回节節卷部篇幕話话编編".unicodeScalars.contains(unit) && line.columns <= 60
        }
        let words = text.split(separator: " ", maxSplits: 2).map { $0.lowercased() }
        guard let first = words.first else { return false }
        let roman = { (word: String) in
            let core = word.prefix { $0 != "." && $0 != ":" && $0 != "," }
            return !core.isEmpty && core.count <= 8 && core.allSatisfy { "ivxlcdm".contains($0) }
        }
        if words.count == 1 {
            // A numeral alone, as novels have it: upper case, so that "I" and "mix" are not taken.
            let core = text.hasSuffix(".") ? text.dropLast() : text[...]
            return core.count <= 8 && (core.count > 1 || text.hasSuffix("."))
                && core.allSatisfy { "IVXLC".contains($0) }
        }
        let numbered =
            roman(words[1])
            || words[1].unicodeScalars.first.map { $0.isDigit } == true
            || [
                "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                "the",
            ].contains(words[1])
        return numbered && Self.chapterWords.contains(first) && !endsWithStop(line)
    }

    private static let chapterWords: Set<String> = [
        "chapter", "book", "part", "act", "scene", "canto", "volume", "appendix", "section",
        "chapitre", "livre", "partie", "acte", "scène", "kapitel", "buch", "teil", "akt", "anhang",
        "capítulo", "libro", "parte", "acto", "capitolo", "atto", "hoofdstuk", "deel", "rozdział",
        "część", "księga", "kapitola", "část", "kapitola", "глава", "часть", "книга", "розділ",
        "частина", "luku", "osa", "fejezet", "rész", "bölüm", "kısım", "κεφάλαιο", "μέρος",
        "capitolul",
        "del", "bok", "chương",
    ]

    /// All letters upper case, two words or a word of three letters at least, and no sentence.
    func isCapitals(_ line: TextLine) -> Bool {
        guard line.columns <= 80, line.columns >= 3 else { return false }
        var letters = 0
        var index = line.range.lowerBound
        var last = Unicode.Scalar(0x20 as UInt8)
        while index < line.range.upperBound {
            let (scalar, length) = bytes.scalar(at: index)
            if scalar.isUpper {
                letters += 1
            } else if scalar.isLetter {
                return false
            } else if scalar == "|" || scalar == "=" || scalar == "{" || scalar == "<" {
                return false
            }
            last = scalar
            index += length
        }
        return letters >= 3 && letters * 2 >= line.columns && last != "," && last != ";"
    }

    /// A lone line that heads what follows: short, no full stop, no lower case in front.
    func isTitleLike(_ line: TextLine, longest: Int) -> Bool {
        guard line.columns <= longest, line.columns >= 2, !endsWithStop(line), !endsWithComma(line)
        else { return false }
        var index = line.range.lowerBound
        let first = bytes.scalar(at: index)
        guard
            first.scalar.isLetter || first.scalar.isDigit || first.scalar.opensQuote
                || first.scalar == "¿" || first.scalar == "¡" || first.scalar == "\""
        else { return false }
        guard !first.scalar.isLower else { return false }
        var letters = 0
        while index < line.range.upperBound {
            let (scalar, length) = bytes.scalar(at: index)
            if scalar.isLetter { letters += 1 }
            index += length
        }
        return letters >= 2 && letters * 2 >= line.range.count / 3
    }

    /// The line ends as a sentence does: with a full stop or a colon. A question is no statement.
    func endsWithStop(_ line: TextLine) -> Bool {
        guard !line.isBlank else { return false }
        let last = bytes.scalar(before: line.range.upperBound, floor: line.range.lowerBound).scalar
        return last == "." && !bytes.has("..", at: line.range.upperBound - 2) || last == "。"
            || last == "।" || last == "．"
    }

    func endsWithComma(_ line: TextLine) -> Bool {
        guard !line.isBlank else { return false }
        let last = bytes.scalar(before: line.range.upperBound, floor: line.range.lowerBound).scalar
        return ",;:،、，；：".unicodeScalars.contains(last)
    }
}
