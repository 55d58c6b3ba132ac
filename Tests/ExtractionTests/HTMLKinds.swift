import Fixtures
import LecternCore
import Testing

@testable import Extraction

private let menu =
    "<nav><a href='/a'>News</a> <a href='/b'>Sport</a> <a href='/c'>Culture</a></nav>"

/// What a page without its metadata says, one line a block.
private func said(_ html: String, at address: String, whole: Bool = false) throws -> String {
    let article = try article(html, at: address, whole: whole)
    return dump(Article(title: "", blocks: article.blocks)).split(separator: "\n").dropFirst()
        .joined(separator: "\n")
}

@Test func `a thread opens as posts under their writers' names`() throws {
    func post(_ name: String, _ day: String, _ text: String) -> String {
        """
        <article class="message odd"><div class="user"><a class="username" href="/members/1">\(name)</a>
        <dl><dt>Joined</dt><dd><time>Jan 2, 2011</time></dd><dt>Posts</dt><dd>412</dd></dl></div>
        <div class="main"><time datetime="2024-05-03T10:00:00Z">\(day)</time>
        <div class="message-body"><p>\(text)</p></div>
        <div class="signature">Life is a beach, and then you moor.</div></div></article>
        """
    }
    let html = """
        <title>Which anchor?</title><h1>Which anchor?</h1>\(menu)<main><div class="posts">
        \(post("Ada", "May 3, 2024", "My old anchor drags in mud. Which one should I buy for the estuary?"))
        \(post("Bo", "May 3, 2024", "Woof."))
        \(post("Cy", "May 4, 2024", "A plough holds in sand and in mud, but buy it a size larger than they say."))
        </div></main><footer>Terms and rules</footer>
        """
    #expect(
        try said(html, at: "https://boats.example/threads/which-anchor.12/") == """
            == Ada · May 3, 2024
            My old anchor drags in mud. Which one should I buy for the estuary?
            == Bo · May 3, 2024
            Woof.
            == Cy · May 4, 2024
            A plough holds in sand and in mud, but buy it a size larger than they say.
            """)
}

@Test func `a thread whose posts are only in linked data is read from there`() throws {
    let html = """
        <title>Tides?</title><script type="application/ld+json">{"@type": "QAPage", "mainEntity":
        {"@type": "Question", "name": "Tides?", "text": "Why are there two tides a day and not one?",
        "author": {"name": "Ada"}, "datePublished": "2024-05-03T10:00:00Z",
        "acceptedAnswer": {"@type": "Answer", "text": "<p>The far side is left behind.</p>",
        "author": {"name": "Bo"}, "datePublished": "2024-05-04"}}}</script><div id="app"></div>
        """
    #expect(
        try said(html, at: "https://ask.example/questions/1/tides") == """
            == Ada · 2024-05-03
            Why are there two tides a day and not one?
            == Bo · 2024-05-04
            The far side is left behind.
            """)
}

@Test func `a list of cards opens as a list of links`() throws {
    let cards = (1...6).map {
        "<div class='card'><h3><a href='/kettle-\($0)'>Kettle number \($0)</a></h3><p>For \($0) cups</p></div>"
    }.joined()
    let html = """
        <meta property="og:type" content="product.group"><title>Kettles</title>\(menu)
        <main><h1>Kettles</h1><div class="carousel">\(cards)</div></main><footer>About us</footer>
        """
    let page = try article(html, at: "https://shop.example/kettles")
    #expect(page.links.map(\.text) == (1...6).map { "Kettle number \($0)" })
    let lines = dump(Article(title: "", blocks: page.blocks)).split(separator: "\n")
    #expect(lines.dropFirst().prefix(2) == ["* == Kettle number 1", "  For 1 cups"])
    #expect(lines.count == 13)
}

