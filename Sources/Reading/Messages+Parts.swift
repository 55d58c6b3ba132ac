import LecternCore

/// What is said about which part of a page is shown, and why.
extension Messages {
    package static let hardToRead =
        "This page was hard to read: w shows another part of it, D says what was cut."
    package static let nothingLikeText =
        "Nothing on this page reads like text: w shows all of it, o opens it in the browser."
    package static let emptyPage =
        "This page holds no text without its scripts: o opens it in the browser."
    package static let noParts = "This has no other parts: only pages from the web do."
    package static let noReport = "Nothing is known about how this was read."
    package static func part(_ part: PagePart) -> String {
        switch part {
        case .candidate(0): "What was chosen."
        case .candidate: "The runner-up: w goes on to the whole page."
        case .whole: "The whole page: w goes back to what was chosen."
        }
    }

    // The report.
    package static func reportTitle(_ title: String) -> String { "How “\(title)” was read" }
    package static let reportChoice = "What was chosen"
    package static let reportCandidates = "What could have been chosen"
    package static let reportMetadata = "What is known about it"
    package static let reportCuts = "What was cut"
    package static func candidate(words: Int, score: Double) -> String {
        "\(words) words, score \(Int(max(-1e9, min(1e9, score))))"
    }

    /// `show` on a page without text.
    package static func noText(_ name: String, isWhole: Bool) -> String {
        isWhole
            ? "There is no text in \(name) without its scripts: open it in a browser."
            : "Nothing in \(name) reads like text: `lectern show --whole` prints all that it has."
    }
}
