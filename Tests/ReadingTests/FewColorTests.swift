import Drawing
import Support
import Testing

@testable import Reading

@Suite struct `On a terminal of few colours` {
    private func reader(_ colors: Int) -> Script {
        var preferences = Preferences.test
        preferences.themes = [
            Theme(name: "light", isDark: false) { role in
                switch role {
                case .status, .prompt: Style(background: .rgb(0xE6E2D8))
                case .match: Style(background: .rgb(0xFFD75F))
                case .currentMatch: Style(background: .rgb(0xFFA64D))
                case .listSelected: Style(background: .rgb(0x1A4F95))
                default: Style(foreground: .rgb(0x22201C), background: .rgb(0xFBF9F4))
                }
            }
        ]
        var reader = Script(.tides, size: Size(60, 12), preferences: preferences)
        reader.state.pictures.colors = colors
        return reader
    }

    @Test(arguments: [(8, true), (16, false), (256, false), (0, false)])
    func `the bottom line stands out from the page`(_ colors: Int, _ isReversed: Bool) {
        var reader = reader(colors)
        let isBar = { (reader: Script) in
            reader.surface[30, 11].style.attributes.contains(.reverse)
        }
        #expect(isBar(reader) == isReversed)
        reader.press(":")
        #expect(isBar(reader) == isReversed)
    }

    @Test(arguments: [(8, Role.listSelected), (16, .listSelected), (256, .currentMatch)])
    func `the match one is at stands out from the others`(_ colors: Int, _ role: Role) {
        var reader = reader(colors)
        reader.press("/")
        reader.type("water")
        #expect(reader.state.currentMatchRole == role)
        let lit = reader.state.theme[.text].overlaid(by: reader.state.theme[role])
        let isLit = (0..<12).contains { row in
            (0..<60).contains { reader.surface[$0, row].style.background == lit.background }
        }
        #expect(isLit)
    }
}
