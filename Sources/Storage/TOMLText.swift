import TOMLKit

/// One TOML file, its values and the lines they stand on.
struct TOMLText {
    /// As the reader named it, for messages.
    let file: String
    let table: TOMLTable
    private let sketch: Sketch

    /// Throws `.mistakes` when the text is not TOML; the parser stops at its first mistake.
    init(_ text: String, file: String) throws(StoreError) {
        self.file = file
        if let (line, reason) = TOMLText.fatalLine(text) {
            throw .mistakes([Mistake(file, line, .syntax(reason))])
        }
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            // The parser ends its sentences with its own idea of the place.
            let reason = error.description.prefix { $0 != "\n" }
            throw .mistakes([
                Mistake(file, error.source.begin.line, .syntax(String(reason.prefix(200))))
            ])
        } catch {
            throw .mistakes([Mistake(file, nil, .syntax("unreadable"))])
        }
        sketch = Sketch(text)
    }

    /// The line of a key, from 1: `roles.text`, or of its table when the key is written in another way.
    func line(of path: String) -> Int? {
        sketch.lines[path] ?? path.lastIndex(of: ".").flatMap { sketch.lines[String(path[..<$0])] }
    }

    /// The keys of a table in the order of their lines.
    func orderedKeys(_ table: TOMLTable, under parent: String) -> [String] {
        table.keys.sorted { first, second in
            let (a, b) = (line(of: parent + first) ?? .max, line(of: parent + second) ?? .max)
            return (a, first) < (b, second)
        }
    }

    /// Where keys stand, found out when somebody asks: a theme without a mistake is read at every start.
    private final class Sketch {
        private let text: String
        lazy var lines = TOMLText.lines(of: text)

        init(_ text: String) { self.text = text }
    }

    /// A sketch of where keys stand, since TOMLKit does not tell: good for what people write.
    private static func lines(of text: String) -> [String: Int] {
        var found: [String: Int] = [:]
        var parent = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let words = line.drop { $0 == " " || $0 == "\t" }
            if words.first == "[" {
                let name = words.drop { $0 == "[" }.prefix { $0 != "]" }
                parent = TOMLText.plain(name)
                found[parent] = found[parent] ?? index + 1
                parent += "."
            } else if words.first != "#", let equals = words.firstIndex(of: "=") {
                let path = parent + TOMLText.plain(words[..<equals])
                found[path] = found[path] ?? index + 1
                // `keys.down = …` also says where `keys` is.
                var rest = path[...]
                while let dot = rest.lastIndex(of: ".") {
                    rest = rest[..<dot]
                    found[String(rest)] = found[String(rest)] ?? index + 1
                }
            }
        }
        return found
    }

    /// A key without its quotes and blanks.
    private static func plain(_ key: some StringProtocol) -> String {
        String(key.filter { $0 != "\"" && $0 != "'" && $0 != " " && $0 != "\t" && $0 != "\r" })
    }

    /// The first line that would end the parser instead of being refused by it: one with so many dots, brackets or
    /// braces outside of strings and comments that a tree of it could exhaust the stack, which it frees by recursion;
    /// and the header of a table that does not begin with a name, which it asserts (toml++ 3.4, `parse_key`).
    private static func fatalLine(_ text: String) -> (line: Int, reason: String)? {
        var line = 1
        var onLine = 0
        var open = 0
        var quote: UInt8?
        var inComment = false
        // Nothing but blanks and the brackets of a header so far.
        var isStart = true
        var brackets = 0
        let unnamed = "expected the name of a table behind “[”"
        for byte in text.utf8 {
            if isStart, brackets > 0, byte != 0x20, byte != 0x09, byte != 0x5B || brackets > 1 {
                guard isNameStart(byte) else { return (line, unnamed) }
                isStart = false
            }
            switch byte {
            case 0x0A:
                line += 1
                onLine = 0
                inComment = false
                quote = nil
                isStart = true
                brackets = 0
                continue
            case 0x20, 0x09: continue
            case _ where inComment: continue
            case 0x22, 0x27:
                if quote == nil { quote = byte } else if quote == byte { quote = nil }
            case _ where quote != nil: continue
            case 0x23: inComment = true
            case 0x2E: onLine += 1
            case 0x5B, 0x7B:
                onLine += 1
                if byte == 0x5B, isStart, open == 0 || brackets > 0 { brackets += 1 }
                open += 1
            case 0x5D, 0x7D: open -= 1
            default: break
            }
            if brackets == 0 || byte != 0x5B { isStart = false }
            if onLine > 64 || open > 32 { return (line, "nested too deeply") }
        }
        return isStart && brackets > 0 ? (line, unnamed) : nil
    }

    /// What a key begins with; `]`, which the parser refuses by itself.
    private static func isNameStart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x22, 0x27, 0x5D: true
        default: false
        }
    }
}

extension TOMLValueConvertible {
    /// The value as a word in a sentence: `"wide"`, `12`, `a table`.
    var words: String {
        switch type {
        case .string: string.map { "“\($0.prefix(60))”" } ?? "a text"
        case .int: int.map { String($0) } ?? "a number"
        case .double: double.map { "\($0)" } ?? "a number"
        case .bool: bool.map { $0 ? "true" : "false" } ?? "a truth value"
        case .table: "a table"
        case .array: "a list"
        case .date, .time, .dateTime: "a date"
        }
    }
}
