import ArgumentParser
import Chat
import Glibc
import LecternCore
import Reading

/// `lectern check`: does an article say what a text with `[n]` citations says it says?
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a text with [n] citations against the article it is about.",
        discussion: """
            Every sentence is compared with the paragraphs it names, without any model: traced, weak, or none. An \
            arrow names a paragraph that says it where those named do not. `show --format json` numbers the paragraphs.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    /// Bytes of the longest text that is checked: what the pane keeps of an answer.
    private static let longest = 400_000

    @OptionGroup var options: CommonOptions

    @Argument(
        help: ArgumentHelp("A file, an address, or - for standard input.", valueName: "source"))
    var source: String

    @Argument(
        help: ArgumentHelp(
            "The text to check: a file, or - for standard input.", valueName: "answer"))
    var answer: String

    @Option(help: "The form of the output.")
    var format = Format.text

    @Flag(help: "End with 1 unless every sentence is traced.")
    var strict = false

    func validate() throws {
        if source == "-", answer == "-" {
            throw ValidationError("Only one of the two can come from standard input.")
        }
    }

    func run() throws {
        let text = try readAnswer()
        let opener = Opener(base: try options.wishes.baseAddress(), language: options.language)
        let article = try opener.articleNow(Opener.source(of: source))
        let sentences = Citations.check(text, against: article)
        guard !sentences.isEmpty else {
            throw Failure.exit("There is no sentence to check in \(answer).", code: EX_DATAERR)
        }
        switch format {
        case .text: writeOutput(CheckReport.text(of: sentences).gated)
        case .json: writeOutput(JSON.checked(sentences, against: article).prettyText + "\n")
        }
        if strict, sentences.contains(where: { $0.support != .traced }) { throw ExitCode(1) }
    }

    private func readAnswer() throws -> String {
        let bytes: [UInt8]
        do throws(OpenError) {
            bytes =
                try answer == "-"
                ? Files.readStandardInput { _, _ in } : Files.read(answer) { _, _ in }
        } catch {
            throw Failure.exit(error)
        }
        guard bytes.count <= Check.longest else {
            throw Failure.exit(
                "\(answer) is longer than \(Check.longest / 1_000) kB: that is no answer.",
                code: EX_DATAERR)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// What a check found, for people.
enum CheckReport {
    /// A line a sentence, lines about its citations below it, and the count of those traced.
    static func text(of sentences: [CheckedSentence]) -> String {
        var out = ""
        for sentence in sentences {
            let marks = sentence.citations.map { "[\($0.paragraph)]" }.joined()
            out +=
                "\(name(of: sentence.support))\(sentence.text)\(marks.isEmpty ? "" : " " + marks)\n"
            for number in sentence.missing {
                out += "        [\(number)] is no paragraph of the article\n"
            }
            for citation in sentence.suggested {
                let quote = citation.quote.map { " “\($0.replacing("\n", with: " "))”" } ?? ""
                out += "        →[\(citation.paragraph)]\(quote)\n"
            }
        }
        return out + "— \(tracing(sentences))\n"
    }

    /// `5 of 6 sentences traced`.
    static func tracing(_ sentences: [CheckedSentence]) -> String {
        let traced = sentences.count { $0.support == .traced }
        let noun = sentences.count == 1 ? "sentence" : "sentences"
        return "\(traced) of \(sentences.count) \(noun) traced"
    }

    private static func name(of support: CheckedSentence.Support) -> String {
        switch support {
        case .traced: "traced  "
        case .weak: "weak    "
        case .none: "none    "
        }
    }
}
