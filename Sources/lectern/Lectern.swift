import ArgumentParser
import CSystem
import LecternCore
import Pictures

@main
enum Program {
    static func main() {
        let arguments = Program.arguments
        // This program once more, decoding a picture for the reader.
        if arguments.first == PictureProcess.argument {
            PictureProcess.serve(Array(arguments.dropFirst()))
        }
        guard let call = PlainCall(arguments) else {
            if let name = PlainCall.unknownTopic(arguments) {
                Lectern.exit(
                    withError: ValidationError(
                        "There is no command “\(name.gated)”: lectern --help lists them."))
            }
            return Lectern.main(PlainCall.commandFirst(arguments))
        }
        do {
            try Reader.run(sources: call.sources, wishes: call.wishes)
        } catch {
            Lectern.exit(withError: error)
        }
    }
}

extension Program {
    /// What stands behind the program's name.
    private static var arguments: [String] {
        guard lec_argument(0) != nil else { return Array(CommandLine.arguments.dropFirst()) }
        var found: [String] = []
        while let argument = lec_argument(Int32(found.count) + 1) {
            found.append(String(cString: argument))
        }
        return found
    }
}

/// `lectern`: reads an article, or does what the subcommand says.
struct Lectern: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lectern",
        abstract: "Reads articles in the terminal, and asks a local chatbot about them.",
        usage: """
            lectern [SOURCE ...]           read: a file, a folder, an address, a feed, or - for standard input
            lectern show SOURCE            the article on standard output
            lectern summarize SOURCE       a summary on standard output
            lectern ask SOURCE QUESTION    an answer on standard output
            lectern check SOURCE ANSWER    a text with [n] citations compared with the article
            """,
        discussion: """
            Without a source the handbook opens, or what is piped in. Press ? in the reader for its keys. Every command takes the options \
            that `lectern read --help` lists: --theme, --chatbot, --chat-url and more.

            Text leaves this computer only for a chatbot elsewhere that you name, and never unasked.
            """,
        version: Lectern.version,
        subcommands: [
            Read.self, Show.self, Summarize.self, Ask.self, Check.self, Chatbots.self, Themes.self,
            Keys.self, Config.self, Doctor.self, Write.self,
        ],
        defaultSubcommand: Read.self)

    static let version = "0.1.0"
    /// When that version was made, for the manual page.
    static let date = "November 24, 2026"
}
