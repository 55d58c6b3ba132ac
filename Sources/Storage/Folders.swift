import Glibc

/// The reader's own folders (XDG base directories).
package enum Folders {
    /// `$XDG_CONFIG_HOME/lectern`, else `~/.config/lectern`; nil without a home.
    package static func config(_ environment: [String: String]) -> String? {
        if let set = environment["XDG_CONFIG_HOME"], set.hasPrefix("/") { return "\(set)/lectern" }
        return environment["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/.config/lectern" }
    }

    /// `$XDG_STATE_HOME/lectern`, else `~/.local/state/lectern`; nil without a home.
    package static func state(_ environment: [String: String]) -> String? {
        if let set = environment["XDG_STATE_HOME"], set.hasPrefix("/") { return "\(set)/lectern" }
        return environment["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/.local/state/lectern" }
    }

    /// Where the reader's themes are looked for, best first.
    package static func themes(_ environment: [String: String]) -> [String] {
        config(environment).map { ["\($0)/themes"] } ?? []
    }

    /// Where the reader's rules for sites are looked for, best first.
    package static func sites(_ environment: [String: String]) -> [String] {
        config(environment).map { ["\($0)/sites"] } ?? []
    }
}

/// Names of the files in a folder; none when it cannot be read.
func filesOfFolder(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
}
