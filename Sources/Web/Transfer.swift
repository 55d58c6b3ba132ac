import CCurl
import Glibc
import Synchronization

/// One request on its way. Made anywhere, cancelled from anywhere; all else on the transfer thread.
final class Transfer: @unchecked Sendable {
    private let request: Request
    private let receiver: any Receiver
    private let cancelled = Atomic<Bool>(false)
    private(set) var handle: UnsafeMutableRawPointer?
    private var lines: UnsafeMutablePointer<curl_slist>?
    private var reader = HeadReader()
    private var stop: TransferEnd?
    private var started = ContinuousClock.now
    private var lastHeard = ContinuousClock.now
    private var hasHead = false

    init(_ request: Request, receiver: any Receiver) {
        self.request = request
        self.receiver = receiver
    }

    deinit { close() }

    var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    /// Stops it within a turn of the loop; `ended(.cancelled)` follows unless it had ended.
    func cancel() {
        cancelled.store(true, ordering: .relaxed)
        Transfers.shared.wake()
    }

    /// Makes the libcurl handle; nil when libcurl has no memory for it.
    func open() -> UnsafeMutableRawPointer? {
        guard let easy = curl_easy_init() else { return nil }
        handle = easy
        started = .now
        lastHeard = started
        set(CURLOPT_URL, request.url)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_ACCEPT_ENCODING, "")
        set(CURLOPT_USERAGENT, Transfer.userAgent)
        set(CURLOPT_CONNECTTIMEOUT_MS, Int(request.patience.connect * 1000))
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        // Without it, dropping a transfer waits for the name server (measured in curl 7.88's threaded resolver).
        set(CURLOPT_QUICK_EXIT, 1)
        if request.isLocal { set(CURLOPT_NOPROXY, "*") }
        if let socket = request.socket { set(CURLOPT_UNIX_SOCKET_PATH, socket) }
        if let file = getenv("SSL_CERT_FILE") { _ = lec_setopt_str(easy, CURLOPT_CAINFO, file) }
        for line in request.headers { lines = curl_slist_append(lines, line) }
        if let body = request.body {
            _ = body.withUnsafeBytes { lec_setopt_post(easy, $0.baseAddress, $0.count) }
            // libcurl would wait for a "100 Continue" that few servers send.
            lines = curl_slist_append(lines, "Expect:")
        }
        if lines != nil { _ = lec_setopt_list(easy, CURLOPT_HTTPHEADER, lines) }
        let me = Unmanaged.passUnretained(self).toOpaque()
        _ = lec_setopt_header(easy, { Transfer.of($3).heard(line: $0, $1 * $2) }, me)
        _ = lec_setopt_write(easy, { Transfer.of($3).heard(body: $0, $1 * $2) }, me)
        return easy
    }

    /// Has one of the waits run out?
    func isLate(at now: ContinuousClock.Instant) -> Bool { now >= deadline }

    /// When the next wait runs out.
    var deadline: ContinuousClock.Instant {
        let patience = request.patience
        let next =
            hasHead
            ? lastHeard + .seconds(patience.stall)
            : started + .seconds(patience.head)
        guard let total = patience.total else { return next }
        return min(next, started + .seconds(total))
    }

    /// Ends it, with the reason that was noted while it ran, if any.
    func finish(_ end: TransferEnd) {
        close()
        receiver.ended(stop ?? (end != .complete && isCancelled ? .cancelled : end))
    }

    /// What libcurl's result means.
    func end(of code: CURLcode) -> TransferEnd {
        guard code != CURLE_OK else { return .complete }
        // What libcurl says of a header line of more than 100 kB: 27 up to version 7, 100 since 8.6.
        if !hasHead, [27, 100].contains(code.rawValue) { return .headTooLarge }
        // HTTP/0.9, another protocol, noise.
        if code == CURLE_UNSUPPORTED_PROTOCOL {
            return .failed(code: code.rawValue, reason: "not an HTTP response")
        }
        let system = handle.map { lec_getinfo_long($0, CURLINFO_OS_ERRNO) } ?? 0
        let words =
            code == CURLE_COULDNT_CONNECT && system != 0
            ? strerror(Int32(truncatingIfNeeded: system)).map { String(cString: $0) }
            : nil
        return .failed(
            code: code.rawValue, reason: words ?? String(cString: curl_easy_strerror(code)))
    }

    private func close() {
        if let handle { curl_easy_cleanup(handle) }
        handle = nil
        if let lines { curl_slist_free_all(lines) }
        lines = nil
    }

    private func heard(line: UnsafePointer<CChar>?, _ count: Int) -> Int {
        switch reader.feed(UnsafeRawBufferPointer(start: line, count: count)) {
        case .more: return count
        case .tooLarge:
            stop = .headTooLarge
            return 0
        case .head(let head):
            hasHead = true
            lastHeard = .now
            return keep(receiver.received(head), count)
        }
    }

    private func heard(body: UnsafePointer<CChar>?, _ count: Int) -> Int {
        guard !isCancelled else { return count == 0 ? 1 : 0 }
        lastHeard = .now
        return keep(receiver.received(UnsafeRawBufferPointer(start: body, count: count)), count)
    }

    /// What to tell libcurl: any number but `count` ends the transfer.
    private func keep(_ going: Bool, _ count: Int) -> Int {
        guard !going else { return count }
        stop = .stopped
        return count == 0 ? 1 : 0
    }

    private func set(_ option: CURLoption, _ value: String) {
        if let handle { _ = lec_setopt_str(handle, option, value) }
    }

    private func set(_ option: CURLoption, _ value: Int) {
        if let handle { _ = lec_setopt_long(handle, option, value) }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer {
        guard let context else { preconditionFailure("libcurl hands back what it was given") }
        return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    }

    static let userAgent = "Lectern/0.1 (reader for the terminal)"
}
