import Glibc

/// What was typed on `/` and `:` lines, from run to run: a file below the reader's own state, for nobody else to read.
///
/// A line of the file is the sign of its kind and what was typed, oldest first.
package struct HistoryStore: Sendable {
    private let folder: String

    /// Lines of a kind that are kept; bytes of the longest one.
    package static let most = 100
    private static let longest = 1_000
    private static let largest = 1 << 20

    /// `folder` is made when something is kept.
    package init(folder: String) { self.folder = folder }

    private var path: String { "\(folder)/history" }

    /// What was kept, by the sign of its kind, oldest first; nothing where the file is missing or damaged.
    package var lines: [Character: [String]] {
        guard let bytes = PrivateFile.read(path, limit: HistoryStore.largest),
            let text = String(validating: bytes, as: UTF8.self)
        else { return [:] }
        var lines: [Character: [String]] = [:]
        for line in text.split(separator: "\n") where line.utf8.count <= HistoryStore.longest + 1 {
            guard let sign = line.first else { continue }
            lines[sign, default: []].append(String(line.dropFirst()))
        }
        return lines.mapValues { Array($0.suffix(HistoryStore.most)) }
    }

    /// Adds a line, which becomes the newest of its kind. Read again first: another reader may have added some. Throws
    /// `.unwritable`.
    package func add(_ line: String, sign: Character) throws(StoreError) {
        guard line.utf8.count <= HistoryStore.longest, !line.contains(where: \.isNewline) else {
            return
        }
        var all = lines
        var kind = all[sign] ?? []
        kind.removeAll { $0 == line }
        kind.append(line)
        all[sign] = Array(kind.suffix(HistoryStore.most))
        let text = all.sorted { $0.key < $1.key }
            .flatMap { sign, lines in lines.map { "\(sign)\($0)\n" } }.joined()
        try PrivateFile.makeFolder(folder)
        try PrivateFile.write(Array(text.utf8), to: path)
    }
}
