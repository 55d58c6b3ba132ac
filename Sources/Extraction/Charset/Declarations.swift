/// The label in the first `<meta charset>` or `<meta http-equiv content="…charset=…">` of the first 16 kB.
func metaCharset(_ bytes: [UInt8]) -> String? {
    let head = lowered(bytes.prefix(16384))
    var from = 0
    while let meta = index(of: "<meta", in: head, from: from) {
        let end = head[meta...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
        if let label = value(of: "charset", in: head[meta..<end]) { return label }
        from = end
    }
    return nil
}

/// The `encoding` of an XML declaration.
func xmlCharset(_ bytes: [UInt8]) -> String? {
    let head = lowered(bytes.prefix(256))
    guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else {
        return nil
    }
    return value(of: "encoding", in: head[..<end])
}

private func lowered(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
}

private func index(of word: String, in bytes: [UInt8], from: Int) -> Int? {
    let word = Array(word.utf8)
    guard bytes.count >= word.count, from <= bytes.count - word.count else { return nil }
    for index in from...(bytes.count - word.count) where bytes[index] == word[0] {
        if bytes[index...].starts(with: word) { return index }
    }
    return nil
}

/// What stands behind `name`, an equals sign and perhaps a quote.
private func value(of name: String, in bytes: ArraySlice<UInt8>) -> String? {
    let all = Array(bytes)
    guard var at = index(of: name, in: all, from: 0) else { return nil }
    at += name.utf8.count
    while at < all.count, all[at] <= 0x20 { at += 1 }
    guard at < all.count, all[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    while at < all.count, all[at] <= 0x20 || all[at] == 0x22 || all[at] == 0x27 { at += 1 }
    let label = all[at...].prefix {
        $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x3E
    }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
}
