import LecternCore

/// How well a stretch of the article carries a statement.
struct Judgement {
    /// Share of the statement's words found there, rare ones counting more, 0...1.
    var share = 0.0
    /// A number of the statement that is not there.
    var lacksNumber = false
    /// A name of the statement that is not there.
    var lacksName = false
    /// One of the two says that it is not so.
    var differsInNegation = false
    /// Words between quotation marks that are not there.
    var lacksQuote = false

    var support: CheckedSentence.Support {
        if lacksQuote || lacksNumber { return share >= 0.75 ? .weak : .none }
        if share >= 0.55, !lacksName, !differsInNegation { return .traced }
        return share >= 0.35 ? .weak : .none
    }
}

/// What a statement says, ready for being looked for.
struct Statement {
    let words: [CheckWord]
    let quotes: [String]
    let negated: (near: Set<String>, far: Set<String>)

    init(_ text: String, language: String?) {
        words = CheckWords.of(text, language: language)
        quotes = Quotes.found(in: text)
        negated = CheckWords.negated(words, language: language)
    }

    /// Too little is said to be checked: a greeting, a heading.
    var isEmpty: Bool { !words.contains { $0.kind != .stop } }
}

/// The words of a stretch of the article.
struct Ground {
    private let exact: Set<String>
    private let byPrefix: [String: [String]]
    private let numbers: Set<String>
    let text: String
    let negated: (near: Set<String>, far: Set<String>)

    init(_ text: String, words: [CheckWord], language: String?) {
        self.text = text
        exact = Set(words.lazy.map(\.text))
        numbers = Set(words.lazy.filter { $0.kind == .number }.map(\.text))
        byPrefix = Dictionary(
            grouping: exact.filter { $0.unicodeScalars.count >= 3 }, by: { $0.head(3) })
        negated = CheckWords.negated(words, language: language)
    }

    func has(number: String) -> Bool { numbers.contains(number) }

    /// Is the word there, in this or another form?
    func has(_ word: String) -> Bool {
        exact.contains(word)
            || byPrefix[word.head(3)]?.contains { Ground.areForms(word, $0) } ?? false
    }

    /// Forms of one word share their beginning, at least four letters of it and all but the ending; a word of
    /// three letters has forms of four.
    static func areForms(_ word: String, _ other: String) -> Bool {
        if word == other { return true }
        let shorter = min(word.unicodeScalars.count, other.unicodeScalars.count)
        let longer = max(word.unicodeScalars.count, other.unicodeScalars.count)
        if shorter == 3 { return longer <= 4 && (word.hasPrefix(other) || other.hasPrefix(word)) }
        guard shorter >= 4 else { return false }
        let common = zip(word.unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.count
        return common >= max(4, (shorter * 3 + 3) / 4)
    }
}

extension String {
    fileprivate func head(_ count: Int) -> String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(count)))
    }
}

/// Weighs statements against an article.
struct Judge {
    /// How much a word says: rare in the article is much.
    let rarity: (String) -> Double
    /// Words that name the article's subject and may stand anywhere: those of its title.
    let title: Ground
    /// Words that are a name wherever they stand in the middle of a sentence.
    let names: Set<String>
    /// Is the statement in another language than the article? Then only numbers and names can be compared.
    let isForeign: Bool

    /// `sentence` is the part of `ground` that fits best, for what is denied.
    func judge(_ statement: Statement, on ground: Ground, sentence: Ground) -> Judgement {
        var result = weigh(statement, on: ground)
        if isForeign { return result }
        result.differsInNegation = differ(statement, sentence)
        result.lacksQuote = statement.quotes.contains { !Quotes.stands($0, in: ground.text) }
        return result
    }

    /// Words, numbers and names alone.
    func weigh(_ statement: Statement, on ground: Ground) -> Judgement {
        var found = 0.0
        var all = 0.0
        var result = Judgement()
        for (index, word) in statement.words.enumerated() where word.kind != .stop {
            let isName =
                word.kind == .name
                || word.kind == .perhapsName
                    && (names.contains(word.text) || startsName(at: index, in: statement))
            if isForeign, !isName, word.kind != .number { continue }
            let weight = isName || word.kind == .number ? 3 : rarity(word.text)
            all += weight
            if word.kind == .number {
                if ground.has(number: word.text) {
                    found += weight
                } else {
                    result.lacksNumber = true
                }
            } else if ground.has(word.text) || word.kind != .plain && title.has(word.text) {
                found += weight
            } else if isName, !isForeign {
                result.lacksName = true
            }
        }
        // Without a number or a name there is nothing to go by: neither traced nor wrong.
        result.share = all > 0 ? found / all : isForeign ? 0.4 : 0
        return result
    }

    /// Does one deny what the other says?
    private func differ(_ statement: Statement, _ sentence: Ground) -> Bool {
        let denies = statement.negated.near.contains { word in
            sentence.has(word) && !sentence.negated.far.contains { Ground.areForms($0, word) }
        }
        return denies
            || sentence.negated.near.contains { word in
                statement.words.contains { Ground.areForms($0.text, word) }
                    && !statement.negated.far.contains { Ground.areForms($0, word) }
            }
    }

    /// Two capitals in a row are a name.
    private func startsName(at index: Int, in statement: Statement) -> Bool {
        statement.words.indices.contains(index + 1) && statement.words[index + 1].kind == .name
    }
}
