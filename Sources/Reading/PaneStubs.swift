import Chat
import Drawing

// To be written: each in a file of its own.
extension State {
    mutating func pressInConfirmation(_ key: Key) -> [Effect] { [] }
    mutating func replied(_ token: Token, _ reply: Reply) -> [Effect] { [] }
    mutating func foundChatbots(_ cards: [ChatbotCard]) -> [Effect] { [] }
    mutating func tick() -> [Effect] { [] }
    mutating func stop() -> [Effect] { [] }
    mutating func performInPane(_ command: Command, count: Int?) -> [Effect] { [] }
    mutating func performInList(_ command: Command, count: Int?) -> [Effect] { [] }
    func drawPane(_ page: Page, on surface: inout Surface) {}
    func drawListing(_ listing: Listing, on surface: inout Surface) {}
}
