import CSystem
import Glibc
import Reading
import Synchronization

/// Where the hands leave word of what happened, from any thread; wakes the loop.
final class Mailbox: Sendable {
    /// Readable when something waits.
    let descriptor = lec_eventfd()
    private let waiting = Mutex<[Action]>([])

    func post(_ action: Action) {
        waiting.withLock { $0.append(action) }
        var one: UInt64 = 1
        _ = write(descriptor, &one, 8)
    }

    /// Everything that waits, in order, the pieces of an answer joined.
    func take() -> [Action] {
        var count: UInt64 = 0
        _ = read(descriptor, &count, 8)
        return waiting.withLock { actions in
            defer { actions = [] }
            return actions
        }.joined
    }
}
