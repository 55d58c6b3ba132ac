import Chat
import LecternCore

extension State {
    /// `E`: the `:` line with a name for the file, to be changed or accepted.
    mutating func exportLine() -> [Effect] {
        guard let page = trail.page, page.conversation.turns.contains(where: { $0.isExportable })
        else { return fail(Messages.noAnswerToExport) }
        let name = "\(Command.export.rawValue) \(page.article.title.fileName).md"
        mode = .prompt(Prompt(.command, input: LineInput(name)))
        return []
    }

    /// `:export FILE`: the conversation about the page shown, as Markdown.
    mutating func export(to path: String) -> [Effect] {
        guard let page = trail.page, page.conversation.turns.contains(where: { $0.isExportable })
        else { return fail(Messages.noAnswerToExport) }
        return [.write(page.conversation.markdown(about: page.article, today: today), to: path)]
    }

    mutating func wrote(_ path: String, _ problem: String?) -> [Effect] {
        if let problem { return fail(Messages.notWritten(path, problem)) }
        say(Messages.written(path))
        return []
    }
}

extension Turn {
    fileprivate var isExportable: Bool { !isRunning && !shown.text.isEmpty }
}

extension String {
    /// Letters and digits of a title as a file's name, at most 60 Characters.
    fileprivate var fileName: String {
        let words = gated.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
        let name = String(words.lowercased().prefix(60))
        return name.isEmpty ? "article" : name
    }
}

extension Conversation {
    /// Every question and its answer with who gave it and when; each citation is a footnote that quotes the article.
    func markdown(about article: Article, today: String) -> String {
        var out = "# \(article.title.oneLine)\n"
        if let address = article.address { out += "\n<\(address.string)>\n" }
        var quotes = Footnotes(article)
        for turn in turns where turn.isExportable {
            let answer = turn.shown
            out += "\n## \(turn.title.oneLine)\n\n"
            out += quotes.marked(answer, paragraphs: turn.paragraphs) + "\n"
            let facts = [
                answer.author.descriptions[0], turn.keptOn ?? today,
                Messages.tracing(answer.sentences),
            ]
            out +=
                "\n*\(facts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", "))*\n"
            // What became of it: an answer that was stopped is not to be taken for a whole one.
            let notes = answer.asked == turn.answer.asked ? Messages.foot(of: turn) : []
            for note in notes { out += "\n*\(note.text.oneLine)*\n" }
        }
        return out + quotes.text
    }
}

/// What the footnotes of an export quote, a note for each paragraph.
private struct Footnotes {
    private let article: Article
    private var quotes: [Int: [String]] = [:]

    init(_ article: Article) { self.article = article }

    /// The answer as it is shown, with its marks as references to footnotes.
    mutating func marked(_ answer: Answer, paragraphs: Int) -> String {
        for sentence in answer.sentences {
            for citation in sentence.citations + sentence.suggested {
                note(citation.paragraph, citation.quote)
            }
        }
        let text = PaneVerdict(answer, paragraphs: paragraphs).text
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var copied = 0
        for mark in Citations.marks(in: text) {
            let known = mark.numbers.filter { (1...max(1, paragraphs)).contains($0) }
            guard known.count == mark.numbers.count else { continue }
            out += bytes[copied..<mark.range.lowerBound]
            for number in known {
                note(number, nil)
                out += Array("[^\(number)]".utf8)
            }
            copied = mark.range.upperBound
        }
        out += bytes[copied...]
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func note(_ number: Int, _ quote: String?) {
        var known = quotes[number] ?? []
        if let quote = quote?.oneLine, !known.contains(quote) { known.append(quote) }
        quotes[number] = known
    }

    /// The footnotes; those of which no sentence stands out quote their paragraph.
    var text: String {
        var paragraphs: [Int: String] = [:]
        for paragraph in article.paragraphs { paragraphs[paragraph.number] = paragraph.text }
        return quotes.keys.sorted().map { number in
            let found = quotes[number] ?? []
            let said = found.isEmpty ? [(paragraphs[number] ?? "").oneLine] : found
            return "\n[^\(number)]: ¶\(number) " + said.map { "“\($0)”" }.joined(separator: " … ")
                + "\n"
        }.joined()
    }
}

extension String {
    fileprivate var oneLine: String {
        gated.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
