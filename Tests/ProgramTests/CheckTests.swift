import LecternCore
import Support
import Testing

/// `lectern check`, in a pipe and on files.
@Suite struct `Checking a text against an article` {
    private let tides = Site.pages + "/tides.html"

    /// The first sentence of each paragraph: a mark belongs to the sentence in front of it.
    private func paragraphs() async throws -> [String] {
        let shown = try await Site.run(["show", tides, "--format", "json"])
        let json = try #require(JSON(shown.output))
        return (json["paragraphs"].array ?? []).compactMap { paragraph in
            paragraph["text"].string.map { text in
                let first = text.firstRange(of: ". ").map { text[..<$0.lowerBound] + "." }
                return String(first ?? text[...])
            }
        }
    }

    @Test func `each sentence has its citations, its support and what fits better`() async throws {
        let paragraphs = try await paragraphs()
        let answer = "\(paragraphs[1]) [2]\n\n\(paragraphs[2]) [1]\n\nBears eat honey. [99]\n"
        let run = try await Site.run(["check", tides, "-", "--format", "json"], input: answer)
        #expect(run.status == 0)
        let json = try #require(JSON(run.output))
        #expect(json["paragraphs"].int == paragraphs.count)
        let sentences = try #require(json["sentences"].array)
        #expect(sentences.first?["support"].string == "traced")
        #expect(sentences.first?["citations"][0]["paragraph"].int == 2)
        let wrong = sentences.filter { $0["suggested"][0]["paragraph"].int == 3 }
        #expect(!wrong.isEmpty)
        #expect(sentences.last?["support"].string == "none")
        #expect(sentences.last?["missing"][0].int == 99)
        #expect(json["traced"].int == sentences.count { $0["support"].string == "traced" })
    }

    @Test func `as text it counts what is traced, and may fail when not all is`() async throws {
        let paragraph = try await paragraphs()[1]
        let folder = try Folder()
        try folder.write("\(paragraph) [2]\n", to: "good.txt")
        try folder.write("\(paragraph) [2] Bears eat honey. [1]\n", to: "bad.txt")
        let good = try await Site.run(["check", tides, folder.path + "/good.txt", "--strict"])
        #expect(good.status == 0)
        #expect(good.output.hasPrefix("traced  "))
        let bad = try await Site.run(["check", tides, folder.path + "/bad.txt"])
        #expect(bad.status == 0)
        #expect(bad.output.contains("none    Bears eat honey. [1]\n"))
        #expect(bad.output.contains(" sentences traced\n"))
        #expect(
            try await Site.run(["check", tides, folder.path + "/bad.txt", "--strict"]).status == 1)
    }

    @Test func `its own Markdown is traced`() async throws {
        let summary = try await Site.run([
            "summarize", tides, "--chatbot", "extract", "--format", "markdown",
        ])
        let run = try await Site.run(
            ["check", tides, "-", "--format", "json"], input: summary.output)
        let sentences = try #require(JSON(run.output)?["sentences"].array)
        // The last line says who answered.
        #expect(sentences.dropLast().allSatisfy { $0["support"].string == "traced" })
    }

    @Test func `a wrong call, a missing file and an empty answer have their exit codes`()
        async throws
    {
        #expect(try await Site.run(["check", tides]).status == 64)
        #expect(try await Site.run(["check", "-", "-"]).status == 64)
        #expect(try await Site.run(["check", tides, "/nonexistent.txt"]).status == 66)
        #expect(try await Site.run(["check", "/nonexistent.html", tides]).status == 66)
        #expect(try await Site.run(["check", tides, "-"], input: "").status == 65)
        #expect(
            try await Site.run(["check", tides, "-"], input: "\n# Only a header\n").status == 65)
    }
}
