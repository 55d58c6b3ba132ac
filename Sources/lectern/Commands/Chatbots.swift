import ArgumentParser
import Chat
import Glibc
import LecternCore
import Reading
import Storage

/// `lectern chatbots`: who can be asked.
struct Chatbots: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "List the chatbots found: where they are, which model, which window, loaded or cold.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var options: CommonOptions

    @Option(help: "The form of the output.")
    var format = Format.text

    func run() throws {
        let setup = try Setup(options.wishes)
        let servers = setup.servers
        let cards = waiting { await servers.find() }
        let speeds = setup.conversations?.speeds() ?? [:]
        switch format {
        case .text:
            writeOutput(
                cards.map { ChatbotLine.text(of: $0, speed: speeds[$0.modelKey]).gated + "\n" }
                    .joined())
        case .json:
            writeOutput(JSON.array(cards.map { json($0, speeds[$0.modelKey]) }).prettyText + "\n")
        }
        if let problem = servers.keyProblem { writeError(problem) }
        guard let disappointment = servers.disappointment(cards) else { return }
        writeError(disappointment)
        // Only one that was asked for by name or address is missed.
        if !servers.named.isEmpty || servers.wanted != nil { throw ExitCode(EX_UNAVAILABLE) }
    }

    private func json(_ card: ChatbotCard, _ speed: Double?) -> JSON {
        .object([
            .init("name", .string(card.displayName)), .init("kind", .string(card.kind.rawValue)),
            .init("url", JSON(card.url)),
            .init("model", JSON(card.model)), .init("window", JSON(card.window)),
            .init("loaded", card.isLoaded.map { .bool($0) } ?? .null),
            .init("local", .bool(card.isLocal)), .init("needs_key", .bool(card.needsKey)),
            .init("tokens_per_second", speed.map { .number(($0 * 10).rounded() / 10) } ?? .null),
        ])
    }
}

/// One chatbot in one line.
enum ChatbotLine {
    /// `speed`: tokens a second of its last kept answer.
    static func text(of card: ChatbotCard, speed: Double? = nil) -> String {
        var parts = [card.displayName]
        if let url = card.url { parts.append(url) }
        if let window = card.window {
            parts.append("window \(window)")
        } else if let longest = card.maximumWindow {
            parts.append("window up to \(longest)")
        }
        if let isLoaded = card.isLoaded { parts.append(isLoaded ? "loaded" : "cold") }
        if card.needsKey { parts.append("wants a key") }
        if let speed { parts.append(Messages.speed(speed)) }
        if !card.isLocal { parts.append("not on this computer") }
        return parts.joined(separator: " · ")
    }
}