@Test func `a thing on sale is read without what the shop says on every page`() throws {
    let html = """
        <title>Brass kettle</title><script type="application/ld+json">{"@type": "Product",
        "name": "Brass kettle", "description": "A kettle of heavy brass that sings a third when the water boils."}
        </script>\(menu)<main><h1>Brass kettle</h1><p>$ 80</p>
        <h2>Specifications</h2><table><tr><th>Weight</th><td>2 kg</td></tr><tr><th>Holds</th><td>1.5 l</td></tr></table>
        <h2>Shipping and returns</h2><p>We post on every day but Sunday, and take back what you do not like.</p>
        <div class="customer-reviews"><p>It sings a fourth, and I sent it back at once. Never again!</p></div>
        </main>
        """
    let page = try article(html, at: "https://shop.example/brass")
    #expect(
        page.blocks.map(\.text).filter { !$0.contains("2 kg") } == [
            "A kettle of heavy brass that sings a third when the water boils.", "$ 80",
            "Specifications",
        ])
    #expect(page.blocks.count == 4)
}

@Test func `a shop's foot and the names of its data are not read, be they marked up as they may`()
    throws
{
    let links = ["Socks", "About us", "Careers", "Returns", "Gift cards", "Accessibility"]
    let html = """
        <title>Wool socks</title><meta property="og:type" content="product"><h1>Wool socks</h1>
        <p>Warm socks of grey wool, knitted on the island, for boots that are a size too large.</p>
        <p>Forty euros a pair.</p><p>cat_thumb_Grey:</p><p>https://cdn.example/grey.jpg</p>
        <h2>Material</h2><p>Wool, nine parts in ten, and a thread of something stronger at the heel.</p>
        <p>This is what customers who looked at it bought:</p>
        <div class="bottom">\(links.map { "<p><a href='/\($0)'>\($0)</a></p>" }.joined())
        <p>Wool Ltd, Harbour Road 1</p></div>
        """
    #expect(
        try said(html, at: "https://shop.example/products/socks") == """
            Warm socks of grey wool, knitted on the island, for boots that are a size too large.
            Forty euros a pair.
            == Material
            Wool, nine parts in ten, and a thread of something stronger at the heel.
            This is what customers who looked at it bought:
            """)
}

@Test func `text behind a tab or in an accordion is text, a hidden menu is none`() throws {
    let hidden =
        "Sluices open at low water and close when the tide turns, which takes about an hour and a half."
    for panel in [
        "<div role='tabpanel' hidden><p>\(hidden)</p></div>",
        "<button aria-controls='more'>More</button><div id='more' hidden><p>\(hidden)</p></div>",
        "<div class='accordion__panel' style='display: none'><p>\(hidden)</p></div>",
    ] {
        let html =
            "<article><h1>Sluices</h1><p>\(prose(3).joined(separator: "</p><p>"))</p>\(panel)</article>"
        #expect(try blocks(html).contains(hidden), "\(panel)")
    }
    for menu in [
        "<div class='menu' role='tabpanel' hidden><p>\(hidden)</p></div>",
        "<nav><div class='tab-content' hidden><p>\(hidden)</p></div></nav>",
        "<div hidden><p>\(hidden)</p></div>",
    ] {
        let html =
            "<article><h1>Sluices</h1><p>\(prose(3).joined(separator: "</p><p>"))</p>\(menu)</article>"
        #expect(try !blocks(html).contains(hidden), "\(menu)")
    }
}

@Test func `labels that only style keeps apart do not run together`() throws {
    let html =
        "<article><p>\(prose(4).joined(separator: "</p><p>"))</p><p>Written on the quay by "
        + "<span class='who'>Ann Lee</span><time>May 3</time> and read aloud, with "
        + "<span class='cap'>J</span><span class='rest'>avaScript</span> <b>off</b>hand.</p></article>"
    #expect(
        try blocks(html).hasSuffix(
            "Written on the quay by Ann Lee May 3 and read aloud, with JavaScript offhand."))
}

@Test func `a page inside noscript is there as a whole too`() throws {
    let text = prose(8)
    let html =
        "<title>Mud</title><noscript><div><p>\(text.joined(separator: "</p><p>"))</p></div></noscript>"
    for whole in [false, true] {
        #expect(try said(html, at: "https://mud.example/", whole: whole).contains(text[5]))
    }
}

