import Glibc
import Storage
import Testing

@Suite struct `Kept lines` {
    @Test func `come back by kind, the newest last, each once`() throws {
        let folder = try TemporaryFolder()
        let store = HistoryStore(folder: folder.path + "/state/lectern")
        #expect(store.lines.isEmpty)
        try store.add("tide", sign: "/")
        try store.add("moon: new", sign: "/")
        try store.add("theme ink", sign: ":")
        try store.add("tide", sign: "/")
        #expect(store.lines == ["/": ["moon: new", "tide"], ":": ["theme ink"]])
        var facts = stat()
        #expect(stat(folder.path + "/state/lectern/history", &facts) == 0)
        #expect(facts.st_mode & 0o777 == 0o600)
    }

    @Test func `are at most a hundred of a kind, and what is no line is not kept`() throws {
        let folder = try TemporaryFolder()
        let store = HistoryStore(folder: folder.path)
        for number in 0..<120 { try store.add("\(number)", sign: "/") }
        try store.add("one\ntwo", sign: "/")
        try store.add(String(repeating: "x", count: 5_000), sign: "/")
        #expect(store.lines["/"]?.count == HistoryStore.most)
        #expect(store.lines["/"]?.first == "20")
        #expect(store.lines["/"]?.last == "119")
    }

    @Test func `a damaged file is as good as none`() throws {
        let folder = try TemporaryFolder()
        try folder.write("history", [0xFF, 0xFE, 0x0A])
        let store = HistoryStore(folder: folder.path)
        #expect(store.lines.isEmpty)
        try store.add("tide", sign: "/")
        #expect(store.lines == ["/": ["tide"]])
    }
}
