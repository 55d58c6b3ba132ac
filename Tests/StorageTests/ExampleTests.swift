import FoundationEssentials
import Storage
import Testing

/// The examples in the documents are read by the code that they document.
struct ExampleTests {
    /// The fenced TOML of a page, by its path from the top of the repository.
    private func examples(_ page: String) throws -> [String] {
        var top = URL(filePath: #filePath)
        for _ in 0..<3 { top.deleteLastPathComponent() }
        let bytes = try Data(contentsOf: top.appending(path: page))
        let text = try #require(String(validating: bytes, as: UTF8.self))
        return text.split(separator: "```toml\n").dropFirst().compactMap {
            $0.split(separator: "```", maxSplits: 1).first.map(String.init)
        }
    }

    private static let pages = [
        "README.md", "Themes/README.md", "Sources/Handbook/Articles/themes.md",
        "Sources/Handbook/Articles/keys.md",
    ]

    @Test(arguments: pages)
    func `every example is a sound theme or sound settings`(page: String) throws {
        let examples = try examples(page)
        #expect(!examples.isEmpty)
        for example in examples {
            if example.contains("[roles]") {
                _ = try theme(fromText: example, file: page)
            } else {
                _ = try read(example, file: page)
            }
        }
    }

    @Test func `the README shows every setting`() throws {
        let settings = try #require(
            try examples("README.md").first { !$0.contains("[roles]") })
        let shown = try read(settings, file: "README.md")
        for field in Mirror(reflecting: shown).children {
            let value = "\(field.value)"
            #expect(value != "nil" && value != "[:]", "\(field.label ?? "")")
        }
    }

    private func read(_ text: String, file: String) throws -> Settings {
        try Settings.read(
            text, file: file, commands: ["page-down", "copy-link", "contents"],
            isKey: { !$0.isEmpty })
    }
}
