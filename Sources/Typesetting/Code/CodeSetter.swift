import LecternCore

/// Sets code: every line as it stands, tabs expanded. What is too long for the measure stays in its line, to be
/// scrolled to, or is continued on the next line behind a mark, as the manner says.
///
/// The text of a line is its range less the line break; a tab is a run of blanks without source.
struct CodeSetter {
    let measure: Int
    /// Lines may be longer than the measure.
    var keepsLines = false

    /// Blank columns at the left that set code off, where no line has to be continued for them.
    private static let indent = 2

    /// Columns between tab stops.
    private static let tab = 4
    /// In front of what continues a line.
    private static let continuation = "↪ "
    /// Columns of the longest line that is kept whole: nobody scrolls through more, and drawing costs its length.
    static let longest = 2_000

    /// Told by their looks are at most so many bytes: what is longer is data.
    private static let longestTold = 1_000_000

    func lines(_ text: RichText, language: String? = nil) -> [Line] {
        var code = text.text
        code.makeContiguousUTF8()
        let spans =
            code.utf8.count <= CodeSetter.longestTold
            ? CodeLexer.spans(in: code, language: language) : []
        let bytes = code.utf8Span.span
        let fits = CodeSetter.fits(bytes, in: measure - CodeSetter.indent)
        let indent = fits || keepsLines && measure >= 20 ? CodeSetter.indent : 0
        var composer = CodeComposer(
            code: code, spans: spans, links: text.spans.filter { $0.link != nil }, indent: indent,
            measure: keepsLines ? max(CodeSetter.longest, measure) : measure - indent)
        while composer.offset < bytes.count {
            let glyph = Ruler.step(bytes, at: composer.offset)
            switch glyph.base {
            case "\n": composer.breakLine(at: glyph.end)
            case "\t": composer.tab(to: glyph.end, stops: CodeSetter.tab)
            default: composer.take(glyph, continuation: CodeSetter.continuation)
            }
        }
        composer.finish()
        return composer.lines
    }

    /// Does every line fit, its tabs expanded?
    private static func fits(_ bytes: borrowing Swift.Span<UInt8>, in measure: Int) -> Bool {
        var columns = 0
        var offset = 0
        while offset < bytes.count {
            let glyph = Ruler.step(bytes, at: offset)
            switch glyph.base {
            case "\n": columns = 0
            case "\t": columns += tab - columns % tab
            default: columns += glyph.columns
            }
            if columns > measure { return false }
            offset = glyph.end
        }
        return true
    }
}

/// Makes runs and lines of code, glyph by glyph.
private struct CodeComposer {
    private let code: String
    private let indent: Int
    private let measure: Int
    private let spans: [CodeSpan]
    private let links: [LecternCore.Span]
    private(set) var lines: [Line] = []
    private(set) var offset = 0
    private var line: Line
    private var start = 0
    private var columns = 0
    private var runStart = 0
    private var runColumns = 0
    private var span = 0
    private var link = 0
    /// Where the looks change next.
    private var boundary = 0

    init(
        code: String, spans: [CodeSpan], links: [LecternCore.Span], indent: Int, measure: Int
    ) {
        self.code = code
        self.spans = spans
        self.links = links
        self.indent = indent
        self.measure = measure
        line = Line(.code, indent: indent)
        boundary = nextBoundary()
    }

    /// The word that the open run is part of.
    private var word: CodeWord? {
        span < spans.count && spans[span].range.lowerBound <= runStart ? spans[span].word : nil
    }

    private mutating func endRun() {
        if runStart < offset {
            var run = Run(
                String(code.utf8Slice(runStart..<offset)), columns: runColumns,
                source: runStart..<offset)
            run.codeWord = word
            if link < links.count, links[link].range.lowerBound <= runStart {
                run.link = links[link].link
            }
            line.runs.append(run)
        }
        runStart = offset
        runColumns = 0
    }

    private mutating func endLine(at end: Int) {
        line.range = start..<end
        lines.append(line)
        line = Line(.code, indent: indent)
        start = end
        columns = 0
    }

    mutating func breakLine(at end: Int) {
        meetBoundary()
        endRun()
        skip(to: end)
        endLine(at: end)
    }

    mutating func tab(to end: Int, stops: Int) {
        meetBoundary()
        let gap = min(stops - columns % stops, measure)
        makeRoom(for: gap, continuation: "")
        endRun()
        line.runs.append(.decoration("", padded: gap))
        columns += gap
        skip(to: end)
    }

    mutating func take(_ glyph: Ruler.Step, continuation: String) {
        meetBoundary()
        makeRoom(for: glyph.columns, continuation: continuation)
        columns += glyph.columns
        runColumns += glyph.columns
        offset = glyph.end
    }

    mutating func finish() {
        endRun()
        endLine(at: offset)
    }

    private mutating func skip(to end: Int) {
        offset = end
        runStart = end
    }

    private mutating func meetBoundary() {
        guard offset >= boundary else { return }
        endRun()
        while span < spans.count, spans[span].range.upperBound <= offset { span += 1 }
        while link < links.count, links[link].range.upperBound <= offset { link += 1 }
        boundary = nextBoundary()
    }

    /// Where the next word or link begins or ends behind the offset.
    private func nextBoundary() -> Int {
        func edge(_ range: Range<Int>) -> Int {
            range.lowerBound > offset ? range.lowerBound : range.upperBound
        }
        let ofWord = span < spans.count ? edge(spans[span].range) : .max
        let ofLink = link < links.count ? edge(links[link].range) : .max
        return min(ofWord, ofLink)
    }

    private mutating func makeRoom(for more: Int, continuation: String) {
        guard columns + more > measure else { return }
        endRun()
        endLine(at: offset)
        if measure >= 12, !continuation.isEmpty {
            line.runs = [.decoration(continuation)]
            columns = 2
        }
    }
}
