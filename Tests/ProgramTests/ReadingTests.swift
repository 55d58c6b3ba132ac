import Support
import Testing

/// The real program in a real terminal, reading pages from a real web server.
@Suite struct `Reading in the terminal` {
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// The reader on a page of the test site; no chatbot is looked for.
    private func open(
        _ page: String = "tides.html", columns: Int = 120, rows: Int = 40,
        chatbot: String = "extract",
        environment: [String: String] = [:]
    ) async throws -> Tmux {
        let web = try await Site.shared.web()
        return try await Tmux(
            [Environment.binary, "--chatbot", chatbot, "\(web.url)/pages/\(page)"],
            columns: columns, rows: rows,
            environment: Site.clean.merging(environment) { $1 })
    }

    @Test
    func `a page opens with its title, byline and sections, and nothing of the site around it`()
        async throws
    {
        let screen = try await open()
        let text = try await screen.wait(for: "Why the sea comes and goes")
        #expect(text.contains("Ada Quill"))
        #expect(text.contains("The Harbour Post"))
        #expect(!text.contains("Sport"))
        #expect(text.contains("The shape of the coast"))
    }

    @Test func `sections, bottom and top`() async throws {
        let screen = try await open(columns: 80, rows: 20)
        try await screen.wait(for: "Why the sea comes")
        try await screen.press("}", "}")
        let text = try await screen.wait(for: "The sun is far heavier")
        #expect(!text.contains("Twice a day"))
        try await screen.press("G")
        try await screen.wait(for: "zephyrine")
        try await screen.press("g")
        try await screen.wait(for: "Twice a day")
        try await screen.press("t")
        try await screen.wait(for: "Reading the table")
        try await screen.press("Escape")
        try await screen.wait(forNo: "Reading the table")
    }

    @Test func `a hint follows a link in place, back restores the place, forward goes again`()
        async throws
    {
        let screen = try await open(columns: 80, rows: 30)
        try await screen.wait(for: "Why the sea comes")
        try await screen.press("j", "j", "j")
        let before = try await screen.waitForQuiet().page
        try await screen.press("]", "Enter")
        try await screen.wait(for: "Where the moon goes")
        try await screen.press("H")
        try await screen.wait(for: "moon itself moves on")
        #expect(try await screen.waitForQuiet().page == before)
        try await screen.press("L")
        try await screen.wait(for: "For two nights a month")
        try await screen.press("H", "f")
        try await screen.waitForQuiet()
        #expect(try await screen.text.page != before)
        try await screen.press("Escape")
    }

    @Test func `a long text is there at once, and its end as soon as it is read`() async throws {
        let days = (1...60_000).map { "Day \($0): the wind came about, and the boats stayed in." }
        try folder.write(days.joined(separator: "\n\n"), to: "days.txt")
        let screen = try await Tmux(
            [Environment.binary, "--chatbot", "none", "\(folder.path)/days.txt"],
            environment: Site.clean)
        try await screen.wait(for: "Day 1:")
        try await screen.press("G")
        try await screen.wait(for: "Day 60000:", within: 120)
        try await screen.press("g")
        try await screen.wait(for: "Day 1:")
    }

    @Test func `w shows all of the page, D how it was read`() async throws {
        let screen = try await open(columns: 100, rows: 40)
        let text = try await screen.wait(for: "Why the sea comes")
        #expect(!text.contains("Sport"))
        try await screen.press("w")
        try await screen.wait(for: "w goes back to what was chosen")
        try await screen.wait(for: "Sport")
        try await screen.press("w")
        try await screen.wait(forNo: "Sport")
        try await screen.press("D")
        try await screen.wait(for: "was read")
        try await screen.wait(for: "navigation")
        try await screen.press("D")
        try await screen.wait(for: "Why the sea comes")
    }

    @Test func `related articles are listed and followed`() async throws {
        let screen = try await open()
        try await screen.wait(for: "Why the sea comes")
        try await screen.press("r")
        let list = try await screen.wait(for: "The walls that the town was laughed at for")
        #expect(list.contains("Where the moon goes when it is not there"))
        try await screen.press("j", "Enter")
        try await screen.wait(for: "castle of the herring")
    }

    @Test func `a link with a fragment opens its page at the place`() async throws {
        let screen = try await open("harbour.html#walls", columns: 80, rows: 10)
        let text = try await screen.wait(for: "How they are made")
        #expect(!text.contains("council voted"))
    }

