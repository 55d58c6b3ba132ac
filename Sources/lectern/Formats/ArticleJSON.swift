import Chat
import LecternCore

extension JSON {
    /// `show --format json` for an article.
    static func article(_ article: Article) -> JSON {
        let gatedText = article.blocks.compactMap { block -> String? in
            // What a picture shows is in `images`; it is not what the article says.
            if case .figure = block.content { return nil }
            let text = block.text
            return text.isEmpty ? nil : text
        }
        return .object([
            ("title", .string(article.title)),
            ("byline", .text(article.byline)),
            ("published", .text(article.published)),
            ("updated", .text(article.updated)),
            ("language", .text(article.language)),
            ("site", .text(article.site)),
            ("url", .text(article.address?.string)),
            ("text", .string(gatedText.joined(separator: "\n\n"))),
            (
                "paragraphs",
                .array(
                    article.paragraphs.map {
                        .object([
                            ("number", .int($0.number)), ("text", .string($0.text)),
                            ("section", .text($0.section)),
                        ])
                    })
            ),
            (
                "headings",
                .array(
                    article.sections.map {
                        .object([("level", .int($0.level)), ("text", .string($0.title))])
                    })
            ),
            (
                "links",
                .array(
                    article.links.map {
                        .object([("text", .string($0.text)), ("url", .string($0.address.string))])
                    })
            ),
            (
                "related",
                .array(
                    article.related.map {
                        .object([("title", .string($0.title)), ("url", .text($0.address?.string))])
                    })
            ),
            ("images", .array(article.blocks.compactMap(image))),
        ])
    }

    private static func image(_ block: Block) -> JSON? {
        guard case .figure(let figure) = block.content else { return nil }
        return .object([
            ("alt", .text(figure.alt)), ("url", .text(figure.address?.string)),
            ("caption", .text(figure.caption?.text)),
        ])
    }

    /// `show --format json` for a feed.
    static func feed(_ feed: Feed) -> JSON {
        .object([
            ("title", .string(feed.title)),
            ("url", .text(feed.address?.string)),
            (
                "entries",
                .array(
                    feed.entries.map { entry in
                        .object([
                            ("title", .string(entry.title)), ("url", .text(entry.source?.display)),
                            ("author", .text(entry.author)), ("published", .text(entry.published)),
                            (
                                "text",
                                .string(
                                    entry.article.map {
                                        $0.blocks.map(\.text).joined(separator: "\n\n")
                                    } ?? entry.text)
                            ),
                        ])
                    })
            ),
        ])
    }

    /// `summarize --format json` and `ask --format json`.
    static func answer(_ answer: Answer) -> JSON {
        .object([
            (
                "chatbot",
                .object([
                    ("name", .string(answer.card.displayName)),
                    ("kind", .string(answer.card.kind.rawValue)),
                    ("url", .text(answer.card.url)), ("model", .text(answer.card.model)),
                    ("window", .number(answer.card.window)),
                ])
            ),
            ("language", .text(answer.language)),
            ("sentences", .array(answer.sentences.map(sentence))),
            (
                "coverage",
                .object([
                    ("paragraphs", .int(answer.paragraphs)),
                    ("used", .array(answer.finish.used.map { .int($0) })),
                    ("parts", .int(answer.finish.parts)),
                ])
            ),
            (
                "usage",
                .object([
                    ("prompt_tokens", .number(answer.finish.promptTokens)),
                    ("answer_tokens", .number(answer.finish.answerTokens)),
                    ("seconds", .double(answer.seconds)),
                ])
            ),
            ("finish", .string(answer.finish.reason.rawValue)),
        ])
    }

    private static func sentence(_ sentence: CheckedSentence) -> JSON {
        .object([
            ("text", .string(sentence.text)),
            (
                "citations",
                .array(
                    sentence.citations.map {
                        .object([("paragraph", .int($0.paragraph)), ("quote", .text($0.quote))])
                    })
            ),
            ("support", .string(sentence.support.rawValue)),
        ])
    }
}

extension Source {
    /// As a person would type it.
    var display: String {
        switch self {
        case .address(let address): address.string
        case .file(let path): path
        case .standardInput: "-"
        case .several(let sources): sources.map(\.display).joined(separator: " ")
        }
    }
}
