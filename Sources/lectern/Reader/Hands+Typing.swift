import Dispatch
import Glibc
import LecternCore
import Reading
import Storage

// What helps with typing a line: what was typed before, and paths.
extension Hands {
    func recallHistory() {
        guard let history else { return }
        let mailbox = mailbox
        files.async { mailbox.post(.recalledHistory(history.lines)) }
    }

    /// Where it cannot be kept, nobody misses it at once.
    func keepLine(_ line: String, sign: Character) {
        guard let history else { return }
        files.async { try? history.add(line, sign: sign) }
    }

    /// Files and folders that a folder is looked through for.
    private static let most = 10_000

    /// The paths that begin like `stem`, folders with a slash behind them; hidden ones only where a dot was typed.
    func findPaths(_ stem: String) {
        let mailbox = mailbox
        files.async {
            let slash = stem.lastIndex(of: "/")
            let folder = slash.map { String(stem[...$0]) } ?? ""
            let beginning = slash.map { String(stem[stem.index(after: $0)...]) } ?? stem
            var paths: [String] = []
            if let opened = opendir(folder.isEmpty ? "." : Hands.path(folder)) {
                defer { closedir(opened) }
                while let entry = readdir(opened), paths.count < Hands.most {
                    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                    }
                    guard name.hasPrefix(beginning), name != ".", name != "..",
                        !name.hasPrefix(".") || beginning.hasPrefix(".")
                    else { continue }
                    let isFolder = Folder.isFolder(Hands.path(folder + name))
                    paths.append(folder + name + (isFolder ? "/" : ""))
                }
            }
            mailbox.post(.foundPaths(stem, paths))
        }
    }

    /// A file below the reader's home, where it was typed so.
    static func place(of source: Source) -> Source {
        if case .file(let path) = source { .file(Hands.path(path)) } else { source }
    }

    /// With the reader's home in place of `~/`.
    static func path(_ written: String) -> String {
        guard written.hasPrefix("~/"), let home = getenv("HOME") else { return written }
        return String(cString: home) + written.dropFirst(1)
    }
}