    @Test func `search finds over line breaks, counts and wraps`() async throws {
        let screen = try await open(columns: 60, rows: 20)
        try await screen.wait(for: "Why the sea comes")
        try await screen.press("/")
        try await screen.type("zephyrine")
        try await screen.press("Enter")
        let text = try await screen.wait(for: "The last word of this page is")
        #expect(text.contains("1/1"))
        try await screen.press("/")
        try await screen.type("draws the near side of the ocean towards itself a little more")
        try await screen.press("Enter")
        try await screen.wait(for: "The moon draws the near side")
    }

    @Test func `resizing to 40 × 10 and back keeps the eye on the same words`() async throws {
        let screen = try await open()
        try await screen.wait(for: "Why the sea comes")
        try await screen.press("}", "}")
        try await screen.wait(for: "Reading the table")
        try await screen.waitForQuiet()
        let before = try await screen.text
        try await screen.resize(columns: 40, rows: 10)
        try await screen.wait(for: "sun")
        try await screen.waitForQuiet()
        try await screen.resize(columns: 120, rows: 40)
        try await screen.waitForQuiet(0.4)
        #expect(try await screen.text == before)
    }

    @Test func `quitting gives the terminal back as it was`() async throws {
        let web = try await Site.shared.web()
        let command =
            "stty -a >before; '\(Environment.binary)' --chatbot extract '\(web.url)/pages/moon.html'; s=$?; stty -a >after; cmp before after && echo same $s; rm before after; sleep 60"
        let screen = try await Tmux(
            ["sh", "-c", command], environment: Site.clean, folder: folder.path)
        try await screen.wait(for: "Where the moon goes")
        try await screen.press("q")
        try await screen.wait(for: "same 0")
        let condition = try await screen.condition
        #expect(!condition.isAlternate)
        #expect(condition.showsCursor)
    }

    @Test func `a page that is not there is one sentence and nothing is lost`() async throws {
        let screen = try await open()
        try await screen.wait(for: "Why the sea comes")
        try await screen.press(":")
        let web = try await Site.shared.web()
        try await screen.type("open \(web.url)/status/404")
        try await screen.press("Enter")
        let text = try await screen.wait(for: "is gone")
        #expect(text.contains("Why the sea comes"))
        try await screen.press(":")
        try await screen.type("open http://127.0.0.1:1/")
        try await screen.press("Enter")
        try await screen.wait(for: "does not answer")
    }

    @Test func `Esc gives up a page that does not come`() async throws {
        let screen = try await open()
        try await screen.wait(for: "Why the sea comes")
        let web = try await Site.shared.web()
        try await screen.press(":")
        try await screen.type("open \(web.url)/slow?60")
        try await screen.press("Enter")
        try await screen.wait(for: " s")
        try await screen.press("Escape")
        try await screen.waitForQuiet()
        try await screen.press("}")
        try await screen.wait(for: "The shape of the coast")
    }

    @Test func `an article on standard input leaves the keys to the terminal`() async throws {
        let command =
            "printf '# Piped\\n\\nSome words came through a pipe.\\n' | '\(Environment.binary)' --chatbot extract -; echo left $?; sleep 60"
        let screen = try await Tmux(["sh", "-c", command], environment: Site.clean)
        try await screen.wait(for: "came through a pipe")
        try await screen.press("?")
        try await screen.wait(for: "Moving")
        try await screen.press("q", "q")
        try await screen.wait(for: "left 0")
    }

    @Test func `without a source the handbook opens, and its links lead on`() async throws {
        let screen = try await Tmux(
            [Environment.binary, "--chatbot", "extract"], environment: Site.clean)
        try await screen.wait(for: "Lectern")
        try await screen.press("r")
        try await screen.waitForQuiet()
        try await screen.press("Enter")
        try await screen.waitForQuiet()
        try await screen.press("H")
        try await screen.wait(for: "Lectern is a reader")
    }

    @Test func `SIGTERM leaves the terminal as it was`() async throws {
        let command = "'\(Environment.binary)' --chatbot extract; echo ended $?; sleep 60"
        let screen = try await Tmux(
            ["sh", "-c", "echo $$ >pid; " + command], environment: Site.clean, folder: folder.path)
        try await screen.wait(for: "Lectern is a reader")
        let end = try await ChildProcess.run([
            "sh", "-c", "pkill -TERM -P $(cat '\(folder.path)/pid')",
        ])
        #expect(end.status == 0)
        try await screen.wait(for: "ended 0")
        #expect(try await !screen.condition.isAlternate)
    }
}

extension String {
    /// A screen without its status line.
    fileprivate var page: Substring {
        let end = dropLast(hasSuffix("\n") ? 1 : 0)
        return end[..<(end.lastIndex(of: "\n") ?? end.endIndex)]
    }
}
