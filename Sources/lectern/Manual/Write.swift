import ArgumentParser
import LecternCore
import Storage

/// `lectern write`: the manual page and the shells' completions, for `make docs`; the names of the themes, for the
/// completions.
struct Write: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the manual page, or the completions of a shell, to standard output.",
        shouldDisplay: false)

    enum Page: String, ExpressibleByArgument, CaseIterable { case manual, bash, zsh, fish, themes }

    @Argument(help: "What to write.")
    var page: Page

    func run() throws {
        switch page {
        case .manual: writeOutput(ManualPage.text)
        case .bash: writeOutput(ShellCompletions.text(for: .bash))
        case .zsh: writeOutput(ShellCompletions.text(for: .zsh))
        case .fish: writeOutput(ShellCompletions.text(for: .fish))
        case .themes:
            let names = themeNames(folders: try Setup(Wishes()).themeFolders)
            writeOutput(names.map { $0.gated + "\n" }.joined())
        }
    }
}
