import LecternCore

/// A "read also" cue at the start of a paragraph.
struct ReadAlsoCue {
    /// What stands behind the cue, signs and blanks at its start left out; empty when it stands alone.
    var rest: String
    var isWeak: Bool
    /// A colon, dash, arrow or bracket parts the cue from the rest.
    var isParted: Bool
    /// The rest follows without a blank and in upper case: a scar.
    var isGlued: Bool

    /// The cue that a paragraph begins with; nil when it begins with none.
    init?(_ text: String) {
        var rest = text.unicodeScalars[...]
        // Arrows, bullets, brackets, a picture of a book.
        var opened = false
        var dropped = 0
        while let first = rest.first, dropped < 12, ReadAlsoCue.isSign(first) {
            opened = opened || first == "(" || first == "["
            rest.removeFirst()
            dropped += 1
        }
        guard let first = rest.first, let second = rest.dropFirst().first,
            let cues = ReadAlsoCues.byStart[
                ReadAlsoCues.start(ReadAlsoCue.lower(first), ReadAlsoCue.lower(second))]
        else { return nil }
        for cue in cues {
            guard let end = ReadAlsoCue.match(cue.scalars, rest) else { continue }
            let after = Substring(rest[end...])
            isWeak = cue.isWeak
            guard let next = after.first else {
                self.rest = ""
                isParted = false
                isGlued = false
                return
            }
            let body = after.drop { $0 == " " || $0 == "\n" || ReadAlsoCue.parts($0) }
            isParted = after.prefix(3).contains { ReadAlsoCue.parts($0) }
            isGlued =
                !isParted && (next.isUppercase || "«“\"「『".contains(next))
                || !isParted && next.unicodeScalars.first.map { $0.isIdeographic } == true
            // "Read alsoran" is no cue.
            guard isParted || isGlued || next == " " || next == "\n" else { continue }
            self.rest = ReadAlsoCue.unbracketed(String(body), opened: opened)
            return
        }
        return nil
    }

    /// Behind the cue at the start of a text; nil when another text stands there.
    private static func match(
        _ cue: [Unicode.Scalar], _ text: Substring.UnicodeScalarView
    ) -> String.Index? {
        var index = text.startIndex
        for scalar in cue {
            guard index < text.endIndex, lower(text[index]) == scalar else { return nil }
            index = text.index(after: index)
        }
        return index
    }

    /// One scalar in lower case, for comparing with a cue; all blanks are one.
    private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(UInt8(scalar.value | 0x20))
        case 0..<0x80: scalar
        case 0xA0, 0x202F: " "
        case 0x130: "i"
        default: scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        }
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "-", "*", "|", "(", "[", "<", "#", ">", "»", "›", "•", "·", "–", "—", "→", "➡",
            "➔",
            "➜", "▶", "►", "▸", "【", "「", "『", "📖", "🔗", "👉", "📌", "✅", "🔴", "🔵", "\u{FE0F}":
            true
        default: false
        }
    }

    private static func parts(_ character: Character) -> Bool {
        ":：|–—-→➡➔➜▶►▸»›>)]】」』•、/".contains(character) || character == "▶️" || character == "➡️"
    }

    /// Takes off the bracket that closed what stood open before the cue.
    private static func unbracketed(_ text: String, opened: Bool) -> String {
        guard opened, let last = text.last, last == ")" || last == "]" else { return text }
        return String(text.dropLast())
    }
}

/// The title of a related article as scraped text carries it, with its address where that survived.
struct RelatedTitle {
    var title: String
    var address: Address?
    /// The line itself proves that it is a link: debris, Markdown, an address.
    var hasEvidence: Bool

    init(_ text: String, base: Address?) {
        let finder = DebrisFinder(text, base: base)
        var words = finder.text
        hasEvidence = !finder.found.isEmpty
        if let link = RelatedTitle.markdownLink(words) {
            words = link.text
            address = base?.resolving(link.address) ?? Address(link.address)
            hasEvidence = true
        } else if let cut = RelatedTitle.trailingAddress(words) {
            words = cut.text
            address = cut.address
            hasEvidence = true
        }
        var rest = RichText(words).trimmed.text[...]
        while let first = rest.first, "•*·-–—→▶►»›>|#".contains(first) || first == " ",
            first != "»" || !rest.dropFirst().contains("«")
        {
            rest.removeFirst()
        }
        title = RichText(String(rest)).trimmed.text
    }

    /// `[Title](address)`, signs around it let go.
    static func markdownLink(_ text: String) -> (text: String, address: String)? {
        guard let open = text.firstIndex(of: "["),
            text.distance(from: text.startIndex, to: open) <= 4
        else { return nil }
        let bytes = Array(text[open...].utf8)
        guard let middle = bytes.indices.dropLast().last(where: { bytes.has("](", at: $0) }),
            let end = bytes[(middle + 2)...].lastIndex(of: 0x29), bytes.count - end <= 4
        else { return nil }
        let address = bytes.string((middle + 2)..<end)
        guard !address.contains(" ") || address.contains(" \"") else { return nil }
        return (
            bytes.string(1..<middle), String(address.prefix { $0 != " " })
        )
    }

    /// `Title https://…`, `Title (https://…)`, or an address alone.
    static func trailingAddress(_ text: String) -> (text: String, address: Address)? {
        guard let blank = text.lastIndex(where: { $0 == " " || $0 == "\n" }) else {
            return text.hasPrefix("http") ? Address(text).map { ("", $0) } : nil
        }
        let word = text[text.index(after: blank)...].drop { "(<[".contains($0) }
        guard word.hasPrefix("http://") || word.hasPrefix("https://") else { return nil }
        var end = word
        while let last = end.last, ")>].,".contains(last) { end.removeLast() }
        guard let address = Address(String(end)) else { return nil }
        var title = text[..<blank]
        while let last = title.last, " :–—-|".contains(last) { title.removeLast() }
        return (String(title), address)
    }
}
