import LecternCore
import Testing

@testable import Extraction

/// What a shop's or a list's page says, one line a block, without its metadata.
private func said(_ html: String, at address: String = "https://shop.example/p/kettle") throws
    -> [String]
{
    let article = try article(html, at: address)
    return dump(Article(title: "", blocks: article.blocks)).split(separator: "\n").dropFirst()
        .map(String.init)
}

private let product =
    "<title>Brass kettle</title><meta property='og:type' content='product'><h1>Brass kettle</h1>"
private let kettle =
    "<p>A kettle of heavy brass that sings a third, and then a fifth, when the water boils.</p>"

@Test func `the foot of a shop goes by its name and links, though it holds most of the prose`()
    throws
{
    let links = ["Blog", "Stores", "Workshop", "Repairs", "Spare parts", "Friends of brass"]
    let foot =
        links.map { "<li><a href='/\($0)'>\($0)</a></li>" }.joined()
        + "<p>\(prose(1)[0])</p>"
    for open in ["<div class='Foot-styled__Footer-sc-1-0 hVX'>", "<footer>"] {
        let close = open.hasPrefix("<div") ? "</div>" : "</footer>"
        let html = "\(product)\(kettle)\(open)<ul>\(foot)</ul>\(close)"
        #expect(
            try said(html) == [
                "A kettle of heavy brass that sings a third, and then a fifth, when the water boils."
            ], "\(open)")
    }
}

@Test func `the foot of a card is part of the card`() throws {
    let cards = (1...6).map {
        """
        <li><div class="card"><h4><a href='/2024/mole-\($0)'>The mole gives way in place \($0)</a></h4>
        <div class='card__footer'><a href='/profile/ann'>Ann Lee</a><span>May \($0)</span></div></div></li>
        """
    }.joined()
    let html = "<title>Harbour</title><main><h1>Harbour</h1><ul>\(cards)</ul></main>"
    let lines = try said(html, at: "https://harbour.example/")
    #expect(lines.count == 12)
    #expect(lines.contains("  Ann Lee May 3"))
}

@Test func `a thing on sale whose page says nothing without its scripts opens as nothing`() throws {
    let bare =
        "\(product)<p>$ 80</p><p>In stock</p><p>Ships tomorrow</p><footer><a href='/a'>Help</a></footer>"
    #expect(try said(bare).isEmpty)
    #expect(try said(bare + kettle).count == 3)
    let whole = try article(bare, at: "https://shop.example/p/kettle", whole: true)
    #expect(whole.blocks.contains { $0.text == "$ 80" })
}

@Test func `what a shop says of posting does not take the thing itself with it`() throws {
    let html = """
        \(product)<h2>Delivery and returns</h2><p>We post on every day but Sunday.</p>
        <h3>Details</h3>\(kettle)<p>\(prose(2).joined(separator: "</p><p>"))</p>
        <h3>Ways to pay</h3><p>In brass.</p>
        """
    let lines = try said(html)
    #expect(
        lines.prefix(2) == [
            "== Details",
            "A kettle of heavy brass that sings a third, and then a fifth, when the water boils.",
        ])
    #expect(lines.count == 4)
}

@Test func `other things on sale go, however their boxes are called`() throws {
    func row(_ box: (Int) -> String) -> String {
        "<h3>And to go with it</h3><div>" + (1...4).map(box).joined() + "</div>"
    }
    for others in [
        row {
            "<div class='x'><a href='/p/pan-\($0)'><img src='/\($0).jpg'>Pan \($0)</a>Heavy</div>"
        },
        row { "<li><a href='/p/pan-\($0)'>Pan \($0)</a><span>€ \($0)0</span></li>" },
        row { "<a class='y' href='/p/pan-\($0)'><div>Pan \($0)</div><div>\($0),00 £</div></a>" },
    ] {
        let html = "\(product)\(kettle)<h3>Care</h3><p>Polish it.</p>\(others)"
        #expect(try said(html).suffix(2) == ["== Care", "Polish it."], "\(others)")
    }
    let sizes = row {
        "<div class='x'><a href='?size=\($0)'><img src='/\($0).png'>Size \($0)</a></div>"
    }
    let colours = row { _ in "<p><a href='/p/kettle'>Brass</a>, € 80</p>" }
    for choice in [sizes, colours] {
        #expect(try said("\(product)\(choice)\(kettle)").count > 4, "\(choice)")
    }
}

@Test func `fields of a program go with all of their list`() throws {
    func field(_ name: String, _ value: String) -> String { "<dt>\(name):</dt><dd>\(value)</dd>" }
    let html = """
        \(product)\(kettle)<dl>\(field("cat_thumb Grey", "https://cdn.example/grey.jpg"))
        \(field("shown_in", "A, B"))\(field("tab_Details", "TRUE"))\(field("price_tier_1", "8"))
        \(field("gender", "None"))</dl><p>Lorem ipsum dolor sit amet, consectetur adipiscing.</p>
        """
    #expect(try said(html).count == 1)
}

