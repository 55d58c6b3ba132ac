import LecternCore
import Testing

@testable import Extraction

@Suite struct ScrapedRepairTests {
    /// A text with one certain scar, so that doubtful places are looked at, and a paragraph to judge.
    private func sections(_ paragraph: String, context: String = "") -> [String] {
        let article = plain(
            """
            The head of it all
            The text begins with a sentence. The water was low, and the boats knew it. \(context)
            Read also
            A teaser with its picture/s3/static.example.org/a/b-1.jpg)
            \(paragraph)
            And so it ended, with the words that it began with.
            """)
        return article.sections.map(\.title)
    }

    @Test(arguments: [
        "YouTube announced on Monday that it would charge for films. Nobody was surprised by that.",
        "The company behind YouTube announced on Monday that it would charge. Nobody was surprised.",
        "The price of iPhone repairs went up again last year. The shops blame the makers of glass.",
        "LaTeX is a program that sets books. The people who use it speak of little else.",
        "In the days of JavaScript everything moved. The pages of today move even more than that.",
        "Ronald McDonald walked along the pier. The water was low, and nobody greeted him at all.",
        "Sellers on eBay know the harbour well. The boats end there, and the ropes, and the lamps.",
        "The code is on GitHub for everybody to read. The boats cannot read, and so they sink.",
        "A new PlayStation came to town last week. The station was full of children and their fathers.",
        "When MacArthur returned he found the pier dry. The water had gone without waiting for him.",
        "At OpenAI the lights were on all night long. The open doors let in the smell of the sea.",
        "LinkedIn asks me whether I know the sea. In the evening I tell it that I have met it twice.",
        "The harbour’s WhatsApp group was silent all day. The app was never quite right, said the man.",
        "Its NaCl content is what makes the sea salty. The text of the label says the same in small print.",
        "It costs 5kWh a day to light the pier. The water does it for nothing, at night, with its own light.",
    ])
    func `names with capitals inside are no junctions`(paragraph: String) {
        #expect(sections(paragraph) == [])
    }

    @Test func `a name that the text itself writes so is no junction`() {
        let prose =
            "The people at HarborSoft know the water. The boats of HarborSoft are made of numbers."
        #expect(sections(prose) == [])
    }

    @Test(arguments: [
        (
            "Low waterDeepSoft is a word that stands elsewhere. The rest of it is a sentence.",
            "Low water", "We met DeepSoft there."
        ),
        ("What comes next?The boats did not ask. The water rose without saying a word.", "", ""),
        (
            "The long road“We were tired,” said the man with the rope. The water said nothing.",
            "The long road", ""
        ),
        (
            "A winter to remember17 boats were lost before the spring. The water was not to blame.",
            "A winter to remember", ""
        ),
        (
            "Ende der GeduldThe boats had waited. The water had not, and it was gone by noon.",
            "Ende der Geduld", "Geduld is a word. Die Geduld."
        ),
    ])
    func `the cut is where the sentence begins`(paragraph: String, head: String, context: String) {
        #expect(sections(paragraph, context: context) == (head.isEmpty ? [] : [head]))
    }

    @Test func `among junctions the one whose word stands alone elsewhere wins`() {
        let article = plain(
            """
            The head of it all
            We spoke to DeepSoft about the water. DeepSoft knew nothing. The water was low that day.
            Out of reachDeepSoft then called back. It was too late, and the water was gone.
            """)
        #expect(article.sections.map(\.title) == ["Out of reach"])
        #expect(article.blocks.last?.text.hasPrefix("DeepSoft then") == true)
    }

    @Test func `footnote marks in prose are no junctions`() {
        let text = """
            Tides and their causes
            Earlier studies12 found that the moon pulls the water. The results3 of these studies were not doubted by anyone.
            Several authors4 disagree about the sun. The effect5 of it is small, as everybody7 knows who has measured it at sea.
            """
        #expect(plain(text).sections.isEmpty)
        #expect(plain(text).blocks.count == 2)
    }

