/// How the pages of one site are to be read, where what holds for all sites does not do.
package struct SiteRule: Equatable, Sendable {
    /// What the pages are for.
    package enum Kind: String, CaseIterable, Sendable { case article, thread, product, list }

    /// Where it came from, for the report.
    package var name: String
    package var kind: Kind?
    /// What is read: the first of these that is on the page.
    package var keep: [ElementPattern] = []
    /// What is never read.
    package var cut: [ElementPattern] = []
    /// The texts of a thread's posts.
    package var posts: ElementPattern?

    package init(name: String) { self.name = name }
}

/// Elements by name, id and classes, as in CSS: `div`, `#main`, `td.votes`, `section.post.first`.
package struct ElementPattern: Equatable, Sendable, CustomStringConvertible {
    package var tag: String?
    package var id: String?
    package var classes: [String] = []

    /// nil for anything else that CSS knows, and for nothing.
    package init?(_ text: String) {
        var part = ""
        var mark: Character?
        func isTaken(_ name: String) -> Bool {
            !name.isEmpty && name.utf8.count <= 100
                && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        }
        for character in text + "." {
            guard character == "." || character == "#" else {
                part.append(character)
                continue
            }
            switch mark {
            case nil where part.isEmpty: break
            case nil where isTaken(part): tag = part.lowercased()
            case "#" where isTaken(part) && id == nil: id = part
            case "." where isTaken(part): classes.append(part)
            default: return nil
            }
            part = ""
            mark = character
        }
        if tag == nil, id == nil, classes.isEmpty { return nil }
    }

    package var description: String {
        (tag ?? "") + (id.map { "#" + $0 } ?? "") + classes.map { "." + $0 }.joined()
    }
}
