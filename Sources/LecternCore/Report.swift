/// Which part of a page from the web is shown.
package enum PagePart: Hashable, Sendable {
    /// One of the report's candidates; 0 is what was chosen.
    case candidate(Int)
    /// Everything that can be seen.
    case whole
}

/// How a document was read: what `lectern doctor` prints.
package struct Report: Equatable, Sendable {
    /// One thing that was found out, in the order it was.
    package struct Finding: Equatable, Sendable {
        /// A word, such as `title` or `cut`.
        package var topic: String
        package var text: String

        package init(topic: String, text: String) {
            self.topic = topic
            self.text = text
        }
    }

    /// A part of the page that could have been the article.
    package struct Candidate: Equatable, Sendable {
        /// As a CSS path: `article.post > div#content`.
        package var path: String
        package var words: Int
        package var score: Double

        package init(path: String, words: Int, score: Double) {
            self.path = path
            self.words = words
            self.score = score
        }
    }

    package var findings: [Finding] = []
    /// The chosen part first, then the runners-up; empty for anything but HTML.
    package var candidates: [Candidate] = []
    /// Nothing looked like an article: the whole page is shown.
    package var isWholePage = false
    /// Much speaks against what was chosen: another part may be what the reader wants.
    package var isUncertain = false
    /// Other parts of it, or all of it, can be shown instead: true for HTML.
    package var hasParts = false
    /// What the reader should know of it, in a sentence: mistakes in a rule for the site.
    package var warning: String?

    package init() {}

    /// One line a finding, topics in a column.
    package var lines: [String] {
        let width = findings.map(\.topic.count).max() ?? 0
        return findings.map { finding in
            finding.topic + String(repeating: " ", count: width - finding.topic.count + 2)
                + finding.text
        }
    }

    package mutating func add(_ topic: String, _ text: String) {
        findings.append(Finding(topic: topic, text: text))
    }
}
