/// What a document is, as far as reading it goes.
package enum Kind: Equatable, Sendable {
    case html, xhtml, markdown, plainText
    case rss, atom, rdf, jsonFeed, opml

    var isFeed: Bool {
        switch self {
        case .rss, .atom, .rdf, .jsonFeed, .opml: true
        case .html, .xhtml, .markdown, .plainText: false
        }
    }

    /// As `lectern doctor` names it.
    var name: String {
        switch self {
        case .html: "HTML"
        case .xhtml: "XHTML"
        case .markdown: "Markdown"
        case .plainText: "plain text"
        case .rss: "RSS"
        case .atom: "Atom"
        case .rdf: "RSS 1.0 (RDF)"
        case .jsonFeed: "JSON Feed"
        case .opml: "OPML"
        }
    }
}
