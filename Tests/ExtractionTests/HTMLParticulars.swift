import Fixtures
import LecternCore
import Testing

@testable import Extraction

private func page(head: String = "", top: String = "", body: String? = nil) -> String {
    "<html><head>\(head)</head><body>\(top)<article>"
        + (body ?? prose(4).map { "<p>\($0)</p>" }.joined()) + "</article></body></html>"
}

private let titles: [(String, String, String)] = [
    ("Tides rise - The Daily Example", "The Daily Example", "Tides rise"),
    ("The Daily Example | Tides rise", "The Daily Example", "Tides rise"),
    ("Tides rise | Sport | The Daily Example", "The Daily Example", "Tides rise | Sport"),
    ("Tides - a history", "The Daily Example", "Tides - a history"),
    ("Tides rise — news.example", "", "Tides rise"),
    ("Ebb | Flow", "", "Ebb | Flow"),
]

@Test(arguments: titles)
private func `a title loses the site's name and nothing else`(
    stated: String, site: String, title: String
) throws {
    let head = "<title>\(stated)</title><meta property='og:site_name' content='\(site)'>"
    #expect(try article(page(head: head)).title == title)
}

@Test func `the headline on the page wins over a title made for search engines`() throws {
    let head = "<title>Tides 2024: best tides guide, tides explained | Example</title>"
    let read = try article(page(head: head, top: "<h1>The best tides of 2024, explained</h1>"))
    #expect(read.title == "The best tides of 2024, explained")
}

@Test func `of two headlines that the title is made of the first is the page's`() throws {
    let top = "<h1><a href='/'>Handbook of the Harbour</a></h1>"
    let own = "<h1>Reading the tide tables<a href='#tables'>¶</a></h1>"
    let body = own + prose(4).map { "<p>\($0)</p>" }.joined()
    let head = "<title>Reading the tide tables — Handbook of the Harbour</title>"
    let read = try article(page(head: head, top: top, body: body))
    #expect(read.title == "Reading the tide tables")
    #expect(!read.blocks.contains { $0.headingLevel != nil })
}

private let bylines: [(String, String, String?)] = [
    ("<meta name='author' content='By Ana Lima'>", "", "Ana Lima"),
    ("<meta name='author' content='Ana Lima and Bo Ek'>", "", "Ana Lima, Bo Ek"),
    ("<meta property='article:author' content='https://social.example/ana'>", "", nil),
    ("", "<p class='byline'>Von Ana Lima | Redakteurin</p>", "Ana Lima"),
    ("", "<p class='byline'>By Ana Lima May 4</p>", "Ana Lima"),
    ("", "<p class='byline'>Ana Lima 4 Nov</p>", "Ana Lima"),
    ("", "<p class='byline'>Posted byAna Lima</p>", "Ana Lima"),
    ("", "<p class='byline'>Authored by: Ana Lima Senior Harbour Reporter</p>", "Ana Lima"),
    (
        "<meta property='og:site_name' content='The Example'>",
        "<p class='byline'>Ana Lima The Example</p>", "Ana Lima"
    ),
    ("", "<a rel='author' href='/u/ana'>Ana Lima</a>", "Ana Lima"),
    ("", "<span itemprop='author'><b itemprop='name'>Ana Lima</b>, Lisbon</span>", "Ana Lima"),
    ("", "<a href='/authors/ana-lima'>Ana Lima</a>", "Ana Lima"),
    ("", "<p>Written by Ana Lima</p>", "Ana Lima"),
    ("<meta name='author' content='admin'>", "", nil),
    (
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ana Lima\"},"
            + "{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"author\":{\"@id\":\"#a\"}}]}</script>",
        "",
        "Ana Lima"
    ),
]

@Test(arguments: bylines)
private func `the byline is names alone`(head: String, top: String, byline: String?) throws {
    #expect(try article(page(head: head, top: top)).byline == byline)
}

