/// Finds what an answer quotes, and whether it stands in the article.
enum Quotes {
    private static let pairs: [Unicode.Scalar: [Unicode.Scalar]] = [
        "\"": ["\""], "“": ["”"], "„": ["“", "”"], "«": ["»"], "»": ["«"], "「": ["」"], "『": ["』"],
        "”": ["”"],
    ]

    /// The quoted stretches of three words or more (six ideographs); shorter ones are terms, not quotations.
    static func found(in text: String) -> [String] {
        var quotes: [String] = []
        var inside = String.UnicodeScalarView()
        var closers: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if closers.contains(scalar) {
                let quote = String(inside)
                if quote.wordCount >= 3 { quotes.append(quote) }
                closers = []
                inside.removeAll()
            } else if closers.isEmpty, let ends = pairs[scalar] {
                closers = ends
                inside.removeAll()
            } else if !closers.isEmpty {
                inside.append(scalar)
            }
        }
        return quotes
    }

    /// Does it stand there, up to case, accents, punctuation and one letter in ten?
    static func stands(_ quote: String, in text: String) -> Bool {
        // Parts around an ellipsis may stand apart.
        let parts = quote.replacing("...", with: "…").split(separator: "…").map { letters($0) }
        let whole = letters(text.prefix(100_000))
        return parts.allSatisfy { part in
            part.count < 6 || contains(whole, part, errors: min(12, part.count / 10))
        }
    }

    private static func letters(_ text: Substring) -> [UInt32] {
        var out: [UInt32] = []
        for scalar in text.unicodeScalars {
            if scalar.properties.numericType == .decimal {
                out.append(scalar.value)
            } else if Terms.isIdeograph(scalar.value) {
                out.append(scalar.value)
            } else if let folded = Terms.fold(scalar.value) {
                out.append(folded.value)
                if folded.second != 0 { out.append(folded.second) }
            }
        }
        return out
    }

    /// Sellers' algorithm (1980): the best match of `part` anywhere in `text`, at most `errors` edits away.
    private static func contains(_ text: [UInt32], _ part: [UInt32], errors: Int) -> Bool {
        guard part.count <= text.count + errors else { return false }
        // Bounded work: a quotation is compared by its first letters only when it is very long.
        let part = part.prefix(400)
        var column = Array(0...part.count)
        for letter in text {
            var diagonal = column[0]
            for row in 1...part.count {
                let above = column[row]
                let same = part[row - 1] == letter ? 0 : 1
                column[row] = min(diagonal + same, above + 1, column[row - 1] + 1)
                diagonal = above
            }
            if column[part.count] <= errors { return true }
        }
        return false
    }
}
