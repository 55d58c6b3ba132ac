import ArgumentParser
import Chat
import Glibc
import LecternCore
import Reading
import Synchronization

/// How `summarize` and `ask` print.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

/// What `summarize` and `ask` have in common.
struct Asking {
    let options: CommonOptions
    let format: AnswerFormat

    /// Reads the article, finds who answers, asks and prints.
    func run(_ source: String, _ task: Question.Task) throws {
        let setup = try Setup(options.wishes)
        let opener = Opener(base: try options.wishes.baseAddress(), language: options.language)
        let article = try opener.articleNow(Opener.source(of: source))
        let card = try chatbot(setup.servers)
        var question = Question(about: article, task, language: setup.preferences.language)
        if case .ask = task { question.thinks = setup.preferences.thinks }
        if !card.isLocal { writeError("the text goes to \(card.url ?? "another computer").") }
        let asked = question
        let page = Printed(streams: format == .text && isatty(1) == 1)
        let chatbot = setup.servers.chatbot(for: card)
        let result = waiting {
            await Answer.get(asked, from: chatbot, hear: page.take, restart: page.begin)
        }
        if format == .text { page.finish() }
        switch result {
        case .failure(.nothing) where card.kind == .extract:
            throw Failure.exit(Messages.extractFoundNothing, code: EX_UNAVAILABLE)
        case .failure(let error):
            // The words that came stand on a line of their own.
            if format == .text, error == .dropped || error == .timedOut { writeOutput("\n") }
            throw Failure.exit(error)
        case .success(let answer): print(answer, of: article)
        }
    }

    /// The first of those found; a server that was named and does not answer is an error.
    private func chatbot(_ servers: Servers) throws -> ChatbotCard {
        guard !servers.isNobody else {
            throw Failure.exit(
                "--chatbot none leaves nobody to ask: name a chatbot, or take `extract`.",
                code: EX_USAGE)
        }
        let cards = waiting { await servers.find() }
        if let problem = servers.keyProblem { writeError(problem) }
        guard let card = cards.first,
            card.kind != .extract || servers.isExtractOnly || servers.named.isEmpty
        else {
            throw Failure.exit(
                "No chatbot answers at \(servers.named.joined(separator: ", ")): start it, or leave the address out.",
                code: EX_UNAVAILABLE)
        }
        if servers.wanted != nil, let sentence = servers.disappointment(cards) {
            writeError("\(sentence) \(card.displayName) answers.")
        }
        return card
    }

    private func print(_ answer: Answer, of article: Article) {
        switch format {
        case .text:
            writeOutput("\n\n— \(answer.card.displayName.gated) · \(answer.tracing)\n")
            if let repairs = answer.repairs { writeOutput("→ \(repairs)\n") }
            if answer.thought >= 1 { writeError("it reasoned for \(Int(answer.thought)) s.") }
            if answer.finish.reason == .length {
                writeError("the answer reached its limit and was cut.")
            }
            if answer.finish.wasCut { writeError(Messages.wasCut) }
        case .markdown: writeOutput(answer.markdown(of: article).gated)
        case .json: writeOutput(JSON.answer(answer).prettyText + "\n")
        }
    }
}

/// The words of an answer on standard output: as they come for a person at a terminal, else at the end, since an answer
/// that begins again takes back what it said.
private final class Printed: Sendable {
    private let streams: Bool
    private let held = Mutex("")

    init(streams: Bool) { self.streams = streams }

    func take(_ words: String) {
        if streams { writeOutput(words.gated) } else { held.withLock { $0 += words } }
    }

    func begin(again why: Again) {
        held.withLock { $0 = "" }
        if streams { writeOutput("\n") }
        if let why = Messages.sentence(why) { writeError(why) }
    }

    func finish() { writeOutput(held.withLock { $0 }.gated) }
}

/// `lectern summarize`.
struct Summarize: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Write a summary to standard output, each sentence with the paragraphs it rests on.")

    @OptionGroup var options: CommonOptions

    @Argument(
        help: ArgumentHelp("A file, an address, or - for standard input.", valueName: "source"),
        completion: .file())
    var source: String

    @Option(help: "The form of the output.")
    var format = AnswerFormat.text

    @Option(
        help: ArgumentHelp(
            "short, medium, long, or a number of words from 10 to 1000.", valueName: "length"))
    var length = Length.medium

    func run() throws { try Asking(options: options, format: format).run(source, .summary(length)) }
}

/// `lectern ask`.
struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask about an article; the answer goes to standard output.")

    @OptionGroup var options: CommonOptions

    @Argument(
        help: ArgumentHelp("A file, an address, or - for standard input.", valueName: "source"),
        completion: .file())
    var source: String

    @Argument(help: ArgumentHelp("What you want to know.", valueName: "question"))
    var question: String

    @Option(help: "The form of the output.")
    var format = AnswerFormat.text

    func validate() throws {
        if question.allSatisfy(\.isWhitespace) {
            throw ValidationError("The question is empty: say what you want to know.")
        }
    }

    func run() throws { try Asking(options: options, format: format).run(source, .ask(question)) }
}

extension Length: ExpressibleByArgument {
    package init?(argument: String) {
        switch argument {
        case "short": self = .short
        case "medium": self = .medium
        case "long": self = .long
        default:
            guard let words = Int(argument), (10...1_000).contains(words) else { return nil }
            self = .words(words)
        }
    }
}