@Test func `a field goes with all that its definition holds`() throws {
    let html = """
        \(product)\(kettle)<dl><dt>returns_part-1:</dt><dd><ul><li>Within a month.</li>
        <li>In its box.</li></ul></dd></dl>
        """
    #expect(try said(html).count == 1)
}

@Test func `what unfolds a part of a shop's page is its header`() throws {
    for (open, close) in [
        ("<details><summary><div>", "</div></summary>"),
        ("<div><div class='accordion-title'>", "</div>"),
    ] {
        let end = open.hasPrefix("<details") ? "</details>" : "</div>"
        let html = """
            \(product)\(kettle)\(open)Care\(close)<p>Polish it with a soft cloth on Sundays.</p>\(end)
            \(open)Delivery &amp; returns\(close)<p>We post it on every day but Sunday.</p>\(end)
            """
        #expect(
            try said(html).dropFirst() == ["== Care", "Polish it with a soft cloth on Sundays."],
            "\(open)")
    }
}

@Test func `a card that slides past twice is read once`() throws {
    func row(_ numbers: ClosedRange<Int>) -> String {
        "<div>"
            + numbers.map {
                "<div class='c'><h3><a href='/2024/\($0)'>The ferry is late again, part \($0)</a></h3><p>Ann Lee</p></div>"
            }.joined() + "</div>"
    }
    let html =
        "<title>Harbour</title><main><h1>Harbour</h1>\(row(1...5))\(row(1...2))\(row(6...9))</main>"
    let lines = try said(html, at: "https://harbour.example/")
    #expect(lines.filter { $0.contains("part") }.count == 9)
    #expect(lines.filter { $0.contains("Ann") }.count == 9)
}

@Test func `what narrows a list down is not the list`() throws {
    let cards = (1...8).map {
        "<li class='card'><a href='/p/kettle-\($0)'>Kettle of brass, number \($0)</a><p>For \($0) cups</p></li>"
    }.joined()
    let html = """
        <title>Kettles</title><meta property="og:type" content="product.group"><main><h1>Kettles</h1>
        <aside class="filters_x1"><h3>Colour</h3><label>Brass</label><label>Copper</label></aside>
        <ul>\(cards)</ul></main>
        """
    let lines = try said(html)
    #expect(lines.count == 16)
    #expect(lines.first == "* Kettle of brass, number 1")
}

@Test func `what clients say stays on a firm's page, though it slides`() throws {
    let slides = (1...4).map {
        "<div class='slide carousel-item'><p>“They mended boat \($0) in a day, while we waited on the quay, and it has held in every sea since.”</p></div>"
    }.joined()
    let text = prose(4)
    let html = """
        <title>Boats mended</title><main><h1>Boats mended</h1><p>\(text[0])</p><p>\(text[1])</p>
        <div class="carousel">\(slides)</div><div class="home_cta"><p>\(text[2])</p></div>
        <p>\(text[3])</p></main>
        """
    let lines = try said(html, at: "https://boats.example/")
    #expect(lines.filter { $0.contains("They mended boat") }.count == 4)
    #expect(lines.contains { $0.hasSuffix(text[2]) })
}

@Test func `a longer guide is read before the shelf it stands over, which is listed behind it`()
    throws
{
    let shelf = (1...8).map {
        "<li><a href='/p/kettle-\($0)'><img src='/\($0).jpg'><h3>Kettle \($0)</h3></a><span>€ \($0)0</span></li>"
    }.joined()
    func page(_ guide: [String]) throws -> Article {
        try article(
            """
            <title>Kettles</title><meta property="og:type" content="product.group"><main><h1>Kettles</h1>
            <ul>\(shelf)</ul><div><p>\(guide.joined(separator: "</p><p>"))</p></div></main>
            """, at: "https://shop.example/kettles")
    }
    let guide = prose(12).enumerated().map { "\($0) \($1)" }
    let long = try page(guide)
    #expect(long.blocks.map(\.text) == guide)
    #expect(long.related.map(\.title) == (1...8).map { "Kettle \($0)" })
    #expect(long.related.first?.address?.string == "https://shop.example/p/kettle-1")
    let short = try page(prose(1))
    #expect(short.related.isEmpty)
    #expect(short.links.count == 8)
}

