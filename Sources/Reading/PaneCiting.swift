import Chat
import Drawing
import LecternCore

// From a paragraph to the sentences of the answers that cite it, and the marks beside those that are cited.
extension State {
    /// `c`: selects the next citation of the paragraph that is lit, or of the first one in view that has any.
    mutating func selectCiting() -> [Effect] {
        guard let page = trail.page else { return fail(Messages.noArticleToAskAbout) }
        guard page.conversation.turns.contains(where: { !$0.shown.text.isEmpty }) else {
            return fail(Messages.noCitations)
        }
        paneIsOpen = true
        guard let body = paneBody else { return [] }
        changeConversation { $0.settle(measure: body.size.columns, rows: body.size.rows) }
        guard let conversation = trail.page?.conversation else { return [] }
        let seen = page.paragraphsInView(rows: textRows)
        var asked = seen.first
        var citing: [Int] = []
        for paragraph in seen {
            citing = conversation.citations(of: paragraph)
            if !citing.isEmpty {
                asked = paragraph
                break
            }
            if page.lit != nil { break }
        }
        guard let paragraph = asked else { return fail(Messages.noCitations) }
        guard let first = citing.first else { return fail(Messages.notCited(paragraph)) }
        let next = citing.first { $0 > conversation.selectedCitation ?? -1 } ?? first
        focus = .pane
        changeConversation { $0.select(next, rows: body.size.rows) }
        let place = (citing.firstIndex(of: next) ?? 0) + 1
        say(Messages.citing(place, of: citing.count, paragraph))
        return []
    }

    /// Beside each line of a paragraph that the last answer cites stands a bar, where the margin has room.
    func drawCitedMark(_ block: Int, in page: Page, row: Int, on surface: inout Surface) {
        guard paneIsOpen, page.conversation.turns.last?.shown.drawsOn.contains(block) == true
        else { return }
        let column = max(areas.text.column, textLeft - 2)
        guard column < textLeft else { return }
        surface.put(
            "▎", at: Position(column, row), style: theme[.text].overlaid(by: theme[.marker]),
            limit: 1)
    }
}

extension Page {
    /// Numbers of the paragraphs on the screen from the top down; only that of the lit one, when it is in view.
    fileprivate func paragraphsInView(rows: Int) -> [Int] {
        var page = self
        var blocks: [Int] = []
        for shown in page.lines(from: top, rows: rows) where blocks.last != shown.spot.block {
            blocks.append(shown.spot.block)
        }
        if let lit, blocks.contains(lit.block) { blocks = [lit.block] }
        let known = article.blocks
        let first = blocks.first { known.indices.contains($0) } ?? 0
        var number = known.prefix(first).count { $0.isProse }
        var numbers: [Int] = []
        for block in first..<max(first, min(known.count, (blocks.last ?? first) + 1))
        where known[block].isProse {
            number += 1
            numbers.append(number)
        }
        return numbers
    }
}

extension Conversation {
    /// Indices, over all turns, of the citations that lead to a paragraph.
    fileprivate func citations(of paragraph: Int) -> [Int] {
        var found: [Int] = []
        var first = 0
        for section in sheet.value.sections {
            for (index, citation) in section.citations.enumerated()
            where citation.targets.contains(where: { $0.paragraph == paragraph }) {
                found.append(first + index)
            }
            first += section.citations.count
        }
        return found
    }
}

extension Article {
    /// Indices of the blocks of numbered paragraphs.
    func blocks(ofParagraphs numbers: Set<Int>) -> Set<Int> {
        guard !numbers.isEmpty else { return [] }
        var found: Set<Int> = []
        var number = 0
        for (index, block) in blocks.enumerated() where block.isProse {
            number += 1
            if numbers.contains(number) { found.insert(index) }
        }
        return found
    }
}
