import ArgumentParser
import LecternCore
import Reading

/// `lectern keys`: the default keys.
struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the commands and their default keys.")

    @OptionGroup var options: CommonOptions

    @Flag(help: "As a Markdown table.")
    var markdown = false

    func run() throws {
        writeOutput(Command.keyTable(markdown: markdown) + "\n")
    }
}
