/// What a byline or date line says. A line is one only when all of it is understood.
struct Credits: Equatable {
    var byline: String?
    var published: String?
    var updated: String?

    /// Reads `By Name`, `Par Nom | 24 février 2025`, `Updated: …`; nil for anything that may be prose.
    init?(_ text: String) {
        guard text.utf8.count <= 200, !text.contains("\n") else { return nil }
        var parts = text.split(whereSeparator: { "|·•—–/".contains($0) }).map(Credits.trim)
        parts.removeAll(where: \.isEmpty)
        guard !parts.isEmpty, parts.count <= 5 else { return nil }
        if text.contains("/"), let date = findDate(text), date.strangers == 0 {
            parts = [text]
        }
        for part in parts {
            guard read(part) || readPair(part) else { return nil }
        }
    }

    private static func trim(_ part: Substring) -> String {
        var rest = part
        while let last = rest.last, " ,;".contains(last) { rest.removeLast() }
        while let first = rest.first, " ,;".contains(first) { rest.removeFirst() }
        return String(rest)
    }

    private mutating func read(_ part: String) -> Bool {
        if let date = findDate(part), date.strangers == 0 {
            if date.isUpdate {
                updated = updated ?? date.iso
            } else if published == nil {
                published = date.iso
            } else {
                updated = updated ?? date.iso
            }
            return true
        }
        if let name = Credits.name(part), byline == nil {
            byline = name
            return true
        }
        return false
    }

    /// `By Name, 24 February 2025`: a byline and a date in one part.
    private mutating func readPair(_ part: String) -> Bool {
        var at = part.startIndex
        while let comma = part[at...].firstIndex(where: { $0 == "," || $0 == "(" }) {
            let head = Credits.trim(part[..<comma])
            var tail = Credits.trim(part[part.index(after: comma)...])
            if tail.hasSuffix(")") { tail.removeLast() }
            var trial = self
            if trial.read(head), trial.read(tail) {
                self = trial
                return true
            }
            at = part.index(after: comma)
        }
        return false
    }

    /// The names in a byline, cue and all; nil when it is not one.
    static func name(_ text: String) -> String? {
        guard let rest = afterCue(text) else { return reporter(text) }
        var name = rest.text
        while let last = name.last, last == "." || last == "," || last == " " { name.removeLast() }
        return isName(name, needsCapitals: rest.isShort) ? name : nil
    }

    /// 홍길동 기자, 記者 …: the word stands behind the name.
    private static func reporter(_ text: String) -> String? {
        for ending in [" 기자", "记者", "記者", " muhabir"] where text.hasSuffix(ending) {
            let name = trim(text.dropLast(ending.count))
            return (2...12).contains(name.count) && !name.contains(where: \.isPunctuation)
                ? name : nil
        }
        return nil
    }

    private static func afterCue(_ text: String) -> (text: String, isShort: Bool)? {
        let lower = text.lowercased()
        for cue in longCues where lower.hasPrefix(cue) {
            let rest = text.dropFirst(cue.count)
            guard let next = rest.first,
                next == " " || next == ":" || next == "：" || next == "/"
                    || cue.hasSuffix("/")
            else { continue }
            return (trim(rest.drop { " :：/".contains($0) }), false)
        }
        for cue in shortCues where lower.hasPrefix(cue + " ") {
            return (trim(text.dropFirst(cue.count + 1)), true)
        }
        return nil
    }

    /// One to eight words, all of them names: capitals where the script has them, particles between.
    private static func isName(_ text: String, needsCapitals: Bool) -> Bool {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "&" })
        guard (1...9).contains(words.count), text.count <= 80 else { return false }
        guard !text.contains(where: { "?!:;\"«»()[]0123456789".contains($0) }) else { return false }
        var capitals = 0
        for word in words {
            guard let first = word.first else { return false }
            if particles.contains(word.lowercased()), !first.isUppercase { continue }
            if first.isLowercase { return false }
            guard first.isLetter else { return false }
            if first.isUppercase { capitals += 1 }
        }
        return capitals >= (needsCapitals ? 2 : 0) && (capitals > 0 || text.count <= 24)
    }

    private static let particles: Set<String> = [
        "de", "del", "della", "di", "da", "dos", "das", "van", "von", "der", "den", "ten", "ter",
        "zu", "af", "av", "la", "le", "el", "al", "bin", "ibn", "y", "e", "i", "and", "et", "und",
        "en", "och", "og", "ja", "a", "и", "та", "και", "ve", "du", "des", "d'", "und",
    ]

    private static let shortCues = [
        "by", "par", "von", "door", "por", "di", "av", "af", "od", "da", "de",
    ]

    private static let longCues = [
        "written by", "text by", "story by", "words by", "byline", "author", "authors", "reporter",
        "propos recueillis par", "texte", "auteur", "auteure", "autrice", "autor", "autorin",
        "autora", "autore", "auteurs", "tekst", "text", "escrito por", "texto", "texto de",
        "testo di", "scritto da", "a cura di", "geschreven door", "napisał", "napisała", "skribent",
        "kirjoittaja", "teksti", "toimittaja", "författare", "forfatter", "автор", "текст",
        "автори", "авторы", "συντάκτης", "γράφει ο", "γράφει η", "του", "της", "yazan", "haber",
        "oleh", "penulis", "tác giả", "بقلم", "كتب", "مאת", "מאת", "نویسنده", "作者", "撰文", "文",
        "記者", "记者", "執筆", "著者", "글",
    ].sorted { $0.count > $1.count }
}
