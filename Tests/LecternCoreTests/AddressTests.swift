import LecternCore
import Testing

@Suite struct `An address` {
    @Test(arguments: [
        ("/a?x[]=1&y=%20", "http://h.example/a?x%5B%5D=1&y=%20"),
        ("?q=a b%20c|d", "http://h.example/p/q?q=a%20b%20c%7Cd"),
        ("#a#b%20c", "http://h.example/p/q?r#a%23b%20c"),
        ("//[::1]:8080/x[1]", "http://[::1]:8080/x%5B1%5D"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
        ("x\u{1B}]52;c\u{7}x", "http://h.example/p/x%1B%5D52;c%07x"),
        ("größe", "http://h.example/p/gr%C3%B6%C3%9Fe"),
        ("100%", "http://h.example/p/100%25"),
    ])
    func `is resolved, and encoded once`(reference: String, expected: String) {
        let base = Address("http://h.example/p/q?r")
        #expect(base?.resolving(reference)?.string == expected)
    }
}
