import LecternCore

/// Finds the posts of a thread: what each says, who wrote it, when.
///
/// Boards agree on little but this: the texts of posts stand in elements of one class, and around each, but not around
/// two, is a box that also names its writer or its day.
struct ThreadFinder {
    let page: Page

    /// One contribution to a thread.
    struct Post {
        /// The element that holds what was written.
        var body: Int
        /// Writer and day as the page shows them; empty where it names neither.
        var header: String
    }

    /// Posts shown at most.
    private static let limit = 2_000
    /// Classes looked at on one page.
    private static let classLimit = 4_000

    /// The posts in page order; empty unless there are at least two.
    func posts() -> [Post] {
        let merits = merits()
        func merit(_ body: Int) -> Int {
            merits[Int(page.sums[page.tree.end(body)].units)] - merits[Int(page.sums[body].units)]
        }
        let ranked = groups().compactMap { bodies -> (bodies: [Int], merit: Int, letters: Int)? in
            let sum = bodies.reduce(0) { $0 + merit($1) }
            guard sum > 0 else { return nil }
            return (bodies, sum, bodies.reduce(0) { $0 + Int(page.sum($1).letters) })
        }.sorted {
            // Of boxes in boxes, the innermost; the order of a dictionary must not show.
            ($0.merit, $1.letters, $0.bodies[0]) > ($1.merit, $0.letters, $1.bodies[0])
        }
        // Boxes around a text say as much as it does and a little more: the tightest of those is meant.
        let most = ranked.first?.merit ?? 0
        let close = ranked.filter { $0.merit * 100 >= most * 93 }.sorted {
            ($0.letters, $1.bodies[0]) < ($1.letters, $0.bodies[0])
        }
        let others = ranked.filter { $0.merit * 100 < most * 93 }
        for group in close.prefix(30) + others.prefix(12) {
            let bodies = completed(group.bodies, from: ranked.prefix(60).map(\.bodies))
            let posts = posts(with: bodies)
            if posts.count(where: { !$0.header.isEmpty }) * 10 >= posts.count * 6 { return posts }
        }
        return []
    }

    /// The first post is often marked up apart, in a box like the others' boxes: what such boxes hold and no known
    /// text stands in is a post too.
    private func completed(_ bodies: [Int], from groups: [[Int]]) -> [Int] {
        let tree = page.tree
        for boxes in groups
        where boxes.count > bodies.count && boxes.count <= bodies.count + 2 + bodies.count / 4 {
            var others: [Int] = []
            var place = 0
            var isAround = true
            for box in boxes {
                var held = 0
                while place < bodies.count, bodies[place] < tree.end(box) {
                    if bodies[place] < box { isAround = false }
                    held += 1
                    place += 1
                }
                // What stands at every post, "Offline", is said in a word.
                if held == 0, page.sum(box).good >= 20 { others.append(box) }
                if held > 1 { isAround = false }
            }
            if isAround, place == bodies.count, !others.isEmpty {
                return (bodies + others).sorted()
            }
        }
        return bodies
    }

    /// The posts whose texts are known; one that is there twice, for those who read without scripts, is read once.
    func posts(with bodies: [Int]) -> [Post] {
        var posts: [Post] = []
        var known: [String: Int] = [:]
        for (number, body) in bodies.prefix(Self.limit).enumerated() {
            let post = Post(body: body, header: header(of: body, number, in: bodies))
            if page.sum(body).letters >= 40 {
                let text = page.tree.text(of: body, limit: 4_000)
                if let first = known[text] {
                    if posts[first].header.utf8.count < post.header.utf8.count {
                        posts[first] = post
                    }
                    continue
                }
                known[text] = posts.count
            }
            posts.append(post)
        }
        return posts
    }

