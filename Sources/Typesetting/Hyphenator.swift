import CHyphen
import LecternCore
import Synchronization

/// Divides the words of one language by its patterns (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983).
final class Hyphenator: Sendable {
    /// libhyphen's patterns, which nothing changes once they are loaded.
    private nonisolated(unsafe) let patterns: UnsafeMutableRawPointer

    private init(_ patterns: UnsafeMutableRawPointer) { self.patterns = patterns }

    /// Where Debian's packages `hyphen-*` put the patterns.
    private static let folder = "/usr/share/hyphen"

    private static let known = Mutex<[String: Hyphenator?]>([:])

    /// The one for a BCP 47 tag; nil without libhyphen or without patterns for the language.
    static func of(_ language: String?) -> Hyphenator? {
        guard let language, !language.isEmpty, language.utf8.count <= 20,
            language.utf8.allSatisfy({ $0.isTagByte })
        else { return nil }
        return known.withLock { known in
            if let hyphenator = known[language] { return hyphenator }
            let hyphenator = names(of: language).lazy
                .compactMap { lec_hyphen_load("\(folder)/hyph_\($0).dic") }.first
                .map { Hyphenator($0) }
            known[language] = .some(hyphenator)
            return hyphenator
        }
    }

    /// Names of the files to try, the closest first: `pt-BR` is `pt_BR`, then `pt`, then the country most people
    /// write it in.
    private static func names(of language: String) -> [String] {
        let parts = language.split(separator: "-").map(String.init)
        let name = parts[0].lowercased()
        let countries = [
            "en": "US", "pt": "PT", "de": "DE", "sr": "Latn", "cs": "CZ", "da": "DK", "el": "GR",
            "uk": "UA", "sv": "SE", "nb": "NO", "nn": "NO",
        ]
        var names = parts.dropFirst().filter { $0.utf8.count == 2 }
            .map { "\(name)_\($0.uppercased())" }
        names.append(name)
        names.append("\(name)_\(countries[name] ?? name.uppercased())")
        return names
    }

    /// Letters of the shortest word that is divided (with 2 before and 3 behind, as TeX does for English).
    static let shortest = 5
    /// Letters of the longest: it is an address or a formula.
    private static let longest = 60

    /// Byte offsets into a word at which it may be divided, in order. The word is letters and nothing else.
    func divisions(of word: Substring) -> [Int] {
        let letters = Array(word.unicodeScalars)
        guard letters.count >= Hyphenator.shortest, letters.count <= Hyphenator.longest else {
            return []
        }
        let lower = word.lowercased()
        // Letters with marks of their own are spelled as the patterns do not expect.
        guard word.count == letters.count, lower.unicodeScalars.count == letters.count else {
            return []
        }
        var breaks = [UInt8](repeating: 0, count: letters.count)
        guard lec_hyphen_divide(patterns, lower, Int32(letters.count), &breaks) != 0 else {
            return []
        }
        var found: [Int] = []
        var offset = 0
        for (index, letter) in letters.enumerated() {
            offset += UTF8.width(letter)
            if index > 0, index + 2 < letters.count, breaks[index] != 0 { found.append(offset) }
        }
        return found
    }
}

extension UInt8 {
    /// May stand in a language tag.
    fileprivate var isTagByte: Bool {
        (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || self == 0x2D
            || (0x30...0x39).contains(self)
    }
}
