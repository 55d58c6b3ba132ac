import LecternCore

/// More mistakes than this are only counted.
private let shown = 30

extension StoreError {
    /// What to tell the reader: one sentence, or one a mistake, a line each. Free of control characters.
    package var message: String {
        switch self {
        case .notFound(let path): "\(path): no such file".gated
        case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)".gated
        case .exposed(let path):
            "\(path) may be read by others, so its keys are not used: chmod 600 \(path)".gated
        case .unwritable(let path, let reason): "\(path): cannot be written: \(reason)".gated
        case .tooLarge(let path, let limit):
            "\(path): larger than \(limit / 1024) KiB, so it is hardly a file of settings".gated
        case .notText(let path): "\(path): not a UTF-8 text file".gated
        case .unknownTheme(let name, let nearest):
            "there is no theme named \(Mistake.quoted(name))\(Mistake.hint(nearest)); `lectern themes` lists them"
                .gated
        case .mistakes(let mistakes):
            (mistakes.prefix(shown).map(\.message)
                + (mistakes.count > shown
                    ? ["and \(mistakes.count - shown) more mistakes in this file"] : []))
                .joined(separator: "\n")
        }
    }
}

extension StoreError {
    /// The same in one line, for a status line: of mistakes the first, by the file's own name, and how many more.
    package var brief: String {
        guard case .mistakes(let mistakes) = self, var first = mistakes.first else {
            return message
        }
        first.file = first.file.split(separator: "/").last.map(String.init) ?? first.file
        let more = mistakes.count > 1 ? " (and \(mistakes.count - 1) more)" : ""
        return first.message + more
    }
}

extension Mistake {
    /// `FILE:LINE: what is wrong; what would be right`.
    package var message: String {
        let place = line.map { "\(file):\($0): " } ?? "\(file): "
        let words =
            switch kind {
            case .syntax(let reason): "not valid TOML: \(reason)"
            case .unknownKey(let key, let nearest):
                "unknown key \(Mistake.quoted(key))\(Mistake.hint(nearest))"
            case .badValue(let key, let value, let expected):
                "\(key) is \(value); expected \(expected)"
            case .unknownWord(let key, let word, let nearest):
                "\(key): \(Mistake.quoted(word)) is neither a colour nor an attribute"
                    + Mistake.hint(nearest)
            case .badParent(let name, let nearest):
                "cannot inherit from \(Mistake.quoted(name))\(Mistake.hint(nearest))"
            }
        return (place + words).gated.split(separator: "\n").joined(separator: " ")
    }

    /// A name as it may stand in a sentence: at most 60 Characters of it.
    fileprivate static func quoted(_ name: String) -> String {
        name.count > 60 ? "“\(name.prefix(60))…”" : "“\(name)”"
    }

    fileprivate static func hint(_ nearest: String?) -> String {
        nearest.map { "; did you mean “\($0)”?" } ?? ""
    }
}
