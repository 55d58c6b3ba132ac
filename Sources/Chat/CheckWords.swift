/// A word as the check compares it.
struct CheckWord: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        case plain
        /// Capitalised where the language would not do so by itself.
        case name
        /// Capitalised at the start of a sentence: a name or not.
        case perhapsName
        /// Digits or a number word; `text` is its value, such as `14.3`.
        case number
        /// Says nothing by itself: an article, a preposition.
        case stop
    }
    /// Lower case without accents; two scalars of a script without blanks.
    var text: String
    var kind: Kind
    /// Which clause of the text it stands in, from 0.
    var clause = 0
}

/// Cuts a sentence into the words that the check compares.
enum CheckWords {
    static func of(_ text: String, language: String?) -> [CheckWord] {
        var cutter = CheckWordCutter(capitalisesNouns: language?.hasPrefix("de") ?? false)
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            // 9 400 is one number, whatever the blank.
            let groups = scalar == " " && groupsThousands(scalars, at: index)
            cutter.take(groups ? "\u{A0}" : scalar)
        }
        cutter.close()
        return cutter.words
    }

    private static func groupsThousands(_ scalars: [Unicode.Scalar], at blank: Int) -> Bool {
        func isDigit(_ index: Int) -> Bool {
            scalars.indices.contains(index) && ("0"..."9").contains(scalars[index])
        }
        guard isDigit(blank - 1), isDigit(blank + 1), isDigit(blank + 2), isDigit(blank + 3) else {
            return false
        }
        return !isDigit(blank + 4)
            && !(isDigit(blank - 2) && isDigit(blank - 3) && isDigit(blank - 4))
    }

    /// Words that the sentence says not to be so, those next to a "not" in `near`, those within reach of one in
    /// `far`. A "not" reaches forward in its clause; a German one also back.
    static func negated(
        _ words: [CheckWord], language: String?
    ) -> (near: Set<String>, far: Set<String>) {
        let reachesBack = ["de", "nl", "sv", "da", "nb", "no"].contains {
            language?.hasPrefix($0) ?? false
        }
        var near: Set<String> = []
        var far: Set<String> = []
        func reach(_ indices: some Sequence<Int>, from start: Int) {
            var count = 0
            for index in indices {
                guard words[index].clause == words[start].clause, count < 3 else { return }
                let word = words[index]
                if word.kind == .stop || negations.contains(word.text) { continue }
                if count == 0 { near.insert(word.text) }
                far.insert(word.text)
                count += 1
            }
        }
        for index in words.indices where negations.contains(words[index].text) {
            reach((index + 1)..<words.count, from: index)
            if reachesBack { reach((0..<index).reversed(), from: index) }
        }
        // Czech and its kin, and the Baltic languages, write the "not" in front of the verb as one word with it.
        let prefixes = ["cs", "sk", "sl", "hr", "sr", "bs", "lt", "lv"].contains {
            language?.hasPrefix($0) ?? false
        }
        for word in words where prefixes && word.text.hasPrefix("ne") && word.text.count >= 4 {
            near.insert(String(word.text.dropFirst(2)))
            far.insert(String(word.text.dropFirst(2)))
        }
        return (near, far)
    }

    private static let negations: Set<String> = [
        "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot",
        "isn", "aren",
        "wasn", "weren", "don", "doesn", "didn", "hasn", "haven", "hadn", "won", "wouldn", "couldn",
        "shouldn", "can't",
        "ne", "n", "pas", "jamais", "aucun", "aucune", "rien", "personne", "sans", "ni",
        "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals",
        "niemand", "nichts", "ohne",
        "nunca", "jamas", "ningun", "ninguna", "ninguno", "nadie", "nada", "sin", "tampoco",
        "non", "mai", "nessun", "nessuno", "nessuna", "niente", "nulla", "senza", "ne'",
        "niet", "geen", "nooit", "niemand", "niets", "zonder", "nao", "nenhum", "nenhuma",
        "ninguem", "sem",
        "inte", "ingen", "inget", "inga", "aldrig", "utan", "ikke", "uden", "uten", "ei", "eivat",
        "nie", "bez",
        "не", "нет", "ни", "никогда", "без", "ні", "немає", "ніколи",
    ]

    /// Values of number words; not those that are articles too ("one", "un", "ein").
    static let numbers: [String: String] = {
        let lists: [[String]] = [
            [
                "two", "два", "две", "двух", "deux", "zwei", "dos", "due", "twee", "dois", "duas",
                "tva",
            ],
            ["three", "три", "трех", "трёх", "trois", "drei", "tres", "tre", "drie"],
            [
                "four", "четыре", "четырех", "четырёх", "quatre", "vier", "cuatro", "quattro",
                "quatro", "fyra", "fire",
            ],
            ["five", "пять", "пяти", "cinq", "funf", "cinco", "cinque", "vijf", "fem"],
            ["six", "шесть", "шести", "sechs", "seis", "sei", "zes", "sex", "seks"],
            [
                "seven", "семь", "семи", "sept", "sieben", "siete", "sette", "zeven", "sete", "sju",
                "syv",
            ],
            ["eight", "восемь", "восьми", "huit", "acht", "ocho", "otto", "oito", "atta", "otte"],
            ["nine", "девять", "девяти", "neuf", "neun", "nueve", "nove", "negen", "nio", "ni"],
            [
                "ten", "десять", "десяти", "dix", "zehn", "diez", "dieci", "tien", "dez", "tio",
                "ti",
            ],
            ["eleven", "одиннадцать", "onze", "elf", "once", "undici", "elva", "elleve"],
            ["twelve", "двенадцать", "douze", "zwolf", "doce", "dodici", "twaalf", "doze", "tolv"],
        ]
        var found: [String: String] = [:]
        for (index, words) in lists.enumerated() {
            for word in words { found[word] = String(index + 2) }
        }
        let more: [(String, [String])] = [
            ("13", ["thirteen", "treize", "dreizehn", "trece", "tredici", "dertien", "treze"]),
            ("14", ["fourteen", "quatorze", "vierzehn", "catorce", "quattordici", "veertien"]),
            ("15", ["fifteen", "quinze", "funfzehn", "quince", "quindici", "vijftien"]),
            (
                "16",
                [
                    "sixteen", "seize", "sechzehn", "dieciseis", "sedici", "zestien", "dezesseis",
                    "dezasseis",
                ]
            ),
            (
                "17",
                [
                    "seventeen", "siebzehn", "diecisiete", "diciassette", "zeventien", "dezessete",
                    "dezassete",
                ]
            ),
            ("18", ["eighteen", "achtzehn", "dieciocho", "diciotto", "achttien", "dezoito"]),
            (
                "19",
                [
                    "nineteen", "neunzehn", "diecinueve", "diciannove", "negentien", "dezenove",
                    "dezanove",
                ]
            ),
            (
                "20",
                [
                    "twenty", "двадцать", "двадцати", "vingt", "zwanzig", "veinte", "venti",
                    "twintig", "vinte",
                ]
            ),
            (
                "30",
                [
                    "thirty", "тридцать", "trente", "dreissig", "treinta", "trenta", "dertig",
                    "trinta",
                ]
            ),
            ("40", ["forty", "сорок", "quarante", "vierzig", "cuarenta", "quaranta", "veertig"]),
            (
                "50",
                ["fifty", "пятьдесят", "cinquante", "funfzig", "cincuenta", "cinquanta", "vijftig"]
            ),
            ("60", ["sixty", "soixante", "sechzig", "sesenta", "sessanta", "zestig"]),
            ("70", ["seventy", "septante", "siebzig", "setenta", "settanta", "zeventig"]),
            ("80", ["eighty", "achtzig", "ochenta", "ottanta", "tachtig"]),
            ("90", ["ninety", "neunzig", "noventa", "novanta", "negentig"]),
            (
                "100",
                ["hundred", "сто", "cent", "hundert", "cien", "ciento", "cento", "honderd", "cem"]
            ),
            ("1000", ["thousand", "тысяча", "тысячи", "mille", "tausend", "mil", "duizend"]),
        ]
        for (value, words) in more {
            for word in words { found[word] = value }
        }
        // Words that are something else in another of the languages: ni, ti, sin, once, sex, sei.
        for word in ["ni", "ti", "once", "sei", "sept", "tio", "fire", "fem"] { found[word] = nil }
        found["sept"] = "7"
        return found
    }()

    /// German words in front of a noun that is no name.
    static let determiners: Set<String> = [
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines",
        "im", "am", "zum",
        "zur", "vom", "beim", "ins", "ans", "kein", "keine", "keinen", "keinem", "keiner", "sein",
        "seine", "seinen",
        "ihr", "ihre", "ihren", "ihrem", "ihrer", "seiner", "seinem", "dieser", "diese", "dieses",
        "diesem", "diesen",
        "viele", "mehr", "alle", "jeder", "jede", "jedes", "prozent", "ohne", "als", "pro",
    ]

    /// Words that begin a clause which a "not" in front of them does not reach.
    static let conjunctions: Set<String> = [
        "but", "because", "although", "though", "mais", "aber", "sondern", "weil", "pero", "sino",
        "porque", "ma",
        "perche", "maar", "omdat", "но", "а", "потому",
    ]
}

