import LecternCore
import Testing

@testable import Extraction

/// What sites write over and before recommendations, and over lists that are none.
private struct Words: Sendable {
    let language: String
    let readAlso: String
    let related: String
    let popular: String
    let titles: [String]
}

private let languages = [
    Words(
        language: "en", readAlso: "Read also", related: "Related articles", popular: "Most read",
        titles: [
            "Why the harbour wall was never finished", "Forty years with a stick and a clock",
            "The winter when the sea froze over",
        ]),
    Words(
        language: "fr", readAlso: "Lire aussi", related: "Sur le même sujet",
        popular: "Les plus lus",
        titles: [
            "Pourquoi la digue n'a jamais été finie", "Quarante ans avec un bâton et une montre",
            "L'hiver où la mer a gelé",
        ]),
    Words(
        language: "de", readAlso: "Lesen Sie auch", related: "Mehr zum Thema",
        popular: "Meistgelesen",
        titles: [
            "Warum der Deich nie fertig wurde", "Vierzig Jahre mit Stock und Uhr",
            "Der Winter, in dem das Meer gefror",
        ]),
    Words(
        language: "nl", readAlso: "Lees ook", related: "Gerelateerde artikelen",
        popular: "Meest gelezen",
        titles: [
            "Waarom de dijk nooit af kwam", "Veertig jaar met een stok en een klok",
            "De winter waarin de zee bevroor",
        ]),
    Words(
        language: "es", readAlso: "Lea también", related: "Artículos relacionados",
        popular: "Lo más leído",
        titles: [
            "Por qué el dique nunca se terminó", "Cuarenta años con un palo y un reloj",
            "El invierno en que se heló el mar",
        ]),
    Words(
        language: "pt", readAlso: "Leia também", related: "Notícias relacionadas",
        popular: "Mais lidas",
        titles: [
            "Por que o dique nunca foi terminado", "Quarenta anos com uma vara e um relógio",
            "O inverno em que o mar gelou",
        ]),
    Words(
        language: "it", readAlso: "Leggi anche", related: "Articoli correlati",
        popular: "I più letti",
        titles: [
            "Perché la diga non fu mai finita", "Quarant'anni con un bastone e un orologio",
            "L'inverno in cui il mare gelò",
        ]),
    Words(
        language: "pl", readAlso: "Czytaj także", related: "Powiązane artykuły",
        popular: "Najczęściej czytane",
        titles: [
            "Dlaczego falochron nigdy nie powstał", "Czterdzieści lat z kijem i zegarem",
            "Zima, w której zamarzło morze",
        ]),
    Words(
        language: "ru", readAlso: "Читайте также", related: "Материалы по теме",
        popular: "Популярное",
        titles: [
            "Почему дамбу так и не достроили", "Сорок лет с палкой и часами",
            "Зима, когда замерзло море",
        ]),
    Words(
        language: "ja", readAlso: "関連記事", related: "あわせて読みたい", popular: "アクセスランキング",
        titles: ["防波堤はなぜ完成しなかったのか", "棒と時計と歩んだ四十年の記録", "海が凍った冬を覚えている人々"]),
]

/// One way of laying out recommendations: what stands in the text, what stands behind it, beside it.
private struct Shape: Sendable {
    let name: String
    /// The three links in order: address and title.
    let inText: @Sendable (Words, [(String, String)]) -> String
    let below: @Sendable (Words, [(String, String)]) -> String
    /// How many of the three titles are recommended.
    var count = 3
}

private func items(_ links: [(String, String)]) -> String {
    "<ul>" + links.map { "<li><a href='\($0.0)'>\($0.1)</a></li>" }.joined() + "</ul>"
}

