import CLanguage

/// The language that a text is written in, as a BCP 47 tag such as `fr` or `zh-Hant`; nil when not sure.
///
/// Looks at the first 32 kB. Costs some microseconds a kilobyte.
package func detectLanguage(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
        guard let base = bytes.baseAddress, bytes.count >= 12 else { return nil }
        var length = min(bytes.count, 32768)
        // Not in the middle of a character.
        while length > 0, length < bytes.count, bytes[length] & 0xC0 == 0x80 { length -= 1 }
        let code = base.withMemoryRebound(to: CChar.self, capacity: length) {
            lec_detect_language($0, Int32(length))
        }
        guard let code else { return nil }
        switch String(cString: code) {
        // Codes that were replaced since the detector was made.
        case "iw": return "he"
        case "jw": return "jv"
        case "in": return "id"
        case "mo": return "ro"
        case "un", "": return nil
        case let name: return name.hasPrefix("xx") ? nil : name
        }
    }
}
