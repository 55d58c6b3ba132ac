import ArgumentParser
import CSystem
import Drawing
import Extraction
import Glibc
import LecternCore
import Pictures
import Reading
import Storage

/// `lectern doctor`: what Lectern sees of this machine, or of one source.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what the terminal can do and who answers, or how a source was read.")

    @OptionGroup var options: CommonOptions

    @Argument(
        help: ArgumentHelp("The source to look into.", valueName: "source"), completion: .file())
    var source: String?

    func run() throws {
        guard let source else { return try machine() }
        let opener = Opener(base: try options.wishes.baseAddress(), language: options.language)
        let extracted = try opener.openNow(Opener.source(of: source))
        var facts = extracted.report.lines
        switch extracted.material {
        case .article(let article):
            facts.append("")
            facts.append(
                "\(article.blocks.count) blocks, \(article.paragraphs.count) paragraphs, \(article.sections.count) sections, "
                    + "\(article.links.count) links, \(article.related.count) related, \(article.wordCount) words"
            )
        case .feed(let feed): facts.append("a list of \(feed.entries.count) entries: \(feed.title)")
        }
        for (index, candidate) in extracted.report.candidates.enumerated() {
            facts.append(
                "candidate \(index)  \(candidate.path)  \(Messages.candidate(words: candidate.words, score: candidate.score))"
            )
        }
        writeOutput(facts.joined(separator: "\n").gated + "\n")
    }

    private func machine() throws {
        let say = { (name: String) in getenv(name).map { String(cString: $0) } ?? "not set" }
        var rows: Int32 = 0
        var columns: Int32 = 0
        let size = lec_winsize(1, &rows, &columns) == 0 ? "\(columns) × \(rows)" : "no terminal"
        let wide =
            lec_wcwidth(0x4E00) == 2
            ? "UTF-8" : "not UTF-8: text beyond ASCII will look wrong; set LC_ALL=C.UTF-8"
        var lines = [
            "lectern    \(Lectern.version)",
            "terminal   TERM \(say("TERM")), COLORTERM \(say("COLORTERM")), NO_COLOR \(say("NO_COLOR")), \(size)",
            "locale     \(wide)",
        ]
        lines += paths()
        lines.append("pictures   \(pictures())")
        let cards = waiting { [servers = try Setup(options.wishes).servers] in await servers.find()
        }
        for card in cards { lines.append("chatbot    \(ChatbotLine.text(of: card))") }
        writeOutput(lines.joined(separator: "\n").gated + "\n")
    }

    /// Whether pictures can be shown, and why not.
    private func pictures() -> String {
        if let obstacle = PictureError.obstacle { return Messages.picturesNeed(obstacle) }
        let kinds = pictureKinds()
        let missing = kinds.missing.map { "\($0.kind) needs \($0.package)" }
        return (["\(kinds.known.joined(separator: ", "))"] + missing).joined(separator: "; ")
            + "; in tmux and screen as characters, else in pixels where the terminal answers that it can"
    }

    /// The reader's own files, there or not.
    private func paths() -> [String] {
        guard let folder = Folders.config(Setup.environment) else {
            return ["settings   no home folder"]
        }
        let found = { (path: String) in access(path, F_OK) == 0 ? path : "\(path) (not there)" }
        return [
            "settings   \(found(options.config ?? folder + "/config.toml"))",
            "themes     \(found(folder + "/themes"))",
        ]
    }
}
