import Drawing
import Themes

/// The bundled themes' names, in the order in which the `theme` command goes through them.
package let bundledThemes: [String] = Themes.names

/// Finds, reads and resolves one theme: the reader's folders come first, then the bundled ones.
///
/// `named` is a name, or the path of a theme file: anything with a `/` or ending in `.toml`, and what is no theme's
/// name but has a dot. Only this theme and those it inherits from are read. Throws `.unknownTheme`, `.mistakes`, or
/// why a file cannot be read.
package func loadTheme(named: String, folders: [String]) throws(StoreError) -> Theme {
    let isPath = named.contains("/") || named.hasSuffix(".toml")
    var found = try isPath ? nil : themeText(named, folders: folders)
    if found == nil, isPath || named.contains(".") {
        guard let content = try readTextFile(named) else { throw .notFound(named) }
        found = (content, named)
    }
    guard let (content, file) = found else {
        throw .unknownTheme(
            named, nearest: nearest(to: named, among: themeNames(folders: folders)))
    }
    return try resolve(content, file: file, name: themeName(ofPath: named), folders: folders)
}

/// Names of all themes that can be chosen: the bundled ones, then those of the folders that are new, sorted.
package func themeNames(folders: [String]) -> [String] {
    let own = folders.flatMap(filesOfFolder).filter { $0.hasSuffix(".toml") }
        .map { themeName(ofPath: $0) }
    return bundledThemes + Set(own).subtracting(bundledThemes).sorted()
}

/// Reads a theme text that has no name yet; for checks.
package func theme(fromText content: String, file: String, folders: [String] = [])
    throws(StoreError) -> Theme
{
    try resolve(content, file: file, name: themeName(ofPath: file), folders: folders)
}

/// Parents are followed this far at most.
private let generations = 8

private func resolve(_ content: String, file: String, name: String, folders: [String])
    throws(StoreError) -> Theme
{
    var files = [try ThemeFile(content, file: file)]
    // A file that inherits from its own name means the bundled theme that it replaces.
    var seen = [name]
    while let parent = files[0].inherits {
        let isOwnName = seen.first == parent && seen.count == 1
        let text: (content: String, file: String)?
        if isOwnName {
            text = Themes.text(named: parent).map { ($0, "\(parent) (bundled)") }
                .flatMap { $0.1 == file ? nil : $0 }
        } else if seen.contains(parent) || seen.count > generations {
            text = nil
        } else {
            text = try themeText(parent, folders: folders)
        }
        guard let text else {
            let known = themeNames(folders: folders).filter { !seen.contains($0) }
            throw .mistakes([
                Mistake(
                    files[0].text.file, files[0].text.line(of: "inherits"),
                    .badParent(parent, nearest: nearest(to: parent, among: known)))
            ])
        }
        seen.append(isOwnName ? "\(parent) (bundled)" : parent)
        files.insert(try ThemeFile(text.content, file: text.file), at: 0)
    }
    return try merge(files, name: name)
}

/// Lays the files over each other, the eldest first, and resolves the words.
private func merge(_ files: [ThemeFile], name: String) throws(StoreError) -> Theme {
    var palette: [String: Color] = [:]
    var isDark = false
    for file in files {
        isDark = file.isDark ?? isDark
        for (name, word) in file.palette { palette[name] = StyleWords.color(word) }
    }
    let words = StyleWords(palette: palette)
    // A role that no file names changes nothing where it is laid.
    var styles = Array(repeating: Style(), count: Role.allCases.count)
    var mistakes = files.flatMap(\.mistakes)
    for file in files {
        for (role, value) in file.roles {
            do {
                styles[Int(role.rawValue)] = try words.style(value)
            } catch {
                mistakes.append(mistake(error, role: role, value: value, in: file))
            }
        }
    }
    guard mistakes.isEmpty else {
        throw .mistakes(mistakes.sorted { ($0.file, $0.line ?? .max) < ($1.file, $1.line ?? .max) })
    }
    return Theme(name: name, isDark: isDark) { styles[Int($0.rawValue)] }
}

private func mistake(
    _ failure: StyleWords.Failure, role: Role, value: String, in file: ThemeFile
) -> Mistake {
    let key = "roles.\(role.key)"
    let kind: Mistake.Kind =
        switch failure {
        case .unknown(let word, let nearest):
            .unknownWord(key: key, word: word, nearest: nearest)
        case .misplaced:
            .badValue(
                key: key, value: "“\(value.prefix(60))”",
                expected: "foreground, `on` background, attributes, in this order")
        }
    return Mistake(file.text.file, file.text.line(of: key), kind)
}

/// Where the theme of that name is: text and file as shown in messages; nil when it is nowhere.
private func themeText(_ name: String, folders: [String]) throws(StoreError)
    -> (content: String, file: String)?
{
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/") else { return nil }
    for folder in folders {
        let path = "\(folder)/\(name).toml"
        if let text = try readTextFile(path) { return (text, path) }
    }
    return Themes.text(named: name).map { ($0, "\(name) (bundled)") }
}

private func themeName(ofPath path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.hasSuffix(".toml") ? String(last.dropLast(5)) : last
}
