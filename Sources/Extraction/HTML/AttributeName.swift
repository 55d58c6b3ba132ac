/// The attributes that reading a page cares about; all others are dropped before the tree is built.
enum AttributeName: String, CaseIterable, Sendable {
    case id, `class`, href, src, alt, title, style, hidden, role, rel, property, name, content
    case itemprop, itemtype, itemscope, datetime, lang, dir, type, colspan, rowspan
    case start, value, reversed, checked, srcset, width, height, cite, hreflang, label
    case alttext, encoding
    case httpEquiv = "http-equiv"
    case ariaControls = "aria-controls"
    case ariaHidden = "aria-hidden"
    case ariaLabel = "aria-label"
    case ariaLevel = "aria-level"
    case xmlLang = "xml:lang"
    case dataSrc = "data-src"
    case dataSrcset = "data-srcset"
    case dataOriginal = "data-original"
    case dataLazySrc = "data-lazy-src"
    case dataLang = "data-lang"
    case dataLanguage = "data-language"
    case dataTestID = "data-testid"
    case dataComponent = "data-component"
    case dataComponentName = "data-component-name"
    case dataBlock = "data-block"
    case dataModule = "data-module"
    case dataType = "data-type"
    case dataQA = "data-qa"
    case dataWidget = "data-widget"
    case dataAuthor = "data-author"

    /// A name as it is looked up.
    struct Entry {
        let bytes: [UInt8]
        let name: AttributeName
        /// Its place among all, below 64.
        let number: UInt64
    }

    /// By name, in any case.
    static func of(_ name: UnsafeBufferPointer<UInt8>) -> Entry? {
        guard name.count >= 2, name.count < byLength.count else { return nil }
        search: for entry in byLength[name.count] {
            // Hyphen and colon have the bit 0x20 already.
            for index in 0..<name.count where entry.bytes[index] != name[index] | 0x20 {
                continue search
            }
            return entry
        }
        return nil
    }

    private static let byLength: [[Entry]] = {
        var table: [[Entry]] = Array(repeating: [], count: 24)
        for (number, name) in allCases.enumerated() {
            let bytes = Array(name.rawValue.utf8)
            table[bytes.count].append(Entry(bytes: bytes, name: name, number: UInt64(number)))
        }
        return table
    }()
}
