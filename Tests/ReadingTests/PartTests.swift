import Drawing
import LecternCore
import Reading
import Support
import Testing

/// A report as the extractor makes it, with so many candidates.
private func report(_ candidates: Int = 2, isUncertain: Bool = false) -> Report {
    var report = Report()
    report.hasParts = true
    report.isUncertain = isUncertain
    report.candidates = (0..<candidates).map {
        .init(path: "main > div.part\($0)", words: 200 - $0, score: 90)
    }
    report.add("title", "Tides, from og:title")
    report.add("page", "an article, by nothing says otherwise")
    report.add("chosen", "main > div.part0")
    report.add("cut", "body > nav: navigation, 120 letters")
    return report
}

private func page(_ text: String) -> Material {
    .article(Article(title: "Tides", blocks: [Block(.paragraph(RichText(text)))]))
}

/// A reader that has opened a page and been told how it was read.
private func reader(_ report: Report, _ material: Material = page("What was chosen")) -> Script {
    var reader = Script(nil, size: Size(90, 40))
    _ = reader.state.open(source)
    reader.perform(.examined(reader.state.loading?.token ?? Token(-1), report))
    reader.receive(.success(material))
    return reader
}

private let source = Source.file("/articles/tides.html")

@Suite struct `Parts of a page` {
    @Test func `w goes to the runner-up, to the whole page and back`() {
        var reader = reader(report())
        for (part, text) in [
            (PagePart.candidate(1), "The other half"), (.whole, "All of it"),
            (.candidate(0), "What was chosen"),
        ] {
            reader.takeEffects()
            reader.press("w")
            #expect(
                reader.effects == [
                    .openPart(reader.state.loading?.token ?? Token(-1), source, part)
                ])
            reader.receive(.success(page(text)))
            #expect(reader.text.contains(text))
            #expect(reader.state.trail.page?.part == part)
            // The part took the page's place on the trail.
            #expect(!reader.state.trail.canGoBack)
        }
    }

    @Test func `without a runner-up w goes to the whole page at once`() {
        var reader = reader(report(1))
        reader.takeEffects()
        reader.press("w")
        #expect(
            reader.effects == [.openPart(reader.state.loading?.token ?? Token(-1), source, .whole)])
    }

    @Test func `a page that is not from the web has no parts`() {
        var reader = reader(Report())
        reader.takeEffects()
        reader.press("w")
        #expect(reader.effects.isEmpty)
        #expect(reader.status.contains("no other parts"))
    }

    @Test func `what was hard to read says so and names the keys`() {
        #expect(reader(report(isUncertain: true)).status.contains("w shows another part"))
        #expect(!reader(report()).status.contains("w shows"))
    }

    @Test func `a page without text says why and offers all of it`() {
        let empty = Material.article(Article(title: "Tides", blocks: []))
        #expect(reader(report(), empty).status.contains("w shows all of it"))
    }

    @Test func `D shows how the page was read and D again goes back`() {
        var reader = reader(report())
        reader.press("D")
        let text = reader.text
        #expect(text.contains("How “Tides” was read"))
        for words in [
            "What was chosen", "chosen  main > div.part0", "main > div.part1  199 words, score 90",
            "title  Tides, from og:title", "cut  body > nav: navigation, 120 letters",
        ] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
        reader.press("D")
        #expect(!reader.text.contains("How “Tides” was read"))
        reader.press("D", "H")
        #expect(reader.text.contains("What was chosen"))
    }

    @Test func `D gives up the part that is on its way`() {
        var reader = reader(report())
        reader.press("w")
        let token = reader.state.loading?.token ?? Token(-1)
        reader.takeEffects()
        reader.press("D")
        #expect(reader.effects == [.cancel(token)])
        reader.perform(.opened(token, .success(page("Too late"))))
        #expect(reader.text.contains("How “Tides” was read"))
    }

    @Test func `the report of a fetch that was given up is dropped`() {
        var reader = reader(report())
        let token = reader.state.newToken()
        reader.perform(.examined(token, report(4)))
        #expect(reader.state.trail.page?.report?.candidates.count == 2)
    }
}
