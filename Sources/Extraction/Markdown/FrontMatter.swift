import LecternCore

/// What stands between `---` (YAML) or `+++` (TOML) lines at the top of a Markdown file.
struct FrontMatter: Equatable {
    var title: String?
    var byline: String?
    var published: String?
    var updated: String?
    var language: String?
    var summary: String?

    /// Splits a text; `body` is all of it when there is no front matter.
    static func split(_ text: String) -> (matter: FrontMatter, body: Substring) {
        let whole = (FrontMatter(), text[...])
        var rest = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        guard rest.hasPrefix("---") || rest.hasPrefix("+++") else { return whole }
        let isTOML = rest.hasPrefix("+++")
        guard let first = takeLine(&rest), trimmed(first) == (isTOML ? "+++" : "---") else {
            return whole
        }
        var lines: [Substring] = []
        // Longer than any real one: then the `---` was a rule.
        while lines.count < 400, let line = takeLine(&rest) {
            let mark = trimmed(line)
            if mark == (isTOML ? "+++" : "---") || !isTOML && mark == "..." {
                let matter = FrontMatter(lines, isTOML: isTOML)
                return matter.map { ($0, rest) } ?? whole
            }
            lines.append(line)
        }
        return whole
    }

    private static func takeLine(_ rest: inout Substring) -> Substring? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(where: \.isNewline) ?? rest.endIndex
        let line = rest[..<end]
        rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
        return line
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        RichText(String(text)).trimmed.text
    }

    private init() {}

    /// nil when a line is neither a key with a value nor part of one: then it was no front matter.
    private init?(_ lines: [Substring], isTOML: Bool) {
        var key = ""
        var values: [String: [String]] = [:]
        for line in lines {
            let text = FrontMatter.trimmed(line)
            if text.isEmpty || text.hasPrefix("#") { continue }
            let isIndented = line.first == " " || line.first == "\t"
            if text.hasPrefix("- ") || isIndented || isTOML && text.hasPrefix("[") {
                if isTOML, text.hasPrefix("[") { key = "" }
                guard !key.isEmpty else { continue }
                let item = text.hasPrefix("- ") ? FrontMatter.trimmed(text.dropFirst(2)) : text
                values[key, default: []].append(FrontMatter.name(item))
                continue
            }
            guard let mark = text.firstIndex(of: isTOML ? "=" : ":") else { return nil }
            key = FrontMatter.trimmed(text[..<mark]).lowercased()
            guard !key.isEmpty, !key.contains(" ") else { return nil }
            let value = FrontMatter.trimmed(text[text.index(after: mark)...])
            if [">", "|", ">-", "|-", ""].contains(value) { continue }
            values[key, default: []] += FrontMatter.items(value)
        }
        title = values["title"]?.joined(separator: ", ")
        byline = (values["author"] ?? values["authors"] ?? values["by"])?
            .joined(separator: ", ")
        published = (values["date"] ?? values["published"] ?? values["pubdate"])?.first
            .flatMap(isoDate)
        updated = (values["updated"] ?? values["lastmod"] ?? values["modified"])?.first
            .flatMap(isoDate)
        language = (values["lang"] ?? values["language"])?.first
        summary =
            (values["description"] ?? values["summary"] ?? values["excerpt"]
            ?? values["subtitle"])?.joined(separator: " ")
        for path in [
            \FrontMatter.title, \.byline, \.published, \.updated, \.language, \.summary,
        ] where self[keyPath: path]?.isEmpty == true {
            self[keyPath: path] = nil
        }
    }

    /// The parts of `[a, "b"]`, or the value itself, without quotes.
    private static func items(_ value: String) -> [String] {
        guard value.hasPrefix("["), value.hasSuffix("]") else { return [unquoted(value)] }
        return value.dropFirst().dropLast().split(separator: ",").map { unquoted(trimmed($0)) }
    }

    /// `name: Ada` and `name = "Ada"` inside a list of authors.
    private static func name(_ item: String) -> String {
        for mark in ["name: ", "name = "] where item.hasPrefix(mark) {
            return unquoted(trimmed(item.dropFirst(mark.count)))
        }
        return unquoted(item)
    }

    private static func unquoted(_ value: String) -> String {
        guard value.count >= 2, let first = value.first, first == value.last,
            first == "\"" || first == "'"
        else { return value }
        return String(value.dropFirst().dropLast())
    }
}
