import Chat
import Drawing
import LecternCore

/// A citation in the pane: where it leads and how far it can be trusted.
struct PaneCitation: Equatable, Sendable {
    /// A place in the article that it names.
    struct Target: Equatable, Sendable {
        /// As in `Article.paragraphs`, from 1.
        var paragraph: Int
        /// What to light in it, UTF-8 bytes; nil for the whole paragraph.
        var range: Range<Int>?
    }
    /// As written.
    var numbers: [Int]
    /// Those of the numbers that the article has.
    var targets: [Target]
    var look: Look

    enum Look: Equatable, Sendable {
        /// Not checked yet.
        case plain
        case traced, weak, untraced
        /// The article has no such paragraph: leads nowhere.
        case missing
        /// Found by the check, not named by the chatbot.
        case suggested

        init(_ support: CheckedSentence.Support) {
            self =
                switch support {
                case .traced: .traced
                case .weak: .weak
                case .none: .untraced
                }
        }

        var role: Role {
            switch self {
            case .plain, .suggested: .citation
            case .traced: .traced
            case .weak: .weak
            case .untraced, .missing: .untraced
            }
        }
    }
}

extension State {
    /// Selects the next or previous citation, or the first in view; scrolls it into view.
    mutating func selectCitation(_ steps: Int) -> [Effect] {
        guard let conversation = trail.page?.conversation, let rows = paneBody?.size.rows else {
            return []
        }
        let count = conversation.sheet.value.citationCount
        guard count > 0 else { return fail(Messages.noCitations) }
        let next: Int
        if let selected = conversation.selectedCitation, selected < count {
            next = selected + steps
        } else {
            next = conversation.firstCitation(rows: rows) ?? (steps > 0 ? 0 : count - 1)
        }
        guard (0..<count).contains(next) else {
            say(steps > 0 ? Messages.lastCitation : Messages.firstCitation)
            return []
        }
        changeConversation { $0.select(next, rows: rows) }
        return []
    }

    /// The keys go to the pane: what Enter will follow is marked.
    mutating func markCitation() {
        guard let conversation = trail.page?.conversation, let rows = paneBody?.size.rows,
            conversation.selectedCitation == nil,
            let first = conversation.firstCitation(rows: rows)
        else { return }
        changeConversation { $0.selectedCitation = first }
    }

    /// Enter in the pane: lights what the selected citation names, or the first one in view.
    mutating func followCitation() -> [Effect] {
        if trail.page?.conversation.selectedCitation == nil {
            let effects = selectCitation(1)
            guard trail.page?.conversation.selectedCitation != nil else { return effects }
        }
        guard let page = trail.page, let selected = page.conversation.selectedCitation,
            let citation = page.conversation.citation(selected)
        else { return [] }
        guard !citation.targets.isEmpty else {
            return fail(Messages.noParagraph(citation.numbers.first ?? 0))
        }
        // One that names several paragraphs goes through them, an Enter each.
        let step = page.conversation.citationStep % citation.targets.count
        let target = citation.targets[step]
        guard let block = page.article.block(ofParagraph: target.paragraph) else { return [] }
        let whole = 0..<page.article.blocks[block].text.utf8.count
        let range = target.range?.clamped(to: whole) ?? whole
        changeConversation { $0.citationStep = step + 1 }
        let stretch = range.isEmpty ? whole : range
        // From citation to citation is one way: back leads to where it began.
        guard page.lit == nil else {
            light(block: block, range: stretch)
            return []
        }
        return followOnPage {
            $0.light(block: block, range: stretch)
            return []
        }
    }
}

extension Article {
    /// Index of the block of the numbered paragraph; nil when there is none of that number.
    fileprivate func block(ofParagraph number: Int) -> Int? {
        var left = number
        return blocks.firstIndex { block in
            if block.isProse { left -= 1 }
            return left == 0
        }
    }
}

extension Conversation {
    /// The citation at an index over all turns.
    func citation(_ index: Int) -> PaneCitation? {
        var index = index
        for section in sheet.value.sections {
            if index < section.citations.count { return section.citations[index] }
            index -= section.citations.count
        }
        return nil
    }

    /// Citations in the turns before one.
    func citations(before section: Int) -> Int {
        sheet.value.sections.prefix(section).reduce(0) { $0 + $1.citations.count }
    }

    /// Index of the first citation in the lines shown: of the last answer where it has one there.
    fileprivate func firstCitation(rows: Int) -> Int? {
        let last = sheet.value.sections.count - 1
        let shown = sheet.value.lines(from: top, rows: rows).filter { !$0.line.citations.isEmpty }
        guard let line = shown.first(where: { $0.section == last }) ?? shown.first,
            let piece = line.line.citations.first
        else { return nil }
        return citations(before: line.section) + piece.ordinal
    }

    /// Selects a citation and brings it into view.
    mutating func select(_ index: Int, rows: Int) {
        selectedCitation = index
        guard let line = line(ofCitation: index) else { return }
        if line < top || line >= top + rows {
            top = max(0, line - rows / 2)
            follows = .nothing
        }
    }

    /// Index of the line that a citation begins on.
    fileprivate func line(ofCitation index: Int) -> Int? {
        var first = 0
        var start = 0
        for section in sheet.value.sections {
            if index < first + section.citations.count {
                let line = (0..<section.count).first { line in
                    section[line].citations.contains { $0.ordinal == index - first }
                }
                return line.map { start + $0 }
            }
            first += section.citations.count
            start += section.count
        }
        return nil
    }
}
