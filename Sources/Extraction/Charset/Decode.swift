import CUchardet
import Glibc

/// A document's bytes as UTF-8.
struct Decoded {
    /// UTF-8 without a byte order mark; may hold invalid sequences where the source was UTF-8 itself.
    var bytes: [UInt8]
    /// WHATWG name, lower case.
    var charset: String
    /// Who said so: `byte order mark`, `HTTP header`, `meta`, `XML declaration`, `detected`, `valid UTF-8`.
    var evidence: String

    /// Invalid sequences are U+FFFD.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Finds out the character set and converts to UTF-8; whatever is invalid becomes U+FFFD.
///
/// In order: byte order mark, HTTP header, `<meta>`, XML declaration, validity as UTF-8, detection. A declared
/// set is overruled only by bytes that cannot be what it says.
func decode(_ bytes: [UInt8], declared: String?, kind: Kind) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        return Decoded(
            bytes: Array(bytes[3...]), charset: "utf-8", evidence: "byte order mark")
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
        return converted(bytes[2...], from: "utf-16le", evidence: "byte order mark")
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
        return converted(bytes[2...], from: "utf-16be", evidence: "byte order mark")
    }
    var declarations: [(label: String, evidence: String)] = []
    if let declared { declarations.append((declared, "HTTP header")) }
    if kind == .html || kind == .xhtml {
        if let label = metaCharset(bytes) { declarations.append((label, "meta")) }
        if let label = xmlCharset(bytes) { declarations.append((label, "XML declaration")) }
    }
    let census = UTF8Census(bytes)
    for declaration in declarations {
        guard var name = charsetName(ofLabel: declaration.label) else { continue }
        // A page that can be read for its <meta> is not UTF-16, whatever it says (WHATWG HTML, 13.2.3.2).
        if name.hasPrefix("utf-16"), declaration.evidence != "HTTP header" { name = "utf-8" }
        if name == "utf-8" {
            if census.invalid > 4, census.invalid > census.sequences, let found = detected(bytes) {
                return converted(
                    bytes[...], from: found, evidence: "detected, though declared as utf-8")
            }
            return Decoded(bytes: bytes, charset: name, evidence: declaration.evidence)
        }
        if census.invalid == 0, census.sequences >= 8, !name.hasPrefix("utf-16") {
            return Decoded(
                bytes: bytes, charset: "utf-8", evidence: "valid UTF-8, though declared as \(name)")
        }
        return converted(bytes[...], from: name, evidence: declaration.evidence)
    }
    if census.invalid == 0 || census.invalid * 20 < census.sequences {
        return Decoded(bytes: bytes, charset: "utf-8", evidence: "valid UTF-8")
    }
    return converted(bytes[...], from: detected(bytes) ?? "windows-1252", evidence: "detected")
}

/// Counts what is and what is not UTF-8 in the first megabyte.
private struct UTF8Census {
    /// Valid sequences of two bytes and more.
    var sequences = 0
    var invalid = 0

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { all in
            let end = min(all.count, 1 << 20)
            var index = 0
            let raw = UnsafeRawBufferPointer(all)
            while index < end {
                // Eight of ASCII at a time.
                while index + 8 <= end,
                    raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                        & 0x8080_8080_8080_8080 == 0
                {
                    index += 8
                }
                guard index < end else { break }
                let byte = all[index]
                index += 1
                guard byte >= 0x80 else { continue }
                let more = byte < 0xC2 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : byte < 0xF5 ? 3 : 0
                var seen = 0
                while seen < more, index < all.count, all[index] & 0xC0 == 0x80 {
                    index += 1
                    seen += 1
                }
                if more > 0, seen == more { sequences += 1 } else { invalid += 1 }
            }
        }
    }
}

/// The set that the bytes look like, by uchardet; nil when it cannot say.
private func detected(_ bytes: [UInt8]) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
    let sample = bytes[max(0, first - 256)..<min(bytes.count, first + (1 << 16))]
    _ = sample.withUnsafeBytes { buffer in
        uchardet_handle_data(
            detector, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    return charsetName(ofLabel: String(cString: name))
}

/// Converts with iconv; an unconvertible byte becomes U+FFFD and conversion goes on behind it.
private func converted(_ bytes: ArraySlice<UInt8>, from name: String, evidence: String) -> Decoded {
    guard let handle = iconv_open("UTF-8", iconvName(name)), Int(bitPattern: handle) != -1 else {
        return Decoded(bytes: Array(bytes), charset: "utf-8", evidence: "nothing better")
    }
    defer { iconv_close(handle) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 2)
    var chunk = [CChar](repeating: 0, count: 1 << 14)
    var source = Array(bytes)
    source.withUnsafeMutableBytes { buffer in
        var input = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = buffer.count
        while left > 0 {
            let (result, made) = chunk.withUnsafeMutableBufferPointer { room in
                var output = room.baseAddress
                var free = room.count
                let result = iconv(handle, &input, &left, &output, &free)
                return (result, room.count - free)
            }
            for byte in chunk[0..<made] { out.append(UInt8(bitPattern: byte)) }
            if result == -1, errno != E2BIG, left > 0 {
                out += [0xEF, 0xBF, 0xBD]
                input = input.map { $0 + 1 }
                left -= 1
            }
        }
    }
    return Decoded(bytes: out, charset: name, evidence: evidence)
}
