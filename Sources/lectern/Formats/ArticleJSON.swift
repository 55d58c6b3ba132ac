import Chat
import LecternCore

extension JSON {
    /// `show --format json` for an article.
    static func article(_ article: Article) -> JSON {
        let gatedText = article.blocks.compactMap { block -> String? in
            // What a picture shows is in `images`; it is not what the article says.
            if case .figure = block.content { return nil }
            let text = words(of: block)
            return text.isEmpty ? nil : text
        }
        let notes = article.notes.map(\.text.text)
        return .object([
            .init("title", .string(article.title)),
            .init("byline", JSON(article.byline)),
            .init("published", JSON(article.published)),
            .init("updated", JSON(article.updated)),
            .init("language", JSON(article.language)),
            .init("site", JSON(article.site)),
            .init("url", JSON(article.address?.string)),
            .init("text", .string((gatedText + notes).joined(separator: "\n\n"))),
            .init(
                "paragraphs",
                .array(
                    article.paragraphs.map {
                        .object([
                            .init("number", .number(Double($0.number))),
                            .init("text", .string(words(of: article.blocks[$0.block]))),
                            .init("section", JSON($0.section)),
                        ])
                    })
            ),
            .init(
                "headings",
                .array(
                    article.sections.map {
                        .object([
                            .init("level", .number(Double($0.level))),
                            .init("text", .string($0.title)),
                        ])
                    })
            ),
            .init(
                "links",
                .array(
                    article.links.map {
                        .object([
                            .init("text", .string($0.text)),
                            .init("url", .string($0.address.string)),
                        ])
                    })
            ),
            .init(
                "related",
                .array(
                    article.related.map {
                        .object([
                            .init("title", .string($0.title)),
                            .init("url", JSON($0.address?.string)),
                        ])
                    })
            ),
            .init("images", .array(article.blocks.compactMap(image))),
            .init(
                "notes",
                .array(
                    article.notes.map {
                        .object([
                            .init("label", .string($0.label)), .init("text", .string($0.text.text)),
                        ])
                    })
            ),
        ])
    }

    /// The block's text, the marks of its footnotes in brackets as on the page.
    private static func words(of block: Block) -> String {
        block.content.richText?.text { "[\($0)]" } ?? block.text
    }

    private static func image(_ block: Block) -> JSON? {
        guard case .figure(let figure) = block.content else { return nil }
        return .object([
            .init("alt", JSON(figure.alt)), .init("url", JSON(figure.address?.string)),
            .init("caption", JSON(figure.caption?.text)),
        ])
    }

    /// `show --format json` for a feed.
    static func feed(_ feed: Feed) -> JSON {
        .object([
            .init("title", .string(feed.title)),
            .init("url", JSON(feed.address?.string)),
            .init(
                "entries",
                .array(
                    feed.entries.map { entry in
                        .object([
                            .init("title", .string(entry.title)),
                            .init("url", JSON(entry.source?.display)),
                            .init("author", JSON(entry.author)),
                            .init("published", JSON(entry.published)),
                            .init(
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
            .init(
                "chatbot",
                .object([
                    .init("name", .string(answer.card.displayName)),
                    .init("kind", .string(answer.card.kind.rawValue)),
                    .init("url", JSON(answer.card.url)), .init("model", JSON(answer.card.model)),
                    .init("window", JSON(answer.card.window)),
                ])
            ),
            .init("language", JSON(answer.language)),
            .init("addresses_model", .bool(answer.addressesModel)),
            .init("sentences", .array(answer.sentences.map(sentence))),
            .init(
                "coverage",
                .object([
                    .init("paragraphs", .number(Double(answer.paragraphs))),
                    .init("used", .array(answer.finish.used.map { .number(Double($0)) })),
                    .init("parts", .number(Double(answer.finish.parts))),
                    .init("cut", .bool(answer.finish.wasCut)),
                ])
            ),
            .init(
                "usage",
                .object([
                    .init("prompt_tokens", JSON(answer.finish.promptTokens)),
                    .init("answer_tokens", JSON(answer.finish.answerTokens)),
                    .init("seconds", .number(answer.seconds)),
                    .init("reasoning_seconds", .number(answer.thought)),
                ])
            ),
            .init("finish", .string(answer.finish.reason.rawValue)),
        ])
    }

    /// `check --format json`.
    static func checked(_ sentences: [CheckedSentence], against article: Article) -> JSON {
        .object([
            .init("title", .string(article.title)), .init("url", JSON(article.address?.string)),
            .init("paragraphs", .number(Double(article.paragraphs.count))),
            .init("sentences", .array(sentences.map(sentence))),
            .init("traced", .number(Double(sentences.count { $0.support == .traced }))),
        ])
    }

    private static func sentence(_ sentence: CheckedSentence) -> JSON {
        .object([
            .init("text", .string(sentence.text)),
            .init("citations", .array(sentence.citations.map(citation))),
            .init("support", .string(sentence.support.rawValue)),
            .init("suggested", .array(sentence.suggested.map(citation))),
            .init("missing", .array(sentence.missing.map { .number(Double($0)) })),
        ])
    }

    private static func citation(_ citation: Citation) -> JSON {
        .object([
            .init("paragraph", .number(Double(citation.paragraph))),
            .init("quote", JSON(citation.quote)),
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
