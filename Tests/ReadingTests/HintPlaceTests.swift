import Drawing
import LecternCore
import Support
import Testing

@testable import Reading

/// Letters of hints never stand on what they point at.
@Suite struct HintPlaces {
    /// Words of which many are links, some of several lines, some side by side.
    private func linked(_ random: inout Seeded) -> Article {
        var links: [Link] = []
        let words = ["a", "tide", "of the sea", "潮の満ち引き", "longish words that wrap"]
        let blocks = (0..<8).map { _ -> Block in
            var text = RichText()
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                let word = words.randomElement(using: &random) ?? ""
                if Int.random(in: 0..<3, using: &random) == 0,
                    let address = Address("https://example.org/\(links.count)")
                {
                    text.append(word, link: LinkID(links.count))
                    links.append(Link(text: word, address: address))
                } else {
                    text.append(word)
                }
                if Int.random(in: 0..<5, using: &random) > 0 { text.append(" ") }
            }
            return Block(.paragraph(text))
        }
        return Article(title: "Links", blocks: blocks, links: links)
    }

    @Test(arguments: UInt64(1)...6)
    func `a link stays readable under its own letters`(_ seed: UInt64) throws {
        var random = Seeded(seed)
        for width in [20, 33, 60, 100] {
            var reader = Script(linked(&random), size: Size(width, 18))
            reader.press("space", "f")
            guard case .hints(let hints) = reader.state.mode else { continue }
            for (target, label) in zip(hints.targets, hints.labels) {
                // Its letters alone: as when all but the last were typed of it.
                var only = reader
                only.state.mode = .hints(Hints(labels: [label], targets: [target]))
                let surface = only.surface
                let role = only.state.theme[.hint].foreground
                let links = only.state.linksOnScreen().filter { $0.target == target }
                let covered = links.flatMap { link in
                    link.columns.filter { surface[$0, link.row].style.foreground == role }
                }
                #expect(covered.isEmpty, "seed \(seed), \(width) columns, \(label)")
                let drawn = only.drawn(.hint).joined().filter(\.isLetter)
                #expect(drawn == label, "seed \(seed), \(width) columns")
            }
            // All together: every letter is there.
            let drawn = reader.drawn(.hint).joined().filter(\.isLetter)
            #expect(drawn.count == hints.labels.joined().count, "seed \(seed), \(width) columns")
        }
    }

    @Test func `a link of whole lines keeps all of its words`() throws {
        let address = try #require(Address("https://example.org"))
        let words = String(repeating: "wide link ", count: 12)
        let article = Article(
            title: "T",
            blocks: [
                Block(
                    .paragraph(
                        RichText(
                            words,
                            spans: [
                                Span(range: 0..<words.utf8.count, link: LinkID(0))
                            ])))
            ], links: [Link(text: words, address: address)])
        var reader = Script(article, size: Size(20, 12))
        func links() -> Int {
            reader.screen.dropLast().joined(separator: "\n").split(separator: "link").count
        }
        let count = links()
        reader.press("f")
        #expect(reader.drawn(.hint) == ["a"])
        #expect(links() == count)
    }
}
