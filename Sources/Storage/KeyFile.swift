import Glibc

/// The keys of servers, in a file that nobody else can read: an address and its key a line, `#` before remarks.
package enum KeyFile {
    /// The entries of the file in order; none where there is no file.
    ///
    /// Throws `.exposed` when others may read or change it, `.unreadable`, `.tooLarge` and `.notText`.
    package static func read(
        _ path: String
    ) throws(StoreError) -> [(address: String, key: String)] {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return [] }
        guard facts.st_uid == geteuid(), facts.st_mode & 0o077 == 0 else { throw .exposed(path) }
        guard let text = try readTextFile(path) else { return [] }
        return text.split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard words.count == 2, !words[0].hasPrefix("#") else { return nil }
            return (words[0], words[1])
        }
    }
}
