import LecternCore
import Sites
import TOMLKit

/// The rule for a host, or for a host that it is below: the reader's folders come first, then the bundled ones.
///
/// Rules are found by the names of their files, `news.example.org.toml`, so that nothing is read for a host without one.
/// Throws `.mistakes`, or why a file cannot be read.
package func siteRule(for host: String, folders: [String]) throws(StoreError) -> SiteRule? {
    var name = host.lowercased()[...]
    // A host is asked for with the hosts above it, down to two labels.
    for _ in 0..<6 {
        guard isHostName(name), name.contains(".") else { return nil }
        for folder in folders {
            let path = "\(folder)/\(name).toml"
            if let text = try readTextFile(path) { return try siteRule(text, file: path) }
        }
        if let text = Sites.text(named: String(name)) {
            return try siteRule(text, file: "\(name) (bundled)")
        }
        guard let dot = name.firstIndex(of: ".") else { return nil }
        name = name[name.index(after: dot)...]
    }
    return nil
}

/// A name that can be a file's and leads nowhere else.
private func isHostName(_ name: Substring) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && name.utf8.count <= 253
        && name.utf8.allSatisfy {
            switch $0 {
            case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E: true
            default: false
            }
        }
}

/// Reads the text of a rule. Throws `.mistakes` with everything that is wrong in it.
package func siteRule(_ content: String, file: String) throws(StoreError) -> SiteRule {
    let text = try TOMLText(content, file: file)
    var rule = SiteRule(name: file)
    var mistakes: [Mistake] = []
    func bad(_ key: String, _ value: any TOMLValueConvertible, _ expected: String) {
        mistakes.append(
            Mistake(
                file, text.line(of: key),
                .badValue(key: key, value: value.words, expected: expected)))
    }
    func patterns(_ key: String, _ value: any TOMLValueConvertible) -> [ElementPattern] {
        let words = value.array?.map(\.string) ?? [value.string]
        let patterns = words.map { $0.flatMap(ElementPattern.init) }
        if patterns.contains(nil) || patterns.count > 100 {
            bad(key, value, "element names with classes or ids, such as “div.post”")
        }
        return patterns.compactMap { $0 }
    }
    for key in text.orderedKeys(text.table, under: "") {
        guard let value = text.table[key] else { continue }
        switch key {
        case "kind":
            rule.kind = value.string.flatMap(SiteRule.Kind.init)
            if rule.kind == nil { bad(key, value, "article, thread, product or list") }
        case "keep": rule.keep = patterns(key, value)
        case "cut": rule.cut = patterns(key, value)
        case "posts": rule.posts = patterns(key, value).first
        default:
            mistakes.append(
                Mistake(
                    file, text.line(of: key),
                    .unknownKey(
                        key, nearest: nearest(to: key, among: ["kind", "keep", "cut", "posts"]))))
        }
    }
    guard mistakes.isEmpty else { throw .mistakes(mistakes) }
    return rule
}
