import Chat
import LecternCore
import Web

/// The chatbots that the options and settings allow.
struct Servers: Sendable {
    /// Addresses named by `--chat-url` or the settings, best first.
    var named: [String] = []
    /// `--model`.
    var model: String?
    /// `--chatbot`: part of a name, `extract` or `none`.
    var wanted: String?

    var isExtractOnly: Bool { wanted == "extract" }
    var isNobody: Bool { wanted == "none" }

    /// Everyone who can be asked, best first, the extract last.
    func find() async -> [ChatbotCard] {
        guard !isExtractOnly, !isNobody else { return [.extract] }
        var cards = await findChatbots(named: named, probing: named.isEmpty)
        if let model {
            cards = cards.filter { $0.model == model } + cards.filter { $0.model != model }
        }
        if let wanted = wanted?.lowercased() {
            let fits = { (card: ChatbotCard) in
                card.displayName.lowercased().contains(wanted)
                    || (card.model ?? "").lowercased().contains(wanted)
            }
            cards = cards.filter(fits) + cards.filter { !fits($0) }
        }
        return cards.filter { $0.kind != .extract } + [.extract]
    }

    func chatbot(for card: ChatbotCard) -> any Chatbot {
        ServerChatbot(card: card, keys: ServerKeys(named: named)) ?? ExtractChatbot()
    }
}

extension ChatbotCard {
    /// For people: `llama.cpp · SmolLM2`.
    var displayName: String {
        kind == .extract
            ? "built-in extract"
            : [kind.rawValue, model].compactMap { $0 }.joined(separator: " · ")
    }
}
