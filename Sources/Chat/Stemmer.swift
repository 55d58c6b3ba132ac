import CStemmer

/// Cuts the endings off words by the rules of their language (Snowball, Porter 2001), so that a question's
/// `measured` finds the article's `measures`. For one thread at a time.
final class Stemmer {
    private let rules: UnsafeMutableRawPointer
    /// Hashes of stems by the hash of the word: a text has few different words.
    private var known: [UInt64: UInt64] = [:]

    /// nil for a language without rules, or where the library is not installed.
    init?(language: String?) {
        guard
            let first = language?.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
                .first,
            let rules = lec_stemmer(Stemmer.names[String(first)] ?? String(first))
        else { return nil }
        self.rules = rules
    }

    deinit { lec_stemmer_free(rules) }

    /// FNV-1a of the folded stem of `letters`, a word in lower case; `whole` is the hash of the folded word.
    func hash(of letters: [UInt8], whole: UInt64) -> UInt64 {
        if let hash = known[whole] { return hash }
        let hash = stemHash(letters) ?? whole
        known[whole] = hash
        return hash
    }

    private func stemHash(_ letters: [UInt8]) -> UInt64? {
        // No word of a language is as long; what a hostile page calls one is compared as it is.
        guard letters.count <= 200 else { return nil }
        var length: Int32 = 0
        let stem = letters.withUnsafeBufferPointer {
            lec_stem(rules, $0.baseAddress, Int32($0.count), &length)
        }
        guard let stem, length > 0 else { return nil }
        var hash = FNV()
        let bytes = UnsafeBufferPointer(start: stem, count: Int(length))
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            guard let folded = Terms.fold(scalar.value) else {
                hash.feed(scalar.value)
                continue
            }
            hash.feed(folded.value)
            if folded.second != 0 { hash.feed(folded.second) }
        }
        return hash.value
    }

    /// Tags that the library knows by another name.
    private static let names = ["nb": "no", "nn": "no"]
}
