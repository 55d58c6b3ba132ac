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
        // A footnote quotes every sentence that its mark stands for.
        #expect(
            summary.output.contains("[^1]: “Twice a day the water")
                && summary.output.contains("green and bare.” … “Nobody in the town"))
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

    /// What people paste: marks alone, marks of every shape, tables, code, other scripts, and what is no text.
    @Test
    func `odd answers are judged or refused, never a crash, and their escapes are not printed`()
        async throws
    {
        let odd = [
            "[1]", "[1][2] [3]\n", "Tides [99999999999999999999999].", "Tides [-1] [0] [1.5] [].",
            "Tides [1-9999999].", "Tides [5-1].", "Tides［２］ and 【2】 and [¶2] and (2).",
            "Tides [ 2 , 3;4 ].\r\nThe moon [2]\r", "| a [1] | b |\n|---|---|\n| c [2] | d |\n",
            "```\ncode [1]\n```\n", "- one [1]\n  - two [2]\n    1. three [3]\n", "> quoted [2]",
            "\u{1B}]0;title\u{7}The \u{1B}[31mmoon\u{1B}[0m [2]\u{202E}.", "月が海を引く。[2] 潮が満ちる[1]。",
            "القمر يجذب البحر [2].", "a" + String(repeating: "\u{301}", count: 9_000) + " [1]",
            String(repeating: "[1] ", count: 20_000),
            String(repeating: "moon ", count: 20_000) + "[2].",
            "“The moon draws the near side” [2] “the moon never draws” [2]", "no end [",
            "no begin 2]",
            "[link](http://a.example/) [2](b) ![x][2] [2]: c", "Tides.[2]The moon.[3]",
            "\u{0}The moon [2]",
        ]
        for answer in odd {
            for format in ["text", "json"] {
                let run = try await Site.run(
                    ["check", tides, "-", "--format", format], input: answer)
                #expect([0, 65].contains(run.status), "\(answer.prefix(40)): \(run.status)")
                let printed = run.output + run.errors
                #expect(printed == printed.gated, "\(answer.prefix(40))")
                if format == "json", run.status == 0 {
                    #expect(JSON(run.output)?["sentences"].array?.isEmpty == false)
                }
            }
        }
        // No text at all: a picture's bytes, half characters, and more than any answer has.
        let folder = try Folder()
        _ = try await ChildProcess.run([
            "sh", "-c",
            "printf '\\377\\376\\200The moon \\303 draws [2].' > \(folder.path)/half; "
                + "head -c 3000 /dev/urandom > \(folder.path)/noise; "
                + "head -c 500000 /dev/zero > \(folder.path)/zeros",
        ])
        #expect(try await Site.run(["check", tides, folder.path + "/half"]).status == 0)
        #expect(
            [0, 65].contains(try await Site.run(["check", tides, folder.path + "/noise"]).status))
        #expect(try await Site.run(["check", tides, folder.path + "/zeros"]).status == 65)
        #expect(try await Site.run(["check", tides, folder.path]).status != 0)
    }
}
