import Support
import Testing

/// Settings and themes on the real screen.
struct SettingsTests {
    private static func environment(_ folder: Folder) -> [String: String] {
        Site.clean.merging(["XDG_CONFIG_HOME": folder.path]) { $1 }
    }

    private func read(_ folder: Folder) async throws -> Tmux {
        try await Tmux(
            [Environment.binary, "--chatbot", "extract", Site.pages + "/tides.html"],
            environment: SettingsTests.environment(folder))
    }

    private func run(_ arguments: [String], in folder: Folder) async throws -> (
        status: Int32, output: String, errors: String
    ) {
        let words = SettingsTests.environment(folder).map { "\($0)=\($1)" }
        let outcome = try await ChildProcess.run(["env"] + words + [Environment.binary] + arguments)
        return (outcome.status, outcome.output, outcome.errors)
    }

    @Test func `config shows what holds and where it comes from`() async throws {
        let folder = try Folder()
        try await folder.makeFolder("lectern")
        try folder.write(
            "# mine\nmeasure = 60\n[keys]\ndown = \"e\"\n", to: "lectern/config.toml")
        let said = try await run(["config", "--theme", "sepia"], in: folder)
        #expect(said.status == 0)
        let lines = said.output.split(separator: "\n").map { line in
            line.split(separator: " ").joined(separator: " ")
        }
        let path = "\(folder.path)/lectern/config.toml"
        #expect(lines.contains("measure = 60 # \(path):2"))
        #expect(lines.contains("margin = 2 # built in"))
        #expect(lines.contains("theme = \"sepia\" # --theme"))
        #expect(lines.contains("browser = \"/bin/false\" # BROWSER"))
        #expect(lines.contains("#model = # not set"))
        #expect(lines.contains("down = [\"e\"] # \(path):4"))
        #expect(said.output.contains("The settings give e to down, so explain has lost it"))
    }

    @Test func `config --init writes a file once and never over another`() async throws {
        let folder = try Folder()
        let path = "\(folder.path)/lectern/config.toml"
        let first = try await run(["config", "--init"], in: folder)
        #expect(first.status == 0)
        #expect(first.output == path + "\n")
        #expect(try await run(["config"], in: folder).status == 0)
        try folder.write("measure = 61\n", to: "lectern/config.toml")
        let second = try await run(["config", "--init"], in: folder)
        #expect(second.status == 73)
        #expect(second.errors.contains("is there already and was left as it is"))
        #expect(try await run(["config"], in: folder).output.contains("measure = 61"))
    }

    @Test func `what is saved while the reader runs holds at once, a mistake changes nothing`()
        async throws
    {
        let folder = try Folder()
        try await folder.makeFolder("lectern/themes")
        try folder.write("measure = 60\ntheme = \"mine\"\n", to: "lectern/config.toml")
        try folder.write(
            "inherits = \"ink\"\n[roles]\ntext = \"#010203 on #0a0b0c\"\n",
            to: "lectern/themes/mine.toml")
        let screen = try await read(folder)
        try await screen.wait(for: "? help")
        let before = try await screen.text
        #expect(try await screen.styledText.contains("48;2;10;11;12"))

        try folder.write("measure = 30\ntheme = \"mine\"\n", to: "lectern/config.toml")
        try await screen.wait(for: "The settings were changed")
        let narrow = try await screen.text
        #expect(narrow != before)

        try folder.write("mesure = 50\nmargin = 99\n", to: "lectern/config.toml")
        try await screen.wait(
            for: "config.toml:1: unknown key “mesure”; did you mean “measure”? (and 1")
        #expect(
            try await screen.text.split(separator: "\n").prefix(18)
                == narrow.split(separator: "\n").prefix(18))

        try folder.write("measure = 60\ntheme = \"mine\"\n", to: "lectern/config.toml")
        try await screen.wait(for: "The settings were changed")
        try await screen.press("j", "k")
        try await screen.wait(until: "the first screen is back") { $0 == before }

        try folder.write(
            "inherits = \"ink\"\n[roles]\ntext = \"#010203 on #0d0e0f\"\n",
            to: "lectern/themes/mine.toml")
        try await screen.wait(for: "The settings were changed")
        #expect(try await screen.styledText.contains("48;2;13;14;15"))
    }

    @Test func `a light terminal gets the light theme, and its answer is no key`() async throws {
        let folder = try Folder()
        let screen = try await Tmux(
            [Environment.binary, "--chatbot", "extract", Site.pages + "/tides.html"],
            environment: SettingsTests.environment(folder), background: "#fdf6e3")
        try await screen.wait(for: "? help")
        var styled = ""
        for _ in 0..<100 where !styled.contains("48;2;251;249;244") {
            styled = try await screen.styledText
        }
        #expect(styled.contains("48;2;251;249;244"))
        #expect(try await screen.text.contains("? help"))
        try await screen.press("T")
        try await screen.wait(for: "Theme: ink")
    }

    @Test func `a theme in a pipe has no escape sequences, and is checked role by role`()
        async throws
    {
        let folder = try Folder()
        let shown = try await run(["themes", "ink"], in: folder)
        #expect(!shown.output.contains("\u{1B}"))
        #expect(shown.output.contains("heading-1"))
        #expect(
            try await run(["themes", "ink", "--color", "always"], in: folder).output.contains(
                "\u{1B}[0;1"))
        let sound = try await run(["themes", "check", "paper"], in: folder)
        #expect(sound.status == 0)
        #expect(sound.output.contains("paper: sound, text contrast 15"))
        #expect(sound.output.contains("citation on pane"))
        try folder.write(
            "inherits = \"paper\"\n[roles]\nlink = \"#22201c\"\nmeta = \"#e0e0e0\"\n",
            to: "odd.toml")
        let odd = try await run(["themes", "check", folder.path + "/odd.toml"], in: folder)
        #expect(odd.status == 78)
        #expect(odd.errors.contains("link cannot be told from text"))
        #expect(odd.errors.contains("meta has a contrast of 1.2:1; 3:1 is the least"))
    }
}
