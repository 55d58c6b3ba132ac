import LecternCore

/// A question and a chatbot's answer as they are kept from run to run.
package struct KeptExchange: Equatable, Sendable {
    package var task: Question.Task
    /// The question in the reader's words.
    package var title: String
    package var card: ChatbotCard
    /// Markdown with `[n]` citations, as it came.
    package var text: String
    package var finish: Finish
    /// How long it took.
    package var seconds: Int
    /// ISO 8601 date of the answer; empty where nobody said.
    package var date: String
    /// `Article.fingerprint` of the text it was about.
    package var article: UInt64

    package init(
        task: Question.Task, title: String, card: ChatbotCard, text: String, finish: Finish,
        seconds: Int, date: String, article: UInt64
    ) {
        self.task = task
        self.title = title
        self.card = card
        self.text = text
        self.finish = finish
        self.seconds = seconds
        self.date = date
        self.article = article
    }
}

/// A kept exchange whose answer was checked against the article as it is now.
package struct RecalledExchange: Equatable, Sendable {
    package var kept: KeptExchange
    package var sentences: [CheckedSentence]

    package init(kept: KeptExchange, sentences: [CheckedSentence]) {
        self.kept = kept
        self.sentences = sentences
    }

    /// Checks what was kept, which takes as long as checking each answer when it came.
    package static func checked(
        _ exchanges: [KeptExchange], against article: Article
    ) -> [RecalledExchange] {
        exchanges.map { kept in
            let sentences = Citations.check(
                kept.text, against: article, language: kept.task.language)
            return RecalledExchange(kept: kept, sentences: sentences)
        }
    }
}

extension Article {
    /// The same for the same title and blocks, whatever address they came from.
    package var fingerprint: UInt64 {
        var hash = FixedHash()
        hash.feed(title)
        for block in blocks {
            withUnsafeBytes(of: block.id.hash.littleEndian) { bytes in
                for byte in bytes { hash.feed(byte) }
            }
        }
        return hash.value
    }

    /// What conversations about it are kept under: its address, else its text.
    package var conversationKey: String {
        address.map { $0.page.string } ?? "text:" + String(fingerprint, radix: 16)
    }
}

// MARK: - As JSON

extension KeptExchange {
    package var json: JSON {
        .object([
            .init("task", task.json), .init("title", .string(title)),
            .init(
                "chatbot",
                .object([
                    .init("kind", .string(card.kind.rawValue)), .init("url", JSON(card.url)),
                    .init("model", JSON(card.model)), .init("window", JSON(card.window)),
                    .init("local", .bool(card.isLocal)),
                ])
            ),
            .init("text", .string(text)),
            .init("finish", .string(finish.reason.rawValue)),
            .init("used", .array(finish.used.map { .number(Double($0)) })),
            .init("parts", .number(Double(finish.parts))), .init("cut", .bool(finish.wasCut)),
            .init("seconds", .number(Double(seconds))), .init("date", .string(date)),
            .init("speed", finish.speed.map { .number($0) } ?? .null),
            // Beyond what a JSON number holds.
            .init("article", .string(String(article, radix: 16))),
        ])
    }

    /// nil for anything that is not a whole exchange.
    package init?(_ json: JSON) {
        guard let task = Question.Task(json["task"]), let title = json["title"].string,
            let text = json["text"].string,
            let kind = json["chatbot"]["kind"].string.flatMap(ChatbotCard.Kind.init(rawValue:)),
            let reason = json["finish"].string.flatMap(Finish.Reason.init(rawValue:)),
            let article = json["article"].string.flatMap({ UInt64($0, radix: 16) })
        else { return nil }
        let chatbot = json["chatbot"]
        self.init(
            task: task, title: title.gated,
            card: ChatbotCard(
                kind: kind, url: chatbot["url"].string, model: chatbot["model"].string,
                window: chatbot["window"].int, isLocal: chatbot["local"].bool ?? false),
            text: text.gated,
            finish: Finish(
                reason: reason, used: (json["used"].array ?? []).prefix(100_000).compactMap(\.int),
                parts: json["parts"].int ?? 1, speed: json["speed"].double,
                wasCut: json["cut"].bool ?? false),
            seconds: json["seconds"].int ?? 0, date: (json["date"].string ?? "").gated,
            article: article)
    }
}

extension Question.Task {
    fileprivate var json: JSON {
        switch self {
        case .summary(let length): ["kind": "summary", "words": .number(Double(length.target))]
        case .ask(let words): ["kind": "ask", "words": .string(words)]
        case .explain(let block): ["kind": "explain", "block": .number(Double(block))]
        case .keyPoints: ["kind": "points"]
        case .simplify(let block): ["kind": "simplify", "block": .number(Double(block))]
        case .translate(let block, let tag):
            ["kind": "translate", "block": .number(Double(block)), "language": .string(tag)]
        case .news: ["kind": "news"]
        case .compare: ["kind": "compare"]
        case .own(let name, let order):
            ["kind": "own", "name": .string(name), "words": .string(order)]
        }
    }

    fileprivate init?(_ json: JSON) {
        switch (json["kind"].string, json["words"], json["block"].int) {
        case ("summary", let words, _):
            guard let count = words.int else { return nil }
            self = .summary(Length(target: count))
        case ("ask", .string(let words), _): self = .ask(words.gated)
        case ("explain", _, let block?): self = .explain(block: block)
        case ("points", _, _): self = .keyPoints
        case ("simplify", _, let block?): self = .simplify(block: block)
        case ("translate", _, let block?):
            guard let tag = json["language"].string else { return nil }
            self = .translate(block: block, to: tag.gated)
        case ("news", _, _): self = .news
        case ("compare", _, _): self = .compare
        case ("own", .string(let order), _):
            self = .own(name: (json["name"].string ?? "").gated, order: order.gated)
        default: return nil
        }
    }
}

extension Length {
    /// The length that aims at so many words.
    fileprivate init(target: Int) {
        self = [.short, .medium, .long].first { $0.target == target } ?? .words(target)
    }
}
