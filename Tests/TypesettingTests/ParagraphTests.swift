import Glibc
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
        #expect(set("A page of words and one more", 26) == "A page of words and\none more")
        // In a narrow cell as well, where a line may be half empty.
        #expect(set("a few more words", 9) == "a few\nmore\nwords")
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

    @Test func `no line starts or ends with what may not stand there`() {
        let text = """
            「潮の満ち引きは、月の引力（重力の一種）によって起こる。」と彼女は言った。『本当ですか？』\
            “是的，”他说：“每天两次！”……数字１００％。ちょっと待ってください。
            """
        for measure in 8...60 {
            for line in typeset(RichText(text), measure: measure) {
                let shown = line.runs.map(\.text).joined()
                #expect(!"、。」）』？！，：”…っょ％".contains(shown.first ?? " "), "\(measure): \(shown)")
                #expect(!"「（『“".contains(shown.last ?? " "), "\(measure): \(shown)")
            }
        }
    }

    @Test func `a long address is broken at its joints and a long word where it must be`() {
        #expect(
            set("See https://tides.example.org/almanac/2024/north_sea?harbour=old&level=high", 24)
                == """
                See https://
                tides.example.org/
                almanac/2024/north_sea?
                harbour=old&level=high
                """)
        #expect(
            set("Rindfleischetikettierungsüberwachungsaufgabe", 16)
                == """
                Rindfleischetike
                ttierungsüberwac
                hungsaufgabe
                """)
    }

    @Test func `a soft hyphen shows only where a line ends at it`() {
        #expect(
            set("Inter\u{AD}nation\u{AD}al co\u{AD}operation", 13)
                == """
                Inter\u{AD}nation\u{AD}al
                co\u{AD}operation
                """)
        let lines = typeset(RichText("Inter\u{AD}nation\u{AD}al"), measure: 8)
        #expect(lines.map(\.columns) == [6, 8])
        #expect(lines[0].runs.map(\.text) == ["Inter\u{AD}", "-"])
        #expect(lines[0].runs.map(\.source) == [0..<7, nil])
    }

    @Test func `no-break spaces hold, ideographic and other blanks hang at the end`() {
        #expect(set("on page\u{A0}12 of it", 8) == "on\npage\u{A0}12\nof it")
        #expect(set("潮汐\u{3000}潮汐", 6) == "潮汐\n潮汐")
        #expect(set("aaa   bbb", 5) == "aaa\nbbb")
        #expect(typeset(RichText("aaa   bbb"), measure: 5).map(\.range) == [0..<6, 6..<9])
    }

    @Test func `line breaks and indents of the text are kept`() {
        #expect(set("one\n  two\n\nthree\n", 20) == "one\n  two\n\nthree")
        #expect(typeset(RichText(""), measure: 20) == [Line(.body)])
    }

    @Test func `Thai is torn between its syllables, never in front of a vowel`() {
        let lines = typeset(RichText("ประเทศไทยมีชายหาดที่สวยงามมากมาย"), measure: 10)
        for line in lines {
            let first = line.runs[0].text.unicodeScalars.first?.value ?? 0
            let last = line.runs[0].text.unicodeScalars.last?.value ?? 0
            #expect(!(0xE2F...0xE3A).contains(first) && !(0xE40...0xE44).contains(last))
        }
        #expect(lines.count > 2)
    }

    @Test func `styles and links go on over a line's end`() {
        var text = RichText("Here is ")
        text.append("a link of words", style: .emphasis, link: LinkID(3))
        text.append(".")
        let lines = typeset(text, measure: 12)
        #expect(dump(lines) == "Here is\na link of\nwords.")
        #expect(
            lines[1].runs == [
                Run("a link of", columns: 9, style: .emphasis, link: LinkID(3), source: 8..<17)
            ])
        #expect(lines[2].runs.map(\.link) == [LinkID(3), nil])
    }

    @Test func `a paragraph without end is set in time that grows with its length`() {
        /// Processor time of this thread: other tests run beside it.
        func seconds(_ text: String, _ measure: Int) -> Double {
            func now() -> Double {
                var time = timespec()
                clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
                return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
            }
            let text = RichText(text)
            let start = now()
            _ = typeset(text, measure: measure)
            return now() - start
        }
        for (text, measure) in [
            ("x", 72), ("word ", 72), ("潮", 40), (" ", 40), ("\n", 40), ("a\u{301}", 200),
        ] {
            let short = seconds(String(repeating: text, count: 4_000), measure)
            let long = seconds(String(repeating: text, count: 32_000), measure)
            #expect(long < max(short, 0.01) * 32, "\(text.debugDescription)")
        }
    }
}
