/// Words and phrases that are compiled in, each with a number, found by the hash of its bytes.
///
/// They stay the bytes they are in the program: a dictionary of Strings would take longer to make than a short page
/// takes to read. Words are compared byte by byte, so both sides have to be lower case and composed (NFC).
///
/// Unchecked, for the words are those of `StaticString`s, which never change and never go away.
struct WordTable: @unchecked Sendable {
    /// A power of two of places, at most half of them taken.
    private var places: [Place]

    private struct Place {
        /// nil for an empty place.
        var word: UnsafePointer<UInt8>?
        var length: UInt32 = 0
        var number: UInt32 = 0
    }

    /// - Parameter rows: Lists of words with the number that all of them have; the numbers of a word that stands in
    ///   several lists are combined by `combine`. Words are separated by `|` and line ends, or where `blanksSeparate`
    ///   by blanks.
    init(
        _ rows: [(number: UInt32, words: StaticString)], blanksSeparate: Bool = false,
        combining combine: (UInt32, UInt32) -> UInt32 = { first, _ in first }
    ) {
        func ends(_ byte: UInt8) -> Bool {
            byte == 0x0A || byte == 0x7C || byte == 0x20 && blanksSeparate
        }
        var words = rows.count
        for row in rows {
            row.words.withUTF8Buffer { for byte in $0 where ends(byte) { words += 1 } }
        }
        var size = 16
        while size < words * 2 { size *= 2 }
        places = Array(repeating: Place(), count: size)
        places.withUnsafeMutableBufferPointer { places in
            for row in rows {
                row.words.withUTF8Buffer { bytes in
                    var start = 0
                    while start < bytes.count {
                        var end = start
                        var hash = Self.seed
                        while end < bytes.count, !ends(bytes[end]) {
                            hash = Self.mixed(hash, bytes[end])
                            end += 1
                        }
                        let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
                        start = end + 1
                        guard !word.isEmpty else { continue }
                        let index = Self.index(of: word, hash, in: UnsafeBufferPointer(places))
                        if places[index].word == nil {
                            places[index] = Place(
                                word: word.baseAddress, length: UInt32(word.count),
                                number: row.number)
                        } else {
                            places[index].number = combine(places[index].number, row.number)
                        }
                    }
                }
            }
        }
    }

    /// A set: every word has the number 1.
    init(_ words: StaticString) { self.init([(1, words)]) }

    /// The word's number; nil for an unknown one.
    subscript(_ word: some Collection<UInt8>) -> UInt32? {
        var hash = Self.seed
        for byte in word { hash = Self.mixed(hash, byte) }
        return places.withUnsafeBufferPointer { places in
            let place = places[Self.index(of: word, hash, in: places)]
            return place.word == nil ? nil : place.number
        }
    }

    func contains(_ word: String) -> Bool { self[word.utf8] != nil }

    /// Do the first words of a line, or all of them, make up an entry? A blank ends each word of the line.
    func opens(_ line: String) -> Bool {
        var line = line
        return line.withUTF8 { bytes in
            var hash = Self.seed
            var words = 0
            for end in 0...bytes.count {
                if end == bytes.count || bytes[end] == 0x20 {
                    let start = UnsafeBufferPointer(rebasing: bytes[..<end])
                    let found = places.withUnsafeBufferPointer {
                        $0[Self.index(of: start, hash, in: $0)].word != nil
                    }
                    if found { return true }
                    words += 1
                    if words > Self.longestOpening { return false }
                }
                if end < bytes.count { hash = Self.mixed(hash, bytes[end]) }
            }
            return false
        }
    }

    /// Words of the longest entry that opens a line, and some more.
    private static let longestOpening = 12

    // FNV-1a, 32 bits.
    private static let seed: UInt32 = 0x811C_9DC5

    private static func mixed(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        (hash ^ UInt32(byte)) &* 0x0100_0193
    }

    /// Where the word stands, or the empty place where it would.
    private static func index(
        of word: some Collection<UInt8>, _ hash: UInt32, in places: UnsafeBufferPointer<Place>
    ) -> Int {
        let length = word.count
        var index = Int(hash ^ hash >> 15) & (places.count - 1)
        while let known = places[index].word {
            if Int(places[index].length) == length,
                UnsafeBufferPointer(start: known, count: length).elementsEqual(word)
            {
                break
            }
            index = (index + 1) & (places.count - 1)
        }
        return index
    }
}
