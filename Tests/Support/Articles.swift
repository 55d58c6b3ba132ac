import LecternCore

extension Article {
    /// An essay of five sections with links, a list, code, a quote and a table; its words are of our own.
    package static let tides: Article = {
        var links: [Link] = []
        func link(_ text: String, _ address: String) -> (String, LinkID) {
            guard let address = Address(address) else { preconditionFailure(address) }
            links.append(Link(text: text, address: address))
            return (text, LinkID(links.count - 1))
        }
        var lead = RichText("The sea comes and goes twice a day, and ")
        let moon = link("the moon", "https://example.org/moon.html")
        lead.append(moon.0, link: moon.1)
        lead.append(" is to blame. Sailors knew it long before anybody could say why, ")
        lead.append("and they wrote it down", style: .emphasis)
        lead.append(" in tables that passed from father to son.")
        var pull = RichText("Being near, the moon pulls the near side more strongly; see ")
        let tables = link("the tables", "https://example.net/tides.html#tables")
        pull.append(tables.0, link: tables.1)
        pull.append(" below, or write to ")
        let mail = link("the harbour master", "mailto:master@example.net")
        pull.append(mail.0, link: mail.1)
        pull.append(".")
        var far = RichText("A longer account is in ")
        let book = link("a book on waves", "https://example.org/waves.html#part-two")
        far.append(book.0, link: book.1)
        far.append(".")
        func prose(_ subject: String) -> Block {
            Block(
                .paragraph(
                    RichText(
                        "\(subject) is told here at some length, so that the paragraph takes several lines on a screen of any width and gives the reader something to scroll through."
                    )))
        }
        return Article(
            title: "Why the sea moves", byline: "A Reader", site: "example.net",
            published: "2025-02-24", language: "en",
            address: Address("https://example.net/tides.html"),
            blocks: [
                Block(.paragraph(lead)),
                Block(.heading(level: 2, RichText("The pull of the moon"))),
                Block(.paragraph(pull)),
                prose("The far side"),
                Block(.heading(level: 2, RichText("Spring and neap")), fragments: ["spring"]),
                prose("Spring tide"), prose("Neap tide"),
                Block(.heading(level: 3, RichText("The lag"))),
                prose("The age of the tide"),
                Block(.code("let tide = moon + sun\nprint(tide)", language: "swift")),
                Block(.heading(level: 2, RichText("Tables")), fragments: ["tables"]),
                prose("How a table is read"),
                Block(.paragraph(RichText("High water")), in: [.item(.bullet)]),
                Block(.paragraph(RichText("Low water")), in: [.item(.bullet)]),
                Block(.heading(level: 2, RichText("Afterwards"))),
                Block(.paragraph(far)),
            ],
            links: links,
            related: [
                RelatedLink(
                    title: "How waves break", address: Address("https://example.org/break.html")),
                RelatedLink(title: "The lost lighthouse", address: nil),
            ])
    }()
}
