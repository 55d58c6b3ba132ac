/// Writes the formulas of a Markdown text, `$x^2$` and `$$…$$`, with their signs, before it is parsed: of their
/// asterisks and underscores Markdown would make emphasis.
///
/// A dollar opens a formula where no blank follows it, and closes it where none stands before it and no digit behind
/// it, as in Pandoc; what is between must look like a formula too, so that prices stay prices. Code is left alone.
struct MarkdownMath {
    private let bytes: [UInt8]
    private var out: [UInt8] = []
    private var index = 0
    /// The fence of the code block that is open: its byte and how many of it.
    private var fence: (byte: UInt8, count: Int)?

    /// Bytes of the longest formula in a line, and of the longest on lines of its own.
    private static let longest = 1_000
    private static let longestDisplay = 4_000

    static func written(in bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "$")) else { return bytes }
        var reader = MarkdownMath(bytes: bytes)
        reader.read()
        return reader.out
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        out.reserveCapacity(bytes.count + bytes.count / 8)
    }

    private mutating func read() {
        var isLineStart = true
        while index < bytes.count {
            if isLineStart {
                isLineStart = false
                if takeCodeLine() {
                    isLineStart = true
                    continue
                }
            }
            let byte = bytes[index]
            switch byte {
            case 0x0A, 0x0D:
                isLineStart = true
                take(1)
            case UInt8(ascii: "\\"): take(2)
            case UInt8(ascii: "`"): takeCodeSpan()
            case UInt8(ascii: "$"): takeFormula()
            default: take(1)
            }
        }
    }

    private mutating func take(_ count: Int) {
        let end = min(bytes.count, index + count)
        out += bytes[index..<end]
        index = end
    }

    // MARK: Code

    /// Takes a whole line of a fenced or indented block of code; false on all others.
    private mutating func takeCodeLine() -> Bool {
        var end = index
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        var start = index
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x3E { start += 1 }
        let byte = start < end ? bytes[start] : 0
        var count = 0
        while start + count < end, bytes[start + count] == byte { count += 1 }
        let isFence = count >= 3 && (byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~"))
        if let open = fence {
            if isFence, byte == open.byte, count >= open.count { fence = nil }
        } else if isFence {
            fence = (byte, count)
        } else {
            let isIndented =
                bytes[index] == 0x09
                || index + 4 <= end && bytes[index..<(index + 4)].allSatisfy { $0 == 0x20 }
            guard isIndented else { return false }
        }
        take(min(end + 1, bytes.count) - index)
        return true
    }

    /// From backquotes to as many of them, or only these where they close nothing.
    private mutating func takeCodeSpan() {
        var count = 0
        while index + count < bytes.count, bytes[index + count] == UInt8(ascii: "`") { count += 1 }
        var at = index + count
        let limit = min(bytes.count, at + 2_000)
        while at < limit {
            guard bytes[at] == UInt8(ascii: "`") else {
                at += 1
                continue
            }
            var run = 0
            while at + run < bytes.count, bytes[at + run] == UInt8(ascii: "`") { run += 1 }
            at += run
            if run == count { return take(at - index) }
        }
        take(count)
    }

    // MARK: Formulas

    private mutating func takeFormula() {
        let isDisplay = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "$")
        let width = isDisplay ? 2 : 1
        let start = index + width
        guard let end = isDisplay ? displayEnd(from: start) : inlineEnd(from: start) else {
            return take(width)
        }
        var source = String(decoding: bytes[start..<end], as: UTF8.self)
        // GitHub's other form: $`…`$.
        if !isDisplay, source.count > 2, source.hasPrefix("`"), source.hasSuffix("`") {
            source = String(source.dropFirst().dropLast())
        }
        index = end + width
        let lines = isDisplay ? source.split(separator: "\n").map(String.init) : [source]
        let text = TeXMath.text(of: lines.joined(separator: " ")).split(separator: " ")
            .joined(separator: " ")
        for byte in text.utf8 {
            let isPunctuation =
                (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte)
                || (0x5B...0x60).contains(byte) || (0x7B...0x7E).contains(byte)
            if isPunctuation { out.append(UInt8(ascii: "\\")) }
            out.append(byte)
        }
    }

    private func displayEnd(from start: Int) -> Int? {
        var at = start
        let limit = min(bytes.count - 1, start + MarkdownMath.longestDisplay)
        while at < limit {
            if bytes[at] == UInt8(ascii: "\\") {
                at += 2
                continue
            }
            if bytes[at] == UInt8(ascii: "$"), bytes[at + 1] == UInt8(ascii: "$") {
                return bytes[start..<at].allSatisfy { $0 <= 0x20 } ? nil : at
            }
            // A blank line ends the paragraph, and what looked like the beginning of a formula with it.
            if bytes[at] == 0x0A, at > start, bytes[at + 1] == 0x0A { return nil }
            at += 1
        }
        return nil
    }

    private func inlineEnd(from start: Int) -> Int? {
        guard start < bytes.count, bytes[start] > 0x20 else { return nil }
        var at = start
        var isLikely = false
        let limit = min(bytes.count, start + MarkdownMath.longest)
        while at < limit {
            switch bytes[at] {
            case UInt8(ascii: "\\"):
                isLikely = true
                at += 2
                continue
            case 0x0A where at + 1 < bytes.count && bytes[at + 1] == 0x0A: return nil
            case UInt8(ascii: "$"):
                guard at > start, bytes[at - 1] > 0x20 else { return nil }
                let next = at + 1 < bytes.count ? bytes[at + 1] : 0x20
                let sign = Unicode.Scalar(next)
                guard !sign.isLetter, !sign.isDigit else { return nil }
                return isLikely || looksLikeFormula(bytes[start..<at]) ? at : nil
            case UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "<"),
                UInt8(ascii: ">"), UInt8(ascii: "+"):
                isLikely = true
            default: break
            }
            at += 1
        }
        return nil
    }

    /// `x`, `2n`, `f(x)`: a few signs with a letter and without blanks.
    private func looksLikeFormula(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count <= 12 && !bytes.contains(0x20)
            && bytes.contains { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    }
}
