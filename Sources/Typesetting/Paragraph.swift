import LecternCore

/// Breaks a text into lines and dresses them with its styles.
///
/// Invariants, for every text and every measure from 4 columns on:
/// 1. No line is wider than the measure.
/// 2. The lines' ranges tile the text: each starts where the one before ends, from 0 to the end.
/// 3. The text of a run is the stretch of the text that its source names.
/// 4. What is in a line's range and in none of its runs is white space at the line's end or a line break.
struct Paragraph {
    let text: RichText
    let measure: Int
    var manner = Manner.plain
    /// Added to every offset: where the text stands in its block's text.
    var base = 0

    init(_ text: RichText, measure: Int, _ manner: Manner = .plain, base: Int = 0) {
        self.text = text
        self.manner = manner
        self.measure = min(max(4, measure), 10_000)
        self.base = base
    }

    /// The lines' contents and ranges, at least one: an empty text is one empty line.
    func lines(_ kind: Line.Kind) -> [Line] {
        var setting = ParagraphSetting(self, kind)
        while !setting.isDone { setting.setMore() }
        return setting.lines
    }

    /// Brackets around the marks of footnotes, and a caret before digits that have no raised form: what tells them
    /// from the word they follow.
    fileprivate func additions(to bytes: borrowing Swift.Span<UInt8>) -> [Addition] {
        var found: [Addition] = []
        for span in text.spans where span.note != nil || span.style.contains(.superscript) {
            guard span.range.upperBound <= bytes.count, !span.range.isEmpty else { continue }
            let isMark = span.note != nil || span.link != nil
            var isPlain = true
            for index in span.range {
                let byte = bytes[index]
                isPlain = isPlain && (isMark ? byte.isWord : byte.isDigitOrSign)
            }
            guard isPlain else { continue }
            if isMark {
                found.append(
                    Addition(offset: span.range.lowerBound, text: "[", opens: true, span: span))
                found.append(
                    Addition(offset: span.range.upperBound, text: "]", opens: false, span: span))
            } else if span.range.lowerBound > 0, bytes[span.range.lowerBound - 1] > 0x20 {
                found.append(
                    Addition(offset: span.range.lowerBound, text: "^", opens: true, span: span))
            }
        }
        return found
    }
}

/// A paragraph that is being set, a window of pieces at a time, so that the first lines of an endless one are there at
/// once.
struct ParagraphSetting {
    /// The lines so far; all of them when `isDone`.
    private(set) var lines: [Line] = []
    private(set) var isDone = false
    private let paragraph: Paragraph
    private let kind: Line.Kind
    private let text: String
    private let bidi: Bidi?
    private let division: Division?
    private var cutter: PieceCutter
    private var fitting: Fitting
    private var dresser: Dresser
    private var pieces: [Piece] = []
    private var limit = ParagraphSetting.window

    /// Pieces that are looked at together; a longer paragraph is broken window by window, which costs its last
    /// lines' looks but keeps time linear and memory bounded.
    private static let window = 1_000

    /// - Parameter space: lines above the first one.
    init(_ paragraph: Paragraph, _ kind: Line.Kind, below space: [Line] = []) {
        lines = space
        self.paragraph = paragraph
        self.kind = kind
        var text = paragraph.text.text
        text.makeContiguousUTF8()
        self.text = text
        let additions = paragraph.additions(to: text.utf8Span.span)
        let manner = paragraph.manner
        bidi = Bidi(text)
        division = manner.hyphenator.map { Division($0, paragraph.text) }
        cutter = PieceCutter(
            measure: paragraph.measure, additions: additions, division: division)
        fitting = Fitting(measure: paragraph.measure, justifies: manner.justifies)
        dresser = Dresser(paragraph.text.spans, additions, base: paragraph.base)
    }

