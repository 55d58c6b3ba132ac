import Chat
import LecternCore

extension Article {
    /// An article from lines: `# ` begins a header, anything else is a paragraph.
    static func of(_ title: String, language: String? = "en", _ lines: [String]) -> Article {
        Article(
            title: title, language: language,
            blocks: lines.map { line in
                if line.hasPrefix("# ") {
                    return Block(.heading(level: 2, RichText(String(line.dropFirst(2)))))
                }
                return Block(.paragraph(RichText(line)))
            })
    }

    static let tides = Article.of(
        "Why the sea comes and goes",
        [
            "Twice a day the sea rises and falls, and on some coasts the water climbs more than twelve metres.",
            "# The pull",
            "The moon pulls the near ocean more strongly than the far one. The difference raises two bulges.",
            "Anna Lindqvist measured 14.3 metres at Burntcoat Head in 1869.",
            "# The delay",
            "Continents stand in the way, so high water arrives late in most harbours.",
        ])

    /// `sections` headers, each with `paragraphs` paragraphs of 40 words.
    static func long(sections: Int, paragraphs: Int) -> Article {
        var lines: [String] = []
        for section in 1...sections {
            lines.append("# Section \(section)")
            for paragraph in 1...paragraphs {
                let words = (1...38).map { "word\(($0 * 7 + section * 3 + paragraph) % 50)" }
                lines.append("Topic \(section) " + words.joined(separator: " ") + ".")
            }
        }
        return .of("A long one", lines)
    }
}
