import LecternCore

/// Takes "Read also: [Title](address)" paragraphs, and lists of links under a heading that says so, out of
/// the blocks: they are related articles.
struct MarkdownRelated {
    private(set) var blocks: [Block] = []
    private(set) var related: [RelatedLink] = []

    init(_ all: [Block], links: [Link]) {
        var index = 0
        while index < all.count {
            let block = all[index]
            index += 1
            guard let text = block.content.richText, text.text.utf8.count <= 1200,
                let cue = ReadAlsoCue(text.text)
            else {
                blocks.append(block)
                continue
            }
            if cue.rest.isEmpty {
                var end = index
                while end < all.count,
                    let found = MarkdownRelated.entry(all[end], links, takesWords: !cue.isWeak)
                {
                    add(found)
                    end += 1
                }
                if end == index { blocks.append(block) }
                index = end
            } else if let found = MarkdownRelated.titles(text, cue, links) {
                for link in found { add(link) }
            } else {
                blocks.append(block)
            }
        }
    }

    private mutating func add(_ found: RelatedLink) {
        guard !related.contains(where: { $0.title == found.title && $0.address == found.address })
        else { return }
        related.append(found)
    }

    /// The links of a cue's paragraph; nil when there is more than links in it, or none and no title.
    private static func titles(
        _ text: RichText, _ cue: ReadAlsoCue, _ links: [Link]
    ) -> [RelatedLink]? {
        let found = linked(text, links)
        guard !found.isEmpty else {
            guard cue.isParted, !cue.isWeak, cue.rest.count <= 200, let last = cue.rest.last,
                !".,;:".contains(last), !cue.rest.contains("\n")
            else { return nil }
            return [RelatedLink(title: cue.rest, address: nil)]
        }
        let words = found.reduce(0) { $0 + $1.title.utf8.count }
        // Commas, "and", the dots between links: a few bytes a link.
        guard cue.rest.utf8.count <= words + 8 * found.count else { return nil }
        return found
    }

    /// A line that is one link, or a list item that begins with one; an item without any is a title whose
    /// address is lost.
    private static func entry(
        _ block: Block, _ links: [Link], takesWords: Bool
    ) -> RelatedLink? {
        guard case .paragraph(let text) = block.content else { return nil }
        let isItem = block.containers.contains(where: \.isItem)
        let found = linked(text, links)
        guard let first = found.first else {
            guard takesWords, isItem, text.text.count <= 180, let last = text.text.last,
                !".,;:\n".contains(last)
            else { return nil }
            return RelatedLink(title: text.text, address: nil)
        }
        guard text.spans.first(where: { $0.link != nil })?.range.lowerBound ?? 9 <= 3 else {
            return nil
        }
        return isItem || first.title.utf8.count + 4 >= text.text.utf8.count ? first : nil
    }

    /// The links in a text, each once, in order.
    private static func linked(_ text: RichText, _ links: [Link]) -> [RelatedLink] {
        var seen: Set<Int> = []
        var found: [RelatedLink] = []
        for span in text.spans {
            guard let id = span.link, links.indices.contains(id.index),
                seen.insert(id.index).inserted
            else { continue }
            let link = links[id.index]
            let title = RichText(link.text).trimmed.text
            if !title.isEmpty { found.append(RelatedLink(title: title, address: link.address)) }
        }
        return found
    }
}
