/// Words and phrases that are compiled in, each with a number, found by the hash of its bytes.
///
/// They stay the bytes they are in the program: a dictionary of Strings would take longer to make than a short page
/// takes to read. Words are compared byte by byte, so both sides have to be lower case and composed (NFC).
struct WordTable: Sendable {
    private let text: [UInt8]
    /// A power of two of places, at most half of them taken; a length of 0 is an empty place.
    private var places: [Place]

    private struct Place {
        var start: UInt32 = 0
        var length: UInt16 = 0
        var number: UInt32 = 0
    }

    /// - Parameter rows: Lists of words with the number that all of them have; the numbers of a word that stands in
    ///   several lists are combined by `combine`. Words are separated by `|` and line ends, or where `blanksSeparate`
    ///   by blanks.
    init(
        _ rows: [(number: UInt32, words: StaticString)], blanksSeparate: Bool = false,
        combining combine: (UInt32, UInt32) -> UInt32 = { first, _ in first }
    ) {
        var text: [UInt8] = []
        text.reserveCapacity(rows.reduce(0) { $0 + $1.words.utf8CodeUnitCount })
        var found: [Place] = []
        for row in rows {
            var start = text.count
            row.words.withUTF8Buffer { bytes in
                for byte in bytes {
                    let ends = byte == 0x0A || byte == 0x7C || (blanksSeparate && byte == 0x20)
                    if !ends {
                        text.append(byte)
                        continue
                    }
                    if text.count > start {
                        found.append(WordTable.place(start, text.count, row.number))
                    }
                    start = text.count
                }
            }
            if text.count > start { found.append(WordTable.place(start, text.count, row.number)) }
        }
        self.text = text
        var size = 16
        while size < found.count * 2 { size *= 2 }
        places = Array(repeating: Place(), count: size)
        for place in found {
            let bytes = text[Int(place.start)..<(Int(place.start) + Int(place.length))]
            let index = index(of: bytes)
            if places[index].length == 0 {
                places[index] = place
            } else {
                places[index].number = combine(places[index].number, place.number)
            }
        }
    }

    /// A set: every word has the number 1.
    init(_ words: StaticString) { self.init([(1, words)]) }

    /// The word's number; nil for an unknown one.
    subscript(_ word: some Collection<UInt8>) -> UInt32? {
        let place = places[index(of: word)]
        return place.length == 0 ? nil : place.number
    }

    func contains(_ word: String) -> Bool { self[word.utf8] != nil }

    /// Do the first words of a line, or all of them, make up an entry? A blank ends each word of the line.
    func opens(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        for (end, byte) in bytes.enumerated() where byte == 0x20 {
            if self[bytes[..<end]] != nil { return true }
        }
        return self[bytes] != nil
    }

    private static func place(_ start: Int, _ end: Int, _ number: UInt32) -> Place {
        Place(start: UInt32(start), length: UInt16(end - start), number: number)
    }

    /// Where the word stands, or the empty place where it would.
    private func index(of word: some Collection<UInt8>) -> Int {
        // FNV-1a, 32 bits.
        var hash: UInt32 = 0x811C_9DC5
        for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let length = word.count
        var index = Int(hash ^ hash >> 15) & (places.count - 1)
        while places[index].length != 0 {
            let place = places[index]
            if Int(place.length) == length,
                text[Int(place.start)..<(Int(place.start) + length)].elementsEqual(word)
            {
                break
            }
            index = (index + 1) & (places.count - 1)
        }
        return index
    }
}
