import LecternCore

/// Reads a chatbot's answer from the bytes of an HTTP body, whatever way they were split.
///
/// NDJSON and server-sent events are told apart line by line, since servers answer in the dialect they like.
/// 1. After `.finished` or `.failed` nothing comes any more.
/// 2. Text is decoded line by line, so a character is never cut in two.
/// 3. What came before a failure stays.
package struct ReplyReader: Sendable {
    /// What the server complained about, when the last reply was `.failed`.
    package private(set) var problem: ServerProblem?
    /// The stream's id, which llama.cpp's control requests name.
    package private(set) var id: String?
    package private(set) var isDone = false
    /// Has any of the answer come, any of the reasoning?
    package private(set) var hasText = false
    package private(set) var hasThinking = false

    private let status: Int
    private let card: ChatbotCard
    private var lines = StreamLines()
    /// The body as it came, for answers that are no stream; given up when longer.
    private var body: [UInt8] = []
    private var event: [UInt8] = []
    private var eventIsError = false
    private var firstOddLine: String?
    private var hasObject = false
    private var tags = ThinkTags()
    private var text = StreamText(limit: 256 << 10)
    private var thinking = StreamText(limit: 1 << 20)
    /// The answer so far, as long as it may yet turn out to be reasoning.
    private var earlier: String? = ""
    private var reason: Finish.Reason?
    private var finish = Finish()

    /// `status` is the HTTP status the body came with.
    package init(card: ChatbotCard, status: Int = 200) {
        self.card = card
        self.status = status
    }

    /// The replies that these bytes complete.
    package mutating func feed(_ bytes: some Collection<UInt8>) -> [Reply] {
        guard !isDone else { return [] }
        // One concrete type from here on: generic code that other targets call is 20 times slower.
        let bytes = [UInt8](bytes)
        if !hasObject, body.count < 1 << 20 { body += bytes }
        guard status < 300 else { return [] }
        var replies: [Reply] = []
        for line in lines.feed(bytes) where !isDone { take(line, &replies) }
        return replies
    }

    /// The connection has ended: the replies that are still to be given, the last one first of all.
    package mutating func end() -> [Reply] {
        guard !isDone else { return [] }
        var replies: [Reply] = []
        if status < 300 {
            if let last = lines.end() { take(last, &replies) }
            if !isDone { dispatch(&replies) }
        }
        guard !isDone else { return replies }
        if !hasObject, let json = JSON(body), json.object != nil {
            if status < 300 { take(json, &replies) } else { take(error: json, &replies) }
        }
        guard !isDone else { return replies }
        if reason != nil {
            close(&replies)
        } else if !hasObject, let words = plainWords() {
            fail(ServerProblem(status: status, text: words, isPlain: true), &replies)
        } else if status >= 300 {
            fail(ServerProblem(status: status, text: "", isPlain: true), &replies)
        } else {
            flush(&replies)
            if let firstOddLine {
                fail(ServerProblem(status: status, text: firstOddLine, isPlain: true), &replies)
            } else {
                isDone = true
                replies.append(.failed(hasText || hasThinking ? .dropped : .nothing))
            }
        }
        return replies
    }

    // MARK: Lines

    private mutating func take(_ raw: [UInt8], _ replies: inout [Reply]) {
        var line = raw[...]
        if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        guard let first = line.first else { return dispatch(&replies) }
        if first == UInt8(ascii: "{") {
            if let json = JSON(line) { take(json, &replies) }
        } else if first == UInt8(ascii: ":") || line.starts(with: "id:".utf8)
            || line.starts(with: "retry:".utf8)
        {
            return
        } else if line.starts(with: "event:".utf8) {
            let name = line.dropFirst(6).drop { $0 == 0x20 }
            eventIsError = name.elementsEqual("error".utf8)
        } else if line.starts(with: "data:".utf8) {
            var data = line.dropFirst(5)
            if data.first == 0x20 { data = data.dropFirst() }
            if !event.isEmpty { event.append(0x0A) }
            if event.count + data.count <= lines.limit { event += data }
        } else if line.starts(with: "error:".utf8) {
            let rest = line.dropFirst(6).drop { $0 == 0x20 }
            flush(&replies)
            let said = JSON(rest).map { ServerProblem(["error": $0], status: status) } ?? nil
            let words = String(decoding: rest.prefix(2_000), as: UTF8.self)
            fail(said ?? ServerProblem(status: status, text: words), &replies)
        } else if firstOddLine == nil, line.contains(where: { $0 > 0x20 }) {
            let isValue = JSON(line) != nil
            let words = String(decoding: line.prefix(500), as: UTF8.self)
            if !isValue, words.contains(where: \.isLetter) { firstOddLine = words }
        }
    }

    /// Ends a server-sent event.
    private mutating func dispatch(_ replies: inout [Reply]) {
        defer {
            event.removeAll(keepingCapacity: true)
            eventIsError = false
        }
        guard !event.isEmpty else { return }
        if event.starts(with: "[DONE]".utf8) {
            hasObject = true
            return close(&replies)
        }
        guard let json = JSON(event) else {
            if eventIsError {
                flush(&replies)
                let words = String(decoding: event.prefix(2_000), as: UTF8.self)
                fail(ServerProblem(status: status, text: words), &replies)
            }
            return
        }
        if eventIsError, ServerProblem(json, status: status) == nil {
            return take(error: ["error": json], &replies)
        }
        take(json, &replies)
    }

    // MARK: Objects

    private mutating func take(_ json: JSON, _ replies: inout [Reply]) {
        guard json.object != nil else { return }
        if ServerProblem(json, status: status) != nil { return take(error: json, &replies) }
        let isOllama = json["message"].object != nil || json["done"].bool != nil
        let isOpenAI = json["choices"].array != nil || json["usage"].object != nil
        guard isOllama || isOpenAI || !json["prompt_progress"].isNull || !json["timings"].isNull
        else { return }
        hasObject = true
        firstOddLine = nil
        body = []
        if let id = json["id"].string, self.id == nil, id.utf8.count < 200 { self.id = id }
        if isOpenAI || !isOllama { takeOpenAI(json, &replies) } else { takeOllama(json, &replies) }
        if text.isFull || thinking.isFull, !isDone {
            reason = .length
            close(&replies)
        }
    }

    private mutating func take(error json: JSON, _ replies: inout [Reply]) {
        flush(&replies)
        let problem =
            ServerProblem(json, status: status) ?? ServerProblem(status: status, text: json.text)
        fail(problem, &replies)
    }

    private mutating func takeOllama(_ json: JSON, _ replies: inout [Reply]) {
        let message = json["message"]
        say(thinking: message["thinking"].string, text: message["content"].string, &replies)
        guard json["done"].bool == true else { return }
        finish.promptTokens = json["prompt_eval_count"].int
        finish.answerTokens = json["eval_count"].int
        if let tokens = finish.answerTokens, let time = json["eval_duration"].double, time > 0 {
            finish.speed = Double(tokens) / time * 1e9
        }
        reason = json["done_reason"].string == "length" ? .length : .stop
        close(&replies)
    }

    private mutating func takeOpenAI(_ json: JSON, _ replies: inout [Reply]) {
        let progress = json["prompt_progress"]
        if let total = progress["total"].double, total > 0,
            let done = progress["processed"].double
        {
            replies.append(.progress(min(1, max(0, done / total))))
        }
        let choice = json["choices"][0]
        if reason == nil {
            let delta = choice["delta"].object == nil ? choice["message"] : choice["delta"]
            say(
                thinking: delta["reasoning_content"].string ?? delta["reasoning"].string,
                text: delta["content"].string, &replies)
            switch choice["finish_reason"].string {
            case nil: break
            case "length"?: reason = .length
            case "content_filter"?: reason = .filtered
            default: reason = .stop
            }
        }
        let usage = json["usage"]
        finish.promptTokens = usage["prompt_tokens"].int ?? finish.promptTokens
        finish.answerTokens = usage["completion_tokens"].int ?? finish.answerTokens
        let timings = json["timings"]
        finish.speed = timings["predicted_per_second"].double ?? finish.speed
        if finish.promptTokens == nil, let new = timings["prompt_n"].int {
            finish.promptTokens = new + (timings["cache_n"].int ?? 0)
        }
    }

    private mutating func say(thinking: String?, text: String?, _ replies: inout [Reply]) {
        if let thinking, !thinking.isEmpty {
            tags.settle()
            add(.thinking(thinking), &replies)
        }
        guard let text, !text.isEmpty else { return }
        for piece in tags.feed(text) { add(piece, &replies) }
        if tags.isSettled { earlier = nil }
    }

    private mutating func add(_ piece: ThinkTags.Piece, _ replies: inout [Reply]) {
        switch piece {
        case .thinking(let raw):
            let safe = thinking.gate(raw)
            guard !safe.isEmpty else { return }
            hasThinking = true
            replies.append(.thinking(safe))
        case .text(let raw):
            let safe = text.gate(raw)
            guard !safe.isEmpty else { return }
            hasText = true
            earlier? += safe
            replies.append(.text(safe))
        case .wasThinking:
            guard hasText else { return }
            hasText = false
            hasThinking = true
            replies.append(.again(.thoughts))
            replies.append(.thinking(earlier ?? ""))
            earlier = nil
        }
    }

    // MARK: The end

    private mutating func flush(_ replies: inout [Reply]) {
        for piece in tags.end() { add(piece, &replies) }
    }

    private mutating func close(_ replies: inout [Reply]) {
        flush(&replies)
        isDone = true
        guard hasText || hasThinking || reason == .filtered else {
            return replies.append(.failed(.nothing))
        }
        if !hasText, reason != .length, reason != .filtered {
            return replies.append(.failed(.nothing))
        }
        finish.reason = reason ?? .stop
        replies.append(.finished(finish))
    }

    private mutating func fail(_ problem: ServerProblem, _ replies: inout [Reply]) {
        isDone = true
        self.problem = problem
        replies.append(.failed(problem.error(card: card)))
    }

    /// The first words of a body that is no JSON, without markup.
    private func plainWords() -> String? {
        var isTag = false
        var out = ""
        for character in String(decoding: body.prefix(4_000), as: UTF8.self) {
            if character == "<" { isTag = true }
            if !isTag { out.append(character) }
            if character == ">" {
                isTag = false
                out.append(" ")
            }
        }
        let words = out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : String(words.prefix(200))
    }
}
