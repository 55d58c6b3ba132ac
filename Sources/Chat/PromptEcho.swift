/// Takes those lines out of an answer in which a model says over again what frames its prompt: `<article id="…">` and
/// `</article …>`. Small models do. Works on a stream, split anywhere.
struct PromptEcho {
    private let frames: [String]
    /// What the line begins with, while that may yet be a frame.
    private var line = ""
    /// Is the rest of the line the answer's?
    private var isPassing = false

    /// UTF-8 bytes of the longest line that is held back.
    private static let longest = 1_000

    /// `tag`: the word in the frames that nobody but the prompt knows.
    init(tag: String) {
        frames = Prompt.blocks.flatMap { ["<\($0) id=\"\(tag)", "</\($0) \(tag)"] }
    }

    /// What of the answer can be shown now.
    mutating func feed(_ text: String) -> String {
        if isPassing, !text.utf8.contains(0x0A) { return text }
        var out = ""
        for character in text {
            if character == "\n" {
                out += end(with: "\n")
            } else if isPassing {
                out.append(character)
            } else {
                line.append(character)
                if !mayBeFrame {
                    out += line
                    line = ""
                    isPassing = true
                }
            }
        }
        return out
    }

    /// What was held back, when nothing more comes.
    mutating func end() -> String { end(with: "") }

    private mutating func end(with mark: String) -> String {
        defer {
            line = ""
            isPassing = false
        }
        return frames.contains { line.hasPrefix($0) } ? "" : line + mark
    }

    private var mayBeFrame: Bool {
        line.utf8.count <= PromptEcho.longest
            && frames.contains { $0.hasPrefix(line) || line.hasPrefix($0) }
    }
}
