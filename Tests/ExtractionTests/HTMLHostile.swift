import Fixtures
import Glibc
import LecternCore
import Testing

@testable import Extraction

/// What this thread has computed for; what else the machine is busy with does not count.
private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

private func read(_ bytes: [UInt8], charset: String? = nil) throws -> Article? {
    let document = Document(
        source: .standardInput, address: Address("https://news.example/a"), mediaType: "text/html",
        charset: charset, bytes: bytes)
    guard case .article(let article) = try extract(document).material else { return nil }
    return article
}

private func check(_ article: Article, _ note: String) {
    #expect(fault(in: article) == nil, "\(note)")
}

@Test(arguments: [
    "<div>", "<p><b><i><a href=x><font color=red>", "<table><tr><td>", "<ul><li>", "<blockquote>",
    "<h1>", "<svg><g>", "<select><option>", "<dl><dd>", "<form><fieldset>",
    "<article class=related>",
    "<figure><figcaption>", "<pre><code>", "<button>", "<template>", "<math><mi>", "<ruby><rt>",
    "<noscript>",
])
func `nesting costs no stack and no time`(opening: String) throws {
    let page = String(repeating: opening, count: 30_000) + "deep"
    let started = processorSeconds()
    if let article = try read(Array(page.utf8)) { check(article, opening) }
    #expect(processorSeconds() - started < 20)
}

private let sizes: [(String, String)] = [
    (
        "a million attributes",
        "<p " + (0..<200_000).map { "a\($0)=v" }.joined(separator: " ") + ">text here</p>"
    ),
    (
        "one attribute often",
        "<p " + String(repeating: "class=a ", count: 200_000) + ">text here</p>"
    ),
    ("many links", (0..<20_000).map { "<a href='/l\($0)'>link number \($0)</a> " }.joined()),
    (
        "many headers over recommendations",
        String(repeating: "<h3>Related articles</h3><a href='/a-b-c'>x</a>", count: 5_000)
    ),
    ("unclosed drawings", String(repeating: "<svg><path>", count: 50_000)),
    (
        "unclosed comments",
        String(repeating: "<!-", count: 100_000) + "<!--" + String(repeating: "-", count: 100_000)
    ),
    (
        "a wide table",
        "<table><tr>" + String(repeating: "<td>c", count: 20_000) + "<tr><td>x<td>y</table>"
    ),
    (
        "a table of links",
        "<table>" + String(repeating: "<tr><td><a href=/a>a</a><td><a href=/b>b</a>", count: 10_000)
    ),
    (
        "spans out of all measure",
        "<table><tr><td colspan=2147483647 rowspan=99999999999999999999>x<td>y<tr><td>z<td>w</table>"
    ),
    (
        "numbers out of all measure",
        "<ol start=9223372036854775807><li>a<li>b</ol><ol start=-1e9 reversed><li value=1e999>c</ol>"
    ),
    ("an item of many headers", "<ul><li>" + String(repeating: "<h3>header</h3>", count: 20_000)),
]

@Test(arguments: sizes)
private func `size costs no more than its share`(name: String, body: String) throws {
    let started = processorSeconds()
    if let article = try read(Array("<body>\(body)</body>".utf8)) { check(article, name) }
    #expect(processorSeconds() - started < 20)
}

private let sample = """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tides &amp; walls | Example</title>
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Tides & walls","author":{"name":"Ana"}}</script>
    </head><body class="post"><nav><a href="/">Home</a></nav><article><h1>Tides &amp; walls</h1>
    \(prose(5).map { "<p class=\"t\">\($0) <a href='/x?y=1#z'>tables</a> <b>bo<i>ld</b></i> café 潮汐 👩‍👧</p>" }.joined())
    <ul><li>one<li>two</ul><table><tr><th>a<th>b<tr><td>1<td>2</table><pre>code
    lines</pre><figure><img src="/a.jpg" alt="x"><figcaption>Words</figcaption></figure>
    <blockquote>quoted</blockquote></article><aside class="related"><h3>Read also</h3>
    <a href="/2024/a-story-of-the-sea">A story of the sea</a></aside></body></html>
    """

@Test func `a page cut, doubled and mangled anywhere is still read`() throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    print("mutations: seed \(seed)")
    var dice = Dice(seed: seed)
    let whole = Array(sample.utf8)
    let scraps = [
        "<", ">", "\"", "'", "&#x9b;", "<!--", "</", "\u{0}", "<table>", "]]>", "&", "\u{202E}",
        "<script>", "é",
    ]
    .map { Array($0.utf8) }
    for round in 0..<400 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...6, using: &dice) {
            let at = Int.random(in: 0..<max(1, bytes.count), using: &dice)
            let to = min(bytes.count, at + Int.random(in: 0..<200, using: &dice))
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes.removeSubrange(at..<to)
            case 1: bytes.removeSubrange(at...)
            case 2: bytes.insert(contentsOf: bytes[at..<to], at: at)
            case 3:
                bytes.insert(
                    contentsOf: scraps[Int.random(in: 0..<scraps.count, using: &dice)], at: at)
            default: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &dice) }
            }
            if bytes.isEmpty { bytes = [0x61] }
        }
        do {
            if let article = try read(bytes) { check(article, "seed \(seed), round \(round)") }
        } catch is ExtractionError {}
    }
}

@Test func `the same bytes give the same article`() throws {
    let first = try read(Array(sample.utf8))
    for _ in 0..<5 { #expect(try read(Array(sample.utf8)) == first) }
}

@Test func `escape sequences do not survive, however they are written`() throws {
    let body = prose(4).map {
        "<p>\($0) &#27;[31m &#x9b;1m \u{1B}]0;x\u{07} &#155; \u{202E}abc\u{E0041}</p>"
    }.joined()
    let article = try #require(
        try read(Array("<title>a&#27;b</title><body><h1>&#x1b;[2J</h1>\(body)".utf8)))
    check(article, "escapes")
}

@Test func `doubling a page at most doubles its cost, within what clocks can tell`() throws {
    func cost(_ paragraphs: Int) throws -> Double {
        let text = prose(7).joined(separator: "</p><p>")
        let page =
            "<body><article>" + String(repeating: "<p>\(text)</p>", count: paragraphs)
            + "</article>"
        var best = 100.0
        for _ in 0..<3 {
            let started = processorSeconds()
            _ = try read(Array(page.utf8))
            best = min(best, processorSeconds() - started)
        }
        return best
    }
    let one = try cost(300)
    let eight = try cost(2400)
    // Eight times the page, with room for a busy machine; a quadratic step would take 64 times.
    #expect(eight < one * 24)
}
