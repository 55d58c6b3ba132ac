import LecternCore
import Testing

@testable import Extraction

private func detected(
    _ bytes: [UInt8], media: String? = nil, name: String? = nil
) throws -> Kind {
    var report = Report()
    return try kind(
        of: Document(source: .standardInput, mediaType: media, name: name, bytes: bytes),
        report: &report)
}

private let kinds: [(String, String?, String?, Kind)] = [
    ("<!DOCTYPE html><p>x", nil, nil, Kind.html), ("<p>x", nil, nil, .html),
    ("<!-- c --><html>", nil, nil, .html), ("<?xml version='1.0'?><rss>", nil, nil, .rss),
    ("<?xml version='1.0'?><!-- x --><feed xmlns='a'>", nil, nil, .atom),
    ("<rdf:RDF>", nil, nil, .rdf), ("<opml>", nil, nil, .opml),
    ("{\"version\": \"https://jsonfeed.org/version/1.1\"}", nil, nil, .jsonFeed),
    ("# Title\n\n- a\n- b\n", nil, nil, .markdown),
    ("Just words.\n\nMore words.", nil, nil, .plainText),
    ("Just words.", "text/html", nil, .html), ("<rss>", "text/html", nil, .rss),
    ("# Title", nil, "a.txt", .plainText), ("Just words.", nil, "a.md", .markdown),
    ("<rss version='2.0'>", "text/plain", nil, .rss), ("Just words.", nil, "a.html.gz", .html),
    ("<?xml version='1.0'?><html xmlns='x'>", "text/xml", nil, .xhtml),
]

@Test(arguments: kinds)
private func `a kind is told by media type, then name, then content`(
    text: String, media: String?, name: String?, kind: Kind
) throws {
    #expect(try detected(Array(text.utf8), media: media, name: name) == kind)
}

private let foreign: [([UInt8], String)] = [
    ([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], "a PDF"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive"),
    ([0x41, 0x00, 0x42, 0x00, 0x01, 0x02], "a binary file"),
]

@Test(arguments: foreign)
private func `what is no article says what it is`(bytes: [UInt8], kind: String) {
    #expect(throws: ExtractionError.notAnArticle(kind: kind)) { try detected(bytes) }
}

@Test func `nothing is empty`() {
    #expect(throws: ExtractionError.empty) { try detected([]) }
    #expect(throws: ExtractionError.empty) { try detected(Array(" \n\t ".utf8)) }
}

private func decoded(_ bytes: [UInt8], header: String? = nil) -> Decoded {
    decode(bytes, declared: header, kind: .html)
}

private let sets: [([UInt8], String?, String, String)] = [
    ([0xEF, 0xBB, 0xBF, 0x61], nil, "utf-8", "a"),
    ([0xFF, 0xFE, 0x61, 0x00, 0xE9, 0x00], nil, "utf-16le", "aé"),
    ([0xFE, 0xFF, 0x00, 0x61], nil, "utf-16be", "a"),
    ([0x63, 0x61, 0x66, 0xE9], "iso-8859-1", "windows-1252", "café"),
    ([0x93, 0x61, 0x94], "latin1", "windows-1252", "“a”"),
    ([0x82, 0xA0, 0x82, 0xA2], "shift-jis", "shift_jis", "あい"),
    ([0xCF, 0xF0, 0xE8], "cp1251", "windows-1251", "При"),
    ([0xB0, 0xA1, 0x20], "gb2312", "gbk", "啊 "),
    ([0x61, 0xFF, 0x62], "utf-8", "utf-8", "a\u{FFFD}b"),
    ([0x82], "shift_jis", "shift_jis", "\u{FFFD}"),
    ([0x61], "utf-7", "utf-8", "a"), ([0x61], "\u{1B}nonsense", "utf-8", "a"),
]

@Test(arguments: sets)
private func `a declared character set is honoured`(
    bytes: [UInt8], header: String?, charset: String, text: String
) {
    let result = decoded(bytes, header: header)
    #expect(result.charset == charset)
    #expect(result.text == text)
}

private let namedSets: [(String, String)] = [
    ("<meta charset=windows-1251>", "windows-1251"), ("<META CHARSET = 'KOI8-R'>", "koi8-r"),
    ("<meta http-equiv='Content-Type' content='text/html; charset=gbk'>", "gbk"),
    ("<?xml version='1.0' encoding='iso-8859-2'?><html>", "iso-8859-2"),
    ("<meta charset='utf-16'>", "utf-8"),
]

@Test(arguments: namedSets)
private func `a page may name its character set`(head: String, charset: String) {
    #expect(decoded(Array(head.utf8) + [0xE0, 0xE1]).charset == charset)
}

@Test func `an undeclared character set is detected`() {
    let text =
        "Наводнение началось ночью, и мост закрыли до утра, потому что вода поднималась всё выше и выше."
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x410...0x44F: bytes.append(UInt8(scalar.value - 0x410 + 0xC0))
        case 0x451: bytes.append(0xB8)
        default: bytes.append(UInt8(scalar.value))
        }
    }
    let result = decoded(bytes)
    #expect(result.charset == "windows-1251")
    #expect(result.text == text)
}

/// "hello" as gzip.
private let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x86, 0xA6,
    0x10,
    0x36, 0x05, 0, 0, 0,
]

@Test func `gzip opens, also cut and in several members`() throws {
    #expect(try inflated(packed, limit: 100) == Array("hello".utf8))
    #expect(try inflated(packed + packed, limit: 100) == Array("hellohello".utf8))
    #expect(try inflated(Array(packed.dropLast(9)), limit: 100) == Array("hello".utf8))
    #expect(throws: ExtractionError.tooLarge(limit: 3)) { try inflated(packed, limit: 3) }
    #expect(throws: ExtractionError.damaged(kind: "a gzip file")) {
        try inflated([0x1F, 0x8B, 0x09], limit: 9)
    }
}
