import FoundationEssentials
import Glibc
import Support
import Testing

/// Pictures in the real program: fetched from a real server, decoded by the real process.
@Suite struct `Showing pictures` {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(
            """
            <!doctype html><html lang="en"><head><title>Boats on the beach</title></head><body><article>
            <h1>Boats on the beach</h1>
            <p>Boats wait on the beach until the water comes back, twice a day and never at the same hour.</p>
            <figure><img src="boat.png" alt="A red boat"><figcaption>Red over blue.</figcaption></figure>
            <p>When it comes, everybody has to be quick, for it stays no longer than it must.</p>
            <figure><img src="/status/404" alt="A lost boat"><figcaption>Nobody has it.</figcaption></figure>
            <p>What is left at night is sand, and the marks of the boats that lay there.</p>
            </article></body></html>
            """, to: "page.html")
        let file = PictureFile.png(160, 160) { _, y in y < 80 ? 0xE0_3020 : 0x20_60C0 }
        try Data(file).write(to: URL(filePath: folder.path + "/boat.png"))
    }

    private func log(_ web: Servers.Web) async throws -> String {
        try await ChildProcess.run(["python3", "-c", Self.fetch, web.url + "/log"]).output
    }
    private static let fetch =
        "import sys, urllib.request as u; print(u.urlopen(sys.argv[1]).read().decode())"

    @Test func `i shows the pictures of a page from the network, and fetches none before`()
        async throws
    {
        let web = try await Servers.Web(folder: folder.path)
        let screen = try await Tmux(
            [Environment.binary, "--chatbot", "extract", "\(web.url)/pages/page.html"],
            columns: 80, rows: 40, environment: Site.clean)
        try await screen.wait(for: "A red boat")
        #expect(!(try await log(web)).contains("boat.png"))
        try await screen.press("i")
        try await screen.wait(for: "not shown: the server says 404")
        try await screen.wait(forNo: "coming")
        let styled = try await screen.styledText
        #expect(styled.contains("224;48;32"))
        #expect(styled.contains("32;96;192"))
        #expect(try await log(web).contains("GET /pages/boat.png"))
        // Set anew with the width, hidden again.
        try await screen.resize(columns: 40, rows: 40)
        try await screen.wait(for: "A red boat")
        try await screen.press("i")
        try await screen.wait(for: "hidden")
        #expect(!(try await screen.styledText).contains("224;48;32"))
    }

    @Test func `a local page shows files of its folder, and none from elsewhere`() async throws {
        try folder.write(
            """
            # Two boats

            Text before the first picture, long enough to be read as the beginning of an article.

            ![Near](boat.png)

            ![Far](../../../../../usr/share/pixmaps/debian-logo.png)
            """, to: "local.md")
        let screen = try await Tmux(
            [Environment.binary, "--chatbot", "extract", folder.path + "/local.md"],
            columns: 80, rows: 40, environment: Site.clean)
        try await screen.wait(for: "Near")
        try await screen.press("i")
        try await screen.wait(for: "Far · not shown")
        try await screen.wait(forNo: "coming")
        #expect(try await screen.styledText.contains("224;48;32"))
    }

    @Test func `the handbook shows its own picture`() async throws {
        let screen = try await Tmux(
            [Environment.binary, "--chatbot", "extract"], columns: 80, rows: 50,
            environment: Site.clean)
        try await screen.wait(for: "Lectern is a reader")
        try await screen.press("i", "/")
        try await screen.type("sloping stand")
        try await screen.press("Enter")
        try await screen.wait(until: "blocks stand on the screen") {
            $0.contains("▄") || $0.contains("▀") || $0.contains("█")
        }
    }

    @Test func `a terminal like Kitty gets pixels once, and characters that stand for them`()
        async throws
    {
        let outcome = try await ChildProcess.run(
            ["python3", Environment.top + "/Tests/Servers/kitty.py", "40", "24"]
                + ["wait:A red boat", "press:i", "wait:\\U0010eeee", "press:j", "press:q", "--"]
                + ["env", "-u", "TMUX", "-u", "STY"] + Site.clean.map { "\($0)=\($1)" }
                + ["COLORTERM=", "TERM=xterm-256color", "LC_ALL=C.UTF-8"]
                + [Environment.binary, "--chatbot", "extract", folder.path + "/page.html"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let written = outcome.output
        // Asked once, and after the page was there.
        let parts = written.components(
            separatedBy: "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\")
        #expect(parts.count == 2)
        #expect(parts[0].contains("A red boat"))
        // 160 by 160 pixels in cells of 10 by 20: 16 by 8 of them.
        let start = "\u{1B}_Ga=T,U=1,q=2,f=24,i=16,s=160,v=160,c=16,r=8,"
        let sent = written.components(separatedBy: start)
        #expect(sent.count == 2)
        let pieces = ("\u{1B}_G" + sent[1]).components(separatedBy: "\u{1B}_G").dropFirst()
        var data = ""
        for piece in pieces {
            let halves = piece.components(separatedBy: "\u{1B}\\")[0].split(
                separator: ";", maxSplits: 1)
            #expect(halves.count == 2 && halves[1].utf8.count <= 4_096)
            data += halves[1]
            if halves[0] == "m=0" { break }
        }
        let pixels = Array(Data(base64Encoded: data) ?? Data())
        #expect(pixels.count == 160 * 160 * 3)
        #expect(Array(pixels.prefix(3)) == [0xE0, 0x30, 0x20])
        #expect(Array(pixels.suffix(3)) == [0x20, 0x60, 0xC0])
        // Every cell of a row says its row and its column, in the colour that is the picture's number.
        let marks: [Unicode.Scalar] = [
            "\u{305}", "\u{30D}", "\u{30E}", "\u{310}", "\u{312}", "\u{33D}", "\u{33E}", "\u{33F}",
            "\u{346}", "\u{34A}", "\u{34B}", "\u{34C}", "\u{350}", "\u{351}", "\u{352}", "\u{357}",
        ]
        for row in 0..<8 {
            var line = ""
            for column in 0..<16 {
                line.unicodeScalars.append(contentsOf: ["\u{10EEEE}", marks[row], marks[column]])
            }
            #expect(written.contains(line), "row \(row)")
        }
        #expect(written.contains("\u{1B}[38;5;16m"))
        // The terminal keeps nothing when the reader has gone.
        #expect(written.contains("\u{1B}_Ga=d,d=I,q=2,i=16\u{1B}\\"))
    }

    @Test func `doctor says which kinds of pictures can be shown`() async throws {
        let outcome = try await Site.run(["doctor", "--chatbot", "none"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("pictures   png, jpeg, gif, webp, bmp, svg"))
    }
}
