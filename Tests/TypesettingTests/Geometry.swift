import LecternCore
import Testing
import Typesetting

/// Widths that every surface is swept over, in columns.
let measures = [10, 11, 12, 14, 16, 18, 20, 24, 30, 40, 52, 66, 72, 100, 160]

/// What is wrong with lines that set `text`: the invariants of `Paragraph` and of a page, by number.
func faults(_ lines: [Line], of text: String, measure: Int) -> [String] {
    var found: [String] = []
    // What says nothing is not set at all.
    if lines.isEmpty, text.allSatisfy(\.isWhitespace) { return [] }
    let bytes = Array(text.utf8)
    var shown = Array(repeating: 0, count: bytes.count)
    var end = 0
    for (index, line) in lines.enumerated() {
        if line.columns > measure { found.append("1: line \(index) has \(line.columns) columns") }
        if !line.range.isEmpty {
            if line.range.lowerBound != end { found.append("2: line \(index) starts off \(end)") }
            end = line.range.upperBound
        }
        for run in line.runs {
            if run.columns != run.text.columns { found.append("1: columns of \(run.text)") }
            guard let source = run.source else { continue }
            guard source.upperBound <= bytes.count else {
                found.append("3: source of \(run.text)")
                continue
            }
            if String(decoding: bytes[source], as: UTF8.self) != run.text {
                found.append("3: text of \(run.text)")
            }
            for at in source { shown[at] += 1 }
        }
    }
    if end != bytes.count { found.append("2: ends at \(end) of \(bytes.count)") }
    if shown.contains(where: { $0 > 1 }) { found.append("4: something is doubled") }
    var offset = 0
    for scalar in text.unicodeScalars {
        if shown[offset] == 0, !scalar.properties.isWhitespace, scalar.columns > 0 {
            found.append("4: lost \(scalar.debugDescription) at \(offset)")
        }
        offset += UTF8.width(scalar)
    }
    return found
}

/// Numbers that are the same for the same seed (SplitMix64, https://prng.di.unimi.it/splitmix64.c).
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Article {
    /// One of everything, in several scripts.
    static let sampler = Article(
        title: "A title that is long enough to be broken on a narrow page",
        byline: "Ada Writer, Émile Plume", site: "example.org", published: "2024-05-06T07:08:09Z",
        blocks: [
            Block(.heading(level: 1, RichText("Of tides and of the moon that pulls them"))),
            Block(.paragraph(prose)),
            Block(.heading(level: 2, RichText("Deuxième partie : « la mer »"))),
            Block(.paragraph(RichText("潮の満ち引きは、月の引力によって起こる。「本当ですか」と彼女は尋ねた。"))),
            Block(.paragraph(RichText("ประเทศไทยมีชายหาดที่สวยงามมากมายและผู้คนเป็นมิตร"))),
            Block(.paragraph(RichText("العربية لغة جميلة، وكذلك עברית."))),
            Block(.paragraph(RichText("Emoji: 👍🏽 👨‍👩‍👧‍👦 🇫🇷 ❤️ and co\u{AD}op\u{AD}er\u{AD}a\u{AD}tion"))),
            Block(
                .paragraph(RichText("An item that is somewhat longer than its line")),
                in: [.item(.bullet)]),
            Block(.paragraph(RichText("nested, first")), in: [.item(nil), .item(.number(9))]),
            Block(.paragraph(RichText("nested, second")), in: [.item(nil), .item(.number(10))]),
            Block(.paragraph(RichText("A task done")), in: [.item(.task(done: true))]),
            Block(.paragraph(RichText("More of that task")), in: [.item(nil)]),
            Block(
                .paragraph(RichText("Deep down")), in: Array(repeating: .item(.bullet), count: 12)),
            Block(.paragraph(RichText("Quoted words, and some more of them")), in: [.quote]),
            Block(.paragraph(RichText("Quoted in a quote")), in: [.quote, .quote]),
            Block(
                .code(
                    "if tide {\n\tlet height = moon.pull(at: distance, with: mass) // 潮\n}\n\n\tend",
                    language: "swift")),
            Block(.table(prices)),
            Block(
                .table(
                    Table(
                        header: [],
                        rows: [["a", "b"], ["", "c d"]].map { $0.map { RichText($0) } },
                        alignments: [.left, .right]))),
            Block(
                .figure(
                    Figure(address: nil, alt: "A chart", caption: RichText("High and low water")))),
            Block(.figure(Figure(address: nil, alt: "Only an alternative text to a picture"))),
            Block(.figure(Figure(address: Address("https://example.org/pictures/a.png")))),
            Block(.rule),
            Block(.paragraph(RichText("Term", spans: [Span(range: 0..<4, style: .strong)]))),
            Block(.paragraph(RichText("What the term means, in so many words")), in: [.definition]),
            Block(
                .paragraph(
                    RichText(
                        "https://example.org/a/path/that/never/ends?query=one&other=two#"
                            + String(repeating: "x", count: 90)))),
            Block(.paragraph(RichText(""))),
        ],
        notes: [
            Note(label: "1", text: RichText("See the almanac, if there is one.")),
            Note(label: "*", text: RichText("Idem.")),
        ])

    private static let prose: RichText = {
        var text = RichText("The moon, being near, pulls")
        text.append("1", note: NoteID(0))
        text.append(" more ")
        text.append("strongly", style: .strong)
        text.append(" than the sun at 1.5 × 10")
        text.append("8", style: .superscript)
        text.append(" km; so ")
        text.append("the tides follow her", style: .emphasis, link: LinkID(0))
        text.append(", twice a day — and a little late.\nA new line follows.")
        return text
    }()

    private static let prices = Table(
        caption: RichText("What a chart costs"),
        header: ["Chart", "Price", "Remarks"].map { RichText($0) },
        rows: [
            [
                "North Sea", "12,50",
                "Out of print since the harbour was moved, but still the best there is",
            ],
            ["東京湾", "1 200", "Japanese and English"], ["Ærøskøbing", "", "free"],
        ].map { $0.map { RichText($0) } }, alignments: [.left, .right, .center])
}
