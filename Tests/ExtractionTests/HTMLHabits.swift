import LecternCore
import Testing

@testable import Extraction

/// A habit of the web's: a page, what is read of it, and why.
private struct Habit: CustomTestStringConvertible, Sendable {
    let why: String
    let body: String
    let expected: String
    var testDescription: String { why }
}

private let opening = prose(1)[0]
private let second = prose(2)[1]
private let third = prose(3)[2]

private let habits = [
    Habit(
        why: "a picture loaded late is found where the loader keeps it",
        body: "<figure><img src='data:image/gif;base64,R0' data-src='/a.jpg' alt='Harbour'>"
            + "<figcaption>The harbour at dawn</figcaption></figure>",
        expected: "figure(https://news.example/a.jpg): [Harbour] The harbour at dawn"),
    Habit(
        why: "of several sizes of a picture the widest is taken",
        body:
            "<picture><source srcset='/s.webp 300w, /l.webp 1200w'><img src='' alt='Wall'></picture>",
        expected: "figure(https://news.example/l.webp): [Wall] "),
    Habit(
        why: "a picture in AMP is a picture, and what stands behind it is not in it",
        body:
            "<amp-img src='/a.jpg' width='800' height='600' alt='Wall'><noscript><img src='/a.jpg'>"
            + "</noscript></amp-img><p>It holds.</p>",
        expected: "figure(https://news.example/a.jpg): [Wall] \nIt holds."),
    Habit(
        why: "a picture with sizes alone has the widest of them",
        body: "<img srcset='/s.jpg 480w, /l.jpg 1600w' alt='Wall'>",
        expected: "figure(https://news.example/l.jpg): [Wall] "),
    Habit(
        why: "a picture for readers without scripts is not a second one",
        body:
            "<img data-src='/a.jpg' src='data:,' alt='Wall'><noscript><img src='/a.jpg' alt='Wall'></noscript>",
        expected: "figure(https://news.example/a.jpg): [Wall] "),
    Habit(
        why:
            "MediaWiki: links to edit, the contents and boxes of links are no text, thumbs are figures",
        body:
            "<div class='hatnote'>For the film, see Tides (film).</div><div id='toc' class='toc'><h2>Contents</h2>"
            + "<ul><li><a href='#Ebb'>1 Ebb</a></li></ul></div><h2><span class='mw-headline' id='Ebb'>Ebb</span>"
            + "<span class='mw-editsection'>[<a href='/edit'>edit</a>]</span></h2>"
            + "<figure class='mw-default-size'><a href='/File:E.jpg'><img src='/e.jpg'></a>"
            + "<figcaption>Ebb at noon</figcaption></figure><p>The water goes, and it comes again.</p>"
            + "<div class='navbox'><a href='/Moon'>Moon</a> <a href='/Sun'>Sun</a></div>",
        expected: "== Ebb\nfigure(https://news.example/e.jpg): Ebb at noon\n"
            + "The water goes, and it comes again."),
    Habit(
        why: "what a reader who has not paid is told is no text",
        body: "<p>The wall was built in one winter.</p><div class='paywall'><h3>Go on reading</h3>"
            + "<p>Subscribers read all of it for one euro a week.</p></div>",
        expected: "The wall was built in one winter."),
    Habit(
        why: "an icon is no figure",
        body: "<p>Before</p><img src='/i.png' width='16' height='16' alt='icon'>",
        expected: "Before"),
    Habit(
        why: "code keeps its lines and names its language",
        body: "<pre><code class='language-swift'>let a = 1\n\n  print(a)\n</code></pre>",
        expected: "code(swift): let a = 1⏎⏎  print(a)"),
    Habit(
        why: "line breaks of every kind end a line of code, a row of the highlighter's too",
        body: "<pre>one<br>two\r\nthree<div>four</div></pre>",
        expected: "code(): one⏎two⏎three⏎four"),
    Habit(
        why: "line numbers in a table beside the code are not code",
        body: "<pre><table><tr><td>1\n2</td><td>let a\nlet b</td></tr></table></pre>",
        expected: "code(): let a⏎let b"),
    Habit(
        why: "a table of data is a table",
        body: "<table><tr><th>Port</th><th>Height</th></tr><tr><td>North</td><td>4.1</td></tr>"
            + "<tr><td>South</td><td>3.9</td></tr></table>",
        expected: "table(2): Port\tHeight⏎North\t4.1⏎South\t3.9"),
    Habit(
        why: "a table for layout is what stands in it",
        body:
            "<table role='presentation'><tr><td><p>Left words stand here.</p></td><td><p>Right words.</p></td>"
            + "</tr></table>",
        expected: "Left words stand here.\nRight words."),
    Habit(
        why: "two line breaks part paragraphs, one does not",
        body: "<div>First line of it<br>goes on<br><br>Second paragraph</div>",
        expected: "First line of it⏎goes on\nSecond paragraph"),
    Habit(
        why: "lists nest, count and keep their marks",
        body: "<ol start='3'><li>Three<ul><li>dot</li></ul></li><li value='9'>Nine</li></ol>",
        expected: "3. Three\n  * dot\n9. Nine"),
    Habit(
        why: "a checked box is a task",
        body:
            "<ul><li><input type='checkbox' checked> Wall measured</li><li><input type='checkbox'> Sent</li></ul>",
        expected: "[x] Wall measured\n[ ] Sent"),
    Habit(
        why: "terms and their definitions",
        body: "<dl><dt>Ebb</dt><dd>The water goes</dd></dl>",
        expected: "Ebb\n: The water goes"),
    Habit(
        why: "a quotation stands in its container",
        body: "<blockquote><p>Nobody spoke of it.</p><p>Ever.</p></blockquote>",
        expected: "> Nobody spoke of it.\n> Ever."),
    Habit(
        why: "what can be folded out is read",
        body: "<details><summary>How high?</summary><p>Four metres at most.</p></details>",
        expected: "How high?\nFour metres at most."),
    Habit(
        why: "a question in a button is the header it is",
        body:
            "<h3><button>How long does it take?</button></h3><p>Six hours and twelve minutes.</p>",
        expected: "== How long does it take?\nSix hours and twelve minutes."),
    Habit(
        why: "a formula is its source, with its signs",
        body: "<p>So <math alttext='E=mc^2'><mi>E</mi><mo>=</mo></math> holds.</p>",
        expected: "So E=mc² holds."),
    Habit(
        why: "a formula without a source is set on one line",
        body: "<p>So <math><mi>x</mi><mo>=</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow>"
            + "<msup><mi>b</mi><mn>2</mn></msup></mfrac></math> holds.</p>",
        expected: "So x = (a + 1)/b^2 holds."),
    Habit(
        why: "a formula in a script is its source, with its signs",
        body: "<p>So <script type='math/tex'>E < mc^2 & more</script> holds.</p>",
        expected: "So E < mc² & more holds."),
    Habit(
        why: "references are decoded in the middle of long texts and addresses",
        body: "<p>Fish &amp; chips by the harbour wall, &eacute;t&eacute; and winter alike&hellip; "
            + "and so&nbsp;on &notit; it went.</p>",
        expected: "Fish & chips by the harbour wall, été and winter alike… and so\u{A0}on ¬it; "
            + "it went."),
    Habit(
        why: "a formula that opens a menu is still a formula",
        body: "<p>When <span class='MathJax CtxtMenu'><math><mi>a</mi><mo>≠</mo><mn>0</mn></math>"
            + "</span> it holds.</p>",
        expected: "When a ≠ 0 it holds."),
    Habit(
        why: "a header that leads back to the contents is a header",
        body: "<h2><a class='toc-backref' href='#id1'>Setting up</a></h2><p>Words under it.</p>",
        expected: "== Setting up\nWords under it."),
    Habit(
        why: "a gloss on words in a sentence leaves them there",
        body:
            "<p>It rises by <a class='popup' href='javascript:void(0)'>four metres</a> in spring, "
            + "sometimes by five.</p>",
        expected: "It rises by four metres in spring, sometimes by five."),
    Habit(
        why: "a quoted post is text, the network's buttons are not",
        body:
            "<div class='social-media-embed'><blockquote class='twitter-tweet'><p>The wall holds.</p>"
            + "— Ana (@ana)</blockquote></div><div class='social-share'><a href='/s'>Share</a></div>",
        expected: "> The wall holds.\n> — Ana (@ana)"),
    Habit(
        why: "hidden text is not read",
        body: "<p style='display: none'>One</p><p hidden>Two</p><p style='font-size:0'>Three</p>"
            + "<p style='position:absolute;left:-9999px'>Four</p><p aria-hidden='true'>Five</p><p>Six stays.</p>",
        expected: "Six stays."),
    Habit(
        why: "labels of the page are dropped between the paragraphs",
        body:
            "<p>Advertisement</p><p>Story continues below</p><p>12 Comments</p><p>Facebook Twitter Email</p>"
            + "<p>The text goes on.</p>",
        expected: "The text goes on."),
    Habit(
        why: "a header's level is mended, none is skipped",
        body: "<h2>Two</h2><p>Words under two.</p><h5>Five</h5><p>Words under five.</p>",
        expected: "== Two\nWords under two.\n=== Five\nWords under five."),
    Habit(
        why: "a header over nothing but shares is dropped",
        body: "<p>Words before it.</p><h3>Share this article</h3><p>Words behind it.</p>",
        expected: "Words before it.\nWords behind it."),
    Habit(
        why: "words under a picture in a named box go with it",
        body:
            "<div class='image-box'><img src='/b.jpg' alt='Boat'><p class='caption'>A boat, 1921</p></div>",
        expected: "figure(https://news.example/b.jpg): [Boat] A boat, 1921"),
    Habit(
        why: "a line that says who made the picture goes with it",
        body: "<p><img src='/c.jpg' alt='Wall'></p><p>The wall in winter. Photo: Ana Lima</p>",
        expected: "figure(https://news.example/c.jpg): [Wall] The wall in winter. Photo: Ana Lima"),
    Habit(
        why: "the same button on every product is no text",
        body: "<p>One ticket.</p><p><a href='/1'>See the offer</a></p><p>Two tickets.</p>"
            + "<p><a href='/2'>See the offer</a></p><p>Three.</p><p><a href='/3'>See the offer</a></p>",
        expected: "One ticket.\nTwo tickets.\nThree."),
    Habit(
        why: "an emphasis that begins inside a character is moved to its edge",
        body: "<p>Caf<b>e</b>&#x301; noir</p>",
        expected: "Cafe\u{301} noir"),
]

