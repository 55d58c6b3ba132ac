/// A media type as a header gives it.
struct MediaType: Equatable, Sendable {
    /// Lower case, without parameters: `text/html`.
    var name: String
    /// The `charset` parameter, lower case, where it has the shape of one.
    var charset: String?

    /// Reads `text/html; charset="utf-8"`; nil when there is no type in it.
    init?(_ header: String) {
        let parts = header.prefix(4_096).split(separator: ";", omittingEmptySubsequences: false)
        guard let first = parts.first else { return nil }
        let name = first.filter { !$0.isWhitespace }.lowercased()
        let isType = name.utf8.allSatisfy(MediaType.isTokenByte) && name.utf8.count <= 127
        guard isType, name.split(separator: "/").count == 2 else { return nil }
        self.name = name
        for parameter in parts.dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].filter({ !$0.isWhitespace }).lowercased() == "charset"
            else { continue }
            let value = pair[1].filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }.lowercased()
            guard !value.isEmpty, value.utf8.count <= 40,
                value.utf8.allSatisfy(MediaType.isTokenByte)
            else { continue }
            charset = value
            break
        }
    }

    /// Can no article come of it, whatever the body says? Text of any kind, feeds, gzip and the
    /// "I do not know" types are left to their content.
    var isNoArticle: Bool {
        guard let slash = name.firstIndex(of: "/") else { return false }
        let kind = name[..<slash]
        let rest = name[name.index(after: slash)...]
        switch kind {
        case "image", "audio", "video", "font", "model": return true
        case "application": break
        default: return false
        }
        if rest.hasSuffix("+xml") || rest.hasSuffix("json") { return false }
        if MediaType.archives.contains(String(rest)) { return true }
        return MediaType.prefixes.contains { rest.hasPrefix($0) } || rest.hasSuffix("+zip")
    }

    private static let archives: Set<String> = [
        "pdf", "x-pdf", "postscript", "zip", "x-zip-compressed", "x-tar", "x-bzip", "x-bzip2",
        "x-xz", "zstd", "x-7z-compressed", "x-rar-compressed", "x-rar", "java-archive", "wasm",
        "msword", "rtf", "x-shockwave-flash", "x-msdownload", "x-executable", "x-sharedlib",
        "x-iso9660-image", "x-apple-diskimage", "x-debian-package", "x-rpm", "x-bittorrent", "ogg",
    ]
    private static let prefixes = [
        "vnd.ms-", "vnd.openxmlformats-", "vnd.oasis.", "vnd.android.", "vnd.debian.", "vnd.rar",
        "vnd.apple.", "font-", "x-font-",
    ]

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "+"),
            UInt8(ascii: "_"), UInt8(ascii: ":"):
            true
        default: false
        }
    }
}

/// What the first bytes of a body give away, for servers that call everything text.
///
/// Sources: the magic numbers of each format, as in the file(1) database.
enum Magic {
    /// Its kind in words when it is surely no article.
    static func kind(of start: some Collection<UInt8>) -> String? {
        let bytes = Array(start.prefix(12))
        for (magic, kind) in known where bytes.starts(with: magic) { return kind }
        if bytes.count >= 8, Array(bytes[4..<8]) == Array("ftyp".utf8) { return "video" }
        return nil
    }

    private static let known: [([UInt8], String)] = [
        (Array("%PDF-".utf8), "application/pdf"), (Array("%!PS".utf8), "application/postscript"),
        ([0x89, 0x50, 0x4E, 0x47], "image/png"), (Array("GIF8".utf8), "image/gif"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"), ([0x50, 0x4B, 0x03, 0x04], "application/zip"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
        ([0x52, 0x61, 0x72, 0x21, 0x1A], "application/x-rar"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "application/x-xz"),
        ([0x7F, 0x45, 0x4C, 0x46], "application/x-executable"),
        ([0x1A, 0x45, 0xDF, 0xA3], "video/webm"), ([0x00, 0x61, 0x73, 0x6D], "application/wasm"),
    ]
}
