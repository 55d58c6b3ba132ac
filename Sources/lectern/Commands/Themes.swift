import ArgumentParser
import Drawing
import Glibc
import LecternCore
import Reading
import Storage

/// `lectern themes`: what there is, how one looks, whether a file is sound.
struct Themes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the themes, show one in its colours, or check theme files.",
        usage: """
            lectern themes                 the themes there are
            lectern themes NAME            one of them in its colours
            lectern themes check [NAME|FILE]   mistakes, contrast and sense, of one theme or of all
            """)

    @OptionGroup var options: CommonOptions

    @Argument(
        help: ArgumentHelp("A theme's name, or `check`.", valueName: "name|check"),
        completion: .shellCommand(ShellCompletions.themes + "; echo check"))
    var name: String?

    @Argument(
        help: ArgumentHelp("Theme files or names to check.", valueName: "name|file"),
        completion: .file(extensions: ["toml"]))
    var files: [String] = []

    @Option(help: "Colours in the preview.")
    var color = Show.Coloring.auto

    func run() throws {
        let folders = try Setup(options.wishes).themeFolders
        switch name {
        case nil:
            for name in themeNames(folders: folders) {
                let theme = try? loadTheme(named: name, folders: folders)
                let kind =
                    theme.map { $0.isDark ? "dark" : "light" }
                    ?? "broken: see `lectern themes check \(name)`"
                writeOutput("\(name.gated)  \(kind)\n")
            }
        case "check":
            try check(files.isEmpty ? themeNames(folders: folders) : files, folders: folders)
        case let name?: try preview(name, folders: folders)
        }
    }

    private func preview(_ name: String, folders: [String]) throws {
        do throws(StoreError) {
            let theme = try loadTheme(named: name, folders: folders)
            let isStyled = Console.isColored(color)
            writeOutput(ThemePreview.text(of: theme, isStyled: isStyled))
        } catch {
            throw Failure.exit(error.message, code: EX_CONFIG)
        }
    }

    /// Says all that is wrong; exit code 78 when something is. One theme alone is shown role by role.
    private func check(_ names: [String], folders: [String]) throws {
        var isSound = true
        for name in names {
            do throws(StoreError) {
                let theme = try loadTheme(named: name, folders: folders)
                let isBundled = bundledThemes.contains(name)
                let check = ThemeCheck(
                    theme, leastForText: ThemeCheck.leastForText(ofThemeNamed: name),
                    least: isBundled ? 4.5 : 3)
                isSound = isSound && check.faults.isEmpty
                let report = ThemeReport(check, name: name.gated)
                writeOutput(
                    names.count == 1 ? report.full : report.line)
                for fault in report.faults { writeError(fault) }
            } catch {
                isSound = false
                writeError(error.message)
            }
        }
        if !isSound { throw ExitCode(EX_CONFIG) }
    }
}
