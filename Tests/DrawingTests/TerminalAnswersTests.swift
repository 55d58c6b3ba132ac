import Drawing
import Testing

/// What passes when text is read, with a pause wherever a `|` stands.
private func passed(
    _ text: String, isAsked: Bool = true, answers: inout TerminalAnswers
) -> String {
    var typed: [TerminalAnswers.Input] = []
    for scalar in text.unicodeScalars {
        if scalar == "|" {
            if answers.holds { typed += answers.release() }
        } else {
            typed += answers.take(TerminalAnswers.Input(Int32(scalar.value)))
        }
    }
    if answers.holds { typed += answers.release() }
    var out = ""
    for input in typed {
        if let scalar = Unicode.Scalar(UInt32(input.code)) { out.unicodeScalars.append(scalar) }
    }
    return out
}

private func passed(_ text: String) -> (typed: String, background: Color?) {
    var answers = TerminalAnswers(isAsked: true)
    let typed = passed(text, answers: &answers)
    return (typed, answers.takeBackground())
}

struct TerminalAnswersTests {
    private static let answer = "\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{1B}\\"
    private static let kind = "\u{1B}[?62;22;52c"

    @Test(arguments: [
        (answer, 0xFDF6E3), ("\u{1B}]11;rgb:00/2b/36\u{7}", 0x002B36),
        ("\u{1B}]11;rgba:ffff/8080/0000/ffff\u{7}", 0xFF8000),
        ("\u{1B}]11;rgb:f/8/0\u{7}", 0xFF8800),
    ])
    func `an answer is the background, and nothing of it was typed`(answer: String, value: Int) {
        let (typed, background) = passed(answer + TerminalAnswersTests.kind)
        #expect(typed == "")
        #expect(background == .rgb(UInt32(value)))
    }

    @Test func `what is typed before, between and behind the answers passes`() {
        let (typed, background) = passed(
            "j" + TerminalAnswersTests.answer + "3}" + TerminalAnswersTests.kind + "k\u{1B}")
        #expect(typed == "j3}k\u{1B}")
        #expect(background == .rgb(0xFDF6E3))
    }

    @Test func `in pieces, wherever they break, nothing of an answer was typed`() {
        let all = Array((TerminalAnswersTests.answer + TerminalAnswersTests.kind).unicodeScalars)
        for place in 1..<all.count {
            var answers = TerminalAnswers(isAsked: true)
            var typed: [TerminalAnswers.Input] = []
            for (index, scalar) in all.enumerated() {
                // A pause too short to count a lone Escape as typed.
                if index == place, !answers.holds { #expect(typed == []) }
                typed += answers.take(TerminalAnswers.Input(Int32(scalar.value)))
            }
            #expect(typed == [])
            #expect(answers.takeBackground() == .rgb(0xFDF6E3))
            #expect(!answers.isAwaited)
        }
    }

    @Test func `a terminal that knows only its kind ends the waiting`() {
        var answers = TerminalAnswers(isAsked: true)
        #expect(passed(TerminalAnswersTests.kind, answers: &answers) == "")
        #expect(!answers.isAwaited)
        // Late, behind the answer of a multiplexer in between.
        #expect(passed(TerminalAnswersTests.answer, answers: &answers) == "")
        #expect(answers.takeBackground() == .rgb(0xFDF6E3))
    }

    @Test(arguments: [
        "\u{1B}|", "\u{1B}]", "\u{1B}]1", "\u{1B}]11", "\u{1B}x", "\u{1B}[", "\u{1B}[x",
        "\u{1B}\u{1B}", "]11;rgb:",
        "\u{1B}|]11", "jk\u{1B}|g",
    ])
    func `keys that look like the beginning of an answer pass`(keys: String) {
        #expect(passed(keys).typed == keys.filter { $0 != "|" })
    }

    @Test(arguments: [
        "\u{1B}]11;rgb:zz/00/00\u{7}", "\u{1B}]11;rgb:fdfd/f6f6\u{7}", "\u{1B}]11;rgb:\u{7}",
        "\u{1B}]11;\u{7}",
        "\u{1B}]11;rgb:fffff/0/0\u{7}", "\u{1B}]11;rgb:-1/0/0\u{7}",
    ])
    func `an answer that is none gives no background`(answer: String) {
        #expect(passed(answer).background == nil)
    }

    @Test func `an answer that never ends gives the keys back`() {
        let (typed, _) = passed("\u{1B}]11;rgb:" + String(repeating: "f", count: 200) + "jq")
        #expect(typed.hasSuffix("jq"))
    }

    @Test func `nothing is held back when nothing was asked`() {
        var answers = TerminalAnswers(isAsked: false)
        #expect(answers.take(TerminalAnswers.Input(27)) == [TerminalAnswers.Input(27)])
        #expect(!answers.holds)
    }

    @Test func `a background is dark or light as the eye sees it`() {
        #expect(Color.rgb(0x002B36).isDark == true)
        #expect(Color.rgb(0xFDF6E3).isDark == false)
        #expect(Color.rgb(0x0000FF).isDark == true)
        #expect(Color.standard.isDark == nil)
    }
}

/// The answer to the question whether pixels can be shown.
struct PixelAnswerTests {
    private func told(_ text: String) -> (typed: String, showsPixels: Bool, isAwaited: Bool) {
        var answers = TerminalAnswers(isAsked: false)
        answers.ask()
        let typed = passed(text, answers: &answers)
        return (typed, answers.takeShowsPixels(), answers.isAwaited)
    }

    @Test func `an answer that says so is heard, and nothing of it was typed`() {
        let (typed, shows, isAwaited) = told("j\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62cq")
        #expect(typed == "jq")
        #expect(shows)
        #expect(!isAwaited)
    }

    @Test(arguments: [
        "\u{1B}[?62c", "\u{1B}_Gi=31;ENOTSUPPORTED:no\u{1B}\\\u{1B}[?62c",
        "\u{1B}_Gi=30;OK\u{1B}\\\u{1B}[?62c",
    ])
    func `no other answer says so`(answer: String) {
        let (typed, shows, _) = told(answer)
        #expect(typed == "")
        #expect(!shows)
    }

    @Test func `what only begins like an answer was typed`() {
        #expect(told("\u{1B}_|x").typed == "\u{1B}_x")
        #expect(told("\u{1B}_x").typed == "\u{1B}_x")
    }
}
