/// A JSON value whose objects keep the order of their keys.
enum JSON {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSON])
    case object([(String, JSON)])

    static func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
    static func number(_ value: Int?) -> JSON { value.map { .int($0) } ?? .null }

    /// The value as indented text with a final newline.
    var document: String {
        var out: [UInt8] = []
        write(to: &out, indent: 0)
        out.append(0x0A)
        return String(decoding: out, as: UTF8.self)
    }

    private func write(to out: inout [UInt8], indent: Int) {
        switch self {
        case .null: out += "null".utf8
        case .bool(let value): out += (value ? "true" : "false").utf8
        case .int(let value): out += String(value).utf8
        case .double(let value): out += (value.isFinite ? String(value) : "null").utf8
        case .string(let value): JSON.quote(value, to: &out)
        case .array(let values):
            JSON.write(values.count, open: "[", close: "]", indent: indent, to: &out) {
                index, out in
                values[index].write(to: &out, indent: indent + 1)
            }
        case .object(let pairs):
            JSON.write(pairs.count, open: "{", close: "}", indent: indent, to: &out) { index, out in
                JSON.quote(pairs[index].0, to: &out)
                out += ": ".utf8
                pairs[index].1.write(to: &out, indent: indent + 1)
            }
        }
    }

    private static func write(
        _ count: Int, open: String, close: String, indent: Int, to out: inout [UInt8],
        _ item: (Int, inout [UInt8]) -> Void
    ) {
        out += open.utf8
        for index in 0..<count {
            out += (index == 0 ? "\n" : ",\n").utf8
            out.append(contentsOf: repeatElement(0x20, count: 2 * (indent + 1)))
            item(index, &out)
        }
        if count > 0 {
            out.append(0x0A)
            out.append(contentsOf: repeatElement(0x20, count: 2 * indent))
        }
        out += close.utf8
    }

    /// RFC 8259 strings; controls that a terminal would obey are written as escapes, C1 and bidi ones included.
    private static func quote(_ text: String, to out: inout [UInt8]) {
        out.append(0x22)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: out += "\\\"".utf8
            case 0x5C: out += "\\\\".utf8
            case 0x0A: out += "\\n".utf8
            case 0x0D: out += "\\r".utf8
            case 0x09: out += "\\t".utf8
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
                let hex = String(scalar.value, radix: 16)
                out += ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8
            default: out += UTF8.encode(scalar).map { Array($0) } ?? []
            }
        }
        out.append(0x22)
    }
}
