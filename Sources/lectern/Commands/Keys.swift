import ArgumentParser
import LecternCore
import Reading

/// `lectern keys`: the commands and the keys that they have.
struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the keys, the names that settings and the : line use, and what they do.")

    @OptionGroup var options: CommonOptions

    @Flag(help: "As a Markdown table.")
    var markdown = false

    func run() throws {
        let keymap = try Setup(options.wishes).preferences.keymap
        writeOutput(Command.keyTable(markdown: markdown, keymap: keymap) + "\n")
    }
}