    /// Elements of one name that stand apart, two or more of each.
    private func groups() -> [[Int]] {
        var groups: [UInt64: [Int]] = [:]
        let tree = page.tree
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if node.cut != nil {
                index = Int(node.end)
                continue
            }
            if node.tag.isBlock, node.count > 0, page.sum(index).letters > 0,
                let key = key(index), groups.count < Self.classLimit || groups[key] != nil,
                groups[key]?.last.map({ tree.end($0) <= index }) ?? true
            {
                groups[key, default: []].append(index)
            }
            index += 1
        }
        return groups.values.filter { $0.count >= 2 }
    }

    /// An element's kind and the first word of its class, for the others say what is odd about it.
    private func key(_ index: Int) -> UInt64? {
        let tree = page.tree
        var hash = FixedHash()
        hash.feed(tree.tag(index).rawValue)
        if let property = tree.value(.itemprop, of: index), property == "text" {
            hash.feed("itemprop")
            return hash.value
        }
        guard let range = tree.valueRange(.class, of: index),
            let word = tree.bytes[range].split(whereSeparator: { $0 <= 0x20 }).first
        else { return nil }
        for byte in word where !(0x30...0x39).contains(byte) { hash.feed(byte) }
        return hash.value
    }

    /// Sums over units of what speaks for being written by a person: sentences do, labels and numbers do not.
    private func merits() -> [Int] {
        var sums = [0]
        sums.reserveCapacity(page.units.count + 1)
        for unit in page.units {
            let isProse =
                unit.letters >= 40
                || unit.sentences > 0 && findDate(page.tree.text(in: unit.nodes, limit: 120)) == nil
            sums.append((sums.last ?? 0) + (isProse ? min(unit.letters, 2_000) : -20))
        }
        return sums
    }

    // MARK: Who and when

    private func header(of body: Int, _ number: Int, in bodies: [Int]) -> String {
        let tree = page.tree
        let before = number > 0 ? bodies[number - 1] : -1
        let after = number + 1 < bodies.count ? bodies[number + 1] : Int.max
        var box = body
        for ancestor in tree.ancestors(of: body) {
            guard ancestor > before, tree.end(ancestor) <= after, tree.tag(ancestor) != .body else {
                break
            }
            box = ancestor
        }
        guard box != body else { return "" }
        let around = [box..<body, tree.end(body)..<tree.end(box)]
        let day = day(in: around[0]) ?? day(in: around[1])
        let writer = writer(in: around[0]) ?? writer(in: around[1])
        if let day, day.holdsMore, writer.map(day.text.contains) ?? true {
            return unnumbered(day.text)
        }
        return [writer, (day?.text).map(unnumbered)].compactMap { $0 }.joined(separator: " · ")
    }

    /// A day without the number of its post: "#4 · Mar 21, 2025", "2 years ago#7".
    private func unnumbered(_ text: String) -> String {
        guard let mark = text.firstIndex(of: "#") else { return text }
        let behind = text[mark...].dropFirst().drop { $0.isNumber }
        guard behind.startIndex > text.index(after: mark) else { return text }
        let line = text[..<mark] + behind
        let parts = line.split { "·•|".contains($0) }.map { Wording.tidy(String($0)) }
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// Elements looked at around one post.
    private static let aroundLimit = 600

    private func writer(in range: Range<Int>) -> String? {
        let tree = page.tree
        for index in range.prefix(Self.aroundLimit) where tree.tag(index) != .text {
            if tree.nodes[index].cut?.isInvisible == true { continue }
            if let name = tree.value(.dataAuthor, of: index).map(Wording.tidy), isName(name) {
                return name
            }
            guard tree.nodes[index].count > 0, page.sum(index).units <= 1, namesWriter(index) else {
                continue
            }
            let text = tree.text(of: index, limit: 80)
            if isName(text) { return text }
        }
        // Nothing says so: the first term of the list on the member, set apart.
        for index in range.prefix(Self.aroundLimit) where tree.tag(index) == .dt {
            let text = tree.text(of: index, limit: 80)
            let isStrong = tree.children(of: index).contains {
                tree.tag($0) == .strong || tree.tag($0) == .b || tree.tag($0) == .a
            }
            return isStrong && isName(text) ? text : nil
        }
        return nil
    }

    private func isName(_ text: String) -> Bool {
        (1...40).contains(text.count) && text.contains(where: \.isLetter) && !Phrases.isLabel(text)
            && findDate(text) == nil
    }

    private static let writerWords = [
        "username", "user-name", "user_name", "author", "creator", "poster", "nickname",
        "info__name", "user-details", "member-name",
    ].map { Array($0.utf8) }
    /// Whole words of classes, too short to be looked for in longer ones.
    private static let writerNames: Set<String> = [
        "name", "user", "fn", "nick", "handle", "member",
    ]
    /// What else boards date: when a member joined, when a post was changed.
    private static let otherDays: Set<String> = [
        "registered", "joined", "since", "edited", "seen", "visit", "active", "mitglied", "inscrit",
        "registriert", "beigetreten",
    ]
    private static let dayNames: Set<String> = ["age", "date", "time", "timestamp", "posted"]
    private static let memberPaths = [
        "/user", "user?", "/member", "/profile", "/u/", "/author", "/people/", "profile.php",
    ].map { Array($0.utf8) }

    private func namesWriter(_ index: Int) -> Bool {
        let tree = page.tree
        switch tree.value(.itemprop, of: index) {
        case "author", "creator", "name": return true
        default: break
        }
        if tree.mentions(.class, of: index, Self.writerWords) { return true }
        if let names = tree.value(.class, of: index)?.lowercased(),
            names.split(separator: " ").contains(where: { Self.writerNames.contains(String($0)) })
        {
            return true
        }
        return tree.tag(index) == .a && tree.mentions(.href, of: index, Self.memberPaths)
    }

    /// Is this day named, in the line before it, as something else than the post's: "Joined", "Last seen"?
    private func isOtherDay(_ index: Int) -> Bool {
        let number = Int(page.sums[index].units)
        guard number > 0 else { return false }
        let before = page.units[number - 1]
        guard before.letters <= 20 else { return false }
        return !Self.otherDays.isDisjoint(
            with: Wording.words(page.tree.text(in: before.nodes, limit: 60)))
    }

    /// The day of a post as the page writes it; `holdsMore` when the line also says something else, such as a name.
    private func day(in range: Range<Int>) -> (text: String, holdsMore: Bool)? {
        let tree = page.tree
        for index in range.suffix(Self.aroundLimit).reversed() where tree.tag(index) == .time {
            if tree.nodes[index].cut?.isInvisible == true || isOtherDay(index) { continue }
            let text = tree.text(of: index, limit: 80)
            if (3...40).contains(text.count) { return (text, false) }
            if let date = tree.value(.datetime, of: index).flatMap(isoDate) {
                return (String(date.prefix(10)), false)
            }
        }
        for index in range.suffix(Self.aroundLimit).reversed()
        where tree.tag(index) != .text && tree.nodes[index].count > 0 {
            guard let names = tree.value(.class, of: index)?.lowercased(), !isOtherDay(index),
                names.split(separator: " ").contains(where: { Self.dayNames.contains(String($0)) })
            else { continue }
            let text = tree.text(of: index, limit: 80)
            if (3...40).contains(text.count), text.contains(where: \.isNumber) {
                return (text, false)
            }
        }
        let first = Int(page.sums[range.lowerBound].units)
        let end = Int(page.sums[range.upperBound].units)
        for unit in page.units[first..<max(first, end)].suffix(60).reversed()
        where unit.letters <= 60 {
            let text = tree.text(in: unit.nodes, limit: 120)
            let words = Wording.words(text)
            if words.count <= 6, words.contains("ago") { return (text, false) }
            guard let date = findDate(unnumbered(text)), !isOtherDay(unit.nodes.lowerBound),
                Self.otherDays.isDisjoint(with: words)
            else { continue }
            // "Jul 5, 2024 at 5:39 PM Thread starter Post #1 of 7": the link to the post is its day.
            if date.strangers > 1 {
                for index in unit.holder..<unit.nodes.upperBound where tree.tag(index) == .a {
                    let text = tree.text(of: index, limit: 60)
                    if text.count <= 40, let date = findDate(text), date.strangers <= 4 {
                        return (text, false)
                    }
                }
            }
            if date.strangers <= 4 { return (text, date.strangers > 0) }
        }
        return nil
    }
}
