import LecternCore
import Testing

@Suite struct `Glyphs of a text` {
    /// What fills the cells, with `_` behind a wide one.
    private func cells(_ text: String) -> [String] {
        Glyphs(text).map { $0.columns == 2 ? $0.text + "_" : $0.text }
    }

    @Test func `letters, marks and wide characters take the columns a terminal gives them`() {
        #expect(cells("aé東") == ["a", "é", "東_"])
        #expect(cells("e\u{301}\u{302}x") == ["e\u{301}\u{302}", "x"])
        #expect(cells("\u{1112}\u{1161}\u{11AB}") == ["\u{1112}\u{1161}\u{11AB}_"])
        #expect(cells("กำ") == ["ก", "ำ"])
        #expect(cells("ｶﾞ") == ["ｶ", "ﾞ"])
        #expect("日本語 text".columns == 11)
    }

    @Test func `an emoji is its first picture`() {
        #expect(cells("👍🏽!") == ["👍_", "!"])
        #expect(cells("👩‍🚀👨‍👩‍👧‍👦") == ["👩_", "👨_"])
        #expect(cells("❤️") == ["❤"])
        #expect(cells("🇫🇷") == ["🇫", "🇷"])
        #expect(cells("🏽") == ["🏽_"])
        #expect(cells("a\u{200D}👍") == ["a", "👍_"])
    }

    @Test func `nothing a terminal obeys and nothing that hides text comes out`() {
        #expect(cells("a\u{1B}[31m\u{7}\u{7F}\u{9B}b") == ["a", "[", "3", "1", "m", "b"])
        #expect(cells("a\tb\nc") == ["a", " ", "b", " ", "c"])
        #expect(cells("\u{202E}evil\u{202C}") == ["e", "v", "i", "l"])
        #expect(cells("x\u{E0041}\u{2066}\u{2069}\u{FEFF}\u{AD}\u{200B}y") == ["x", "y"])
    }

    @Test func `no scalar whatsoever lets a control or format character through`() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for glyph in Glyphs("a\(scalar)b") {
                let first = glyph.text.unicodeScalars.first
                #expect(first.map { $0.columns == glyph.columns && $0.value >= 0x20 } == true)
                let isClean = glyph.text.unicodeScalars.allSatisfy { !$0.isForbidden }
                #expect(isClean, "U+\(String(value, radix: 16))")
            }
        }
    }

    @Test func `a cell carries at most four marks`() {
        let zalgo = "z" + String(repeating: "\u{301}", count: 40) + "y"
        #expect(Glyphs(zalgo).map(\.text.unicodeScalars.count) == [5, 1])
    }

    @Test func `ranges tile the text but for what is dropped in front of the first glyph`() {
        let text = "\u{200B}a\u{AD}\u{202E}é\u{301}👩‍🚀東\u{FEFF}"
        var end = 0
        for glyph in Glyphs(text) {
            #expect(glyph.range.lowerBound == end)
            end = glyph.range.upperBound
        }
        #expect(end == text.utf8.count)
    }

    @Test func `plain characters are passed over up to the one that marks may follow`() {
        func passed(_ text: String, most: Int = .max) -> String {
            var glyphs = Glyphs(text)
            let plain = glyphs.passASCII(most: most)
            return "\(plain.count)" + glyphs.map(\.text).joined()
        }
        #expect(passed("ab c") == "4")
        #expect(passed("ab c", most: 3) == "3c")
        #expect(passed("abe\u{301}c") == "2e\u{301}c")
        #expect(passed("abe\u{301}c", most: 3) == "2e\u{301}c")
        #expect(passed("a\tb") == "0a b")
        #expect(passed("é") == "0é")
        #expect(passed("") == "0")
    }

    @Test func `columns of a text are those of its glyphs`() {
        for text in ["", "plain", "東京\u{301}", "👍🏽🇫🇷", "a\u{1B}\u{9F}b", "\u{200D}👍", "กำลัง", "क्षत्रिय"] {
            #expect(text.columns == Glyphs(text).reduce(0) { $0 + $1.columns })
        }
    }

    @Test func `gated text keeps its lines and loses what a terminal obeys`() {
        #expect("a\nb".gated == "a\nb")
        #expect("a\u{1B}[0mé\u{202E}\tb".gated == "a[0mé\tb")
    }
}
