/// An order to a chatbot that the reader wrote, by the name it has in the settings.
package struct OwnPrompt: Equatable, Sendable {
    package var name: String
    package var order: String

    package init(name: String, order: String) {
        self.name = name
        self.order = order
    }
}
