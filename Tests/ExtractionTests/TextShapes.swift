import LecternCore
import Testing

@testable import Extraction

@Suite struct TextShapes {
    @Test func `hard-wrapped lines are joined, hyphens with care`() {
        let article = plain(
            """
            A day at the pier

            The morning was grey when Martha came down to the pier, and the boats
            lay so still that she could count the planks of each of them in the wa-
            ter. She had brought a well-
            known basket, and in it the bread, both the over-
            and the underdone; she looked at the water for a long time--the water
            looked back--and said nothing at all of what she thought about it then.

            It was a day like others, except that no one had counted the days that
            came before it, as one does with days that nobody means to remember.
            """)
        #expect(
            dump(article) == """
                # A day at the pier
                The morning was grey when Martha came down to the pier, and the boats lay so still that she could count the planks of each of them in the water. She had brought a well-known basket, and in it the bread, both the over- and the underdone; she looked at the water for a long time--the water looked back--and said nothing at all of what she thought about it then.
                It was a day like others, except that no one had counted the days that came before it, as one does with days that nobody means to remember.
                """)
    }

    @Test func `paragraphs by indentation, in Latin and in Chinese letters`() {
        let novel = plain(
            """
            THE PIER

               The morning was grey when Martha came down to the pier, and the boats
            lay still. She could count their planks in the water if she cared to.
               "You are late," said the man with the rope. "The tide does not wait
            for bread, and neither do I, as you know from the days before this."
               She did not answer him, and he had not expected that she would do so.
            """)
        #expect(novel.title == "THE PIER")
        #expect(novel.blocks.count == 3)
        #expect(novel.blocks[1].text.hasPrefix("\"You are late,\""))
        #expect(novel.blocks[1].text.contains("does not wait for bread"))
        let chinese = plain(
            "　　这是第一段，讲的是港口的早晨。海水很静，船\n也很静，没有人说话。\n　　第二段从这里开始。她带来了面包和一根绳子，\n可是潮水不等人。\n")
        #expect(
            chinese.blocks.map(\.text) == [
                "这是第一段，讲的是港口的早晨。海水很静，船也很静，没有人说话。", "第二段从这里开始。她带来了面包和一根绳子，可是潮水不等人。",
            ])
    }

    @Test func `headings by underline, number, word and capitals`() {
        let article = plain(
            """
            Tides for everybody
            ===================

            1. What they are

            The water comes and goes, and it does so by the clock of the moon alone.

            1.1 Spring tides

            They are higher than others, and the boats go out with them to the sea.

            Neap tides
            ----------
            They are lower than others, and the boats stay in the mud till they end.

            CHAPTER TWO

            There is no more to say about them than what has been said about them here.

            WHAT REMAINS

            The mud remains, and the boats in it, and the men who wait for the water.
            """)
        #expect(
            dump(article) == """
                # Tides for everybody
                == 1. What they are
                The water comes and goes, and it does so by the clock of the moon alone.
                === 1.1 Spring tides
                They are higher than others, and the boats go out with them to the sea.
                == Neap tides
                They are lower than others, and the boats stay in the mud till they end.
                == CHAPTER TWO
                There is no more to say about them than what has been said about them here.
                == WHAT REMAINS
                The mud remains, and the boats in it, and the men who wait for the water.
                """)
    }

    @Test func `lists with hanging lines, nested ones, and tasks`() {
        let article = plain(
            """
            What to bring

            - bread
            - a rope that is long enough for both of the boats, and for the one
              that nobody speaks of
              * the blue one
            - [x] a lamp

            1. go down
            2. come back

            • one
            • two
            """)
        #expect(
            dump(article) == """
                # What to bring
                * bread
                * a rope that is long enough for both of the boats, and for the one that nobody speaks of
                  * the blue one
                [x] a lamp
                1. go down
                2. come back
                * one
                * two
                """)
    }

    @Test func `code, drawn tables and fences keep their lines`() {
        let article = plain(
            """
            How to build it

            Say this, and wait for the water to come:

                $ make tide

                $ make moon

            +------+-------+
            | boat | water |
            +------+-------+

            ```swift
            let tide = moon

              + sun
            ```
            The end of the text is here, and it is a paragraph as any other one is.
            """)
        #expect(
            dump(article) == """
                # How to build it
                Say this, and wait for the water to come:
                code(): $ make tide⏎⏎$ make moon
                code(): +------+-------+⏎| boat | water |⏎+------+-------+
                code(swift): let tide = moon⏎⏎  + sun
                The end of the text is here, and it is a paragraph as any other one is.
                """)
    }

    @Test func `a letter: its header is metadata, what it quotes stands in quotes`() {
        let article = plain(
            """
            From: "Ada Lint" <ada@example.org>
            To: bo@example.org
            Subject: The rope
            Date: Tue, 5 Mar 2024 10:11:00 +0100

            Bo wrote:
            > Have you seen the rope that was lying
            > on the pier this morning?
            >
            >> No, ask the man.

            I have not.
            """)
        #expect(
            dump(article) == """
                # The rope
                by: Ada Lint
                published: 2024-03-05T10:11:00+01:00
                Bo wrote:
                > Have you seen the rope that was lying on the pier this morning?
                > > No, ask the man.
                I have not.
                """)
    }

    @Test func `a book opens behind its licence, with its title and author`() {
        let article = plain(
            """
            The Project Gutenberg eBook of Tides

            Title: Tides of the Harbour
            Author: Ada Lint
            Language: English

            *** START OF THE PROJECT GUTENBERG EBOOK TIDES ***

            TIDES OF THE HARBOUR

            CHAPTER I.

            The morning was grey.

                 O the sea is a sleeper,
                 And the moon is her nurse,

                   *       *       *       *

            The end came soon.

            *** END OF THE PROJECT GUTENBERG EBOOK TIDES ***

            Terms of use follow here.
            """)
        #expect(
            dump(article) == """
                # Tides of the Harbour
                by: Ada Lint
                == CHAPTER I.
                The morning was grey.
                O the sea is a sleeper,⏎And the moon is her nurse,
                ---
                The end came soon.
                """)
    }

    @Test func `pages of one line each are no headers`() {
        let lines = ["The pier in March", "Boats that nobody counts", "What Martha brought along"]
        let article = plain("\u{C}" + lines.joined(separator: "\u{C}") + "\u{C}The end of it")
        let words = article.blocks.map(\.text).joined(separator: "|") + article.title
        for line in lines { #expect(words.contains(line)) }
    }

    @Test func `a page's header is gone before line ends are looked at`() {
        let header = "a note on the pier, its boats and its planks"
        let article = plain("\(header)\u{C}\u{C}\(header)\nand the rest of it")
        #expect(article.blocks.map(\.text).joined().contains("the rest of it"))
    }

    @Test func `pages: headers and footers go, what they cut is joined`() {
        var text = "The Tide Protocol\n\n"
        for page in 1...3 {
            text += "   The tide comes and goes, and a protocol that says when is useful to\n"
            text += "   boats of every size; this memo describes the one that was\n\n\n"
            text += "Lint                     Informational                     [Page \(page)]\n"
            text += "\u{C}\nRFC 9999               The Tide Protocol              March 2024\n\n\n"
        }
        text += "   used in the harbour.\n"
        let article = plain(text)
        #expect(!article.blocks.contains { $0.text.contains("[Page") || $0.text.contains("RFC") })
        #expect(article.blocks.last?.text.hasSuffix("that was used in the harbour.") == true)
    }

    @Test func `verse keeps its breaks`() {
        let article = plain(
            """
            A song

            O the sea is a sleeper,
            And the moon is her nurse,
            She sings to her deeper,
            She sings to her worse.

            The rest of the page is prose, and prose it stays until the very end of it,
            however long the page may be and whatever the poets have to say about it.
            """)
        #expect(article.blocks[0].text.split(separator: "\n").count == 4)
        #expect(article.blocks[1].text.contains("\n") == false)
    }

    @Test func `bare addresses become links, without the point behind them`() {
        let article = plain(
            "A head\n\nSee https://example.org/a_(b), (http://example.org/x) or www.example.net. And [words](https://example.org/w)!"
        )
        #expect(
            article.links.map(\.address.string) == [
                "https://example.org/a_(b)", "http://example.org/x", "https://www.example.net",
                "https://example.org/w",
            ])
        #expect(
            article.blocks[0].text
                == "See https://example.org/a_(b), (http://example.org/x) or www.example.net. And words!"
        )
    }

    @Test(arguments: [
        ("A short line\n\nThen prose.", "A short line"),
        ("One line of text that is all there is", "notes"),
        ("The text begins at once with a sentence. It goes on.\n\nAnd on.", "notes"),
        ("What happened?\n\nNothing did.", "What happened?"),
        ("https://example.org/a\n\nProse.", "notes"),
    ])
    func `the title is the first line that heads the text, else the file's name`(
        text: String, title: String
    ) {
        #expect(plain(text).title == title)
    }

    @Test func `terminal sequences, controls and hidden characters do not come through`() {
        let text =
            "A \u{1B}[31mred\u{1B}[0m head\n\nb\u{8}bo\u{8}old \u{202E}txet\u{202C} \u{1B}]0;title\u{7}x\u{0}y\u{200B}z\u{FEFF} e\u{E0041}nd.\r\nnext\u{85}line"
        let article = plain(text)
        #expect(article.title == "A red head")
        let words = article.blocks.map(\.text).joined(separator: "|")
        #expect(words.unicodeScalars.allSatisfy { !$0.isForbidden || $0 == "\n" })
        #expect(words.hasPrefix("bold txet xyz end."))
    }

    @Test(
        arguments: [
            ("Tue, 05 Mar 2024 10:11:12 +0100", "2024-03-05T10:11:12+01:00"),
            ("5 Mar 24 10:11 GMT", "2024-03-05T10:11:00Z"),
            ("2024-03-05T10:11:12.345Z", "2024-03-05T10:11:12Z"),
            ("20240305T101112Z", "2024-03-05T10:11:12Z"),
            ("2024-03-05 10:11", "2024-03-05T10:11:00"),
            ("2024-03", "2024-03"), ("March 5th, 2024", "2024-03-05"),
            ("5. März 2024", "2024-03-05"),
            ("05.03.2024", "2024-03-05"), ("03/25/2024", "2024-03-25"),
            ("1709633472", "2024-03-05T10:11:12Z"),
            ("Tue Mar  5 10:11:12 2024", "2024-03-05T10:11:12"), ("2024년 3월 5일", "2024-03-05"),
            ("Tue, 05 Mar 2024 10:11:12 EST", "2024-03-05T10:11:12-05:00"),
            ("31 février 2024", nil), ("soon", nil), ("", nil), ("2024-13-45", nil),
        ] as [(String, String?)])
    func `dates of all spellings become ISO 8601`(text: String, iso: String?) {
        #expect(isoDate(text) == iso)
    }
}
