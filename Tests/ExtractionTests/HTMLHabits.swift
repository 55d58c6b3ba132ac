import Fixtures
import LecternCore
import Testing

@testable import Extraction

private let opening = prose(1)[0]
private let second = prose(2)[1]
private let third = prose(3)[2]

@Test(arguments: Habit.all)
private func `a habit of the web is read for what it means`(habit: Habit) throws {
    #expect(try blocks(habit.page) == habit.text)
}

@Test func `every habit survives being cut, nested and mangled`() throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    print("habits: seed \(seed)")
    var dice = Dice(seed: seed)
    for habit in Habit.all {
        for round in 0..<25 {
            let document = Document(
                source: .standardInput, address: nil, mediaType: "text/html",
                bytes: mangled(habit.page, with: &dice))
            guard case .article(let article)? = try? extract(document).material else { continue }
            #expect(fault(in: article) == nil, "\(habit.why): seed \(seed), round \(round)")
        }
    }
}

@Test func `a page for printing is the article, without what the printer adds`() throws {
    let text = prose(5)
    let page = """
        <html><head><title>The tides of the north - Print version</title></head><body onload="window.print()">
        <p><a href="javascript:window.print()">Print this page</a> | <a href="javascript:window.close()">Close</a></p><hr>
        <h1>The tides of the north</h1><p>By Ana Lima</p>\(text.map { "<p>\($0)</p>" }.joined())<hr>
        <p>Article printed from The Example: <strong>https://news.example</strong></p>
        <p>URL to article: <strong>https://news.example/2024/05/tides</strong></p>
        <p>&copy; 2024 The Example. All rights reserved.</p></body></html>
        """
    let read = try article(page)
    #expect(read.title == "The tides of the north")
    #expect(read.byline == "Ana Lima")
    #expect(read.paragraphs.map(\.text) == text)
}

@Test func `a stub is read in full where the page's linked data has the text`() throws {
    let text = prose(5)
    let page = """
        <head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Tides",
        "articleBody":"\(text.joined(separator: "\\n\\n"))"}</script></head><body><article><h1>Tides</h1>
        <p>\(text[0].prefix(60))...</p><div class="paywall">Subscribe</div></article></body>
        """
    #expect(try article(page).blocks.map(\.text) == text)
}

@Test func `gumbo's numbers of elements are those that were written down`() {
    #expect(Tag.known == Tag.asked)
}

@Test func `the choice leaves menus, sides, comments and feet`() throws {
    let page = """
        <body><div class="menu"><a href="/a">News</a> <a href="/b">Sport</a></div>
        <div id="wrap"><div class="col"><h1>Tides</h1><div class="story">
        \(prose(6).map { "<p>\($0)</p>" }.joined())</div></div>
        <div class="sidebar"><p>\(prose(1, seed: 2)[0])</p></div>
        <div id="comments"><p>\(prose(1, seed: 4)[0])</p><p>\(prose(1, seed: 5)[0])</p></div></div>
        <div class="footer">Imprint</div></body>
        """
    #expect(try blocks(page) == prose(6).joined(separator: "\n"))
}

@Test func `code keeps its links, and a link that leads nowhere is none`() throws {
    let code = "<pre>\n\n  see <a href='/rfc/2119'>RFC 2119</a> for\n  <a href='#'>it</a>\n</pre>"
    let article = try article(
        "<article><p>\(opening)</p><p>\(second)</p>\(code)<p>\(third)</p></article>")
    guard case .code(let text, _) = article.blocks[2].content else {
        Issue.record("no code")
        return
    }
    #expect(text.text == "  see RFC 2119 for\n  it")
    #expect(text.spans == [Span(range: 6..<14, link: LinkID(0))])
    #expect(
        article.links == [
            Link(text: "RFC 2119", address: try #require(Address("https://news.example/rfc/2119")))
        ])
}

@Test func `what stands behind the text is not read: its writer's life, other articles, notices`()
    throws
{
    let text = prose(8).map { "<p>\($0)</p>" }.joined()
    let endings = [
        "<h4>Ana Lima</h4><p>Reporter</p><p>Ana Lima has written about boats, walls and the wind for many years.</p>",
        "<p>About the author</p><p>She has written about boats, walls and the wind for many years now.</p>",
        "<p>You might also be interested in…</p><h3>The sea</h3><p>A book about the sea and all that swims in it.</p>",
        "<h3><a href='/a-wall-of-sand'>A wall of sand</a></h3><p>It holds, they say.</p>"
            + "<h3><a href='/the-last-ferry'>The last ferry</a></h3><p>It leaves at five.</p>",
        "<p>Reporting by Ana Lima; editing by Bo Ek</p>",
    ]
    for ending in endings {
        let page = """
            <html><head><meta name="author" content="Ana Lima"></head>
            <body><article><h1>Tides</h1>\(text)\(ending)</article></body></html>
            """
        #expect(try blocks(page) == prose(8).joined(separator: "\n"))
    }
}

