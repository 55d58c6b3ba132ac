import Chat
import Testing

/// A body, and what must come of it however it was split.
struct Stream: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var card: ChatbotCard
    var body: [UInt8]
    var status = 200
    var expected: String

    init(_ name: String, _ card: ChatbotCard, _ body: String, status: Int = 200, _ expected: String)
    {
        self.init(name, card, bytes: Array(body.utf8), status: status, expected)
    }

    init(
        _ name: String, _ card: ChatbotCard, bytes: [UInt8], status: Int = 200, _ expected: String
    ) {
        testDescription = name
        self.card = card
        self.body = bytes
        self.status = status
        self.expected = expected
    }
}

private func line(_ content: String, _ more: String = "\"done\":false") -> String {
    "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"\(content)\"},\(more)}\n"
}

private func event(_ delta: String, _ finish: String = "null") -> String {
    "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\(delta)},\"finish_reason\":\(finish)}]}\n\n"
}

private func say(_ text: String) -> String { event("\"content\":\"\(text)\"") }

private let stop = event("", "\"stop\"")
private let usage =
    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":26,\"completion_tokens\":2}}\n\n"
private let done = "data: [DONE]\n\n"
private let loaded =
    "\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":26,\"eval_count\":2"

@Suite struct `Reading a stream` {
    @Test(arguments: ollama + events + thoughts + problems + oddities)
    func `a body means the same however it was split`(_ stream: Stream) {
        let found = readings(of: stream.body, card: stream.card, status: stream.status)
        #expect(found == [stream.expected])
    }

    static let ollama = [
        Stream(
            "Ollama", .ollama, line("The ") + line("tide") + line("", loaded),
            "text<The tide> finished(stop 26+2)"),
        Stream(
            "the last line carries text", .ollama, line("The ") + line("tide", loaded),
            "text<The tide> finished(stop 26+2)"),
        Stream(
            "no newline at the end", .ollama, line("The tide") + line("", loaded).dropLast(),
            "text<The tide> finished(stop 26+2)"),
        Stream(
            "cut by the limit", .ollama,
            line("The tide") + line("", "\"done\":true,\"done_reason\":\"length\""),
            "text<The tide> finished(length ?+?)"),
        Stream(
            "a field for thoughts", .ollama,
            "{\"message\":{\"content\":\"\",\"thinking\":\"Let me\"},\"done\":false}\n"
                + "{\"message\":{\"content\":\"So\",\"thinking\":\" see\"},\"done\":false}\n"
                + line(" be it", loaded),
            "thinking<Let me see> text<So be it> finished(stop 26+2)"),
        Stream(
            "CRLF and blank lines", .ollama,
            "\r\n\n  \n" + line("The tide").replacing("\n", with: "\r\n") + line("", loaded),
            "text<The tide> finished(stop 26+2)"),
        Stream(
            "words of many bytes", .ollama, line("日本 😀 é и") + line("", loaded),
            "text<日本 😀 é и> finished(stop 26+2)"),
        Stream(
            "nothing after the end", .ollama, line("A", loaded) + line("B") + line("", loaded),
            "text<A> finished(stop 26+2)"),
        Stream(
            "the end is missing", .ollama, line("The ") + line("ti"),
            "text<The ti> failed(dropped)"),
        Stream("nothing at all", .ollama, "", "failed(nothing)"),
        Stream("an end without an answer", .ollama, line("", loaded), "failed(nothing)"),
    ]

