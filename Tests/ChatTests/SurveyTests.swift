import Chat
import Testing

/// Answers a survey from a table of paths; anything else is 404.
private func survey(
    _ answers: [String: String], at address: String = "http://127.0.0.1:9999", status: Int = 200
) -> [ChatbotCard] {
    var survey = Survey(address: address)
    var rounds = 0
    while !survey.wanted.isEmpty, rounds < 10 {
        rounds += 1
        for probe in survey.wanted {
            let key =
                probe.body.map { probe.path + " " + String(decoding: $0, as: UTF8.self) }
                ?? probe.path
            if let body = answers[key] {
                survey.heard(probe, status: status, body: Array(body.utf8))
            } else {
                survey.heard(probe, status: 404, body: Array("{\"error\":\"Not Found\"}".utf8))
            }
        }
    }
    #expect(rounds <= 4)
    return survey.cards
}

@Suite struct `Telling servers apart` {
    @Test func `Ollama, with loaded, cold, cloud and embedding models`() {
        let cards = survey([
            "/": "Ollama is running", "/api/version": #"{"version":"0.32.9"}"#,
            "/api/tags": """
            {"models":[
             {"name":"qwen3:8b","details":{"context_length":40960},"capabilities":["completion","thinking"]},
             {"name":"nomic-embed-text","capabilities":["embedding"]},
             {"name":"gemma3:4b","details":{}},
             {"name":"big:cloud","remote_host":"https://example.org","capabilities":["completion"]},
             {"name":"bad\\u001b[31m"}, null, 5, {"name":null}]}
            """,
            "/api/ps": #"{"models":[{"name":"gemma3:4b","context_length":8192}]}"#,
            #"/api/show {"model":"gemma3:4b"}"#:
                #"{"model_info":{"general.architecture":"gemma3","gemma3.context_length":131072}}"#,
            "/v1/models": #"{"object":"list","data":[{"id":"qwen3:8b","owned_by":"library"}]}"#,
        ])
        #expect(cards.map(\.model) == ["gemma3:4b", "qwen3:8b", "big:cloud"])
        #expect(cards.allSatisfy { $0.kind == .ollama })
        #expect(cards.map(\.window) == [8_192, nil, nil])
        #expect(cards.map(\.maximumWindow) == [131_072, 40_960, nil])
        #expect(cards.map(\.isLoaded) == [true, false, false])
        #expect(cards.map(\.isLocal) == [true, true, false])
    }

    @Test func `llama-server says its window in its properties`() {
        let cards = survey([
            "/props":
                #"{"default_generation_settings":{"n_ctx":4096},"build_info":"b6000","model_path":"/m.gguf"}"#,
            "/v1/models":
                #"{"object":"list","data":[{"id":"smol","owned_by":"llamacpp","meta":{"n_ctx_train":8192}}]}"#,
            "/api/tags": #"{"models":[]}"#,
        ])
        #expect(
            cards == [
                ChatbotCard(
                    kind: .llamaCpp, url: "http://127.0.0.1:9999", model: "smol", window: 4_096,
                    isLoaded: true,
                    maximumWindow: 8_192)
            ])
    }

    @Test func `llama-server while it loads`() {
        let cards = survey(
            [
                "/props":
                    #"{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}"#
            ], status: 503)
        #expect(cards.map(\.kind) == [.llamaCpp])
        #expect(cards.map(\.isLoaded) == [false])
    }

    @Test func `a router of llama.cpp has many models`() {
        let cards = survey([
            "/props": #"{"build_info":"b6000","role":"router"}"#,
            "/v1/models":
                #"{"data":[{"id":"a","status":{"value":"unloaded"}},{"id":"b","status":{"value":"loaded"}}]}"#,
        ])
        #expect(cards.map(\.model) == ["b", "a"])
        #expect(cards.map(\.isLoaded) == [true, false])
    }

    @Test func `LM Studio, new and old`() {
        let new = survey([
            "/api/v1/models": """
            {"models":[{"type":"llm","key":"qwen/qwen3","max_context_length":262144,
             "loaded_instances":[{"id":"qwen3-i","config":{"context_length":4096}}]},
             {"type":"embedding","key":"nomic"},{"type":"llm","key":"cold","loaded_instances":[]}]}
            """,
            "/props": "Unexpected endpoint", "/": "Unexpected endpoint",
        ])
        #expect(new.map(\.kind) == [.lmStudio, .lmStudio])
        #expect(new.map(\.model) == ["qwen3-i", "cold"])
        #expect(new.map(\.window) == [4_096, nil])
        let old = survey([
            "/api/v0/models":
                #"{"data":[{"id":"q","type":"llm","state":"loaded","compatibility_type":"gguf","max_context_length":32768}]}"#,
            "/v1/models": #"{"data":[{"id":"q"}]}"#,
        ])
        #expect(old.map(\.kind) == [.lmStudio])
        #expect(old.map(\.maximumWindow) == [32_768])
    }

    @Test func `vLLM, LocalAI and an unknown one`() {
        let vllm = survey([
            "/v1/models": #"{"data":[{"id":"m","owned_by":"vllm","max_model_len":32768}]}"#
        ])
        #expect(vllm.map(\.kind) == [.vllm])
        #expect(vllm.map(\.window) == [32_768])
        let local = survey([
            "/.well-known/localai.json": #"{"version":"3"}"#,
            "/v1/models": #"{"data":[{"id":"m"}]}"#,
        ])
        #expect(local.map(\.kind) == [.localAI])
        let other = survey(["/v1/models": #"{"object":"list","data":[{"id":"m"}]}"#])
        #expect(other.map(\.kind) == [.openAI])
        #expect(survey(["/v1/models": #"{"object":"list","data":null}"#]).map(\.model) == [nil])
    }

    @Test func `one that wants a key`() {
        let jan = survey(["/v1/models": "{}"], at: "http://127.0.0.1:1337", status: 401)
        #expect(jan.map(\.kind) == [.jan])
        #expect(jan.map(\.needsKey) == [true])
    }

    @Test func `a web server is no chatbot`() {
        #expect(survey(["/": "<html>Hello</html>"]).isEmpty)
        #expect(survey([:]).isEmpty)
        #expect(survey(["/v1/models": "<html>Hello</html>"]).isEmpty)
        #expect(survey(["/": "{", "/api/version": "[[[[", "/props": "null"]).isEmpty)
    }

    @Test func `an address may end in the dialect`() {
        let forced = Survey(address: "http://127.0.0.1:9999/deep/v1/")
        #expect(forced.base == "http://127.0.0.1:9999/deep")
        #expect(!forced.wanted.contains(Probe("/api/version")))
        #expect(Survey(address: "http://h/api").wanted == [Probe("/api/version")])
    }

    @Test func `a list of 50,000 models is cut`() {
        let models = (0..<50_000).map { #"{"id":"m\#($0)"}"# }.joined(separator: ",")
        #expect(survey(["/v1/models": "{\"data\":[\(models)]}"]).count == 200)
    }
}
