import LecternCore
import Testing

@testable import Extraction

@Suite struct FeedsReading {
    private func feed(_ text: String, kind: Kind, base: String = "https://example.org/feed.xml")
        throws -> Feed
    {
        try readFeed(
            Array(text.utf8), kind: kind,
            of: Document(source: .standardInput, address: Address(base), name: "feed", bytes: []))
    }

    private static let long = String(repeating: "The tide comes and goes. ", count: 20)

    @Test func `RSS 2.0: titles, dates, authors, full text`() throws {
        let feed = try feed(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Tides &amp; Co</title><link>https://example.org/</link><language>en-GB</language>
            <item><title>First &lt;b&gt;bold&lt;/b&gt; &amp;amp; more&nbsp;still</title><link> /one </link>
            <pubDate>Tue, 05 Mar 2024 10:11:00 +0100</pubDate><dc:creator>Ada Lint</dc:creator>
            <description>Short &lt;p&gt;words&lt;/p&gt; here & there</description>
            <content:encoded><![CDATA[<p>\(Self.long)<a href="two.html">next</a></p><h2>Head</h2><p>End.</p>]]></content:encoded></item>
            <item><guid isPermaLink="true">https://example.org/two</guid><author>bo@example.org (Bo Grey)</author>
            <description><p>not <b>escaped</b></p></description></item>
            </channel></rss>
            """, kind: .rss)
        #expect(feed.title == "Tides & Co")
        #expect(feed.entries.map(\.title) == ["First bold & more still", "not escaped"])
        #expect(
            feed.entries.map(\.source) == [
                Address("https://example.org/one").map { .address($0) },
                Address("https://example.org/two").map { .address($0) },
            ])
        #expect(feed.entries.map(\.author) == ["Ada Lint", "Bo Grey"])
        #expect(feed.entries[0].published == "2024-03-05T10:11:00+01:00")
        #expect(feed.entries[0].text == "Short words here & there")
        let article = try #require(feed.entries[0].article)
        #expect(article.site == "Tides & Co" && article.language == "en-GB")
        #expect(article.sections.map(\.title) == ["Head"])
        #expect(article.links.map(\.address.string) == ["https://example.org/two.html"])
        #expect(feed.entries[1].article == nil)
    }

    @Test func `Atom: bases, kinds of content, several links`() throws {
        let feed = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/blog/" xml:lang="de">
            <title type="html">Der &lt;i&gt;Blog&lt;/i&gt;</title><link href="./"/>
            <entry><title>Eins</title><link rel="enclosure" href="e.mp3"/><link rel="alternate" type="text/html" href="eins"/>
            <updated>2024-03-05T10:11:12.345Z</updated><author><name>Jo Korn</name><email>jo@example.org</email></author>
            <content type="xhtml" xml:base="bilder/"><div xmlns="http://www.w3.org/1999/xhtml"><p>\(Self.long)
            <a href="q?a=1&amp;b=2">hier</a> &lt;kein Tag&gt;</p></div></content></entry>
            <entry><title>Zwei</title><link href="zwei"/><published>2024-03-05</published><summary>Kurz</summary></entry>
            </feed>
            """, kind: .atom)
        #expect(feed.title == "Der Blog")
        #expect(
            feed.entries.compactMap(\.source)
                == [
                    "https://example.org/blog/eins", "https://example.org/blog/zwei",
                ].compactMap(Address.init).map { .address($0) })
        #expect(feed.entries[0].author == "Jo Korn")
        #expect(feed.entries[0].published == "2024-03-05T10:11:12Z")
        let article = try #require(feed.entries[0].article)
        #expect(
            article.links.map(\.address.string) == ["https://example.org/blog/bilder/q?a=1&b=2"])
        #expect(article.blocks.first?.text.hasSuffix("hier <kein Tag>") == true)
        #expect(feed.entries[1].text == "Kurz")
    }

    @Test func `RSS 1.0 and 0.91, JSON Feed, OPML`() throws {
        let rdf = try feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://example.org/"><title>R</title></channel>
            <item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/1</link><dc:date>2024-03-05</dc:date></item>
            </rdf:RDF>
            """, kind: .rdf)
        #expect(rdf.title == "R")
        #expect(rdf.entries.map(\.published) == ["2024-03-05"])
        let json = try feed(
            #"{"version":"https://jsonfeed.org/version/1.1","title":"J","authors":[{"name":"Jo"}],"items":[{"id":1,"content_text":"Plain <text>\n\nTwo","url":"https://j.example/1","date_published":"2024-03-05T10:00:00-05:00"},{"id":"2","title":5,"content_html":"<p>x</p>"}, 7, null]}"#,
            kind: .jsonFeed)
        #expect(json.entries.map(\.title) == ["Plain <text> Two", "5"])
        #expect(json.entries.map(\.author) == ["Jo", "Jo"])
        #expect(json.entries[0].published == "2024-03-05T10:00:00-05:00")
        let opml = try feed(
            """
            <opml version="2.0"><head><title>Subs</title></head><body><outline text="News">
            <outline type="rss" text="A" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/>
            <outline text="B" xmlUrl="https://b.example/feed"/></outline></body></opml>
            """, kind: .opml)
        #expect(opml.title == "Subs")
        #expect(opml.entries.map(\.title) == ["A", "B"])
        #expect(opml.entries.map(\.site) == ["a.example", nil])
    }

    @Test func `what hostile feeds try`() throws {
        let bomb = """
            <!DOCTYPE rss [<!ENTITY a "AAAAAAAAAA"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
            <rss><channel><title>T&b;&x;</title><item><title>a &lt; b && c &#0;&#x1b;[31m <![CDATA[x]]></title></item></channel></rss>
            """
        let found = try feed(bomb, kind: .rss)
        #expect(!found.title.contains("AAAA") && !found.title.contains("root:"))
        #expect(found.entries.map(\.title) == ["a < b && c [31m x"])
        let deep =
            "<rss><channel><item><description>" + String(repeating: "<div>", count: 5000)
            + "x</description></item></channel></rss>"
        #expect(throws: ExtractionError.self) { try feed(deep, kind: .rss) }
        let cut = "<?xml version=\"1.0\"?>\n<rss><channel>\n<title>Cut</title><item><title>On"
        #expect(
            throws: ExtractionError.damaged(kind: "an RSS feed, broken off in line 3,")
        ) { try feed(cut, kind: .rss) }
        #expect(
            try feed("<rss><channel><title>Empty</title></channel></rss>", kind: .rss).entries
                .isEmpty)
        let attributes = (0..<50_000).map { " a\($0)='v'" }.joined()
        let wide = "<rss><channel><title>W</title><item\(attributes)><title>One</title></item>"
        #expect(
            try feed(wide + "<item\(attributes)/></channel></rss>", kind: .rss).entries.count == 2)
        let broken = "<rss><channel><title>B</title><item><title>One</title></item><item><title>Tw"
        #expect(try feed(broken, kind: .rss).entries.first?.title == "One")
        let many =
            "<rss><channel>" + String(repeating: "<item><title>x</title></item>", count: 20_000)
        #expect(try feed(many + "</channel></rss>", kind: .rss).entries.count == 20_000)
    }

    @Test func `first words are parted as they were`() {
        #expect(
            plainWords("One <b>bold</b>, <a href='x'>led</a>.<p>Two</p>three<br>four")
                == "One bold, led. Two three four")
    }

    @Test(arguments: [
        ("<html><body>no</body></html>", Kind.rss), ("{\"items\": ", Kind.jsonFeed),
        ("", Kind.atom),
        ("[[[[[[", Kind.jsonFeed),
    ])
    func `no feed is an error`(text: String, kind: Kind) {
        #expect(throws: ExtractionError.self) { try feed(text, kind: kind) }
    }
}
