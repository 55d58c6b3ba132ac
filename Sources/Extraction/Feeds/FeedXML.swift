import LecternCore

/// Feed XML made safe and well-formed enough to be parsed: UTF-8 in, UTF-8 out, linear.
///
/// No XML declaration and no document type are left, so nothing can be declared: neither files to be
/// fetched nor entities that grow. HTML's entities become characters, a stray `&` or `<` is escaped,
/// and what XML forbids is gone.
func repairedXML(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 16)
    // Blank lines or a stray warning may stand above the first tag.
    var index = bytes.firstIndex(of: 0x3C) ?? bytes.count
    var surplus: Range<Int>?
    while index < bytes.count {
        if let range = surplus, index >= range.lowerBound {
            index = max(index, range.upperBound)
            surplus = nil
            continue
        }
        let byte = bytes[index]
        switch byte {
        case 0x3C:
            surplus = surplusAttributes(bytes, index)
            index = copyMarkup(bytes, index, &out)
        case 0x26: index = copyReference(bytes, index, &out)
        case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: index += 1
        case 0xEF where bytes.has("\u{FFFE}", at: index) || bytes.has("\u{FFFF}", at: index):
            index += 3
        default:
            out.append(byte)
            index += 1
        }
    }
    return out
}

/// What a tag has beyond 256 attributes, up to its end; nil for nearly all. libxml2 compares each with all others.
private func surplusAttributes(_ bytes: [UInt8], _ start: Int) -> Range<Int>? {
    var quote: UInt8 = 0
    var values = 0
    var from: Int?
    for index in (start + 1)..<max(bytes.count, start + 1) {
        let byte = bytes[index]
        if quote != 0 {
            if byte == quote {
                quote = 0
                values += 1
                if values == 256 { from = index + 1 }
            }
        } else if byte == 0x22 || byte == 0x27 {
            quote = byte
        } else if byte == 0x3E || byte == 0x3C {
            return from.map { $0..<(bytes[index - 1] == 0x2F ? max($0, index - 1) : index) }
        }
        if from == nil, index - start > 1 << 16 { return nil }
    }
    return from.map { $0..<bytes.count }
}

/// Handles a `<`; returns where to go on.
private func copyMarkup(_ bytes: [UInt8], _ index: Int, _ out: inout [UInt8]) -> Int {
    if bytes.has("<![CDATA[", at: index) {
        let end = find("]]>", bytes, from: index + 9)
        out += "<![CDATA[".utf8
        for byte in bytes[(index + 9)..<(end ?? bytes.count)]
        where byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x09 || byte == 0x0D {
            out.append(byte)
        }
        out += "]]>".utf8
        return end.map { $0 + 3 } ?? bytes.count
    }
    if bytes.has("<!--", at: index) {
        return find("-->", bytes, from: index + 4).map { $0 + 3 } ?? bytes.count
    }
    if bytes.has("<?", at: index) {
        return find("?>", bytes, from: index + 2).map { $0 + 2 } ?? bytes.count
    }
    if bytes.has("<!", at: index) { return endOfDeclaration(bytes, index) }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if next >= 0x80 || next == 0x2F || next == 0x5F || (0x41...0x5A).contains(next & 0xDF) {
        out.append(0x3C)
    } else {
        out += "&lt;".utf8
    }
    return index + 1
}

/// Behind `<!DOCTYPE …>` with its internal subset.
private func endOfDeclaration(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start + 2
    var brackets = 0
    var quote: UInt8 = 0
    while index < bytes.count {
        let byte = bytes[index]
        if quote != 0 {
            if byte == quote { quote = 0 }
        } else if byte == 0x22 || byte == 0x27 {
            quote = byte
        } else if byte == 0x5B {
            brackets += 1
        } else if byte == 0x5D {
            brackets -= 1
        } else if byte == 0x3E, brackets <= 0 {
            return index + 1
        }
        index += 1
    }
    return bytes.count
}