@Test(arguments: habits)
private func `a habit of the web is read for what it means`(habit: Habit) throws {
    let page = """
        <html><head><title>Tides</title></head><body><nav><a href='/'>Home</a></nav>
        <article><h1>Tides</h1><p>\(opening)</p><p>\(second)</p>\(habit.body)<p>\(third)</p></article>
        <footer>Copyright, all rights reserved</footer></body></html>
        """
    #expect(try blocks(page) == [opening, second, habit.expected, third].joined(separator: "\n"))
}

@Test func `every habit survives being cut, nested and mangled`() throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    print("habits: seed \(seed)")
    var dice = Dice(seed: seed)
    for habit in habits {
        let page =
            "<article><p>\(opening)</p><p>\(second)</p>\(habit.body)<p>\(third)</p></article>"
        for round in 0..<25 {
            let document = Document(
                source: .standardInput, address: nil, mediaType: "text/html",
                bytes: mangled(page, with: &dice))
            guard case .article(let article)? = try? extract(document).material else { continue }
            let texts = article.blocks.compactMap(\.content.richText)
            let isWhole = texts.allSatisfy { text in
                zip(text.spans, text.spans.dropFirst()).allSatisfy {
                    $0.range.upperBound <= $1.range.lowerBound
                } && (text.spans.last?.range.upperBound ?? 0) <= text.text.utf8.count
            }
            #expect(isWhole, "\(habit.why): seed \(seed), round \(round)")
            #expect(!article.title.isEmpty)
        }
    }
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
