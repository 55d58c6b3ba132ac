import Chat
import LecternCore

/// What is said about the questions that the pane can put.
extension Messages {
    package static let tasks = "Ask for"
    package static let aboutTheArticle = "About the article"
    package static let theBeginning = "the beginning"
    package static let besideOthers = "Beside another article"
    package static let ownPrompts = "Your own"
    package static let keyPoints = "Key points"
    package static let explainItem = "Explain it"
    package static let simplifyItem = "Say it in simpler words"
    package static let translateItem = "Translate it…"
    package static let news = "What is new against the article read before"
    package static let notComparable = "That is a list, not an article to compare with."
    package static let otherIsGone =
        "The other article is no longer here: A offers what there is to compare with."
    package static let noAnswerToExport = "There is no answer to write yet: s or a asks for one."
    package static let translateLine = Command.translate.rawValue + " "

    package static func about(section: String) -> String { "About “\(section)”" }

    package static func summary(_ length: Length) -> String {
        switch length {
        case .short: "Short summary"
        case .medium: "Summary"
        case .long: "Long summary"
        case .words(let count): "Summary in \(count) words"
        }
    }

    package static func translate(to tag: String) -> String {
        "Translate it into \(Language.name(tag) ?? tag.gated)"
    }

    package static func compare(with title: String) -> String { "Compare with “\(title.gated)”" }

    /// A question in the reader's words; with the title of its section, and of the other article it is about.
    package static func question(
        _ task: Question.Task, section: String? = nil, other: String? = nil
    ) -> String {
        let place = section ?? theBeginning
        return switch task {
        case .summary(let length): summary(length)
        case .ask(let words): words
        case .explain: section.map { "Explain: \($0)" } ?? "Explain the beginning"
        case .keyPoints: keyPoints
        case .simplify: "In simpler words: \(place)"
        case .translate(_, let tag): "\(place), in \(Language.name(tag) ?? tag.gated)"
        case .news: other.map { "What is new against “\($0.gated)”" } ?? news
        case .compare: compare(with: other ?? "")
        case .own(let name, _): name.gated
        }
    }

    package static func badLength(_ words: String) -> String {
        "“\(words.gated)” is no length: short, medium, long, or 10 to 1000 words."
    }

    package static func badLanguage(_ tag: String) -> String {
        "“\(tag.gated)” is no language: give a tag such as de, fr or pt-BR."
    }

    // MARK: How it is read

    /// `6,200 tokens, window 4,096: 3 parts`; nil where the article simply fits.
    package static func plan(_ plan: ReadingPlan) -> String? {
        let size = "\(plan.isCounted ? "" : "about ")\(grouped(plan.tokens)) tokens"
        if plan.parts > 1 {
            return "\(size), window \(grouped(plan.window)): \(plan.parts) parts"
        }
        guard plan.used < plan.paragraphs else { return nil }
        return
            "\(size), window \(grouped(plan.window)): \(plan.used) of \(plan.paragraphs) paragraphs"
    }

    /// The same while the answer is on its way.
    static func plan(of turn: Turn) -> String? {
        guard turn.answer.token != nil else { return nil }
        return turn.answer.plan.flatMap { plan($0) }
    }

    /// Says of an answer of an earlier run when it was given, and by whom.
    static func kept(_ turn: Turn, isLast: Bool) -> String? {
        guard let date = turn.keptOn else { return nil }
        var parts = [date, turn.answer.author.name].filter { !$0.isEmpty }
        if turn.isOfOlderText { parts.append("about an earlier version") }
        // The last question is the one that it asks.
        if isLast { parts.append("R asks anew") }
        return parts.joined(separator: " · ")
    }

    // MARK: Citations from the paragraph

    package static func citing(_ place: Int, of count: Int, _ paragraph: Int) -> String {
        "Citation \(place) of \(count) of paragraph \(paragraph)."
    }

    package static func notCited(_ paragraph: Int) -> String {
        "No sentence of the answers cites paragraph \(paragraph)."
    }

    // MARK: Files

    package static func written(_ path: String) -> String { "Written to \(path.gated)." }

    package static func notWritten(_ path: String, _ why: String) -> String {
        "\(path.gated) was not written: \(why.gated)."
    }
}
