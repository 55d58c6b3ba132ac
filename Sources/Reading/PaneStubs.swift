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

    // Called by the prompts, the pickers and the mouse.
    /// The question line was entered.
    mutating func ask(_ text: String) -> [Effect] { [] }
    /// The list's filter line has changed, or was left (with an empty text).
    mutating func filterList(_ text: String) {}
    /// The chatbot at an index of `chatbots` was chosen in the picker.
    mutating func choseChatbot(tag: Int) -> [Effect] { [] }
    /// A mouse report inside `areas.pane`.
    mutating func pointInPane(_ mouse: Mouse) -> [Effect] { [] }
    /// A mouse report inside `areas.page` while a list is shown.
    mutating func pointInList(_ mouse: Mouse) -> [Effect] { [] }
    /// Reads the entry at an index of the list that is shown or nearest behind the page shown: marks it
    /// read and selected, and pushes its article in place of what came after the list, or
    /// starts loading it (`Loading.Purpose.entry`).
    mutating func readEntry(_ index: Int) -> [Effect] { [] }
    /// After every action: sets the pane anew when its width has changed, drops answers nobody can see.
    mutating func settlePane() -> [Effect] { [] }
}
