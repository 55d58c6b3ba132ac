import LecternCore

/// Names of languages, for telling a model in which one to write.
package enum Language {
    /// English and own name, such as `French (français)`; the tag itself where it is not known, nil for nonsense.
    package static func name(_ tag: String) -> String? {
        let parts = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
        guard let first = parts.first.map(String.init), (2...3).contains(first.utf8.count),
            first.allSatisfy({ $0.isASCII && $0.isLetter })
        else { return nil }
        if first == "zh" {
            let traditional = ["tw", "hk", "mo", "hant"]
            return parts.contains { traditional.contains(String($0)) }
                ? "Traditional Chinese (繁體中文)" : "Simplified Chinese (简体中文)"
        }
        if first == "pt", parts.contains("br") {
            return "Brazilian Portuguese (português do Brasil)"
        }
        guard let names = names[first] else { return first }
        return names.0 == names.1 ? names.0 : "\(names.0) (\(names.1))"
    }

    /// The tags of the languages known, in the order of the alphabet.
    package static var tags: [String] { names.keys.sorted() }

    /// "Answer in …", said in that language: what small models obey.
    package static func order(_ tag: String) -> String? {
        let first = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first
        return first.flatMap { orders[String($0)] }
    }

    /// Are the two the same language, or close to it? An unknown one is no other.
    package static func areOne(_ tag: String, _ other: String?) -> Bool {
        other.map { family(tag) == family($0) } ?? true
    }

    /// Is the text clearly in another language than `tag`? Short texts and close relatives never are.
    static func isOther(_ text: String, than tag: String) -> Bool {
        let words = text.filter { !$0.isNumber && !"[]()*#".contains($0) }
        guard words.count >= 80 || words.utf8.count >= 160, let found = detectLanguage(words) else {
            return false
        }
        return family(found) != family(tag)
    }

    /// Languages that a detector takes for each other count as one.
    static func family(_ tag: String) -> String {
        let first = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first ?? ""
        let families = [
            ["nb", "no", "nn", "da"], ["hr", "sr", "bs", "sh", "me"], ["id", "ms"], ["cs", "sk"],
            ["pt", "gl"], ["af", "nl"], ["ur", "hi"], ["fa", "tg", "prs"], ["he", "iw", "yi"],
            ["tl", "fil"], ["bg", "mk"],
        ]
        return families.first { $0.contains(String(first)) }?[0] ?? String(first)
    }

    private static let names: [String: (String, String)] = [
        "af": ("Afrikaans", "Afrikaans"), "ar": ("Arabic", "العربية"),
        "be": ("Belarusian", "беларуская"), "bg": ("Bulgarian", "български"),
        "bn": ("Bengali", "বাংলা"), "ca": ("Catalan", "català"), "cs": ("Czech", "čeština"),
        "cy": ("Welsh", "Cymraeg"), "da": ("Danish", "dansk"), "de": ("German", "Deutsch"),
        "el": ("Greek", "ελληνικά"), "en": ("English", "English"), "eo": ("Esperanto", "Esperanto"),
        "es": ("Spanish", "español"), "et": ("Estonian", "eesti"), "eu": ("Basque", "euskara"),
        "fa": ("Persian", "فارسی"), "fi": ("Finnish", "suomi"), "fr": ("French", "français"),
        "ga": ("Irish", "Gaeilge"), "gl": ("Galician", "galego"), "gu": ("Gujarati", "ગુજરાતી"),
        "he": ("Hebrew", "עברית"), "hi": ("Hindi", "हिन्दी"), "hr": ("Croatian", "hrvatski"),
        "hu": ("Hungarian", "magyar"), "hy": ("Armenian", "հայերեն"),
        "id": ("Indonesian", "bahasa Indonesia"), "is": ("Icelandic", "íslenska"),
        "it": ("Italian", "italiano"), "ja": ("Japanese", "日本語"), "ka": ("Georgian", "ქართული"),
        "kk": ("Kazakh", "қазақ тілі"), "ko": ("Korean", "한국어"), "lt": ("Lithuanian", "lietuvių"),
        "lv": ("Latvian", "latviešu"), "mk": ("Macedonian", "македонски"),
        "ml": ("Malayalam", "മലയാളം"), "mr": ("Marathi", "मराठी"),
        "ms": ("Malay", "bahasa Melayu"), "nb": ("Norwegian", "norsk bokmål"),
        "nl": ("Dutch", "Nederlands"), "nn": ("Norwegian Nynorsk", "nynorsk"),
        "no": ("Norwegian", "norsk"), "pa": ("Punjabi", "ਪੰਜਾਬੀ"), "pl": ("Polish", "polski"),
        "pt": ("Portuguese", "português"), "ro": ("Romanian", "română"),
        "ru": ("Russian", "русский"), "sk": ("Slovak", "slovenčina"),
        "sl": ("Slovenian", "slovenščina"), "sq": ("Albanian", "shqip"),
        "sr": ("Serbian", "српски"), "sv": ("Swedish", "svenska"), "sw": ("Swahili", "Kiswahili"),
        "ta": ("Tamil", "தமிழ்"), "te": ("Telugu", "తెలుగు"), "th": ("Thai", "ไทย"),
        "tl": ("Tagalog", "Tagalog"), "tr": ("Turkish", "Türkçe"),
        "uk": ("Ukrainian", "українська"),
        "ur": ("Urdu", "اردو"), "uz": ("Uzbek", "oʻzbekcha"), "vi": ("Vietnamese", "tiếng Việt"),
    ]

    private static let orders: [String: String] = [
        "ar": "أجب بالعربية.", "bg": "Отговори на български.", "ca": "Respon en català.",
        "cs": "Odpověz česky.", "da": "Svar på dansk.", "de": "Antworte auf Deutsch.",
        "el": "Απάντησε στα ελληνικά.", "en": "Answer in English.", "es": "Responde en español.",
        "et": "Vasta eesti keeles.", "fa": "به فارسی پاسخ بده.", "fi": "Vastaa suomeksi.",
        "fr": "Réponds en français.", "he": "ענה בעברית.", "hi": "हिन्दी में उत्तर दें।",
        "hr": "Odgovori na hrvatskom.", "hu": "Magyarul válaszolj.",
        "id": "Jawab dalam bahasa Indonesia.", "it": "Rispondi in italiano.",
        "ja": "日本語で答えてください。", "ko": "한국어로 대답하세요.", "lt": "Atsakyk lietuviškai.",
        "lv": "Atbildi latviski.", "nb": "Svar på norsk.", "nl": "Antwoord in het Nederlands.",
        "no": "Svar på norsk.", "pl": "Odpowiedz po polsku.", "pt": "Responda em português.",
        "ro": "Răspunde în română.", "ru": "Отвечай по-русски.", "sk": "Odpovedz po slovensky.",
        "sl": "Odgovori v slovenščini.", "sr": "Одговори на српском.", "sv": "Svara på svenska.",
        "th": "ตอบเป็นภาษาไทย", "tr": "Türkçe yanıt ver.", "uk": "Відповідай українською.",
        "vi": "Trả lời bằng tiếng Việt.", "zh": "请用中文回答。",
    ]
}