    static let events = [
        Stream(
            "events", .llama,
            event("\"role\":\"assistant\",\"content\":null") + say("The ") + say("tide")
                + stop + usage + done,
            "text<The tide> finished(stop 26+2)"),
        Stream(
            "pings and unknown fields", .llama,
            ": ping\n\nevent: message\nid: 1\nretry: 0\n" + say("The tide") + ": ping\n\n" + stop
                + done,
            "text<The tide> finished(stop ?+?)"),
        Stream(
            "CRLF", .llama, (say("The tide") + stop + usage + done).replacing("\n", with: "\r\n"),
            "text<The tide> finished(stop 26+2)"),
        Stream(
            "a lone CR", .llama,
            (say("The tide") + stop + usage + done).replacing("\n", with: "\r"),
            "text<The tide> finished(stop 26+2)"),
        Stream(
            "no blank behind the colon, data over two lines", .llama,
            "data:{\"choices\":[{\"delta\":\ndata:{\"content\":\"The tide\"}}]}\n\n" + stop + done,
            "text<The tide> finished(stop ?+?)"),
        Stream(
            "no empty line at the end", .llama, say("The tide") + stop + "data: [DONE]",
            "text<The tide> finished(stop ?+?)"),
        Stream(
            "no [DONE] after the finish", .llama, say("The tide") + stop + usage,
            "text<The tide> finished(stop 26+2)"),
        Stream(
            "neither [DONE] nor finish", .llama, say("The ti"), "text<The ti> failed(dropped)"),
        Stream(
            "a byte order mark", .llama, "\u{FEFF}" + say("The tide") + stop + done,
            "text<The tide> finished(stop ?+?)"),
        Stream(
            "progress and timings", .llama,
            "data: {\"choices\":[],\"prompt_progress\":{\"total\":200,\"cache\":0,\"processed\":50}}\n\n"
                + say("The tide")
                + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"timings\":"
                + "{\"cache_n\":20,\"prompt_n\":6,\"predicted_n\":2,\"predicted_per_second\":9.5}}\n\n"
                + done,
            "progress(25) text<The tide> finished(stop 26+?)"),
        Stream(
            "a finish by length and one by filter", .llama,
            say("The ti") + event("", "\"length\"") + done, "text<The ti> finished(length ?+?)"),
        Stream(
            "filtered", .llama, event("", "\"content_filter\"") + done, "finished(filtered ?+?)"),
        Stream(
            "one whole reply", .llama,
            "{\n  \"id\": \"x\",\n  \"choices\": [{\"message\": {\"content\": \"The tide\"},\n"
                + "  \"finish_reason\": \"stop\"}]\n}",
            "text<The tide> finished(stop ?+?)"),
        Stream(
            "the other dialect", .llama, line("The tide") + line("", loaded),
            "text<The tide> finished(stop 26+2)"),
        Stream(
            "the other dialect the other way", .ollama, say("The tide") + stop + usage + done,
            "text<The tide> finished(stop 26+2)"),
        Stream("200 with nothing but an end", .other, stop + done, "failed(nothing)"),
        Stream(
            "tool calls nobody offered", .other,
            event(
                "\"content\":\"The tide\",\"tool_calls\":[{\"id\":\"1\",\"function\":{\"name\":\"open\"}}]"
            )
                + stop + done, "text<The tide> finished(stop ?+?)"),
    ]

    static let thoughts = [
        Stream(
            "reasoning_content", .llama,
            event("\"reasoning_content\":\"Let me\"") + event("\"reasoning_content\":\" see\"")
                + say("So")
                + stop + done, "thinking<Let me see> text<So> finished(stop ?+?)"),
        Stream(
            "reasoning", .other, event("\"reasoning\":\"Let me\"") + say("So") + stop + done,
            "thinking<Let me> text<So> finished(stop ?+?)"),
        Stream(
            "think tags", .llama, say("<think>Let me</think>\\n\\nSo") + stop + done,
            "thinking<Let me> text<So> finished(stop ?+?)"),
        Stream(
            "think tags a letter at a time", .llama,
            "\\n<think>Hm</think>So".replacing("\\n", with: "¶").map {
                say($0 == "¶" ? "\\n" : String($0))
            }.joined() + stop + done, "thinking<Hm> text<So> finished(stop ?+?)"),
        Stream(
            "other names", .llama, say("<reasoning>Hm</reasoning>So") + stop + done,
            "thinking<Hm> text<So> finished(stop ?+?)"),
        Stream(
            "a closing tag only", .llama, say("Let me see</thi") + say("nk>So") + stop + done,
            "text<Let me see> again(thoughts) thinking<Let me see> text<So> finished(stop ?+?)"),
        Stream(
            "never closed", .llama, say("<think>Let me") + stop + done,
            "thinking<Let me> failed(nothing)"),
        Stream(
            "thoughts ate the limit", .llama,
            say("<think>Let me") + event("", "\"length\"") + done,
            "thinking<Let me> finished(length ?+?)"),
        Stream(
            "a tag quoted inside the thoughts", .llama,
            say("<think>I close with `</think>` now</think>So") + stop + done,
            "thinking<I close with `</think>` now> text<So> finished(stop ?+?)"),
        Stream(
            "a tag in the answer is text", .llama, say("Write <think> and </thinx>") + stop + done,
            "text<Write <think> and </thinx>> finished(stop ?+?)"),
        Stream(
            "half a tag at the end", .llama, say("a </thi") + stop + done,
            "text<a </thi> finished(stop ?+?)"),
        Stream(
            "tags after a field for thoughts are text", .llama,
            event("\"reasoning\":\"Hm\"") + say("a </think> b") + stop + done,
            "thinking<Hm> text<a </think> b> finished(stop ?+?)"),
    ]