@Test func `numbers in names make no words, and parts of AEM ask for no consent`() throws {
    let text = prose(4)
    let parts = [
        "<div id='text-daa0326ad1' class='cmp-text'><p>\(text[0])</p></div>",
        "<div class='cmp-container'><div class='cmp-teaser'><p>\(text[1])</p></div></div>",
        "<dd class='cmp-accordion__panel--hidden'><p>\(text[2])</p></dd>",
    ]
    let html =
        "<title>Water</title><body><h1>Water</h1>\(parts.joined())<p>\(text[3])</p><div class='ad'><p>Buy now, and pay never.</p></div>"
    let lines = try said(html, at: "https://water.example/services")
    for part in text { #expect(lines.contains { $0.hasSuffix(part) }, "\(part)") }
    #expect(!lines.contains { $0.contains("Buy now") })
}

@Test func `labels side by side and headers by role are told apart in lists`() throws {
    let cards = (1...6).map {
        """
        <div class="card"><a href='/2024/mole-\($0)'>The mole gives way in place \($0)</a>
        <p><span><span>Ann Lee</span></span><span>Mar \($0)</span><a href='/2024/mole-\($0)#talk'>1\($0)</a></p></div>
        """
    }.joined()
    let html = """
        <title>Harbour</title><main><button><span role="heading" aria-level="3">Moles</span></button>
        \(cards)</main>
        """
    let lines = try said(html, at: "https://harbour.example/")
    #expect(lines.contains("== Moles"))
    #expect(lines.contains { $0.hasSuffix("Ann Lee Mar 3 13") })
}

@Test func `whoever is named on the page of a thing on sale has not written it`() throws {
    let review = """
        <script type="application/ld+json">{"@type": "Product", "name": "Brass kettle",
        "review": {"@type": "Review", "author": {"@type": "Person", "name": "Ann Lee"}}}</script>
        """
    let shop = try article("\(product)\(review)\(kettle)", at: "https://shop.example/p/kettle")
    #expect(shop.byline == nil)
    let picture = "<a href='/p/pan'><img src='/pan.jpg' alt='A pan'></a>"
    let twice = "\(product)\(kettle)<div>\(picture)</div><p>Heavy.</p><div>\(picture)</div>"
    #expect(try said(twice).filter { $0.contains("A pan") }.count == 1)
}

@Test func `what is left of a row of other things goes with the row`() throws {
    let cards = (1...5).map {
        "<li><a href='/p/pan-\($0)'><img src='\($0).jpg'>Copper pan of \($0) litres, with a lid of its own</a><b>$ \($0)0</b></li>"
    }.joined()
    let html = """
        \(product)<main><div>\(prose(2).map { "<p>\($0)</p>" }.joined())</div>
        <div><h2>From the same smithy</h2><button>Back</button><div><span>Page before of such things</span>
        <ul>\(cards)</ul></div></div>\(kettle)</main>
        """
    #expect(
        try said(html) == prose(2) + [
            "A kettle of heavy brass that sings a third, and then a fifth, when the water boils."
        ])
}

@Test func `buttons and prices behind what a shop says go, entries of a list do not`() throws {
    let list = "<ul><li>Holds two litres</li><li>Brass</li></ul>"
    let tail = "<div>$ 80</div><div><a href='/brass'>More of brass</a></div><h3>Our workshop</h3>"
    for middle in ["", list] {
        let lines = try said("\(product)<main>\(kettle)\(middle)\(tail)</main>")
        #expect(lines.count == (middle.isEmpty ? 1 : 3), "\(lines)")
    }
}

@Test func `a link that asks to go on is no part of a thing on sale, one that names a thing is`()
    throws
{
    let html = """
        \(product)<main><div><a href='/maker'>Smithy of the Lower Bridge</a></div>
        <div><a href='/brass'>See how brass is made</a></div>\(kettle)</main>
        """
    #expect(
        try said(html) == [
            "Smithy of the Lower Bridge",
            "A kettle of heavy brass that sings a third, and then a fifth, when the water boils.",
        ])
}

@Test func `a part of a shop's page that is there for every colour is read once`() throws {
    let part = ["Metal", "Brass", "Weight", "Two pounds"].map { "<div>\($0)</div>" }.joined()
    let html = "\(product)<main><div>\(part)</div><div>\(part)</div>\(kettle)</main>"
    #expect(
        try said(html) == [
            "Metal", "Brass", "Weight", "Two pounds",
            "A kettle of heavy brass that sings a third, and then a fifth, when the water boils.",
        ])
}

@Test func `rows of tags under the entries of a list are not read`() throws {
    let entries = (1...8).map { number in
        """
        <article><h3><a href='/mole-\(number)'>The mole of harbour \(number) gives way</a></h3>
        <p>Engineers look at the foot of wall \(number), which the sea has been at for years.</p>
        <div><a href='/t/sea'>sea</a> <a href='/t/walls'>walls</a> <a href='/t/stone'>stone</a>
        <a href='/t/storms'>storms</a> <a href='/t/tides'>tides</a></div></article>
        """
    }.joined()
    let lines = try said(
        "<title>Harbour</title><main><h1>Harbour</h1>\(entries)</main>",
        at: "https://harbour.example/")
    #expect(lines.count == 16)
    #expect(!lines.contains { $0.contains("storms") })
}
