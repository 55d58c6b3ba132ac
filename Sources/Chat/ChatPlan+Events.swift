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

    private mutating func handle(_ replies: [Reply]) -> [Step] {
        var steps: [Step] = []
        for reply in replies where !isDone { steps += handle(reply) }
        return steps
    }

    private mutating func handle(_ reply: Reply) -> [Step] {
        switch reply {
        case .text(let text):
            hasText = true
            if case .part = stage {
                note += text
                return [.reply(.draft(text))]
            }
            answer += text
            return [.reply(reply)]
        case .again(.thoughts):
            hasText = false
            note = ""
            answer = ""
            return [.reply(reply)]
        case .finished(let finish): return finished(finish)
        case .failed(let error): return failed(error)
        case .waiting, .progress, .thinking, .part, .draft, .again: return [.reply(reply)]
        }
    }

    // MARK: An answer has ended

    private mutating func finished(_ finish: Finish) -> [Step] {
        if let read = finish.promptTokens, wasCut(read: read) {
            if replans < 3 {
                return replan(window: cutWindow(read: read), .cut(sent: sentTokens, read: read))
            }
            total.wasCut = true
        }
        add(finish)
        if case .part(let index) = stage {
            if !note.isEmpty { notes.append(note.trimmedLines) }
            if index + 1 == parts.parts.count, !notesFit { return foldNotes() }
            return next()
        }
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
    /// below even that is a cut, and half a window and two is what Ollama's cut leaves. A tiny count is only
    /// what was not in the server's cache.
    private func wasCut(read: Int) -> Bool {
        guard sent > 400 else { return false }
        if card.kind == .ollama, abs(read - (window / 2 + 2)) <= 4,
            sent * scale > Double(window) * 0.6
        {
            return true
        }
        let share = Double(read) / sent
        return share < 0.45 && share > 0.1 && read > 256
    }

    private func cutWindow(read: Int) -> Int {
        if card.kind == .ollama, abs(read - (window / 2 + 2)) <= 4 {
            return max(512, window * 3 / 4)
        }
        return max(512, read + reserve)
    }

    /// Notes that are too long for one request are shortened to what fits, each part keeping its share.
    private var notesFit: Bool {
        notes.reduce(0) { $0 + Tokens.weight($1) } <= budget
    }

    private mutating func foldNotes() -> [Step] {
        let share = budget / Double(max(1, notes.count))
        notes = notes.map { note in
            var left = share
            let lines = note.split(separator: "\n").prefix { line in
                left -= Tokens.weight(line) + 1
                return left > 0
            }
            return lines.joined(separator: "\n")
        }.filter { !$0.isEmpty }
        return next()
    }

    // MARK: An answer has failed

    private mutating func failed(_ error: ChatError) -> [Step] {
        guard let problem = reader.problem else { return end(error) }
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

    /// The notes of earlier parts are worth something even when a later part fails.
    private mutating func end(_ error: ChatError) -> [Step] {
        finish(.failed(error))
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
        return [.reply(.again(why))] + next()
    }
}

extension String {
    /// The lines that say something, without blanks at their ends.
    fileprivate var trimmedLines: String {
        split(separator: "\n").map { line in
            String(line.drop { $0.isWhitespace })
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
