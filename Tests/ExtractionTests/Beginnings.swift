import Extraction
import LecternCore
import Testing

private func document(_ text: String, _ name: String, first count: Int? = nil) -> Document {
    let bytes = Array(text.utf8)
    return Document(source: .file(name), name: name, bytes: Array(bytes.prefix(count ?? .max)))
}

private func blocks(_ document: Document) throws -> [Block] {
    guard case .article(let article) = try extract(document).material else { return [] }
    return article.blocks
}

struct Beginnings {
    static let prose = (1...400).map { day in
        "On day \(day) the harbour was quiet, and only the ferry came in from the islands, late as\n"
            + "ever, with three passengers and the mail for the week."
    }.joined(separator: "\n\n")

    @Test(arguments: ["log.txt", "log.md"])
    func `the beginning has the blocks that the whole begins with`(name: String) throws {
        let whole = try blocks(document(Beginnings.prose, name))
        for count in [5_000, 5_001, 5_050, 9_999] {
            let start = try #require(
                extractBeginning(document(Beginnings.prose, name, first: count)))
            #expect(start.blocks.count > count / 300)
            #expect(start.blocks == Array(whole.prefix(start.blocks.count)))
        }
    }

    @Test func `a text without paragraphs is cut behind a word and never inside a character`()
        throws
    {
        let words = String(repeating: "déjà vu encore été ", count: 900)
        for count in 4_000...4_012 {
            let start = try #require(extractBeginning(document(words, "log.txt", first: count)))
            let text = try #require(start.blocks.first?.text)
            #expect(words.hasPrefix(text))
        }
        let one = String(repeating: "東", count: 3_000)
        let start = try #require(extractBeginning(document(one, "log.txt", first: 4_000)))
        #expect(one.hasPrefix(try #require(start.blocks.first?.text)))
    }

    @Test(arguments: ["page.html", "feed.rss", "data.bin"])
    func `what must be known whole has no beginning`(name: String) {
        let text =
            switch name {
            case "page.html": "<!doctype html><title>A</title><p>" + Beginnings.prose
            case "feed.rss": "<rss><channel><title>A</title>" + Beginnings.prose
            default: String(repeating: "\u{0}\u{1}\u{2}", count: 2_000) + Beginnings.prose
            }
        #expect(extractBeginning(document(text, name, first: 8_000)) == nil)
    }
}
