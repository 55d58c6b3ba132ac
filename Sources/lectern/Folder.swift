import Extraction
import Glibc
import LecternCore
import Reading

/// A folder of articles, and several sources at once, as a list.
enum Folder {
    /// Files of a folder that are looked at, and bytes of the largest of them that is read for the list.
    private static let most = 2_000
    private static let largest = 4 << 20
    private static let endings: Set<String> = [
        "html", "htm", "xhtml", "md", "markdown", "txt", "text", "gz",
    ]

    static func isFolder(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    /// The readable files of a folder, by name.
    static func feed(of path: String, with opener: Opener) async throws(OpenError) -> Feed {
        guard let folder = opendir(path) else { throw .notPermitted(path) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder), names.count < most {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let ending = name.split(separator: ".").last?.lowercased() ?? ""
            if !name.hasPrefix("."), endings.contains(ending) { names.append(name) }
        }
        guard !names.isEmpty else { throw .isDirectoryEmpty(path) }
        var entries: [Entry] = []
        for name in names.sorted() {
            entries.append(
                await entry(
                    of: .file(path.hasSuffix("/") ? path + name : path + "/" + name), with: opener))
        }
        let title = Files.absolute(path)?.split(separator: "/").last.map(String.init) ?? path
        return Feed(title: title, entries: entries)
    }

    /// Several sources: files are looked into, addresses are named and fetched when they are opened.
    static func feed(of sources: [Source], with opener: Opener) async -> Feed {
        var entries: [Entry] = []
        for source in sources { entries.append(await entry(of: source, with: opener)) }
        return Feed(title: "\(sources.count) sources", entries: entries)
    }

    private static func entry(of source: Source, with opener: Opener) async -> Entry {
        guard case .file(let path) = source else {
            if case .address(let address) = source {
                return Entry(title: address.string, source: source, site: address.host)
            }
            return Entry(title: source.display, source: source)
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= largest,
            case .article(let article)? = try? await opener.open(source).material
        else { return Entry(title: name, source: source) }
        let first =
            article.blocks.first { $0.isProse }?.content.richText?.text { _ in "" } ?? ""
        return Entry(
            title: article.title, source: source, author: article.byline,
            published: article.published,
            text: String(first.prefix(300)), site: article.site ?? name)
    }
}
