/// Bounds what makes cmark slow or the page absurd, before it is parsed.
///
/// A line's container marks (`>`, `-`, `1.`) are cut behind the 48th: every line would otherwise cost
/// its depth again. Cells of a table row are cut behind the 400th, as short rows are padded.
func boundedMarkdown(_ text: Substring) -> [UInt8] {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var start = 0
    while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        let next = min(end + 1, bytes.count)
        var marks = 0
        var index = start
        scan: while index < end {
            switch bytes[index] {
            case 0x20, 0x09: break
            case 0x3E: marks += 1
            case 0x2A, 0x2B, 0x2D:
                guard index + 1 < end, bytes[index + 1] == 0x20 || bytes[index + 1] == 0x09 else {
                    break scan
                }
                marks += 1
            case 0x30...0x39: break
            case 0x2E, 0x29:
                guard index > start, (0x30...0x39).contains(bytes[index - 1]) else { break scan }
                marks += 1
            default: break scan
            }
            if marks >= 48 {
                out += bytes[start..<index]
                start = skipMarks(bytes, index, end)
                break
            }
            index += 1
        }
        var bars = 0
        for at in start..<end where bytes[at] == 0x7C {
            bars += 1
            if bars == 400 {
                out += bytes[start...at]
                start = end
                break
            }
        }
        out += bytes[start..<next]
        start = next
    }
    return out
}

private func skipMarks(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
        switch bytes[index] {
        case 0x20, 0x09, 0x3E, 0x2A, 0x2B, 0x2D, 0x2E, 0x29, 0x30...0x39: index += 1
        default: return index
        }
    }
    return index
}