    /// Sets the next window; does nothing when all is set.
    mutating func setMore() {
        guard !isDone else { return }
        let text = text
        let bytes = text.utf8Span.span
        let known = pieces.count
        cutter.cut(bytes, into: &pieces, limit: limit)
        division?.divide(&pieces, from: known)
        let ends = cutter.isDone || pieces.last?.ending == .must && pieces.count > known
        guard !pieces.isEmpty else { return finish(bytes.count) }
        let cuts = fitting.cuts(of: pieces, isEnd: ends)
        let kept = ends ? cuts.count : max(0, cuts.count - 3)
        for cut in cuts[..<kept] { add(cut) }
        if ends {
            pieces.removeAll(keepingCapacity: true)
            limit = ParagraphSetting.window
        } else {
            let start = cuts[kept].start
            pieces.removeFirst(pieces.firstIndex { $0.start == start } ?? 0)
            limit = max(ParagraphSetting.window, pieces.count * 2)
        }
        if cutter.isDone { finish(bytes.count) }
    }

    private mutating func add(_ cut: Cut) {
        let measure = paragraph.measure
        let base = paragraph.base
        var line = dresser.line(kind, cut, text)
        if paragraph.manner.justifies, !cut.isLast {
            line.runs = Justification.justify(
                line.runs, gaps: cut.gaps.map { $0 + base }, left: measure - line.columns,
                isLeft: lines.count % 2 == 0)
        }
        if let bidi {
            line.runs = bidi.ordered(line.runs, base: base)
            line.isRightToLeft = bidi.isRightToLeft
            if bidi.isRightToLeft { line.indent = max(0, measure - line.columns) }
        }
        lines.append(line)
    }

    private mutating func finish(_ count: Int) {
        isDone = true
        if let last = lines.last {
            lines[lines.count - 1].range = last.range.lowerBound..<(paragraph.base + count)
        }
    }
}

/// Makes runs of a paragraph's bytes, from the first to the last line.
private struct Dresser {
    private let spans: [LecternCore.Span]
    private let additions: [Addition]
    private let base: Int
    private var span = 0
    private var addition = 0

    init(_ spans: [LecternCore.Span], _ additions: [Addition], base: Int) {
        self.spans = spans
        self.additions = additions
        self.base = base
    }

    /// The next line. Lines must be asked for in their order.
    mutating func line(_ kind: Line.Kind, _ cut: Cut, _ text: String) -> Line {
        var runs: [Run] = []
        var start = cut.start
        while start < cut.contentEnd {
            while span < spans.count, spans[span].range.upperBound <= start { span += 1 }
            var end = cut.contentEnd
            var looks: LecternCore.Span?
            if span < spans.count {
                if spans[span].range.lowerBound <= start {
                    looks = spans[span]
                    end = min(end, spans[span].range.upperBound)
                } else {
                    end = min(end, spans[span].range.lowerBound)
                }
            }
            add(&runs, upTo: start, opens: true)
            let words = String(text.utf8Slice(start..<end))
            runs.append(
                Run(
                    words, columns: words.columns, style: looks?.style ?? [], link: looks?.link,
                    note: looks?.note, source: (base + start)..<(base + end)))
            add(&runs, upTo: end, opens: false)
            start = end
        }
        if cut.hyphen {
            let last = runs.last
            runs.append(
                Run("-", columns: 1, style: last?.style ?? [], link: last?.link, note: last?.note))
        }
        return Line(kind, runs: runs, range: (base + cut.start)..<(base + cut.end))
    }

    private mutating func add(_ runs: inout [Run], upTo offset: Int, opens: Bool) {
        while addition < additions.count, additions[addition].offset <= offset,
            additions[addition].opens == opens
        {
            let added = additions[addition]
            runs.append(
                Run(
                    added.text, columns: added.text.columns, style: added.span.style,
                    link: added.span.link, note: added.span.note))
            addition += 1
        }
    }
}

extension UInt8 {
    /// An ASCII letter or digit.
    fileprivate var isWord: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
    /// A digit, `+`, `-`, `.` or `,`.
    fileprivate var isDigitOrSign: Bool {
        (0x30...0x39).contains(self) || (0x2B...0x2E).contains(self)
    }
}
