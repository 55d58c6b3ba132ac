import LecternCore

/// Sets one text as a paragraph, without space above: at least one line. `measure` in columns, at least 4.
package func typeset(_ text: RichText, measure: Int, kind: Line.Kind = .body) -> [Line] {
    Paragraph(text, measure: measure).lines(kind)
}

/// Sets blocks one under the other as they would stand on a page without a head: a list of lines a block, each
/// with the space above it.
package func typeset(blocks: [Block], measure: Int) -> [[Line]] {
    blocks.indices.map { typeset($0, of: blocks, measure: measure) }
}

/// Sets one of several blocks, the space above it included (none above the first); its neighbours only decide the
/// space and the alignment of list markers. No lines for an index outside `blocks`. `measure` at least 8.
package func typeset(_ index: Int, of blocks: [Block], measure: Int) -> [Line] {
    typeset(index, of: blocks, measure: measure, .plain)
}

/// The same in a manner of the reader's choice. A table that stands in nothing may be as wide as `breadth`.
func typeset(
    _ index: Int, of blocks: [Block], measure: Int, breadth: Int = 0, _ manner: Manner,
    picture: PictureSpace? = nil
) -> [Line] {
    guard blocks.indices.contains(index) else { return [] }
    let measure = min(max(8, measure), 10_000)
    let block = blocks[index]
    let margin = Margin(of: index, in: blocks, measure: measure)
    let lines = setContent(
        block.content, measure: measure - margin.columns,
        breadth: margin.columns == 0 ? breadth : 0, manner,
        isQuoted: block.containers.contains(.quote), picture)
    guard !lines.isEmpty else { return [] }
    return Spacing(before: index, of: blocks).set(measure: measure) + margin.applied(to: lines)
}

/// The lines of a block as if it stood in no container; ranges are in the block's `text`.
private func setContent(
    _ content: Content, measure: Int, breadth: Int, _ manner: Manner, isQuoted: Bool,
    _ picture: PictureSpace?
) -> [Line] {
    switch content {
    case .paragraph(let text):
        Paragraph(text, measure: measure, manner).lines(isQuoted ? .quote : .body)
    case .heading(let level, let text):
        setHeading(text, level: level, measure: measure)
    case .code(let text, let language):
        CodeSetter(measure: measure, keepsLines: manner.keepsCode).lines(text, language: language)
    case .table(let table):
        TableSetter(table, measure: measure, breadth: breadth).lines()
    case .figure(let figure):
        setFigure(figure, measure: measure, picture)
    case .rule:
        [Line(.rule, runs: [.decoration(String(repeating: "─", count: measure))])]
    }
}

/// A chapter's header is underlined over its own length.
private func setHeading(_ text: RichText, level: Int, measure: Int) -> [Line] {
    let lines = Paragraph(text, measure: measure).lines(.heading(level: level))
    guard level == 1,
        let widest = lines.map({ line in line.runs.reduce(0) { $0 + $1.columns } }).max(),
        widest > 0
    else { return lines }
    let end = lines.last?.range.upperBound ?? 0
    let rule = Run.decoration(String(repeating: "━", count: widest))
    var under = Line(.rule, runs: [rule], range: end..<end)
    if lines.contains(where: \.isRightToLeft) { under.indent = measure - widest }
    return lines + [under]
}

extension Line {
    /// The same line as pure decoration: nothing of it is in the block's text.
    var unsourced: Line {
        var line = self
        line.range = 0..<0
        for index in line.runs.indices { line.runs[index].source = nil }
        return line
    }
}
