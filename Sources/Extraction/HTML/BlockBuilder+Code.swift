import LecternCore

extension BlockBuilder {
    /// A `<pre>`: its lines as they stand, line breaks of every kind kept, with its links.
    mutating func readCode(_ index: Int) {
        var code = RichText()
        // Links that are open, the last one innermost.
        var open: [(end: Int, link: LinkID?, start: Int)] = []
        func leave(_ node: Int) {
            while let last = open.last, last.end <= node {
                open.removeLast()
                name(link, code.text, from: last.start)
                link = last.link
            }
        }
        let outer = link
        var node = index + 1
        let end = tree.end(index)
        while node < end {
            leave(node)
            let element = tree.nodes[node]
            if let cut = element.cut, cut.isInvisible {
                node = Int(element.end)
                continue
            }
            switch element.tag {
            case .text: code.append(verbatim(tree.textRange(node)), link: link)
            case .br: code.append("\n")
            case .div, .p, .li, .tr:
                // Highlighters set every line in an element of its own.
                if let last = code.text.utf8.last, last != 0x0A { code.append("\n") }
            case .td, .th:
                // A cell of line numbers is not code.
                if isLineNumbers(node) {
                    node = Int(element.end)
                    continue
                }
            case .a:
                if let href = tree.value(.href, of: node), let id = linkID(node, href) {
                    open.append((Int(element.end), link, code.text.utf8.count))
                    link = id
                }
            default: break
            }
            node += 1
        }
        leave(.max)
        link = outer
        code = code.withoutBlankEnds
        guard !code.isEmpty else { return }
        emit(.code(code.onCharacterBoundaries, language: codeLanguage(index)))
    }

    /// A text without controls but tabs and line feeds.
    private func verbatim(_ range: Range<Int>) -> String {
        let bytes = tree.bytes[range]
        let text = String(decoding: bytes, as: UTF8.self)
        if bytes.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 }) {
            return text
        }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter {
                    $0.value == 0x09 || $0.value == 0x0A || !$0.isForbidden
                }))
    }

    /// A table that is code, a line a row: GitHub's, highlight.js's, Rouge's.
    func isListing(_ table: Int) -> Bool {
        let cell = (table..<tree.end(table)).prefix(60).first {
            tree.tag($0) == .td && tree.mentions(.class, of: $0, Self.listingWords)
        }
        return cell.map { !contains($0) { $0 == .pre || $0 == .p } } ?? false
    }

    private static let listingWords = ["blob-code", "hljs-ln-code", "rouge-code", "code-line"]
        .map { Array($0.utf8) }

    private func isLineNumbers(_ index: Int) -> Bool {
        let text = tree.text(of: index, limit: 4000)
        return !text.isEmpty && text.allSatisfy { $0.isNumber || $0.isWhitespace }
    }

    /// From `language-swift`, `lang-swift`, `highlight-source-swift`, `brush: swift`, `data-lang`.
    private func codeLanguage(_ index: Int) -> String? {
        var places = [index]
        if let code = tree.first(.code, in: index..<tree.end(index)) { places.append(code) }
        places += tree.ancestors(of: index).prefix(2)
        // `<pre lang="go">`: a short name that no page would give its code for its human language.
        if let value = tree.value(.lang, of: index), isLanguageName(value), !value.contains("-"),
            value != "en"
        {
            return value
        }
        for place in places {
            for name in [AttributeName.dataLang, .dataLanguage] {
                if let value = tree.value(name, of: place), isLanguageName(value) { return value }
            }
            guard let names = tree.value(.class, of: place) else { continue }
            let words = names.lowercased().split { $0 == " " || $0 == ":" || $0 == ";" }
            for (number, word) in words.enumerated() {
                if word == "brush", number + 1 < words.count { return String(words[number + 1]) }
                // `hljs ruby`, `sourceCode ruby`
                if word == "hljs" || word == "sourcecode", number + 1 < words.count,
                    words[number + 1].allSatisfy(\.isLetter)
                {
                    return String(words[number + 1])
                }
                for prefix in ["language-", "lang-", "highlight-source-", "highlight-"] {
                    guard word.hasPrefix(prefix) else { continue }
                    let name = String(word.dropFirst(prefix.count))
                    if isLanguageName(name) { return name }
                }
            }
        }
        return nil
    }

    private func isLanguageName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 20 && name != "none" && name != "plaintext"
            && name != "text" && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}

extension RichText {
    /// The lines without blank ones before the first and behind the last.
    fileprivate var withoutBlankEnds: RichText {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        func isBlank(_ line: Substring.UTF8View) -> Bool {
            Substring(line).allSatisfy(\.isWhitespace)
        }
        guard let first = lines.first(where: { !isBlank($0) }),
            let last = lines.last(where: { !isBlank($0) })
        else { return RichText() }
        let start = text.utf8.distance(from: text.utf8.startIndex, to: first.startIndex)
        let end = text.utf8.distance(from: text.utf8.startIndex, to: last.endIndex)
        return start == 0 && end == text.utf8.count ? self : slice(start..<end)
    }
}
