/// How well a sentence reads without those around it.
enum Readability {
    /// 1 for one that stands by itself, less for what leans on the sentence before, was cut open or is no prose.
    static func ease(of text: String) -> Double {
        var ease = 1.0
        let words = text.split(maxSplits: 8, whereSeparator: \.isWhitespace)
        let opener = words.first.map { $0.lowercased().prefix { $0.isLetter } } ?? ""
        if leaning.contains(String(opener)) { ease *= 0.92 }
        if isCutOpen(text) { ease *= 0.9 }
        if text.utf8.contains(where: { "{}|\\<>".utf8.contains($0) }) { ease *= 0.5 }
        let ends = text.unicodeScalars.reversed().first { !closers.contains($0) }
        if let ends, ends.properties.isAlphabetic || ends == ":" { ease *= 0.8 }
        return words.count < 5 && text.utf8.count < 60 ? ease * 0.7 : ease
    }

    /// Does it hold one half of a quotation?
    private static func isCutOpen(_ text: String) -> Bool {
        var plain = 0
        var open = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": plain += 1
            case "“", "«", "「", "『": open += 1
            case "”", "»", "」", "』": open -= 1
            default: break
            }
        }
        return plain % 2 == 1 || open != 0
    }

    private static let closers: Set<Unicode.Scalar> = [
        "\"", "”", "»", "’", ")", "]", "」", "』", "）",
    ]

    /// Words that point back when they begin a sentence.
    private static let leaning: Set<String> = [
        "he", "she", "they", "it", "this", "that", "these", "those", "but", "and", "so", "however",
        "instead", "therefore", "also", "then",
        "il", "elle", "ils", "elles", "ce", "cela", "celui", "celle", "ceux", "mais", "or", "et",
        "donc", "pourtant", "ainsi", "puis", "lui", "ces", "cette", "cet",
        "er", "sie", "es", "dies", "diese", "dieser", "dieses", "aber", "doch", "und", "denn", "so",
        "él", "ella", "ellos", "ellas", "esto", "eso", "esta", "este", "pero", "y", "así",
        "lui", "lei", "essi", "ma", "questo", "questa", "così", "ele", "ela", "eles", "mas", "isso",
        "hij", "zij", "ze", "dit", "maar", "han", "hon", "hun", "men", "och", "og",
        "он", "она", "они", "оно", "это", "но", "а", "и", "він", "вона", "вони", "це", "але",
    ]
}