    @Test(arguments: [
        ("See assets/img/logo.png and docs/a/b.png for the pictures of the pier.", 0),
        ("The file is /usr/share/pixmaps/pier.png on most systems, they say.", 0),
        ("The picture (https://example.org/a/pier.jpg) shows the pier at noon.", 0),
        ("It says <img src=\"https://example.org/a/pier.jpg\"> in the page.", 0),
        ("Written as `![alt](address)` it is #![allow(unused)] in the program.", 1),
        ("Before the word/s3/static.example.org/img/pier-1a.jpg) after it.", 1),
        ("One image here data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA) and there.", 1),
        ("https://example.org/a-320.jpg 320w, https://example.org/a-640.jpg 640w the rest", 2),
        ("](https://example.org/pier.jpg) The pier at noon.", 1),
    ])
    func `paths and addresses that people write stay, what markup left goes`(
        text: String, count: Int
    ) {
        #expect(DebrisFinder(text, base: nil).found.count == count)
        if count == 0 { #expect(DebrisFinder(text, base: nil).text == text) }
    }

    @Test(arguments: [
        (
            "%2Fs3%2Fstatic.example.org%2Fimg%2Fpier.jpg&w=1280&q=100)",
            "https://static.example.org/img/pier.jpg"
        ),
        (
            "/_next/image?url=https%3A%2F%2Fcdn.example.org%2Fpier.webp&w=640&q=75",
            "https://cdn.example.org/pier.webp"
        ),
        ("/s3/static.example.org/img/pier.jpg)", "https://static.example.org/img/pier.jpg"),
        ("/media/2025/pier.jpg?w=640)", "https://example.org/media/2025/pier.jpg"),
        ("![The pier](/media/pier.jpg)", "https://example.org/media/pier.jpg"),
    ])
    func `a picture's address is rebuilt`(debris: String, address: String) {
        let found = DebrisFinder(debris, base: Address("https://example.org/news/1")).found
        #expect(found.map(\.address?.string) == [address])
        #expect(DebrisFinder(debris, base: nil).text == "")
    }

    @Test func `the two halves of a picture on two lines are one picture`() {
        let article = plain(
            """
            The head of it all
            ![The pier at noon
            ](https://cdn.example.org/pier.jpg)
            The pier stands dry for most of the day, and nobody minds.
            """)
        #expect(
            dump(article) == """
                # The head of it all
                figure(https://cdn.example.org/pier.jpg): [The pier at noon] 
                The pier stands dry for most of the day, and nobody minds.
                """)
    }

    @Test(
        arguments: [
            ("By Ada Lint", "Ada Lint", nil),
            ("Par Ada Lint et Bo Grey", "Ada Lint et Bo Grey", nil),
            ("Von Jo Korn, 3. März 2025", "Jo Korn", "2025-03-03"),
            ("Por Ana de la Cruz | 24 de febrero de 2025", "Ana de la Cruz", "2025-02-24"),
            ("Publié le 24 février 2025 à 10h30", nil, "2025-02-24T10:30:00"),
            ("Автор: Ада Линт", "Ада Линт", nil),
            ("24 февраля 2025, 10:30", nil, "2025-02-24T10:30:00"),
            ("2025年2月24日", nil, "2025-02-24"), ("作者：林港", "林港", nil), ("홍길동 기자", "홍길동", nil),
            ("Published: Feb. 24, 2025, 5:05 pm", nil, "2025-02-24T17:05:00"),
            ("Opublikowano: 24 lutego 2025", nil, "2025-02-24"),
            ("By the sea the boats were dry", nil, nil),
            ("In March 2025 the boats were dry", nil, nil),
            ("Von der Flut war nichts zu sehen", nil, nil), ("By Monday, nothing", nil, nil),
            ("24 boats on 3 March 2025", nil, nil),
        ] as [(String, String?, String?)])
    func `bylines and dates are metadata, sentences are not`(
        line: String, name: String?, date: String?
    ) {
        let credits = Credits(line)
        #expect(credits?.byline == name)
        #expect(credits?.published == date)
    }

    @Test func `unbalanced quotes stay as they are`() {
        let paragraph = "« The pier is dry. « And the boats too, said the man."
        #expect(plain("A head\n\(paragraph)\nThe end of it.").blocks.first?.text == paragraph)
    }
}
