import Glibc
import Synchronization

/// A socket server for what no real server does on demand: it answers each request with a script.
package final class ScriptedServer: Sendable {
    package enum Step: Sendable {
        case send(String)
        case bytes([UInt8])
        /// Seconds.
        case pause(Double)
        /// Until the client leaves; noted in `departures`.
        case untilClosed
        /// Ends the connection with a reset in place of an orderly end.
        case reset
    }

    package enum Place: Sendable { case ipv4, ipv6, unix(String) }

    private struct State {
        var requests: [String] = []
        var departures: [ContinuousClock.Instant] = []
    }
    private let state = Mutex(State())
    private let listener: Int32
    private let script: @Sendable (_ request: String) -> [Step]
    /// Such as `http://127.0.0.1:40123`, or `unix:/path`.
    package let url: String

    /// Listens; every connection gets one request's script and is closed.
    package init(
        _ place: Place = .ipv4, script: @escaping @Sendable (_ request: String) -> [Step]
    ) throws {
        (listener, url) = try ScriptedServer.listen(place)
        self.script = script
        let listener = listener
        ScriptedServer.onThread { [weak self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                guard let self else {
                    close(client)
                    return
                }
                ScriptedServer.onThread { self.serve(client) }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// Every request in full, in the order they came.
    package var requests: [String] { state.withLock { $0.requests } }
    /// When clients left during `untilClosed`.
    package var departures: [ContinuousClock.Instant] { state.withLock { $0.departures } }

    /// A whole response with its length.
    package static func response(
        _ body: String, status: String = "200 OK", type: String = "application/json"
    ) -> [Step] {
        [
            .send(
                "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n"
                    + "Connection: close\r\n\r\n\(body)")
        ]
    }

    private func serve(_ client: Int32) {
        defer { close(client) }
        guard let request = ScriptedServer.readRequest(client) else { return }
        state.withLock { $0.requests.append(request) }
        for step in script(request) {
            switch step {
            case .send(let text): guard send(Array(text.utf8), client) else { return }
            case .bytes(let bytes): guard send(bytes, client) else { return }
            case .pause(let seconds): usleep(UInt32(seconds * 1_000_000))
            case .untilClosed:
                var byte: UInt8 = 0
                while recv(client, &byte, 1, 0) > 0 {}
                state.withLock { $0.departures.append(.now) }
            case .reset:
                var hard = linger(l_onoff: 1, l_linger: 0)
                let size = socklen_t(MemoryLayout<linger>.size)
                setsockopt(client, SOL_SOCKET, SO_LINGER, &hard, size)
                return
            }
        }
    }

    private func send(_ bytes: [UInt8], _ client: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Head and body of one request; nil when the client leaves before.
    private static func readRequest(_ client: Int32) -> String? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.firstRange(of: "\r\n\r\n") {
                let wanted =
                    text[..<end.lowerBound].split(separator: "\r\n")
                    .first { $0.lowercased().hasPrefix("content-length:") }
                    .flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
                if text[end.upperBound...].utf8.count >= wanted { return text }
            }
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
    }

    private static func listen(_ place: Place) throws -> (Int32, String) {
        func failure(_ what: String) -> ChildProcess.Failure {
            ChildProcess.Failure(description: "\(what): \(String(cString: strerror(errno)))")
        }
        let family =
            switch place {
            case .ipv4: AF_INET
            case .ipv6: AF_INET6
            case .unix: AF_UNIX
            }
        let socket = Glibc.socket(family, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { throw failure("socket") }
        _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        switch place {
        case .ipv4:
            var name = sockaddr_in()
            name.sin_family = sa_family_t(AF_INET)
            name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            guard bind(socket, &name) == 0, Glibc.listen(socket, 64) == 0 else {
                throw failure("listen")
            }
            lookUp(socket, &name)
            return (socket, "http://127.0.0.1:\(UInt16(bigEndian: name.sin_port))")
        case .ipv6:
            var name = sockaddr_in6()
            name.sin6_family = sa_family_t(AF_INET6)
            name.sin6_addr = in6addr_loopback
            guard bind(socket, &name) == 0, Glibc.listen(socket, 64) == 0 else {
                throw failure("listen")
            }
            lookUp(socket, &name)
            return (socket, "http://[::1]:\(UInt16(bigEndian: name.sin6_port))")
        case .unix(let path):
            unlink(path)
            var name = sockaddr_un()
            name.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
            guard bind(socket, &name) == 0, Glibc.listen(socket, 64) == 0 else {
                throw failure("listen")
            }
            return (socket, "unix:\(path)")
        }
    }

    private static func bind<Name>(_ socket: Int32, _ name: inout Name) -> Int32 {
        withUnsafeMutablePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(socket, $0, socklen_t(MemoryLayout<Name>.size))
            }
        }
    }

    private static func lookUp<Name>(_ socket: Int32, _ name: inout Name) {
        var size = socklen_t(MemoryLayout<Name>.size)
        _ = withUnsafeMutablePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &size) }
        }
    }

    /// A thread of its own: these calls block, and Swift's own threads are as few as the cores.
    private static func onThread(_ work: @escaping @Sendable () -> Void) {
        final class Box {
            let work: @Sendable () -> Void
            init(_ work: @escaping @Sendable () -> Void) { self.work = work }
        }
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().work() }
                return nil
            }, Unmanaged.passRetained(Box(work)).toOpaque())
        pthread_detach(thread)
    }
}