private struct CheckWordCutter {
    let capitalisesNouns: Bool
    var words: [CheckWord] = []
    private var letters = String.UnicodeScalarView()
    private var raw = ""
    private var isCapital = false
    private var digits = 0
    private var pending: Unicode.Scalar?
    private var startsSentence = true
    private var clause = 0
    private var lastIdeograph: Unicode.Scalar?

    init(capitalisesNouns: Bool) { self.capitalisesNouns = capitalisesNouns }

    mutating func take(_ scalar: Unicode.Scalar) {
        let isDigit = scalar.properties.numericType == .decimal
        if let mark = pending {
            pending = nil
            if isDigit {
                letters.append(mark == "," || mark == "." ? mark : " ")
            } else {
                close()
                if mark == "." { startsSentence = true }
                if mark == "." || mark == "," { clause += 1 }
            }
        }
        if isDigit, let value = scalar.properties.numericValue {
            lastIdeograph = nil
            digits += 1
            letters.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(value)))
        } else if Terms.isIdeograph(scalar.value) {
            close()
            if let last = lastIdeograph {
                words.append(CheckWord(text: String(last) + String(scalar), kind: .plain))
            }
            lastIdeograph = scalar
        } else if let folded = Terms.fold(scalar.value), folded.value != 0x2A {
            lastIdeograph = nil
            if digits > 0, digits == letters.count { close() }
            if letters.isEmpty { isCapital = folded.isUpper }
            if let first = Unicode.Scalar(folded.value) { letters.append(first) }
            if folded.second != 0, let second = Unicode.Scalar(folded.second) {
                letters.append(second)
            }
        } else if digits > 0, digits + separators == letters.count,
            ".,".unicodeScalars.contains(scalar) || [0xA0, 0x202F, 0x2009].contains(scalar.value)
        {
            pending = scalar
        } else if (0x300..<0x370).contains(scalar.value) {
            return
        } else {
            lastIdeograph = nil
            close()
            if ".!?…:\n".unicodeScalars.contains(scalar) { startsSentence = true }
            if ".!?…:;,()–—\n".unicodeScalars.contains(scalar) { clause += 1 }
        }
    }

    private var separators: Int { letters.count { $0 == "." || $0 == "," || $0 == " " } }

    mutating func close() {
        guard !letters.isEmpty else { return }
        defer {
            letters = String.UnicodeScalarView()
            digits = 0
            startsSentence = false
        }
        let text = String(letters)
        if digits > 0, digits + separators == letters.count {
            return words.append(
                CheckWord(text: NumberText.value(text), kind: .number, clause: clause))
        }
        if let value = CheckWords.numbers[text] { return add(numberWord: value) }
        if CheckWords.conjunctions.contains(text) { clause += 1 }
        var kind = CheckWord.Kind.plain
        var hash = FNV()
        for scalar in letters { hash.feed(scalar.value) }
        if StopWords.hashes.contains(hash.value) || letters.count == 1 && digits == 0 {
            kind = .stop
        } else if isCapital {
            kind = startsSentence ? .perhapsName : .name
            if kind == .name, capitalisesNouns, !isName(after: words.last) { kind = .plain }
        } else if digits > 0 {
            kind = .name
        }
        words.append(CheckWord(text: text, kind: kind, clause: clause))
    }

    /// "Twenty-four" is one number.
    private mutating func add(numberWord value: String) {
        if let unit = Int(value), unit < 10, let last = words.last, last.kind == .number,
            let tens = Int(last.text), tens % 10 == 0, (20...90).contains(tens)
        {
            words[words.count - 1].text = String(tens + unit)
        } else {
            words.append(CheckWord(text: value, kind: .number, clause: clause))
        }
    }

    /// In German every noun has a capital; a name has no article and no adjective in front of it.
    private func isName(after word: CheckWord?) -> Bool {
        guard let word else { return false }
        if word.kind == .name || word.kind == .perhapsName { return true }
        if word.kind == .number || CheckWords.determiners.contains(word.text) { return false }
        return !["e", "en", "er", "es", "em"].contains { word.text.hasSuffix($0) }
    }
}

/// What digits with separators stand for.
enum NumberText {
    /// `12,000`, `12.000` and `12 000` are 12000; `14,3` and `14.3` are 14.3.
    static func value(_ text: String) -> String {
        let groups = text.split(whereSeparator: { ".,  ".contains($0) }).map(String.init)
        guard groups.count > 1, let last = groups.last else { return text.trimmedZeros }
        let marks = Set(text.filter { ".,  ".contains($0) })
        let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3
        if isGrouped, marks.count == 1, groups[0] != "0" { return groups.joined() }
        if marks.count == 2, groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }) {
            return groups.dropLast().joined() + "." + last
        }
        if groups.count == 2 { return groups.joined(separator: ".") }
        return groups.joined(separator: ".")
    }
}

extension String {
    fileprivate var trimmedZeros: String {
        let trimmed = drop { $0 == "0" }
        return trimmed.isEmpty ? "0" : String(trimmed)
    }
}