/// Handles a `&`; returns where to go on.
private func copyReference(_ bytes: [UInt8], _ index: Int, _ out: inout [UInt8]) -> Int {
    guard let (scalar, length) = Entities.scalar(bytes, at: index) else {
        out += "&amp;".utf8
        return index + 1
    }
    switch scalar {
    case "&": out += "&amp;".utf8
    case "<": out += "&lt;".utf8
    case ">": out += "&gt;".utf8
    case "\"": out += "&quot;".utf8
    default:
        if scalar.value >= 0x20 || scalar == "\n" || scalar == "\t" {
            if scalar.value != 0xFFFE, scalar.value != 0xFFFF, scalar.value != 0x7F {
                out += Array(String(scalar).utf8)
            }
        }
    }
    return index + length
}

private func find(_ needle: StaticString, _ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    let first = needle.utf8Start[0]
    while index < bytes.count {
        if bytes[index] == first, bytes.has(needle, at: index) { return index }
        index += 1
    }
    return nil
}

/// The words of a piece of HTML, tags and entities away, blanks collapsed: for titles and first words.
///
/// - Parameter limit: bytes of the result at most; the cut is between words.
func plainWords(_ html: String, limit: Int = 400) -> String {
    let bytes = Array(html.utf8)
    var out: [UInt8] = []
    var index = 0
    func blank() { if let last = out.last, last != 0x20 { out.append(0x20) } }
    while index < bytes.count, out.count < limit {
        let byte = bytes[index]
        switch byte {
        case 0x3C:
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            guard next == 0x2F || next == 0x21 || (0x41...0x5A).contains(next & 0xDF) else {
                out.append(byte)
                index += 1
                continue
            }
            if bytes.has("<!--", at: index) {
                index = find("-->", bytes, from: index + 4).map { $0 + 3 } ?? bytes.count
                continue
            }
            let name = bytes[(index + 1)...].prefix { ($0 & 0xDF) >= 0x41 && ($0 & 0xDF) <= 0x5A }
            let isInline = inlineNames.contains(String(decoding: name, as: UTF8.self).lowercased())
            let end = bytes.firstIndex(of: 0x3E, from: index, to: bytes.count)
            if next != 0x2F, ["script", "style"].contains(String(decoding: name, as: UTF8.self)),
                let close = end.flatMap({ find("</s", bytes, from: $0) })
            {
                index = close
                continue
            }
            if !isInline, next != 0x2F { blank() }
            if next == 0x2F, !inlineNames.contains(closingName(bytes, index)) { blank() }
            index = end.map { $0 + 1 } ?? bytes.count
        case 0x26:
            if let (scalar, length) = Entities.scalar(bytes, at: index) {
                if scalar.properties.isWhitespace {
                    blank()
                } else {
                    out += Array(String(scalar).utf8)
                }
                index += length
            } else {
                out.append(byte)
                index += 1
            }
        case 0x09, 0x0A, 0x0D, 0x20:
            blank()
            index += 1
        case 0xC2 where bytes.has("\u{A0}", at: index):
            blank()
            index += 2
        default:
            out.append(byte)
            index += 1
        }
    }
    while out.last == 0x20 { out.removeLast() }
    guard out.count >= limit else { return String(decoding: out, as: UTF8.self).gated }
    let cut = out.lastIndex(of: 0x20) ?? out.count
    return String(decoding: out[..<cut], as: UTF8.self).gated + "…"
}

private func closingName(_ bytes: [UInt8], _ index: Int) -> String {
    let name = bytes[min(bytes.count, index + 2)...].prefix {
        ($0 & 0xDF) >= 0x41 && ($0 & 0xDF) <= 0x5A
    }
    return String(decoding: name, as: UTF8.self).lowercased()
}

/// Elements that do not part words.
private let inlineNames: Set<String> = [
    "a", "b", "i", "em", "strong", "span", "u", "s", "code", "sub", "sup", "mark", "small", "big",
    "font", "abbr", "cite", "q", "kbd", "wbr", "time", "var", "samp", "tt", "ins", "del",
]
