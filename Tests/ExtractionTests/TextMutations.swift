import FoundationEssentials
import LecternCore
import Testing

@testable import Extraction

/// Numbers from a seed that a failing test prints (SplitMix64, Steele et al. 2014).
private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

@Suite struct TextMutations {
    private static let sample = """
        The harbour town that forgot its tide
        By Ada Lint | 24 February 2025
        ![A pier](https://cdn.example.org/img/pier.jpg?w=1280&q=80)
        The pier stands dry for most of the day. Nobody in town remembers when that began.
        Read also
        Why the ferry never came back/s3/static.example.org/images/ferry-77aa.jpg)
        A slow retreatThe water left in small steps. The steps of the quay were dry at first.

        > a quote
        - an item
        1. one
            code { }

        Ein langsamer RückzugDas Wasser ging. 関連記事 潮を忘れた港 %2Fs3%2Fa.example%2Fb.png)
        example.org
        """

    private static let feed = """
        <rss version="2.0"><channel><title>T</title><item><title>A &amp; b</title><link>/x</link>
        <description><![CDATA[<p>words</p>]]></description><pubDate>5 Mar 2024</pubDate></item></channel></rss>
        """

    private static let pieces = [
        "\n", "\n\n", " ", "    ", "![", "](", ")", "](https://x.example/a.jpg)",
        "data:image/png;base64,",
        "Read also", ": ", "Aa", "é", "語", "\u{301}", "\u{1B}[31m", "\u{0}", "---", "===", "```",
        ">", "- ",
        "1. ", "|", "%2F", "<", "&", "]]>", "[^1]", "{#", "\u{C}", "*", "_", "\t", "\u{3000}",
    ]

    private func mutated(_ text: String, _ numbers: inout SeededNumbers) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...12, using: &numbers) {
            let at = Int.random(in: 0...scalars.count, using: &numbers)
            switch Int.random(in: 0..<3, using: &numbers) {
            case 0:
                let end = min(scalars.count, at + Int.random(in: 0...20, using: &numbers))
                scalars.removeSubrange(at..<end)
            case 1:
                let piece = Self.pieces.randomElement(using: &numbers) ?? ""
                scalars.insert(contentsOf: piece.unicodeScalars, at: at)
            default:
                let end = min(scalars.count, at + Int.random(in: 0...60, using: &numbers))
                scalars.insert(contentsOf: Array(scalars[at..<end]), at: at)
            }
        }
        var out = String.UnicodeScalarView()
        out.append(contentsOf: scalars)
        return String(out)
    }

    /// What every article must be, whatever it was read from.
    private func check(_ article: Article, _ note: String) {
        #expect(!article.title.isEmpty, "\(note)")
        for block in article.blocks {
            #expect(
                block.text.unicodeScalars.allSatisfy {
                    !$0.isForbidden || $0 == "\n" || $0 == "\t"
                },
                "\(note)")
            guard let text = block.content.richText else { continue }
            var end = 0
            for span in text.spans {
                #expect(span.range.lowerBound >= end && !span.range.isEmpty, "\(note)")
                end = span.range.upperBound
                if let link = span.link {
                    #expect(article.links.indices.contains(link.index), "\(note)")
                }
                if let id = span.note {
                    #expect(article.notes.indices.contains(id.index), "\(note)")
                }
            }
            #expect(end <= text.text.utf8.count, "\(note)")
        }
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `mutated texts and feeds are read without harm`(seed: UInt64) {
        var numbers = SeededNumbers(state: seed)
        for round in 0..<40 {
            let text = mutated(Self.sample, &numbers)
            let note = "seed \(seed) round \(round)"
            check(plain(text, base: "https://example.org/a"), note)
            check(markdown(text), note)
            let document = Document(source: .standardInput, name: "f", bytes: [])
            let xml = Array(mutated(Self.feed, &numbers).utf8)
            let feed = try? readFeed(xml, kind: .rss, of: document)
            for entry in feed?.entries ?? [] { #expect(!entry.title.isEmpty, "\(note)") }
        }
    }

    /// Prose of our own words keeps every word in its place, whatever the line breaks.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func `prose keeps all its words`(seed: UInt64) {
        var numbers = SeededNumbers(state: seed)
        let words = [
            "the", "harbour", "Martha", "YouTube", "was", "grey", "McDonald", "said", "iPhone",
            "water", "and",
            "R2", "see", "it", "Été", "вода", "Москва", "LaTeX", "boats", "ίσως", "5kg", "eBay",
        ]
        for round in 0..<40 {
            var all: [String] = []
            var text = "A head of five words\n\n"
            for _ in 0..<Int.random(in: 1...8, using: &numbers) {
                let paragraph = (0..<Int.random(in: 20...90, using: &numbers)).map { _ in
                    words.randomElement(using: &numbers) ?? ""
                }
                all += paragraph
                all[all.count - 1] += "."
                var column = 0
                for (index, word) in paragraph.enumerated() {
                    let isLast = index == paragraph.count - 1
                    if column + word.count > 70 {
                        text += "\n"
                        column = 0
                    } else if index > 0 {
                        text += " "
                    }
                    text += word + (isLast ? "." : "")
                    column += word.count + 1
                }
                text += "\n\n"
            }
            let article = plain(text)
            let read = article.blocks.map(\.text).joined(separator: " ").split(separator: " ")
                .map(String.init)
            #expect(read == all, "seed \(seed) round \(round)")
            #expect(article.sections.isEmpty && article.related.isEmpty)
        }
    }
}

