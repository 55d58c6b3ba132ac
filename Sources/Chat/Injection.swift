import LecternCore

extension Article {
    /// Does the text speak to a model instead of a reader ("ignore previous instructions")?
    ///
    /// A flag for the reader's eyes, not a filter: what keeps the model to its task is the prompt. An article
    /// about such attacks is flagged too.
    package var addressesModel: Bool {
        blocks.contains { Injection.isSuspicious($0.text) }
    }
}

enum Injection {
    static func isSuspicious(_ text: String) -> Bool {
        if text.unicodeScalars.contains(where: { (0xE0020...0xE007F).contains($0.value) }) {
            return true
        }
        let lower = text.lowercased()
        return phrases.contains { lower.contains($0) }
    }

    private static let phrases = [
        "ignore previous instructions", "ignore all previous", "ignore the above",
        "ignore prior instructions",
        "disregard previous", "disregard all previous", "disregard the above",
        "forget your instructions",
        "forget all previous", "you are now", "new instructions:", "system prompt",
        "as an ai language model",
        "<|im_start|>", "<|system|>", "[inst]", "<<sys>>", "</article", "</s>",
        "ignorez les instructions",
        "ignore les instructions", "ignoriere alle", "ignoriere die", "vergiss alle",
        "ignora las instrucciones",
        "ignora le istruzioni", "ignore as instruções", "игнорируй", "忽略之前", "忽略以上", "以前の指示を無視",
        "negeer alle", "assistant:", "dear ai", "if you are an ai", "if you are a language model",
        "attention ai", "to the ai", "llm:",
    ]
}
