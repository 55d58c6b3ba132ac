import LecternCore
import Support
import Testing

@testable import Typesetting

@Suite struct `Code by its looks` {
    /// The words found, `kind:text`.
    private func words(_ language: String, _ code: String) -> [String] {
        CodeLexer.spans(in: code, language: language).map {
            "\($0.word):\(code.utf8Slice($0.range))"
        }
    }

    @Test(arguments: [
        (
            "swift", "let a: Tide = \"x\\\"y\" // why\n/* a /* b */ c */ 0x1F",
            [
                "keyword:let", "type:Tide", "string:\"x\\\"y\"", "comment:// why",
                "comment:/* a /* b */ c */", "number:0x1F",
            ]
        ),
        (
            "py", "def f(s): # don't\n    return '''a\nb''' + 1.5e-3",
            [
                "keyword:def", "comment:# don't", "keyword:return", "string:'''a\nb'''",
                "number:1.5e-3",
            ]
        ),
        (
            "SQL", "SELECT name -- all\nFROM t WHERE x = 'it''s'",
            [
                "keyword:SELECT", "comment:-- all", "keyword:FROM", "keyword:WHERE", "string:'it'",
                "string:'s'",
            ]
        ),
        (
            "html", "<!-- a --><a href=\"x\">if</a>",
            ["comment:<!-- a -->", "keyword:a", "type:href", "string:\"x\"", "keyword:a"]
        ),
        (
            "json", "{\"a\": [\"b\", true, -2]}",
            ["keyword:\"a\"", "string:\"b\"", "keyword:true", "number:2"]
        ),
        (
            "yaml", "key: 'v' # c\ncolor: a#b",
            ["keyword:key", "string:'v'", "comment:# c", "keyword:color"]
        ),
        ("diff", "@@ 1 @@\n+new\n-old\n same", ["comment:@@ 1 @@", "string:+new", "keyword:-old"]),
        ("rust", "fn a<'b>(x: &'b str) {}", ["keyword:fn", "type:str"]),
        ("sh", "echo \"$#\" # count", ["keyword:echo", "string:\"$#\"", "comment:# count"]),
        ("nothing known", "let a = 1", []),
    ])
    func `words are told apart`(_ language: String, _ code: String, _ expected: [String]) {
        #expect(words(language, code) == expected)
    }

    @Test func `every language of the table has a grammar`() {
        for language in Languages.all {
            for name in language.names.split(separator: " ") {
                #expect(Grammar.named(String(name)) != nil)
            }
        }
        let names = Languages.all.flatMap { $0.names.split(separator: " ") }
        #expect(Set(names).count == names.count)
    }

    @Test func `whatever stands there, stretches are in order and lines are whole`() {
        let seed = UInt64.random(in: .min ... .max)
        print("seed of random code:", seed)
        var dice = Dice(seed: seed)
        let bits = [
            "\"", "'", "/*", "*/", "//", "#", "\\", "\n", "`", "<a ", ">", "let ", "if", "12e-",
            "é",
            "\u{301}", "--[[", "]]", "\t", "潮", "'''", "+", "-",
        ]
        for _ in 0..<400 {
            let code = (0..<Int.random(in: 0...40, using: &dice)).map { _ in
                bits.randomElement(using: &dice) ?? ""
            }.joined()
            let language = Languages.all.randomElement(using: &dice)?.names.split(separator: " ")
                .first
            let spans = CodeLexer.spans(in: code, language: language.map(String.init))
            var end = 0
            for span in spans {
                #expect(span.range.lowerBound >= end && span.range.upperBound <= code.utf8.count)
                end = span.range.upperBound
            }
            for keeps in [false, true] {
                let lines = CodeSetter(measure: 20, keepsLines: keeps)
                    .lines(RichText(code), language: language.map(String.init))
                let found = faults(lines, of: code, measure: keeps ? CodeSetter.longest + 2 : 20)
                #expect(found == [], "seed \(seed): \(code.debugDescription)")
            }
        }
    }

    @Test func `a line that is kept is one line, an endless one is not`() {
        let code = "short\n" + String(repeating: "x", count: 5_000)
        let lines = CodeSetter(measure: 40, keepsLines: true).lines(RichText(code))
        #expect(lines.count == 4)
        #expect(lines[0].indent == 2 && lines[1].columns <= CodeSetter.longest + 2)
    }
}
