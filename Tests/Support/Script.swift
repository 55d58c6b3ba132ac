import Drawing
import LecternCore
import Reading

/// A reader at work: keys in, effects and screen out. No clock, no terminal, no network.
///
/// ```swift
/// var reader = Script(article, size: Size(40, 10))
/// reader.press("j", "space", "5", "}")
/// reader.press("/").type("tides").press("enter")
/// #expect(reader.screen.first == "§ 2/5")
/// ```
package struct Script {
    package var state: State
    /// Everything ordered so far, oldest first.
    package private(set) var effects: [Effect] = []

    /// A reader that has just opened something; nil: nothing is open yet.
    package init(
        _ material: Material?, from source: Source = .file("/articles/page.html"),
        size: Size = Size(80, 24), preferences: Preferences = .test
    ) {
        state = State(size: size, preferences: preferences)
        if let material { state.show(material, from: source) }
        // Lays out what is on the screen, as any action does.
        perform(.event(.resize(size)))
    }

    package init(
        _ article: Article, from source: Source = .file("/articles/page.html"),
        size: Size = Size(80, 24), preferences: Preferences = .test
    ) {
        self.init(.article(article), from: source, size: size, preferences: preferences)
    }

    @discardableResult
    package mutating func perform(_ action: Action) -> Script {
        effects += state.update(action)
        return self
    }

    /// Presses keys by the names of the key table: `j`, `space`, `ctrl-d`, `enter`.
    package mutating func press(_ names: String...) {
        for name in names {
            guard let keys = Key.sequence(name) else {
                preconditionFailure("\(name) is no key")
            }
            for key in keys { perform(.event(.key(key))) }
        }
    }

    /// Types text, character by character.
    package mutating func type(_ text: String) {
        for character in text { perform(.event(.key(Key(character)))) }
    }

    package mutating func resize(_ columns: Int, _ rows: Int) {
        perform(.event(.resize(Size(columns, rows))))
    }

    package mutating func click(_ column: Int, _ row: Int) {
        perform(.event(.mouse(Mouse(.press, at: Position(column, row)))))
    }

    package mutating func wheel(_ kind: Mouse.Kind, at column: Int, _ row: Int) {
        perform(.event(.mouse(Mouse(kind, at: Position(column, row)))))
    }

    /// Ends the fetch in flight; without one it is a late result.
    package mutating func receive(_ result: Result<Material, OpenError>) {
        perform(.opened(state.loading?.token ?? Token(-1), result))
    }

    /// The effects since the last time they were taken.
    @discardableResult
    package mutating func takeEffects() -> [Effect] {
        defer { effects = [] }
        return effects
    }

    /// The screen as it would be drawn now.
    package var surface: Surface {
        var surface = Surface(size: state.size)
        state.draw(on: &surface)
        return surface
    }

    /// The rows of the screen, blanks at their ends removed.
    package var screen: [String] { surface.lines }

    /// The screen as one text.
    package var text: String { screen.joined(separator: "\n") }

    /// What the status line says: a notice, or the usual.
    package var status: String { screen.last ?? "" }

    /// Where a text begins on the screen; the first of several from the top.
    package func place(of text: String) -> Position? {
        for (row, line) in screen.enumerated() {
            for column in line.indices where line[column...].hasPrefix(text) {
                return Position(String(line[..<column]).columns, row)
            }
        }
        return nil
    }

    /// What is drawn in a role, a text a row from the top down; rows without any are left out. Needs
    /// `Theme.telling`, where every role has a colour of its own.
    package func drawn(_ role: Role) -> [String] {
        let surface = surface
        let wanted = state.theme[role].foreground
        return (0..<state.size.rows).compactMap { row in
            let line = (0..<state.size.columns).map { column in
                let cell = surface[column, row]
                return cell.style.foreground == wanted ? cell.text : " "
            }.joined()
            return line.allSatisfy { $0 == " " } ? nil : line.trimmedBlanks
        }
    }
}

extension Preferences {
    /// The defaults with a theme that tells the roles apart.
    package static var test: Preferences {
        var preferences = Preferences()
        preferences.themes = [.telling, .mono]
        return preferences
    }
}

extension Theme {
    /// Every role in a colour of its own, so that a test can see which role a cell was drawn in last.
    package static let telling = Theme(name: "telling", isDark: true) { role in
        Style(foreground: .indexed(role.rawValue + 1))
    }
}

extension String {
    /// Without blanks at its ends.
    package var trimmedBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
