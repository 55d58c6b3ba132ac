import LecternCore

func readPlainText(_ text: String, of document: Document, language: String?) -> Article {
    Article(
        title: document.name ?? String(text.prefix(60)), language: language,
        address: document.address,
        blocks: text.split(separator: "\n").map { .init(.paragraph(RichText(String($0)))) })
}

func readMarkdown(_ text: String, of document: Document, language: String?) -> Article {
    readPlainText(text, of: document, language: language)
}

func readFeed(
    _ bytes: [UInt8], kind: Kind, of document: Document
) throws(ExtractionError) -> Feed {
    Feed(title: document.name ?? "", address: document.address, entries: [])
}
