import Synchronization

/// Keeps what callbacks say, from any thread.
package final class Recorder<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    package init() {}

    package func note(_ value: Value) { values.withLock { $0.append(value) } }

    /// In the order they came.
    package var all: [Value] { values.withLock { $0 } }
}
