import Chat
import LecternCore
import Testing

/// A stream as it means, to be written down in either dialect.
struct Told: CustomTestStringConvertible, Sendable {
    enum Piece: Sendable {
        case text(String)
        case thinking(String)
        /// Nothing that says anything: a ping, a blank line, a chunk without content.
        case quiet
        case error(String)
    }
    /// How it ends.
    enum End: String, Sendable { case stop, length, missing }

    var testDescription: String
    var pieces: [Piece]
    var end: End
    var expected: String

    init(_ name: String, _ pieces: [Piece], end: End = .stop, _ expected: String) {
        testDescription = name
        self.pieces = pieces
        self.end = end
        self.expected = expected
    }

    enum Spelling: String, CaseIterable, Sendable {
        case lines, linesWithReturns, events, eventsWithReturns, eventsWithLoneReturns
        case eventsOfOtherFields

        var isOllama: Bool { self == .lines || self == .linesWithReturns }
    }

    func bytes(_ spelling: Spelling) -> [UInt8] {
        let text = pieces.map { written($0, spelling) }.joined() + written(end, spelling)
        return switch spelling {
        case .lines, .events, .eventsOfOtherFields: Array(text.utf8)
        case .linesWithReturns, .eventsWithReturns:
            Array(text.replacing("\n", with: "\r\n").utf8)
        case .eventsWithLoneReturns: Array(text.replacing("\n", with: "\r").utf8)
        }
    }

    private func written(_ piece: Piece, _ spelling: Spelling) -> String {
        switch piece {
        case .text(let words): say(["content": .string(words)], spelling)
        case .thinking(let words) where spelling.isOllama:
            say(["content": "", "thinking": .string(words)], spelling)
        case .thinking(let words) where spelling == .eventsOfOtherFields:
            say(["reasoning": .string(words)], spelling)
        case .thinking(let words): say(["reasoning_content": .string(words)], spelling)
        case .quiet where spelling.isOllama:
            "\n" + say(["role": "assistant", "content": .null], spelling) + say([:], spelling)
        case .quiet:
            ": ping\n\n" + say(["role": "assistant", "content": .null], spelling)
                + "data: {\"choices\":[]}\n\n" + say([:], spelling)
        case .error(let words):
            spelling.isOllama
                ? (["error": .string(words)] as JSON).text + "\n"
                : "data: \((["error": ["message": .string(words), "code": .null]] as JSON).text)\n\n"
        }
    }

    private func say(_ members: JSON, _ spelling: Spelling) -> String {
        spelling.isOllama
            ? (["message": members, "done": false] as JSON).text + "\n"
            : "data: \((["choices": [["index": 0, "delta": members]]] as JSON).text)\n\n"
    }

    private func written(_ end: End, _ spelling: Spelling) -> String {
        guard end != .missing else { return "" }
        if spelling.isOllama {
            return
                #"{"message":{"content":""},"done":true,"done_reason":"\#(end)","prompt_eval_count":26,"eval_count":2}"#
                + "\n"
        }
        return #"data: {"choices":[{"index":0,"delta":{},"finish_reason":"\#(end)"}]}"# + "\n\n"
            + #"data: {"choices":[],"usage":{"prompt_tokens":26,"completion_tokens":2}}"#
            + "\n\ndata: [DONE]\n\n"
    }
}

/// What a stream says does not depend on the dialect it is written in, on its line ends, or on where it was split.
@Suite struct `A stream in every dialect` {
    private static let done = "finished(stop 26+2)"

    static let all = [
        Told("words", [.text("The "), .text("tide")], "text<The tide> \(done)"),
        Told("characters of many bytes", [.text("é и 日 "), .text("😀🚀")], "text<é и 日 😀🚀> \(done)"),
        Told(
            "pings and chunks of nothing", [.quiet, .text("A"), .quiet, .text("B")],
            "text<AB> \(done)"),
        Told("a limit", [.text("The ti")], end: .length, "text<The ti> finished(length 26+2)"),
        Told(
            "an end that is missing", [.text("The ti")], end: .missing,
            "text<The ti> failed(dropped)"),
        Told("nothing, and an end", [], "failed(nothing)"),
        Told("nothing at all", [], end: .missing, "failed(nothing)"),
        Told(
            "an error first", [.error("CUDA")], end: .missing,
            "failed(refused(status: 200, \"CUDA\"))"),
        Told(
            "an error in the middle", [.text("The ti"), .error("CUDA"), .text("de")],
            "text<The ti> failed(refused(status: 200, \"CUDA\"))"),
        Told(
            "a prompt that is too long",
            [.error("request (900 tokens) exceeds the available context size (512 tokens)")],
            end: .missing, "failed(tooLong(tokens: Optional(900), window: Optional(512)))"),
        Told(
            "a field for thoughts", [.thinking("Let "), .thinking("me"), .text("So")],
            "thinking<Let me> text<So> \(done)"),
        Told(
            "thoughts between words", [.thinking("A"), .text("b"), .thinking("C"), .text("d")],
            "thinking<A> text<b> thinking<C> text<d> \(done)"),
        Told(
            "thoughts that ate the limit", [.thinking("Let me")], end: .length,
            "thinking<Let me> finished(length 26+2)"),
        Told("thoughts and no more", [.thinking("Let me")], "thinking<Let me> failed(nothing)"),
        Told("tags", [.text("<think>Hm</think>\n\nSo")], "thinking<Hm> text<So> \(done)"),
        Told(
            "tags in pieces", [.text("<th"), .text("ink>H"), .text("m</"), .text("think>So")],
            "thinking<Hm> text<So> \(done)"),
        Told(
            "a closing tag only", [.text("Hm</thi"), .text("nk>So")],
            "text<Hm> again(thoughts) thinking<Hm> text<So> \(done)"),
        Told(
            "a closing tag only, all at once", [.text("Hm</think>So")],
            "text<Hm> again(thoughts) thinking<Hm> text<So> \(done)"),
        Told("a tag that is not closed", [.text("<think>Hm")], "thinking<Hm> failed(nothing)"),
        Told(
            "a tag quoted in the thoughts", [.text("<think>no `</think>` yet</think>So")],
            "thinking<no `</think>` yet> text<So> \(done)"),
        Told(
            "a tag in the answer", [.text("So <think> is a tag")],
            "text<So <think> is a tag> \(done)"),
        Told("half a tag at the end", [.text("So </thi")], "text<So </thi> \(done)"),
        Told(
            "tags beside a field", [.thinking("Hm"), .text("<think>more</think>So")],
            "thinking<Hm> text<<think>more</think>So> \(done)"),
        Told(
            "what a terminal would obey", [.text("a\u{1B}[2Jb\u{7}\u{202E}c\u{9B}d\u{200B}")],
            "text<a[2Jbcd> \(done)"),
    ]

    @Test(arguments: all)
    func `means the same, split at every byte`(_ told: Told) {
        for spelling in Told.Spelling.allCases {
            let card: ChatbotCard = spelling.isOllama ? .ollama : .other
            let found = readings(of: told.bytes(spelling), card: card)
            #expect(found == [told.expected], "\(spelling)")
        }
    }
}
