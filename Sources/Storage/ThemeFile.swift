import Drawing
import TOMLKit

/// A theme file as it is written: names are not resolved yet, because a child may change its parent's palette.
struct ThemeFile {
    let text: TOMLText
    var inherits: String?
    var isDark: Bool?
    var palette: [String: String] = [:]
    /// Styles in words, each role once.
    var roles: [(role: Role, words: String)] = []

    /// Everything that is wrong in the file by itself.
    private(set) var mistakes: [Mistake] = []

    /// Throws `.mistakes` for what is no TOML.
    init(_ content: String, file: String) throws(StoreError) {
        text = try TOMLText(content, file: file)
        for key in text.table.keys {
            guard let value = text.table[key] else { continue }
            switch key {
            case "inherits":
                inherits = value.string
                if inherits == nil { mistakes.append(bad(key, value, "the name of a theme")) }
            case "dark":
                isDark = value.bool
                if isDark == nil { mistakes.append(bad(key, value, "true or false")) }
            case "palette":
                guard let table = value.table else {
                    mistakes.append(bad(key, value, "a table of colours"))
                    continue
                }
                mistakes += readPalette(table)
            case "roles":
                guard let table = value.table else {
                    mistakes.append(bad(key, value, "a table of styles"))
                    continue
                }
                mistakes += readRoles(table)
            default:
                let role = Role(key: key)
                mistakes.append(
                    Mistake(
                        file, text.line(of: key),
                        .unknownKey(
                            key,
                            nearest: role.map { "roles.\($0.key)" }
                                ?? nearest(to: key, among: ThemeFile.keys))))
            }
        }
    }

    static let keys = ["inherits", "dark", "palette", "roles"]

    private mutating func readPalette(_ table: TOMLTable) -> [Mistake] {
        var mistakes: [Mistake] = []
        for name in table.keys {
            guard let value = table[name] else { continue }
            let path = "palette.\(name)"
            if StyleWords.isTaken(name) {
                mistakes.append(
                    Mistake(
                        text.file, text.line(of: path),
                        .badValue(
                            key: "palette", value: "naming a colour “\(name.prefix(60))”",
                            expected: "one word that is no attribute, number or `default`")))
            } else if let word = value.string ?? value.int.map({ String($0) }),
                StyleWords.color(word) != nil
            {
                palette[name] = word
            } else {
                mistakes.append(bad(path, value, ThemeFile.color))
                // The roles that name it are not wrong.
                palette[name] = "default"
            }
        }
        return mistakes
    }

    private mutating func readRoles(_ table: TOMLTable) -> [Mistake] {
        var mistakes: [Mistake] = []
        for name in table.keys {
            guard let value = table[name] else { continue }
            let path = "roles.\(name)"
            guard let role = Role(key: name) else {
                let nearest = nearest(to: name, among: Role.keys)
                mistakes.append(
                    Mistake(text.file, text.line(of: path), .unknownKey(name, nearest: nearest)))
                continue
            }
            guard let words = value.string else {
                mistakes.append(bad(path, value, ThemeFile.style))
                continue
            }
            roles.append((role, words))
        }
        return mistakes
    }

    static let color =
        "a colour: “#rrggbb”, one of the 16 names such as “bright-blue”, 0 to 255 or “default”"
    static let style = "a style such as “blue on shade bold”"

    private func bad(_ path: String, _ value: any TOMLValueConvertible, _ expected: String)
        -> Mistake
    {
        Mistake(
            text.file, text.line(of: path),
            .badValue(key: path, value: value.words, expected: expected))
    }
}
