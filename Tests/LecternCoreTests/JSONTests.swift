import LecternCore
import Testing

@Suite struct `JSON values` {
    @Test(arguments: [
        (#"{"a":[1,2.5,-3e2,true,false,null,"x"]}"#, #"{"a":[1,2.5,-300,true,false,null,"x"]}"#),
        (#" { "a" : { } , "b" : [ ] } "#, #"{"a":{},"b":[]}"#),
        (#""\u00e9\ud83d\ude00\n\"\\\/""#, "\"é😀\\n\\\"\\\\/\""),
        (#""\ud83d x \ude00""#, "\"\u{FFFD} x \u{FFFD}\""),
        (#""\u0000\u001b""#, #""\u0000\u001b""#),
        ("\u{FEFF}1", "1"), ("12345678901", "12345678901"),
    ])
    func `what is read is written`(text: String, written: String) {
        #expect(JSON(text)?.text == written)
    }

    @Test(arguments: [
        "", "{", "[1", "[1,]", "{\"a\"}", "{\"a\":1,}", "\"x", "\"\\x\"", "\"\\u12\"", "tru", "1 2",
        "{}x", "'a'",
        "{1:2}", "nul", "--1", ".", "\u{7}",
    ])
    func `anything else is refused`(text: String) {
        #expect(JSON(text) == nil)
    }

    @Test func `broken UTF-8 is repaired, deep nesting refused`() {
        #expect(JSON([0x22, 0x61, 0xFF, 0x22])?.string == "a\u{FFFD}")
        #expect(JSON(String(repeating: "[", count: 50) + String(repeating: "]", count: 50)) != nil)
        #expect(JSON(String(repeating: "[", count: 100_000)) == nil)
    }

    @Test func `lookups can be chained and miss quietly`() {
        let json = JSON(String(#"{"a":[{"b":"4096"},{"b":4096.0}],"a":2}"#))
        #expect(json?["a"][0]["b"].int == 4_096)
        #expect(json?["a"][1]["b"].int == 4_096)
        #expect(json?["a"][7]["b"]["c"].isNull == true)
        #expect(JSON(String("1e300"))?.int == nil)
    }

    @Test func `the wide form is indented`() {
        let json: JSON = ["a": [1, "x"], "b": [:], "c": []]
        #expect(
            json.prettyText == """
                {
                  "a": [
                    1,
                    "x"
                  ],
                  "b": {},
                  "c": []
                }
                """)
    }
}