private let dates: [(String, String)] = [
    (
        "<meta property='article:published_time' content='2024-05-04T08:30:00+02:00'>",
        "2024-05-04T08:30:00+02:00"
    ),
    ("<meta name='date' content='2024/05/04'>", "2024-05-04"),
    (
        "<script type='application/ld+json'>[{\"@type\":\"BlogPosting\",\"datePublished\":\"2024-05-03\"}]</script>",
        "2024-05-03"
    ),
    ("", "2024-05-01"),
]

@Test(arguments: dates)
private func `the date is found and written as ISO 8601`(head: String, date: String) throws {
    let top = head.isEmpty ? "<time datetime='2024-05-01'>last week</time>" : ""
    #expect(try article(page(head: head, top: top)).published == date)
}

@Test func `the text decides when the declared language is another`() throws {
    let german =
        "<p>Der Zug fährt heute nicht, weil die Strecke zwischen den beiden Städten gesperrt ist.</p>"
    let body = String(repeating: german, count: 6)
    let declared = page(body: body).replacing("<html>", with: "<html lang='en-US'>")
    #expect(try article(declared).language == "de")
    #expect(try article(page(body: body)).language == "de")
    #expect(
        try article(page().replacing("<html>", with: "<html lang='en_gb'>")).language == "en-GB")
    #expect(try article(declared, language: "fr").language == "fr")
}

private let links: [(String, String?)] = [
    ("/a", "https://news.example/a"), ("b", "https://news.example/2024/05/b"),
    ("//other.example/", "https://other.example/"), ("#x", "https://news.example/2024/05/tides#x"),
    ("javascript:alert(1)", nil), (" java\nscript:alert(1)", nil), ("data:text/html,x", nil),
    ("file:///etc/passwd", nil), ("vbscript:x", nil), ("ssh://-oProxyCommand=x/", nil),
]

@Test(arguments: links)
private func `links are absolute, and only what a page may link to`(href: String, address: String?)
    throws
{
    let text = prose(4).map { "<p>\($0)</p>" }.joined()
    let read = try article(
        page(body: text + "<p>The <a href='\(href)'>tables of the port</a> say more about it.</p>"))
    #expect(read.links.map(\.address.string) == [address].compactMap { $0 })
    #expect(read.blocks.last?.text == "The tables of the port say more about it.")
}

@Test func `a base element moves the links`() throws {
    let text = prose(4).map { "<p>\($0)</p>" }.joined()
    let read = try article(
        page(
            head: "<base href='/other/'>",
            body: text
                + "<p>Whoever wants to know more will find it in <a href='x'>the tables</a> of the port.</p>"
        ))
    #expect(read.links.map(\.address.string) == ["https://news.example/other/x"])
}

@Test func `small words tell whether a text is in the language that it is said to be in`() {
    let english = prose(7).joined(separator: " ")
    let spanish = """
        El puerto estaba vacío cuando salieron los primeros barcos, y nadie habló, porque era temprano y el viento
        había cambiado en la noche. Ella había medido el agua durante cuarenta años, con un palo, un reloj y un
        cuaderno que llenaba una estantería, y lo que las tablas no dicen es cómo girará el viento, ni cuándo.
        """
    #expect(FunctionWords.speak(for: "en-GB", in: english))
    #expect(FunctionWords.speak(for: "es", in: spanish))
    // A neighbour's words are too much like it: the detector has to tell.
    for tag in ["de", "fr", "sw", ""] { #expect(!FunctionWords.speak(for: tag, in: english)) }
    for tag in ["pt", "it", "ca", "en"] { #expect(!FunctionWords.speak(for: tag, in: spanish)) }
    #expect(!FunctionWords.speak(for: "en", in: "The tide and the wall."))
}

@Test(arguments: [
    ("Ana's boats—“low” tides, 2nd", ["anas", "boats", "low", "tides", "2nd"]),
    ("L’été À LIRE: Ünïcode ΣΊΣΥΦΟΣ", ["lété", "à", "lire", "ünïcode", "σίσυφοσ"]),
    ("関連記事 ABC", ["関", "連", "記", "事", "abc"]),
    ("Привет, МИР!", ["привет", "мир"]), ("", []), ("…—", []),
])
private func `words are letters and digits in lower case, whatever the script`(
    text: String, words: [String]
) {
    #expect(Wording.words(text) == words)
}
