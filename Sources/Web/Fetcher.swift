import FoundationEssentials
import LecternCore
import Synchronization

/// Fetches pages and feeds over http and https.
package struct Fetcher: Sendable {
    /// How much a page may cost.
    package struct Limits: Equatable, Sendable {
        /// Decoded bytes.
        package var bytes: Int
        package var redirects: Int
        /// Seconds without a byte.
        package var stall: Double
        /// Seconds from the first request to the last byte, over all redirects.
        package var total: Double

        package init(
            bytes: Int = 50_000_000, redirects: Int = 10, stall: Double = 30, total: Double = 300
        ) {
            self.bytes = bytes
            self.redirects = redirects
            self.stall = stall
            self.total = total
        }
    }

    private let limits: Limits

    package init(limits: Limits = Limits()) { self.limits = limits }

    /// Fetches a page and follows its redirects, http and https only, checked at every hop.
    ///
    /// `progress` hears of the decoded bytes so far and of all of them where the server said, at most ten
    /// times a second, from another thread. Cancelling the task closes the socket.
    package func fetch(
        _ address: Address, progress: @escaping @Sendable (Int, Int?) -> Void = { _, _ in }
    ) async throws(WebError) -> Document {
        try await fetch(address, .article, progress)
    }

    /// Fetches a picture that a page shows, as `fetch` does a page. One from elsewhere is not let at the servers of this
    /// computer, which may do on a request what their owner has not asked for.
    package func fetchPicture(
        _ address: Address, for page: Address?
    ) async throws(WebError) -> Document {
        let isOwn = page.map { !$0.isWeb || $0.isLoopback } ?? false
        return try await fetch(address, .picture(mayBeLocal: isOwn)) { _, _ in }
    }

    /// What is fetched.
    private enum Kind: Equatable {
        case article
        case picture(mayBeLocal: Bool)

        var accepted: String {
            switch self {
            case .article:
                "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
                    + "application/feed+json, text/markdown, text/plain, */*;q=0.5"
            case .picture: "image/webp, image/png, image/jpeg, image/svg+xml, image/*;q=0.8"
            }
        }
    }

    private func fetch(
        _ address: Address, _ kind: Kind, _ progress: @escaping @Sendable (Int, Int?) -> Void
    ) async throws(WebError) -> Document {
        guard address.isWeb else { throw .badAddress(address.string) }
        let end = ContinuousClock.now + .seconds(limits.total)
        var place = address
        for _ in 0...limits.redirects {
            let left = (end - .now) / .seconds(1)
            guard left > 0 else { throw .timedOut(place.string) }
            if kind == .picture(mayBeLocal: false), place.isLoopback {
                throw .refusedRedirect(place.string)
            }
            switch try await hop(to: place, kind, seconds: left, progress) {
            case .document(var document):
                document.source = .address(address)
                return document
            case .moved(let target): place = try next(after: place, target)
            }
        }
        throw .tooManyRedirects(place.string)
    }

    private enum Hop {
        case document(Document)
        case moved(String)
    }

    /// Where a redirect leads. A fragment is kept unless the target has its own (RFC 9110, 10.2.2).
    private func next(after place: Address, _ target: String) throws(WebError) -> Address {
        guard target.utf8.count <= 16_384, let found = place.resolving(target), found.isWeb else {
            throw .refusedRedirect(String(target.prefix(200)))
        }
        guard found.fragment == nil, let hash = place.string.firstIndex(of: "#") else {
            return found
        }
        return Address(found.string + place.string[hash...]) ?? found
    }

    private func hop(
        to place: Address, _ kind: Kind, seconds: Double,
        _ progress: @escaping @Sendable (Int, Int?) -> Void
    ) async throws(WebError) -> Hop {
        var request = Request(url: place.page.string)
        request.headers = ["Accept: " + kind.accepted]
        request.isLocal = place.isLoopback
        request.patience.stall = limits.stall
        request.patience.total = seconds
        let load = PageLoad(limit: limits.bytes, isArticle: kind == .article, progress: progress)
        let transfer = Transfer(request, receiver: load)
        let end = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                load.waits(continuation)
                Transfers.shared.start(transfer)
            }
        } onCancel: {
            transfer.cancel()
        }
        return try load.verdict(end, place)
    }

    /// Collects one response.
    private final class PageLoad: Receiver {
        private struct State {
            var continuation: CheckedContinuation<TransferEnd, Never>?
            var head: ResponseHead?
            var bytes: [UInt8] = []
            var refused: String?
            var isTooLarge = false
            var lastTold: ContinuousClock.Instant?
        }
        private let state = Mutex(State())
        private let limit: Int
        /// Is what is surely no article refused?
        private let isArticle: Bool
        private let progress: @Sendable (Int, Int?) -> Void

        init(limit: Int, isArticle: Bool, progress: @escaping @Sendable (Int, Int?) -> Void) {
            self.limit = limit
            self.isArticle = isArticle
            self.progress = progress
        }

        func waits(_ continuation: CheckedContinuation<TransferEnd, Never>) {
            state.withLock { $0.continuation = continuation }
        }

        func received(_ head: ResponseHead) -> Bool {
            state.withLock { state in
                state.head = head
                guard (200...299).contains(head.status) else { return false }
                if isArticle, let type = head["content-type"].flatMap(MediaType.init),
                    type.isNoArticle
                {
                    state.refused = type.name
                } else if let size = head.bodySize, size > limit {
                    state.isTooLarge = true
                } else {
                    return true
                }
                return false
            }
        }

        private enum Taken { case stop, silent, news(Int, of: Int?) }

        func received(_ bytes: UnsafeRawBufferPointer) -> Bool {
            switch take(bytes) {
            case .stop: return false
            case .silent: return true
            case .news(let count, let size):
                progress(count, size)
                return true
            }
        }

        private func take(_ bytes: UnsafeRawBufferPointer) -> Taken {
            state.withLock { state in
                if isArticle, state.bytes.isEmpty, let kind = Magic.kind(of: bytes) {
                    state.refused = kind
                    return .stop
                }
                guard state.bytes.count + bytes.count <= limit else {
                    state.isTooLarge = true
                    return .stop
                }
                state.bytes.append(contentsOf: bytes)
                let now = ContinuousClock.now
                if let last = state.lastTold, now - last < .milliseconds(100) { return .silent }
                state.lastTold = now
                return .news(state.bytes.count, of: state.head?.bodySize)
            }
        }

        func ended(_ end: TransferEnd) {
            state.withLock { state in
                defer { state.continuation = nil }
                return state.continuation
            }?.resume(returning: end)
        }

        /// What the response comes to.
        func verdict(_ end: TransferEnd, _ place: Address) throws(WebError) -> Hop {
            let state = self.state.withLock { state in
                defer { state.bytes = [] }
                return state
            }
            let url = place.string
            switch end {
            case .cancelled: throw .cancelled
            case .late: throw .timedOut(url)
            case .headTooLarge: throw .tooLarge(url, limit: HeadReader.byteLimit)
            case .failed(let code, let reason): throw WebError(code: code, reason: reason, url)
            case .complete, .stopped: break
            }
            guard let head = state.head else {
                throw .unreachable(url, reason: "not an HTTP response")
            }
            if (300...399).contains(head.status), let target = head["location"], !target.isEmpty {
                return .moved(target)
            }
            guard (200...299).contains(head.status) else { throw .status(head.status, url) }
            if let kind = state.refused { throw .notAnArticle(url, kind: kind) }
            if state.isTooLarge { throw .tooLarge(url, limit: limit) }
            let type = head["content-type"].flatMap(MediaType.init)
            return .document(
                Document(
                    source: .address(place), address: place, mediaType: type?.name,
                    charset: type?.charset, name: place.lastPart, bytes: state.bytes))
        }
    }
}

