import Foundation
import LecternCore
import Support
import Testing

@testable import Typesetting

@Suite struct `Justified and hyphenated text` {
    private func set(
        _ text: String, _ measure: Int, _ language: String, _ change: (inout Format) -> Void
    )
        -> [Line]
    {
        var format = Format(measure: measure)
        change(&format)
        let article = Article(
            title: "", language: language, blocks: [Block(.paragraph(RichText(text)))])
        var layout = Layout(article, format)
        return Array(layout.lines(of: 0).dropFirst())
    }

    @Test func `lines are filled to the edge, the last one is not`() {
        let text = "The reader of a page wants even lines and never a lone word at the end of it"
        let lines = set(text, 24, "en") { $0.justifies = true }
        #expect(
            dump(lines) == """
                The  reader  of  a  page
                wants  even  lines   and
                never a lone word at the
                end of it
                """)
        #expect(faults(lines, of: text, measure: 24) == [])
        #expect(lines[1].columns == 24)
    }

    @Test func `French punctuation keeps its narrow blank when a line is filled`() {
        let text = "Elle demanda alors : « Pourquoi ? » et il répondit : « Parce que ! » puis rien"
        for measure in 16...40 {
            let lines = set(text, measure, "fr") { $0.justifies = true }
            for line in dump(lines).split(separator: "\n") {
                #expect(!line.contains("  :") && !line.contains("«  ") && !line.contains("  !"))
                #expect(![":", "»", "!", "?"].contains(line.prefix(1)) && line.last != "«")
            }
            #expect(faults(lines, of: text, measure: measure) == [])
        }
    }

    @Test func `soft hyphens are used without any patterns`() {
        let lines = set("Donau\u{AD}dampf\u{AD}schiff", 12, "xx") { $0.hyphenates = true }
        #expect(lines[0].runs.last?.text == "-")
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/hyphen/hyph_fr.dic")),
        arguments: [
            ("fr", "Les gouvernements internationaux collaborent extraordinairement", 12),
            ("de", "Die Überwachungsaufgabe für Donaudampfschiffe", 14),
            ("en-GB", "Extraordinary circumstances notwithstanding", 10),
        ])
    func `words are divided by their language`(_ language: String, _ text: String, _ measure: Int) {
        let lines = set(text, measure, language) { $0.hyphenates = true }
        #expect(faults(lines, of: text, measure: measure) == [])
        #expect(lines.contains { $0.runs.last?.text == "-" && $0.runs.last?.source == nil })
        // Nothing is divided in the middle of nowhere: two letters before, three behind.
        for line in lines where line.runs.last?.text == "-" {
            let word = dump([line]).split(separator: " ").last ?? ""
            #expect(word.count >= 3, "\(dump(lines))")
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/hyphen/hyph_en.dic")))
    func `addresses, code and what has signs in it are not divided`() {
        var text = RichText("see ")
        text.append("extraordinary", style: .code)
        text.append(" user@extraordinary.example extra_ordinary2")
        let article = Article(title: "", language: "en", blocks: [Block(.paragraph(text))])
        var format = Format(measure: 16)
        format.hyphenates = true
        var layout = Layout(article, format)
        let added = layout.lines(of: 0).flatMap(\.runs).filter { $0.source == nil }
        #expect(added == [])
    }

    @Test func `a hostile language tag reads no file`() {
        #expect(Hyphenator.of("../../etc/passwd") == nil)
        #expect(Hyphenator.of("") == nil)
        #expect(Hyphenator.of("zz-ZZ") == nil)
    }

    @Test func `random text keeps the invariants when filled and divided`() {
        let seed = UInt64.random(in: .min ... .max)
        print("seed of filled text:", seed)
        var dice = Dice(seed: seed)
        for _ in 0..<300 {
            let text = RichText.random(&dice)
            let measure = Int.random(in: 10...90, using: &dice)
            var format = Format(measure: measure)
            format.justifies = true
            format.hyphenates = Bool.random(using: &dice)
            var layout = Layout(
                Article(title: "", language: "en", blocks: [Block(.paragraph(text))]), format)
            let found = faults(layout.lines(of: 0), of: text.text, measure: measure)
            #expect(found == [], "seed \(seed), \(measure) columns: \(text)")
        }
    }
}
