import LecternCore
import Sites
import Storage
import Testing

struct SiteRuleTests {
    @Test(arguments: Sites.names)
    func `a bundled rule has no mistakes and goes for the hosts below its own`(name: String) throws
    {
        let rule = try #require(try siteRule(for: name, folders: []))
        #expect(rule.kind != nil || !rule.keep.isEmpty || !rule.cut.isEmpty)
        #expect(try siteRule(for: "www.\(name)", folders: []) == rule)
        #expect(try siteRule(for: "not\(name)", folders: []) == nil)
    }

    @Test func `there are twenty at most`() { #expect(Sites.names.count <= 20) }

    @Test func `the reader's own rule comes first`() throws {
        let folder = try TemporaryFolder()
        try folder.write("arxiv.org.toml", "posts = \"div.mine\"\nkind = \"list\"")
        let rule = try #require(try siteRule(for: "arxiv.org", folders: [folder.path]))
        #expect(rule.kind == .list)
        #expect(rule.posts?.description == "div.mine")
    }

    @Test func `a host is never a way to another file`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.b.toml", "kind = \"list\"")
        for host in ["../a.b", "x/../a.b", ".a.b", "a.b\u{0}", "", ".", "localhost"] {
            #expect(try siteRule(for: host, folders: [folder.path + "/x"]) == nil, "\(host)")
        }
    }

    @Test func `all mistakes are told, with their lines`() {
        do {
            _ = try siteRule(
                "kind = \"poem\"\ncutt = []\nkeep = [\"div > p\", \"div\"]\nposts = 3",
                file: "x.toml")
            Issue.record("accepted")
        } catch {
            let lines = error.message.split(separator: "\n")
            #expect(lines.count == 4)
            #expect(lines[0].hasPrefix("x.toml:1: kind is “poem”"))
            #expect(lines[1].contains("did you mean “cut”"))
            #expect(lines[2].hasPrefix("x.toml:3: keep"))
            #expect(lines[3].hasPrefix("x.toml:4: posts"))
        }
    }

    @Test func `a pattern is an element's name, id and classes`() {
        #expect(ElementPattern("div#a.b.c")?.description == "div#a.b.c")
        #expect(ElementPattern(".b")?.classes == ["b"])
        for text in ["", ".", "#", "a b", "a > b", "a..b", "#a#b", "[x]", "a:hover"] {
            #expect(ElementPattern(text) == nil, "\(text)")
        }
    }
}
