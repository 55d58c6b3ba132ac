import Chat
import Glibc
import LecternCore
import Reading

/// A whole answer, for the commands that print one.
struct Answer {
    var card: ChatbotCard
    /// The answer as it came, with its `[n]`.
    var text: String
    var sentences: [CheckedSentence]
    var finish: Finish
    var seconds: Double
    /// Of these, spent on reasoning.
    var thought: Double
    /// Does the article speak to the model rather than to the reader?
    var addressesModel: Bool
    /// BCP 47: what it was asked to be written in.
    var language: String?
    /// Paragraphs that the article has.
    var paragraphs: Int

    /// Asks, hands each piece of the answer's text to `hear`, and checks the whole at the end. `restart` hears why an
    /// answer begins again: what was heard of it until then is void.
    static func get(
        _ question: Question, from chatbot: any Chatbot,
        hear: @escaping @Sendable (String) -> Void = { _ in },
        restart: @escaping @Sendable (Again) -> Void = { _ in }
    ) async -> Result<Answer, ChatError> {
        let clock = ContinuousClock.now
        var text = ""
        var thinking: ContinuousClock.Instant?
        var thought = Duration.zero
        var addressesModel = false
        var end: Result<Finish, ChatError> = .failure(.dropped)
        for await reply in chatbot.reply(to: question) {
            switch reply {
            case .text(let more):
                if let since = thinking { thought += .now - since }
                thinking = nil
                text += more
                hear(more)
            case .again(let reason):
                if !text.isEmpty || reason != .thoughts { restart(reason) }
                text = ""
            case .thinking: thinking = thinking ?? .now
            case .finished(let finish): end = .success(finish)
            case .failed(let error): end = .failure(error)
            case .plan(let plan):
                if plan.addressesModel, !addressesModel { writeError(Messages.addressesModel) }
                addressesModel = plan.addressesModel
                if let words = Messages.plan(plan) { writeError(words + ".") }
            case .waiting, .progress, .part, .draft: break
            }
        }
        return end.map { finish in
            let sentences =
                chatbot.card.kind == .extract
                ? Extract.answer(to: question)
                : Citations.check(
                    text, against: question.article, language: question.language)
            return Answer(
                card: chatbot.card, text: text, sentences: sentences, finish: finish,
                seconds: (ContinuousClock.now - clock).seconds, thought: thought.seconds,
                addressesModel: addressesModel,
                language: question.language ?? question.article.language,
                paragraphs: question.article.paragraphs.count)
        }
    }

    /// `5 of 6 sentences traced`.
    var tracing: String { CheckReport.tracing(sentences) }

    /// Paragraphs that were found to say what those named do not: `sentence 2 [5], sentence 3 [8]`; nil for none.
    var repairs: String? {
        let found = sentences.enumerated().filter { !$0.element.suggested.isEmpty }.map {
            "sentence \($0.offset + 1) "
                + $0.element.suggested.map { "[\($0.paragraph)]" }.joined()
        }
        return found.isEmpty ? nil : "found by Lectern: " + found.joined(separator: ", ")
    }

    /// As Markdown whose footnotes quote the article.
    func markdown(of article: Article) -> String {
        var out = sentences.map { sentence in
            sentence.text + sentence.citations.map { "[^\($0.paragraph)]" }.joined()
                + sentence.suggested.map { "→[^\($0.paragraph)]" }.joined()
        }.joined(separator: "\n\n")
        var quotes: [Int: [String]] = [:]
        for citation in sentences.flatMap({ $0.citations + $0.suggested }) {
            var known = quotes[citation.paragraph] ?? []
            if let quote = citation.quote, !known.contains(quote) { known.append(quote) }
            quotes[citation.paragraph] = known
        }
        for (number, found) in quotes.sorted(by: { $0.key < $1.key }) {
            let whole = article.paragraphs.first { $0.number == number }?.text ?? ""
            let said = (found.isEmpty ? [whole] : found).map {
                "“\($0.replacing("\n", with: " "))”"
            }
            out += "\n\n[^\(number)]: " + said.joined(separator: " … ")
        }
        let address = article.address.map { " of <\($0.string)>" } ?? ""
        return out + "\n\n— \(card.displayName)\(address), \(tracing)\n"
    }
}

extension Duration {
    /// To the millisecond.
    fileprivate var seconds: Double {
        Double(components.seconds)
            + Double(components.attoseconds / 1_000_000_000_000_000) / 1_000
    }
}
