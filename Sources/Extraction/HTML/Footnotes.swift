import LecternCore

/// A page's footnotes: marks in the text that lead to a few words elsewhere on the page, or hold them.
///
/// Pages agree on no element and no class for them. What they have in common is a link of a sign or two, raised or
/// named for what it is, to a box further down, which mostly has a link back.
struct Footnotes {
    struct Found: Equatable {
        /// As the text refers to it: `1`, `a`, `*`.
        var label: String
        /// The element whose words it is.
        var body: Int
    }

    /// In the order in which the text refers to them.
    private(set) var notes: [Found] = []
    /// The note that an element of the text stands for.
    private(set) var marks: [Int: NoteID] = [:]
    /// What is written in place of nothing: links back to the text, marks that are said twice.
    private(set) var skipped: Set<Int> = []

    /// Notes on one page at most.
    private static let limit = 5_000
    /// Bytes of a note at most; what is longer is a part of the page.
    private static let bodyLimit = 6_000
    /// Elements and texts in a note at most.
    private static let nodeLimit = 2_000
    /// Bytes of a mark at most.
    private static let markLimit = 12

    private let tree: Tree

    /// The notes that the text in `range` refers to.
    ///
    /// - Parameter page: The address of the page, for links that name it in full.
    init(of tree: Tree, signs: [NameSigns], in range: Range<Int>, page: Address?) {
        self.tree = tree
        var wanted: [(mark: Int, fragment: String)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let node = tree.nodes[index]
            if let cut = node.cut, cut.isInvisible {
                index = Int(node.end)
                continue
            }
            if node.tag == .a {
                if let fragment = fragment(of: index, page), isMark(index) {
                    wanted.append((index, fragment))
                }
            } else if node.tag != .text, signs[index].contains(.note), !node.tag.isBlock,
                notes.count < Self.limit
            {
                addInline(index)
            }
            index += 1
        }
        if !wanted.isEmpty { connect(wanted.prefix(Self.limit * 4)) }
        relabel()
    }

    // MARK: Marks

    /// The fragment that a link leads to, if that is on the page itself.
    private func fragment(of index: Int, _ page: Address?) -> String? {
        guard let range = tree.valueRange(.href, of: index), range.count < 300,
            let hash = tree.bytes[range].lastIndex(of: UInt8(ascii: "#"))
        else { return nil }
        let fragment = String(decoding: tree.bytes[(hash + 1)..<range.upperBound], as: UTF8.self)
        guard !fragment.isEmpty else { return nil }
        if hash == range.lowerBound { return fragment }
        let rest = String(decoding: tree.bytes[range.lowerBound..<hash], as: UTF8.self)
        return page.map { $0.resolving(rest)?.page == $0.page } == true ? fragment : nil
    }

    /// Is a link to somewhere on the page the mark of a note: short, and raised or called one?
    private func isMark(_ index: Int) -> Bool {
        let text = tree.text(of: index, limit: 40)
        let label = Self.label(text)
        guard (1...Self.markLimit).contains(label.utf8.count) else { return false }
        let isSign =
            label.allSatisfy { $0.isNumber || "*†‡§¶#".contains($0) }
            || label.count == 1
                && label.allSatisfy(\.isLetter)
        let isRaised =
            tree.first(.sup, in: index..<tree.end(index)) != nil
            || tree.ancestors(of: index).prefix(2).contains { tree.tag($0) == .sup }
        if isRaised { return isSign || label.contains(where: \.isNumber) }
        guard isSign else { return false }
        if tree.value(.role, of: index) == "doc-noteref" { return true }
        return [index, tree.parent(index)].contains {
            tree.mentions(.class, of: $0, Self.markWords)
        }
    }

    private static let markWords = ["noteref", "footnote-ref", "footnote_ref", "footnoteref"]
        .map { Array($0.utf8) }

    /// What a mark says without its brackets.
    private static func label(_ text: String) -> String {
        text.filter { !"[](){}.: ^\u{A0}".contains($0) }
    }

    /// The element that stands for the mark: also the brackets around the link go.
    private func wholeMark(_ index: Int, _ label: String) -> Int {
        var whole = index
        for box in tree.ancestors(of: index).prefix(2) {
            guard tree.tag(box) == .sup || tree.tag(box) == .span,
                Self.label(tree.text(of: box, limit: 60)) == label
            else { break }
            whole = box
        }
        return whole
    }

    // MARK: Bodies

