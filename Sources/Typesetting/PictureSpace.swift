import LecternCore

/// What a figure has on the page beside its words.
package enum PictureSpace: Equatable, Sendable {
    /// The picture: so many columns and rows above its words, as lines of their own.
    case picture(columns: Int, rows: Int)
    /// A word about the picture behind its sign: that it is coming, or why it is not.
    case word(String)
}

extension Layout {
    /// Columns that the picture of a figure may take.
    package func room(forPicture block: Int) -> Int {
        guard article.blocks.indices.contains(block) else { return measure }
        let blocks = article.blocks
        guard !blocks[block].containers.isEmpty else { return measure }
        return max(1, measure - Margin(of: block, in: blocks, measure: measure).columns)
    }
}

/// The picture's lines, then its sign and what it shows, as a link where the picture is one, then the caption, set in as
/// far as what it shows.
///
/// ```text
///   ▄▟██▙▄▖
///   ▝▀▀▀▀▘
/// ▣ A boat on the beach
///   Boats wait for the water.
/// ```
func setFigure(_ figure: Figure, measure: Int, _ space: PictureSpace?) -> [Line] {
    let inner = max(4, measure - 2)
    let caption = figure.caption.flatMap { $0.isEmpty ? nil : $0 }
    let alt = figure.description
    var picture: [Line] = []
    if case .picture(let columns, let rows) = space {
        picture = (0..<rows).map { row in
            var place = Run.decoration("", padded: min(columns, measure))
            place.link = figure.link
            return Line(.picture(row: row), runs: [place])
        }
    }
    var lines: [Line] = []
    var base = 0
    if let alt {
        lines = Paragraph(figure.linked(alt), measure: inner).lines(.caption)
        if caption != nil, !lines.isEmpty {
            base = alt.utf8.count + 1
            lines[lines.count - 1].range = lines[lines.count - 1].range.lowerBound..<base
        }
    }
    if alt == nil, caption == nil && picture.isEmpty || figure.link != nil {
        // A file's name says nothing of what is on the picture.
        lines = Paragraph(figure.linked("Picture"), measure: inner).lines(.caption)
            .map(\.unsourced)
    }
    if let caption { lines += Paragraph(caption, measure: inner, base: base).lines(.caption) }
    if case .word(let word) = space { lines.append(word, measure: inner) }
    guard measure >= 6 else { return picture + lines }
    for index in lines.indices {
        lines[index].runs.insert(.decoration(index == 0 ? "▣" : "", padded: 2), at: 0)
    }
    return picture + lines
}

extension [Line] {
    /// Puts a word behind the last line, or below it where it does not fit.
    fileprivate mutating func append(_ word: String, measure: Int) {
        let run = Run.decoration(" · \(word)")
        if let last, !last.isRightToLeft, last.columns + run.columns <= measure {
            self[count - 1].runs.append(run)
        } else {
            self += Paragraph(RichText(word), measure: measure).lines(.caption).map(\.unsourced)
        }
    }
}
