import LecternCore

/// How a page was read, as an article.
enum ReportPage {
    /// What reports are opened from; it can be left, not loaded again.
    static let source = Address("lectern:doctor").map { Source.address($0) } ?? .standardInput

    /// Rows of cut parts shown.
    private static let limit = 200

    static func article(_ report: Report, of article: Article) -> Article {
        var blocks: [Block] = []
        add(
            Messages.reportChoice, report.findings.filter { choice.contains($0.topic) }, to: &blocks
        )
        if !report.candidates.isEmpty {
            blocks.append(heading(Messages.reportCandidates))
            for candidate in report.candidates {
                let words = Messages.candidate(words: candidate.words, score: candidate.score)
                blocks.append(item(candidate.path, words))
            }
        }
        add(
            Messages.reportMetadata,
            report.findings.filter {
                !choice.contains($0.topic) && $0.topic != "cut" && $0.topic != "candidate"
            }, to: &blocks)
        let cuts = report.findings.filter { $0.topic == "cut" }
        add(Messages.reportCuts, Array(cuts.prefix(limit)), to: &blocks)
        return Article(title: Messages.reportTitle(article.title), blocks: blocks)
    }

    /// Findings about which part of the page is shown.
    private static let choice: Set<String> = ["page", "chosen", "rule"]

    private static func add(_ title: String, _ findings: [Report.Finding], to blocks: inout [Block])
    {
        guard !findings.isEmpty else { return }
        blocks.append(heading(title))
        for finding in findings { blocks.append(item(finding.topic, finding.text)) }
    }

    private static func heading(_ text: String) -> Block {
        Block(.heading(level: 2, RichText(text)))
    }

    private static func item(_ name: String, _ text: String) -> Block {
        var line = RichText()
        line.append(name, style: .strong)
        line.append("  " + text)
        return Block(.paragraph(line), in: [.item(.bullet)])
    }
}
