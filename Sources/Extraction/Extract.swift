import LecternCore

/// What was read, and how.
package struct Extracted: Equatable, Sendable {
    package var material: Material
    package var report: Report

    package init(material: Material, report: Report) {
        self.material = material
        self.report = report
    }
}

/// What the reader asked for.
package struct ExtractionOptions: Equatable, Sendable {
    /// Keep everything that can be seen, also menus and footers.
    package var wholePage = false
    /// BCP 47; decides where the page says nothing or something else.
    package var language: String?
    /// Which of the report's candidates to open: 0 is the best, 1 the runner-up. Out of range means 0.
    package var candidate = 0
    /// What is known of the site that the document came from.
    package var rule: SiteRule?

    package init(
        wholePage: Bool = false, language: String? = nil, candidate: Int = 0,
        rule: SiteRule? = nil
    ) {
        self.rule = rule
        self.wholePage = wholePage
        self.language = language
        self.candidate = candidate
    }
}

/// Why nothing could be read.
package enum ExtractionError: Error, Equatable, Sendable {
    /// `kind` with its article: "a PDF", "a PNG picture".
    case notAnArticle(kind: String)
    case empty
    /// More than `limit` bytes after decompression.
    case tooLarge(limit: Int)
    /// A gzip stream or a feed that cannot be read at all; `kind` as above.
    case damaged(kind: String)
}

/// Bytes after decompression that are read at most.
let decompressedLimit = 64 << 20
/// Bytes of text that need no tree to be read.
private let textLimit = 512 << 20

/// Reads a document of any kind.
///
/// Never empty: a page without an article opens whole, and the report says so.
package func extract(
    _ document: Document, options: ExtractionOptions = .init()
) throws(ExtractionError) -> Extracted {
    var document = document
    var report = Report()
    if let kind = compression(of: document.bytes) {
        document.bytes = try inflated(document.bytes, limit: decompressedLimit)
        report.add("intake", "\(kind), \(document.bytes.count) bytes unpacked")
    }
    let kind = try kind(of: document, report: &report)
    let limit = kind == .plainText ? textLimit : decompressedLimit
    guard document.bytes.count <= limit else { throw .tooLarge(limit: limit) }
    if kind.isFeed {
        let feed = try readFeed(document.bytes, kind: kind, of: document)
        return Extracted(material: .feed(feed), report: report)
    }
    let decoded = decode(document.bytes, declared: document.charset, kind: kind)
    report.add("charset", "\(decoded.charset), \(decoded.evidence)")
    guard decoded.bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
    switch kind {
    case .html, .xhtml:
        let page = readHTML(decoded.bytes, of: document, options: options, report: &report)
        return Extracted(material: .article(page), report: report)
    case .markdown:
        let article = readMarkdown(decoded.text, of: document, language: options.language)
        return Extracted(material: .article(article), report: report)
    default:
        let article = readPlainText(decoded.text, of: document, language: options.language)
        return Extracted(material: .article(article), report: report)
    }
}
