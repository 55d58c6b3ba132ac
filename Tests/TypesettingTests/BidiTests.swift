import LecternCore
import Support
import Testing

@testable import Typesetting

/// FriBidi is on every system with a desktop, and on few without.
private let hasFriBidi = Bidi("א") != nil

@Suite(.enabled(if: hasFriBidi)) struct `Text from right to left` {
    /// The lines as they are seen, `·` for the blanks in front.
    private func shown(_ lines: [Line]) -> String {
        lines.map {
            String(repeating: "·", count: $0.indent) + $0.runs.map(\.shown).joined()
        }.joined(separator: "\n")
    }

    @Test func `Hebrew stands at the right and is turned round`() {
        let lines = typeset(RichText("שלום עולם"), measure: 12)
        #expect(shown(lines) == "···םלוע םולש")
        #expect(lines[0].runs.map(\.text) == ["שלום עולם"])
        #expect(lines[0].columns == 12)
    }

    @Test func `numbers and Latin words keep their direction inside`() {
        #expect(
            shown(typeset(RichText("שנת 1948 ב-London היתה"), measure: 22))
                == "התיה London-ב 1948 תנש")
        #expect(
            shown(typeset(RichText("He said שלום 12 twice"), measure: 30))
                == "He said 12 םולש twice")
    }

    @Test func `raised digits stay raised`() {
        var text = RichText("שטח 10")
        text.append("12", style: .superscript)
        #expect(shown(typeset(text, measure: 8)) == "10¹² חטש")
    }

    @Test func `Arabic letters are joined, brackets mirrored`() {
        let lines = typeset(RichText("(بيت)"), measure: 10)
        // Initial, medial, final: written from the right.
        #expect(
            shown(lines)
                == "·····(\u{FE96}\u{FEF4}\u{FE91})")
        #expect(lines[0].runs.map(\.text).joined() == "(بيت)")
    }

    @Test func `overrides turn nothing`() {
        let text = "pay \u{202E}evil\u{202C} now א"
        let lines = typeset(RichText(text), measure: 30)
        #expect(shown(lines).contains("evil"))
        #expect(faults(lines, of: text, measure: 30) == [])
        #expect(shown(typeset(RichText("pay \u{202E}evil"), measure: 30)).contains("evil"))
    }

    @Test func `markers and bars stand at the right`() {
        let blocks = [
            Block(.paragraph(RichText("אחת")), in: [.item(.number(9))]),
            Block(.paragraph(RichText("שתיים")), in: [.item(.number(10))]),
            Block(.paragraph(RichText("ציטוט")), in: [.quote]),
        ]
        let lines = typeset(blocks: blocks, measure: 20).flatMap { $0 }.filter { !$0.runs.isEmpty }
        #expect(
            shown(lines) == """
                ·············תחא .9 
                ···········םייתש .10
                ·············טוטיצ ▕
                """)
        #expect(lines.allSatisfy { $0.columns == 20 })
    }

    @Test func `the order of the text is kept for those who write it`() {
        let text = "אחת two שלוש 4 חמש"
        let line = typeset(RichText(text), measure: 40)[0]
        #expect(line.runs.count > 1)
        #expect(line.runsAsWritten.map(\.text).joined() == text)
    }

    @Test func `a stretch is found where it is seen`() {
        let line = typeset(RichText("אבג דהו"), measure: 10)[0]
        let run = line.runs[0]
        #expect(run.columns(of: 0..<2) == 6..<7)
        #expect(run.columns(of: 7..<13) == 0..<3)
    }

    @Test func `mixed text keeps the invariants at every measure`() {
        let seed = UInt64.random(in: .min ... .max)
        print("seed of mixed directions:", seed)
        var dice = Dice(seed: seed)
        let words = [
            "שלום", "العربية", "tide", "12", "3.5", "(", ")", "\u{202E}", "\u{2067}", "نص", "،",
            "5%",
            "e\u{301}", "潮", "لا", "שָׁלוֹם", "\n", "-", "co\u{AD}op", "\u{10D00}",
        ]
        for _ in 0..<300 {
            var text = RichText()
            for _ in 0..<Int.random(in: 1...40, using: &dice) {
                let word = (words.randomElement(using: &dice) ?? "") + " "
                if Int.random(in: 0..<5, using: &dice) == 0 {
                    text.append(word, style: .emphasis, link: LinkID(0))
                } else {
                    text.append(word)
                }
            }
            let measure = Int.random(in: 4...60, using: &dice)
            var manner = Manner.plain
            manner.justifies = Bool.random(using: &dice)
            let lines = Paragraph(text, measure: measure, manner).lines(.body)
            #expect(faults(lines, of: text.text, measure: measure) == [], "seed \(seed): \(text)")
            for line in lines {
                #expect(line.runs.reduce(0) { $0 + $1.shown.columns } + line.indent == line.columns)
            }
        }
    }
}
