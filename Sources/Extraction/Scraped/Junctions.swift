import LecternCore

/// A place where a section's header may have lost the line break behind it.
struct Junction {
    /// Bytes of the paragraph where the header ends and the sentence begins.
    var offset: Int
    var head: String
    /// Last word of the header, first word of the sentence; what they make together.
    var left: String
    var right: String
    var token: String
    /// What stands behind the cut: a letter, an opening quote or a digit.
    var kind: Kind

    enum Kind { case letter, quote, digit }
}

/// Finds where `Se tient à l'écartLe musée …` should be cut, by evidence from the whole text.
struct JunctionFinder {
    /// Characters of a header at most: longer ones are sentences.
    static let longestHead = 80
    /// Words of a header at most.
    static let mostWords = 12

    /// All possible junctions near the start of a paragraph, in order.
    static func candidates(_ text: String) -> [Junction] {
        var text = text
        let places = text.withUTF8 { bytes in JunctionFinder.places(bytes) }
        return places.compactMap { JunctionFinder.junction(text, $0.offset, $0.kind) }
    }

    /// Offsets where lower case meets upper case, a quote or a digit.
    private static func places(
        _ buffer: UnsafeBufferPointer<UInt8>
    ) -> [(offset: Int, kind: Junction.Kind)] {
        var found: [(Int, Junction.Kind)] = []
        let bytes = Array(buffer.prefix(longestHead * 4))
        guard bytes.count >= 16, let first = bytes.first else { return [] }
        let opening = bytes.scalar(at: 0).scalar
        guard opening.isUpper || opening.isDigit || first == 0xC2 || !opening.isLower else {
            return []
        }
        var index = 0
        var seen = 0
        var wasLower = false
        while index < bytes.count, seen <= longestHead {
            let (scalar, length) = bytes.scalar(at: index)
            if wasLower {
                if scalar.isUpper {
                    found.append((index, .letter))
                } else if scalar.opensQuote || scalar == "\"" {
                    found.append((index, .quote))
                } else if scalar.isDigit {
                    found.append((index, .digit))
                }
            }
            // A mark belongs to the letter before it.
            if scalar.properties.generalCategory != .nonspacingMark { wasLower = scalar.isLower }
            if scalar.endsSentence, index + length < bytes.count, bytes[index + length] == 0x20 {
                break
            }
            index += length
            seen += 1
        }
        return found
    }

    /// The junction at `offset`, if what is left of it reads as a header and what is right as a sentence.
    private static func junction(_ text: String, _ offset: Int, _ kind: Junction.Kind) -> Junction?
    {
        let head = String(text.utf8Slice(0..<offset))
        let body = text.utf8Slice(offset..<text.utf8.count)
        guard head.utf8.count == offset else { return nil }
        let words = head.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" })
        guard let last = words.last, words.count <= mostWords else { return nil }
        guard !head.contains("\n"), !head.contains("://"), !head.contains("@"),
            head.filter({ $0 == "(" }).count == head.filter({ $0 == ")" }).count
        else { return nil }
        guard
            !head.unicodeScalars.contains(where: { $0.endsSentence && $0 != "?" && $0 != "!" })
                || head.dropLast().last == "."
        else { return nil }
        let left = wordAtEnd(String(last))
        let opened = body.drop { !$0.isLetter && !$0.isNumber }
        let right = String(opened.prefix { $0.isLetter || $0.isNumber })
        guard !left.isEmpty, !right.isEmpty, startsSentence(body, kind) else { return nil }
        if kind == .quote, body.first == "\"" {
            guard head.filter({ $0 == "\"" }).count % 2 == 0, body.dropFirst().contains("\"") else {
                return nil
            }
        }
        return Junction(
            offset: offset, head: head, left: left, right: right, token: left + right, kind: kind)
    }

    private static func wordAtEnd(_ text: String) -> String {
        String(String(text.reversed().prefix { $0.isLetter || $0.isNumber }).reversed())
    }

    /// Some words, and a full stop somewhere: not a heading cut in two.
    private static func startsSentence(_ body: Substring, _ kind: Junction.Kind) -> Bool {
        var words = 0
        var ends = false
        var first: Character?
        for character in body.prefix(2000) {
            if character == " " { words += 1 }
            if character.unicodeScalars.first?.endsSentence == true { ends = true }
            if first == nil, character.isLetter || character.isNumber { first = character }
            if words >= 4, ends { break }
        }
        guard words >= 4, ends, let first else { return false }
        return kind == .digit || first.isUppercase || kind == .quote && !first.isLowercase
    }
}

/// Chooses among junctions by what the whole text says.
struct JunctionJudge {
    let census: WordCensus
    /// Letters with digits behind them, seen inside paragraphs: footnote marks, not scars.
    var hasNoteMarks = false

    /// The words whose company decides about these junctions.
    static func words(_ junctions: [Junction]) -> Set<String> {
        var words: Set<String> = []
        for junction in junctions {
            words.formUnion([
                junction.left, junction.right, junction.token, junction.left.lowercased(),
                junction.right.lowercased(),
            ])
        }
        return words
    }

