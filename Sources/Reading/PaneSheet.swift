import Chat
import LecternCore

/// The pane's content as lines: what scrolling, the mouse and drawing see. Made anew after every action, as far
/// as something has changed.
struct PaneSheet: Sendable {
    /// One turn's share.
    struct Section: Sendable {
        fileprivate(set) var head: [PaneLine] = []
        fileprivate(set) var thinkingHead: [PaneLine] = []
        fileprivate(set) var thinking = PaneText(.thinking)
        /// The space between the reasoning and the answer.
        fileprivate(set) var thinkingFoot: [PaneLine] = []
        fileprivate(set) var body = PaneText(.answer)
        fileprivate(set) var foot: [PaneLine] = []
        /// What the citations of the body point at, in its order.
        fileprivate(set) var citations: [PaneCitation] = []
        /// Citations at the front that change no more while the answer grows.
        fileprivate var settledCitations = 0
        /// What became of the answer when it ended.
        fileprivate var verdict: PaneVerdict?
        fileprivate var identity: Identity?
        fileprivate var isFinal = false

        var count: Int {
            head.count + thinkingHead.count + thinking.count + thinkingFoot.count + body.count
                + foot.count
        }

        subscript(index: Int) -> PaneLine {
            var index = index
            if index < head.count { return head[index] }
            index -= head.count
            if index < thinkingHead.count { return thinkingHead[index] }
            index -= thinkingHead.count
            if index < thinking.count { return thinking[index] }
            index -= thinking.count
            if index < thinkingFoot.count { return thinkingFoot[index] }
            index -= thinkingFoot.count
            if index < body.count { return body[index] }
            return foot[index - body.count]
        }
    }

    private(set) var sections: [Section] = []
    private var measure = 0
    private var showsThinking = false

    var lineCount: Int { sections.reduce(0) { $0 + $1.count } }
    var citationCount: Int { sections.reduce(0) { $0 + $1.citations.count } }

    /// Index of the first line of a turn; of those that are no more, of the end.
    func start(of turn: Int) -> Int { sections.prefix(turn).reduce(0) { $0 + $1.count } }

    /// Index of the first line of the last turn.
    var lastStart: Int { lineCount - (sections.last?.count ?? 0) }
    /// Lines above the answer of the last turn.
    var lastHead: Int { sections.last?.head.count ?? 0 }

    /// The lines from one index on, at most `rows`, each with the turn it is of.
    func lines(from top: Int, rows: Int) -> [(line: PaneLine, section: Int)] {
        var found: [(line: PaneLine, section: Int)] = []
        var skip = max(0, top)
        for (index, section) in sections.enumerated() {
            let count = section.count
            if skip >= count {
                skip -= count
                continue
            }
            for line in skip..<count {
                guard found.count < rows else { return found }
                found.append((section[line], index))
            }
            skip = 0
        }
        return found
    }

    /// Sets what has changed: the last turn always, the others when the width or the fold has.
    mutating func set(_ conversation: Conversation, measure: Int) {
        let isSame = self.measure == measure && showsThinking == conversation.showsThinking
        self.measure = measure
        showsThinking = conversation.showsThinking
        if sections.count > conversation.turns.count {
            sections.removeLast(sections.count - conversation.turns.count)
        }
        for (index, turn) in conversation.turns.enumerated() {
            let isLast = index == conversation.turns.count - 1
            if index == sections.count { sections.append(Section()) }
            if isSame, !isLast, sections[index].isFinal { continue }
            sections[index].set(
                turn, isFirst: index == 0, isLast: isLast,
                // That no chatbot was found is said once.
                isNews: !conversation.turns.prefix(index).contains { $0.outlook == turn.outlook },
                showsThinking, measure)
            sections[index].isFinal = !isLast
        }
    }
}

