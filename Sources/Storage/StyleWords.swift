import Drawing

/// Reads the value of a role: `"accent on shade bold"`.
///
/// First the foreground, then `on` and the background, then attributes; each may be left out. A colour is a
/// name of the palette, `#rrggbb`, one of the 16 names of the terminal, a number from 0 to 255, or `default`.
struct StyleWords {
    let palette: [String: Color]

    enum Failure: Error, Equatable {
        /// The word, and the closest one that would be right.
        case unknown(String, nearest: String?)
        /// The word stands where no colour may.
        case misplaced(String)
    }

    func style(_ text: String) throws(Failure) -> Style {
        var style = Style()
        var sawForeground = false
        var sawBackground = false
        var sawAttribute = false
        var words = text.split { StyleWords.isBlank($0) }.map(String.init)[...]
        while let word = words.popFirst() {
            if let attribute = StyleWords.attributes[word] {
                style.attributes.insert(attribute)
                sawAttribute = true
            } else if word == "on" {
                guard !sawBackground, !sawAttribute, let name = words.popFirst() else {
                    throw .misplaced(word)
                }
                style.background = try color(name)
                sawBackground = true
            } else {
                let color = try color(word)
                guard !sawForeground, !sawBackground, !sawAttribute else {
                    throw .misplaced(word)
                }
                style.foreground = color
                sawForeground = true
            }
        }
        return style
    }

    func color(_ word: String) throws(Failure) -> Color {
        if let named = palette[word] { return named }
        if let plain = StyleWords.color(word) { return plain }
        throw .unknown(
            word,
            nearest: nearest(
                to: word,
                among: Array(palette.keys).sorted() + StyleWords.names
                    + Array(StyleWords.attributes.keys).sorted()))
    }

    /// A colour that needs no palette; nil for any other word.
    static func color(_ word: String) -> Color? {
        if word == "default" { return .standard }
        if let index = names.firstIndex(of: word) { return .indexed(UInt8(index)) }
        if word.first == "#", word.utf8.count == 7, word.dropFirst().allSatisfy(\.isHexDigit) {
            return UInt32(word.dropFirst(), radix: 16).map { .rgb($0) }
        }
        if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return UInt8(word).map { .indexed($0) }
        }
        return nil
    }

    /// May a palette not give a colour this name? The terminal's 16 names may be redefined.
    static func isTaken(_ name: String) -> Bool {
        name == "on" || name.isEmpty || name.contains { isBlank($0) }
            || attributes[name] != nil || (color(name) != nil && !names.contains(name))
    }

    private static func isBlank(_ character: Character) -> Bool {
        character == " " || character == "\t" || character == "\n"
    }

    static let attributes: [String: Attributes] = [
        "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline,
        "reverse": .reverse,
    ]

    /// The 16 colours that every terminal names, in the order of their numbers.
    static let names = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
        "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue",
        "bright-magenta", "bright-cyan", "bright-white",
    ]
}
