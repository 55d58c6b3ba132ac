import LecternCore

extension ChatPlan {
    /// The head of the answer has come.
    package mutating func opened(status: Int) -> [Step] {
        guard !isDone else { return [] }
        reader = ReplyReader(card: card, status: status)
        return []
    }

    /// A piece of the answer's body, split anywhere.
    package mutating func received(_ bytes: some Collection<UInt8>) -> [Step] {
        guard !isDone else { return [] }
        return handle(reader.feed(bytes))
    }

    /// The connection has closed; `error` when it never opened or broke.
    package mutating func ended(_ error: ChatError? = nil) -> [Step] {
        guard !isDone, !reader.isDone else { return [] }
        if let error, !reader.hasText { return finish(.failed(error)) }
        return handle(reader.end())
    }

    /// A `.wait` is over.
    package mutating func waited() -> [Step] {
        isDone ? [] : send()
    }

    /// What the server is told when the reader wants the answer without more reasoning, where it can be told; then
    /// the stream goes on. nil: call `answerNow`.
    package var control: ChatRequest? {
        guard options.thinks, card.kind == .llamaCpp, let id = reader.id, !hasText else {
            return nil
        }
        let body: JSON = ["id": .string(id), "action": "reasoning_end"]
        return ChatRequest(
            path: "/v1/chat/completions/control", body: Array(body.text.utf8))
    }

    /// Asks again without reasoning; nothing when the answer itself has begun.
    package mutating func answerNow() -> [Step] {
        guard !isDone, !hasText, !wantsAnswerNow, stage != .idle else { return [] }
        options.thinks = false
        wantsAnswerNow = true
        return [.reply(.again(.now))] + send()
    }

    private mutating func handle(_ replies: [Reply]) -> [Step] {
        var steps: [Step] = []
        for reply in replies where !isDone { steps += handle(reply) }
        return steps
    }

    private mutating func handle(_ reply: Reply) -> [Step] {
        switch reply {
        case .text(let text): return said(echo.feed(text))
        case .again(.thoughts):
            echo = PromptEcho(tag: prompt.tag)
            hasText = false
            note = ""
            answer = ""
            return [.reply(reply)]
        case .finished(let finish): return said(echo.end()) + finished(finish)
        case .failed(let error): return said(echo.end()) + failed(error)
        case .waiting, .progress, .thinking, .plan, .part, .draft, .again:
            return [.reply(reply)]
        }
    }

    private mutating func said(_ text: String) -> [Step] {
        guard !text.isEmpty else { return [] }
        hasText = true
        if isNote {
            note += text
            return [.reply(.draft(text))]
        }
        answer += text
        return [.reply(.text(text))]
    }

    // MARK: An answer has ended

    private mutating func finished(_ finish: Finish) -> [Step] {
        if let read = finish.promptTokens, wasCut(read: read) {
            if replans < 3 {
                return replan(window: cutWindow(read: read), .cut(sent: sentTokens, read: read))
            }
            total.wasCut = true
        }
        // A model that says its prompt over again has not been thinking.
        if finish.reason == .length, !reader.hasText, thoughtRoom == 0 { return withoutThoughts() }
        let oldScale = scale
        add(finish)
        if case .part(let index) = stage {
            if question.task.isRetelling {
                if index + 1 < partCount { return [.reply(.text("\n\n"))] + next() }
                return end(finish)
            }
            regroup(after: index, oldScale: oldScale)
        }
        if isNote {
            let lines = note.noteLines
            if !lines.isEmpty {
                notes.append(lines)
                if case .part = stage { cache[noteKey] = lines }
            }
            return next()
        }
        if order == nil, let wanted = prompt.language, Language.isOther(answer, than: wanted) {
            // Small models obey an order in the language itself, if any.
            order = Language.order(wanted) ?? ""
            return [.reply(.again(.language))] + send()
        }
        return end(finish)
    }

    /// Nothing but thoughts came: they are asked to stay away, and given room should they not.
    private mutating func withoutThoughts() -> [Step] {
        options.thinks = false
        wantsAnswerNow = true
        thoughtRoom = options.thinkingTokens
        return replan(window: window, .overthought)
    }

    private mutating func end(_ finish: Finish) -> [Step] {
        if case .merge = stage { cache.keep(parts, divisionKey) }
        total.reason = finish.reason
        total.used = used
        total.parts = partCount
        return self.finish(.finished(total))
    }

    private var sentTokens: Int { Int(sent * scale) }