@Test func `a site's rule names what is read, what is cut and which texts are posts`() throws {
    func read(_ html: String, _ change: (inout SiteRule) -> Void) throws -> Extracted {
        var rule = SiteRule(name: "boats.example")
        change(&rule)
        let document = Document(
            source: .standardInput, address: Address("https://boats.example/1"),
            mediaType: "text/html", bytes: Array(html.utf8))
        return try extract(document, options: ExtractionOptions(rule: rule))
    }
    func text(_ extracted: Extracted) throws -> [String] {
        guard case .article(let article) = extracted.material else { throw ExtractionError.empty }
        return article.blocks.map(\.text)
    }
    let licence =
        "<div class='licence old'><p>\(prose(4, seed: 2).joined(separator: "</p><p>"))</p></div>"
    let book = "<article>\(licence)<p>\(prose(3).joined(separator: "</p><p>"))</p></article>"
    let plain = try read(book) { $0.cut = [ElementPattern("div.licence")].compactMap { $0 } }
    #expect(try text(plain) == prose(3))
    #expect(plain.report.lines.contains { $0.hasPrefix("rule") && $0.contains("1 parts cut") })

    let abstract = "<div id='abs'><p>Tides, measured for a year in a bucket.</p></div>"
    let kept = try read(abstract + book) { $0.keep = [ElementPattern("#abs")].compactMap { $0 } }
    #expect(try text(kept) == ["Tides, measured for a year in a bucket."])

    let comment = { (name: String, words: String) in
        "<tr><td><a class='hn' href='user?id=\(name)'>\(name)</a> <span class='age'>2 hours ago</span> | next"
            + "<div class='said c0'>\(words)</div></td></tr>"
    }
    let table =
        "<table>\(comment("ada", "No."))\(comment("bo", "Yes, it does: twice a day."))</table>"
    let thread = try read(table) {
        $0.kind = .thread
        $0.posts = ElementPattern("div.said")
    }
    #expect(
        try text(thread) == [
            "ada · 2 hours ago", "No.", "bo · 2 hours ago", "Yes, it does: twice a day.",
        ])
}

@Test func `what rel, microdata and linked data call related is related`() throws {
    let html = """
        <title>Tides</title><link rel="related" href="/2024/a-bucket-of-sea" title="A bucket of sea">
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Tides",
        "relatedLink": ["/2024/the-old-mole", "/2024/nobody-names-this-one"],
        "isRelatedTo": {"url": "/2024/moons-of-others", "name": "The moons of other planets"}}</script>
        <article><h1>Tides</h1><p>\(prose(4).joined(separator: "</p><p>"))</p></article>
        <p>Next door: <a href="/2024/the-old-mole">The old mole gives way</a></p>
        <ul><li itemprop="relatedLink"><a href="/2024/how-to-row">How to row in the dark</a></li>
        <li><a rel="related noopener" href="/2024/ferry-late">The ferry is late again</a></li>
        <li><a href="/2024/not-this">Something else altogether</a></li></ul>
        """
    #expect(
        try article(html).related.map(\.title) == [
            "The old mole gives way", "How to row in the dark", "The ferry is late again",
            "A bucket of sea", "The moons of other planets",
        ])
}

@Test func `an opening that stands with the title beside the text's box is read with it`() throws {
    let opening = [
        "The estuary fills twice a day, and every boat in it turns to face the sea as it does so.",
        "Those who live beside it set their clocks by it, and their meals, and some weddings.",
    ]
    let text = (1...40).map {
        """
        Paragraph \($0) says at some length what the water does between bank \($0) and the next, \
        which is to rise, and then to think better of it, and to fall.
        """
    }
    func paragraphs(_ lines: [String]) -> String { lines.map { "<p>\($0)</p>" }.joined() }
    // What is said of the box around both is said of both.
    for name in ["layout", "layout__2-sidebars-inline"] {
        let html = """
            <title>Tides of the estuary</title><div class="\(name)"><main id="content">
            <div class="top"><h1>Tides of the estuary</h1><section>\(paragraphs(opening))</section>
            </div><div class="layout__body">\(paragraphs(text))</div></main></div>
            """
        let all = (opening + text).joined(separator: "\n")
        #expect(try blocks(html) == all, "\(name)")
    }
}
