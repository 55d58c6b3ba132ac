import LecternCore

/// An HTML tag inside a paragraph of Markdown.
struct InlineTag {
    /// Lower case.
    var name: String
    var closes: Bool
    /// Values as they stand, entities of `&amp;` and the quotes decoded; names in lower case.
    var attributes: [String: String] = [:]

    init?(_ html: String) {
        let bytes = Array(html.utf8)
        guard bytes.count >= 3, bytes.first == 0x3C, bytes.last == 0x3E else { return nil }
        var index = 1
        closes = bytes[1] == 0x2F
        if closes { index = 2 }
        var end = index
        while end < bytes.count, bytes[end] > 0x20, bytes[end] != 0x3E, bytes[end] != 0x2F {
            end += 1
        }
        name = bytes.string(index..<end).lowercased()
        guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return nil }
        index = end
        while index < bytes.count - 1, attributes.count < 32 {
            while index < bytes.count - 1, bytes[index] <= 0x20 || bytes[index] == 0x2F {
                index += 1
            }
            var end = index
            while end < bytes.count - 1, bytes[end] > 0x20, bytes[end] != 0x3D { end += 1 }
            guard end > index else { return }
            let key = bytes.string(index..<end).lowercased()
            index = end
            while index < bytes.count - 1, bytes[index] <= 0x20 { index += 1 }
            guard bytes[index] == 0x3D else {
                attributes[key] = ""
                continue
            }
            index += 1
            while index < bytes.count - 1, bytes[index] <= 0x20 { index += 1 }
            let quote = bytes[index]
            if quote == 0x22 || quote == 0x27 {
                index += 1
                end = bytes.firstIndex(of: quote, from: index, to: bytes.count) ?? bytes.count - 1
            } else {
                end = index
                while end < bytes.count - 1, bytes[end] > 0x20 { end += 1 }
            }
            if end > index || quote == 0x22 || quote == 0x27 {
                attributes[key] = InlineTag.decoded(bytes.string(index..<max(index, end)))
            }
            index = end + 1
        }
    }

    private static func decoded(_ value: String) -> String {
        guard value.contains("&") else { return value.gated }
        var out = value
        for (entity, mark) in [
            ("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
        ] {
            out = out.split(separator: entity, omittingEmptySubsequences: false)
                .joined(separator: mark)
        }
        return out.gated
    }

    /// The look that the element gives its words; nil for all others.
    var style: InlineStyle? {
        switch name {
        case "b", "strong": .strong
        case "i", "em", "cite", "var", "dfn": .emphasis
        case "code", "samp", "tt": .code
        case "kbd": .keyboard
        case "s", "del", "strike": .strike
        case "sup": .superscript
        case "sub": .subscript
        case "mark": .mark
        case "u", "ins": .underline
        default: nil
        }
    }
}
