import ArgumentParser

/// `lectern` by itself: the reader on the screen.
struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read in the terminal: what `lectern SOURCE` does.")

    @OptionGroup var options: CommonOptions

    @Argument(
        help: ArgumentHelp(
            "A file, a folder, an http or https address, a feed, or - for standard input.",
            valueName: "source"), completion: .file())
    var sources: [String] = []

    func run() throws {
        try Reader.run(sources: sources, wishes: options.wishes)
    }
}
