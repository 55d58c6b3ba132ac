import Chat
import Drawing
import LecternCore
import Typesetting

/// One line of the pane, set and ready to be drawn.
struct PaneLine: Equatable, Sendable {
    /// What the line is part of; decides its looks.
    enum Part: Equatable, Sendable {
        case question, label, thinkingHead, thinking, answer, note, error, blank
        /// What the looks of citations say, in those looks.
        case legend(PaneCitation.Look)
    }
    var part: Part
    var line: Line
    /// The citations in it, from left to right.
    var citations: [Piece] = []

    /// A citation, or the part of one that stands on this line.
    struct Piece: Equatable, Sendable {
        /// Which one of its answer, from 0.
        var ordinal: Int
        /// Columns from the left edge of the text.
        var columns: Range<Int>
    }

    static let blank = PaneLine(part: .blank, line: Line(.blank))

    /// A text of one style as lines, the second and further ones indented like the first's words.
    static func lines(_ text: String, _ part: Part, mark: String = "", measure: Int) -> [PaneLine] {
        let indent = mark.columns
        let set = typeset(RichText(text), measure: max(2, measure - indent))
        return set.enumerated().map { index, line in
            var line = line
            line.indent += indent
            if index == 0, !mark.isEmpty {
                line.indent -= indent
                line.runs.insert(Run(mark, columns: indent), at: 0)
            }
            return PaneLine(part: part, line: line)
        }
    }
}

/// A text that may still grow, set to a measure: only its last block is set again when more has come.
struct PaneText: Sendable {
    private let part: PaneLine.Part
    private(set) var measure = 0
    /// Every block so far; the open ones are the last `openBlocks`.
    private var blocks: [Block] = []
    private var openBlocks = 0
    private(set) var closed: [PaneLine] = []
    private(set) var open: [PaneLine] = []
    /// Bytes of the text that the closed blocks cover, and that were seen.
    private var closedBytes = 0
    private var seenBytes = -1
    private var wasGrowing = true
    /// Citations in the closed blocks, and in all.
    private var closedMarks: [CitationMark] = []
    private var openMarks: [CitationMark] = []

    /// A block longer than this many bytes is cut, so that a token never costs more than setting as much.
    private static let longestBlock = 6_000

    init(_ part: PaneLine.Part) { self.part = part }

    var count: Int { closed.count + open.count }

    subscript(index: Int) -> PaneLine {
        index < closed.count ? closed[index] : open[index - closed.count]
    }

    /// The citations in reading order.
    var marks: [CitationMark] { closedMarks + openMarks }

    /// Those from an index on that will change no more, then those that may.
    func marks(from first: Int) -> (settled: ArraySlice<CitationMark>, open: [CitationMark]) {
        (closedMarks[min(first, closedMarks.count)...], openMarks)
    }

    /// Takes in what the text has become: it was longer never before, or it is another text.
    mutating func set(_ text: String, measure: Int, isGrowing: Bool) {
        let bytes = text.utf8.count
        // At the end all is set once more: what came late may have changed the list it belongs to.
        if measure != self.measure || bytes < seenBytes || isGrowing != wasGrowing {
            self = PaneText(part)
            self.measure = measure
        }
        guard bytes != seenBytes else { return }
        seenBytes = bytes
        wasGrowing = isGrowing
        blocks.removeLast(openBlocks)
        let tail = text.utf8Slice(closedBytes..<bytes)
        let pieces = cut(pieces(of: tail, isGrowing: isGrowing), tail: tail, isGrowing: isGrowing)
        let firstNew = blocks.count
        blocks += pieces.map(\.block)
        let isClosing = pieces.count > 1
        for index in pieces.indices.dropLast() where isClosing {
            let set = set(firstNew + index, marksBefore: closedMarks.count)
            closed += set.lines
            closedMarks += set.marks
        }
        if isClosing, let last = pieces.last { closedBytes += last.start }
        openBlocks = pieces.isEmpty ? 0 : 1
        let last = pieces.isEmpty ? ([], []) : set(blocks.count - 1, marksBefore: closedMarks.count)
        open = last.0
        openMarks = last.1
    }

    private func pieces(of tail: Substring, isGrowing: Bool) -> [PaneMarkdown.Piece] {
        guard part == .thinking else {
            return PaneMarkdown.blocks(of: tail, isOpen: isGrowing)
        }
        var offset = 0
        var pieces: [PaneMarkdown.Piece] = []
        for line in tail.split(separator: "\n", omittingEmptySubsequences: false) {
            if !line.allSatisfy(\.isWhitespace) {
                pieces.append(
                    .init(start: offset, block: Block(.paragraph(RichText(String(line))))))
            }
            offset += line.utf8.count + 1
        }
        return pieces
    }

    /// Cuts an endless last block in two, at a blank if there is one.
    private func cut(
        _ pieces: [PaneMarkdown.Piece], tail: Substring, isGrowing: Bool
    ) -> [PaneMarkdown.Piece] {
        guard let last = pieces.last else { return pieces }
        let length = tail.utf8.count - last.start
        guard length > PaneText.longestBlock else { return pieces }
        let text = String(String(tail).utf8Slice(last.start..<tail.utf8.count))
        var cut: [PaneMarkdown.Piece] = []
        var start = 0
        while length - start > PaneText.longestBlock {
            let part = text.utf8Slice(start..<(start + PaneText.longestBlock))
            let end = part.lastIndex { $0 == " " || $0 == "\n" } ?? part.endIndex
            let words = part[..<end].isEmpty ? part : part[..<end]
            guard !words.isEmpty else { break }
            cut.append(
                .init(
                    start: last.start + start,
                    block: Block(.paragraph(RichText(String(words))), in: last.block.containers)))
            start += words.utf8.count
        }
        let rest = String(text.utf8Slice(start..<length))
        cut.append(
            .init(
                start: last.start + start,
                block: Block(
                    .paragraph(PaneInline.text(of: rest, isOpen: isGrowing)),
                    in: last.block.containers)))
        return pieces.dropLast() + cut
    }

    private func set(_ index: Int, marksBefore: Int) -> (lines: [PaneLine], marks: [CitationMark]) {
        let lines = typeset(index, of: blocks, measure: measure)
        guard part == .answer else {
            return (lines.map { PaneLine(part: $0.runs.isEmpty ? .blank : part, line: $0) }, [])
        }
        let marks = Citations.marks(in: blocks[index].text)
        return (
            lines.map { line in
                PaneLine(
                    part: part, line: line,
                    citations: line.pieces(of: marks, from: marksBefore))
            }, marks
        )
    }
}

extension Line {
    /// Where the stretches of the block's text stand on this line; the first mark counts `from`.
    fileprivate func pieces(of marks: [CitationMark], from first: Int) -> [PaneLine.Piece] {
        guard !marks.isEmpty else { return [] }
        var pieces: [PaneLine.Piece] = []
        var column = indent
        for run in runs {
            defer { column += run.columns }
            guard let source = run.source else { continue }
            for (index, mark) in marks.enumerated() where mark.range.overlaps(source) {
                let part = run.columns(of: mark.range)
                let columns = (column + part.lowerBound)..<(column + part.upperBound)
                if let last = pieces.last, last.ordinal == first + index,
                    last.columns.upperBound == columns.lowerBound
                {
                    pieces[pieces.count - 1].columns = last.columns.lowerBound..<columns.upperBound
                } else {
                    pieces.append(.init(ordinal: first + index, columns: columns))
                }
            }
        }
        return pieces
    }
}
