import Synchronization

/// A response as it arrives.
enum Arrival: Sendable {
    case head(status: Int)
    case bytes([UInt8])
    /// The reader wants the answer without more reasoning.
    case wish
    /// The last one.
    case end(TransferEnd)
}

/// One request, its response as a stream. Ending the iteration closes the socket.
enum Exchange {
    /// `limit`: bytes of the body, after which the transfer ends with `.stopped`.
    /// `impatience` may put a `.wish` among what arrives.
    static func stream(
        _ request: Request, limit: Int, impatience: Impatience? = nil
    ) -> AsyncStream<Arrival> {
        AsyncStream { continuation in
            impatience?.wake = { continuation.yield(.wish) }
            let transfer = Transfer(request, receiver: Relay(continuation, limit: limit))
            continuation.onTermination = { reason in
                if case .cancelled = reason { transfer.cancel() }
            }
            Transfers.shared.start(transfer)
        }
    }

    /// The whole response; status 0 where there was none, or it was too long or too late.
    static func whole(_ request: Request, limit: Int) async -> (status: Int, body: [UInt8]) {
        var status = 0
        var body: [UInt8] = []
        for await arrival in stream(request, limit: limit) {
            switch arrival {
            case .head(let number): status = number
            case .bytes(let bytes): body += bytes
            case .wish: break
            case .end(.complete): return (status, body)
            case .end: return (0, [])
            }
        }
        return (0, [])
    }

    /// Hands a response from the transfer thread to an `AsyncStream`.
    private final class Relay: Receiver {
        private let continuation: AsyncStream<Arrival>.Continuation
        private let left: Atomic<Int>

        init(_ continuation: AsyncStream<Arrival>.Continuation, limit: Int) {
            self.continuation = continuation
            left = Atomic(limit)
        }

        func received(_ head: ResponseHead) -> Bool {
            continuation.yield(.head(status: head.status))
            return true
        }

        func received(_ bytes: UnsafeRawBufferPointer) -> Bool {
            let rest = left.subtract(bytes.count, ordering: .relaxed).newValue
            guard rest >= 0 else { return false }
            continuation.yield(.bytes(Array(bytes)))
            return true
        }

        func ended(_ end: TransferEnd) {
            continuation.yield(.end(end))
            continuation.finish()
        }
    }
}

/// Where a reader who wants no more reasoning leaves word.
final class Impatience: Sendable {
    private let waiting = Mutex<(@Sendable () -> Void)?>(nil)

    /// Called when there is word.
    var wake: (@Sendable () -> Void)? {
        get { waiting.withLock { $0 } }
        set { waiting.withLock { $0 = newValue } }
    }
}
