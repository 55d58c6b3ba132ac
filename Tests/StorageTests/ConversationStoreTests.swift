import Chat
import Glibc
import LecternCore
import Storage
import Testing

/// A folder of its own for a test, removed with it.
private final class Place {
    let path: String

    init() {
        var template = Array("/tmp/lectern-test-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
    }

    func write(_ text: String, to name: String, mode: mode_t = 0o600) {
        guard let file = fopen("\(path)/\(name)", "w") else { return }
        fputs(text, file)
        fclose(file)
        chmod("\(path)/\(name)", mode)
    }

    deinit { _ = system("rm -rf '\(path)'") }
}

private func files(in folder: String) -> [(name: String, mode: mode_t)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found: [(name: String, mode: mode_t)] = []
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        var facts = stat()
        guard !name.hasPrefix("."), stat("\(folder)/\(name)", &facts) == 0 else { continue }
        found.append((name, facts.st_mode & 0o7777))
    }
    return found
}

private func exchange(_ text: String) -> KeptExchange {
    KeptExchange(
        task: .ask("Why?"), title: "Why?",
        card: ChatbotCard(kind: .llamaCpp, url: "http://127.0.0.1:8080", model: "m"), text: text,
        finish: Finish(used: [1]), seconds: 3, date: "2026-02-03", article: 7)
}

@Suite struct `Kept conversations` {
    @Test func `come back, each article's by itself`() throws {
        let place = Place()
        let store = ConversationStore(folder: place.path + "/lectern/conversations")
        #expect(store.exchanges(about: "https://a.example/").isEmpty)
        try store.keep([exchange("one"), exchange("two")], about: "https://a.example/")
        try store.keep([exchange("three")], about: "https://b.example/")
        #expect(store.exchanges(about: "https://a.example/").map(\.text) == ["one", "two"])
        #expect(store.exchanges(about: "https://b.example/").map(\.text) == ["three"])
        try store.keep([exchange("four")], about: "https://a.example/")
        #expect(store.exchanges(about: "https://a.example/").map(\.text) == ["four"])
    }

    @Test func `are for nobody else to read, and leave nothing half written`() throws {
        let place = Place()
        let folder = place.path + "/lectern/conversations"
        try ConversationStore(folder: folder).keep([exchange("one")], about: "k")
        let found = files(in: folder)
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.mode == 0o600 && $0.name.hasSuffix(".json") })
        var facts = stat()
        #expect(stat(folder, &facts) == 0 && facts.st_mode & 0o777 == 0o700)
    }

    @Test func `have bounds in answers, bytes and files`() throws {
        let place = Place()
        let folder = place.path + "/conversations"
        let store = ConversationStore(folder: folder)
        try store.keep((1...60).map { exchange("answer \($0)") }, about: "k")
        #expect(store.exchanges(about: "k").count == ConversationStore.mostExchanges)
        #expect(store.exchanges(about: "k").last?.text == "answer 60")
        let large = String(repeating: "words ", count: 60_000)
        try store.keep((1...5).map { exchange("\($0) " + large) }, about: "k")
        let kept = store.exchanges(about: "k")
        #expect((1..<5).contains(kept.count))
        #expect(kept.last?.text.hasPrefix("5 ") == true)
        for number in 1...(ConversationStore.most + 5) {
            place.write("{}", to: "conversations/old\(number).json")
        }
        try store.keep([exchange("new")], about: "k")
        #expect(files(in: folder).count == ConversationStore.most)
        #expect(store.exchanges(about: "k").map(\.text) == ["new"])
    }

    @Test func `that are damaged, foreign or of another article are none`() throws {
        let place = Place()
        let folder = place.path + "/c"
        let store = ConversationStore(folder: folder)
        try store.keep([exchange("one")], about: "k")
        let name = try #require(files(in: folder).first?.name)
        let texts = [
            "", "{", "[]", "{\"version\":2,\"key\":\"k\",\"exchanges\":[]}",
            "{\"version\":1,\"key\":\"other\",\"exchanges\":[{}]}",
            "{\"version\":1,\"key\":\"k\",\"exchanges\":[{\"task\":3},null]}", "\u{0}\u{1}",
            String(repeating: "[", count: 100_000),
        ]
        for text in texts {
            place.write(text, to: "c/" + name)
            #expect(store.exchanges(about: "k").isEmpty)
        }
    }

    @Test func `do not invent a home that is not there`() {
        let store = ConversationStore(
            folder: "/nonexistent-home/.local/state/lectern/conversations")
        #expect(throws: StoreError.self) { try store.keep([exchange("one")], about: "k") }
        #expect(access("/nonexistent-home", F_OK) != 0)
    }
}

@Suite struct `A file of keys` {
    @Test func `is read by lines, remarks and nonsense left out`() throws {
        let place = Place()
        place.write(
            """
            # gateway
            https://gateway.example:8443/v1  sk-one

            http://127.0.0.1:1337 sk-two
            http://127.0.0.1:1338 with two
            """, to: "keys")
        let found = try KeyFile.read(place.path + "/keys")
        #expect(
            found.map(\.address) == ["https://gateway.example:8443/v1", "http://127.0.0.1:1337"])
        #expect(found.map(\.key) == ["sk-one", "sk-two"])
        #expect(try KeyFile.read(place.path + "/none").isEmpty)
    }

    @Test(arguments: [0o644, 0o640, 0o660, 0o604, 0o602] as [mode_t])
    func `that others may read or change is refused in one sentence`(mode: mode_t) throws {
        let place = Place()
        place.write("http://127.0.0.1:1337 sk-secret", to: "keys", mode: mode)
        let error = #expect(throws: StoreError.self) { _ = try KeyFile.read(place.path + "/keys") }
        let words = try #require(error?.message)
        #expect(words.contains("chmod 600"))
        #expect(!words.contains("sk-secret"))
        #expect(!words.contains("\n"))
    }
}
