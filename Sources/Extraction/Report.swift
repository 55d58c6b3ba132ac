/// How a document was read: what `lectern doctor` prints.
package struct Report: Equatable, Sendable {
    /// One thing that was found out, in the order it was.
    package struct Finding: Equatable, Sendable {
        /// A word, such as `title` or `cut`.
        package var topic: String
        package var text: String
    }

    /// A part of the page that could have been the article.
    package struct Candidate: Equatable, Sendable {
        /// As a CSS path: `article.post > div#content`.
        package var path: String
        package var words: Int
        package var score: Double
    }

    package var findings: [Finding] = []
    /// The chosen part first, then the runners-up; empty for anything but HTML.
    package var candidates: [Candidate] = []
    /// Nothing looked like an article: the whole page is shown.
    package var isWholePage = false

    package init() {}

    /// One line a finding, topics in a column.
    package var lines: [String] {
        let width = findings.map(\.topic.count).max() ?? 0
        return findings.map { finding in
            finding.topic + String(repeating: " ", count: width - finding.topic.count + 2)
                + finding.text
        }
    }

    mutating func add(_ topic: String, _ text: String) {
        findings.append(Finding(topic: topic, text: text))
    }
}
