import LecternCore

/// A page as an article.
func readHTML(
    _ bytes: [UInt8], of document: Document, options: ExtractionOptions, report: inout Report
) -> Article {
    Article(title: document.name ?? "", address: document.address, blocks: [])
}

/// Converts a piece of HTML (a feed's content, raw HTML in Markdown) block by block; judges nothing.
func readFragment(_ html: String, base: Address?) -> Fragment { Fragment() }
