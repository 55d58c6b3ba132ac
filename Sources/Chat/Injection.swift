import LecternCore

extension Article {
    /// Does the text speak to a model instead of a reader ("ignore previous instructions")?
    ///
    /// A flag for the reader's eyes, not a filter: what keeps the model to its task is the prompt. An article
    /// that quotes such an attack is flagged too.
    package var addressesModel: Bool {
        Injection.isSuspicious(title) || blocks.contains { Injection.isSuspicious($0.text) }
    }
}

/// Finds text that is meant for a model. Looks at each word once.
///
/// 1. An order to disregard, close to a word for instructions, in either order.
/// 2. A model that is spoken to ("if you are an AI", "dear chatbot").
/// 3. Something to be done with the system prompt.
/// 4. Marks of chat templates, and letters written in invisible tag characters.
enum Injection {
    static func isSuspicious(_ text: String) -> Bool {
        hasTemplateMark(text) || addresses(text)
    }

    private static func addresses(_ text: String) -> Bool {
        // Words back to the last order, noun for instructions, address, and mention of a system.
        var sinceOrder = 99
        var sinceNoun = 99
        var sinceAddress = 99
        var sinceNote = 99
        var sinceYou = 99
        var sinceAre = 99
        var sinceSystem = 99
        var sinceShow = 99
        var found = false
        forEachWord(of: text) { hash in
            sinceOrder += 1
            sinceNoun += 1
            sinceAddress += 1
            sinceNote += 1
            sinceYou += 1
            sinceAre += 1
            sinceSystem += 1
            sinceShow += 1
            guard let role = roles[hash] else { return true }
            if role.contains(.order) { sinceOrder = 0 }
            if role.contains(.noun) { sinceNoun = 0 }
            if role.contains(.address) { sinceAddress = 0 }
            if role.contains(.note) { sinceNote = 0 }
            if role.contains(.you) { sinceYou = 0 }
            if role.contains(.are) { sinceAre = 0 }
            let isSpokenTo =
                sinceAddress == 1 || sinceNote <= 2 || sinceAre <= 2 && sinceYou == sinceAre + 1
            if role.contains(.show) { sinceShow = 0 }
            if role.contains(.system) { sinceSystem = 0 }
            found =
                max(sinceOrder, sinceNoun) <= 8 && min(sinceOrder, sinceNoun) == 0
                || role.contains(.model) && isSpokenTo
                || role.contains(.prompt) && sinceSystem == 1 && sinceShow <= 6
            return !found
        }
        return found
    }

    private struct Role: OptionSet {
        let rawValue: Int
        static let order = Role(rawValue: 1)
        static let noun = Role(rawValue: 2)
        static let address = Role(rawValue: 4)
        static let model = Role(rawValue: 8)
        static let show = Role(rawValue: 16)
        static let system = Role(rawValue: 32)
        static let prompt = Role(rawValue: 64)
        static let note = Role(rawValue: 128)
        static let you = Role(rawValue: 256)
        static let are = Role(rawValue: 512)
    }

    private static let roles: [UInt64: Role] = {
        let lists: [(Role, String)] = [
            (
                .order,
                """
                ignore disregard forget override bypass ignorez oubliez ignoriere ignorieren vergiss
                vergessen missachte ignora olvida olvide ignore descarta dimentica ignori esqueca ignorem negeer
                vergeet ignorera glom ignorer glem unohda ohita ignoruj zignoruj zapomnij ignorujte zapomen
                игнорируй игнорируйте забудь забудьте ігноруй ігноруйте забудьте yoksay unut αγνόησε 忽略 无视
                無視 忘记 忘れ 무시하고 무시해 무시하세요 تجاهل התעלם
                """
            ),
            (
                .noun,
                """
                instructions prompt prompts directives consignes anweisungen anweisung vorgaben
                instruktionen instrucciones indicaciones istruzioni indicazioni instrucoes instructies
                opdrachten instruktioner anvisningar instrukser instruksjoner ohjeet instrukcje polecenia
                instrukce pokyny инструкции указания инструкций інструкції talimatlari talimatlar οδηγίες 指令
                指示 提示 지시를 지시 명령을 التعليمات ההוראות
                """
            ),
            (.address, "dear attention hey"), (.note, "note"), (.you, "you"), (.are, "are"),
            (.model, "ai llm llms chatbot chatbots gpt chatgpt"),
            (.show, "reveal print repeat output show leak display"),
            (.system, "system"), (.prompt, "prompt prompts"),
        ]
        var found: [UInt64: Role] = [:]
        for (role, words) in lists {
            for word in words.split(whereSeparator: \.isWhitespace) {
                forEachWord(of: String(word)) { hash in
                    found[hash, default: []].formUnion(role)
                    return true
                }
            }
        }
        return found
    }()

    /// Hashes of the folded words; ideographs and kana as overlapping pairs. Ends when `take` says no.
    private static func forEachWord(of text: String, _ take: (UInt64) -> Bool) {
        var word = FNV()
        var length = 0
        var lastIdeograph: UInt32?
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value >= 0x61, value <= 0x7A {
                word.feed(value)
                length += 1
            } else if value >= 0x80, Terms.isIdeograph(value) {
                if let last = lastIdeograph {
                    var pair = FNV()
                    pair.feed(last)
                    pair.feed(value)
                    if !take(pair.value) { return }
                }
                lastIdeograph = value
            } else if let folded = Terms.fold(value) {
                word.feed(folded.value)
                if folded.second != 0 { word.feed(folded.second) }
                length += 1
                lastIdeograph = nil
            } else {
                if length > 0, !take(word.value) { return }
                word = FNV()
                length = 0
                lastIdeograph = nil
            }
        }
        if length > 0 { _ = take(word.value) }
    }

    // MARK: Templates

    private static let marks: [[UInt8]] = [
        "<|", "[inst]", "[/inst]", "<<sys>>", "<start_of_turn>", "</article", "</s>", "<system>",
        "### instruction", "### system", "<think>",
    ].map { Array($0.utf8) }

    private static func hasTemplateMark(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for index in bytes.indices {
                switch bytes[index] {
                case UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "#"):
                    if marks.contains(where: { starts(bytes, at: index, with: $0) }) { return true }
                // U+E0020 to U+E007F.
                case 0xF3:
                    if index + 2 < bytes.count, bytes[index + 1] == 0xA0,
                        bytes[index + 2] == 0x80 || bytes[index + 2] == 0x81
                    {
                        return true
                    }
                default: break
                }
            }
            return false
        }
    }

    private static func starts(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, with mark: [UInt8]
    ) -> Bool {
        guard index + mark.count <= bytes.count else { return false }
        return mark.indices.allSatisfy { offset in
            let byte = bytes[index + offset]
            let isUpper = byte >= 0x41 && byte <= 0x5A
            return (isUpper ? byte | 0x20 : byte) == mark[offset]
        }
    }
}
