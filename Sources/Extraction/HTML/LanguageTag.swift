import LecternCore

/// Language tags (BCP 47) as pages write them, and which of them to believe.
enum LanguageTag {
    /// The tag in its usual form (`pt-BR`, `zh-Hant`), or nil for what is none.
    static func tidied(_ text: String) -> String? {
        let first = text.split { $0 == "," || $0 == ";" || $0.isWhitespace }.first ?? ""
        let parts = first.split { $0 == "-" || $0 == "_" }
        guard let language = parts.first, (2...3).contains(language.count),
            language.allSatisfy({ $0.isASCII && $0.isLetter })
        else { return nil }
        var tag = language.lowercased()
        for part in parts.dropFirst().prefix(2) {
            guard part.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { break }
            switch part.count {
            case 2: tag += "-" + part.uppercased()
            case 3 where part.allSatisfy(\.isNumber): tag += "-" + part
            case 4: tag += "-" + part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: break
            }
        }
        return tag
    }

    /// What the reader asked for, else what the page says unless its text is plainly in another language, else what
    /// the text is in.
    static func decided(
        asked: String?, declared: [String], text blocks: [Block], report: inout Report
    ) -> String? {
        if let asked { return tidied(asked) ?? asked }
        var sample = ""
        for block in blocks where block.isProse {
            sample += block.text + "\n"
            if sample.utf8.count > 6000 { break }
        }
        if let first = declared.first, FunctionWords.speak(for: first, in: sample) {
            report.add("language", "\(first), as declared")
            return first
        }
        let detected = sample.utf8.count >= 80 ? FunctionWords.language(of: sample) : nil
        guard let first = declared.first else {
            if let detected { report.add("language", "\(detected), from the text") }
            return detected
        }
        guard let detected else {
            report.add("language", "\(first), as declared")
            return first
        }
        if let agreeing = declared.first(where: { agree($0, detected) }) {
            report.add("language", "\(agreeing), as declared")
            return agreeing
        }
        report.add("language", "\(detected), from the text, though declared as \(first)")
        return detected
    }

    /// The same language, whatever the region or the script.
    private static func agree(_ one: String, _ other: String) -> Bool {
        func family(_ tag: String) -> Substring {
            let language = tag.prefix { $0 != "-" }
            switch language {
            case "nb", "nn", "no": return "no"
            case "sr", "hr", "bs", "sh", "cnr": return "sr"
            case "id", "ms": return "id"
            case "gl", "pt": return "pt"
            case "fil", "tl": return "tl"
            default: return language
            }
        }
        return family(one) == family(other)
    }
}