    private mutating func add(_ finish: Finish) {
        if let read = finish.promptTokens {
            total.promptTokens = (total.promptTokens ?? 0) + read
            let measured = Double(read) / max(1, sent)
            // A server that counts only what it had not cached says nothing about the scale.
            if sent > 200, (0.4...2.5).contains(measured) { scale = measured }
        }
        if let wrote = finish.answerTokens {
            total.answerTokens = (total.answerTokens ?? 0) + wrote
        }
        total.speed = finish.speed ?? total.speed
    }

    /// Did the server read much less than was sent? The estimate is some 40 % high for English; a count far
    /// below even that is a cut, and so is half a window and two, which is what Ollama's cut leaves. A tiny
    /// count is only what was not in the server's cache.
    private func wasCut(read: Int) -> Bool {
        guard sent > 400, read > 100 else { return false }
        if isCounted {
            // The template adds to what was counted and never takes away.
            return (0.1..<0.85).contains(Double(read) / (sent * scale))
        }
        let share = Double(read) / sent
        return share > 0.1 && (share < 0.45 || share < 0.65 && cutMark(read) != nil)
    }

    /// The window of which `read` is what a cut leaves: all of it, or Ollama's half and two, be Ollama asked itself or
    /// through a gateway; nil where it is none.
    private func cutMark(_ read: Int) -> Int? {
        guard card.kind != .llamaCpp, card.kind != .vllm else { return nil }
        return [1_024, 2_048, 4_096, 8_192, 16_384, 32_768].first {
            abs(read - ($0 / 2 + 2)) <= 3 || abs(read - $0) <= 1
        }
    }

    /// What the server's window must really be.
    private func cutWindow(read: Int) -> Int {
        max(512, cutMark(read) ?? read + reserve)
    }

    // MARK: An answer has failed

    private mutating func failed(_ error: ChatError) -> [Step] {
        guard let problem = reader.problem else {
            if error == .nothing, reader.hasThinking, thoughtRoom == 0 { return withoutThoughts() }
            guard error == .nothing, isSilentAboutLength, blanks < 3 else {
                // A part that the model has nothing to say about is no reason to give up the others.
                return error == .nothing && isNote && !isLastNote ? next() : end(error)
            }
            blanks += 1
            let needed = min(window, sentTokens + reserve)
            return replan(window: needed * 6 / 10, .tooLong(window: nil))
        }
        if let overflow = problem.overflow, !hasText { return tooLong(overflow) }
        guard !hasText else { return end(error) }
        if problem.isBusy, waits < 300 {
            let pause = waits < 10 ? 0.5 : 2
            waits += pause
            return [.reply(.waiting(problem.text)), .wait(seconds: pause)]
        }
        if problem.isAboutRoles, !foldsSystem {
            foldsSystem = true
            return send()
        }
        if problem.status == 400 || problem.status == 422, !isPlain, !problem.isPlain {
            isPlain = true
            return send()
        }
        return end(error)
    }

    /// Is this the last chance that anything comes of the parts?
    private var isLastNote: Bool {
        guard notes.isEmpty else { return false }
        return switch stage {
        case .part(let index): index + 1 == partCount
        case .fold(let index): index + 1 == groups.count
        case .idle, .whole, .merge: true
        }
    }

    private mutating func end(_ error: ChatError) -> [Step] { finish(.failed(error)) }

    /// Is an answer without a word what this server gives to a prompt that is too long? LM Studio does, and whatever
    /// may stand behind an address of no known kind; the others say so.
    private var isSilentAboutLength: Bool {
        switch card.kind {
        case .lmStudio, .openAI, .localAI, .jan: sent * scale > 1_000
        case .ollama, .llamaCpp, .vllm, .extract: false
        }
    }

    private mutating func tooLong(_ overflow: ServerProblem.Overflow) -> [Step] {
        guard replans < 4 else {
            return finish(.failed(.tooLong(tokens: overflow.tokens, window: overflow.window)))
        }
        if let tokens = overflow.tokens, overflow.answer == nil, sent > 200 {
            scale = min(4, max(scale, Double(tokens) / sent))
        }
        let named = overflow.window.map { max(256, $0) }
        let smaller = named.map { $0 < window ? $0 : window * 3 / 4 } ?? window * 6 / 10
        guard smaller >= 256 else {
            return finish(.failed(.tooLong(tokens: overflow.tokens, window: overflow.window)))
        }
        return replan(window: smaller, .tooLong(window: overflow.window))
    }

    private mutating func replan(window: Int, _ why: Again) -> [Step] {
        replans += 1
        self.window = window
        arrange()
        return [.reply(.again(why)), .reply(outline)] + next()
    }
}

extension String {
    /// The lines that say something, made harmless again: a model may repeat what the article told it to.
    fileprivate var noteLines: String {
        split(whereSeparator: \.isNewline).map {
            PromptText.harmless(String($0), keepsNumbers: true)
        }
        .filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
