import Fixtures
import LecternCore

@testable import Extraction

/// The article of a page from the web.
func article(
    _ html: String, at address: String = "https://news.example/2024/05/tides", whole: Bool = false,
    language: String? = nil
) throws -> Article {
    let document = Document(
        source: .standardInput, address: Address(address), mediaType: "text/html",
        bytes: Array(html.utf8))
    let options = ExtractionOptions(wholePage: whole, language: language)
    guard case .article(let article) = try extract(document, options: options).material else {
        throw ExtractionError.empty
    }
    return article
}

/// The blocks of a page, one line each, without title and metadata.
func blocks(_ html: String) throws -> String {
    let article = try article(html)
    return dump(Article(title: "", blocks: article.blocks)).split(separator: "\n").dropFirst()
        .joined(separator: "\n")
}

/// Paragraphs that read like an article, different for every seed.
func prose(_ count: Int, seed: Int = 0) -> [String] { Fixtures.prose(count, seed: seed) }

/// Numbers that look random and are the same in every run (splitmix64).
struct Dice: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}

/// A page cut off, doubled in places, put into many boxes or with bytes changed, a little of each at random.
func mangled(_ page: String, with dice: inout Dice) -> [UInt8] {
    var bytes = Array(page.utf8)
    let scraps = ["<", ">", "'", "</", "<table>", "&", "<a href='#", "</p>", "<sup>", "é"]
    for _ in 0..<Int.random(in: 1...5, using: &dice) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &dice)
        let to = min(bytes.count, at + Int.random(in: 0..<120, using: &dice))
        switch Int.random(in: 0..<6, using: &dice) {
        case 0: bytes.removeSubrange(at..<to)
        case 1: bytes.removeSubrange(at...)
        case 2: bytes.insert(contentsOf: bytes[at..<to], at: at)
        case 3:
            let scrap = scraps[Int.random(in: 0..<scraps.count, using: &dice)]
            bytes.insert(contentsOf: scrap.utf8, at: at)
        case 4:
            let box = ["div", "blockquote", "ul><li", "table><tr><td"].randomElement(using: &dice)
            let depth = Int.random(in: 1...300, using: &dice)
            let opening = String(repeating: "<\(box ?? "div")>", count: depth)
            bytes.insert(contentsOf: opening.utf8, at: at)
        default: bytes[at] = UInt8.random(in: 0...255, using: &dice)
        }
    }
    return bytes.isEmpty ? [0x61] : bytes
}
