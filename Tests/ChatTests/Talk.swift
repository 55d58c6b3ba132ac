import Chat
import LecternCore

/// A scripted server in front of a plan: answers each request in turn, and keeps what was sent and said.
struct Talk {
    enum Answer {
        case says(String, read: Int? = nil)
        case refuses(Int, String)
        case breaks(after: String)
        case unreachable
    }

    var sent: [JSON] = []
    var replies: [Reply] = []
    var plans: [ReadingPlan] = []
    var waited = 0.0

    init(
        _ question: Question, card: ChatbotCard, options: ChatOptions = ChatOptions(),
        answer: (Int, JSON) -> Answer
    ) {
        var plan = ChatPlan(question, card: card, tag: "k7Qz", options: options)
        self.init(&plan, answer: answer)
    }

    init(_ plan: inout ChatPlan, answer: (Int, JSON) -> Answer) {
        var steps = plan.start()[...]
        while let step = steps.popFirst() {
            switch step {
            // What is planned has tests of its own.
            case .reply(.plan(let plan)): plans.append(plan)
            case .reply(let reply): replies.append(reply)
            case .wait(let seconds):
                waited += seconds
                steps += plan.waited()
            case .send(let request):
                precondition(sent.count < 400, "a plan that never ends")
                let body = JSON(request.body) ?? .null
                sent.append(body)
                let isOllama = request.path == "/api/chat"
                switch answer(sent.count, body) {
                case .says(let text, let read):
                    steps += plan.opened(status: 200)
                    let said = JSON.string(text)
                    let stream: String
                    if isOllama {
                        let end: JSON = [
                            "message": ["content": ""], "done": true, "done_reason": "stop",
                            "prompt_eval_count": JSON(read), "eval_count": 5,
                        ]
                        stream =
                            (["message": ["content": said], "done": false] as JSON).text + "\n"
                            + end.text + "\n"
                    } else {
                        let delta: JSON = ["choices": [["delta": ["content": said]]]]
                        let end: JSON = [
                            "choices": [["delta": [:], "finish_reason": "stop"]],
                            "usage": ["prompt_tokens": JSON(read), "completion_tokens": 5],
                        ]
                        stream = "data: \(delta.text)\n\ndata: \(end.text)\n\ndata: [DONE]\n\n"
                    }
                    steps += plan.received(Array(stream.utf8))
                    // The next request drops this exchange: its end is nobody's business.
                    if !steps.contains(where: \.isSend) { steps += plan.ended() }
                case .refuses(let status, let words):
                    steps += plan.opened(status: status)
                    steps += plan.received(Array(words.utf8))
                    steps += plan.ended()
                case .breaks(let text):
                    steps += plan.opened(status: 200)
                    let delta: JSON = ["choices": [["delta": ["content": .string(text)]]]]
                    steps += plan.received(Array("data: \(delta.text)\n\n".utf8))
                    steps += plan.ended()
                case .unreachable: steps += plan.ended(.unreachable("http://127.0.0.1:9000"))
                }
            }
        }
    }

    /// The messages of a request as `role: text`.
    func messages(_ index: Int) -> [String] {
        (sent[index]["messages"].array ?? []).map {
            ($0["role"].string ?? "") + ": " + ($0["content"].string ?? "")
        }
    }
}

extension ChatPlan.Step {
    fileprivate var isSend: Bool { if case .send = self { true } else { false } }
}