extension ResponseHead {
    /// Bytes of the decoded body, where the server says so and does not encode it.
    fileprivate var bodySize: Int? {
        guard self["content-encoding"] == nil, self["transfer-encoding"] == nil else { return nil }
        guard let size = self["content-length"].flatMap({ Int($0) }), size >= 0 else { return nil }
        return size
    }
}

extension WebError {
    /// What a libcurl code means to a reader (https://curl.se/libcurl/c/libcurl-errors.html).
    init(code: UInt32, reason: String, _ url: String) {
        switch code {
        case 3: self = .badAddress(url)
        case 5, 6: self = .unknownHost(url)
        case 28: self = .timedOut(url)
        case 35, 51, 53, 54, 58...60, 64, 66, 77, 80, 82, 83, 90, 91, 98:
            self = .insecure(url, reason: reason)
        default: self = .unreachable(url, reason: reason)
        }
    }
}

extension Address {
    /// Does it name this computer by number or by the reserved name `localhost` (RFC 6761, 6.3)?
    var isLoopback: Bool {
        guard let host else { return false }
        return Loopback.contains(host)
    }

    /// The last part of the path, percent-decoded; nil for `/`.
    fileprivate var lastPart: String? {
        guard let part = URL(string: string)?.lastPathComponent, part != "/" else { return nil }
        return part.isEmpty ? nil : part
    }
}

/// Host names that are this computer.
enum Loopback {
    /// `host` in lower case; an IPv6 address with or without its brackets.
    static func contains(_ host: String) -> Bool {
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        if name == "localhost" || name.hasSuffix(".localhost") { return true }
        if ["::1", "[::1]"].contains(name) { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
