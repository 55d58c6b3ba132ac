/// The text as UTF-8 bytes with `\n` for every line break, and free of what no reader should see.
///
/// Gone are terminal sequences, overstrikes (`x\bx`, as `man` writes bold), other controls, and format
/// characters that reorder or hide text. Tabs and form feeds stay.
func cleanedBytes(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes in
        guard bytes.contains(where: needsCleaning) else { return Array(bytes) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard needsCleaning(byte) else {
                out.append(byte)
                index += 1
                continue
            }
            index += clean(bytes, at: index, into: &out)
        }
        return out
    }
}

/// Could this byte begin something that must go? True for few bytes of ordinary text.
@inline(__always)
private func needsCleaning(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0C: false
    case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: true
    default: false
    }
}

/// Handles the suspect at `index`; returns how many bytes it took, at least 1.
private func clean(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, into out: inout [UInt8]
) -> Int {
    let byte = bytes[index]
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch byte {
    case 0x0D:
        out.append(0x0A)
        return next == 0x0A ? 2 : 1
    case 0x0B:
        out.append(0x0A)
        return 1
    case 0x1B: return escapeLength(bytes, at: index)
    case 0x08:
        dropLastScalar(&out)
        return 1
    case 0..<0x20, 0x7F: return 1
    case 0xC2:
        if next == 0x85 { out.append(0x0A) }
        if (0x80..<0xA0).contains(next) { return 2 }
    case 0xD8 where next == 0x9C: return 2
    case 0xE1 where next == 0xA0 && third == 0x8E: return 3
    case 0xE2 where next == 0x80:
        if third == 0xA8 || third == 0xA9 { out.append(0x0A) }
        if third == 0x8B || third == 0x8E || third == 0x8F || (0xA8...0xAE).contains(third) {
            return 3
        }
    case 0xE2 where next == 0x81 && (0xA0...0xAF).contains(third): return 3
    case 0xEF where next == 0xBB && third == 0xBF: return 3
    case 0xEF where next == 0xBF && (0xB0...0xBB).contains(third): return 3
    case 0xF3 where next == 0xA0: return min(4, bytes.count - index)
    default: break
    }
    out.append(byte)
    return 1
}

/// Bytes of the terminal sequence at `index` (ECMA-48: CSI, strings up to ST or BEL, two-byte ones).
private func escapeLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard index + 1 < bytes.count else { return 1 }
    // A string that is never ended hides at most this many bytes: no terminal program writes longer titles.
    let limit = min(bytes.count, index + 4096)
    switch bytes[index + 1] {
    case 0x5B:
        var at = index + 2
        while at < limit, (0x20..<0x40).contains(bytes[at]) { at += 1 }
        return (at < limit && (0x40..<0x7F).contains(bytes[at]) ? at + 1 : at) - index
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F:
        var at = index + 2
        while at < limit, bytes[at] != 0x07, bytes[at] != 0x1B, bytes[at] != 0x0A { at += 1 }
        guard at < limit else { return 2 }
        if bytes[at] == 0x07 { return at + 1 - index }
        return at + 1 < bytes.count && bytes[at] == 0x1B && bytes[at + 1] == 0x5C
            ? at + 2 - index : at - index
    case 0x20..<0x30: return min(3, bytes.count - index)
    case 0x30..<0x7F: return 2
    default: return 1
    }
}

/// An overstrike keeps what was struck last; `_` under a letter goes the same way.
private func dropLastScalar(_ out: inout [UInt8]) {
    guard let last = out.last, last != 0x0A else { return }
    while let byte = out.popLast(), byte & 0xC0 == 0x80 {}
}
