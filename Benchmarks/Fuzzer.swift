import Glibc
import LecternCore

/// Reads pages that were cut, doubled, spliced and sown with markup, and checks what must hold for any of them.
struct Fuzzer {
    private let seed: UInt64
    private let pages: [[UInt8]]
    private var state: UInt64

    init(seed: UInt64, folder: String?) {
        self.seed = seed
        state = seed
        let found = folder.map(Bench.files) ?? []
        pages = found.isEmpty ? [Array(Self.page.utf8)] : found
    }

    /// - Returns: 0 when every page was read, 1 at the first broken promise. A crash speaks for itself: the number
    ///   printed last says from where to run again.
    mutating func run(seconds: Int) -> Int32 {
        let end = time(nil) + seconds
        var number: UInt64 = 0
        while time(nil) < end {
            if number % 200 == 0 {
                print("seed \(seed &+ number)")
                fflush(nil)
            }
            state = seed &+ number
            let page = mutated()
            var article: Article?
            let spent = Bench.seconds { article = Bench.read(page) }
            let limit = 1 + Double(page.count) / 200_000
            if let fault = article.flatMap(fault) ?? (spent > limit ? "\(spent) s" : nil) {
                print("seed \(seed &+ number): \(fault)")
                return 1
            }
            number += 1
        }
        print("\(number) pages, no fault")
        return 0
    }

    /// What is wrong with an article, whatever the page was; nil when nothing is.
    private func fault(_ article: Article) -> String? {
        for block in article.blocks {
            if block.text.unicodeScalars.contains(where: { scalar in
                scalar.value < 0x20 && scalar.value != 0x0A && scalar.value != 0x09
                    || (0x7F..<0xA0).contains(scalar.value)
            }) {
                return "a control in \(block.text.debugDescription)"
            }
            guard case .paragraph(let text) = block.content else { continue }
            var end = 0
            for span in text.spans {
                if span.range.lowerBound < end || span.range.isEmpty { return "spans overlap" }
                if let link = span.link, !article.links.indices.contains(link.index) {
                    return "a link that is not there"
                }
                if let note = span.note, !article.notes.indices.contains(note.index) {
                    return "a note that is not there"
                }
                end = span.range.upperBound
            }
            if end > text.text.utf8.count { return "a span past the end" }
        }
        for link in article.links where link.address.scheme == "file" { return "a file is linked" }
        return nil
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }

    private mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

    private mutating func mutated() -> [UInt8] {
        var page = pages[below(pages.count)]
        for _ in 0..<(1 + below(12)) {
            guard page.count > 8 else { break }
            let place = below(page.count)
            let length = min(page.count - place, 1 + below(1 << below(12)))
            switch below(7) {
            case 0: page.removeSubrange(place..<(place + length))
            case 1 where page.count < 1 << 20:
                page.insert(contentsOf: page[place..<(place + length)], at: below(page.count))
            case 2: page[place] = UInt8(truncatingIfNeeded: next())
            case 3: page.insert(contentsOf: Self.seeds[below(Self.seeds.count)].utf8, at: place)
            case 4:
                let other = pages[below(pages.count)]
                let from = below(other.count)
                page.insert(contentsOf: other[from..<min(other.count, from + length)], at: place)
            case 5:
                let seed = Array(Self.seeds[below(Self.seeds.count)].utf8)
                for _ in 0..<below(400) { page.insert(contentsOf: seed, at: place) }
            default: page.removeSubrange(place...)
            }
        }
        return page
    }

    private static let seeds = [
        "<div>", "</div>", "<p>", "<table><tr><td>", "</table>", "<a href='#n1'>", "<b><i>",
        "<svg>", "<!--", "-->",
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"", "</script>",
        "<math>",
        "<mfrac><mi>", "<pre>\n", "<ul><li>", "<h2>", "&#x10FFFD;1;", "\u{10FFFD}0;", "&amp",
        "&#0;", "\u{0}",
        "\u{FEFF}", "\u{202E}", "\u{301}", "\u{1F468}\u{200D}\u{1F469}",
        "<td colspan=99999 rowspan=99999>", "<title>",
        "<template>", "<select><option>", "<frameset>", "<figure><img src=x><figcaption>",
        "<base href='file:///'>",
        "<sup id=r1><a href='#n1'>1</a></sup>", "<li id=n1>", "<script type=math/tex>",
        "<plaintext>", "<noscript>",
        "<dl><dt>", "<dd>", "<blockquote>", "<details><summary>", "<nav>", "<aside class=related>",
        "a='\"<>",
    ]

    /// A page with a little of everything.
    static let page = """
        <!DOCTYPE html><html lang="en"><head><title>Tides | The Harbour</title>
        <meta property="og:title" content="Tides"><link rel="canonical" href="/tides"></head><body>
        <nav><a href="/">Home</a> <a href="/news">News</a></nav><article class="post"><h1>Tides</h1>
        <p class="byline">By <a href="/ana">Ana Lima</a></p><p>The harbour was empty when the first boats left, and
        nobody spoke, for it was early and the wind had <em>turned</em> in the night.<sup><a href="#n1">1</a></sup></p>
        <h2>Measuring</h2><p>She had measured the water for forty years, with a stick &amp; a clock, and with a
        notebook that <a href="/book">filled a shelf</a> &mdash; or two.</p><figure><img src="/a.jpg" alt="Boat">
        <figcaption>A boat, 1921</figcaption></figure><ul><li>Ebb, when it goes</li><li>Flood, when it comes</li></ul>
        <table><tr><th>Port</th><th>Height</th></tr><tr><td>North</td><td>4.1</td></tr></table>
        <pre><code class="language-swift">let tide = 4.1</code></pre><blockquote><p>It came as always.</p></blockquote>
        <p>What the tables cannot say is how the wind will turn, or when, and so they wait, year after year.</p>
        <ol class="footnotes"><li id="n1">In the tables of the harbour.</li></ol></article>
        <aside class="related"><h3>Read also</h3><a href="/moon">What the moon has to do with it</a></aside>
        <footer>All rights reserved</footer></body></html>
        """
}
