import LecternCore
import Support
import Testing
import Typesetting

@Suite struct `Searching` {
    /// The text with every match in brackets.
    private func found(_ words: String, _ text: String) -> String {
        var out = text
        for range in matches(of: words, in: text).reversed() {
            let start = out.utf8.index(out.startIndex, offsetBy: range.lowerBound)
            let end = out.utf8.index(out.startIndex, offsetBy: range.upperBound)
            out.replaceSubrange(start..<end, with: "[\(out[start..<end])]")
        }
        return out
    }

    @Test func `title, descriptions of pictures and footnotes are searched too`() {
        let article = Article(
            title: "A sloping stand",
            blocks: [
                Block(.figure(Figure(address: nil, alt: "On a slope", caption: RichText("Slopes"))))
            ],
            notes: [
                Note(label: "1", text: RichText("Flat.")),
                Note(label: "2", text: RichText("No slope.")),
            ])
        #expect(
            Array(matches(of: "slop", in: article)) == [
                Match(block: -1, range: 2..<6), Match(block: 0, range: 5..<9),
                Match(block: 0, range: 11..<15), Match(block: 1, range: 9..<13),
            ])
    }

    @Test func `a search piece by piece finds what one at once does`() {
        let texts = ["été, État, ette", "", "tête-à-tête ", "et et  et\net", "ﬀ ett e\u{301}t"]
        let article = Article(
            title: "Etiquette", blocks: texts.map { Block(.paragraph(RichText($0))) },
            notes: [
                Note(label: "1", text: RichText("Et cetera")),
                Note(label: "2", text: RichText("Regret")),
            ])
        for words in ["et", "Et", "ét", "t", "et et", "", "\u{301}"] {
            let whole = Array(matches(of: words, in: article))
            for bytes in [1, 2, 3, 5, 17, 40, 400] {
                var scan = Scan(for: words)
                while !scan.isDone { scan.go(through: article, bytes: bytes) }
                #expect(Array(scan.matches) == whole, "\(words) in pieces of \(bytes)")
            }
        }
    }

    @Test func `raised digits are found by the digits`() {
        #expect(found("108", "10⁸ and 108") == "[10⁸] and [108]")
        #expect(found("m2", "5 m², CO₂") == "5 [m²], CO₂")
        #expect(found("co2 x13", "CO₂ x¹³") == "[CO₂ x¹³]")
    }

    @Test func `capitals count only when the words have one`() {
        #expect(found("tide", "Tide, tide, TIDE") == "[Tide], [tide], [TIDE]")
        #expect(found("Tide", "Tide, tide, TIDE") == "[Tide], tide, TIDE")
        #expect(found("élève", "Élève élève") == "[Élève] [élève]")
        #expect(found("ночь", "Ночь и НОЧЬ") == "[Ночь] и [НОЧЬ]")
    }

    @Test func `accents count only when the words have one`() {
        #expect(found("ecole", "École, e\u{301}cole, ecole") == "[École], [e\u{301}cole], [ecole]")
        #expect(found("école", "École, e\u{301}cole, ecole") == "[École], [e\u{301}cole], ecole")
        #expect(found("lodz", "Łódź") == "[Łódź]")
        #expect(found("oeuvre", "l’œuvre, oeuvre") == "l’[œuvre], [oeuvre]")
        #expect(found("αθηνα", "Αθήνα") == "[Αθήνα]")
        #expect(found("viet", "Việt") == "[Việt]")
    }

    @Test func `blanks stand for any white space`() {
        #expect(
            found("high  tide", "high tide, high\ntide, high\u{A0}\n tide, hightide")
                == "[high tide], [high\ntide], [high\u{A0}\n tide], hightide")
    }

    @Test func `soft hyphens and typographic signs do not hide words`() {
        #expect(found("waterfall", "wa\u{AD}ter\u{200B}fall") == "[wa\u{AD}ter\u{200B}fall]")
        #expect(found("l'eau", "l’eau l'eau") == "[l’eau] [l'eau]")
        #expect(found("\"so\" -", "“so” –") == "[“so” –]")
    }

    @Test func `matches do not overlap and follow each other`() {
        #expect(found("aa", "aaaaa") == "[aa][aa]a")
        #expect(found("東京", "東京都は東京") == "[東京]都は[東京]")
        #expect(found("e", "e\u{301}e") == "[e\u{301}][e]")
    }

    @Test func `blank words are found nowhere`() {
        for words in ["", " ", "\u{AD}", "\n\t"] {
            #expect(matches(of: words, in: "a b\u{AD}c") == [])
        }
        #expect(matches(of: "long", in: "lon") == [])
    }

    @Test func `an article is searched block by block`() {
        let article = Article(
            title: "Tides",
            blocks: [
                Block(.paragraph(RichText("The tide comes."))), Block(.rule),
                Block(
                    .table(
                        Table(
                            header: [RichText("a"), RichText("tide")], rows: [],
                            alignments: [.left, .left]))),
            ])
        #expect(
            Array(matches(of: "tide", in: article)) == [
                Match(block: -1, range: 0..<4), Match(block: 0, range: 4..<8),
                Match(block: 2, range: 2..<6),
            ])
    }

    @Test func `every match is found again by its number and by its place`() {
        var dice = Seeded(4_711)
        let texts = (0..<40).map { _ in
            (0..<Int.random(in: 0...300, using: &dice)).map { _ in
                ["a", "á", "a\u{AD}b", "bb ", "c", "日"].randomElement(using: &dice) ?? "a"
            }.joined()
        }
        let article = Article(
            title: "a b", blocks: texts.map { Block(.paragraph(RichText($0))) },
            notes: [Note(label: "1", text: RichText("a")), Note(label: "2", text: RichText("ba"))])
        for words in ["a", "ab", "b c", "bb", "日", "nowhere"] {
            let found = matches(of: words, in: article)
            // The same, each counted from the beginning.
            var plain = matches(of: words, in: article.title).map { Match(block: -1, range: $0) }
            for (block, text) in texts.enumerated() {
                plain += matches(of: words, in: text).map { Match(block: block, range: $0) }
            }
            for (start, note) in zip([0, 2], ["a", "ba"]) {
                plain += matches(of: words, in: note).map {
                    Match(
                        block: texts.count,
                        range: ($0.lowerBound + start)..<($0.upperBound + start))
                }
            }
            #expect(Array(found) == plain)
            for _ in 0..<200 {
                let block = Int.random(in: -2...(texts.count + 1), using: &dice)
                let byte = Int.random(in: 0...400, using: &dice)
                let place = plain.firstIndex {
                    ($0.block, $0.range.lowerBound) >= (block, byte)
                }
                #expect(
                    found.first(inBlock: block) { $0.lowerBound >= byte } == place ?? plain.count)
            }
        }
    }
}
