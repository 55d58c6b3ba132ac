/// The words of a text's sentences, numbered, and what can be counted of each.
///
/// Words are what ROUGE takes for words (Lin 2004): stretches of letters and digits in lower case, here without
/// accents; an ideograph or kana is one by itself.
package struct SummaryWords {
    /// What a text shows of one of its words.
    package struct Facts {
        /// Times it stands there.
        package var count = 0
        /// Index of the first sentence with it.
        package var first = 0
        /// Sentences with it.
        package var sentences = 0
        /// Times with a capital, but not at the start of a sentence.
        package var capitals = 0
        /// Letters.
        package var length = 0
        package var isNumber = false
        /// Times inside quotation marks.
        package var quoted = 0
        /// More than one letter, and all of them capitals, somewhere.
        package var isAcronym = false
        /// It says nothing about what the text is about.
        package var isStop = false
        fileprivate var last = -1
    }

    /// Of each sentence its words in order, as indices into `facts`.
    package private(set) var sentences: [[Int]] = []
    package private(set) var facts: [Facts] = []
    private var numbers: [UInt64: Int] = [:]

    /// Sentences in reading order, and for each the number of its paragraph, at whose end quotations end.
    package init(_ texts: [String], paragraphs: [Int]) {
        sentences.reserveCapacity(texts.count)
        var isQuoted = false
        for (index, text) in texts.enumerated() {
            if index > 0, paragraphs[index] != paragraphs[index - 1] { isQuoted = false }
            var line: [Int] = []
            var isFirst = true
            SummaryWords.cut(text, isQuoted: &isQuoted) { word in
                let number = self.number(of: word)
                line.append(number)
                facts[number].count += 1
                if facts[number].last != index {
                    if facts[number].last < 0 { facts[number].first = index }
                    facts[number].last = index
                    facts[number].sentences += 1
                }
                if word.isCapital, !isFirst { facts[number].capitals += 1 }
                if word.isQuoted { facts[number].quoted += 1 }
                if word.length > 1, word.capitals == word.length { facts[number].isAcronym = true }
                isFirst = false
            }
            sentences.append(line)
        }
    }

    /// The words of another text, such as a title; those that this one lacks are nil.
    package func known(in text: String) -> [Int?] {
        var found: [Int?] = []
        var isQuoted = false
        SummaryWords.cut(text, isQuoted: &isQuoted) { found.append(numbers[$0.hash]) }
        return found
    }

    private mutating func number(of word: Word) -> Int {
        if let number = numbers[word.hash] { return number }
        var fact = Facts()
        fact.length = word.length
        fact.isNumber = word.isNumber
        fact.isStop = StopWords.hashes.contains(word.hash) || word.length == 1 && !word.isNumber
        numbers[word.hash] = facts.count
        facts.append(fact)
        return facts.count - 1
    }

    private struct Word {
        var hash: UInt64
        var length: Int
        var isCapital: Bool
        var isNumber: Bool
        var isQuoted = false
        /// Capitals among its letters.
        var capitals = 0
    }

    private static func cut(_ text: String, isQuoted: inout Bool, _ take: (Word) -> Void) {
        var hash = FNV()
        var word = Word(hash: 0, length: 0, isCapital: false, isNumber: false)
        func close() {
            guard word.length > 0 else { return }
            word.hash = hash.value
            take(word)
            hash = FNV()
            (word.length, word.capitals) = (0, 0)
        }
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if (0x30...0x39).contains(value) {
                if word.length == 0 { (word.isCapital, word.isNumber) = (false, true) }
                hash.feed(value)
                word.length += 1
                word.isQuoted = isQuoted
            } else if let folded = Terms.fold(value) {
                let stands = Terms.isIdeograph(value)
                if stands { close() }
                if word.length == 0 { (word.isCapital, word.isNumber) = (folded.isUpper, false) }
                hash.feed(folded.value)
                if folded.second != 0 { hash.feed(folded.second) }
                word.length += 1
                word.capitals += folded.isUpper ? 1 : 0
                word.isQuoted = isQuoted
                if stands { close() }
            } else if !(0x300..<0x370).contains(value) {
                close()
                switch scalar {
                case "\"": isQuoted.toggle()
                case "“", "„", "«", "「", "『": isQuoted = true
                case "”", "»", "」", "』": isQuoted = false
                default: break
                }
            }
        }
        close()
    }
}
