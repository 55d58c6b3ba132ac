import Glibc
import LecternCore
import Support
import Testing

/// Sizes and mouse reports, as a real terminal sends them.
@Suite struct `Storms of sizes and the mouse` {
    private func open(_ columns: Int, _ rows: Int) async throws -> Tmux {
        let web = try await Site.shared.web()
        let screen = try await Tmux(
            [Environment.binary, "--chatbot", "extract", "\(web.url)/pages/tides.html"],
            columns: columns, rows: rows, environment: Site.clean)
        try await screen.wait(for: "Why the sea comes")
        return screen
    }

    @Test func `500 random sizes, and the screen at the end is right`() async throws {
        let calm = try await open(100, 30)
        try await calm.press("}", "t", "Tab", "s", "Tab")
        let expected = try await calm.waitForQuiet(0.5)
        let screen = try await open(100, 30)
        try await screen.press("}", "t", "Tab", "s", "Tab")
        try await screen.waitForQuiet()
        var random = Seeded(2026)
        for _ in 0..<500 {
            try await screen.resize(
                columns: Int.random(in: 1...200, using: &random),
                rows: Int.random(in: 1...60, using: &random))
        }
        try await screen.resize(columns: 100, rows: 30)
        let condition = try await screen.condition
        #expect(!condition.hasEnded)
        try await screen.wait(until: "the screen is as it was", within: 20) { $0 == expected }
    }

    @Test func `borders are dragged, the wheel scrolls what is under it, clicks follow`()
        async throws
    {
        let screen = try await open(140, 30)
        try await screen.press("t")
        let first = try await screen.wait(for: "Contents")
        let border = try #require(first.split(separator: "\n").first?.firstColumn(of: "┃"))
        try await screen.mouse("0;\(border + 1);10M", "32;\(border + 9);10M", "0;\(border + 9);10m")
        try await screen.wait(until: "the border has moved") {
            $0.split(separator: "\n").first?.firstColumn(of: "┃") == border + 8
        }
        // The wheel over the page, which has not the keys.
        try await screen.mouse("65;100;10M", "65;100;10M")
        try await screen.wait(forNo: "Ada Quill")
        // A click on a section.
        let text = try await screen.text
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(rows.firstIndex { $0.contains("Reading the table") })
        try await screen.mouse("0;6;\(row + 1)M", "0;6;\(row + 1)m")
        try await screen.wait(until: "the section is at the top") { text in
            text.split(separator: "\n", omittingEmptySubsequences: false)[1]
                .dropFirst(border + 10).contains("Reading the table")
        }
    }
}

extension Substring {
    /// Columns before the first of a character.
    fileprivate func firstColumn(of character: Character) -> Int? {
        firstIndex(of: character).map { String(self[..<$0]).columns }
    }
}
