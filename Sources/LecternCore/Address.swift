import FoundationEssentials

/// An absolute address: http, https, file, mailto or one of our own (`lectern:handbook`).
///
/// Always free of blanks and control characters, so that it can be shown, sent and passed to a program.
package struct Address: Hashable, Sendable, CustomStringConvertible {
    /// The whole address, percent-encoded where needed, fragment included.
    package let string: String
    /// Lower case, without the colon.
    package let scheme: String

    package var description: String { string }

    /// Reads an absolute address; nil when it has no scheme or cannot be repaired into one.
    package init?(_ text: String) {
        if let scheme = Address.plainScheme(of: text) {
            string = text
            self.scheme = scheme
            return
        }
        let encoded = Address.encoded(text)
        guard let url = URL(string: encoded), let scheme = url.scheme?.lowercased() else {
            return nil
        }
        if scheme == "http" || scheme == "https" {
            guard let host = url.host(), !host.isEmpty else { return nil }
        }
        self.string = encoded
        self.scheme = scheme
    }

    /// Resolves a reference as found in a page (RFC 3986, 5.2); nil for scripts, data and nonsense.
    package func resolving(_ reference: String) -> Address? {
        if let plain = plainlyResolving(reference) { return plain }
        let encoded = Address.encoded(reference)
        guard !encoded.isEmpty, let base = URL(string: string) else { return nil }
        guard let url = URL(string: encoded, relativeTo: base) else { return nil }
        guard let found = Address(url.absoluteString), Address.allowed.contains(found.scheme) else {
            return nil
        }
        return found
    }

    /// Schemes that a page may link to.
    package static let allowed: Set<String> = [
        "http", "https", "mailto", "file", "lectern", "ftp", "gemini",
    ]

    /// Is it fetched over the network?
    package var isWeb: Bool { scheme == "http" || scheme == "https" }

    /// Lower-case host name, or nil.
    package var host: String? {
        if isWeb, let plain = Address.plainHost(of: string.utf8) {
            return String(Substring(plain)).lowercased()
        }
        return URL(string: string)?.host()?.lowercased()
    }

    /// The part behind `#`, percent-decoded; nil without one.
    package var fragment: String? {
        URL(string: string)?.fragment(percentEncoded: false)
    }

    /// The address without its fragment: two links to one page are equal here.
    package var page: Address {
        guard let hash = string.firstIndex(of: "#") else { return self }
        return Address(string: String(string[..<hash]), scheme: scheme)
    }

    /// Path of a `file:` address, decoded; nil for any other.
    package var filePath: String? {
        scheme == "file" ? URL(string: string)?.path(percentEncoded: false) : nil
    }

    /// The address of a file, which must be an absolute path.
    package static func file(_ path: String) -> Address? {
        guard path.hasPrefix("/") else { return nil }
        var bytes = Array("file://".utf8)
        let hex = Array("0123456789ABCDEF".utf8)
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x40...0x5A, 0x61...0x7A: bytes.append(byte)
            // - . / _ ~ and ! $ & ' ( ) * + , : = (RFC 3986, 3.3)
            case 0x26...0x2F, 0x21, 0x24, 0x3A, 0x3D, 0x5F, 0x7E: bytes.append(byte)
            default: bytes += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return Address(String(decoding: bytes, as: UTF8.self))
    }

    init(string: String, scheme: String) {
        self.string = string
        self.scheme = scheme
    }

    /// Trims, and percent-encodes what may not stand in an address: blanks, controls, quotes, non-ASCII.
    private static func encoded(_ text: String) -> String {
        var bytes = Array(text.utf8)
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        let hex = Array("0123456789ABCDEF".utf8)
        let host = hostRange(in: bytes)
        var hasFragment = false
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x09, 0x0A, 0x0D: continue
            case 0...0x20 where out.isEmpty: continue
            case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F...0xFF:
                out += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            case 0x25:
                let valid =
                    index + 2 < bytes.count && bytes[index + 1].isHexDigit
                    && bytes[index + 2].isHexDigit
                out += valid ? [0x25] : [0x25, 0x32, 0x35]
            // Only around an IPv6 number; elsewhere `URL` would encode them, and the percent signs around them.
            case 0x5B where !host.contains(index): out += [0x25, 0x35, 0x42]
            case 0x5D where !host.contains(index): out += [0x25, 0x35, 0x44]
            case 0x23 where hasFragment: out += [0x25, 0x32, 0x33]
            case 0x23:
                hasFragment = true
                out.append(byte)
            default: out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// What stands between `//` and the path; empty in an address that starts otherwise.
    private static func hostRange(in bytes: [UInt8]) -> Range<Int> {
        let path = Array("/?#".utf8)
        guard let slash = bytes.firstIndex(where: path.contains), bytes[slash] == 0x2F,
            slash + 1 < bytes.count, bytes[slash + 1] == 0x2F,
            bytes[..<slash].last ?? 0x3A == 0x3A || bytes[..<slash].allSatisfy({ $0 <= 0x20 })
        else { return 0..<0 }
        let start = slash + 2
        return start..<(bytes[start...].firstIndex(where: path.contains) ?? bytes.count)
    }
}

extension UInt8 {
    /// 0-9, a-f or A-F.
    package var isHexDigit: Bool {
        (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
    }
}
