/// Cuts a paragraph into sentences, in any script.
///
/// 1. Every cut is between Characters; ranges are in order, never overlap, and hold no blanks at their ends.
/// 2. Together they hold everything that is not blank.
/// 3. Time grows with the length of the text alone.
package enum Sentences {
    /// Ranges in UTF-8 bytes. `language` (BCP 47) decides what `24.` means in front of a capital.
    package static func ranges(in text: String, language: String? = nil) -> [Range<Int>] {
        var splitter = SentenceSplitter(text, language: language)
        return splitter.ranges()
    }

    /// The sentences themselves.
    package static func split(_ text: String, language: String? = nil) -> [String] {
        let bytes = Array(text.utf8)
        return ranges(in: text, language: language).map {
            String(decoding: bytes[$0], as: UTF8.self)
        }
    }
}

private struct SentenceSplitter {
    private let scalars: [Unicode.Scalar]
    private let hasOrdinals: Bool
    private let own: Set<String>

    init(_ text: String, language: String?) {
        scalars = Array(text.unicodeScalars)
        let first = language?.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first
        hasOrdinals = first.map { Abbreviations.ordinalLanguages.contains(String($0)) } ?? false
        own = first.flatMap { Abbreviations.ofLanguage[String($0)] } ?? []
    }

    mutating func ranges() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        var startByte = 0
        var byte = 0
        var index = 0
        // Where a wide bracket stands open: what it holds is cut from neither side.
        var bracket: Int?
        func close(_ end: Int, _ endByte: Int) {
            var (from, fromByte, to, toByte) = (start, startByte, end, endByte)
            while from < to, isBlank(scalars[from]) {
                fromByte += UTF8.width(scalars[from])
                from += 1
            }
            while to > from, isBlank(scalars[to - 1]) {
                toByte -= UTF8.width(scalars[to - 1])
                to -= 1
            }
            if from < to { found.append(fromByte..<toByte) }
            (start, startByte) = (end, endByte)
            bracket = nil
        }
        while index < scalars.count {
            let scalar = scalars[index]
            let width = UTF8.width(scalar)
            if scalar == "\n" {
                close(index, byte)
            } else if isEnd(scalar) || isGreekQuestion(index) {
                let (next, bytes) = afterClosers(index)
                let isInside = bracket.map { index - $0 < 120 } ?? false && scalars[next - 1] != "）"
                if !isInside, breaks(at: index, next: next, from: start) {
                    close(next, byte + bytes)
                }
                index = next
                byte += bytes
                continue
            } else if scalar == " ", index - start > 60, index > 0,
                isSpacedScript(scalars[index - 1])
            {
                close(index, byte)
            }
            if scalar == "（" { bracket = index } else if scalar == "）" { bracket = nil }
            index += 1
            byte += width
        }
        close(scalars.count, byte)
        return found
    }

    /// Behind an end mark: further marks, then closing quotes and brackets, a no-break space before a guillemet.
    private func afterClosers(_ index: Int) -> (next: Int, bytes: Int) {
        var next = index
        var bytes = 0
        func take() {
            bytes += UTF8.width(scalars[next])
            next += 1
        }
        take()
        while next < scalars.count, isEnd(scalars[next]) { take() }
        while next < scalars.count {
            // In German this mark closes, elsewhere it opens.
            if scalars[next] == "“", next + 1 < scalars.count, isWordPart(scalars[next + 1]) {
                break
            }
            if isCloser(scalars[next]) || scalars[next].value == 0xFE0F {
                take()
            } else if isBlank(scalars[next]), scalars[next] != "\n", next + 1 < scalars.count,
                scalars[next + 1] == "»"
            {
                take()
                take()
            } else if isPlainQuote(scalars[next]) || scalars[next] == "«",
                // In Danish and German books this mark closes, elsewhere it opens.
                next + 1 == scalars.count || !isWordPart(scalars[next + 1])
            {
                take()
            } else {
                break
            }
        }
        return (next, bytes)
    }

    private func breaks(at index: Int, next: Int, from start: Int) -> Bool {
        guard next < scalars.count else { return true }
        let end = scalars[index]
        let isWide = "。！？．｡".unicodeScalars.contains(end)
        let hadCloser = isCloser(scalars[next - 1])
        if isWide {
            guard hadCloser else { return true }
            // What follows a quotation says who spoke, or goes on: 「…」と, “…”她说.
            return !"とっなはがをにでのもやかへ，、,".unicodeScalars.contains(scalars[next])
                && !scalars[next..<min(scalars.count, next + 3)].contains(where: isSaid)
        }
        if end == "។" || end == "။" || end == "॥" || end == "।" || end == "։" { return true }
        // A dot or mark inside a word or number: 3.5, example.org, Yahoo!-Konto.
        guard isBlank(scalars[next]) else { return isGlued(end: index, next: next) }
        if scalars[next] == "\n" { return true }
        // An ellipsis in brackets stands for words left out, not for an end.
        if hadCloser, next >= 2, index > 0, scalars[index - 1] == "(" || scalars[index - 1] == "[" {
            return false
        }
        var ahead = next
        while ahead < scalars.count, isBlank(scalars[ahead]) || isOpener(scalars[ahead]) {
            ahead += 1
        }
        guard ahead < scalars.count else { return true }
        let follower = scalars[ahead]
        if follower.properties.isLowercase { return false }
        if ",;:)".unicodeScalars.contains(follower) { return false }
        // Without capitals: who said it follows the sentence's quotation.
        if hadCloser || isPlainQuote(scalars[next - 1]), follower.properties.isAlphabetic,
            isCaseless(follower), isOpener(scalars[firstLetter(from: start)])
        {
            return false
        }
        guard end == ".", next == index + 1 else { return true }
        return endsSentence(dotAt: index, follower: ahead, from: start)
    }

    /// A blank was lost between two sentences: a small letter or digit, the mark, a capital and a small letter.
    private func isGlued(end: Int, next: Int) -> Bool {
        guard end >= 2, next + 1 < scalars.count,
            "\"“«".unicodeScalars.contains(scalars[next])
                || scalars[next].properties.isUppercase && scalars[next + 1].properties.isLowercase
        else { return false }
        var from = end
        while from > 0, end - from < 24, !isBlank(scalars[from - 1]) {
            from -= 1
            if "./@:".unicodeScalars.contains(scalars[from]) { return false }
        }
        let isWord = end - from >= 3 && scalars[end - 1].properties.isLowercase
        let hasYear = (end - 2..<end).allSatisfy { ("0"..."9").contains(scalars[$0]) }
        let isQuoted =
            next > end + 1 && end - from >= 2 || "\"”»".unicodeScalars.contains(scalars[end - 1])
        return isWord || hasYear || isQuoted
    }

    /// Is the full stop at `index`, with a capital, digit or caseless letter behind it, an end?
    private func endsSentence(dotAt index: Int, follower: Int, from start: Int) -> Bool {
        var from = index
        while from > start, index - from < 24,
            isWordPart(scalars[from - 1]) || scalars[from - 1] == "."
        {
            from -= 1
        }
        let word = scalars[from..<index]
        guard let first = word.first else { return true }
        if word.allSatisfy({ ("0"..."9").contains($0) }) {
            // "1. First", or an ordinal.
            if from == start || scalars[start..<from].allSatisfy(isBlank) { return false }
            // "24. Dezember", but "S. 24. Dann".
            return !(hasOrdinals && word.count <= 2) || isReferred(numberAt: from)
        }
        if isInitial(word) {
            // "J. Jones", but "at 8.30 h. They".
            return first.properties.isLowercase && isBehindNumber(from)
                && !("0"..."9").contains(scalars[follower])
        }
        if hasOrdinals, word.allSatisfy({ "IVXL".unicodeScalars.contains($0) }) { return false }
        var text = ""
        text.unicodeScalars.append(contentsOf: word)
        let lower = text.lowercased()
        if Abbreviations.open.contains(lower) {
            if lower == "p.m" || lower == "a.m" { return true }
            return Abbreviations.starters.contains(self.word(at: follower))
                || !scalars[follower].properties.isUppercase
                || (!lower.contains(".")
                    && !["inc", "ltd", "corp", "co", "jr", "sr"].contains(lower))
        }
        if own.contains(lower) { return false }
        if lower.contains("."), word.count <= 8, word.contains(where: \.properties.isAlphabetic),
            lower.split(separator: ".").allSatisfy({ $0.count <= 2 })
        {
            // "U.N.", "J.K.": letters, each with its stop.
            return Abbreviations.starters.contains(self.word(at: follower))
        }
        if Abbreviations.numeric.contains(lower) { return !("0"..."9").contains(scalars[follower]) }
        if Abbreviations.titles.contains(lower) { return !first.properties.isUppercase }
        return !Abbreviations.all.contains(lower)
    }

    /// A letter that stands for a name or title: of scripts with capitals, Arabic and Hebrew; an Indic syllable.
    private func isInitial(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = word.first, first.properties.isAlphabetic else { return false }
        if (0x0900..<0x0E00).contains(first.value) { return word.count <= 2 }
        return word.count == 1 && (!isCaseless(first) || (0x0590..<0x0780).contains(first.value))
    }

    /// Does a number and a blank stand in front of the word at `index`?
    private func isBehindNumber(_ index: Int) -> Bool {
        index >= 2 && scalars[index].isASCII && isBlank(scalars[index - 1])
            && ("0"..."9").contains(scalars[index - 2])
    }

    /// Does the number at `index` stand behind "p.", "art." or the like?
    private func isReferred(numberAt index: Int) -> Bool {
        guard index >= 3, isBlank(scalars[index - 1]), scalars[index - 2] == "." else {
            return false
        }
        var from = index - 2
        while from > 0, index - from < 8, scalars[from - 1].properties.isAlphabetic { from -= 1 }
        let lower = word(at: from)
        return ["s", "p"].contains(lower) || Abbreviations.numeric.contains(lower)
            || Abbreviations.references.contains(lower)
    }

    private func firstLetter(from start: Int) -> Int {
        var index = start
        while index + 1 < scalars.count, isBlank(scalars[index]) { index += 1 }
        return index
    }

    private func word(at index: Int) -> String {
        var text = ""
        var at = index
        while at < scalars.count, at - index < 16, isWordPart(scalars[at]) {
            text.unicodeScalars.append(scalars[at])
            at += 1
        }
        return text.lowercased()
    }

    // MARK: Kinds of scalars

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    private func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "!", "?", "…", "。", "！", "？", "．", "｡", "؟", "۔", "।", "॥", "։", "።", "។", "။",
            "‼", "⁇", "⁈",
            "⁉":
            true
        default: false
        }
    }

    private func isGreekQuestion(_ index: Int) -> Bool {
        guard scalars[index] == ";" || scalars[index].value == 0x37E, index > 0 else {
            return false
        }
        return (0x370..<0x400).contains(scalars[index - 1].value)
    }

    private func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        "”’»)]}」』）］】〉》›“".unicodeScalars.contains(scalar)
    }

    private func isPlainQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "'" }

    private func isOpener(_ scalar: Unicode.Scalar) -> Bool {
        "\"'“„‚‘«‹([{¿¡—–-「『（【《*•".unicodeScalars.contains(scalar)
    }

    private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
                || ("0"..."9").contains(scalar)
                || scalar == "-"
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }

    private func isCaseless(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isLowercase && !scalar.properties.isUppercase
    }

    /// Of the verbs that Chinese puts behind what was said.
    private func isSaid(_ scalar: Unicode.Scalar) -> Bool {
        "说說道问問答喊".unicodeScalars.contains(scalar)
    }

    /// Scripts that put blanks between sentences and phrases only: Thai, Lao, Khmer, Burmese.
    private func isSpacedScript(_ scalar: Unicode.Scalar) -> Bool {
        (0x0E01...0x0EFF).contains(scalar.value) || (0x1000...0x109F).contains(scalar.value)
            || (0x1780...0x17FF).contains(scalar.value)
    }
}
