import LecternCore

/// The head of a page: the title, then what is known of the article in one paragraph.
func setHead(of article: Article, minutes: Int?, measure: Int) -> [Line] {
    let parts = headText(of: article, minutes: minutes)
    var base = 0
    var lines: [Line] = []
    for (index, part) in parts.enumerated() {
        lines += Paragraph(part, measure: measure, base: base).lines(index == 0 ? .title : .meta)
        base += part.text.utf8.count + 1
        if index + 1 < parts.count {
            lines[lines.count - 1].range = lines[lines.count - 1].range.lowerBound..<base
        }
    }
    return lines
}

/// Title; byline, date, reading time and site with a dot between them. The time is worked out where it is not known.
func headText(of article: Article, minutes: Int?) -> [RichText] {
    let date = (article.published ?? article.updated).map { String($0.prefix(10)) }
    let known = [
        article.byline, date, "\(minutes ?? article.readingMinutes) min",
        article.site ?? article.address?.host,
    ]
    let words = known.compactMap { $0?.oneLine }.filter { !$0.isEmpty }
    return [RichText(article.title.oneLine), RichText(words.joined(separator: "\u{A0}· "))]
}

/// The foot of a page: a short rule and the footnotes, each behind its mark.
func setFoot(of article: Article, measure: Int) -> [Line] {
    guard !article.notes.isEmpty else { return [] }
    let marks = article.notes.map { $0.label.isEmpty ? "*" : "\($0.label.oneLine)." }
    let columns = min((marks.map(\.columns).max() ?? 1) + 1, max(2, measure / 4))
    var base = 0
    var lines = [
        Line(.blank), Line(.rule, runs: [.decoration(String(repeating: "─", count: measure / 4))]),
    ]
    for (index, note) in article.notes.enumerated() {
        var set = Paragraph(note.text, measure: measure - columns, base: base).lines(.note)
        for at in set.indices { set[at].indent += columns }
        if marks[index].columns < columns {
            var mark = Run.decoration(marks[index], padded: columns)
            mark.note = NoteID(index)
            let gap = set[0].indent - columns
            if gap > 0 { set[0].runs.insert(.decoration("", padded: gap), at: 0) }
            set[0].runs.insert(mark, at: 0)
            set[0].indent = 0
        }
        base += note.text.text.utf8.count
        if index + 1 < article.notes.count {
            base += 1
            set[set.count - 1].range = set[set.count - 1].range.lowerBound..<base
        }
        lines += set
    }
    return lines
}

extension String {
    /// Line breaks as blanks.
    fileprivate var oneLine: String {
        utf8.contains(0x0A) ? String(map { $0.isNewline ? " " : $0 }) : self
    }
}
