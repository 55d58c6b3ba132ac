import LecternCore

/// The built-in extract as a chatbot: it answers at once and never fails but for want of text.
package struct ExtractChatbot: Chatbot {
    package let card = ChatbotCard.extract

    package init() {}

    package func reply(to question: Question) -> AsyncStream<Reply> {
        let replies = ExtractChatbot.replies(to: question)
        return AsyncStream { continuation in
            for reply in replies { continuation.yield(reply) }
            continuation.finish()
        }
    }

    /// All replies at once.
    package static func replies(to question: Question) -> [Reply] {
        let sentences = Extract.answer(to: question)
        guard !sentences.isEmpty else {
            let hasProse = question.article.blocks.contains { $0.isProse }
            return [.failed(hasProse ? .nothing : .empty)]
        }
        var used: [Int] = []
        for citation in sentences.flatMap(\.citations) where used.last != citation.paragraph {
            used.append(citation.paragraph)
        }
        return [.text(Extract.markdown(sentences)), .finished(Finish(used: used))]
    }
}
