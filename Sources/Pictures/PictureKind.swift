/// The kinds of pictures that are decoded, told by their first bytes and by nothing else.
enum PictureKind: String {
    // As gdk-pixbuf names its loaders.
    case png, jpeg, gif, webp, bmp, svg, avif

    /// nil for anything else.
    init?(_ bytes: [UInt8]) {
        let start = { (magic: String, at: Int) in
            bytes.count >= at + magic.utf8.count
                && bytes[at..<(at + magic.utf8.count)].elementsEqual(magic.utf8)
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if start("GIF87a", 0) || start("GIF89a", 0) {
            self = .gif
        } else if start("RIFF", 0), start("WEBP", 8) {
            self = .webp
        } else if start("ftypavif", 4) || start("ftypavis", 4) {
            self = .avif
        } else if start("BM", 0), bytes.count >= 26 {
            self = .bmp
        } else if PictureKind.isDrawing(bytes) {
            self = .svg
        } else {
            return nil
        }
    }

    /// Markup whose first element, behind declarations and comments, is `svg`.
    private static func isDrawing(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(2_000), as: UTF8.self)
        guard head.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "<" else {
            return false
        }
        var rest = head[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            if rest.hasPrefix("!--") {
                while !rest.isEmpty, !rest.hasPrefix("-->") { rest = rest.dropFirst() }
            } else if !rest.hasPrefix("?"), !rest.hasPrefix("!") {
                return rest.hasPrefix("svg") || rest.hasPrefix("svg:svg")
            }
        }
        return false
    }

    /// The Debian package of the loader.
    var package: String {
        switch self {
        case .svg: "librsvg2-common"
        case .webp: "webp-pixbuf-loader"
        case .avif: "libavif-gdk-pixbuf"
        case .png, .jpeg, .gif, .bmp: "libgdk-pixbuf-2.0-0"
        }
    }

    static let all: [PictureKind] = [.png, .jpeg, .gif, .webp, .bmp, .svg, .avif]
}
