import ArgumentParser
import LecternCore

/// What every command understands.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Read the settings from this file.", valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var config: String?

    @Option(
        help: ArgumentHelp("The theme: a name, or a file ending in .toml.", valueName: "name|file"),
        completion: .shellCommand(ShellCompletions.themes))
    var theme: String?

    @Option(
        help: ArgumentHelp(
            "Who answers: part of a chatbot's name, `extract` for the built-in extract, `none` for nobody.",
            valueName: "name"), completion: .list(["extract", "none"]))
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

    var wishes: Wishes {
        Wishes(
            config: config, theme: theme, chatbot: chatbot, chatURL: chatURL, model: model,
            language: language, base: base)
    }
}
