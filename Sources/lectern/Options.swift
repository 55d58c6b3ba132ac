import ArgumentParser
import LecternCore

/// What every command understands.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read the settings from this file.", valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp("The theme: a name, or a file ending in .toml.", valueName: "name|file"))
    var theme: String?

    @Option(
        help: ArgumentHelp(
            "Who answers: part of a chatbot's name, `extract` for the built-in extract, `none` for nobody.",
            valueName: "name"))
    var chatbot: String?

    @Option(
        name: .customLong("chat-url"),
        help: ArgumentHelp("Address of an Ollama or OpenAI-compatible server.", valueName: "url"))
    var chatURL: String?

    @Option(help: ArgumentHelp("The model to ask for.", valueName: "name"))
    var model: String?

    @Option(
        help: ArgumentHelp(
            "Language of the answers, and of articles that do not say theirs: fr, pt-BR.",
            valueName: "tag"))
    var language: String?

    @Option(
        help: ArgumentHelp("The address that a file or standard input came from.", valueName: "url")
    )
    var base: String?

    /// The address given with `--base`.
    func baseAddress() throws -> Address? {
        guard let base else { return nil }
        guard let address = Address(base) else {
            throw ValidationError(
                "--base wants an absolute address such as https://example.org/page, not “\(base.gated)”."
            )
        }
        return address
    }
}
