import ArgumentParser
import CSystem
import Extraction
import Glibc
import LecternCore
import Reading

/// `lectern show`: the article on standard output.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the article to standard output.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, html, json }
    enum Coloring: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    @OptionGroup var options: CommonOptions

    @Argument(
        help: ArgumentHelp(
            "A file, a folder, an address, a feed, or - for standard input.", valueName: "source"),
        completion: .file())
    var source: String

    @Option(help: "The form of the output.")
    var format = Format.text

    @Option(
        help: ArgumentHelp(
            "Columns of the text, 20 to 1000; the terminal's, at most 80, by default.",
            valueName: "columns"))
    var width: Int?

    @Option(help: "Bold, italics and underlines in the text.")
    var color = Coloring.auto

    @Flag(help: "Everything that the page shows, menus and all.")
    var whole = false

    func validate() throws {
        if let width, !(20...1_000).contains(width) {
            throw ValidationError(
                "--width wants a number of columns from 20 to 1000, not \(width).")
        }
    }

    func run() throws {
        let opener = Opener(
            base: try options.wishes.baseAddress(), language: options.language, wholePage: whole)
        let source = Opener.source(of: source)
        let extracted = try opener.openNow(source)
        switch extracted.material {
        case .article(let article):
            writeOutput(text(of: article))
            if article.blocks.isEmpty {
                let name = source == .standardInput ? "this page" : source.display
                writeError(Messages.noText(name, isWhole: extracted.report.isWholePage))
            }
        case .feed(let feed): writeOutput(text(of: feed))
        }
    }

    private func text(of article: Article) -> String {
        switch format {
        case .text:
            return ArticleText.text(
                of: article, width: width ?? Console.columns, isStyled: Console.isColored(color))
        case .markdown: return ArticleMarkdown.text(of: article).gated
        case .html: return ArticleHTML.text(of: article)
        case .json: return JSON.article(article).prettyText + "\n"
        }
    }

    private func text(of feed: Feed) -> String {
        switch format {
        case .json: return JSON.feed(feed).prettyText + "\n"
        case .markdown, .html, .text:
            let list = Article(
                title: feed.title,
                blocks: feed.entries.map {
                    Block(.paragraph(RichText($0.title)), in: [.item(.bullet)])
                })
            return text(of: list)
        }
    }
}

/// The terminal that standard output is, if it is one.
enum Console {
    /// Its columns, at most 80; 80 elsewhere.
    static var columns: Int {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard lec_winsize(1, &rows, &columns) == 0, columns > 0 else { return 80 }
        return min(80, max(20, Int(columns)))
    }

    /// Are escape sequences wanted on it?
    static func isColored(_ wish: Show.Coloring) -> Bool {
        switch wish {
        case .always: true
        case .never: false
        case .auto: isatty(1) == 1 && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
        }
    }
}

extension Opener {
    /// Opens a source for a command; a failure is said on standard error and ends the command.
    func openNow(_ source: Source) throws -> Extracted {
        let opener = self
        let result = waiting { () async -> Result<Extracted, OpenError> in
            do throws(OpenError) { return .success(try await opener.open(source)) } catch {
                return .failure(error)
            }
        }
        switch result {
        case .success(let extracted):
            if let warning = extracted.report.warning { writeError(warning) }
            return extracted
        case .failure(let error): throw Failure.exit(error)
        }
    }

    /// The same for commands that need an article.
    func articleNow(_ source: Source) throws -> Article {
        switch try openNow(source).material {
        case .article(let article): return article
        case .feed:
            throw Failure.exit(
                "\(source.display) is a list of articles: name one of them.", code: EX_DATAERR)
        }
    }
}
