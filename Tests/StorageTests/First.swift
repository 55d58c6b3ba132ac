import Drawing
import Storage
import Testing

@Test(arguments: bundledThemes)
func `a bundled theme has no mistakes`(name: String) throws {
    let theme = try loadTheme(named: name, folders: [])
    #expect(theme.name == name)
}
