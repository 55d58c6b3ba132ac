import Foundation
import LecternCore
import Testing

@testable import Typesetting

/// Debian's `unicode-data`; the tests that read it are left out where it is not installed.
private let unicodeTest = "/usr/share/unicode/auxiliary/LineBreakTest.txt"

@Suite struct `Where a line may end` {
    /// The text with `÷` at every place where a line may end.
    private func breaks(_ text: String) -> String {
        var rules = BreakRules()
        var out = ""
        let scalars = Array(text.unicodeScalars)
        let classes = scalars.map { BreakClass($0, columns: $0.columns) }
        for (index, scalar) in scalars.enumerated() {
            if classes[index] == .mandatory {
                rules = BreakRules()
                out.unicodeScalars.append(scalar)
                continue
            }
            let breaks = rules.feed(classes[index], isWide: scalar.columns == 2) {
                index + 1 < classes.count ? classes[index + 1] : .start
            }
            if breaks { out += "÷" }
            out.unicodeScalars.append(scalar)
        }
        return out
    }

    @Test(arguments: [
        "plain ÷words ÷only", "e-÷mail, ÷2025-02-24", "ls ÷--all ÷-l", "a ÷— ÷b÷—÷c",
        "« Allons ! » ÷dit-÷il : ÷« oui » ; ÷et ÷puis…", "50 % ÷de ÷20 € ÷ou ÷$5.00",
        "(see ÷[1], ÷etc.) ÷and/÷or", "東÷京÷は、÷「日÷本」÷の÷首÷都。÷終", "ちょっ÷と", "1\u{A0}000 ÷m",
        "co\u{AD}÷op", "a\u{200B}÷b\u{2060}c", "“Quote” ÷and ÷‘this’", "http://÷example.org/÷path",
        "🇫🇷÷🇩🇪", "한÷국÷어 ÷말", "שָׁלוֹם ÷עֲלֵיכֶם", "„Ja“, ÷sagte ÷er",
    ])
    func `follows the sense of the text`(_ expected: String) {
        #expect(breaks(expected.replacingOccurrences(of: "÷", with: "")) == expected)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: unicodeTest)))
    func `agrees with the test file of Unicode 15 but for the tailored cases`() throws {
        let lines = try String(contentsOfFile: unicodeTest, encoding: .utf8).split(separator: "\n")
        let tailored = [
            // Tabs are blanks; a new machine begins where a line must end; blanks at a line's start are an indent.
            "0009", "000A", "000B", "000D", "0085", "^× 0020",
            // Jamo that join are one glyph before the rules see them.
            "1100", "1160", "11A8",
            // Words that start with a hyphen; numbers by pairs and with their units; LB15 as of Unicode 15.1.
            "^× 002D", "0024", "0025", "002C (× 0308 )?÷ 0030",
            "002F (× 0308 )?÷ 0030", "002E ÷ 003", "005C", "00AB", "^× 200D", "1F3F",
            "^× 0022 × (0308 × )?0020 × (2329|0028)",
        ]
        let isTailored = try Regex(tailored.joined(separator: "|"))
        var wrong: [String] = []
        var count = 0
        for line in lines {
            let test = line.prefix { $0 != "#" }
            guard !test.isEmpty, !test.contains(isTailored) else { continue }
            var expected = String.UnicodeScalarView()
            for word in test.split(whereSeparator: \.isWhitespace) where word != "×" {
                expected.append(UInt32(word, radix: 16).flatMap(Unicode.Scalar.init) ?? "÷")
            }
            expected.removeLast()
            count += 1
            let text = String(String.UnicodeScalarView(expected.filter { $0 != "÷" }))
            if breaks(text) != String(expected) { wrong.append(String(test)) }
        }
        #expect(count > 3_500)
        #expect(wrong == [])
    }
}
