/// What a lexer has to know of a programming language.
struct Grammar {
    /// What opens a comment to the end of the line.
    var lineComments: [[UInt8]] = []
    /// What opens and closes other comments.
    var comments: [(open: [UInt8], close: [UInt8])] = []
    var commentsNest = false
    /// What opens and closes strings, the longest first.
    var strings: [Quote] = []
    var keywords: Set<String> = []
    var types: Set<String> = []
    /// Capitalised names are types by the habit of the language.
    var capitalsAreTypes = false
    var ignoresCase = false
    /// Bytes beside letters, digits and `_` that a name may have in it.
    var nameBytes: [UInt8] = []
    /// A name before a colon is a key, and looks like a keyword.
    var hasKeys = false
    /// Tags: the names in angle brackets are keywords, their attributes types.
    var isMarkup = false
    /// Lines that start with `+` and `-`.
    var isDiff = false

    struct Quote {
        var mark: [UInt8]
        var close: [UInt8]
        /// A backslash takes the next byte's meaning away.
        var escapes = true
        /// Goes on over line ends; else an unclosed one ends with its line.
        var isLong = false
    }

    /// The grammar of a language by the name it goes by, such as `py` or `Python`; nil for unknown ones.
    static func named(_ name: String?) -> Grammar? {
        guard let name, !name.isEmpty, name.utf8.count <= 24 else { return nil }
        let wanted = name.lowercased()
        for language in Languages.all {
            let names = language.names.split(separator: " ")
            if names.contains(where: { $0 == wanted }) { return Grammar(language) }
        }
        return nil
    }

    private init(_ language: Languages.Entry) {
        keywords = Set(language.keywords.split(separator: " ").map(String.init))
        types = Set(language.types.split(separator: " ").map(String.init))
        for trait in language.traits.split(separator: " ") { add(String(trait)) }
        // `"""` is looked for before `"`.
        strings.sort { $0.mark.count > $1.mark.count }
    }

    private mutating func add(_ trait: String) {
        switch trait {
        case "c-comments":
            lineComments.append(Array("//".utf8))
            comments.append((Array("/*".utf8), Array("*/".utf8)))
        case "nested":
            commentsNest = true
        case "hash": lineComments.append(Array("#".utf8))
        case "dashes": lineComments.append(Array("--".utf8))
        case "semicolon": lineComments.append(Array(";".utf8))
        case "percent": lineComments.append(Array("%".utf8))
        case "slash-stars": comments.append((Array("/*".utf8), Array("*/".utf8)))
        case "html-comments": comments.append((Array("<!--".utf8), Array("-->".utf8)))
        case "brace-dashes": comments.append((Array("{-".utf8), Array("-}".utf8)))
        case "lua-long":
            comments.append((Array("--[[".utf8), Array("]]".utf8)))
            strings.append(quote("[[", "]]", escapes: false, isLong: true))
        case "double": strings.append(quote("\"", "\""))
        case "single": strings.append(quote("'", "'"))
        case "sql-single": strings.append(quote("'", "'", escapes: false, isLong: true))
        case "raw-single": strings.append(quote("'", "'", escapes: false, isLong: true))
        case "long-double": strings.append(quote("\"", "\"", isLong: true))
        case "triple-double": strings.append(quote("\"\"\"", "\"\"\"", isLong: true))
        case "triple-single": strings.append(quote("'''", "'''", isLong: true))
        case "backtick": strings.append(quote("`", "`", isLong: true))
        case "raw-backtick": strings.append(quote("`", "`", escapes: false, isLong: true))
        case "capitals": capitalsAreTypes = true
        case "any-case": ignoresCase = true
        case "dashed-names": nameBytes.append(0x2D)
        case "keys": hasKeys = true
        case "markup": isMarkup = true
        case "diff": isDiff = true
        default: preconditionFailure("no trait of a language is called \(trait)")
        }
    }

    private func quote(
        _ open: String, _ close: String, escapes: Bool = true, isLong: Bool = false
    ) -> Quote {
        Quote(mark: Array(open.utf8), close: Array(close.utf8), escapes: escapes, isLong: isLong)
    }
}
