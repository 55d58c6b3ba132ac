import LecternCore
import Typesetting

/// An article on the screen, and where the reader is in it.
package struct Page: Equatable, Sendable {
    package let article: Article
    package let source: Source
    let bearings: Bearings
    /// Its title and site, for the status line.
    let caption: String
    package internal(set) var layout: Layout
    /// The line at the top of the screen.
    package var top: Spot { didSet { eye = nil } }
    /// Columns that code is scrolled sideways.
    package internal(set) var shift = 0
    /// What is to be brought into view sideways, if it stands in code.
    var sought: Lit?
    /// Lines of the screen it was last shown on; 0 before it was.
    var rows = 0
    /// The top of the screen behind which a screenful was set before it was wanted; nil when none was.
    var topSetAhead: Spot?
    /// The words that the last change of measure kept in view, until the reader moves on.
    var eye: Eye?
    /// Index into `bearings.links` of the link that `]` and `[` have reached.
    var selectedPlace: Int?
    package var search: Search?
    /// Marks by their letter; `'` is the place before the last jump.
    package var marks: [Character: Anchor] = [:]
    /// The stretch that a citation lights up.
    package var lit: Lit?
    /// Places that links, footnotes and citations were followed from, oldest first, and those that `back` has left.
    var behind: [Anchor] = []
    var ahead: [Anchor] = []
    /// The places that jumps have left.
    var jumps = Jumps()
    /// Which of the articles that the page before recommends this is; nil: it was reached otherwise.
    var relatedIndex: Int?
    package var conversation = Conversation()
    /// The contents beside the page; nil until they were opened there.
    var contents: Picker?
    /// How the source was read; nil where nobody said.
    package var report: Report?
    /// Which part of the source this is.
    package var part = PagePart.candidate(0)
    /// What is still to come of its text; nil when all of it is here.
    package internal(set) var rest: Rest?

    /// - Parameter bearings: what is known of the article already.
    package init(
        _ article: Article, source: Source, format: Format, bearings: Bearings? = nil
    ) {
        self.article = article
        self.source = source
        let site = article.site ?? Page.address(of: article, from: source)?.host
        caption = article.title + (site.map { " · " + $0 } ?? "")
        let bearings = bearings ?? Bearings(article)
        self.bearings = bearings
        layout = Layout(article, format, minutes: bearings.minutes)
        top = .start
    }

    /// What `]`, `[` or a click have reached.
    package var selected: Target? { selectedPlace.map { bearings.links[$0].target } }

    package static func == (one: Page, other: Page) -> Bool {
        one.article == other.article && one.source == other.source && one.top == other.top
            && one.layout.format == other.layout.format && one.shift == other.shift
            && one.selectedPlace == other.selectedPlace
            && one.search == other.search && one.marks == other.marks && one.lit == other.lit
            && one.behind == other.behind && one.ahead == other.ahead
            && one.conversation == other.conversation && one.report == other.report
            && one.part == other.part && one.contents == other.contents
            && one.jumps == other.jumps && one.relatedIndex == other.relatedIndex
            && one.rest == other.rest
    }
}

/// A line on a page: a block (-1 is the head of the page, `blocks.count` its foot) and a line in it.
package struct Spot: Comparable, Hashable, Sendable {
    package var block: Int
    package var line: Int

    package init(block: Int, line: Int) {
        self.block = block
        self.line = line
    }

    /// The first line of any page.
    package static let start = Spot(block: -1, line: 0)

    package static func < (one: Spot, other: Spot) -> Bool {
        (one.block, one.line) < (other.block, other.line)
    }
}

/// A stretch of a block that is lit up.
package struct Lit: Equatable, Sendable {
    package var block: Int
    /// UTF-8 bytes into the block's text.
    package var range: Range<Int>

    package init(block: Int, range: Range<Int>) {
        self.block = block
        self.range = range
    }

    /// What a search has found.
    init(_ match: Match) {
        self.init(block: match.block, range: match.range)
    }
}
