import Chat
import Foundation
import LecternCore
import Testing

/// Questions about five short articles of our own, and the paragraph that answers each.
///
/// `Fixtures/questions-LANGUAGE.txt`: `pN|` a paragraph (or `# ` a header), `q|N|` a question that the N-th of
/// these lines answers.
struct QuestionSet {
    var article: Article
    /// The question, and the number of the paragraph that answers it.
    var questions: [(text: String, paragraph: Int)] = []

    init(language: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/questions-\(language).txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: "|", maxSplits: 2).map(String.init)
        }
        let texts = lines.filter { $0[0].hasPrefix("p") }.map { $0[1] }
        article = Article.of(
            lines.first { $0[0] == "title" }?[1] ?? "", language: language, texts)
        for line in lines where line[0] == "q" {
            let place = try #require(Int(line[1]))
            // Headers have no paragraph number.
            let headers = texts.prefix(place).count { $0.hasPrefix("# ") }
            questions.append((line[2], place - headers))
        }
    }
}

@Suite struct `Questions answered with passages` {
    static let languages = ["en", "fr", "de", "es", "it"]

    /// Share of the questions for which the answering paragraph is among the first `most` passages.
    private func share(_ most: Int, stems: Bool) throws -> (right: Int, all: Int) {
        var right = 0
        var all = 0
        for language in Self.languages {
            var set = try QuestionSet(language: language)
            // A language without rules is stemmed by first letters.
            if !stems { set.article.language = "tlh" }
            for question in set.questions {
                let found = Extract.passages(
                    answering: question.text, in: set.article, most: most)
                let isRight = found.contains { $0.citations[0].paragraph == question.paragraph }
                if !isRight, stems { print("\(language), first \(most): \(question.text)") }
                right += isRight ? 1 : 0
                all += 1
            }
        }
        return (right, all)
    }

    @Test func `the paragraph that answers comes first, or among the first three`() throws {
        let first = try share(1, stems: true)
        let three = try share(3, stems: true)
        let plain = try share(1, stems: false)
        let plainThree = try share(3, stems: false)
        print("hit@1 \(first.right), hit@3 \(three.right) of \(first.all)")
        print("without stemming rules: hit@1 \(plain.right), hit@3 \(plainThree.right)")
        #expect(first.all >= 60)
        #expect(first.right * 10 >= first.all * 8)
        #expect(three.right * 10 >= three.all * 9)
        #expect(plain.right * 10 >= plain.all * 7)
    }

    @Test func `another form of a word is found`() {
        let article = Article.of(
            "", language: "fr",
            ["Les chevaux dorment debout.", "Un cheval mange du foin.", "Les nageuses rêvaient."])
        let found = Extract.passages(answering: "Qui a rêvé ?", in: article)
        #expect(found.map(\.text) == ["Les nageuses rêvaient."])
    }
}
