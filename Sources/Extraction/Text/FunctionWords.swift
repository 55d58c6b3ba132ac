import LecternCore

/// The small words that every text of a language is full of: they tell whether a page is in the language that it says
/// it is in, without the detector's tables.
enum FunctionWords {
    /// Words of the text that are looked at.
    private static let limit = 300

    /// Is the text plainly in this language (BCP 47)? False also where that cannot be told.
    ///
    /// At least a fifth of its words are the language's own small ones, and clearly fewer any other's.
    static func speak(for tag: String, in text: String) -> Bool {
        let language = String(tag.prefix { $0 != "-" })
        guard let own = numbers[language == "nb" || language == "nn" ? "no" : language],
            let (words, counts) = census(of: text)
        else { return false }
        return stands(own, out: counts, of: words)
    }

    /// The language of a text that says nothing of it: plainly one of the few that no other is easily taken for, else
    /// what the detector says; nil when it is not sure.
    static func language(of text: String) -> String? {
        if let (words, counts) = census(of: text),
            let sure = ["en", "de", "fr"].first(where: {
                stands(numbers[$0] ?? 0, out: counts, of: words)
            })
        {
            return sure
        }
        return detectLanguage(text)
    }

    /// Is a fifth of the words of this language, and at most four fifths of that number of any other?
    private static func stands(_ own: Int, out counts: [Int], of words: Int) -> Bool {
        let most = counts.indices.filter { $0 != own }.map { counts[$0] }.max() ?? 0
        return counts[own] * 5 >= words && most * 5 <= counts[own] * 4
    }

    /// How many words were looked at, and how many of them are each language's; nil for too few.
    private static func census(of text: String) -> (words: Int, counts: [Int])? {
        let words = Wording.words(String(decoding: text.utf8.prefix(limit * 8), as: UTF8.self))
            .prefix(limit)
        guard words.count >= 40 else { return nil }
        var counts = Array(repeating: 0, count: numbers.count)
        for word in words {
            guard var known = table[word.utf8] else { continue }
            while known != 0 {
                counts[known.trailingZeroBitCount] += 1
                known &= known - 1
            }
        }
        return (words.count, counts)
    }

    private static let numbers: [String: Int] = [
        "en": 0, "de": 1, "fr": 2, "es": 3, "pt": 4, "it": 5, "nl": 6, "sv": 7, "da": 8, "no": 9,
        "pl": 10, "ru": 11, "uk": 12, "bg": 13, "ca": 14, "tr": 15, "fi": 16, "cs": 17,
    ]

    private static let table = WordTable(
        [
            (
                1 << 0,
                "the of and to in a is that for it was on with as are be this by at from have or an not but they which you has were their"
            ),
            (
                1 << 1,
                "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach"
            ),
            (
                1 << 2,
                "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son cette aux"
            ),
            (
                1 << 3,
                "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha este"
            ),
            (
                1 << 4,
                "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das à seu sua ou"
            ),
            (
                1 << 5,
                "di e il la che in a per un del è una i della con non sono da le si dei al nel più alla come ha gli anche lo"
            ),
            (
                1 << 6,
                "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar heeft ze wordt door"
            ),
            (
                1 << 7,
                "och i att det som en på är av för med den till inte har de ett om han men var jag sig från vi så kan ska"
            ),
            (
                1 << 8,
                "og i at det er en til af på for med den som de der ikke har et var fra om han men sig vi kan også blev"
            ),
            (
                1 << 9,
                "og i det er en på som til av for med at den har de ikke et var fra om han men seg vi kan også ble etter"
            ),
            (
                1 << 10,
                "i w na z się że do nie to jest o jak po co a za od tak przez dla był ale są jego oraz czy może już tym"
            ),
            (
                1 << 11,
                "и в на не что с по как это но из за от он его для то так же у все к или мы был было бы есть"
            ),
            (
                1 << 12,
                "і в на не що з по як це але із за від він його для то так у та до або ми був було є про"
            ),
            (
                1 << 13,
                "и на в за от не да се е с са по като това че до към или който има при му през"
            ),
            (
                1 << 14,
                "de la i el que a en els per les un amb del una es no és al dels als com més però ha són va aquest"
            ),
            (
                1 << 15,
                "ve bir bu da de için ile olarak çok daha gibi en olan kadar ne ama sonra var değil ki o her ise"
            ),
            (
                1 << 16,
                "ja on ei että oli se hän mutta kun joka myös ovat niin kuin mukaan tai vain sekä jo olla ole"
            ),
            (
                1 << 17,
                "a v se na je že s to z do o i k ve pro by ale si jako za od po byl jeho jsou které také"
            ),
        ], blanksSeparate: true, combining: |)
}
