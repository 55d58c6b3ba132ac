import Drawing
import LecternCore
import Reading
import Support
import Testing

/// The contents beside the page.
@Suite struct ContentsColumns {
    private func wide(_ columns: Int = 120, _ rows: Int = 20) -> Script {
        Script(.tides, size: Size(columns, rows))
    }

    @Test func `on a wide terminal they stand beside the page, and enter goes there`() {
        var reader = wide()
        reader.press("t")
        let rows = reader.screen.prefix(7).map { String($0.prefix(25)) }
        #expect(
            rows.joined(separator: "\n") == """
                Contents                ┃
                ▌Why the sea moves      ┃
                   The pull of the moon ┃
                 ▾ Spring and neap      ┃
                     The lag            ┃
                   Tables               ┃
                   Afterwards           ┃
                """)
        reader.press("4", "j")
        #expect(reader.status.hasPrefix(" Tables "))
        reader.press("enter")
        #expect(reader.state.focus == .page)
        #expect(reader.state.contentsAreOpen)
        #expect(reader.screen[1].contains("▌  Tables") == false)
        #expect(reader.screen[5].hasPrefix("▌  Tables"))
        #expect(reader.screen[1].hasSuffix("Tables"))
        #expect(reader.screen[0].contains("│"))
    }

    @Test func `q closes what stands beside the first page before it quits`() {
        var reader = wide()
        reader.press("t", "tab", "s")
        reader.press("q")
        #expect(!reader.state.paneIsOpen && reader.state.contentsAreOpen)
        reader.press("q")
        #expect(!reader.state.contentsAreOpen)
        #expect(!reader.takeEffects().contains(.quit))
        reader.press("q")
        #expect(reader.takeEffects() == [.quit])
    }

    @Test func `the section being read is followed`() {
        var reader = wide()
        reader.press("t", "tab")
        #expect(reader.state.focus == .page)
        for (index, title) in ["The pull", "Spring", "The lag", "Tables"].enumerated() {
            reader.press("}")
            #expect(reader.screen[2 + index].hasPrefix("▌"), "\(title)")
            #expect(reader.screen.filter { $0.hasPrefix("▌") }.count == 1)
        }
        reader.press("g")
        #expect(reader.screen[1].hasPrefix("▌"))
    }

    @Test func `the key goes there first, then closes them`() {
        var reader = wide()
        let before = reader.screen
        reader.press("t", "tab", "t")
        #expect(reader.state.focus == .contents)
        reader.press("t")
        #expect(!reader.state.contentsAreOpen)
        #expect(reader.screen == before)
        reader.press("t", "q")
        #expect(reader.screen == before)
        reader.press("t", "escape")
        #expect(reader.state.focus == .page)
        #expect(reader.state.contentsAreOpen)
    }

    @Test func `levels are folded and unfolded, beside the page and over it`() {
        for columns in [120, 60] {
            var reader = wide(columns)
            reader.press("t", "-")
            #expect(!reader.text.contains("The lag"))
            #expect(reader.text.contains("▸ Spring and neap"))
            reader.press("+")
            #expect(reader.text.contains("The lag"))
            reader.press("2", "j", "left")
            #expect(reader.text.contains("▸ Spring and neap"))
            reader.press("right", "right")
            #expect(reader.drawn(.listSelected).contains { $0.contains("The lag") })
            reader.press("left")
            #expect(reader.drawn(.listSelected).contains { $0.contains("Spring") })
            reader.press("z")
            #expect(!reader.text.contains("The lag"))
            reader.press("=")
            #expect(reader.text.contains("▾ Spring and neap"))
        }
    }

    @Test func `what is read inside a folded section lights the section`() {
        var reader = wide()
        reader.press("t", "-", "escape", "3", "}")
        #expect(reader.screen[3].hasPrefix("▌▸ Spring and neap"))
        reader.press("t")
        #expect(reader.drawn(.listSelected).contains { $0.contains("Spring") })
    }

    @Test func `a filter narrows them, accents and case aside`() {
        var reader = wide()
        reader.press("t", "/")
        reader.type("LÀG")
        #expect(reader.text.contains("Nothing passes"))
        reader.press("ctrl-u")
        // How far down it stands is not what a section is called.
        reader.type("%")
        #expect(reader.text.contains("Nothing passes"))
        reader.press("ctrl-u")
        reader.type("LAG")
        #expect(reader.screen[1].contains("The lag"))
        #expect(!reader.screen[2].contains("Spring and neap"))
        #expect(reader.surface.cursor?.row == 0)
        reader.press("enter")
        #expect(reader.state.focus == .page)
        #expect(reader.screen[4].hasPrefix("▌    The lag"))
    }

    @Test func `three side by side from 120 columns on`() throws {
        var reader = wide()
        reader.press("s", "t")
        let areas = reader.state.areas
        let contents = try #require(areas.contents)
        let pane = try #require(areas.pane)
        #expect(contents.size.columns + 1 == areas.page.column)
        #expect(areas.page.column + areas.page.size.columns + 1 == pane.column)
        #expect(pane.column + pane.size.columns == 120)
        #expect(areas.page.size.columns >= 50)
        reader.press("tab")
        #expect(reader.state.focus == .page)
        reader.press("tab")
        #expect(reader.state.focus == .pane)
        reader.press("tab")
        #expect(reader.state.focus == .contents)
        reader.press("shift-tab")
        #expect(reader.state.focus == .pane)
        reader.resize(100, 20)
        #expect(reader.state.areas.contents == nil)
        #expect(reader.state.areas.pane != nil)
        reader.resize(60, 20)
        #expect(reader.state.areas.contents == nil)
        reader.resize(140, 20)
        #expect(reader.state.areas.contents != nil)
    }

    @Test func `keys go to the page when there is no room for them any more`() {
        var reader = wide()
        reader.press("t")
        reader.resize(60, 20)
        #expect(reader.state.focus == .page)
        reader.press("t")
        #expect(reader.text.contains("┌─ Contents"))
    }

    @Test func `an article without sections has none beside it`() {
        var reader = wide()
        reader.press("t")
        reader.state.show(
            .article(Article(title: "Plain", blocks: [Block(.paragraph(RichText("Words.")))])),
            from: .file("/plain"))
        reader.press("j")
        #expect(reader.state.areas.contents == nil)
        reader.press("H")
        #expect(reader.state.areas.contents != nil)
    }
}

