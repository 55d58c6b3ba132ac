/// Estimates how many tokens a model makes of a text, on the safe side.
///
/// Latin letters are counted as 3 to a token (English comes to about 4 with today's vocabularies, other
/// languages less), Cyrillic, Greek, Arabic and Hebrew as 2, everything else as 1; digits and punctuation
/// as 2. `ChatOptions.tokenScale` corrects it once a server has counted.
package enum Tokens {
    package static func estimate(_ text: some StringProtocol) -> Int {
        Int((weight(text) + 0.5).rounded(.down))
    }

    static func weight(_ text: some StringProtocol) -> Double {
        var sixths = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20, 0x41...0x5A, 0x61...0x7A: sixths += 2
            case 0..<0x80: sixths += 3
            case 0x80..<0x0250: sixths += 4
            case 0x0300..<0x0370: sixths += 3
            case 0x0370..<0x0780: sixths += 3
            case 0x2000..<0x2070: sixths += 3
            case 0x1F000...: sixths += 12
            default: sixths += 6
            }
        }
        return Double(sixths) / 6
    }
}
