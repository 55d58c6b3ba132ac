import Chat
import Glibc
import LecternCore

/// What was said about articles, a file each below the reader's own state, for nobody else to read.
///
/// 1. A file is there whole or not at all: it is written beside its place and moved there.
/// 2. Files have mode 600 and their folder 700.
/// 3. There are never more than `most` files, of at most `largest` bytes and `mostExchanges` answers each.
package struct ConversationStore: Sendable {
    private let folder: String

    /// Files kept; the one longest unused goes first.
    package static let most = 500
    /// Bytes of one file.
    package static let largest = 1 << 20
    /// Answers about one article; the oldest goes first.
    package static let mostExchanges = 40

    /// `folder` is made when something is kept.
    package init(folder: String) { self.folder = folder }

    /// What was said about the article of that key, oldest first; nothing where the file is missing or damaged.
    package func exchanges(about key: String) -> [KeptExchange] {
        guard let bytes = PrivateFile.read(path(of: key), limit: ConversationStore.largest),
            let json = JSON(bytes),
            json["version"].int == 1, json["key"].string == key
        else { return [] }
        return (json["exchanges"].array ?? []).suffix(ConversationStore.mostExchanges)
            .compactMap { KeptExchange($0) }
    }

    /// Replaces what was said about the article of that key. Throws `.unwritable`.
    package func keep(_ exchanges: [KeptExchange], about key: String) throws(StoreError) {
        var kept = Array(exchanges.suffix(ConversationStore.mostExchanges))
        var bytes = ConversationStore.bytes(of: kept, key)
        while bytes.count > ConversationStore.largest, !kept.isEmpty {
            kept.removeFirst()
            bytes = ConversationStore.bytes(of: kept, key)
        }
        try PrivateFile.makeFolder(folder)
        try PrivateFile.write(bytes, to: path(of: key))
        prune()
    }

    /// Tokens a second that the models last answered with, by `ChatbotCard.modelKey`, as the conversations that
    /// changed last have it.
    package func speeds() -> [String: Double] {
        var found: [String: Double] = [:]
        for file in files().sorted(by: { $0.time > $1.time }).prefix(40) {
            guard let bytes = PrivateFile.read(file.path, limit: ConversationStore.largest),
                let json = JSON(bytes)
            else { continue }
            for exchange in (json["exchanges"].array ?? []).reversed() {
                guard let kept = KeptExchange(exchange), let speed = kept.finish.speed, speed > 0
                else { continue }
                found[kept.card.modelKey] = found[kept.card.modelKey] ?? speed
            }
        }
        return found
    }

    private static func bytes(of exchanges: [KeptExchange], _ key: String) -> [UInt8] {
        let json: JSON = [
            "version": 1, "key": .string(key), "exchanges": .array(exchanges.map(\.json)),
        ]
        return Array((json.text + "\n").utf8)
    }

    private func path(of key: String) -> String {
        var hash = FixedHash()
        hash.feed(key)
        return "\(folder)/\(String(hash.value, radix: 16)).json"
    }

    /// Removes the files longest unchanged, when there are too many.
    private func prune() {
        guard filesOfFolder(folder).count > ConversationStore.most else { return }
        for file in files().sorted(by: { $0.time < $1.time }).dropLast(ConversationStore.most) {
            unlink(file.path)
        }
    }

    /// The folder's files with the seconds and nanoseconds of their last change.
    private func files() -> [(path: String, time: (Int, Int))] {
        filesOfFolder(folder).map { name in
            var facts = stat()
            let path = "\(folder)/\(name)"
            guard stat(path, &facts) == 0 else { return (path, (0, 0)) }
            return (path, (facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec))
        }
    }
}
