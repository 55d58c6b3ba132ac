import Chat
import Drawing
import Reading
import Support
import Testing

private func plain(_ name: String, isDark: Bool = true) -> Theme {
    Theme(name: name, isDark: isDark) { _ in Style() }
}

/// A reader whose other themes are not read yet.
private func reader(backgrounds: BackgroundThemes? = nil) -> Script {
    var preferences = Preferences.test
    preferences.themes = [plain("ink")]
    preferences.themesAreAll = false
    preferences.backgroundThemes = backgrounds
    return Script(.tides, preferences: preferences)
}

private let all = ["paper", "ink", "sepia"].map { plain($0) }

struct ThemeTests {
    @Test func `themes are read when another one is asked for, and every press counts`() {
        var reader = reader()
        #expect(reader.takeOrders() == [])
        reader.press("T", "T")
        #expect(reader.takeOrders() == ["find themes"])
        #expect(reader.state.theme.name == "ink")
        reader.perform(.foundThemes(all))
        #expect(reader.state.theme.name == "paper")
        reader.press("T")
        #expect(reader.takeOrders() == [])
        #expect(reader.state.theme.name == "ink")
    }

    @Test func `a theme named before all are read comes when they are`() {
        var reader = reader()
        reader.press(":")
        reader.type("theme sepia")
        reader.press("enter")
        reader.perform(.foundThemes(all))
        #expect(reader.state.theme.name == "sepia")
        #expect(reader.screen.last?.contains("Theme: sepia") == true)
    }

    @Test func `the terminal's background decides, and a choice by key is not undone`() {
        var reader = reader(backgrounds: BackgroundThemes(light: "paper", dark: "ink"))
        reader.perform(.event(.background(isDark: true)))
        #expect(reader.takeOrders() == [])
        reader.perform(.event(.background(isDark: false)))
        #expect(reader.takeOrders() == ["load theme paper"])
        reader.perform(.loadedTheme(plain("paper", isDark: false)))
        #expect(reader.state.theme.name == "paper")
        reader.perform(.event(.background(isDark: true)))
        #expect(reader.state.theme.name == "ink")
        reader.perform(.foundThemes(all))
        reader.press("T")
        reader.perform(.event(.background(isDark: false)))
        #expect(reader.state.theme.name == "sepia")
    }

    @Test func `a theme that comes after the reader has chosen changes nothing`() {
        var reader = reader(backgrounds: BackgroundThemes(light: "paper", dark: "ink"))
        reader.perform(.event(.background(isDark: false)))
        reader.press("T")
        reader.perform(.foundThemes(all))
        reader.perform(.loadedTheme(plain("paper")))
        #expect(reader.state.theme.name == "sepia")
    }

    @Test func `a pinned theme stays whatever the terminal says`() {
        var reader = reader()
        reader.perform(.event(.background(isDark: false)))
        #expect(reader.takeOrders() == [])
        #expect(reader.state.theme.name == "ink")
    }

    @Test func `settings that are saved hold at once, and what was chosen by keys stays`() {
        var reader = Script(.tides)
        reader.press("T")
        let chosen = reader.state.theme
        var changed = Preferences.test
        changed.measure = 40
        changed.themes = [plain("ink"), chosen]
        changed.themesAreAll = false
        reader.perform(.changedSettings(changed, losses: []))
        #expect(reader.state.measure == 40)
        #expect(reader.state.theme == chosen)
        #expect(reader.screen.last?.contains("The settings were changed") == true)
        reader.press("j")
        reader.perform(.changedSettings(changed, losses: []))
        #expect(reader.screen.last?.contains("The settings were changed") == false)
    }

    @Test func `a chatbot elsewhere is forgotten when the settings come to forbid it`() {
        var reader = Script(.tides)
        reader.find(.far)
        #expect(reader.state.chatbot?.isLocal == false)
        var changed = reader.state.preferences
        changed.allowsRemoteChatbots = false
        reader.perform(.changedSettings(changed, losses: []))
        #expect(reader.state.chatbot == nil)
        #expect(reader.state.chatbots == nil)
    }

    @Test func `a mistake in saved settings is told in a line, and what held still holds`() {
        var reader = Script(.tides)
        let measure = reader.state.measure
        reader.perform(
            .refusedSettings(Messages.settingsRefused("config.toml:1: bad")))
        #expect(
            reader.screen.last?.contains("config.toml:1: bad. What held before")
                == true)
        #expect(reader.state.measure == measure)
        // Saved again as it was: the mistake is gone.
        reader.perform(.changedSettings(reader.state.preferences, losses: []))
        #expect(reader.screen.last?.contains("bad") == false)
    }

    @Test func `the margin is kept free where there is room for it`() {
        var preferences = Preferences.test
        preferences.measure = 200
        preferences.margin = 10
        #expect(Script(.tides, size: Size(100, 20), preferences: preferences).state.measure == 80)
        #expect(Script(.tides, size: Size(60, 20), preferences: preferences).state.measure == 40)
        #expect(Script(.tides, size: Size(20, 6), preferences: preferences).state.measure == 20)
    }
}
