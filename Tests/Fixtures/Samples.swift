/// A document of each kind, with a little of everything that its kind has.
package struct Sample: Sendable {
    package let mediaType: String
    package let text: String
}

extension Sample {
    package static let page = Sample(
        mediaType: "text/html",
        text: """
            <!DOCTYPE html><html lang="en"><head><title>Tides | The Harbour</title>
            <meta property="og:title" content="Tides"><link rel="canonical" href="/tides"></head><body>
            <nav><a href="/">Home</a> <a href="/news">News</a></nav><article class="post"><h1>Tides</h1>
            <p class="byline">By <a href="/ana">Ana Lima</a></p><p>The harbour was empty when the first boats left, and
            nobody spoke, for it was early and the wind had <em>turned</em> in the night.<sup><a href="#n1">1</a></sup></p>
            <h2>Measuring</h2><p>She had measured the water for forty years, with a stick &amp; a clock, and with a
            notebook that <a href="/book">filled a shelf</a> &mdash; or two.</p><figure><img src="/a.jpg" alt="Boat">
            <figcaption>A boat, 1921</figcaption></figure><ul><li>Ebb, when it goes</li><li>Flood, when it comes</li></ul>
            <table><tr><th>Port</th><th>Height</th></tr><tr><td>North</td><td>4.1</td></tr></table>
            <pre><code class="language-swift">let tide = 4.1</code></pre><blockquote><p>It came as always.</p></blockquote>
            <p>What the tables cannot say is how the wind will turn, or when, and so they wait, year after year.</p>
            <ol class="footnotes"><li id="n1">In the tables of the harbour.</li></ol></article>
            <aside class="related"><h3>Read also</h3><a href="/moon">What the moon has to do with it</a></aside>
            <footer>All rights reserved</footer></body></html>
            """)

    package static let all = [
        page,
        Sample(
            mediaType: "text/markdown",
            text: """
                ---
                title: The tide table
                author: [Ada Lint, "Bo Grey"]
                date: 2024-03-05
                lang: en
                ---
                # The tide table

                Some *text* with a note[^n], [a link](/wall "Wall") and H<sub>2</sub>O<br>here, $x^2$.

                - one
                  - inner

                    second
                - [x] done

                3. three

                > quote
                > > deeper

                | a | b |
                |:--|--:|
                | 1 | **2** |

                ```swift
                let a = 1
                ```

                ![Boat](/boat.jpg)

                Setext
                ------

                <details><summary>More</summary>folded</details>

                Read also: [The wall](https://news.example/wall)

                [^n]: The note.
                """),
        Sample(
            mediaType: "text/plain",
            text: """
                THE TIDE TABLE

                By Ada Lint
                5 March 2024

                1. MEASURING

                The harbour was empty when the first boats left, and nobody
                spoke, for it was early and the wind had turn-
                ed in the night. https://news.example/wall

                  * Ebb, when it goes
                  * Flood, when it comes

                    let tide = 4.1
                    print(tide)

                > It came as always.
                > > Did it?

                Name      Height
                North     4.1
                South     3.9

                Lire aussi : Pourquoi la digue n'a jamais été finie
                \u{0C}
                                          - 2 -
                """),
        Sample(
            mediaType: "application/rss+xml",
            text: """
                <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
                xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel><title>Tides &amp; Co</title><link>https://example.org/</link><language>en-GB</language>
                <item><title>First &lt;b&gt;bold&lt;/b&gt; &nbsp;still</title><link> /one </link>
                <pubDate>Tue, 05 Mar 2024 10:11:00 +0100</pubDate><dc:creator>Ada Lint</dc:creator>
                <description>Short &lt;p&gt;words&lt;/p&gt; here & there</description>
                <content:encoded><![CDATA[<p>The tide comes and goes, and <a href="two.html">the next</a> will come
                as every one did before it, for as long as anybody has measured.</p><h2>Head</h2><p>End.</p>]]>
                </content:encoded></item><item><guid isPermaLink="true">https://example.org/two</guid>
                <author>bo@example.org (Bo Grey)</author><description><p>not <b>escaped</b></p></description></item>
                </channel></rss>
                """),
        Sample(
            mediaType: "application/atom+xml",
            text: """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/blog/" xml:lang="de">
                <title type="html">Der &lt;i&gt;Blog&lt;/i&gt;</title><link href="./"/><entry><title>Eins</title>
                <link rel="alternate" type="text/html" href="eins"/><updated>2024-03-05T10:11:12.345Z</updated>
                <author><name>Jo Korn</name></author><content type="xhtml" xml:base="bilder/">
                <div xmlns="http://www.w3.org/1999/xhtml"><p>Das Wasser kommt <a href="q?a=1&amp;b=2">hier</a>
                &lt;kein Tag&gt;</p></div></content></entry><entry><title>Zwei</title><link href="zwei"/>
                <published>2024-03-05</published><summary>Kurz</summary></entry></feed>
                """),
        Sample(
            mediaType: "application/feed+json",
            text: """
                {"version":"https://jsonfeed.org/version/1.1","title":"J","authors":[{"name":"Jo"}],"items":[
                {"id":1,"content_text":"Plain <text>\\n\\nTwo \\ud83d\\ude00","url":"https://j.example/1",
                "date_published":"2024-03-05T10:00:00-05:00"},{"id":"2","title":5,"content_html":"<p>x</p>"},7,null]}
                """),
        Sample(
            mediaType: "text/x-opml",
            text: """
                <opml version="2.0"><head><title>Subs</title></head><body><outline text="News"><outline type="rss"
                text="A" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/><outline text="B"
                xmlUrl="https://b.example/feed"/></outline></body></opml>
                """),
    ]
}