/// The mouse over borders, contents and panes.
@Suite struct Dragging {
    @Test func `a click on a section goes there, one on its sign folds it`() {
        var reader = Script(.tides, size: Size(120, 20))
        reader.press("t")
        reader.click(8, 5)
        #expect(reader.screen[1].hasSuffix("Tables"))
        reader.click(1, 3)
        #expect(!reader.text.contains("The lag"))
        #expect(reader.screen[3].contains("▸ Spring"))
        #expect(reader.screen[1].hasSuffix("Tables"))
    }

    @Test func `the wheel scrolls what is under it`() {
        var reader = Script(.tides, size: Size(120, 5))
        reader.press("t")
        let page = reader.state.trail.page?.top
        reader.wheel(.wheelDown, at: 4, 2)
        #expect(reader.state.trail.page?.top == page)
        #expect(!reader.screen[1].hasPrefix("Why the sea moves"))
        #expect(reader.text.contains("Afterwards"))
        reader.wheel(.wheelDown, at: 80, 2)
        #expect(reader.state.trail.page?.top != page)
    }

    @Test func `borders are dragged as far as there is room`() throws {
        var reader = Script(.tides, size: Size(140, 20))
        reader.press("s", "t")
        let first = reader.state.areas
        let left = try #require(first.contentsBorder?.column)
        let right = try #require(first.border?.column)
        func drag(_ from: Int, _ to: Int) {
            reader.click(from, 5)
            reader.wheel(.drag, at: to, 6)
            reader.wheel(.release, at: to, 6)
        }
        drag(left, 40)
        #expect(reader.state.areas.contentsBorder?.column == 40)
        #expect(reader.state.areas.border?.column == right)
        drag(right, 110)
        #expect(reader.state.areas.border?.column == 110)
        #expect(reader.state.areas.contentsBorder?.column == 40)
        for place in [-5, 0, 3, 70, 139, 200] {
            drag(reader.state.areas.border?.column ?? 0, place)
            drag(reader.state.areas.contentsBorder?.column ?? 0, place)
            #expect(reader.state.areas.page.size.columns >= 24)
            #expect(reader.state.areas.pane.map { $0.size.columns >= 16 } == true)
        }
        // A drag that began elsewhere moves nothing.
        let before = reader.state.areas
        reader.click(before.page.column + 5, 8)
        reader.wheel(.drag, at: before.page.column + 20, 8)
        #expect(reader.state.areas == before)
    }

    @Test func `the border above a pane below the page is dragged up and down`() throws {
        var reader = Script(.tides, size: Size(60, 24))
        reader.press("s")
        let row = try #require(reader.state.areas.border?.row)
        reader.click(10, row)
        reader.wheel(.drag, at: 10, row - 4)
        #expect(reader.state.areas.border?.row == row - 4)
        reader.wheel(.drag, at: 10, -3)
        #expect((reader.state.areas.border?.row ?? 0) >= 1)
        reader.wheel(.drag, at: 10, 90)
        #expect(reader.state.areas.pane?.size.rows == 1)
        reader.wheel(.release, at: 10, 90)
    }
}