    static let problems = [
        Stream(
            "a missing model", .ollama, #"{"error":"model \"m\" not found, try pulling it first"}"#,
            status: 404, #"failed(noModel("qwen3:8b"))"#),
        Stream(
            "an error object", .llama,
            #"{"error":{"message":"bad sampler","type":"invalid_request_error","code":400}}"#,
            status: 400, #"failed(refused(status: 400, "bad sampler"))"#),
        Stream(
            "vLLM's older shape", .other,
            #"{"object":"error","message":"bad","type":"BadRequestError","param":null,"code":400}"#,
            status: 400, #"failed(refused(status: 400, "bad"))"#),
        Stream(
            "LM Studio's", .other,
            #"{"error":{"message":"Compute error."},"message":"Compute error."}"#,
            status: 200, #"failed(refused(status: 200, "Compute error."))"#),
        Stream(
            "FastAPI's", .other, #"{"detail":"Not authenticated"}"#, status: 403,
            #"failed(needsKey("http://127.0.0.1:9000"))"#),
        Stream(
            "JSON inside Ollama's string", .ollama,
            #"{"error":"{\"error\":{\"code\":500,\"message\":\"roles must alternate\"}}"}"#,
            status: 500, #"failed(refused(status: 500, "roles must alternate"))"#),
        Stream(
            "in the middle of the lines", .ollama, line("The ti") + "{\"error\":\"CUDA\"}\n",
            #"text<The ti> failed(refused(status: 200, "CUDA"))"#),
        Stream(
            "in the middle of the events", .llama,
            say("The ti") + "data: {\"error\":{\"message\":\"CUDA\",\"code\":500}}\n\n",
            #"text<The ti> failed(refused(status: 500, "CUDA"))"#),
        Stream(
            "an error event", .llama, say("The ti") + "event: error\ndata: {\"text\":\"CUDA\"}\n\n",
            #"text<The ti> failed(refused(status: 200, "{\"text\":\"CUDA\"}"))"#),
        Stream(
            "a bare error line", .llama,
            say("The ti") + "error: {\"message\":\"CUDA\",\"code\":500}\n\n",
            #"text<The ti> failed(refused(status: 500, "CUDA"))"#),
        Stream(
            "words instead of a stream's rest", .ollama, line("The ti") + "internal server error\n",
            #"text<The ti> failed(refused(status: 200, "internal server error"))"#),
        Stream(
            "a page", .llama, "<html><title>Log in</title><p>Who are you?</p></html>",
            #"failed(refused(status: 200, "Log in Who are you?"))"#),
        Stream(
            "overflow with numbers", .llama,
            #"{"error":{"code":400,"message":"request (25837 tokens) exceeds the available context size "#
                + #"(25088 tokens), try increasing it","type":"exceed_context_size_error","#
                + #""n_prompt_tokens":25837,"n_ctx":25088}}"#, status: 400,
            "failed(tooLong(tokens: Optional(25837), window: Optional(25088)))"),
        Stream(
            "overflow with status 200", .llama,
            #"{"error":{"code":500,"message":"the request exceeds the available context size"}}"#,
            "failed(tooLong(tokens: nil, window: nil))"),
        Stream(
            "overflow in a sentence", .other,
            #"{"object":"error","message":"This model's maximum context length is 6048 tokens. However, you "#
                + #"requested 6616 tokens (568 in the messages, 6048 in the completion).","code":400}"#,
            status: 400, "failed(tooLong(tokens: Optional(6616), window: Optional(6048)))"),
        Stream(
            "escapes in the words", .llama, #"{"error":{"message":"\u001b]52;c;x\u0007bad"}}"#,
            status: 400, #"failed(refused(status: 400, "]52;c;xbad"))"#),
        Stream("no words", .llama, "", status: 502, #"failed(refused(status: 502, ""))"#),
    ]

    static let oddities = [
        Stream(
            "lines that are no JSON", .ollama,
            "{not json}\n{\"message\":\n[]\nnull\n42\n\"str\"\n{\"message\":{\"content\":5}}\n"
                + line("The tide") + line("", loaded), "text<The tide> finished(stop 26+2)"),
        Stream(
            "data that is no JSON", .llama,
            "data: {not json}\n\ndata: []\n\ndata: {\"choices\":[]}\n\ndata: {\"choices\":[{}]}\n\n"
                + say("The tide") + stop + done, "text<The tide> finished(stop ?+?)"),
        Stream(
            "broken UTF-8 and half surrogates", .ollama,
            bytes: Array("{\"message\":{\"content\":\"a\\ud83d".utf8) + [0xC0, 0x9B]
                + Array("b\"}}\n".utf8) + Array(line("", loaded).utf8),
            "text<a\u{FFFD}\u{FFFD}\u{FFFD}b> finished(stop 26+2)"),
        Stream(
            "escapes, controls, bidi, tags", .ollama,
            line("a\\u001b[31mb\\u0007\\u202ec\\udb40\\udc41\\u009bd\\te") + line("", loaded),
            "text<a[31mbcd e> finished(stop 26+2)"),
        Stream(
            "more newlines than anybody needs", .ollama,
            line("a" + String(repeating: "\\n", count: 40) + "b") + line("", loaded),
            "text<a↵↵↵b> finished(stop 26+2)"),
    ]
}

@Suite struct `Bounds of a stream` {
    @Test func `a line without an end is skipped, not kept`() {
        var reader = ReplyReader(card: .ollama)
        var replies = reader.feed(Array(line("The tide").utf8))
        replies += reader.feed(Array("{\"message\":{\"content\":\"".utf8))
        let flood = [UInt8](repeating: 0x41, count: 1 << 20)
        for _ in 0..<4 { replies += reader.feed(flood) }
        replies += reader.feed(Array(("\"}}\n" + line("", loaded)).utf8))
        #expect(dump(replies) == "text<The tide> finished(stop 26+2)")
    }

    @Test func `an answer that never ends is ended`() {
        var reader = ReplyReader(card: .ollama)
        let lines = Array(String(repeating: line("word "), count: 1_000).utf8)
        var replies: [Reply] = []
        for _ in 0..<100 where !reader.isDone { replies += reader.feed(lines) }
        #expect(reader.isDone)
        guard case .finished(let finish)? = replies.last else {
            Issue.record("not finished")
            return
        }
        #expect(finish.reason == .length)
    }

    @Test func `deep JSON is refused, not followed`() {
        let deep = String(repeating: "{\"a\":", count: 100_000)
        let found = readings2(of: Array((deep + "\n" + line("The tide") + line("", loaded)).utf8))
        #expect(found == "text<The tide> finished(stop 26+2)")
    }

    private func readings2(of bytes: [UInt8]) -> String {
        var reader = ReplyReader(card: .ollama)
        let replies = reader.feed(bytes)
        return dump(replies + reader.end())
    }

    @Test func `a pile of combining marks is cut`() {
        var reader = ReplyReader(card: .ollama)
        let pile = "a" + String(repeating: "\u{301}", count: 1_000)
        let replies = reader.feed(Array((line(pile) + line("", loaded)).utf8))
        guard case .text(let text)? = replies.first else {
            Issue.record("no text")
            return
        }
        #expect(text.unicodeScalars.count == 9)
    }
}
