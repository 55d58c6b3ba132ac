import LecternCore

extension BlockBuilder {
    /// A `<pre>`: its lines as they stand, line breaks of every kind kept.
    mutating func readCode(_ index: Int) {
        var bytes: [UInt8] = []
        var node = index + 1
        let end = tree.end(index)
        while node < end {
            let element = tree.nodes[node]
            if let cut = element.cut, cut.isInvisible {
                node = Int(element.end)
                continue
            }
            switch element.tag {
            case .text: bytes += tree.bytes[tree.textRange(node)]
            case .br: bytes.append(0x0A)
            case .div, .p, .li, .tr:
                // Highlighters set every line in an element of its own.
                if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
            case .td, .th:
                // A cell of line numbers is not code.
                if isLineNumbers(node) {
                    node = Int(element.end)
                    continue
                }
            default: break
            }
            node += 1
        }
        var lines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                var line = line
                if line.last == "\r" { line.removeLast() }
                return String(
                    String.UnicodeScalarView(
                        line.unicodeScalars.filter { $0.value == 0x09 || !$0.isForbidden }))
            }
        while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        guard !lines.isEmpty else { return }
        emit(.code(lines.joined(separator: "\n"), language: codeLanguage(index)))
    }

    private func isLineNumbers(_ index: Int) -> Bool {
        let text = tree.text(of: index, limit: 4000)
        return !text.isEmpty && text.allSatisfy { $0.isNumber || $0.isWhitespace }
    }

    /// From `language-swift`, `lang-swift`, `highlight-source-swift`, `brush: swift`, `data-lang`.
    private func codeLanguage(_ index: Int) -> String? {
        var places = [index]
        if let code = tree.first(.code, in: index..<tree.end(index)) { places.append(code) }
        places += tree.ancestors(of: index).prefix(2)
        for place in places {
            for name in [AttributeName.dataLang, .dataLanguage] {
                if let value = tree.value(name, of: place), isLanguageName(value) { return value }
            }
            guard let names = tree.value(.class, of: place) else { continue }
            let words = names.lowercased().split { $0 == " " || $0 == ":" || $0 == ";" }
            for (number, word) in words.enumerated() {
                if word == "brush", number + 1 < words.count { return String(words[number + 1]) }
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
