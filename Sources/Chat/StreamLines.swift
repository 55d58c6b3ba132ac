/// Cuts a byte stream into lines at `\n`, `\r\n` or a lone `\r`, whatever way it arrives.
///
/// A line longer than `limit` is skipped whole: nothing that a chatbot says in one line is that long.
struct StreamLines {
    let limit: Int
    private var line: [UInt8] = []
    private var isTooLong = false
    private var afterReturn = false

    init(limit: Int = 1 << 20) { self.limit = limit }

    /// The lines that these bytes complete, without their ends.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [[UInt8]] {
        var done: [[UInt8]] = []
        for byte in bytes {
            if byte == 0x0A, afterReturn {
                afterReturn = false
                continue
            }
            afterReturn = byte == 0x0D
            if byte == 0x0A || byte == 0x0D {
                if !isTooLong { done.append(line) }
                line.removeAll(keepingCapacity: true)
                isTooLong = false
            } else if line.count < limit {
                line.append(byte)
            } else {
                isTooLong = true
            }
        }
        return done
    }

    /// The last line, when the stream ended without a line end.
    mutating func end() -> [UInt8]? {
        defer { line = [] }
        return line.isEmpty || isTooLong ? nil : line
    }
}
