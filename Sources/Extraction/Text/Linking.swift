import LecternCore

/// Finds addresses in running text and makes links of them.
struct Linking {
    private(set) var links: [Link]
    private let base: Address?

    /// `links` are those that the article has already.
    init(base: Address?, links: [Link] = []) {
        self.base = base
        self.links = links
    }

    /// Makes links of the bare addresses in a block that has its links already.
    mutating func link(_ block: inout Block) {
        switch block.content {
        case .paragraph(let text): block.content = .paragraph(linked(text))
        case .table(var table):
            table.rows = table.rows.map { $0.map { linked($0) } }
            block.content = .table(table)
        default: break
        }
    }

    /// The same for text with spans: only what is neither code nor a link is looked at.
    private mutating func linked(_ text: RichText) -> RichText {
        guard text.text.utf8.count >= 8, Linking.maybe(Array(text.text.utf8)) else { return text }
        var out = RichText()
        var at = 0
        for span in text.spans {
            if at < span.range.lowerBound {
                out.append(linked(String(text.text.utf8Slice(at..<span.range.lowerBound))))
            }
            let inner = text.slice(span.range)
            if span.link == nil, span.note == nil, !span.style.contains(.code) {
                var found = linked(inner.text)
                found.restyle(span.style)
                out.append(found)
            } else {
                out.append(inner)
            }
            at = span.range.upperBound
        }
        if at < text.text.utf8.count {
            out.append(linked(String(text.text.utf8Slice(at..<text.text.utf8.count))))
        }
        return out
    }

    /// The text with `https://…`, `www.…` and `[words](https://…)` as links.
    mutating func linked(_ text: String) -> RichText {
        let bytes = Array(text.utf8)
        guard Linking.maybe(bytes) else { return RichText(text) }
        var out = RichText()
        var plain = 0
        var index = 0
        // Where the search for a `]` ended without one: no second look, or a line of `[` costs its square.
        var barren = 0
        while index < bytes.count {
            if bytes[index] == 0x5B, index >= barren {
                if let found = wordedLink(bytes, index, &barren) {
                    out.append(bytes.string(plain..<index))
                    append(&out, found.text, found.address)
                    index = found.end
                    plain = index
                    continue
                }
            } else if let end = addressEnd(bytes, index),
                let address = Address(scheme(bytes, index) + bytes.string(index..<end))
            {
                out.append(bytes.string(plain..<index))
                append(&out, bytes.string(index..<end), address)
                index = end
                plain = end
                continue
            }
            index += 1
        }
        guard plain > 0 else { return RichText(text) }
        out.append(bytes.string(plain..<bytes.count))
        return out
    }

    private mutating func append(_ out: inout RichText, _ text: String, _ address: Address) {
        out.append(text, link: LinkID(links.count))
        links.append(Link(text: text, address: address))
    }

    private static func maybe(_ bytes: [UInt8]) -> Bool {
        for index in bytes.indices {
            switch bytes[index] {
            case 0x3A where bytes.has("://", at: index): return true
            case 0x77 where bytes.has("www.", at: index): return true
            default: continue
            }
        }
        return false
    }

    private func scheme(_ bytes: [UInt8], _ index: Int) -> String {
        bytes[index] | 0x20 == 0x77 ? "https://" : ""
    }

    /// `[words](https://…)`; short words and a web address, as only a link has them.
    private func wordedLink(
        _ bytes: [UInt8], _ start: Int, _ barren: inout Int
    ) -> (text: String, address: Address, end: Int)? {
        let limit = min(bytes.count, start + 400)
        guard let close = bytes.firstIndex(of: 0x5D, from: start + 1, to: limit) else {
            barren = limit
            return nil
        }
        guard close > start + 1, bytes.has("](http", at: close),
            let end = bytes.firstIndex(
                of: 0x29, from: close + 2, to: min(bytes.count, close + 2100)),
            let address = Address(bytes.string((close + 2)..<end)), address.isWeb
        else { return nil }
        return (bytes.string((start + 1)..<close), address, end + 1)
    }

    /// Where the address that starts at `index` ends; nil when none starts there.
    private func addressEnd(_ bytes: [UInt8], _ index: Int) -> Int? {
        let front: Int
        if bytes.has("https://", at: index) {
            front = 8
        } else if bytes.has("http://", at: index) {
            front = 7
        } else if bytes.has("www.", at: index) {
            front = 4
        } else {
            return nil
        }
        if index > 0, bytes[index - 1] < 0x80, Unicode.Scalar(bytes[index - 1]).isLetter {
            return nil
        }
        var end = index + front
        var open = 0
        // Longer than servers take (8 kB): not an address.
        while end < bytes.count, end - index < 8192 {
            let byte = bytes[end]
            if byte <= 0x20 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x60
                || byte == 0x7C || byte == 0x5D || byte == 0x7F
            {
                break
            }
            if byte == 0x28 { open += 1 }
            if byte == 0x29 {
                if open == 0 { break }
                open -= 1
            }
            if byte >= 0x80 {
                let (scalar, length) = bytes.scalar(at: end)
                guard scalar.isLetter || scalar.isDigit, !scalar.isIdeographic else { break }
                end += length
                continue
            }
            end += 1
        }
        while end > index + front, ".,;:!?'*_".utf8.contains(bytes[end - 1]) { end -= 1 }
        guard end > index + front + 2 else { return nil }
        if front == 4, !bytes[(index + 4)..<end].contains(0x2E) { return nil }
        return end
    }
}

extension RichText {
    /// Adds a style to all of the text.
    fileprivate mutating func restyle(_ style: InlineStyle) {
        var whole = RichText()
        var at = 0
        for span in spans {
            whole.append(String(text.utf8Slice(at..<span.range.lowerBound)), style: style)
            whole.append(
                String(text.utf8Slice(span.range)), style: span.style.union(style), link: span.link,
                note: span.note)
            at = span.range.upperBound
        }
        whole.append(String(text.utf8Slice(at..<text.utf8.count)), style: style)
        self = whole
    }
}
