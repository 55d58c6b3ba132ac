import LecternCore

/// Decides what a document is: by media type, then by name, then by its first bytes.
///
/// Throws `.notAnArticle` for pictures, archives and the like, whatever they are called, and `.empty`.
func kind(of document: Document, report: inout Report) throws(ExtractionError) -> Kind {
    let head = Head(document.bytes)
    guard !head.isEmpty else { throw .empty }
    if let foreign = foreignKind(document.bytes) { throw .notAnArticle(kind: foreign) }
    let root = head.root
    func found(_ kind: Kind, _ evidence: String) -> Kind {
        report.add("kind", "\(kind.name), by \(evidence)")
        return kind
    }
    if let media = document.mediaType?.lowercased() {
        switch media {
        case "text/html":
            // Feeds are often served as HTML.
            if let root, root.isFeed { return found(root, "its root element") }
            return found(.html, "media type")
        case "application/xhtml+xml": return found(.xhtml, "media type")
        case "text/markdown", "text/x-markdown": return found(.markdown, "media type")
        case "application/rss+xml": return found(root ?? .rss, "media type")
        case "application/atom+xml": return found(root ?? .atom, "media type")
        case "application/rdf+xml": return found(root ?? .rdf, "media type")
        case "application/feed+json": return found(.jsonFeed, "media type")
        case "text/x-opml", "application/x-opml", "text/opml", "application/opml+xml":
            return found(.opml, "media type")
        default:
            if let foreign = foreignKind(mediaType: media) { throw .notAnArticle(kind: foreign) }
        }
    }
    if let kind = kind(ofName: document.name), !kind.isFeed {
        if kind != .html || root == nil || root == .html || root == .xhtml {
            return found(kind, "name")
        }
    }
    if let root { return found(root, "its first bytes") }
    if let kind = kind(ofName: document.name) { return found(kind, "name") }
    if head.looksBinary { throw .notAnArticle(kind: "a binary file") }
    if head.looksLikeMarkup { return found(.html, "the tags in it") }
    if head.looksLikeMarkdown { return found(.markdown, "the marks in it") }
    return found(.plainText, "the lack of marks")
}

/// By file name extension, a final `.gz` left out of account; nil for an unknown one.
private func kind(ofName name: String?) -> Kind? {
    guard var name = name?.lowercased() else { return nil }
    if name.hasSuffix(".gz") { name.removeLast(3) }
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...] {
    case "html", "htm", "shtml": return .html
    case "xhtml", "xht": return .xhtml
    case "md", "markdown", "mdown", "mkd": return .markdown
    case "txt", "text": return .plainText
    case "rss": return .rss
    case "atom": return .atom
    case "rdf": return .rdf
    case "opml": return .opml
    default: return nil
    }
}

/// The beginning of a document as ASCII, for looking at.
private struct Head {
    /// Lower case, without white space at its start, at most 16 kB; UTF-16 reduced to its ASCII.
    let text: [UInt8]
    let nulls: Int
    let controls: Int
    let isEmpty: Bool

    init(_ bytes: [UInt8]) {
        var start = 0
        var wide = false
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
            start = 2
            wide = true
        }
        while start < bytes.count, bytes[start].isBlank || (wide && bytes[start] == 0) {
            start += 1
        }
        isEmpty = start >= bytes.count
        var text: [UInt8] = []
        var nulls = 0
        var controls = 0
        text.reserveCapacity(min(bytes.count, 16384))
        for byte in bytes[start...].prefix(16384) {
            switch byte {
            case 0:
                if !wide { nulls += 1 }
            case 0x41...0x5A: text.append(byte | 0x20)
            case 0x09...0x0D, 0x1B: text.append(byte)
            case 1..<0x20: controls += 1
            default: text.append(byte)
            }
        }
        self.text = text
        self.nulls = nulls
        self.controls = controls
    }

    var looksBinary: Bool { nulls > 0 || controls * 50 > text.count }

    /// The kind that the first element, document type or key names.
    var root: Kind? {
        if text.first == UInt8(ascii: "{") {
            return contains("jsonfeed.org/version/") ? .jsonFeed : nil
        }
        guard text.first == UInt8(ascii: "<") else { return nil }
        var position = 0
        while position < text.count, text[position] == UInt8(ascii: "<") {
            let rest = text[position...]
            if rest.starts(with: "<!--".utf8) {
                guard let end = find("-->", from: position + 4) else { return .html }
                position = end + 3
            } else if rest.starts(with: "<?".utf8)
                || rest.starts(with: "<!".utf8) && !rest.starts(with: "<!doctype html".utf8)
            {
                guard let end = find(">", from: position) else { return nil }
                position = end + 1
            } else {
                break
            }
            while position < text.count, text[position] <= 0x20 { position += 1 }
        }
        let rest = text[min(position, text.count)...]
        if rest.starts(with: "<!doctype html".utf8) {
            return contains("xhtml") && text.starts(with: "<?xml".utf8) ? .xhtml : .html
        }
        let name = String(
            decoding: rest.dropFirst().prefix(while: { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }),
            as: UTF8.self)
        switch name {
        case "rss": return .rss
        case "feed", "atom:feed": return .atom
        case "rdf:rdf": return .rdf
        case "opml": return .opml
        case "html": return text.starts(with: "<?xml".utf8) ? .xhtml : .html
        default: return Self.htmlNames.contains(name) ? .html : nil
        }
    }

    private static let htmlNames: Set<String> = [
        "head", "body", "title", "meta", "link", "script", "style", "div", "p", "span", "a", "h1",
        "h2", "h3", "h4", "article", "section", "main", "header", "nav", "table", "ul", "ol", "dl",
        "br", "hr", "img", "pre", "blockquote", "b", "i", "em", "strong", "font", "center", "base",
        "figure", "form", "iframe", "noscript", "aside", "footer", "amp-html",
    ]

    /// Not at the start, but there: elements that prose does not contain.
    var looksLikeMarkup: Bool {
        contains("<html") || contains("<body") || contains("</p>") || contains("</div>")
            || contains("<!doctype html")
    }

    /// Enough of the marks that nobody writes by accident.
    var looksLikeMarkdown: Bool {
        var score = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: true).prefix(400) {
            let hashes = line.prefix(while: { $0 == UInt8(ascii: "#") }).count
            if (1...6).contains(hashes), line.dropFirst(hashes).first == 0x20 { score += 2 }
            if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { score += 2 }
            if line.starts(with: "|-".utf8) || line.starts(with: "| -".utf8) { score += 2 }
            if line.starts(with: "- ".utf8) || line.starts(with: "* ".utf8) { score += 1 }
            if line.starts(with: "> ".utf8) { score += 1 }
            if line.starts(with: "[^".utf8) { score += 1 }
            if score >= 3 { return true }
        }
        // An inline link; a lone half of one is a scraped page's scar, so the whole form counts.
        if contains("](http"), contains("[") { score += 1 }
        if contains("**") { score += 1 }
        return score >= 3
    }

    private func contains(_ word: String) -> Bool { find(word, from: 0) != nil }

    private func find(_ word: String, from start: Int) -> Int? {
        let word = Array(word.utf8)
        guard text.count >= word.count, start <= text.count - word.count else { return nil }
        for index in start...(text.count - word.count) where text[index] == word[0] {
            if text[index...].starts(with: word) { return index }
        }
        return nil
    }
}

extension UInt8 {
    /// A blank, a tab or the end of a line.
    fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
