import LecternCore

/// What each kind of chatbot server says of itself, written after their documentation and sources.
package struct ServerFacts: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case ollama, llamaServer, llamaRouter, llamafile, lmStudio, oldLMStudio, vllm, localAI, jan
        case liteLLM
    }

    package var kind: Kind
    package var model: String
    /// Tokens.
    package var window: Int
    /// Is the model in memory, of Ollama's?
    package var isLoaded = true

    package init(kind: Kind, model: String, window: Int, isLoaded: Bool = true) {
        self.isLoaded = isLoaded
        self.kind = kind
        self.model = model
        self.window = window
    }

    /// What comes when the key is missing.
    package var refusal: String {
        switch kind {
        case .liteLLM:
            #"{"error":{"message":"Authentication Error, No api key passed in.","type":"auth_error","param":"None","code":"401"}}"#
        default: #"{"error":{"message":"Invalid API key","type":"invalid_request_error"}}"#
        }
    }

    /// The field of a delta that reasoning comes in.
    func thinkingField(_ isOllama: Bool) -> String {
        switch kind {
        case .ollama: isOllama ? "thinking" : "reasoning"
        case .llamaServer, .llamaRouter, .llamafile, .jan: "reasoning_content"
        case .lmStudio, .oldLMStudio, .vllm, .localAI, .liteLLM: "reasoning"
        }
    }

    /// HTTP status and body for a path that is no question.
    package func answer(_ path: String, _ body: String) -> (status: String, body: String) {
        if let known = known(path, body) { return ("200 OK", known) }
        switch kind {
        // It answers paths that it does not know with 200.
        case .lmStudio, .oldLMStudio:
            return ("200 OK", #"{"error":"Unexpected endpoint or method. (GET \#(path))"}"#)
        case .vllm, .liteLLM: return ("404 Not Found", #"{"detail":"Not Found"}"#)
        default: return ("404 Not Found", "404 page not found")
        }
    }

    private func known(_ path: String, _ body: String) -> String? {
        switch kind {
        case .ollama: ollama(path)
        case .llamaServer, .llamafile: llama(path, body)
        case .llamaRouter: router(path)
        case .lmStudio: studio(path)
        case .oldLMStudio: oldStudio(path)
        case .vllm:
            switch path {
            case "/v1/models":
                #"{"object":"list","data":[{"id":"\#(model)","object":"model","created":1,"owned_by":"vllm","root":"\#(model)","parent":null,"max_model_len":\#(window),"permission":[]}]}"#
            case "/tokenize": count(body, field: "prompt")
            default: nil
            }
        case .localAI:
            switch path {
            case "/.well-known/localai.json": #"{"version":"v3.5.0","endpoints":{}}"#
            case "/v1/models": list()
            case "/v1/tokenize": count(body, field: "content")
            default: nil
            }
        case .jan: path == "/v1/models" ? list(owner: "jan") : nil
        case .liteLLM: path == "/v1/models" ? list(owner: "openai") : nil
        }
    }

    private func list(owner: String = "") -> String {
        let owned = owner.isEmpty ? "" : #","owned_by":"\#(owner)""#
        return #"{"object":"list","data":[{"id":"\#(model)","object":"model"\#(owned)}]}"#
    }

    private func ollama(_ path: String) -> String? {
        switch path {
        case "/": "Ollama is running"
        case "/api/version": #"{"version":"0.32.9"}"#
        case "/api/tags":
            #"{"models":[{"name":"\#(model)","model":"\#(model)","size":4683075271,"details":{"family":"qwen2","parameter_size":"7.6B","context_length":40960},"capabilities":["completion","tools","thinking"]}]}"#
        case "/api/ps" where !isLoaded: #"{"models":[]}"#
        case "/api/ps":
            #"{"models":[{"name":"\#(model)","model":"\#(model)","size":9600000000,"size_vram":9600000000,"context_length":\#(window)}]}"#
        case "/v1/models": list(owner: "library")
        default: nil
        }
    }

    private func llama(_ path: String, _ body: String) -> String? {
        switch path {
        case "/health": #"{"status":"ok"}"#
        case "/props":
            #"{"default_generation_settings":{"n_ctx":\#(window)},"total_slots":1,"model_path":"/m/\#(model).gguf","build_info":"b9000-abc"}"#
        case "/v1/models":
            #"{"object":"list","data":[{"id":"\#(model)","object":"model","owned_by":"llamacpp","meta":{"n_ctx_train":131072}}]}"#
        case "/tokenize": count(body, field: "content")
        default: nil
        }
    }

    private func router(_ path: String) -> String? {
        switch path {
        case "/props": #"{"role":"router","build_info":"b9000-abc"}"#
        case "/props?model=\(model.replacing("/", with: "%2F"))&autoload=false":
            #"{"default_generation_settings":{"n_ctx":\#(window)},"build_info":"b9000-abc"}"#
        case "/v1/models":
            #"{"object":"list","data":[{"id":"cold/other","owned_by":"llamacpp","status":{"value":"unloaded"}},{"id":"\#(model)","owned_by":"llamacpp","status":{"value":"loaded"}}]}"#
        default: nil
        }
    }

    private func studio(_ path: String) -> String? {
        guard path == "/api/v1/models" else { return path == "/v1/models" ? list() : nil }
        return
            #"{"models":[{"type":"llm","key":"\#(model)","display_name":"M","max_context_length":262144,"loaded_instances":[{"id":"\#(model)","config":{"context_length":\#(window)}}]},{"type":"embedding","key":"nomic","loaded_instances":[]}]}"#
    }

    private func oldStudio(_ path: String) -> String? {
        guard path == "/api/v0/models" else { return path == "/v1/models" ? list() : nil }
        return
            #"{"data":[{"id":"\#(model)","type":"llm","arch":"qwen2","compatibility_type":"gguf","state":"loaded","loaded_context_length":\#(window),"max_context_length":131072}]}"#
    }

    /// As the played servers count: four letters are a token.
    private func count(_ body: String, field: String) -> String {
        let text = JSON(body)?[field].string ?? ""
        return #"{"count":\#(text.unicodeScalars.count / 4)}"#
    }

    /// The last line or the last events of a stream.
    func end(read: Int, wrote: Int, reason: String, _ isOllama: Bool) -> String {
        if isOllama {
            return
                #"{"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"\#(reason)","prompt_eval_count":\#(read),"eval_count":\#(wrote),"eval_duration":500000000}"#
                + "\n"
        }
        return #"data: {"choices":[{"index":0,"delta":{},"finish_reason":"\#(reason)"}]}"# + "\n\n"
            + #"data: {"choices":[],"usage":{"prompt_tokens":\#(read),"completion_tokens":\#(wrote)}}"#
            + "\n\ndata: [DONE]\n\n"
    }
}
