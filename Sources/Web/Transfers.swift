import CCurl
import Glibc
import Synchronization

/// All sockets of the program: one libcurl multi handle on one thread, started with the first transfer.
final class Transfers: @unchecked Sendable {
    /// Touched only when something is to be sent: setting up libcurl and TLS costs milliseconds.
    static let shared = Transfers()

    private let multi: OpaqueHandle
    private let waiting = Mutex<[Transfer]>([])

    private init() {
        curl_global_init(Int(CURL_GLOBAL_DEFAULT))
        multi = OpaqueHandle(pointer: curl_multi_init())
        guard multi.pointer != nil else { return }
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { context in
                if let context {
                    Unmanaged<Transfers>.fromOpaque(context).takeUnretainedValue().run()
                }
                return nil
            }, Unmanaged.passUnretained(self).toOpaque())
        pthread_detach(thread)
    }

    /// Starts a transfer; its receiver hears of it until `ended`.
    func start(_ transfer: Transfer) {
        guard multi.pointer != nil else {
            return transfer.finish(.failed(code: 2, reason: "libcurl (libcurl.so.4) is missing"))
        }
        waiting.withLock { $0.append(transfer) }
        wake()
    }

    /// Makes the loop look at its transfers again.
    func wake() {
        if let pointer = multi.pointer { curl_multi_wakeup(pointer) }
    }

    private func run() {
        // Signals are the main thread's; a SIGPIPE out of TLS must not end the program.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, nil)
        var live: [Transfer] = []
        while true {
            let new = waiting.withLock { queue in
                defer { queue = [] }
                return queue
            }
            for transfer in new { begin(transfer, &live) }
            drop(&live)
            var running: Int32 = 0
            curl_multi_perform(multi.pointer, &running)
            collect(&live)
            curl_multi_poll(multi.pointer, nil, 0, pause(before: live), nil)
        }
    }

    private func begin(_ transfer: Transfer, _ live: inout [Transfer]) {
        guard !transfer.isCancelled else { return transfer.finish(.cancelled) }
        guard let handle = transfer.open(),
            curl_multi_add_handle(multi.pointer, handle) == CURLM_OK
        else { return transfer.finish(.failed(code: 27, reason: "out of memory")) }
        live.append(transfer)
    }

    /// Ends what was cancelled or is late.
    private func drop(_ live: inout [Transfer]) {
        let now = ContinuousClock.now
        live.removeAll { transfer in
            guard transfer.isCancelled || transfer.isLate(at: now) else { return false }
            curl_multi_remove_handle(multi.pointer, transfer.handle)
            transfer.finish(transfer.isCancelled ? .cancelled : .late)
            return true
        }
    }

    /// Ends what libcurl says has ended.
    private func collect(_ live: inout [Transfer]) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi.pointer, &left) {
            guard let handle = message.pointee.easy_handle,
                let index = live.firstIndex(where: { $0.handle == handle })
            else { continue }
            let code = lec_message_result(message)
            let transfer = live.remove(at: index)
            let end = transfer.end(of: code)
            curl_multi_remove_handle(multi.pointer, handle)
            transfer.finish(end)
        }
    }

    /// Milliseconds until a wait runs out; an hour with nothing to wait for.
    private func pause(before live: [Transfer]) -> Int32 {
        guard let next = live.map(\.deadline).min() else { return 3_600_000 }
        let left = next - .now
        let milliseconds =
            left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
        return Int32(clamping: max(1, milliseconds + 1))
    }
}

/// libcurl's multi handle, which only `curl_multi_wakeup` may touch from other threads.
private struct OpaqueHandle: @unchecked Sendable {
    let pointer: UnsafeMutableRawPointer?
}