@Test func `a picture leads where it is linked to`() throws {
    let page = """
        <article><h1>Tides</h1><p>\(opening)</p><p><a href="/large.jpg"><img src="/small.jpg" alt="Boat"></a></p>
        <p>\(second)</p><p>\(third)</p></article>
        """
    let article = try article(page)
    #expect(article.links.map(\.address.string) == ["https://news.example/large.jpg"])
    guard case .figure(let figure) = article.blocks[1].content else {
        Issue.record("no figure")
        return
    }
    #expect(figure.link == LinkID(0))
}

@Test func `rows of cards of other articles are cut whatever they are called`() throws {
    let cards = (1...4).map {
        "<div class='x-\($0)'><img src='/\($0).jpg'><h3><a href='/other/\($0)'>Another story of the sea \($0)"
            + "</a></h3><p>What happened then, in a sentence or two, and why it matters.</p></div>"
    }.joined()
    let text = prose(5)
    let page = """
        <body><div class="wrap"><h1>Tides</h1>\(text.map { "<p>\($0)</p>" }.joined())
        <div class="grid"><h2>Elsewhere</h2>\(cards)</div></div></body>
        """
    #expect(try blocks(page) == text.joined(separator: "\n"))
}

@Test func `a list of pictures with a word on each is an article when little else is there`() throws
{
    let entries = (1...4).map {
        "<div class='entry'><img src='/\($0).jpg'><h3><a href='/lake/\($0)'>The lake of number \($0)</a></h3>"
            + "<p>\(prose(1, seed: $0)[0])</p></div>"
    }.joined()
    let page = "<body><div class='wrap'><h1>Four lakes</h1><p>\(opening)</p>\(entries)</div></body>"
    #expect(try article(page).sections.count == 4)
}

@Test func `text in several boxes of one kind is all of it`() throws {
    let parts = prose(9)
    let boxes = stride(from: 0, to: 9, by: 3).map { start in
        "<section class='block'><h2>Part \(start)</h2>"
            + parts[start..<(start + 3)].map { "<p>\($0)</p>" }.joined() + "</section>"
    }
    let page = "<body><main><h1>Tides</h1>\(boxes.joined())</main></body>"
    let read = try article(page)
    #expect(read.sections.map(\.title) == ["Part 0", "Part 3", "Part 6"])
    #expect(read.paragraphs.map(\.text) == parts)
}

@Test func `the title is never a block, nor what stands above it`() throws {
    let page = """
        <head><title>Tides of the north | The Example</title></head><body><article><p>Science</p>
        <h1>Tides of the north</h1><p>By Ana Lima</p><p>4 May 2024</p>\(prose(4).map { "<p>\($0)</p>" }.joined())
        </article></body>
        """
    let read = try article(page)
    #expect(read.title == "Tides of the north")
    #expect(read.blocks.map(\.text) == prose(4))
    #expect(read.byline == "Ana Lima")
}

@Test func `a page without an article opens as the list it is`() throws {
    let items = (1...12).map { "<li><a href='/story-\($0)'>Story number \($0) of the day</a></li>" }
    let read = try article(
        "<title>News</title><body><main><h1>News</h1><ul>\(items.joined())</ul></main></body>")
    #expect(read.links.count == 12)
    #expect(read.blocks.count == 12)
}

@Test func `the text comes from linked data where the page has none`() throws {
    let body = prose(5).joined(separator: "\\n")
    let page = """
        <head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Tides",
        "articleBody":"\(body)"}</script></head><body><div id="app">Loading</div></body>
        """
    #expect(try article(page).blocks.map(\.text) == prose(5))
}

@Test func `the whole page is everything that can be seen`() throws {
    let page = """
        <body><nav>Menu entry</nav><article>\(prose(4).map { "<p>\($0)</p>" }.joined())</article>
        <p hidden>Secret</p><footer>Imprint</footer></body>
        """
    let texts = try article(page, whole: true).blocks.map(\.text)
    #expect(texts == ["Menu entry"] + prose(4) + ["Imprint"])
}

@Test func `ids lead to the block they stand in or before`() throws {
    let page =
        "<body><article>\(prose(3).map { "<p>\($0)</p>" }.joined())<a id='here'></a>"
        + "<h2 id='head'>Part</h2><p id='p'>\(prose(4)[3])</p></article></body>"
    let read = try article(page)
    let header = try #require(read.index(ofFragment: "head"))
    #expect(read.blocks[header].text == "Part")
    #expect(read.index(ofFragment: "here") == header)
    #expect(read.index(ofFragment: "p") == header + 1)
}
