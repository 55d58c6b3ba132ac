/// A line of a text: where its words stand, without indentation, quote marks and blanks at the end.
struct TextLine {
    /// Bytes of the words; empty for a blank line.
    var range: Range<Int>
    /// Columns of white space in front, behind any quote marks; 0 and up.
    var indent: Int
    /// Columns of the words, an ideograph counting 2.
    var columns: Int
    /// Number of `>` in front.
    var depth: Int
    /// Starts with an ideographic space, which in Chinese and Japanese opens a paragraph.
    var opensParagraph: Bool
    /// A form feed stands before it.
    var startsPage: Bool

    var isBlank: Bool { range.isEmpty }

    /// Makes it a blank line.
    mutating func clear() {
        range = range.lowerBound..<range.lowerBound
        columns = 0
    }
}

/// Splits cleaned text into lines; linear in its length.
func textLines(_ bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(bytes.count / 48 + 1)
    var start = 0
    var page = false
    bytes.withUnsafeBufferPointer { buffer in
        while start <= buffer.count {
            var end = start
            while end < buffer.count, buffer[end] != 0x0A, buffer[end] != 0x0C { end += 1 }
            lines.append(textLine(buffer, start..<end, startsPage: page))
            page = end < buffer.count && buffer[end] == 0x0C
            start = end + 1
        }
    }
    return lines
}

private func textLine(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, startsPage: Bool
) -> TextLine {
    var start = range.lowerBound
    var end = range.upperBound
    var depth = 0
    var indent = 0
    var ideographic = false
    // At most three blanks stand before a quote mark; more make it a drawing or code.
    while start < end {
        let byte = bytes[start]
        if byte == 0x20 {
            indent += 1
            start += 1
        } else if byte == 0x09 {
            indent += 8 - indent % 8
            start += 1
        } else if byte == 0x3E, indent <= 3 {
            depth += 1
            indent = 0
            start += 1
            if start < end, bytes[start] == 0x20 { start += 1 }
        } else if let blank = wideBlank(bytes, start, end) {
            ideographic = ideographic || blank.ideographic
            indent += blank.ideographic ? 2 : 1
            start += blank.length
        } else {
            break
        }
    }
    while end > start {
        let last = bytes[end - 1]
        if last == 0x20 || last == 0x09 {
            end -= 1
        } else if last == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 {
            end -= 2
        } else if last == 0x80, end - 3 >= start, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE3 {
            end -= 3
        } else {
            break
        }
    }
    return TextLine(
        range: start..<end, indent: indent, columns: textColumns(bytes, start..<end),
        depth: start < end || depth > 0 ? depth : 0, opensParagraph: ideographic,
        startsPage: startsPage)
}

/// No-break and ideographic space (U+00A0, U+3000) in front of a line.
private func wideBlank(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
) -> (length: Int, ideographic: Bool)? {
    if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 { return (2, false) }
    if bytes[start] == 0xE3, start + 2 < end, bytes[start + 1] == 0x80, bytes[start + 2] == 0x80 {
        return (3, true)
    }
    return nil
}

/// Columns as near as line lengths need: marks are counted, what begins with E3 to ED or F0 is wide.
private func textColumns(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var total = 0
    for index in range {
        let byte = bytes[index]
        if byte & 0xC0 != 0x80 {
            total += byte >= 0xE3 && byte != 0xEF && byte != 0xEE ? 2 : 1
        }
    }
    return total
}

/// Lines that stand together: no blank line between them, one depth of quoting.
struct TextRun {
    /// Indices of its lines, never empty.
    var lines: Range<Int>
    var depth: Int
    /// Smallest indentation of its lines, in columns.
    var indent: Int
    /// Longest line in columns, indentation left out.
    var width: Int
    var startsPage: Bool
    /// Code between fences, the fences included.
    var isFenced = false
}

/// The runs of a stretch of lines in order.
func textRuns(_ lines: [TextLine], _ range: Range<Int>) -> [TextRun] {
    var runs: [TextRun] = []
    var index = range.lowerBound
    var page = false
    while index < range.upperBound {
        page = page || lines[index].startsPage
        guard !lines[index].isBlank else {
            index += 1
            continue
        }
        let depth = lines[index].depth
        let start = index
        var indent = Int.max
        var width = 0
        while index < range.upperBound, !lines[index].isBlank, lines[index].depth == depth,
            index == start || !lines[index].startsPage
        {
            indent = min(indent, lines[index].indent)
            width = max(width, lines[index].columns)
            index += 1
        }
        runs.append(
            TextRun(
                lines: start..<index, depth: depth, indent: indent, width: width, startsPage: page))
        page = false
    }
    return runs
}
