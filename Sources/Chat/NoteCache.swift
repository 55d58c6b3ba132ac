import LecternCore

/// What the parts of long articles came to, so that no part is read twice: a summary of another length, or one asked for
/// again, goes straight to its end.
package struct NoteCache: Sendable {
    private var notes: [UInt64: String] = [:]
    /// Keys of the notes, oldest first.
    private var order: [UInt64] = []
    private var divisions: [(key: UInt64, parts: Parts)] = []

    /// Notes kept, and articles whose division into parts is.
    package static let most = (notes: 2_000, divisions: 8)

    package init() {}

    subscript(key: UInt64) -> String? {
        get { notes[key] }
        set {
            if notes.updateValue(newValue ?? "", forKey: key) == nil { order.append(key) }
            if order.count > NoteCache.most.notes { notes[order.removeFirst()] = nil }
        }
    }

    /// How an article was divided the last time: parts depend on what was known of the model's tokens then.
    func division(_ key: UInt64) -> Parts? { divisions.first { $0.key == key }?.parts }

    mutating func keep(_ parts: Parts, _ key: UInt64) {
        divisions.removeAll { $0.key == key }
        divisions.append((key, parts))
        if divisions.count > NoteCache.most.divisions { divisions.removeFirst() }
    }

    static func key(_ texts: [String]) -> UInt64 {
        var hash = FixedHash()
        for text in texts { hash.feed(text) }
        return hash.value
    }
}
