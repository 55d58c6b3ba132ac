import Chat
import LecternCore
import Reading
import Storage
import Web

/// The chatbots that the options and settings allow.
struct Servers: Sendable {
    /// Addresses named by `--chat-url` or the settings, best first.
    var named: [String] = []
    /// `--model`.
    var model: String?
    /// `--chatbot`: part of a name, `extract` or `none`.
    var wanted: String?
    /// Does the privacy setting leave chatbots on other computers in the game?
    var allowsRemote = true
    /// Where the reader's keys of servers are.
    var keyFile: String?

    /// The keys of the file, and what is wrong with it.
    private var keys: (found: [(address: String, key: String)], problem: String?) {
        guard let keyFile else { return ([], nil) }
        do { return (try KeyFile.read(keyFile), nil) } catch { return ([], error.message) }
    }

    /// Why the file of keys is not used, in a sentence; nil when all is well or there is none.
    var keyProblem: String? { keys.problem }

    var isExtractOnly: Bool { wanted == "extract" }
    var isNobody: Bool { wanted == "none" }

    /// Everyone who can be asked, best first, the extract last.
    func find() async -> [ChatbotCard] {
        guard !isExtractOnly, !isNobody else { return [.extract] }
        var cards = await findChatbots(
            named: named, probing: named.isEmpty, keyFile: keys.found)
        if !allowsRemote { cards = cards.filter(\.isLocal) }
        if let model {
            cards = cards.filter { $0.model == model } + cards.filter { $0.model != model }
        }
        if let wanted {
            cards = cards.filter { $0.isCalled(wanted) } + cards.filter { !$0.isCalled(wanted) }
        }
        return cards.filter { $0.kind != .extract } + [.extract]
    }

    /// What was asked for and is not among those found, in a sentence; nil when all is well.
    func disappointment(_ cards: [ChatbotCard]) -> String? {
        let found = cards.filter { $0.kind != .extract }
        guard !isExtractOnly, !isNobody else { return nil }
        if found.isEmpty, !named.isEmpty, !allowsRemote {
            return
                "no chatbot on this computer answers at \(named.joined(separator: ", ")), and privacy.remote-chatbots = \"never\" of the settings keeps text here."
        }
        if found.isEmpty, !named.isEmpty {
            return
                "no chatbot answers at \(named.joined(separator: ", ")): start it, or leave the address out."
        }
        if let wanted, !found.contains(where: { $0.isCalled(wanted) }) {
            return "no chatbot here is called “\(wanted)”: `lectern chatbots` lists those found."
        }
        return found.isEmpty
            ? "no chatbot answers on this computer: start Ollama or llama-server, or name one with --chat-url."
            : nil
    }

    func chatbot(for card: ChatbotCard) -> any Chatbot {
        ServerChatbot(card: card, keys: ServerKeys(named: named, file: keys.found))
            ?? ExtractChatbot()
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
