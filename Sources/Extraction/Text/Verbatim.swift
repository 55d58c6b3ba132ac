/// Recognises what must keep its line breaks and its blanks: programs, tables drawn with characters, verse.
extension TextShape {
    /// Does the run look like code or a table? `bar` is the share of its lines that must, 0 to 1.
    func looksVerbatim(_ run: Range<Int>, bar: Double) -> Bool {
        var marked = 0
        for index in run where isVerbatimLine(lines[index]) { marked += 1 }
        return marked > 0 && Double(marked) >= bar * Double(run.count)
    }

    /// Has the line what prose has not: gaps, bars, boxes, brackets at its end?
    private func isVerbatimLine(_ line: TextLine) -> Bool {
        guard line.range.count <= 400, let first = bytes[line.range].first,
            let last = bytes[line.range].last
        else { return false }
        if last == 0x7B || last == 0x7D || last == 0x3B || first == 0x7D || first == 0x7C {
            return true
        }
        if bytes.has("$ ", at: line.range.lowerBound) || bytes.has("//", at: line.range.lowerBound)
            || bytes.has("+-", at: line.range.lowerBound)
        {
            return true
        }
        var gaps = 0
        var blanks = 0
        var bars = 0
        var marks = 0
        var boxes = 0
        for index in line.range {
            let byte = bytes[index]
            if byte == 0x20 {
                blanks += 1
                continue
            }
            if byte == 0x09 { gaps += 1 }
            if blanks >= 3 { gaps += 1 }
            blanks = 0
            switch byte {
            case 0x7C: bars += 1
            case 0x23...0x26, 0x2A...0x2B, 0x2F, 0x3C...0x3E, 0x40, 0x5B...0x60, 0x7B...0x7E:
                marks += 1
            case 0xE2 where bytes.has("─", at: index) || bytes.has("│", at: index): boxes += 1
            case 0xE2 where index + 1 < bytes.count && (0x94...0x96).contains(bytes[index + 1]):
                boxes += 1
            default: break
            }
        }
        return gaps >= 1 || bars >= 2 || boxes >= 2 || marks * 4 > line.range.count
            || isDotted(line)
    }

    /// Lines of a table of contents for the most part.
    func isContents(_ run: Range<Int>) -> Bool {
        var dotted = 0
        for index in run where isDotted(lines[index]) { dotted += 1 }
        return dotted * 2 > run.count
    }

    /// A line of a table of contents: dots between a title and a page number.
    private func isDotted(_ line: TextLine) -> Bool {
        guard let last = bytes[line.range].last, (0x30...0x39).contains(last) else { return false }
        var index = line.range.upperBound - 1
        while index > line.range.lowerBound, (0x30...0x39).contains(bytes[index]) { index -= 1 }
        while index > line.range.lowerBound, bytes[index] == 0x20 { index -= 1 }
        return bytes.has("...", at: index - 2) || bytes.has(". .", at: index - 2)
    }

    /// The lines as they stand, without `margin` columns of their indentation.
    func verbatimBytes(_ run: Range<Int>, margin: Int) -> [UInt8] {
        var out: [UInt8] = []
        for index in run {
            if index > run.lowerBound { out.append(0x0A) }
            guard !lines[index].isBlank else { continue }
            // Hostile indentation stops at a width nobody reads.
            let indent = min(200, max(0, lines[index].indent - margin))
            out.append(contentsOf: repeatElement(0x20, count: indent))
            out.append(contentsOf: bytes[lines[index].range])
        }
        return out
    }
}
