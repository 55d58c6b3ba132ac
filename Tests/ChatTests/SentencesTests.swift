import Chat
import Foundation
import Testing

/// A text with `|` where it is to be cut.
struct Cut: CustomTestStringConvertible, Sendable {
    var language: String
    var marked: String
    var testDescription: String { "\(language): \(marked.prefix(40))" }
    init(_ language: String, _ marked: String) {
        self.language = language
        self.marked = marked
    }
}

@Suite struct `Cutting into sentences` {
    @Test(arguments: latin + other)
    func `a paragraph falls into its sentences`(_ cut: Cut) {
        let wanted = cut.marked.split(separator: "|").map { $0.trimmed }
        let text = cut.marked.replacing("|", with: "")
        #expect(Sentences.split(text, language: cut.language) == wanted)
    }

    @Test(arguments: latin + other)
    func `ranges are in order and hold everything that is no blank`(_ cut: Cut) {
        let text = cut.marked.replacing("|", with: "")
        let bytes = Array(text.utf8)
        let ranges = Sentences.ranges(in: text, language: cut.language)
        var end = 0
        for range in ranges {
            #expect(range.lowerBound >= end && !range.isEmpty)
            end = range.upperBound
        }
        let kept = ranges.flatMap { bytes[$0].filter { $0 > 0x20 } }
        let between = bytes.filter { $0 > 0x20 }
        #expect(kept == between)
    }

    static let latin = [
        Cut("en", "Dr. Smith met Mr. J. R. Jones at 3.30 p.m. yesterday.| They talked."),
        Cut("en", "The U.S. Senate voted.| It failed in the U.S.| The vote was close."),
        Cut("en", "\"Go!\" she said.| \"Now.\"| He went."),
        Cut(
            "en",
            "Prices rose 3.5 percent, i.e. more than expected.| See fig. 3 and No. 7 for details."),
        Cut("en", "Wait... what?| Yes...| It is so.| He left [...] and came back."),
        Cut("en", "Visit example.org today.| Yahoo! was founded in 1994."),
        Cut("en", "Acme Inc. Chairman Bob Lee left.| He joined Widget Ltd.| The shares fell."),
        Cut("en", "Is it?| (He doubts it.)| We do not."),
        Cut("en", "The dog barked.|The cat ran away.| Node.JS stays whole."),
        Cut("fr", "M. Dupont habite 12, av. Foch.| Il dit : « Je pars. »| Puis il part."),
        Cut("fr", "Mme Leroy a dit non.| « Quoi ? » demande-t-il.| Elle rit."),
        Cut("fr", "La séquence (...) choque.| L'art. 5 dit tout."),
        Cut(
            "de",
            "Am 24. Dezember war Ruhe.| Das gilt z. B. auch für Nr. 5 hier.| Prof. Dr. Maier schwieg."
        ),
        Cut("de", "„Nein.“| Sie ging, d. h. sie lief.| Das kostet 3,5 Mio. Euro."),
        Cut("es", "El Sr. Pérez llegó.| ¿Quién es?| ¡Nadie!| La Sra. Gil, EE.UU. aparte, calló."),
        Cut("it", "Il dott. Rossi arriva alle 8.| Il sig. Bianchi no.| Ecco, cfr. pag. 5."),
        Cut("pt", "O Sr. Silva e a Dra. Costa saíram.| Não voltaram."),
        Cut("nl", "Dhr. De Vries e.a. kwamen bijv. te laat.| Mevr. Bos niet."),
        Cut("sv", "Det gäller t.ex. Anna och bl.a. Bo.| Nej!"),
        Cut("da", "Den 3. Marts skete det f.eks. Her.| Ja."),
        Cut("nb", "Det var ca. 20 av dem, bl.a. Kari.| Slik er det."),
        Cut("fi", "Hän tuli klo 8 esim. Turusta.| Niin se on."),
        Cut("pl", "Prof. Kowalski mówił m.in. O tym.| Było ok. 20 osób, tzw. Gości."),
        Cut("cs", "Dne 5. Května přišel např. Karel.| Byl tu i Ing. Novák."),
        Cut("hu", "A 3. Kerület nagy.| Dr. Kiss pl. Budán él."),
        Cut("tr", "Prof. Yılmaz vb. Kişiler geldi.| Tamam mı?| Evet."),
        Cut("ro", "Dl. Popescu a plecat.| Str. Lungă e goală."),
    ]

    static let other = [
        Cut("ru", "В 1990 г. Москва изменилась.| А. С. Пушкин жил на ул. Мойка.| Да!"),
        Cut("uk", "Це м. Київ.| І. Франко писав тут.| Так."),
        Cut("el", "Ο κ. Παππάς ήρθε.| Γιατί;| Δεν ξέρω."),
        Cut("ja", "今日は晴れ。|「行こう。」と彼は言った。|本当？|はい！"),
        Cut("zh", "他来了。|“你好！”她说。|价格是3.5元。"),
        Cut("ko", "오늘은 맑다.| 정말?| 네, 그렇습니다."),
        Cut("ar", "وصل الرجل.| هل أنت بخير؟| نعم!"),
        Cut("hi", "वह आया।| क्या हुआ?| कुछ नहीं।"),
        Cut("hy", "Նա եկավ։| Լավ է։"),
        Cut("my", "သူလာသည်။|ကောင်းပါသည်။"),
        Cut("he", "הוא בא.| מה קרה?| כלום!"),
    ]

    /// `Fixtures/sentences.txt`: a language, a tab, and a text with `|` where it is to be cut. Some cases cannot be
    /// told without knowing the world (an abbreviation that also ends its sentence), so a share is asked for.
    @Test func `hard cases in twenty-three languages`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/sentences.txt")
        var right: [String: Int] = [:]
        var all: [String: Int] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let fields = line.split(separator: "\t").map(String.init)
            let cut = Cut(fields[0], fields[1])
            let wanted = cut.marked.split(separator: "|").map { $0.trimmed }
            let found = Sentences.split(
                cut.marked.replacing("|", with: ""), language: cut.language)
            all[cut.language, default: 0] += 1
            right[cut.language, default: 0] += found == wanted ? 1 : 0
            if found != wanted { print("\(cut.language): \(found)") }
        }
        let total = right.values.reduce(0, +)
        print("\(total) of \(all.values.reduce(0, +)) texts cut right, \(all.count) languages")
        #expect(all.count >= 15)
        #expect(all.values.allSatisfy { $0 >= 6 })
        #expect(Double(total) >= 0.95 * Double(all.values.reduce(0, +)))
        for (language, count) in all { #expect(right[language] ?? 0 >= count - 1, "\(language)") }
    }

    @Test func `a long text takes time in proportion`() {
        let text = String(repeating: "((.\"')]... ", count: 8_000)
        let clock = ContinuousClock()
        let time = clock.measure { _ = Sentences.ranges(in: text) }
        #expect(time < .seconds(10))
    }

    @Test(arguments: ["", " ", ".", "...", "\n\n", "a", "。", "?!", "\u{301}", "🙂", "「", "M."])
    func `scraps are no trouble`(text: String) {
        let ranges = Sentences.ranges(in: text)
        #expect(ranges.allSatisfy { $0.upperBound <= text.utf8.count })
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var part = self
        while part.first?.isWhitespace ?? false { part = part.dropFirst() }
        while part.last?.isWhitespace ?? false { part = part.dropLast() }
        return String(part)
    }
}
