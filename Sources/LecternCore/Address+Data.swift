import FoundationEssentials

// Addresses that are what they name (RFC 2397): small pictures inside a page.
extension Address {
    /// Bytes of the longest one that is read.
    private static let longest = 400_000

    /// Reads `data:image/png;base64,…`; nil for anything that is no picture, is long, or has an odd character in it.
    package static func picture(_ text: String) -> Address? {
        guard text.utf8.count <= Address.longest, text.hasPrefix("data:image/"), text.contains(","),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x3C })
        else { return nil }
        return Address(string: text, scheme: "data")
    }

    /// What an address of the scheme `data` holds; nil for any other, and where it cannot be read.
    package var data: [UInt8]? {
        guard scheme == "data", let comma = string.firstIndex(of: ",") else { return nil }
        let text = string[string.index(after: comma)...]
        if string[..<comma].lowercased().hasSuffix(";base64") {
            return Data(base64Encoded: String(text), options: .ignoreUnknownCharacters)
                .map(Array.init)
        }
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(Substring(digits)), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
