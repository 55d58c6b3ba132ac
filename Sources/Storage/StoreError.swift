/// Why a file of the reader's own could not be used. Facts; the sentences are in `Messages.swift`.
package enum StoreError: Error, Equatable, Sendable {
    case notFound(String)
    case unreadable(String, reason: String)
    /// A file of keys that is somebody else's, or that others may read.
    case exposed(String)
    case unwritable(String, reason: String)
    /// Limit in bytes.
    case tooLarge(String, limit: Int)
    /// The file holds NUL bytes or is not UTF-8.
    case notText(String)
    case unknownTheme(String, nearest: String?)
    /// Everything that is wrong in one file, by line; never empty.
    case mistakes([Mistake])
}

/// Something wrong in a settings or theme file.
package struct Mistake: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// Not TOML; what the parser says.
        case syntax(String)
        /// A key that nothing reads, and the valid key closest to it.
        case unknownKey(String, nearest: String?)
        /// A value of the wrong kind or out of range; what would be right.
        case badValue(key: String, value: String, expected: String)
        /// A word in a style that is neither a colour nor an attribute, and the closest that is.
        case unknownWord(key: String, word: String, nearest: String?)
        /// A theme inherits from one that does not exist, or from itself.
        case badParent(String, nearest: String?)
    }
    /// The file as the reader named it.
    package var file: String
    /// From 1; nil when it cannot be told.
    package var line: Int?
    package var kind: Kind

    package init(_ file: String, _ line: Int?, _ kind: Kind) {
        self.file = file
        self.line = line
        self.kind = kind
    }
}
