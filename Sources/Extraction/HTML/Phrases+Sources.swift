/// What a text is made from: who helped, and what else there is to read.
extension Phrases {
    /// Who else of the house helped, at the end of a line of lower-case words.
    static func creditsHelp(_ line: String) -> Bool {
        endings.contains { line.hasSuffix($0) }
    }

    private static let endings = [
        "contributed to this report", "contributed to this story", "contributed to this article",
    ]

    /// A header over a list of the writer's own at the end of an encyclopedia's article.
    static func opensReferences(_ text: String) -> Bool {
        references.contains(Wording.words(text).joined(separator: " "))
    }

    private static let references = WordTable(
        "see also|further reading|siehe auch|voir aussi|véase también|ver também|vedi anche|zie ook|se även|см также"
    )
}
