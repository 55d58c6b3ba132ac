/// A page that recommends articles, among what looks like it and is not.
package struct RelatedPage: Sendable {
    package let name: String
    package let html: String
    /// In page order; addresses begin with a slash.
    package let expected: [(address: String, title: String)]

    /// Every shape in every surrounding, each in another language.
    package static let all: [RelatedPage] = {
        var number = 0
        return (RelatedShape.first + RelatedShape.second).flatMap { shape in
            surroundings.map { surrounding in
                let words = Recommending.languages[number % Recommending.languages.count]
                number += 1
                let links = words.titles.enumerated().map {
                    (
                        address: "/2024/0\($0.offset + 1)/story-\($0.offset)-of-\(words.language)",
                        title: $0.element
                    )
                }
                return RelatedPage(
                    name: "\(shape.name), \(surrounding.name), \(words.language)",
                    html: """
                        <html lang="\(words.language)"><head><title>Tides</title>\(shape.head(links))
                        <meta property="og:type" content="article"></head>
                        \(surrounding.body(shape.inText(words, links), shape.below(words, links), words))</html>
                        """, expected: Array(links.prefix(shape.count)))
            }
        }
    }()

    private struct Surrounding: Sendable {
        let name: String
        /// The body of a page, of what stands in the text, of what stands behind it.
        let body: @Sendable (String, String, Recommending) -> String
    }

    private static let text = prose(8).map { "<p>\($0)</p>" }

    private static let surroundings = [
        Surrounding(name: "a newspaper") { inText, below, words in
            """
            <body><nav><a href="/">Home</a> <a href="/news/politics-today">Politics and the world today</a></nav>
            <main><article><h1>Tides</h1><p>By <a href="/authors/ana-lima">Ana Lima of the north</a></p>
            \(text[0..<4].joined())\(inText)\(text[4...].joined())
            <div class="tags"><a href="/tag/tides-and-the-sea">Tides and the sea</a></div>
            <div class="share"><a href="https://social.example/share?u=x">Share this on the network</a></div>
            </article>\(below)
            <div class="sponsored"><h3>Sponsored</h3><a href="https://ads.example/buy/a-new-watch-now">Buy a new watch now and save</a></div>
            <section class="most-read"><h3>\(words.popular)</h3><a href="/2024/05/what-all-read-now">What all the others read just now</a></section>
            </main><footer><a href="/about/how-we-work-and-why">How we work and why we do it</a></footer></body>
            """
        },
        Surrounding(name: "a blog") { inText, below, _ in
            """
            <body class="post-template single"><header class="site-header"><a href="/">The harbour blog</a>
            <ul class="menu"><li>More<ul><li><a href="/boats-and-ferries">Boats and ferries we like</a></li></ul></li></ul></header>
            <div class="site-content"><div class="content-area"><article class="post hentry"><header class="entry-header">
            <h1 class="entry-title">Tides</h1><span class="cat-links"><a href="/category/the-sea-and-us">The sea and us</a></span></header>
            <div class="entry-content">\(text[0..<4].joined())\(inText)\(text[4...].joined())</div>
            <footer class="entry-footer"><a href="/tag/walls-and-dykes" rel="tag">Walls and dykes of the coast</a></footer></article>
            \(below)
            <nav class="post-navigation"><a href="/2024/05/the-one-before-this" rel="prev">The one before this one</a></nav>
            <div id="comments" class="comments-area"><h2>2 thoughts</h2><p>I liked it, and
            <a href="/2019/01/my-own-story-of-it">wrote my own story of it</a> then.</p></div></div>
            <aside class="widget-area"><section class="widget widget_recent_entries"><h2>Recent Posts</h2><ul>
            <li><a href="/2024/05/what-came-in-today">What came in today with the boats</a></li></ul></section>
            <section class="widget widget_archive"><h2>Archives</h2><a href="/2024/04/">April of this same year</a></section></aside></div>
            <footer class="site-footer"><a href="/privacy-and-what-we-keep">Privacy and what we keep</a></footer></body>
            """
        },
        Surrounding(name: "a magazine of boxes") { inText, below, words in
            """
            <body><div id="app"><div class="c1"><a href="/">N</a><button>Menu</button></div><div class="c2"><div class="c3">
            <ol><li><a href="/science">Science</a></li><li><a href="/science/the-sea-and-its-tides">The sea and its tides</a></li></ol>
            <h1>Tides</h1><div class="c4">\(text[0..<4].joined())\(inText)\(text[4...].joined())</div>\(below)</div>
            <div class="c5"><div class="c6"><h2>\(words.popular)</h2><ol><li><a href="/2024/05/number-one-of-the-day">The number one of the whole day</a></li>
            <li><a href="/2024/05/number-two-of-the-day">The number two of the whole day</a></li></ol></div>
            <div class="OUTBRAIN"><a href="https://click.example/r?id=12345-67">She sold her boat and never looked back</a></div></div></div>
            <div class="c7"><h2>Newsletter</h2><a href="/newsletters/the-morning-tide">The morning tide in your inbox</a></div>
            <div class="c8"><a href="/careers/work-with-us-here">Work with all of us here</a></div></div></body>
            """
        },
    ]
}
