import Glibc
import Support
import Testing

/// The commands that print: what stands where, and how they fail.
@Suite struct `The commands` {
    private let tides = Site.pages + "/tides.html"

    @Test func `show prints text, Markdown, HTML and JSON of the same article`() async throws {
        let text = try await Site.run(["show", tides, "--width", "60"])
        #expect(text.status == 0)
        // Addresses are not broken: they are there to be copied.
        let set = text.output.split(separator: "\n").filter { !$0.contains("://") }
        #expect(set.allSatisfy { $0.count <= 60 })
        #expect(text.output.contains("The shape of the coast"))
        #expect(!text.output.contains("Sport"))
        let markdown = try await Site.run(["show", tides, "--format", "markdown"])
        #expect(markdown.output.hasPrefix("# Why the sea comes and goes\n"))
        #expect(
            markdown.output.contains("\n## What the sun adds\n")
                || markdown.output.contains("\n### What the sun adds\n"))
        let html = try await Site.run(["show", tides, "--format", "html"])
        #expect(html.output.hasPrefix("<!DOCTYPE html>"))
        #expect(html.output.contains("The shape of the coast</h"))
        let json = try await Site.run([
            "show", tides, "--format", "json", "--base", "https://post.example/tides.html",
        ])
        #expect(json.output.contains("\"byline\": \"Ada Quill\""))
        #expect(json.output.contains("\"url\": \"https://post.example/moon.html\""))
        #expect(json.output.contains("\"language\": \"en\""))
    }

    @Test func `what show writes as Markdown, show reads again`() async throws {
        let base = ["--base", "https://post.example/tides.html", "--format", "markdown"]
        let first = try await Site.run(["show", tides] + base)
        let second = try await Site.run(["show", "-"] + base, input: first.output)
        #expect(second.output == first.output)
        #expect(
            first.output.contains(
                "The [moon itself moves on](https://post.example/moon.html) meanwhile"))
    }

    @Test func `the extract summarises and answers with sentences of the article`() async throws {
        let summary = try await Site.run([
            "summarize", tides, "--chatbot", "extract", "--length", "short", "--format", "json",
        ])
        #expect(summary.status == 0)
        #expect(summary.output.contains("\"support\": \"traced\""))
        let answer = try await Site.run([
            "ask", tides, "When do spring tides come?", "--chatbot", "extract",
        ])
        #expect(answer.output.contains("spring tide"))
    }

    @Test func `options may stand before the command, and an unknown one is named`() async throws {
        let text = try await Site.run(["--theme", "paper", "show", tides, "--width", "60"])
        #expect(text.status == 0)
        #expect(text.output.contains("The shape of the coast"))
        #expect(try await Site.run(["help", "nonsense"]).status == 64)
    }

    @Test func `lists, quotes, tables and notes keep their shape as HTML and Markdown`()
        async throws
    {
        let source = """
            # Shapes

            A claim[^a] stands.

            1. One
            2. Two

            > Outer
            >
            > > Inner

            | a | b |
            |---|--:|
            | 1 | 2 |

            [^a]: Its ground.
            """
        let html = try await Site.run(["show", "-", "--format", "html"], input: source).output
        #expect(html.contains("<ol><li><p>One</p>\n</li>\n<li><p>Two</p>\n</li></ol>"))
        #expect(html.contains("claim<sup><a href=\"#note-1\">1</a></sup>"))
        #expect(html.contains("<td style=\"text-align: right\">2</td>"))
        let markdown = try await Site.run(["show", "-", "--format", "markdown"], input: source)
        #expect(markdown.output.contains("> Outer\n>\n> > Inner"))
        let json = try await Site.run(["show", "-", "--format", "json"], input: source).output
        #expect(json.contains("A claim[1] stands."))
    }

    @Test func `raised and lowered signs stay so in Markdown`() async throws {
        let source = """
            <h1>Far</h1><p>Light goes 3 × 10<sup>8</sup> metres a second, in water (H<sub>2</sub>O) less; \
            what stands above<sup>all else</sup> stays a word.</p>
            """
        let markdown = try await Site.run(["show", "-", "--format", "markdown"], input: source)
        #expect(markdown.output.contains("3 × 10⁸ metres a second, in water (H₂O) less"))
        #expect(markdown.output.contains("aboveall else stays"))
    }

    @Test func `what the extract does not find, it says without keys to press`() async throws {
        let answer = try await Site.run(["ask", tides, "zebra xylophone?", "--chatbot", "extract"])
        #expect(answer.status == 69)
        #expect(answer.output.isEmpty)
        #expect(answer.errors.contains("No sentence of the article"))
    }

    @Test func `a wrong call, a missing file, a picture and an empty pipe have their exit codes`()
        async throws
    {
        #expect(try await Site.run(["show"]).status == 64)
        #expect(try await Site.run(["show", tides, "--format", "pdf"]).status == 64)
        let missing = try await Site.run(["show", "/nonexistent.html"])
        #expect(missing.status == 66)
        #expect(missing.errors == "lectern: There is no /nonexistent.html: check the name.\n")
        let folder = try Folder()
        try folder.write("\u{89}PNG\r\n\u{1A}\n0000", to: "a.png")
        #expect(try await Site.run(["show", folder.path + "/a.png"]).status == 65)
        #expect(try await Site.run(["show", "-"]).status == 65)
        #expect(try await Site.run(["--theme", "nosuchtheme"]).status != 0)
        let reader = try await Site.run([tides])
        #expect(reader.status == 64)
        #expect(reader.errors.contains("lectern show"))
    }

    @Test func `themes are listed, shown and checked`() async throws {
        let list = try await Site.run(["themes"])
        for name in ["paper", "ink", "sepia", "contrast", "mono"] {
            #expect(list.output.contains(name))
        }
        #expect(try await Site.run(["themes", "ink"]).output.contains("heading-1"))
        #expect(try await Site.run(["themes", "check"]).status == 0)
        let folder = try Folder()
        try folder.write("[roles]\ntitel = \"red\"\n", to: "bad.toml")
        let bad = try await Site.run(["themes", "check", folder.path + "/bad.toml"])
        #expect(bad.status == 78)
        #expect(bad.errors.contains("bad.toml:2"))
        #expect(bad.errors.contains("title"))
    }

    @Test func `keys and doctor`() async throws {
        #expect(try await Site.run(["keys"]).output.contains("next section"))
        #expect(try await Site.run(["keys", "--markdown"]).output.contains("| Keys |"))
        #expect(try await Site.run(["doctor", tides]).output.contains("charset"))
        #expect(try await Site.run(["doctor", "--chatbot", "extract"]).output.contains("TERM"))
    }

    @Test func `a folder, a feed and several files are lists`() async throws {
        let folder = try Folder()
        try folder.write("# One\n\nFirst words of the first.\n", to: "1.md")
        try folder.write("# Two\n\nFirst words of the second.\n", to: "2.md")
        for name in ["/inner", "/inner/deep", "/empty"] {
            #expect(mkdir(folder.path + name, 0o755) == 0)
        }
        try folder.write("# Three\n\nFirst words of the third.\n", to: "inner/deep/3.md")
        let list = try await Site.run(["show", folder.path, "--format", "json"])
        #expect(list.output.contains("\"title\": \"One\""))
        #expect(list.output.contains("\"title\": \"Two\""))
        // Folders that hold none are left out.
        #expect(list.output.contains("\"title\": \"inner/\""))
        #expect(!list.output.contains("empty"))
        let screen = try await Tmux(
            [Environment.binary, "--chatbot", "extract", folder.path], environment: Site.clean)
        try await screen.wait(for: "Two")
        try await screen.press("Enter")
        try await screen.wait(for: "First words of the first.")
        try await screen.press("J")
        try await screen.wait(for: "First words of the second.")
        try await screen.press("q")
        try await screen.wait(for: "One")
        try await screen.press("G", "Enter")
        try await screen.wait(for: "deep/")
        try await screen.press("Enter")
        try await screen.wait(for: "Three")
        try await screen.press("q", "q")
        try await screen.wait(for: "One")
    }
}
