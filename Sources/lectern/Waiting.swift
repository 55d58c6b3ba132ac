import Dispatch
import Synchronization

/// Runs asynchronous work from a command that is not, and waits for it.
func waiting<Value: Sendable>(for work: @escaping @Sendable () async -> Value) -> Value {
    let done = DispatchSemaphore(value: 0)
    let box = Box<Value>()
    Task.detached {
        box.value.withLock { [value = await work()] in $0 = value }
        done.signal()
    }
    done.wait()
    guard let value = box.value.withLock({ $0 }) else {
        preconditionFailure("the work signals after it has a value")
    }
    return value
}

private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
}
