import LecternCore
import Synchronization

/// The documents opened last, so that other parts of them can be shown without loading them again.
final class DocumentMemory: Sendable {
    private typealias Kept = (source: Source, document: Document)
    private let kept = Mutex<[Kept]>([])

    /// Documents kept, and bytes of all of them together.
    private static let limit = (count: 16, bytes: 32 << 20)

    func keep(_ document: Document, from source: Source) {
        kept.withLock { kept in
            kept.removeAll { $0.source == source }
            kept.append((source, document))
            var bytes = kept.reduce(0) { $0 + $1.document.bytes.count }
            // The newest stays whatever its size.
            while kept.count > 1, kept.count > Self.limit.count || bytes > Self.limit.bytes {
                bytes -= kept.removeFirst().document.bytes.count
            }
        }
    }

    func document(from source: Source) -> Document? {
        kept.withLock { $0.last { $0.source == source }?.document }
    }
}
