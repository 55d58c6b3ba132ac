import LecternCore

/// Everything it takes to answer one question with one chatbot: what is sent, in which order, and what is done
/// when the server balks. Pure: it says what to do, and is told what happened.
///
/// ```swift
/// var plan = ChatPlan(question, card: card, tag: "k7Qz3f")
/// if let counting = plan.counting { plan.counted(post(counting)) }
/// perform(plan.start())                 // .send: POST it, dropping any exchange in flight
/// perform(plan.opened(status: 200))     // the head of the answer has come
/// perform(plan.received(bytes))         // any split of its body
/// perform(plan.ended())                 // the connection closed
/// perform(plan.waited())                // after a .wait
/// ```
/// 1. The last reply is `.finished` or `.failed`, and nothing comes after it: close the connection then.
/// 2. While a `.wait` runs, no exchange is in flight.
/// 3. Nothing is reported of an exchange that a later `.send` has dropped.
/// 4. A request is never sent more than a few times, whatever the server says.
package struct ChatPlan: Sendable {
    package enum Step: Equatable, Sendable {
        case send(ChatRequest)
        /// Do nothing for so many seconds, then call `waited`.
        case wait(seconds: Double)
        case reply(Reply)
    }

    /// How long to wait for whom, seconds. Ollama sends no headers before the model is loaded, and giving up
    /// aborts the loading.
    package static let patience = (connect: 2.0, firstByte: 300.0, betweenBytes: 120.0)

    package let question: Question
    package let card: ChatbotCard
    /// Does the article speak to the model rather than to the reader?
    package let isFlagged: Bool
    package internal(set) var isDone = false
    /// Tokens that the requests come to, as estimated.
    package var tokens: Int { Int(parts.parts.joined().reduce(0) { $0 + $1.tokens } * scale) }
    /// Paragraph numbers that are sent, in order.
    package var used: [Int] { parts.used }
    /// Parts the article is read in.
    package var partCount: Int { parts.parts.count }
    /// Tokens that fit, as known or assumed.
    package internal(set) var window: Int
    /// Did the server count the article's tokens itself?
    package internal(set) var isCounted = false
    /// What parts of articles came to so far, this one's among them once it was answered: for the next plan.
    package internal(set) var cache: NoteCache
    /// How far the server's count and the estimate are apart, from the answers so far: for `ChatOptions.tokenScale`.
    package internal(set) var scale: Double

    let prompt: Prompt
    let passages: [Passage]
    var options: ChatOptions
    var parts: Parts
    var stage = Stage.idle
    /// What the parts, or the groups of notes, came to so far.
    var notes: [String] = []
    /// The notes that are being folded; each group fits into a request.
    var groups: [[String]] = []
    var note = ""
    /// What the note in the making is kept under.
    var noteKey: UInt64 = 0
    var answer = ""
    var total = Finish()
    var reader: ReplyReader
    var echo: PromptEcho
    var hasText = false
    var foldsSystem = false
    var isPlain = false
    var order: String?
    /// The other article of the question, as far as there is room.
    var otherBlock = ""
    /// The reader has had enough of the reasoning, or it has taken all the room.
    var wantsAnswerNow = false
    /// Tokens kept free beside the answer for thoughts of a model that cannot be told to leave them.
    var thoughtRoom = 0
    /// Answers without a word, from servers that say nothing when the prompt is too long.
    var blanks = 0
    var replans = 0
    var waits = 0.0
    /// Tokens estimated for the request in flight, before scaling.
    var sent = 0.0

    enum Stage: Equatable {
        case idle
        /// The answer from the article in one piece.
        case whole
        /// Notes of a part, from 0.
        case part(Int)
        /// Fewer notes from a group of notes, from 0, when all together are too long.
        case fold(Int)
        /// The answer from the notes.
        case merge
    }

    /// `tag` closes the article's block in the prompt: letters and digits, random, the same for all questions
    /// about one article so that servers can reuse what they read.
    package init(
        _ question: Question, card: ChatbotCard, tag: String, options: ChatOptions = ChatOptions(),
        cache: NoteCache = NoteCache()
    ) {
        self.question = question
        self.cache = cache
        self.card = card
        self.options = options
        scale = options.tokenScale
        prompt = Prompt(
            article: question.article, language: question.language ?? question.article.language,
            tag: tag)
        passages = question.article.passages(ofSection: question.task.section)
        isFlagged = question.article.addressesModel
        reader = ReplyReader(card: card)
        echo = PromptEcho(tag: tag)
        parts = Parts(parts: [[]])
        window = 0
        choose()
    }

    /// Decides on the window and the parts.
    private mutating func choose() {
        var needed = weight * scale * (question.task.isRetelling ? 2.3 : 1)
        if question.other != nil { needed *= 1.5 }
        window = ChatPlan.window(for: card, needed: needed + 400, options: options)
        arrange()
    }

    /// Tokens of all that is asked about, as estimated.
    private var weight: Double { passages.reduce(0) { $0 + $1.tokens } }

    // MARK: Counting

    /// A request that has the article's tokens counted, for servers that can: a quick one, which may fail.
    package var counting: ChatRequest? {
        guard !passages.isEmpty else { return nil }
        return ChatRequest.count(sample, card: card)
    }

    /// The article as it is sent, as much of it as tells how many tokens the rest has.
    private var sample: String {
        var text = ""
        for passage in passages {
            text += passage.lines
            if text.utf8.count > 1 << 17 { break }
        }
        return text
    }

    /// The answer to `counting`; what is no count changes nothing.
    package mutating func counted(status: Int, body: [UInt8]) {
        guard stage == .idle, status == 200, let json = JSON(body),
            let count = json["count"].int ?? json["tokens"].array?.count, count > 0
        else { return }
        let estimate = Tokens.weight(sample)
        guard estimate > 0 else { return }
        scale = min(4, max(0.2, Double(count) / estimate))
        isCounted = true
        choose()
    }

    /// How the article is going to be read.
    var outline: Reply {
        .plan(
            ReadingPlan(
                tokens: Int((weight * scale).rounded()), window: window, parts: partCount,
                used: used.count, paragraphs: Set(passages.lazy.map(\.number)).count,
                isCounted: isCounted, addressesModel: isFlagged))
    }

    /// The window to count on: what the server says; for Ollama the smallest rung that holds everything, since
    /// a window that changes makes it load the model again; 4,096 where nobody knows.
    static func window(for card: ChatbotCard, needed: Double, options: ChatOptions) -> Int {
        guard card.kind == .ollama else { return max(256, card.window ?? 4_096) }
        let need = Int((needed + Double(options.reserve)) / 0.95) + 1
        let loaded = max(card.window ?? 0, options.loadedWindow)
        if loaded >= need { return loaded }
        let largest = max(loaded, min(card.maximumWindow ?? 8_192, options.largestWindow))
        let rung = [4_096, 8_192, 16_384, 32_768, 65_536, 131_072].first { $0 >= need }
        return max(1_024, min(rung ?? largest, largest))
    }

    /// Tokens left for article or notes beside instructions, answer and thoughts.
    var budget: Double { budget(beside: reserve) }

    /// The same for a request that asks for notes.
    var noteBudget: Double { budget(beside: noteReserve) }

    private func budget(beside reserve: Int) -> Double {
        let instructions =
            Tokens.weight(prompt.system) + Tokens.weight(prompt.task(question.task))
            + Tokens.weight(prompt.block([])) + Tokens.weight(otherBlock) + 60
        return max(100, (Double(window) * 0.95 - Double(reserve)) / scale - instructions)
    }

    /// Tokens for what the model writes: less in a small window.
    var reserve: Int {
        // What is told again takes about a third more tokens than it had.
        question.task.isRetelling
            ? max(window * 53 / 100, 100)
            : min(options.reserve + thoughtRoom, window / (thoughtRoom > 0 ? 2 : 3))
    }

    /// Tokens for the few bullets that a part comes to.
    var noteReserve: Int {
        let thoughts = options.thinks ? options.thinkingTokens : thoughtRoom
        return min(reserve, 250 + thoughts, window / (thoughtRoom > 0 ? 2 : 4))
    }

    /// Divides the article for the window.
    mutating func arrange() {
        otherBlock = ""
        if let other = question.other { otherBlock = prompt.block(of: other, room: budget / 3) }
        let room = budget - historyWeight
        if let whole = Parts.whole(passages, budget: room) {
            parts = whole
        } else if case .ask(let question) = question.task {
            parts = Parts.about(question, passages, budget: room)
        } else if question.task.isRetelling {
            parts = Parts.along(passages, budget: room, overlaps: false)
        } else {
            parts =
                cache.division(divisionKey)
                ?? Parts.along(passages, budget: noteBudget * 0.85)
        }
        stage = .idle
        notes = []
    }

    /// What the division of this article for this window is kept under.
    var divisionKey: UInt64 {
        NoteCache.key([
            card.modelKey, "\(window)", String(question.article.fingerprint, radix: 36),
            prompt.partTask(0, of: 0, for: question.task), otherBlock,
        ])
    }

    /// The last exchanges that fit into a quarter of the window.
    var history: [Exchange] {
        guard case .ask = question.task else { return [] }
        var left = Double(window) / 4 / scale
        var kept: [Exchange] = []
        for exchange in question.history.reversed() {
            left -= Tokens.weight(exchange.question) + Tokens.weight(exchange.answer) + 10
            guard left > 0 else { break }
            kept.insert(exchange, at: 0)
        }
        return kept
    }

    private var historyWeight: Double {
        history.reduce(0) { $0 + Tokens.weight($1.question) + Tokens.weight($1.answer) + 10 }
    }

    // MARK: Orders

    package mutating func start() -> [Step] {
        guard !passages.isEmpty else { return finish(.failed(.empty)) }
        return [.reply(outline)] + next()
    }

    /// The next request, behind the stage that has just ended.
    mutating func next() -> [Step] {
        switch stage {
        case .idle where parts.parts.count == 1: stage = .whole
        case .idle: stage = .part(0)
        case .part(let index) where index + 1 < parts.parts.count: stage = .part(index + 1)
        case .fold(let index) where index + 1 < groups.count: stage = .fold(index + 1)
        case .part, .fold: foldNotes()
        case .whole, .merge: break
        }
        return send()
    }

    /// Goes on to the answer when all notes fit into one request, else to fewer notes, group by group.
    private mutating func foldNotes() {
        let room = budget * 0.9
        // A note never takes more than a third of a request, so that every round at least halves them.
        let short = notes.map { $0.lines(within: room / 3) }.filter { !$0.isEmpty }
        groups = []
        var left = 0.0
        for note in short {
            let weight = Tokens.weight(note) + 1
            if groups.isEmpty || weight > left {
                groups.append([])
                left = room
            }
            groups[groups.count - 1].append(note)
            left -= weight
        }
        notes = []
        if groups.count > 1 {
            stage = .fold(0)
        } else {
            notes = groups.first ?? []
            stage = .merge
        }
    }

    /// Sends the request of this stage, again or for the first time.
    mutating func send() -> [Step] {
        reader = ReplyReader(card: card)
        echo = PromptEcho(tag: prompt.tag)
        hasText = false
        note = ""
        answer = ""
        var steps: [Step] = []
        if case .part(let index) = stage {
            steps.append(.reply(.part(index + 1, of: parts.parts.count)))
        }
        let messages = messages()
        if case .part(let index) = stage, isNote {
            noteKey = NoteCache.key([
                card.modelKey, prompt.block(parts.parts[index]), otherBlock,
                prompt.partTask(0, of: 0, for: question.task),
            ])
            if let known = cache[noteKey] {
                notes.append(known)
                return steps + [.reply(.draft(known))] + next()
            }
        }
        sent = messages.reduce(0) { $0 + Tokens.weight($1.text) + 4 }
        var options = options
        let room = isNote ? noteReserve : reserve
        if question.task.isRetelling { options.answerTokens = room }
        options.thinkingTokens = options.thinks ? min(options.thinkingTokens, room / 2) : 0
        options.answerTokens = min(
            options.answerTokens + thoughtRoom, room - options.thinkingTokens)
        steps.append(
            .send(
                .chat(
                    messages, card: card, window: card.kind == .ollama ? window : nil,
                    options: options, isPlain: isPlain, answersNow: wantsAnswerNow,
                    stops: prompt.ends)))
        return steps
    }

    /// Does what comes now serve a later request?
    var isNote: Bool {
        switch stage {
        case .part: !question.task.isRetelling
        case .fold: true
        case .idle, .whole, .merge: false
        }
    }

    /// Divides what is still to be read anew, when the server counts much less than was estimated.
    mutating func regroup(after index: Int, oldScale: Double) {
        let rest = parts.parts[(index + 1)...]
        guard rest.count >= 2, scale < oldScale * 0.9 else { return }
        var passages: [Passage] = []
        var last = parts.parts[index].last
        for part in rest {
            // The paragraph that two parts share is sent once more only where they still part.
            for passage in part where passage != last {
                passages.append(passage)
                last = passage
            }
        }
        let fewer = Parts.along(passages, budget: noteBudget * 0.85).parts
        if fewer.count < rest.count { parts.parts.replaceSubrange((index + 1)..., with: fewer) }
    }

    private func messages() -> [Message] {
        var order = order
        if wantsAnswerNow { order = (order.map { $0 + " " } ?? "") + Prompt.atOnce }
        return switch stage {
        case .idle, .whole:
            prompt.messages(
                context: prompt.block(parts.parts[0]) + otherBlock,
                task: prompt.task(question.task),
                history: history, foldsSystem: foldsSystem, order: order)
        case .part(let index):
            prompt.messages(
                context: prompt.block(parts.parts[index]) + otherBlock,
                task: prompt.partTask(index + 1, of: parts.parts.count, for: question.task),
                history: [], foldsSystem: foldsSystem, order: order)
        case .fold(let index):
            prompt.messages(
                context: "", task: prompt.fold(groups[index], for: question.task), history: [],
                foldsSystem: foldsSystem, order: order)
        case .merge:
            prompt.messages(
                context: "", task: prompt.merge(notes, for: question.task), history: [],
                foldsSystem: foldsSystem, order: order)
        }
    }

    mutating func finish(_ reply: Reply) -> [Step] {
        isDone = true
        return [.reply(reply)]
    }
}

extension String {
    /// The first lines that come to at most `room` tokens together.
    fileprivate func lines(within room: Double) -> String {
        var left = room
        let kept = split(separator: "\n").prefix { line in
            left -= Tokens.weight(line) + 1
            return left > 0
        }
        return kept.joined(separator: "\n")
    }
}
