/// Reads the header lines of a response, one call a line, with caps.
struct HeadReader {
    /// Bytes of all lines together, interim responses included (browsers stop at 256 kB).
    static let byteLimit = 256 * 1024
    /// Lines of all responses together.
    static let lineLimit = 2_000

    private(set) var head = ResponseHead(status: 0)
    private var bytes = 0
    private var lines = 0
    private var isDone = false

    enum Step: Equatable { case more, head(ResponseHead), tooLarge }

    /// Takes one line with its line end. Trailers after the body are passed over.
    mutating func feed(_ line: UnsafeRawBufferPointer) -> Step {
        guard !isDone else { return .more }
        bytes += line.count
        lines += 1
        guard bytes <= HeadReader.byteLimit, lines <= HeadReader.lineLimit else {
            return .tooLarge
        }
        let text = line.trimmingBlanks
        if text.isEmpty {
            // 1xx: the real head follows. 101 is never asked for.
            guard head.status >= 200 else { return .more }
            isDone = true
            return .head(head)
        }
        if text.count >= 5, String(decoding: text.prefix(5), as: UTF8.self) == "HTTP/" {
            head = ResponseHead(status: HeadReader.status(of: text))
        } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
            let name = String(decoding: text[..<colon], as: UTF8.self).lowercased()
            let value = UnsafeRawBufferPointer(rebasing: text[(colon + 1)...]).trimmingBlanks
            head.fields.append((name, String(decoding: value, as: UTF8.self)))
        }
        return .more
    }

    /// The number behind the first blank of a status line; 0 when there is none of three digits.
    private static func status(of line: UnsafeRawBufferPointer) -> Int {
        let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard words.count >= 2, words[1].count == 3 else { return 0 }
        return Int(String(decoding: words[1], as: UTF8.self)) ?? 0
    }
}

extension UnsafeRawBufferPointer {
    /// Without blanks and control characters at either end.
    fileprivate var trimmingBlanks: UnsafeRawBufferPointer {
        var part = self[...]
        while let first = part.first, first <= 0x20 { part = part.dropFirst() }
        while let last = part.last, last <= 0x20 { part = part.dropLast() }
        return UnsafeRawBufferPointer(rebasing: part)
    }
}
