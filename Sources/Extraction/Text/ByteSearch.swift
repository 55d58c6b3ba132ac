import Glibc

/// Searching byte by byte, where the standard library compares Characters and takes a hundred times as long.
extension StringProtocol {
    /// Does the text hold these very scalars? True for an empty `other`.
    func contains(_ other: String) -> Bool { offset(of: other) != nil }

    /// The first place of these very scalars.
    func firstRange(of other: String) -> Range<Index>? {
        guard let start = offset(of: other) else { return nil }
        let from = utf8.index(utf8.startIndex, offsetBy: start)
        return from..<utf8.index(from, offsetBy: other.utf8.count)
    }

    /// In bytes from the start of the text.
    private func offset(of other: String) -> Int? {
        // Nil where there is no storage, a nil in it where there is no such place.
        let found = utf8.withContiguousStorageIfAvailable { text in
            other.utf8.withContiguousStorageIfAvailable { Self.offset(of: $0, in: text) }
        }
        if case .some(.some(let place)) = found { return place }
        let text = Array(utf8)
        let wanted = Array(other.utf8)
        return text.withUnsafeBufferPointer { text in
            wanted.withUnsafeBufferPointer { Self.offset(of: $0, in: text) }
        }
    }

    private static func offset(
        of wanted: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        guard let first = wanted.first, let other = wanted.baseAddress else { return 0 }
        guard let base = text.baseAddress else { return nil }
        var from = 0
        while from + wanted.count <= text.count {
            let room = text.count - wanted.count + 1 - from
            guard let hit = memchr(base + from, Int32(first), room) else { return nil }
            if memcmp(hit, other, wanted.count) == 0 {
                return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
            }
            from = UnsafeRawPointer(hit) - UnsafeRawPointer(base) + 1
        }
        return nil
    }

    /// Fewer Characters than `limit`? Texts of more than eight bytes a Character count as long.
    func isShorter(than limit: Int) -> Bool {
        let bytes = utf8.count
        if bytes < limit { return true }
        // Telling characters apart is slow: ASCII ones are a byte each.
        if utf8.prefix(limit).allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return false }
        return bytes <= limit * 8
            && index(startIndex, offsetBy: limit, limitedBy: endIndex) == nil
    }
}
