import LecternCore

/// How a page is to be set: its width, and what the reader wants of its lines.
package struct Format: Equatable, Sendable {
    /// Width of the text in columns, at least 10.
    package var measure: Int
    /// Columns that a table may take when the measure is too narrow for it, at least `measure`. Such lines begin
    /// left of the text: their indent is negative.
    package var breadth: Int
    /// Lines end at one edge, blanks between words being widened.
    package var justifies = false
    /// Words are divided by the patterns of their language, where those are installed.
    package var hyphenates = false
    /// Lines of code stay whole however long they are, and are looked at by scrolling sideways; else what is too
    /// long goes on in the next line.
    package var keepsCode = false

    package init(measure: Int, breadth: Int = 0) {
        self.measure = min(max(10, measure), 10_000)
        self.breadth = max(self.measure, min(breadth, 10_000))
    }

    /// The manner in which an article's text is set in this format.
    func manner(language: String?) -> Manner {
        Manner(
            justifies: justifies, hyphenator: hyphenates ? Hyphenator.of(language) : nil,
            keepsCode: keepsCode)
    }
}

/// What the setters of blocks and paragraphs need to know beside the measure.
struct Manner {
    var justifies = false
    var hyphenator: Hyphenator?
    var keepsCode = false

    /// Ragged and undivided, as headers and captions are always set.
    static let plain = Manner()
}
