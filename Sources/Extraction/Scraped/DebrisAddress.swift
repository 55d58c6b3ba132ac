import LecternCore

/// Rebuilding the address of a picture from what is left of it.
extension DebrisFinder {
    /// An address in the path, a host in the path, or a path on the page's own site.
    func address(_ range: Range<Int>) -> Address? {
        guard !range.isEmpty, range.count < 4000 else { return nil }
        let path = DebrisFinder.decoded(bytes[range])
        if let web = path.indices.last(where: {
            path.has("http://", at: $0) || path.has("https://", at: $0)
        }) {
            var inner = path[web...]
            if web > 0, let cut = inner.firstIndex(of: 0x26) { inner = inner[..<cut] }
            return Address(String(decoding: inner, as: UTF8.self))
        }
        guard !path.has("data:", at: 0) else { return nil }
        let parts = path.split(separator: 0x2F)
        if let host = parts.dropLast().firstIndex(where: DebrisFinder.isHost) {
            let rest = parts[host...].joined(separator: [0x2F])
            return Address("https://" + String(decoding: Array(rest), as: UTF8.self))
        }
        guard let base, base.isWeb else { return nil }
        return base.resolving(String(decoding: path, as: UTF8.self))
    }

    /// Does the path name a host, as the caches of pictures do (`/s3/static.example.org/a.jpg`)?
    func namesHost(_ range: Range<Int>) -> Bool {
        guard range.count < 4000 else { return false }
        return DebrisFinder.decoded(bytes[range]).split(separator: 0x2F).dropLast()
            .contains(where: DebrisFinder.isHost)
    }

    /// Percent-decoded where the slashes are, however often that was done.
    private static func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var path = Array(bytes)
        for _ in 0..<3 {
            guard
                path.indices.contains(where: {
                    path.has("%2F", at: $0) || path.has("%2f", at: $0) || path.has("%3A", at: $0)
                })
            else { break }
            var out: [UInt8] = []
            var index = 0
            while index < path.count {
                if path[index] == 0x25, index + 2 < path.count,
                    let high = hexValue(path[index + 1]), let low = hexValue(path[index + 2])
                {
                    out.append(high << 4 | low)
                    index += 3
                } else {
                    out.append(path[index])
                    index += 1
                }
            }
            path = out
        }
        return path
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// Reads like `static.example.org`: labels, a top-level domain of letters, no file's extension.
    static func isHost(_ part: some Collection<UInt8>) -> Bool {
        guard (4...100).contains(part.count) else { return false }
        let labels = part.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard labels.count >= 2, let top = labels.last, (2...18).contains(top.count),
            top.allSatisfy(isLetter)
        else { return false }
        let name = String(decoding: Array(top), as: UTF8.self).lowercased()
        guard !fileNames.contains(name), !imageNames.contains(name) else { return false }
        return labels.allSatisfy { label in
            !label.isEmpty && label.count <= 63 && label.first != 0x2D
                && label.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
    }

    private static let fileNames: Set<String> = [
        "html", "htm", "php", "asp", "aspx", "jsp", "js", "css", "txt", "json", "xml", "zip", "gz",
        "mp", "pdf", "doc", "docx", "min", "py", "rs", "swift", "cpp", "hpp", "md",
    ]
}
