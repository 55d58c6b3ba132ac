import LecternCore
import Testing

@testable import Extraction

/// What stands in an article's body and is no part of it, or looks as if it were none and is: a page, what is read of
/// it, and why.
private struct Body: CustomTestStringConvertible, Sendable {
    let why: String
    let body: String
    /// The blocks between the second paragraph and the third; empty when nothing of it is read.
    var expected: [String] = []
    /// Where the article's links lead.
    var links: [String] = []
    var related: [String] = []
    var testDescription: String { why }
}

private let text = prose(6)

private let bodies = [
    Body(
        why: "a form takes along the box that is there for it, its header and what it asks",
        body: "<div class='x1'><div><h3>Tell us what is wrong here</h3><p>Something went wrong.</p>"
            + "<div><p>Help us keep this place clean, see our <a href='/rules'>rules</a>.</p>"
            + "<form><label>Your name</label><input type='text'><textarea></textarea></form></div>"
            + "</div></div>"),
    Body(
        why: "a form in a box with a picture or much text is taken out of it alone",
        body:
            "<div><p>\(prose(1, seed: 7)[0])</p><form><p>Your address</p><input type='email'></form></div>",
        expected: [prose(1, seed: 7)[0]]),
    Body(
        why: "a search is no reason to drop what stands around it",
        body: "<div><h3>Tables of the tides</h3><p>They are kept in the harbour.</p>"
            + "<form><input type='search'></form></div>",
        expected: ["== Tables of the tides", "They are kept in the harbour."]),
    Body(
        why: "a card that opens over a name in the text is not in the sentence",
        body: "<p>The harbour master, <span class='rollover-person'><a href='/ana'>Ana Lima</a>"
            + "<span class='rollover-block'><a href='/ana'>Ana Lima</a> Boats are late again. "
            + "<a href='/more'>More of her</a></span></span>, closed the gate.</p>",
        expected: ["The harbour master, Ana Lima, closed the gate."],
        links: ["https://news.example/ana"]),
    Body(
        why: "a line behind a picture that says what the picture says of itself is its caption",
        body:
            "<div><img src='/a.jpg' alt='The gate at low water'><br><span>The gate at low water</span></div>",
        expected: [
            "figure(https://news.example/a.jpg): [The gate at low water] The gate at low water"
        ]),
    Body(
        why: "a picture with a link of its own in a header stands behind the header",
        body: "<h2>The gate <a href='/large.jpg'><img src='/a.jpg' alt='Gate'></a></h2>"
            + "<p>It was built of oak.</p>",
        expected: [
            "== The gate", "figure(https://news.example/a.jpg): [Gate] ", "It was built of oak.",
        ], links: ["https://news.example/large.jpg"]),
    Body(
        why: "an icon in a header that is a link is no figure",
        body:
            "<h2><a href='/gate'><img src='/icon.png' alt='>'>The gate</a></h2><p>It was built of oak.</p>",
        expected: ["== The gate", "It was built of oak."], links: ["https://news.example/gate"]),
    Body(
        why: "who made the pictures, with a link to each, is a list of sources",
        body:
            "<p>Photos by <a href='https://p.example/1'>Ann</a>, <a href='https://p.example/2'>Bo</a>, "
            + "<a href='https://p.example/3'>Cy</a>.</p>",
        expected: ["Photos by Ann, Bo, Cy."],
        links: ["https://p.example/1", "https://p.example/2", "https://p.example/3"]),
    Body(
        why: "who made the picture, in a word, is no text",
        body: "<p>Photos by Ann</p>"),
    Body(
        why: "who else of the house helped is no text",
        body:
            "<p>Our writers Ana Lima in the north and Bo Ek in the south contributed to this report.</p>"
    ),
    Body(
        why: "a section may be about a place to share things at",
        body: "<h2>YouTube</h2><p>\(prose(1, seed: 8)[0])</p>",
        expected: ["== YouTube", prose(1, seed: 8)[0]]),
    Body(
        why:
            "under a header over related articles, headers that lead elsewhere are related articles",
        body:
            "<div><h2>Related news</h2><ul><li><i></i><h3><a href='/2024/a-wall-of-sand'>A wall of sand"
            + "</a></h3></li><li><i></i><h3><a href='/2024/the-last-ferry'>The last ferry leaves</a></h3></li>"
            + "</ul></div>",
        related: ["A wall of sand", "The last ferry leaves"]),
    Body(
        why: "a header that says what else to read is a related article",
        body: "<h4><a href='/2024/a-wall-of-sand'>Read more: A wall of sand</a></h4>",
        related: ["A wall of sand"]),
    Body(
        why: "an encyclopedia's list of what to see also keeps its header",
        body: "<h2>See also</h2><ul><li><a href='/wiki/Moon'>Moon</a>, which pulls</li></ul>",
        expected: ["== See also", "* Moon, which pulls"],
        links: ["https://news.example/wiki/Moon"]),
]

@Test(arguments: bodies)
private func `what stands in an article's body is judged by what it is`(body: Body) throws {
    let before = text[..<3].map { "<p>\($0)</p>" }.joined()
    let after = text[3...].map { "<p>\($0)</p>" }.joined()
    let page = """
        <html><head><title>Tides</title></head><body><article><h1>Tides</h1>\(before)\(body.body)\(after)
        </article></body></html>
        """
    let read = try article(page)
    #expect(
        try blocks(page)
            == (Array(text[..<3]) + body.expected + Array(text[3...])).joined(separator: "\n"))
    #expect(read.links.map(\.address.string) == body.links)
    #expect(read.related.map(\.title) == body.related)
}

@Test func `a collection opens with its first article's header, though that leads to the article`()
    throws
{
    let page = """
        <html><head><title>Weekly edition</title></head><body><h1>Weekly edition</h1><div class="text">
        <h2><a href="/articles/1">A trade mark under water</a></h2><div>By <b>Ana Lima</b><br>4 May 2024</div>
        \(prose(4).map { "<p>\($0)</p>" }.joined())<h2>In brief</h2>
        \(prose(3, seed: 5).map { "<p>\($0)</p>" }.joined())</div></body></html>
        """
    let read = try article(page)
    #expect(read.sections.map(\.title) == ["A trade mark under water", "In brief"])
}

@Test func `the name of a blog is not the title of what it says today`() throws {
    let page = """
        <html><head><title>Harbour News</title><meta property="og:site_name" content="Harbour Update News">
        <meta property="og:title" content="News 1.8: the gate"></head><body><h1>Harbour News</h1>
        <div class="post"><h3><a href="/post/8">News 1.8: the gate</a></h3>
        \(prose(4).map { "<p>\($0)</p>" }.joined())</div></body></html>
        """
    let read = try article(page)
    #expect(read.title == "News 1.8: the gate")
    #expect(read.blocks.map(\.text) == prose(4))
}

@Test func `a page in a drawer for its menu is read from its opening on`() throws {
    let text = prose(12)
    let page = """
        <html><head><title>Tides</title></head><body><div class="nav-drawer"><main><h1>Tides</h1><div>
        <div class="part"><div><p>\(text[0])</p></div></div><div class="more">
        \(text[1...].map { "<div class='part'><p>\($0)</p></div>" }.joined())</div></div></main></div></body></html>
        """
    #expect(try blocks(page) == text.joined(separator: "\n"))
}
