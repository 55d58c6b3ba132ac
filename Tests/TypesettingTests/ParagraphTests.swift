import LecternCore
import Support
import Testing
import Typesetting

@Suite struct `Paragraphs` {
    private func set(_ text: String, _ measure: Int) -> String {
        dump(typeset(RichText(text), measure: measure))
    }

    @Test func `lines are chosen together and leave no short word alone`() {
        #expect(
            set("The reader of a page wants even lines and never a lone word at the end of it", 22)
                == """
                The reader of a page
                wants even lines and
                never a lone word at
                the end of it
                """)
    }

    @Test func `French punctuation stays with its word even behind ordinary blanks`() {
        #expect(
            set("Elle demanda : « Pourquoi ? » Il dit 50 % ou 20 € ; rien !", 14)
                == """
                Elle demanda :
                « Pourquoi ? »
                Il dit 50 % ou
                20 € ; rien !
                """)
    }
}