private let shapes = [
    Shape(
        name: "a list in an aside named for it", inText: { _, _ in "" },
        below: { "<aside class='related'><h3>\($0.related)</h3>\(items($1))</aside>" }),
    Shape(
        name: "cards with picture, section, title and date", inText: { _, _ in "" },
        below: { words, links in
            "<section class='recirc'><h2>\(words.related)</h2>"
                + links.map { link in
                    "<div class='card'><a href='\(link.0)'><img src='/p.jpg' alt='a picture of it'></a>"
                        + "<a class='section' href='/topics/sea'>Sea</a><h3><a href='\(link.0)'>\(link.1)</a></h3>"
                        + "<time>4 May 2024</time></div>"
                }.joined() + "</section>"
        }),
    Shape(
        name: "a line in the text, strong label and link",
        inText: { "<p><strong>\($0.readAlso):</strong> <a href='\($1[0].0)'>\($1[0].1)</a></p>" },
        below: { _, _ in "" }, count: 1),
    Shape(
        name: "a box in the text, label and title in one link",
        inText: { words, links in
            "<div class='inline-related'><span>\(words.readAlso)</span><a href='\(links[0].0)'>"
                + "<span class='title'>\(links[0].1)</span></a></div>"
        }, below: { _, _ in "" }, count: 1),
    Shape(
        name: "a header and a list without a name between them", inText: { _, _ in "" },
        below: { "<div><h3>\($0.related)</h3>\(items($1))</div>" }),
    Shape(
        name: "whole cards in a link, header no header element", inText: { _, _ in "" },
        below: { words, links in
            "<div class='x1'><div class='x2'>\(words.related)</div><div class='x3'>"
                + links.map {
                    "<a class='x4' href='\($0.0)'><img src='/p.jpg' alt=''><h4>\($0.1)</h4><p>Some words about it.</p></a>"
                }.joined() + "</div></div>"
        }),
    Shape(
        name: "beside it, after what is popular", inText: { _, _ in "" },
        below: { words, links in
            "<div class='sidebar'><div><h4>\(words.popular)</h4>"
                + items([("/2024/05/popular-one-story", "A popular story of no interest here")])
                + "</div><div><h4>\(words.related)</h4>\(items(links))</div></div>"
        }),
    Shape(
        name: "several lines under a label in the text",
        inText: { words, links in
            "<p>\(words.readAlso)</p>"
                + links.map { "<p><a href='\($0.0)'>\($0.1)</a></p>" }.joined()
        }, below: { _, _ in "" }),
    Shape(
        name: "a carousel, titles in captions", inText: { _, _ in "" },
        below: { words, links in
            "<div class='related-carousel'><span class='h'>\(words.related)</span><ul>"
                + links.map {
                    "<li><figure><a href='\($0.0)?utm_source=more'><img src='/p.jpg'></a><figcaption>"
                        + "<a href='\($0.0)'>\($0.1)</a></figcaption></figure></li>"
                }.joined() + "</ul></div>"
        }),
    Shape(
        name: "one box with both lists, under two headers", inText: { _, _ in "" },
        below: { words, links in
            "<div class='more'><h3>\(words.related)</h3>\(items(links))<h3>\(words.popular)</h3>"
                + items([("/2024/05/popular-two-story", "Another story everybody reads today")])
                + "</div>"
        }),
]

private func page(_ shape: Shape, _ words: Words, _ links: [(String, String)]) -> String {
    let text = prose(8).map { "<p>\($0)</p>" }
    return """
        <html lang="\(words.language)"><head><title>Tides</title>
        <meta property="og:type" content="article"></head><body>
        <nav><a href="/">Home</a> <a href="/news/politics-today">Politics and the world today</a></nav>
        <main><article><h1>Tides</h1><p>By <a href="/authors/ana-lima">Ana Lima of the north</a></p>
        \(text[0..<4].joined())\(shape.inText(words, links))\(text[4...].joined())
        <div class="tags"><a href="/tag/tides-and-the-sea">Tides and the sea</a></div>
        <div class="share"><a href="https://social.example/share?u=x">Share this on the network</a></div>
        </article>\(shape.below(words, links))
        <div class="sponsored"><h3>Sponsored</h3><a href="https://ads.example/buy/a-new-watch-now">Buy a new watch now and save</a></div>
        <section class="most-read"><h3>\(words.popular)</h3><a href="/2024/05/what-all-read-now">What all the others read just now</a></section>
        </main><footer><a href="/about/how-we-work-and-why">How we work and why we do it</a></footer></body></html>
        """
}

@Test func `recommendations are found in a hundred shapes and nothing else is taken for one`()
    throws
{
    var right = 0
    var wrong = 0
    var missed = 0
    var failures: [String] = []
    for shape in shapes {
        for words in languages {
            let links = words.titles.enumerated().map {
                ("/2024/0\($0.offset + 1)/story-\($0.offset)-of-\(words.language)", $0.element)
            }
            let read = try article(page(shape, words, links))
            let expected = links.prefix(shape.count).map {
                "\($0.1) -> https://news.example\($0.0)"
            }
            let found = read.related.map { "\($0.title) -> \($0.address?.string ?? "")" }
            right += found.filter { expected.contains($0) }.count
            wrong += found.filter { !expected.contains($0) }.count
            missed += expected.filter { !found.contains($0) }.count
            if found != expected { failures.append("\(shape.name), \(words.language): \(found)") }
            // What recommends is not part of the text.
            let left = read.blocks.map(\.text).filter { text in
                words.titles.contains { text.contains($0) }
            }
            if !left.isEmpty {
                failures.append("\(shape.name), \(words.language): left in the text")
            }
        }
    }
    let precision = Double(right) / Double(max(1, right + wrong))
    let recall = Double(right) / Double(max(1, right + missed))
    print(
        "related: \(shapes.count * languages.count) pages, precision \(precision), recall \(recall)"
    )
    for failure in failures { print("  \(failure)") }
    #expect(precision >= 0.95)
    #expect(recall >= 0.90)
    #expect(failures.count <= 5)
}

@Test func `a page without recommendations has none`() throws {
    let text = prose(8).map { "<p>\($0)</p>" }.joined()
    let read = try article(
        "<body><article><h1>Tides</h1>\(text)<p>The <a href='/2024/01/the-long-winter'>long winter of that year</a>"
            + " was the worst that anybody here can remember, and it is told still.</p></article></body>"
    )
    #expect(read.related.isEmpty)
    #expect(read.links.count == 1)
}
