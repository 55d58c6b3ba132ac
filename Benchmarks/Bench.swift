import Chat
import Extraction
import Fixtures
import Glibc
import LecternCore

/// Measures the extractor, in one process and from bytes to article; trains the extract.
///
///     bench pages FOLDER [ROUNDS]      pages per processor second over every file in a folder
///     bench linear [FILE]              a page from 1 to 20 MB: doubling it at most doubles the time
///     bench extract                    an extract of 100,000 words, and its answer to a question: each within 300 ms
///     bench train FOLDER [LIST]        prints the weights of the built-in extract, learned from a folder of pages; only
///                                      from those that LIST names, a path a line, of which none may be missing
@main
enum Bench {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "pages" where arguments.count >= 2:
            exit(
                pages(
                    in: arguments[1], rounds: arguments.dropFirst(2).first.flatMap { Int($0) } ?? 3)
            )
        case "linear": exit(linear(arguments.dropFirst().first))
        case "extract": exit(summarize())
        case "train" where arguments.count >= 2:
            exit(train(arguments[1], list: arguments.dropFirst(2).first))
        default:
            print(
                "bench pages FOLDER [ROUNDS] | linear [FILE] | extract | train FOLDER [LIST]"
            )
            exit(64)
        }
    }

    static func read(_ bytes: [UInt8]) -> Article? {
        let document = Document(
            source: .standardInput, address: Address("https://news.example/2024/05/tides"),
            mediaType: "text/html", bytes: bytes)
        guard case .article(let article)? = try? extract(document).material else { return nil }
        return article
    }

    /// Seconds of processor time that the work took.
    static func seconds(_ work: () -> Void) -> Double {
        let start = clock()
        work()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }

    private static func pages(in folder: String, rounds: Int) -> Int32 {
        let pages = files(in: folder)
        guard !pages.isEmpty else {
            print("no pages in \(folder)")
            return 66
        }
        _ = read(pages[0])
        let bytes = pages.reduce(0) { $0 + $1.count } * rounds
        let spent = seconds {
            for _ in 0..<rounds { for page in pages { _ = read(page) } }
        }
        let rate = Double(pages.count * rounds) / spent
        print(
            "\(pages.count) pages, \(rounds) rounds: \(tenths(rate)) pages per processor second, "
                + "\(tenths(Double(bytes) / spent / 1e6)) MB/s")
        return 0
    }

    /// Fails when a page of twice the size takes more than two and a half times as long.
    private static func linear(_ file: String?) -> Int32 {
        let unit = file.flatMap(contents) ?? Array(Sample.page.text.utf8)
        var before = 0.0
        var status: Int32 = 0
        for megabytes in [1, 2, 4, 8, 16, 20] {
            var page: [UInt8] = []
            page.reserveCapacity(megabytes << 20)
            while page.count < megabytes << 20 { page += unit }
            let spent = seconds { _ = read(page) }
            print("\(megabytes) MB: \(tenths(spent * 1000)) ms")
            if before > 0.02, megabytes < 20, spent > before * 2.5 { status = 1 }
            before = spent
        }
        print(status == 0 ? "linear" : "NOT linear")
        return status
    }

    /// Fails when the best of three takes more than 300 ms of processor time.
    private static func summarize() -> Int32 {
        var seed: UInt64 = 7
        func random(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        let syllables = ["ba", "ter", "lo", "min", "cé", "ran", "du", "pli", "so", "gue"]
        let paragraphs = (0..<1_000).map { _ in
            (0..<5).map { _ in
                // Few words are frequent, most are rare, as in a language.
                let words = (0..<20).map { _ in
                    (0...random(4)).map { _ in syllables[random(10)] }.joined()
                }
                return "Le " + words.joined(separator: " ") + "."
            }.joined(separator: " ")
        }
        let article = Article(
            title: "", language: "fr", blocks: paragraphs.map { Block(.paragraph(RichText($0))) })
        let summary = (0..<3).map { _ in seconds { _ = Extract.summary(of: article, words: 100) } }
        let answer = (0..<3).map { _ in
            seconds { _ = Extract.passages(answering: "Où est lo minran ?", in: article) }
        }
        let best = [summary, answer].map { ($0.min() ?? 0) * 1000 }
        print("100,000 words: extract \(tenths(best[0])) ms, answer \(tenths(best[1])) ms")
        return best.allSatisfy { $0 < 300 } ? 0 : 1
    }

    private static func train(_ folder: String, list: String?) -> Int32 {
        guard let list else { return Trainer(files(in: folder)).run() }
        let names = String(decoding: contents(list) ?? [], as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
        let pages = names.map { contents(folder + "/" + $0) ?? [] }
        let missing = zip(names, pages).filter { $1.isEmpty }.map(\.0)
        guard missing.isEmpty else {
            let problem =
                "\(missing.count) of \(names.count) pages are not in \(folder), such as \(missing[0])\n"
            _ = write(STDERR_FILENO, problem, problem.utf8.count)
            return 66
        }
        return Trainer(pages).run()
    }

    private static func tenths(_ number: Double) -> String {
        let whole = Int((number * 10).rounded())
        return "\(whole / 10).\(whole % 10)"
    }

    static func contents(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
            bytes += chunk[0..<count]
        }
        return bytes
    }

    /// The files of a folder in the order of their names.
    static func files(in folder: String) -> [[UInt8]] {
        guard let open = opendir(folder) else { return [] }
        defer { closedir(open) }
        var names: [String] = []
        while let entry = readdir(open) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted().compactMap { contents(folder + "/" + $0) }.filter { !$0.isEmpty }
    }
}
