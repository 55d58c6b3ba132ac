import LecternCore
import Testing

/// Pictures that stand in their own address.
struct DataAddressTests {
    @Test(arguments: [
        ("data:image/png;base64,aGFyYm91cg==", "harbour"),
        ("data:image/svg+xml,%3Csvg%20a='b'/%3E", "<svg a='b'/>"),
        ("data:image/svg+xml;charset=utf-8,a%2", "a%2"),
    ])
    func `it holds what it says`(text: String, bytes: String) throws {
        let address = try #require(Address.picture(text))
        #expect(address.data == Array(bytes.utf8))
        #expect(!address.isWeb)
        #expect(address.filePath == nil)
    }

    @Test(arguments: [
        "data:text/html,<b>", "data:image/png;base64", "https://example.org/a.png",
        "data:image/png,a b", "data:image/png,\u{1B}[2J", "data:image/png,é",
        "data:image/png," + String(repeating: "a", count: 500_000),
    ])
    func `nothing else is one`(text: String) {
        #expect(Address.picture(text) == nil)
    }

    @Test func `a page's links never lead to one`() throws {
        let page = try #require(Address("https://example.org/page"))
        #expect(page.resolving("data:image/png;base64,aGFyYm91cg==") == nil)
    }
}