    private mutating func connect(_ wanted: ArraySlice<(mark: Int, fragment: String)>) {
        var targets: [String: Int] = [:]
        for (_, fragment) in wanted { targets[fragment] = -1 }
        for index in tree.indices where tree.tag(index) != .text && tree.nodes[index].count > 0 {
            for name in [AttributeName.id, .name] {
                if name == .name, tree.tag(index) != .a { continue }
                if let id = tree.value(name, of: index), targets[id] == -1 { targets[id] = index }
            }
        }
        var bodies: [String: Int] = [:]
        for (mark, fragment) in wanted where bodies[fragment] == nil {
            guard let target = targets[fragment], target > mark, let body = body(of: target),
                body > mark
            else { continue }
            bodies[fragment] = body
        }
        // A box around several notes is none of them.
        let starts = Set(bodies.values).sorted()
        var good: Set<Int> = []
        for (place, start) in starts.enumerated()
        where place + 1 == starts.count || starts[place + 1] >= tree.end(start) {
            good.insert(start)
        }
        var numbers: [Int: NoteID] = [:]
        for (mark, fragment) in wanted {
            guard let body = bodies[fragment], good.contains(body) else { continue }
            let label = Self.label(tree.text(of: mark, limit: 40))
            let number = numbers[body] ?? NoteID(notes.count)
            if numbers[body] == nil {
                guard notes.count < Self.limit else { break }
                numbers[body] = number
                notes.append(Found(label: label, body: body))
                skipBacklinks(in: body)
            }
            marks[wholeMark(mark, label)] = number
        }
    }

    /// The box whose words a target's are: itself, or the paragraph or entry that it begins.
    private func body(of target: Int) -> Int? {
        var body = target
        while !tree.tag(body).isBlock {
            let parent = tree.parent(body)
            guard parent != body else { return nil }
            body = parent
        }
        switch tree.tag(body) {
        case .td, .th: body = tree.parent(body)
        case .dt:
            body = definition(behind: body) ?? body
        case .html, .body, .main, .article, .nav, .table, .ul, .ol, .dl, .h1, .h2, .h3, .h4, .h5,
            .h6:
            return nil
        default: break
        }
        guard tree.end(body) - body <= Self.nodeLimit else { return nil }
        var length = 0
        for node in body..<tree.end(body) {
            if tree.tag(node).headingLevel != nil { return nil }
            if tree.isText(node) { length += Int(tree.nodes[node].count) }
            if length > Self.bodyLimit { return nil }
        }
        return length > 2 ? body : nil
    }

    /// The definition right behind a term.
    private func definition(behind term: Int) -> Int? {
        var next = tree.end(term)
        if next < tree.end(tree.parent(term)), tree.isText(next) { next += 1 }
        return next < tree.end(tree.parent(term)) && tree.tag(next) == .dd ? next : nil
    }

    private static let backWords = [
        "backref", "backlink", "back-link", "footnote-back", "reversefoot",
    ]
    .map { Array($0.utf8) }

    /// Finds what in a note only leads back to its mark.
    private mutating func skipBacklinks(in body: Int) {
        for node in (body + 1)..<tree.end(body) where !tree.isText(node) {
            if tree.mentions(.class, of: node, Self.backWords) {
                skipped.insert(node)
            } else if tree.tag(node) == .a, let range = tree.valueRange(.href, of: node),
                tree.bytes[range].first == UInt8(ascii: "#")
            {
                let text = tree.text(of: node, limit: 60)
                let words = text.count { $0.isLetter || $0.isNumber }
                if words <= 2 || tree.mentions(.href, of: node, [Array("ref".utf8)]) && words <= 20
                {
                    skipped.insert(node)
                }
            }
        }
    }

    /// A note that stands in the text, right behind its mark: `<span class="sidenote">`.
    private mutating func addInline(_ index: Int) {
        let length = tree.text(of: index, limit: Self.bodyLimit + 1).utf8.count
        guard (3...Self.bodyLimit).contains(length) else { return }
        var label = ""
        // The mark before it says what the note's own does.
        if let before = before(index), tree.tag(before) == .sup {
            let text = Self.label(tree.text(of: before, limit: 40))
            if (1...Self.markLimit).contains(text.utf8.count) {
                label = text
                skipped.insert(before)
            }
        }
        for node in (index + 1)..<tree.end(index) where tree.tag(node) == .sup {
            if Self.label(tree.text(of: node, limit: 40)).utf8.count <= Self.markLimit {
                skipped.insert(node)
            }
            break
        }
        marks[index] = NoteID(notes.count)
        notes.append(Found(label: label.isEmpty ? String(notes.count + 1) : label, body: index))
    }

    /// The element right before one, among its siblings.
    private func before(_ index: Int) -> Int? {
        let parent = tree.parent(index)
        var node = index - 1
        guard node > parent else { return nil }
        while tree.parent(node) != parent { node = tree.parent(node) }
        return node
    }

    /// Notes of several chapters that begin anew, or stars, are numbered through.
    private mutating func relabel() {
        guard Set(notes.map(\.label)).count < notes.count else { return }
        for index in notes.indices { notes[index].label = String(index + 1) }
    }
}
