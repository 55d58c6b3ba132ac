import Fixtures
import LecternCore
import Testing

@testable import Extraction

@Test func `recommendations are found in every shape of page and nothing else is taken for one`()
    throws
{
    var right = 0
    var wrong = 0
    var missed = 0
    var failures: [String] = []
    for page in RelatedPage.all {
        let read = try article(page.html)
        let expected = page.expected.map { "\($0.title) -> https://news.example\($0.address)" }
        let found = read.related.map { "\($0.title) -> \($0.address?.string ?? "")" }
        right += found.filter { expected.contains($0) }.count
        wrong += found.filter { !expected.contains($0) }.count
        missed += expected.filter { !found.contains($0) }.count
        if found != expected { failures.append("\(page.name): \(found)") }
        // What recommends is not part of the text.
        let isLeft = read.blocks.contains { block in
            page.expected.contains { block.text.contains($0.title) }
        }
        if isLeft { failures.append("\(page.name): left in the text") }
    }
    let precision = Double(right) / Double(max(1, right + wrong))
    let recall = Double(right) / Double(max(1, right + missed))
    print("related: \(RelatedPage.all.count) pages, precision \(precision), recall \(recall)")
    for failure in failures { print("  \(failure)") }
    #expect(RelatedPage.all.count >= 60)
    #expect(precision >= 0.95)
    #expect(recall >= 0.90)
    #expect(failures.count <= RelatedPage.all.count / 20)
}

@Test func `a page without recommendations has none`() throws {
    let text = prose(8).map { "<p>\($0)</p>" }.joined()
    let read = try article(
        "<body><article><h1>Tides</h1>\(text)<p>The <a href='/2024/01/the-long-winter'>long winter of that year</a>"
            + " was the worst that anybody here can remember, and it is told still.</p></article></body>"
    )
    #expect(read.related.isEmpty)
    #expect(read.links.count == 1)
}

@Test func `what leads to a section, to the page itself or names a date is no recommendation`()
    throws
{
    let text = prose(8).map { "<p>\($0)</p>" }.joined()
    let read = try article(
        """
        <body><article><h1>Tides</h1>\(text)<p>Read also: <a href="/2024/05/tides?utm_source=tweet">Tides are what \
        she measured, click to tweet</a></p></article><div class="related"><h3>Related</h3>
        <a href="/2024/05">All that came in May</a> <a href="/health">Health and fitness</a>
        <a href="/blog?categoryId=13">Sports and all exercise</a> <a href="/terms-of-use">Terms of use</a>
        <a href="/2024/04/a-wall"><span>December 19, 2025</span><h4>A wall of sand&amp;#039;s end →</h4></a>
        <a href="/2024/04/a-boat"><p>Sea • Boats and ferries</p><p>Read also: A boat for the winter</p></a></div></body>
        """)
    #expect(read.related.map(\.title) == ["A wall of sand's end", "A boat for the winter"])
}

@Test func `a line that is a link to another site is part of the text`() throws {
    let text = prose(8).map { "<p>\($0)</p>" }
    let read = try article(
        "<body><article><h1>Tides</h1>\(text[..<4].joined())<p><a href='https://other.example/deal'>The north buys "
            + "the south at last</a></p>\(text[4...].joined())</article></body>")
    #expect(read.related.isEmpty)
    #expect(read.paragraphs.contains { $0.text == "The north buys the south at last" })
}
