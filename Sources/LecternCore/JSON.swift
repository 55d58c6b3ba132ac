/// A JSON value, read leniently: what servers send is not always what the standard says.
///
/// Lone surrogates and broken UTF-8 become U+FFFD; objects keep their order and the first of equal keys wins.
package enum JSON: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    /// One `"key": value` of an object.
    package struct Member: Equatable, Sendable {
        package var key: String
        package var value: JSON

        package init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// Values nested deeper are refused.
    package static let deepest = 64

    /// Reads one whole value; nil for anything else, a value with something behind it included.
    package init?(_ bytes: some Collection<UInt8>) {
        var parser = JSONParser(bytes: Array(bytes))
        guard let value = parser.document() else { return nil }
        self = value
    }

    package init?(_ text: String) { self.init(Array(text.utf8)) }

    /// Member of an object, `.null` where there is none: lookups can be chained.
    package subscript(key: String) -> JSON {
        guard case .object(let members) = self else { return .null }
        return members.first { $0.key == key }?.value ?? .null
    }

    /// Element of an array, `.null` outside.
    package subscript(index: Int) -> JSON {
        guard case .array(let values) = self, values.indices.contains(index) else { return .null }
        return values[index]
    }

    package var string: String? { if case .string(let text) = self { text } else { nil } }
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    package var double: Double? { if case .number(let value) = self { value } else { nil } }
    package var array: [JSON]? { if case .array(let values) = self { values } else { nil } }
    package var object: [Member]? { if case .object(let members) = self { members } else { nil } }
    package var isNull: Bool { self == .null }

    /// A whole number, also where it was written as `4096.0` or `"4096"`.
    package var int: Int? {
        switch self {
        case .number(let value) where value.magnitude < 9e15: Int(value)
        case .string(let text): Int(text)
        default: nil
        }
    }

    /// The value on one line, without blanks.
    package var text: String {
        var out = ""
        write(to: &out, indent: nil)
        return out
    }

    /// The value over many lines, two blanks a level.
    package var prettyText: String {
        var out = ""
        write(to: &out, indent: 0)
        return out
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .number(Double(value)) }
    package init(floatLiteral value: Double) { self = .number(value) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }

    /// `null` for nil.
    package init(_ value: Int?) { self = value.map { .number(Double($0)) } ?? .null }
    /// `null` for nil.
    package init(_ value: String?) { self = value.map { .string($0) } ?? .null }
}

extension JSON {
    private func write(to out: inout String, indent: Int?) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .number(let value): out += JSON.written(value)
        case .string(let text): JSON.write(text, to: &out)
        case .array(let values):
            JSON.write(values, between: ("[", "]"), to: &out, indent: indent) {
                value, out, indent in
                value.write(to: &out, indent: indent)
            }
        case .object(let members):
            JSON.write(members, between: ("{", "}"), to: &out, indent: indent) {
                member, out, indent in
                JSON.write(member.key, to: &out)
                out += indent == nil ? ":" : ": "
                member.value.write(to: &out, indent: indent)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], between brackets: (String, String), to out: inout String, indent: Int?,
        _ writeItem: (Item, inout String, Int?) -> Void
    ) {
        out += brackets.0
        for (index, item) in items.enumerated() {
            if index > 0 { out += "," }
            if let indent { out += "\n" + String(repeating: "  ", count: indent + 1) }
            writeItem(item, &out, indent.map { $0 + 1 })
        }
        if let indent, !items.isEmpty { out += "\n" + String(repeating: "  ", count: indent) }
        out += brackets.1
    }

    private static func written(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        if value == value.rounded(), value.magnitude < 9e15 { return String(Int(value)) }
        return String(value)
    }

    private static func write(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case "\r": out += "\\r"
            default:
                switch scalar.value {
                // What a terminal would obey, when the JSON is looked at in one.
                case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
                    let hex = String(scalar.value, radix: 16)
                    out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                default: out.unicodeScalars.append(scalar)
                }
            }
        }
        out += "\""
    }
}
