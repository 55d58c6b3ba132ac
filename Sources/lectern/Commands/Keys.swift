import ArgumentParser
import LecternCore
import Reading

/// `lectern keys`: the keys in force.
struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the keys.")

    @OptionGroup var options: CommonOptions

    @Flag(help: "As a Markdown table.")
    var markdown = false

    func run() throws {
        writeOutput(Command.keyTable(markdown: markdown))
    }
}
