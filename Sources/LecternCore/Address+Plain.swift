/// Nearly every address in a page is plain: no user, no port, no brackets, nothing to repair. Reading those without
/// a URL parser takes a hundredth of the time, and a page has hundreds.
extension Address {
    /// The scheme of a web address that can stand as it is; nil for any other text.
    static func plainScheme(of text: String) -> String? {
        guard let host = plainHost(of: text.utf8) else { return nil }
        guard isPlain(text.utf8[host.endIndex...]) else { return nil }
        return text.utf8.dropFirst(4).first == UInt8(ascii: "s") ? "https" : "http"
    }

    /// The host in `http://host/` or `https://host/`; nil where there is a user, a port or an odd character.
    static func plainHost(of bytes: String.UTF8View) -> Substring.UTF8View? {
        var rest = bytes[...]
        guard rest.starts(with: "http".utf8) else { return nil }
        rest = rest.dropFirst(4)
        if rest.first == UInt8(ascii: "s") { rest = rest.dropFirst() }
        guard rest.starts(with: "://".utf8) else { return nil }
        rest = rest.dropFirst(3)
        let host = rest.prefix { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
            default: false
            }
        }
        guard let first = host.first, first != 0x2E, first != 0x2D else { return nil }
        switch bytes[host.endIndex...].first {
        case nil, 0x2F, 0x3F, 0x23: return host
        default: return nil
        }
    }

    /// Nothing but characters that need no encoding, percent signs followed by two digits, one `#` at most, and no
    /// step up or in place (`/../`, `/./`).
    static func isPlain(_ bytes: Substring.UTF8View) -> Bool {
        var hashes = 0
        var digits = 0
        var previous: UInt8 = 0
        for byte in bytes {
            if digits > 0 {
                guard byte.isHexDigit else { return false }
                digits -= 1
                previous = byte
                continue
            }
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x7E, 0x2F, 0x3F, 0x21, 0x24,
                0x26...0x2C, 0x3B, 0x3D, 0x3A, 0x40:
                break
            case 0x2E:
                if previous == 0x2F { return false }
            case 0x23:
                hashes += 1
                if hashes > 1 { return false }
            case 0x25: digits = 2
            default: return false
            }
            previous = byte
        }
        return digits == 0
    }

    /// Resolves a plain reference against the address of a page or a file; nil where that takes more than joining them.
    func plainlyResolving(_ reference: String) -> Address? {
        guard let first = reference.utf8.first else { return nil }
        if first == UInt8(ascii: "h"), let scheme = Self.plainScheme(of: reference) {
            return Address(string: reference, scheme: scheme)
        }
        guard let root, Self.isPlain(reference.utf8[...]) else { return nil }
        if first == UInt8(ascii: "#") {
            return Address(string: page.string + reference, scheme: scheme)
        }
        guard first == UInt8(ascii: "/") else { return nil }
        if reference.utf8.dropFirst().first == UInt8(ascii: "/") {
            let whole = scheme + ":" + reference
            return Self.plainScheme(of: whole).map { Address(string: whole, scheme: $0) }
        }
        return Address(string: root + reference, scheme: scheme)
    }

    /// What stands before the path of a plain web address or of a file's.
    private var root: String? {
        if isWeb { return Self.plainHost(of: string.utf8).map { String(string[..<$0.endIndex]) } }
        return string.hasPrefix("file:///") ? "file://" : nil
    }
}
