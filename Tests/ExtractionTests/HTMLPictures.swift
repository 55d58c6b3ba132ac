import LecternCore
import Testing

@testable import Extraction

/// Pictures that stand in the page itself.
struct HTMLPictures {
    private func pictures(_ html: String) throws -> [String] {
        let words = prose(4).map { "<p>\($0)</p>" }.joined()
        return try article("<article><h1>Boats</h1>\(words)\(html)\(words)</article>").blocks
            .compactMap { block in
                if case .figure(let figure) = block.content { figure.address?.string } else { nil }
            }
    }
    private static let inside = "data:image/png;base64," + String(repeating: "QUJD", count: 25_000)

    @Test func `one of some size is a figure`() throws {
        #expect(try pictures("<img src='\(Self.inside)' alt='A boat'>") == [Self.inside])
        #expect(
            try pictures(
                "<figure><img src=\"\(Self.inside)\"><figcaption>A boat</figcaption></figure>")
                == [Self.inside])
    }

    @Test func `a placeholder is none, and the picture it stands for goes first`() throws {
        #expect(try pictures("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt=''>") == [])
        #expect(
            try pictures("<img src='\(Self.inside)' data-src='/boat.png' alt='A boat'>")
                == ["https://news.example/boat.png"])
    }

    @Test func `no other text becomes one`() throws {
        let script = "data:text/html," + String(repeating: "x", count: 1_000)
        #expect(try pictures("<img src='\(script)' alt='A boat'>") == [])
        let endless = Self.inside + String(repeating: "QUJD", count: 100_000)
        #expect(try pictures("<img src='\(endless)' alt='A boat'>") == [])
    }
}
