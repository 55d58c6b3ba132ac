import Extraction
import Handbook
import LecternCore
import Testing

struct HandbookTests {
    /// An article of the handbook as the reader opens it.
    private func article(_ name: String) throws -> Article {
        let address = try #require(
            Address(name == Handbook.names[0] ? "lectern:handbook" : "lectern:handbook/\(name)"))
        let text = try #require(Handbook.article(at: address.string))
        let document = Document(
            source: .address(address), address: address, mediaType: "text/markdown",
            charset: "utf-8", bytes: Array(text.utf8))
        guard case .article(let article) = try extract(document).material else {
            throw Failure.noArticle
        }
        return article
    }

    private enum Failure: Error { case noArticle }

    @Test func `an address outside the handbook has no article`() {
        for address in [
            "lectern:", "lectern:handbook/", "lectern:handbook/nothing", "lectern:handbooks",
            "https://lectern.example/handbook",
        ] {
            #expect(Handbook.article(at: address) == nil)
        }
        #expect(Handbook.article(at: "lectern:handbook#top") != nil)
    }

    @Test(arguments: Handbook.names)
    func `an article has a title, sections, and somewhere to go on`(name: String) throws {
        let article = try article(name)
        let text = try #require(
            Handbook.article(at: article.address?.string ?? "lectern:handbook"))
        #expect(text.hasPrefix("# \(article.title)\n"))
        #expect(!article.sections.isEmpty)
        #expect(!article.related.isEmpty)
    }

    @Test(arguments: Handbook.names)
    func `every link into the handbook leads to an article`(name: String) throws {
        let article = try article(name)
        let addresses = article.links.map(\.address) + article.related.compactMap(\.address)
        for address in addresses where address.scheme == "lectern" {
            #expect(Handbook.article(at: address.string) != nil, "\(address)")
        }
    }

    @Test func `from the index every article is one step away`() throws {
        let related = try article(Handbook.names[0]).related.compactMap(\.address?.string)
        #expect(related == Handbook.names.dropFirst().map { "lectern:handbook/\($0)" })
    }

    @Test func `the index shows what a page can hold`() throws {
        let index = try article(Handbook.names[0])
        var kinds: Set<String> = []
        for block in index.blocks {
            switch block.content {
            case .paragraph: kinds.insert("paragraph")
            case .heading: kinds.insert("heading")
            case .code: kinds.insert("code")
            case .table: kinds.insert("table")
            case .figure(let figure) where figure.caption != nil: kinds.insert("figure")
            case .figure, .rule: break
            }
            for container in block.containers {
                switch container {
                case .quote: kinds.insert("quote")
                case .item: kinds.insert("item")
                case .definition: break
                }
            }
        }
        #expect(
            kinds.sorted() == ["code", "figure", "heading", "item", "paragraph", "quote", "table"])
        #expect(!index.notes.isEmpty)
    }
}
