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

    /// The readable files of a folder, by name; then the folders in it that hold some, to be opened as this one was.
    static func feed(of path: String, with opener: Opener) async throws(OpenError) -> Feed {
        guard let names = names(in: path) else { throw .notPermitted(path) }
        var entries: [Entry] = []
        for name in names where isArticle(name) && entries.count < most {
            let file = place(of: name, in: path)
            if !isFolder(file) { entries.append(await entry(of: .file(file), with: opener)) }
        }
        var looks = mostLooks
        for name in names where entries.count < most {
            let folder = place(of: name, in: path)
            if isFolder(folder), holdsArticles(folder, looks: &looks) {
                entries.append(Entry(title: name + "/", source: .file(folder), site: "folder"))
            }
        }
        guard !entries.isEmpty else { throw .isDirectoryEmpty(path) }
        let title = Files.absolute(path)?.split(separator: "/").last.map(String.init) ?? path
        return Feed(title: title, entries: entries)
    }

    /// What is in a folder, by name, without what is hidden; nil where it may not be read.
    private static func names(in path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder), names.count < mostLooks {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private static func place(of name: String, in path: String) -> String {
        path.hasSuffix("/") ? path + name : path + "/" + name
    }

    private static func isArticle(_ name: String) -> Bool {
        endings.contains(name.split(separator: ".").last?.lowercased() ?? "")
    }

    /// Files and folders that are looked at in all for the sake of a list, and folders that stand in one another.
    private static let mostLooks = 20_000
    private static let deepest = 4

    /// Is there a readable file in the folder, or in those in it?
    private static func holdsArticles(_ path: String, looks: inout Int, depth: Int = 1) -> Bool {
        guard looks > 0, depth <= deepest, let names = names(in: path) else { return false }
        looks -= names.count + 1
        if names.contains(where: isArticle) { return true }
        for name in names where looks > 0 {
            let folder = place(of: name, in: path)
            if isFolder(folder), holdsArticles(folder, looks: &looks, depth: depth + 1) {
                return true
            }
        }
        return false
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
