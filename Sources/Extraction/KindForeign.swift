/// What the first bytes say about a document that is no article, with its article: "a PDF"; nil when they say nothing.
func foreignKind(_ bytes: [UInt8]) -> String? {
    // None begins as pages and most texts do.
    if let first = bytes.first, first != UInt8(ascii: "<"), first != UInt8(ascii: "#") {
        for (magic, kind) in magics where bytes.starts(with: magic) { return kind }
    }
    if bytes.count > 12, bytes[0..<4].elementsEqual("RIFF".utf8) {
        if bytes[8..<12].elementsEqual("WEBP".utf8) { return "a WebP picture" }
        if bytes[8..<12].elementsEqual("WAVE".utf8) { return "a sound file" }
        return "a video"
    }
    if bytes.count > 12, bytes[4..<8].elementsEqual("ftyp".utf8) {
        if bytes[8..<12].elementsEqual("avif".utf8) { return "an AVIF picture" }
        if bytes[8..<11].elementsEqual("hei".utf8) { return "a HEIC picture" }
        if bytes[8..<11].elementsEqual("M4A".utf8) { return "a sound file" }
        return "a video"
    }
    if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) { return "a TAR archive" }
    return nil
}

private let magics: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "a PDF"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF87a".utf8), "a GIF picture"),
    (Array("GIF89a".utf8), "a GIF picture"),
    ([0x42, 0x4D, 0x36], "a BMP picture"),
    ([0x49, 0x49, 0x2A, 0x00], "a TIFF picture"),
    ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF picture"),
    ([0x00, 0x00, 0x01, 0x00], "an icon"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive"),
    ([0x50, 0x4B, 0x05, 0x06], "a ZIP archive"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
    (Array("Rar!\u{1A}\u{07}".utf8), "a RAR archive"),
    (Array("BZh".utf8), "a bzip2 archive"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("ID3".utf8), "a sound file"),
    (Array("OggS".utf8), "a sound file"),
    (Array("fLaC".utf8), "a sound file"),
    ([0x1A, 0x45, 0xDF, 0xA3], "a video"),
    (Array("wOFF".utf8), "a font"),
    (Array("wOF2".utf8), "a font"),
    (Array("SQLite format 3\u{0}".utf8), "a database"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an office document"),
    (Array("{\\rtf".utf8), "an RTF document"),
    (Array("%!PS".utf8), "a PostScript document"),
]

/// What a media type says about a document that is no article; nil when it may be one.
func foreignKind(mediaType: String) -> String? {
    switch mediaType {
    case "application/pdf": return "a PDF"
    case "application/zip": return "a ZIP archive"
    case "application/epub+zip": return "an EPUB book"
    case "image/svg+xml": return "an SVG picture"
    case "text/css": return "a style sheet"
    case "text/javascript", "application/javascript": return "a script"
    default: break
    }
    switch mediaType.prefix(while: { $0 != "/" }) {
    case "image": return "a picture"
    case "audio": return "a sound file"
    case "video": return "a video"
    case "font": return "a font"
    default: return nil
    }
}
