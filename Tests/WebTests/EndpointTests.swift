import Testing

@testable import Web

@Suite struct `The address of a chatbot server` {
    @Test(arguments: [
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080", true),
        ("192.168.1.5:11434", "http://192.168.1.5:11434", false),
        ("HTTPS://Box.Example/llm/v1/", "https://box.example/llm/v1", false),
        ("http://0.0.0.0:1234", "http://127.0.0.1:1234", true),
        ("http://[::]:1234", "http://[::1]:1234", true),
        ("http://[::1]:1234", "http://[::1]:1234", true),
        ("localhost:8080", "http://localhost:8080", true),
        ("http://localhost.evil.example", "http://localhost.evil.example", false),
        ("http://127.0.0.1.evil.example", "http://127.0.0.1.evil.example", false),
        ("http://10.0.0.1", "http://10.0.0.1", false),
    ])
    func `is read as people write it`(text: String, base: String, isLocal: Bool) throws {
        let endpoint = try #require(Endpoint(text))
        #expect(endpoint.base == base)
        #expect(endpoint.isLocal == isLocal)
        #expect(endpoint.socket == nil)
    }

    @Test(arguments: [
        ("unix:/run/llama.sock", "/run/llama.sock", "http://localhost"),
        ("unix:///run/llama.sock", "/run/llama.sock", "http://localhost"),
        ("/run/llama.sock", "/run/llama.sock", "http://localhost"),
        ("http+unix://%2Frun%2Fa%25b.sock/api", "/run/a%b.sock", "http://localhost/api"),
    ])
    func `may be a Unix socket, which is on this computer`(
        text: String, socket: String, base: String
    ) throws {
        let endpoint = try #require(Endpoint(text))
        #expect(endpoint.socket == socket)
        #expect(endpoint.base == base)
        #expect(endpoint.isLocal)
        #expect(Endpoint(endpoint.name) == endpoint)
    }

    @Test(arguments: [
        "", " ", "ftp://a", "file:///etc/passwd", "http://", "http://a b", "http://a\r\nX: 1",
        "http://user@host:1", "http://h/?q", "http://h/#f", "unix:relative",
    ])
    func `is refused when it is none`(text: String) {
        #expect(Endpoint(text) == nil)
    }

    @Test(arguments: [
        ("127.0.0.1", "http://127.0.0.1:11434"), ("0.0.0.0", "http://127.0.0.1:11434"),
        ("0.0.0.0:5050", "http://127.0.0.1:5050"), (":5050", "http://127.0.0.1:5050"),
        ("::1", "http://[::1]:11434"), ("[::]:5050", "http://[::1]:5050"),
        ("http://box", "http://box"), ("https://box:99/x", "https://box:99/x"),
        ("\"box\"", "http://box:11434"),
    ])
    func `is read from OLLAMA_HOST as Ollama does`(text: String, base: String) {
        #expect(Endpoint(ollamaHost: text)?.base == base)
    }

    @Test func `a key goes to whom it was meant for, and to nobody else`() throws {
        let environment = ["LECTERN_CHAT_KEY": "own", "OPENAI_API_KEY": "shared"]
        let cloud = try #require(Endpoint("https://cloud.example/v1"))
        let local = try #require(Endpoint("http://127.0.0.1:8080"))

        let none = ServerKeys(named: [], environment: environment)
        #expect(none.key(for: local) == "own")
        #expect(none.key(for: cloud) == nil)

        let named = ServerKeys(named: ["https://cloud.example"], environment: environment)
        #expect(named.key(for: cloud) == "own")
        #expect(named.key(for: local) == nil)

        let only = ServerKeys(
            named: ["https://cloud.example"], environment: ["OPENAI_API_KEY": "shared"])
        #expect(only.key(for: cloud) == "shared")
        for other in ["http://cloud.example", "https://cloud.example:444", "https://a.example"] {
            #expect(only.key(for: try #require(Endpoint(other))) == nil)
        }
        let open = ServerKeys(named: [], environment: ["OPENAI_API_KEY": "shared"])
        #expect(open.key(for: local) == nil)
        let broken = ServerKeys(named: [], environment: ["LECTERN_CHAT_KEY": "a\r\nX: b"])
        #expect(broken.key(for: local) == nil)
    }
}