/// The article that the project began with, and the gold texts beside it, where that folder is there.
@Suite struct ScrapedShared {
    static let folder =
        ProcessInfo.processInfo.environment["LECTERN_SHARED"]
        ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared").path()

    private static func files(_ path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + path)) ?? []).sorted()
            .map { folder + "/" + path + "/" + $0 }
    }

    @Test(.enabled(if: !files("articles").isEmpty, "no folder of shared articles"))
    func `scraped articles come out with sections, related articles and no debris`() throws {
        for path in Self.files("articles") where path.hasSuffix(".txt") {
            let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
            let article = plain(text)
            #expect(article.sections.count == 3)
            #expect(article.related.count == 3)
            #expect(article.language == "fr")
            #expect(article.site != nil)
            let words = article.blocks.map(\.text) + article.related.map(\.title) + [article.title]
            for word in words {
                #expect(!word.contains(".jpg") && !word.contains("%2F") && !word.contains("/s3/"))
            }
            for (index, block) in article.blocks.enumerated() where block.headingLevel != nil {
                #expect(index + 1 < article.blocks.count && article.blocks[index + 1].isProse)
            }
            // Every word of the text is somewhere, but for the cues, the pictures' paths and the site.
            let kept = words.joined(separator: " ").filter { !$0.isWhitespace }.count
            let all = text.split(separator: "\n").map(String.init).filter { line in
                ReadAlsoCue(line)?.rest.isEmpty != true && line != article.site
            }.map { DebrisFinder($0, base: nil).text }.joined().filter { !$0.isWhitespace }.count
            #expect(kept == all)
        }
    }

    @Test(
        .enabled(if: !files("extraction/wcxb/dev/ground-truth").isEmpty, "no folder of gold texts"))
    func `ordinary pages shown as text are neither cut nor robbed`() throws {
        struct Page: Decodable {
            struct Truth: Decodable { var main_content: String? }
            var ground_truth: Truth
        }
        var cuts = 0
        var pages = 0
        for path in Self.files("extraction/wcxb/dev/ground-truth") {
            let data = try Data(contentsOf: URL(filePath: path))
            guard let page = try? JSONDecoder().decode(Page.self, from: data),
                let text = page.ground_truth.main_content
            else { continue }
            pages += 1
            let lines = text.split(separator: "\n").map { RichText(String($0)).trimmed.text }
            let blocks = lines.filter { !$0.isEmpty }.map { Block(.paragraph(RichText($0))) }
            let repair = ScrapedRepair(blocks, base: nil)
            cuts += repair.blocks.count { $0.headingLevel != nil }
        }
        #expect(pages > 0)
        #expect(cuts == 0, "section heads cut out of \(pages) ordinary pages")
    }
}
