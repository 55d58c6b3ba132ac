import LecternCore
import Support
import Testing

@testable import Typesetting

@Suite struct `The geometry of a page` {
    @Test(arguments: measures)
    func `no line is too wide, nothing is lost, nothing doubled`(_ measure: Int) {
        var layout = Layout(.sampler, measure: measure)
        for block in -1...layout.article.blocks.count {
            let found = faults(
                layout.lines(of: block), of: layout.text(of: block), measure: measure)
            #expect(found == [], "block \(block):\n\(dump(layout.lines(of: block)))")
        }
    }

    @Test(arguments: measures)
    func `it holds in every format`(_ measure: Int) {
        for bits in 0..<8 {
            var format = Format(measure: measure, breadth: bits & 1 == 0 ? 0 : measure + 40)
            format.justifies = bits & 1 == 1
            format.hyphenates = bits & 2 == 2
            format.keepsCode = bits & 4 == 4
            for language in ["en", "fr", nil] {
                var article = Article.sampler
                article.language = language
                var layout = Layout(article, format)
                for block in -1...article.blocks.count {
                    let lines = layout.lines(of: block)
                    let kept = lines.filter { $0.kind != .code || !format.keepsCode }
                    let reach = format.breadth - (format.breadth - measure) / 2
                    #expect(kept.allSatisfy { $0.columns <= reach })
                    #expect(kept.allSatisfy { $0.indent >= -(format.breadth - measure) / 2 })
                    let widest = lines.map(\.columns).max() ?? 0
                    let found = faults(
                        lines, of: layout.text(of: block), measure: max(widest, measure))
                    #expect(found == [], "block \(block):\n\(dump(lines))")
                }
            }
        }
    }

    @Test func `random text keeps the invariants at every measure`() {
        let seed = UInt64.random(in: .min ... .max)
        print("seed of random text:", seed)
        var dice = Dice(seed: seed)
        for _ in 0..<400 {
            let text = RichText.random(&dice)
            let measure = Int.random(in: 4...90, using: &dice)
            let lines = typeset(text, measure: measure)
            #expect(
                faults(lines, of: text.text, measure: measure) == [],
                "seed \(seed), \(measure) columns: \(text)")
        }
    }

    @Test func `random blocks keep the invariants at every measure`() {
        let seed = UInt64.random(in: .min ... .max)
        print("seed of random blocks:", seed)
        var dice = Dice(seed: seed)
        for _ in 0..<60 {
            let blocks = (0..<6).map { _ in Block.random(&dice) }
            let measure = Int.random(in: 10...90, using: &dice)
            for (index, lines) in typeset(blocks: blocks, measure: measure).enumerated() {
                let found = faults(lines, of: blocks[index].text, measure: measure)
                #expect(found == [], "seed \(seed), \(measure) columns: \(blocks[index])")
            }
        }
    }

    @Test func `a paragraph of many windows is set like a short one`() {
        let words = String(repeating: "the tides follow the moon, twice a day; 潮の満ち引き ", count: 800)
        let lines = typeset(RichText(words), measure: 40)
        #expect(faults(lines, of: words, measure: 40) == [])
        let narrow = lines.dropLast().filter { $0.columns < 30 }
        #expect(narrow.isEmpty)
    }
}

extension RichText {
    private static let words = [
        "a", "tide", "cooperation", "« ", " »", " ;", "东京都", "かな。", "「", "」", "한국어", "co\u{AD}op",
        "https://example.org/one/two?three=four", "e\u{301}\u{302}", "👍🏽", "👩‍🚀", "🇫🇷", "\u{A0}", "\n",
        "\t",
        "  ", "\u{200B}", "\u{202E}", "\u{200D}", "ไทยแลนด์", "क्षत्रिय", "שלום", "1", "50 %", "-", "—",
        "…", "🏽",
        "\u{3000}", "\u{FE0F}", "\u{1100}\u{1161}\u{11A8}",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ]

    static func random(_ dice: inout Dice) -> RichText {
        var text = RichText()
        for _ in 0..<Int.random(in: 0...60, using: &dice) {
            let word =
                (words.randomElement(using: &dice) ?? "") + (Bool.random(using: &dice) ? " " : "")
            switch Int.random(in: 0..<12, using: &dice) {
            case 0: text.append(word, style: .emphasis)
            case 1: text.append(word, style: .superscript)
            case 2: text.append("7", style: .superscript, note: NoteID(0))
            case 3: text.append(word, link: LinkID(0))
            default: text.append(word)
            }
        }
        // Spans stand on Character boundaries, whatever was joined above.
        var start = 0
        var bounds: Set<Int> = [0]
        for character in text.text {
            start += character.utf8.count
            bounds.insert(start)
        }
        text.spans.removeAll {
            !bounds.contains($0.range.lowerBound) || !bounds.contains($0.range.upperBound)
        }
        return text
    }
}

extension Block {
    fileprivate static func random(_ dice: inout Dice) -> Block {
        let containers = (0..<Int.random(in: 0...5, using: &dice)).map { _ -> Container in
            [
                .quote, .definition, .item(nil), .item(.bullet), .item(.number(98)),
                .item(.task(done: false)),
            ]
            .randomElement(using: &dice) ?? .quote
        }
        switch Int.random(in: 0..<6, using: &dice) {
        case 0:
            return Block(
                .code(RichText(RichText.random(&dice).text), language: nil), in: containers)
        case 1: return Block(.heading(level: 1, RichText.random(&dice)), in: containers)
        case 2:
            let columns = Int.random(in: 1...7, using: &dice)
            let rows = (0..<Int.random(in: 0...4, using: &dice)).map { _ in
                (0..<columns).map { _ in RichText.random(&dice) }
            }
            let header = Bool.random(using: &dice) ? (0..<columns).map { _ in RichText("h") } : []
            let alignments = (0..<columns).map { _ in Table.Alignment.right }
            return Block(
                .table(Table(header: header, rows: rows, alignments: alignments)), in: containers)
        case 3:
            return Block(
                .figure(Figure(address: nil, alt: "x", caption: RichText.random(&dice))),
                in: containers)
        default: return Block(.paragraph(RichText.random(&dice)), in: containers)
        }
    }
}
