extension RelatedShape {
    /// As real sites build them: with overlaid links, several links a card, labels in attributes, old tables.
    static let second = [
        RelatedShape(
            name: "cards under empty links",
            below: { words, links in
                "<div><div><h2>\(words.related)</h2></div><div class='row'>"
                    + each(
                        links,
                        "<div class='item'><div class='box'><p class='category'>Guides, Boats and business</p>"
                            + "<div class='title'><p>$t</p></div><div><p>A sentence or two about what it says of it.</p></div>"
                            + "</div><a class='link' href='$a'></a></div>") + "</div></div>"
            }),
        RelatedShape(
            name: "a page builder's boxes with extracts and buttons",
            below: { words, links in
                "<div class='e-con'><div class='element'><div class='widget-container'><span class='heading-title'>"
                    + "\(words.related)</span></div></div><div class='element'><div class='loop'>"
                    + each(
                        links,
                        "<article class='grid-item post'><a class='thumbnail' href='$a'><img src='/p.jpg'></a>"
                            + "<div class='badge'>Trends</div><p class='item-title'><a href='$a'> $t </a></p>"
                            + "<div class='item-excerpt'><p>With so much water about, should fishers look for other work? "
                            + "A good look at what the year has brought, and what it may bring.</p></div></article>"
                    )
                    + "</div></div></div>"
            }),
        RelatedShape(
            name: "a blog's related posts with their context",
            below: { words, links in
                "<div id='jp-relatedposts' class='jp-relatedposts'><h3 class='jp-relatedposts-headline'><em>"
                    + "\(words.related)</em></h3><div class='jp-relatedposts-items'>"
                    + each(
                        links,
                        "<div class='jp-relatedposts-post'><h4><a href='$a' title='$t'>$t</a></h4><time>4 May 2024</time>"
                            + "<p>In \"Sea\"</p></div>") + "</div></div>"
            }),
        RelatedShape(
            name: "a plug-in's numbered list",
            below: { words, links in
                "<div class='yarpp yarpp-related'><p>\(words.related):</p><ol>"
                    + each(links, "<li><a href='$a' rel='bookmark'>$t</a></li>") + "</ol></div>"
            }),
        RelatedShape(
            name: "an old table",
            below: { words, links in
                "<TABLE WIDTH=100%><TR><TD BGCOLOR=#EEEEEE><B>\(words.related)</B></TD></TR>"
                    + each(links, "<TR><TD><A HREF='$a'><FONT SIZE=2>$t</FONT></A></TD></TR>")
                    + "</TABLE>"
            }),
        RelatedShape(
            name: "label and title in one link in the text",
            inText: { "<p><a href='\($1[0].address)'>\($0.readAlso): \($1[0].title)</a></p>" },
            count: 1),
        RelatedShape(
            name: "in brackets in the text",
            inText: {
                "<p><em>[\($0.readAlso): <a href='\($1[0].address)'>\($1[0].title)</a>]</em></p>"
            }, count: 1),
        RelatedShape(
            name: "a label and bullets in the text",
            inText: { "<p><strong>\($0.readAlso):</strong></p>\(items($1))" }),
        RelatedShape(
            name: "an aside in the text with picture and kicker",
            inText: { words, links in
                "<aside class='inline-promo'><a href='\(links[0].address)'><img src='/p.jpg' alt=''>"
                    + "<span class='kicker'>\(words.readAlso)</span><h4>\(links[0].title)</h4></a></aside>"
            }, count: 1),
        RelatedShape(
            name: "named in linked data, titles elsewhere on the page",
            below: { _, links in
                "<div class='z'>" + each(links, "<div><a href='$a'>$t</a></div>") + "</div>"
            },
            head: { links in
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Tides\",\"relatedLink\":["
                    + links.map { "\"https://news.example\($0.address)\"" }.joined(separator: ",")
                    + "]}</script>"
            }),
        RelatedShape(
            name: "links with rel",
            below: { each($1, "<p class='z'><a rel='related' href='$a'>$t</a></p>") }),
        RelatedShape(
            name: "microdata",
            below: {
                "<ul class='z'>"
                    + each($1, "<li><a itemprop='relatedLink' href='$a'>$t</a></li>") + "</ul>"
            }),
        RelatedShape(
            name: "named by an attribute alone",
            below: { "<section class='z' aria-label='\($0.related)'>\(items($1))</section>" }),
        RelatedShape(
            name: "a navigation element that recommends",
            below: { "<nav class='related-links'><h2>\($0.related)</h2>\(items($1))</nav>" }),
        RelatedShape(
            name: "cards with links to section, writer and comments in each",
            below: { words, links in
                "<section class='more-on-this'><h2>\(words.related)</h2>"
                    + each(
                        links,
                        "<article class='card'><a href='/topics/sea-and-coast'>Sea and coast and all</a><h3><a href='$a'>$t</a>"
                            + "</h3><a href='/authors/ana-lima'>Ana Lima of the north</a>"
                            + "<a href='$a#comments'>12 comments</a></article>") + "</section>"
            }),
        RelatedShape(
            name: "a sponsored card among them",
            below: { words, links in
                "<div class='recirc'><h2>\(words.related)</h2>" + each([links[0]], card)
                    + "<div class='card'><span>Sponsored</span><a rel='sponsored' href='/brand/a-watch-for-every-tide'>"
                    + "<h3>A watch for every single tide</h3></a></div>"
                    + each(Array(links[1...]), card) + "</div>"
            }),
        RelatedShape(
            name: "a header with a link to all of them",
            below: { words, links in
                "<div class='box'><h2>\(words.related) <a href='/topics/tides-of-the-sea'>See all of them</a></h2>"
                    + each(
                        links,
                        "<div class='row'><time>4 May</time><h3><a href='$a'>$t</a></h3></div>")
                    + "</div>"
            }),
        RelatedShape(
            name: "elements of its own",
            below: { words, links in
                "<x-shelf><x-header><h2>\(words.related)</h2></x-header>"
                    + each(
                        links,
                        "<x-card><a href='$a'><x-picture><img src='/p.jpg' alt=''></x-picture><x-title>$t</x-title></a></x-card>"
                    ) + "</x-shelf>"
            }),
        RelatedShape(
            name: "a list of terms",
            below: {
                "<dl class='z'><dt>\($0.related)</dt>" + each($1, "<dd><a href='$a'>$t</a></dd>")
                    + "</dl>"
            }),
        RelatedShape(
            name: "a feed of cards named for reading more",
            below: { _, links in
                "<aside class='read-more-wrap'><div class='read-more-feed'>"
                    + each(
                        links,
                        "<article class='m-card'><a class='card-image-link' href='$a'><img src='/p.jpg'></a><div>"
                            + "<a class='card-link' href='$a'><header><h2 class='card-title'>$t</h2></header>"
                            + "<p>Some words of it.</p></a></div></article>") + "</div></aside>"
            }),
        RelatedShape(
            name: "folded away",
            below: { "<details><summary>\($0.related)</summary>\(items($1))</details>" }),
        RelatedShape(
            name: "a picture that says its title, and the title",
            below: { words, links in
                "<div class='related'><h3>\(words.related)</h3>"
                    + each(
                        links,
                        "<a href='$a'><img src='/p.jpg' alt='$t'></a><h4><a href='$a'>$t</a></h4>"
                    ) + "</div>"
            }),
    ]

    private static let card = "<div class='card'><a href='$a'><h3>$t</h3></a></div>"
}
