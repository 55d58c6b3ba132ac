/// One way of laying out recommendations: what stands in the text, what stands behind it, beside it.
struct RelatedShape: Sendable {
    typealias Links = [(address: String, title: String)]

    let name: String
    /// The three links in order: address and title.
    var inText: @Sendable (Recommending, Links) -> String = { _, _ in "" }
    var below: @Sendable (Recommending, Links) -> String = { _, _ in "" }
    var head: @Sendable (Links) -> String = { _ in "" }
    /// How many of the three titles are recommended.
    var count = 3

    /// Each link in `before` and `after`, its address for `$a` and its title for `$t`.
    static func each(_ links: Links, _ card: String) -> String {
        links.map { link in
            card.split(separator: "$", omittingEmptySubsequences: false).enumerated().map {
                guard $0.offset > 0 else { return String($0.element) }
                return ($0.element.first == "a" ? link.address : link.title)
                    + $0.element.dropFirst()
            }.joined()
        }.joined()
    }
}

func items(_ links: RelatedShape.Links) -> String {
    "<ul>" + RelatedShape.each(links, "<li><a href='$a'>$t</a></li>") + "</ul>"
}

extension RelatedShape {
    static let first = [
        RelatedShape(
            name: "a list in an aside named for it",
            below: { "<aside class='related'><h3>\($0.related)</h3>\(items($1))</aside>" }),
        RelatedShape(
            name: "cards with picture, section, title and date",
            below: { words, links in
                "<section class='recirc'><h2>\(words.related)</h2>"
                    + links.map { link in
                        "<div class='card'><a href='\(link.0)'><img src='/p.jpg' alt='a picture of it'></a>"
                            + "<a class='section' href='/topics/sea'>Sea</a><h3><a href='\(link.0)'>\(link.1)</a></h3>"
                            + "<time>4 May 2024</time></div>"
                    }.joined() + "</section>"
            }),
        RelatedShape(
            name: "a line in the text, strong label and link",
            inText: {
                "<p><strong>\($0.readAlso):</strong> <a href='\($1[0].0)'>\($1[0].1)</a></p>"
            }, count: 1),
        RelatedShape(
            name: "a box in the text, label and title in one link",
            inText: { words, links in
                "<div class='inline-related'><span>\(words.readAlso)</span><a href='\(links[0].0)'>"
                    + "<span class='title'>\(links[0].1)</span></a></div>"
            }, count: 1),
        RelatedShape(
            name: "a header and a list without a name between them",
            below: { "<div><h3>\($0.related)</h3>\(items($1))</div>" }),
        RelatedShape(
            name: "whole cards in a link, header no header element",
            below: { words, links in
                "<div class='x1'><div class='x2'>\(words.related)</div><div class='x3'>"
                    + links.map {
                        "<a class='x4' href='\($0.0)'><img src='/p.jpg' alt=''><h4>\($0.1)</h4><p>Some words about it.</p></a>"
                    }.joined() + "</div></div>"
            }),
        RelatedShape(
            name: "beside it, after what is popular",
            below: { words, links in
                "<div class='sidebar'><div><h4>\(words.popular)</h4>"
                    + items([("/2024/05/popular-one-story", "A popular story of no interest here")])
                    + "</div><div><h4>\(words.related)</h4>\(items(links))</div></div>"
            }),
        RelatedShape(
            name: "several lines under a label in the text",
            inText: { words, links in
                "<p>\(words.readAlso)</p>"
                    + links.map { "<p><a href='\($0.0)'>\($0.1)</a></p>" }.joined()
            }, below: { _, _ in "" }),
        RelatedShape(
            name: "a carousel, titles in captions",
            below: { words, links in
                "<div class='related-carousel'><span class='h'>\(words.related)</span><ul>"
                    + links.map {
                        "<li><figure><a href='\($0.0)?utm_source=more'><img src='/p.jpg'></a><figcaption>"
                            + "<a href='\($0.0)'>\($0.1)</a></figcaption></figure></li>"
                    }.joined() + "</ul></div>"
            }),
        RelatedShape(
            name: "one box with both lists, under two headers",
            below: { words, links in
                "<div class='more'><h3>\(words.related)</h3>\(items(links))<h3>\(words.popular)</h3>"
                    + items([("/2024/05/popular-two-story", "Another story everybody reads today")])
                    + "</div>"
            }),
    ]
}
