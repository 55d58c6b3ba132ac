import LecternCore

/// One line of the page, ready to be drawn.
package struct Line: Equatable, Sendable {
    /// What the line is part of; decides its looks.
    package enum Kind: Equatable, Sendable {
        case title, meta
        case heading(level: Int)
        case body
        case quote
        case code
        case tableHeader, table, tableBorder
        case caption
        /// A row of a picture, from 0: blank here, for the picture to be drawn on.
        case picture(row: Int)
        case rule
        case note
        /// Space between blocks: no runs.
        case blank
    }
    package var kind: Kind
    /// Blank columns in front of the first run.
    package var indent: Int
    /// Columns at the left that belong to what the block stands in: indents, bars and markers, blanks included.
    package internal(set) var margin = 0
    package var runs: [Run]
    /// The part of the block's `text` that the line shows, in UTF-8 bytes; empty for lines of pure decoration.
    /// White space at which the line was broken belongs to the line before the break.
    package var range: Range<Int>
    /// It belongs to a paragraph that runs from right to left: it stands at the right, its runs as they are seen.
    package internal(set) var isRightToLeft = false

    package init(_ kind: Kind, indent: Int = 0, runs: [Run] = [], range: Range<Int> = 0..<0) {
        self.kind = kind
        self.indent = indent
        self.runs = runs
        self.range = range
    }

    /// Columns from the left edge of the measure to the end of the last run.
    package var columns: Int { indent + runs.reduce(0) { $0 + $1.columns } }
}

/// A stretch of a line in one style.
package struct Run: Equatable, Sendable {
    package var text: String
    package var columns: Int
    package var style: InlineStyle
    package var link: LinkID?
    package var note: NoteID?
    /// In a table that was turned into records: the column's header.
    package internal(set) var isLabel = false
    /// In code: what the stretch is.
    package internal(set) var codeWord: CodeWord?
    /// Embedding level of UAX #9: odd where the run goes from right to left.
    var level: Int8 = 0
    /// What is drawn instead of `text`, of as many columns: letters from right to left, in their joined forms.
    var drawn: String?
    /// Where the text stands in the block's `text`, UTF-8 bytes; nil for decoration (markers, borders,
    /// hyphens added at a break). Where it is not nil, `text` is that stretch of the block's text.
    package var source: Range<Int>?
    /// Drawn dim or in the marker's colour: bullets, quote bars, borders.
    package var isDecoration: Bool { source == nil }

    /// What stands on the screen, from the left.
    package var shown: String { drawn ?? text }
    /// The same where terminals turn and join letters by themselves: letters in reading order.
    package var written: String { level & 1 == 0 ? shown : text }

    /// Columns from the run's left edge that show a stretch of the block's text; empty where it shows none of it.
    package func columns(of range: Range<Int>) -> Range<Int> {
        guard let source, source.overlaps(range) else { return 0..<0 }
        let part = range.clamped(to: source)
        let before = String(text.utf8Slice(0..<(part.lowerBound - source.lowerBound))).columns
        let inside = String(
            text.utf8Slice(
                (part.lowerBound - source.lowerBound)..<(part.upperBound - source.lowerBound))
        ).columns
        let start = level & 1 == 1 ? max(0, columns - before - inside) : before
        return start..<(start + inside)
    }

    package init(
        _ text: String, columns: Int, style: InlineStyle = [], link: LinkID? = nil,
        note: NoteID? = nil, source: Range<Int>? = nil
    ) {
        self.text = text
        self.columns = columns
        self.style = style
        self.link = link
        self.note = note
        self.source = source
    }
}
