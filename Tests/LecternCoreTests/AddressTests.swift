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

@Test(arguments: [
    "/a", "/a/b?c=d&e=%20f", "//other.example/x", "#part", "http://x.example",
    "https://x.example/a#b",
    "/a/../b", "/./a", "b/c", "?q=1", "http://user@x.example/", "http://x.example:8080/a", "/a b",
    "/ä",
    "/a#b#c", "/100%", "HTTP://X.example/", "/.well-known", "../up", "", "https://", "http://.x/",
])
func `plain references resolve as a URL parser would have it`(reference: String) {
    // A blank in front of it takes the long way, and is dropped there.
    for base in [
        "https://site.example/dir/page?x=1#y", "http://site.example", "file:///tmp/a.html",
    ] {
        let address = Address(base)
        #expect(address?.resolving(reference) == address?.resolving(" " + reference))
        #expect(address?.host == Address(" " + base)?.host)
    }
    #expect(Address(reference) == Address(" " + reference))
}

@Test(arguments: [
    "/a b/é.html", "/100%.txt", "/x;y?z#w.md", "/plain-name_1.(2)~.txt", "/[a]{b}|c^.html",
    "/ä\u{301}/東.txt",
])
func `a file's address gives its path back`(path: String) {
    let address = Address.file(path)
    #expect(address?.filePath == path)
    #expect(address?.string.utf8.allSatisfy { (0x21...0x7E).contains($0) } == true)
    #expect(Address.file("relative.html") == nil)
}
