import LecternCore

/// Sets one text as a paragraph: no space above, no containers. `measure` in columns, at least 2.
package func typeset(_ text: RichText, measure: Int, kind: Line.Kind = .body) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var end = 0
    var columns = 0
    func flush() {
        let slice = String(text.text.utf8Slice(start..<end))
        lines.append(
            Line(
                kind, runs: [Run(slice, columns: slice.columns, source: start..<end)],
                range: start..<end))
        start = end
        columns = 0
    }
    for glyph in Glyphs(text.text) {
        if columns + glyph.columns > max(2, measure) { flush() }
        columns += glyph.columns
        end = glyph.range.upperBound
    }
    flush()
    return lines
}

/// Sets blocks one under the other as they would stand on a page without a head: a list of lines a block, each
/// with the space above it.
package func typeset(blocks: [Block], measure: Int) -> [[Line]] {
    blocks.indices.map { typeset($0, of: blocks, measure: measure) }
}

/// Sets one of several blocks, the space above it included; its neighbours only decide the space and the
/// alignment of list markers. No lines for an index outside `blocks`.
package func typeset(_ index: Int, of blocks: [Block], measure: Int) -> [Line] {
    guard blocks.indices.contains(index) else { return [] }
    let above: [Line] = index == 0 ? [] : [Line(.blank)]
    return above + typeset(RichText(blocks[index].text), measure: measure)
}
