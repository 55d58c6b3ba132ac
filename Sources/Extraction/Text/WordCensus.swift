import LecternCore

/// Counts how often certain words stand alone in a text: the evidence for mending words that were glued
/// together or torn apart. One pass over the text, whatever the number of words.
struct WordCensus {
    struct Count: Equatable {
        /// How often the word stands alone.
        var alone = 0
        /// How often of these it opens a sentence.
        var opening = 0
    }

    private var counts: [UInt64: Count] = [:]

    /// Which words to look for; case counts.
    init(of words: some Sequence<String>) {
        for word in words { counts[WordCensus.hash(word)] = Count() }
    }

    subscript(word: String) -> Count { counts[WordCensus.hash(word)] ?? Count() }

    /// Reads a paragraph, whose first word opens a sentence.
    mutating func read(_ text: String) {
        guard !counts.isEmpty else { return }
        var text = text
        text.withUTF8 { count($0) }
    }

    /// Reads bytes of UTF-8.
    mutating func read(_ bytes: [UInt8]) {
        guard !counts.isEmpty else { return }
        bytes.withUnsafeBufferPointer { count($0) }
    }

    private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
        var opening = true
        var index = 0
        while index < bytes.count {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            let start = index
            while index < bytes.count, WordCensus.isInWord(bytes, index) {
                hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3
                index += 1
            }
            if index > start {
                if let position = counts.index(forKey: hash) {
                    counts.values[position].alone += 1
                    if opening { counts.values[position].opening += 1 }
                }
                opening = false
            } else {
                let byte = bytes[index]
                if byte == 0x2E || byte == 0x21 || byte == 0x3F { opening = true }
                // « and the like keep what went before; … ends a sentence.
                if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
                    if bytes[index + 2] == 0xA6 { opening = true }
                    index += 2
                } else if byte >= 0xC2, byte < 0xE0 {
                    index += 1
                } else if byte >= 0xE0, byte < 0xF0 {
                    index += 2
                }
                index += 1
            }
        }
    }

    /// Letters, digits, and everything beyond ASCII that is not punctuation.
    @inline(__always)
    private static func isInWord(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let byte = bytes[index]
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case 0..<0x80: return false
        case 0xC2: return index + 1 < bytes.count && [0xAA, 0xB5, 0xBA].contains(bytes[index + 1])
        case 0xE2: return index + 1 < bytes.count && bytes[index + 1] > 0x81
        case 0xE3: return !(index + 1 < bytes.count && bytes[index + 1] == 0x80)
        default: return true
        }
    }

    private static func hash(_ word: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash
    }
}
