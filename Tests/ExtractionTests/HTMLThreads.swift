import LecternCore
import Testing

@testable import Extraction

/// A thread as posts, one line a block.
private func said(_ html: String) throws -> [String] {
    let article = try article(html, at: "https://boats.example/threads/which-anchor.12/")
    return dump(Article(title: "", blocks: article.blocks)).split(separator: "\n").dropFirst()
        .map(String.init)
}

private let first =
    "My old anchor drags in mud. Which one should I buy for the estuary, and how large?"
private let second =
    "A plough holds in sand and in mud, but buy it a size larger than they tell you to."
private let third =
    "Larger? I have held a barge on half of that, and in a gale, with forty metres out."

@Test func `a board without names for anything but its boxes is a thread`() throws {
    func post(_ number: Int, _ name: String, _ text: String) -> String {
        """
        <div id="p\(number)" class="blockpost row"><h2><span><span class="conr">#\(number)</span>
        <a href="viewtopic.php?pid=\(number)#p\(number)">2024-05-0\(number) 15:14:37</a></span></h2>
        <div class="box"><div class="inbox"><div class="postbody"><div class="postleft"><dl>
        <dt><strong>\(name)</strong></dt><dd class="usertitle"><strong>Member</strong></dd>
        <dd><span>Registered: 2011-02-03</span></dd><dd><span>Posts: 4</span></dd></dl></div>
        <div class="postright"><h3>Which anchor</h3><div class="postmsg"><p>\(text)</p></div>
        </div></div></div><div class="inbox"><p>Offline</p></div></div></div>
        """
    }
    let html = """
        <title>Which anchor?</title><div id="main">\(post(1, "ada", first))\(post(2, "bo", second))</div>
        """
    #expect(
        try said(html) == [
            "== ada · 2024-05-01 15:14:37", first, "== bo · 2024-05-02 15:14:37", second,
        ])
}

@Test
func
    `a first post that is marked up apart is a post, and one for readers without scripts is no other`()
    throws
{
    func post(_ name: String, _ day: String, _ text: String, _ property: String) -> String {
        """
        <article class="message"><a class="username" href="/members/1">\(name)</a><time>\(day)</time>
        <div class="body"><div \(property)>\(text)</div></div></article>
        """
    }
    let html = """
        <title>Which anchor?</title><h1>Which anchor?</h1><main>
        <div class="hide"><div class="body"><div>\(first)</div></div></div>
        \(post("Ada", "May 3, 2024", first, ""))
        \(post("Bo", "#2 · May 3, 2024", second, "itemprop='text'"))
        \(post("Cy", "2 hours ago#3", third, "itemprop='text'"))</main>
        """
    #expect(
        try said(html) == [
            "== Ada · May 3, 2024", first, "== Bo · May 3, 2024", second, "== Cy · 2 hours ago",
            third,
        ])
}

@Test func `the day of a post is not the day its writer joined`() throws {
    func post(_ name: String, _ hour: Int, _ text: String) -> String {
        """
        <article class="message"><header><a href="/threads/1/post-\(hour)">May 3, 2024 at \(hour):10 PM</a>
        Thread Starter <span><a href="/threads/1/post-\(hour)">Post #\(hour) of 7</a></span></header>
        <section><a class="username" href="/members/1">\(name)</a><dl><dt>Joined</dt>
        <dd>Feb 8, 2013</dd></dl></section><div class="words"><p>\(text)</p></div></article>
        """
    }
    let html = """
        <title>Which anchor?</title><h1>Which anchor?</h1><main>\(post("Ada", 1, first))
        \(post("Bo", 2, second))\(post("Cy", 3, third))</main>
        """
    #expect(
        try said(html).filter { $0.hasPrefix("==") } == [
            "== Ada · May 3, 2024 at 1:10 PM", "== Bo · May 3, 2024 at 2:10 PM",
            "== Cy · May 3, 2024 at 3:10 PM",
        ])
}

@Test func `a post quoted whole is read once, a sentence of it as often as it is quoted`() throws {
    let more =
        "Chain or rope, and how much of either, if the bottom is soft and the wind is not?"
    let last =
        "Forty metres of chain. Rope is for people who sleep well whatever the boat is doing."
    func post(_ name: String, _ hour: Int, _ text: String) -> String {
        """
        <article class="message"><a class="username" href="/members/1">\(name)</a>
        <time>May 3, 2024 at \(hour):10 PM</time><div class="words">\(text)</div></article>
        """
    }
    func quote(_ texts: [String]) -> String {
        "<blockquote><div>Ada said:</div>\(texts.map { "<p>\($0)</p>" }.joined())</blockquote>"
    }
    let html = """
        <title>Which anchor?</title><h1>Which anchor?</h1><main>
        \(post("Ada", 1, "<p>\(first)</p><p>\(more)</p><p>\(last)</p>"))
        \(post("Bo", 2, quote([first, more, last]) + "<p>\(second)</p>"))
        \(post("Cy", 3, quote([more]) + "<p>\(third)</p>"))</main>
        """
    #expect(
        try said(html).filter { !$0.hasPrefix("==") } == [
            first, more, last, "> Ada said:", second, "> Ada said:", "> \(more)", third,
        ])
}
