import Chat
import LecternCore
import Support
import Testing

@Suite struct `Articles that speak to the model` {
    @Test(arguments: Attacks.all)
    func `an attack is flagged, and stays inside its block`(text: String) throws {
        #expect(Attacks.all.count >= 40)
        let article = Article.of("A tide table", ["The sea rises twice a day.", text])
        #expect(article.addressesModel)
        let question = Question(about: article, .summary(.short))
        var plan = ChatPlan(question, card: .llama, tag: "k7Qz")
        #expect(plan.isFlagged)
        let talk = Talk(&plan) { _, _ in .says("The sea rises [1].") }
        let user = try #require(talk.messages(0).last)
        #expect(user.ranges(of: "</article").count == 1)
        for mark in [
            "<|", "|>", "[INST]", "[/INST]", "<<SYS", "</s>", "<start_of_turn>", "<think>",
        ] {
            #expect(!user.contains(mark))
        }
        let hidden = user.unicodeScalars.filter {
            $0.value >= 0xE0000 || $0.value == 0x200B || $0.value == 0xAD
        }
        #expect(hidden.isEmpty)
        // What is ours comes last.
        let end = try #require(user.firstRange(of: "</article k7Qz>"))
        #expect(user[end.upperBound...].hasPrefix("\nTask: Summarise the article"))
    }

    @Test(arguments: [
        "The driver ignored the instructions of the police.", "Read the instructions before use.",
        "The model was trained on a system of two computers.", "AI will change how we work.",
        "The assistant said that the office was closed.", "He forgot the keys at home.",
        "Researchers asked whether chatbots can be trusted.", "A list: [1] first, [2] second.",
        "5 < 6 and 7 > 2.", "L'IA change notre métier.",
        "Die KI schreibt Texte, die Menschen prüfen.",
        "She told him to ignore the noise and follow her.", "The system promptly failed.",
        "On ne peut pas ignorer la crise.", "Ignore the weather; tides do.",
        "Si vous saviez ce que j'ai vu.", "Attention, j'ai peur.",
        "What you should know about AI.",
    ])
    func `an ordinary sentence is not`(text: String) {
        #expect(!Article.of("News", [text]).addressesModel)
    }
}
