import Support
import Testing

/// Lets one test with a real chatbot run at a time, over all suites that bear it.
struct ChatbotTurn: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await Turnstile.chatbot.pass(function)
    }
}

extension Trait where Self == ChatbotTurn {
    static var chatbotTurn: Self { Self() }
}
