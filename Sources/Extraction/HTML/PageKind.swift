/// What a page is for, which decides how it is read.
enum PageKind: Equatable, Sendable {
    /// One text to be read from its beginning: everything that is not known to be something else.
    case article
    /// Posts that answer each other: a forum's thread, a question and its answers.
    case thread
    /// One thing on sale.
    case product
    /// Mostly links to other pages: a front page, a category, results of a search.
    case list
    /// None of these, and no part of it is the page: what firms show of themselves.
    case parts

    /// Says why, for the report.
    typealias Evidence = String

    /// What the page and its linked data say, before its text is looked at.
    static func declared(by metadata: Metadata) -> (kind: PageKind, evidence: Evidence) {
        if metadata.isThread { return (.thread, "its address, its maker or its linked data") }
        let openGraph = metadata.meta("og:type")?.lowercased() ?? ""
        let linkedKind = metadata.linked.kind
        let isStory =
            metadata.linked.type?.hasSuffix("Article") == true
            || metadata.linked.type == "BlogPosting"
        if !isStory {
            if linkedKind == .product { return (.product, "its linked data") }
            if openGraph == "product" || openGraph == "og:product" || openGraph == "product.item" {
                return (.product, "og:type")
            }
            if metadata.itemTypes["Product"] == 1, !metadata.isArticle {
                return (.product, "its microdata")
            }
        }
        if !metadata.isArticle {
            if let part = metadata.shopPart { return (.product, "“\(part)” in its address") }
            if linkedKind == .list { return (.list, "its linked data") }
            if openGraph == "product.group" { return (.list, "og:type") }
            if metadata.itemTypes["Product", default: 0] >= 4 { return (.list, "its microdata") }
        }
        return (.article, "nothing says otherwise")
    }

    /// As `lectern doctor` says it.
    var words: String {
        switch self {
        case .article: "an article"
        case .thread: "a thread"
        case .product: "a product"
        case .list: "a list"
        case .parts: "a page of many parts"
        }
    }
}
