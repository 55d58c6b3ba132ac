/// RFC 8259 over bytes, with a bound on depth.
struct JSONParser {
    let bytes: [UInt8]
    private var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// One value and nothing behind it.
    mutating func document() -> JSON? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        guard let value = value(depth: 0) else { return nil }
        skipBlanks()
        return at == bytes.count ? value : nil
    }

    private mutating func value(depth: Int) -> JSON? {
        skipBlanks()
        guard at < bytes.count, depth <= JSON.deepest else { return nil }
        switch bytes[at] {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "t"): return word("true", .bool(true))
        case UInt8(ascii: "f"): return word("false", .bool(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func object(depth: Int) -> JSON? {
        at += 1
        var members: [JSON.Member] = []
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object([]) }
        while true {
            skipBlanks()
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\""), let key = string() else {
                return nil
            }
            skipBlanks()
            guard take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else { return nil }
            members.append(JSON.Member(key, value))
            skipBlanks()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { return nil }
        }
    }

    private mutating func array(depth: Int) -> JSON? {
        at += 1
        var values: [JSON] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .array([]) }
        while true {
            guard let value = value(depth: depth + 1) else { return nil }
            values.append(value)
            skipBlanks()
            if take(UInt8(ascii: "]")) { return .array(values) }
            guard take(UInt8(ascii: ",")) else { return nil }
        }
    }

    private mutating func string() -> String? {
        at += 1
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
            at += 1
        }
        guard at < bytes.count else { return nil }
        var text = String(decoding: bytes[start..<at], as: UTF8.self)
        while at < bytes.count {
            if take(UInt8(ascii: "\"")) { return text }
            if take(UInt8(ascii: "\\")) {
                guard let scalar = escape() else { return nil }
                text.unicodeScalars.append(scalar)
            } else {
                let start = at
                while at < bytes.count, bytes[at] != UInt8(ascii: "\""),
                    bytes[at] != UInt8(ascii: "\\")
                {
                    at += 1
                }
                text += String(decoding: bytes[start..<at], as: UTF8.self)
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard at < bytes.count else { return nil }
        defer { at += 1 }
        switch bytes[at] {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return Unicode.Scalar(bytes[at])
        case UInt8(ascii: "u"):
            guard let first = hex(from: at + 1) else { return nil }
            at += 4
            guard (0xD800..<0xDC00).contains(first) else {
                return Unicode.Scalar(first) ?? "\u{FFFD}"
            }
            guard at + 2 < bytes.count, bytes[at + 1] == UInt8(ascii: "\\"),
                bytes[at + 2] == UInt8(ascii: "u"), let second = hex(from: at + 3),
                (0xDC00..<0xE000).contains(second)
            else { return "\u{FFFD}" }
            at += 6
            return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        default: return nil
        }
    }

    private func hex(from start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[start..<start + 4] {
            guard byte.isHexDigit else { return nil }
            let digit = byte < 0x3A ? byte - 0x30 : (byte | 0x20) - 0x61 + 10
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private mutating func number() -> JSON? {
        let start = at
        while at < bytes.count, at - start < 64 {
            switch bytes[at] {
            case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: at += 1
            default:
                return Double(String(decoding: bytes[start..<at], as: UTF8.self)).map {
                    .number($0)
                }
            }
        }
        return Double(String(decoding: bytes[start..<at], as: UTF8.self)).map { .number($0) }
    }

    private mutating func word(_ text: StaticString, _ value: JSON) -> JSON? {
        let end = at + text.utf8CodeUnitCount
        guard end <= bytes.count else { return nil }
        for offset in 0..<text.utf8CodeUnitCount
        where bytes[at + offset] != text.utf8Start[offset] { return nil }
        at = end
        return value
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipBlanks() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            default: return
            }
        }
    }
}