    /// How sure the cut is: 0 refused, 1 needs another scar in the text, 2 certain.
    func confidence(_ junction: Junction) -> Int {
        let heads = junction.head.split(separator: " ").count
        // A name written so elsewhere is a name.
        if census[junction.token].alone > 1 || CamelCase.isName(junction.left, junction.right) {
            return 0
        }
        switch junction.kind {
        case .quote:
            return heads >= 2 || census[junction.left].alone > 0 ? 2 : 1
        case .digit:
            guard heads >= 2, junction.left.count >= 3, !hasNoteMarks,
                junction.left.first?.isLowercase == true, junction.right.count >= 2,
                junction.right.allSatisfy(\.isNumber)
            else { return 0 }
            return 1
        case .letter: break
        }
        let right = census[junction.right]
        // REAL is not the word "real": brands are written so.
        let isCapitals = junction.right.count > 1 && !junction.right.contains(where: \.isLowercase)
        let isWord =
            right.alone > 0 || !isCapitals && census[junction.right.lowercased()].alone > 0
        let leftIsWord =
            census[junction.left].alone > 0 || census[junction.left.lowercased()].alone > 0
        let leftIsLower = junction.left.first?.isLowercase == true
        // GetYour|Guide: the left half is glued itself, and no name of the text.
        if CamelCase.hasInnerCapital(junction.left), !leftIsWord { return 0 }
        if heads == 1 { return isWord && right.opening > 0 && junction.left.count >= 4 ? 1 : 0 }
        if leftIsLower, junction.left.count >= 3 {
            if right.opening > 0 { return 2 }
            if isWord || leftIsWord { return leftIsWord && isWord ? 2 : 1 }
            return junction.left.count >= 4 ? 1 : 0
        }
        if leftIsLower { return isWord && leftIsWord ? 1 : 0 }
        // Header words in upper case: names are written so as well, so both halves must be words.
        if isWord, leftIsWord { return right.opening > 0 && junction.left.count >= 4 ? 2 : 1 }
        return isWord && right.opening > 0 && junction.left.count >= 4 ? 1 : 0
    }
}

/// Names that are written with a capital inside.
enum CamelCase {
    /// Is left + right such a name, or the left half a part that only such names have?
    static func isName(_ left: String, _ right: String) -> Bool {
        if prefixes.contains(left) { return true }
        let name = (left + right).lowercased()
        if names.contains(name) { return true }
        // GitHub's, YouTubern: an ending behind a known name.
        return left.count >= 2 && right.count >= 2
            && names.contains {
                $0.utf8.count >= 6 && name.hasPrefix($0) && name.count - $0.count <= 3
            }
    }

    /// A capital behind a small letter.
    static func hasInnerCapital(_ word: String) -> Bool {
        var wasLower = false
        for character in word {
            if wasLower, character.isUppercase { return true }
            wasLower = character.isLowercase
        }
        return false
    }

    /// Front parts of family names, units and products: McDonald, iPhone, eBay, LaTeX, MacArthur, pH, kWh.
    private static let prefixes: Set<String> = [
        "Mc", "Mac", "Fitz", "De", "Di", "Du", "La", "Le", "Lo", "Van", "Von", "Da", "Del", "Des",
        "O", "D", "L", "St", "Mk", "i", "e", "x", "d", "m", "k", "p", "n", "u", "j", "mac",
        "Bio", "Neo", "Ben", "Ab", "Abu", "Al", "El", "Ó", "Nic", "Ni", "Ap", "Mag", "J", "X", "Mi",
    ]

    /// Lower case: companies, products and languages that half the world's press writes about.
    private static let names: Set<String> = [
        "youtube", "linkedin", "whatsapp", "tiktok", "openai", "deepseek", "deepmind", "chatgpt",
        "github", "gitlab", "paypal", "facetime", "playstation", "javascript", "typescript",
        "postgresql", "mysql", "powerpoint", "onedrive", "sharepoint", "wordpress", "snapchat",
        "wechat", "mastercard", "blackberry", "macbook", "airbnb", "airpods", "homepod", "spacex",
        "starlink", "nasdaq", "fedex", "dreamworks", "healthcare", "buzzfeed", "huffpost",
        "techcrunch", "businessinsider", "harpercollins", "astrazeneca", "glaxosmithkline",
        "biontech", "pricewaterhousecoopers", "exxonmobil", "petrochina", "transcanada",
        "thyssenkrupp", "jpmorgan", "blackrock", "unicredit", "laliga", "easyjet", "lastpass",
        "doordash", "wework", "dropbox", "soundcloud", "hubspot", "salesforce", "servicenow",
        "crowdstrike", "datadog", "mongodb", "redhat", "opensuse", "freebsd", "openbsd", "netbsd",
        "libreoffice", "openoffice", "opensource", "webassembly", "graphql", "jquery", "vmware",
        "virtualbox", "bittorrent", "bitcoin", "coinbase", "metamask", "opensea", "deviantart",
        "imdb", "photoshop", "indesign", "quicktime", "itunes", "icloud", "ipad", "iphone", "ipod",
        "imac", "ios", "macos", "tvos", "ebay", "kindle", "lego", "mcdonald", "mcdonalds",
        "postscript", "latex", "bibtex", "fortran", "haskell", "scummvm", "stackoverflow",
        "duckduckgo", "protonmail", "linux", "autocad", "matlab", "scipy", "numpy", "pytorch",
        "tensorflow", "langchain", "llamaindex", "mistralai", "huggingface", "midjourney",
        "photobucket", "foxnews", "newsweek", "nbcnews", "abcnews", "cbsnews", "usatoday",
        "bbcnews", "skynews", "axelspringer", "prosieben", "mediamarkt", "carglass", "blablacar",
        "voestalpine", "leboncoin", "mediaset", "telecinco", "globonews", "cartoonnetwork",
        "nintendods", "gamecube", "gameboy", "battlenet", "starcraft", "warcraft", "minecraft",
        "webos", "watchos", "vkontakte", "rutube", "megafon", "novatek", "gosuslugi",
    ]
}
