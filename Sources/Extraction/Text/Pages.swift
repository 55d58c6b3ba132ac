/// Blanks the headers and footers that a text printed in pages repeats around its form feeds.
func clearPageFurniture(_ lines: inout [TextLine], _ bytes: [UInt8]) {
    let pages = pageStarts(&lines, bytes)
    guard pages.count >= 2 else { return }
    var around: [(index: Int, text: [UInt8])] = []
    // All that a page has is under one form feed and over the next, and counts once.
    var known: Set<Int> = []
    var seen: [[UInt8]: Int] = [:]
    for page in pages {
        var above = page - 1
        while above > 0, lines[above].isBlank, page - above < 8 { above -= 1 }
        var below = page
        while below < lines.count - 1, lines[below].isBlank, below - page < 8 { below += 1 }
        for index in [above, below] where index >= 0 && !lines[index].isBlank {
            guard lines[index].columns <= 130, known.insert(index).inserted else { continue }
            let text = furniture(bytes, lines[index].range)
            around.append((index, text))
            seen[text, default: 0] += 1
        }
    }
    for (index, text) in around where seen[text, default: 0] >= 2 {
        lines[index].clear()
    }
}

/// Lines that begin a page: behind a form feed, or where that was lost, behind a `[Page 7]`.
private func pageStarts(_ lines: inout [TextLine], _ bytes: [UInt8]) -> [Int] {
    let fed = lines.indices.filter { lines[$0].startsPage }
    guard fed.count < 2 else { return fed }
    var starts: [Int] = []
    for index in lines.indices.dropLast() where !lines[index].isBlank && lines[index].columns <= 130
    {
        let end = lines[index].range.upperBound
        guard bytes[end - 1] == 0x5D else { continue }
        var at = end - 2
        while at > lines[index].range.lowerBound, (0x30...0x39).contains(bytes[at]) { at -= 1 }
        guard at < end - 2, bytes.has("[Page ", at: at - 5) else { continue }
        lines[index + 1].startsPage = true
        starts.append(index + 1)
    }
    return starts
}

/// A line without its digits and blanks: what stays the same from page to page.
private func furniture(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    bytes[range].filter { !(0x30...0x39).contains($0) && $0 != 0x20 }
}

/// The runs of a text, with every block between ``` fences as a run of its own.
func fencedRuns(_ lines: [TextLine], _ bytes: [UInt8]) -> [TextRun] {
    var fences: [Range<Int>] = []
    var open: Int?
    for index in lines.indices where isFence(lines, index, bytes) {
        if let start = open {
            let mark = bytes[lines[start].range.lowerBound]
            guard bytes[lines[index].range.lowerBound] == mark else { continue }
            fences.append(start..<index + 1)
            open = nil
        } else {
            open = index
        }
    }
    guard !fences.isEmpty else { return textRuns(lines, 0..<lines.count) }
    var runs: [TextRun] = []
    var start = 0
    for fence in fences {
        runs += textRuns(lines, start..<fence.lowerBound)
        runs.append(
            TextRun(
                lines: fence, depth: lines[fence.lowerBound].depth, indent: 0, width: 0,
                startsPage: false, isFenced: true))
        start = fence.upperBound
    }
    return runs + textRuns(lines, start..<lines.count)
}

/// Tildes may underline a heading as well: only three of them behind a blank line are a fence.
private func isFence(_ lines: [TextLine], _ index: Int, _ bytes: [UInt8]) -> Bool {
    let line = lines[index]
    guard line.range.count >= 3, line.indent <= 3 else { return false }
    if bytes.has("```", at: line.range.lowerBound) { return true }
    return line.range.count == 3 && bytes.has("~~~", at: line.range.lowerBound)
        && (index == 0 || lines[index - 1].isBlank
            || index + 1 < lines.count && lines[index + 1].isBlank)
}