extension PaneSheet.Section {
    fileprivate mutating func set(
        _ turn: Turn, isFirst: Bool, isLast: Bool, isNews: Bool, _ showsThinking: Bool,
        _ measure: Int
    ) {
        let answer = turn.shown
        let identity = Identity(
            asked: answer.asked, isDraft: answer.text.isEmpty, restarts: answer.restarts)
        if self.identity != identity {
            self = PaneSheet.Section()
            self.identity = identity
        }
        head = isFirst ? [] : [.blank]
        head += PaneLine.lines(turn.title, .question, mark: "› ", measure: measure)
        if let words = Messages.kept(turn, isLast: isLast) {
            head += PaneLine.lines(words, .label, measure: measure)
        }
        if let words = Messages.plan(of: turn) {
            head += PaneLine.lines(words, .label, measure: measure)
        }
        // The pane's header already says so of the last turn, unless the extract only stands in.
        if answer.author.kind == .extract, !isLast || turn.answer.author.kind != .extract {
            head += PaneLine.lines(Messages.extractLabel, .label, measure: measure)
        }
        // A choice to be made stands above the answer, what only could be otherwise below it.
        var outlook = Messages.outlook(of: turn)
        if case .askable = turn.outlook, let words = outlook {
            head += PaneLine.lines(words, .note, measure: measure)
            outlook = nil
        }
        if answer.text.isEmpty, !answer.draft.isEmpty {
            head += PaneLine.lines(
                answer.token == nil ? Messages.leftDraftLabel : Messages.draftLabel, .label,
                measure: measure)
        }
        if !answer.words.isEmpty { head.append(.blank) }
        setThinking(turn.answer, showsThinking, measure)
        thinkingFoot = thinkingHead.isEmpty || answer.words.isEmpty ? [] : [.blank]
        if answer.token != nil {
            verdict = nil
            body.set(answer.words, measure: measure, isGrowing: true)
            resolveNew(paragraphs: turn.paragraphs)
        } else {
            let verdict = self.verdict ?? PaneVerdict(answer, paragraphs: turn.paragraphs)
            self.verdict = verdict
            body.set(verdict.text, measure: measure, isGrowing: false)
            // The same marks, in the same order, unless one hid in the address of a link.
            citations =
                verdict.citations.count == body.marks.count
                ? verdict.citations
                : body.marks.map { PaneCitation($0, in: nil, paragraphs: turn.paragraphs) }
            settledCitations = 0
        }
        foot = Messages.foot(of: turn).flatMap { note in
            PaneLine.lines(note.text, note.isError ? .error : .note, measure: measure)
        }
        if answer.author.kind != .extract {
            for line in verdict?.legend ?? [] {
                foot += PaneLine.lines(line.words, .legend(line.look), measure: measure)
            }
        }
        if verdict?.hasSuggestions == true {
            foot += PaneLine.lines(Messages.suggestions, .note, measure: measure)
        }
        if isNews, let outlook {
            foot += PaneLine.lines(outlook, .note, measure: measure)
        }
        if !foot.isEmpty, !answer.words.isEmpty { foot.insert(.blank, at: 0) }
    }

    /// What the new citations of a growing answer point at: a long one has many.
    private mutating func resolveNew(paragraphs: Int) {
        let new = body.marks(from: settledCitations)
        citations.removeLast(citations.count - min(settledCitations, citations.count))
        for mark in Array(new.settled) + new.open {
            citations.append(PaneCitation(mark, in: nil, paragraphs: paragraphs))
        }
        settledCitations += new.settled.count
    }

    private mutating func setThinking(_ answer: Answer, _ showsThinking: Bool, _ measure: Int) {
        guard !answer.thinking.isEmpty else {
            thinkingHead = []
            return
        }
        let mark = showsThinking ? "▾ " : "▸ "
        thinkingHead = PaneLine.lines(
            Messages.reasoning(
                seconds: answer.thinkingSeconds, isRunning: answer.phase == .thinking),
            .thinkingHead, mark: mark, measure: measure)
        if showsThinking {
            thinking.set(answer.thinking, measure: measure, isGrowing: answer.token != nil)
        } else {
            thinking = PaneText(.thinking)
        }
    }
}

/// Which text a turn shows: another one is set from its beginning.
private struct Identity: Equatable {
    var asked: Token
    var isDraft: Bool
    var restarts: Int
}
