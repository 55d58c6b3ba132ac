import FoundationEssentials

/// Where a chatbot server listens: a base address that paths are put behind, over TCP or a Unix socket.
struct Endpoint: Equatable, Sendable {
    /// As the user or the search named it, in full: `http://127.0.0.1:8080`, `unix:/run/llama.sock`.
    let name: String
    /// What URLs begin with, without a final slash.
    let base: String
    /// Path of the Unix socket.
    let socket: String?
    /// Scheme, host and port, or the socket: whoever a key was given for.
    let origin: String
    /// Does what is sent there stay on this computer?
    let isLocal: Bool

    /// Reads `http://host:port/prefix`, `host:port`, `unix:/path` or `http+unix://%2Fpath/prefix`; nil for all
    /// else. An address that servers bind to, such as 0.0.0.0, is read as the loopback address it means.
    init?(_ text: String) {
        var text = text.trimmed
        while text.hasSuffix("/") { text.removeLast() }
        guard !text.isEmpty, !text.hasSuffix(":"), text.utf8.count < 2_000,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { return nil }
        if text.hasPrefix("unix:") || text.hasPrefix("/") {
            var path = text.hasPrefix("/") ? text[...] : text.dropFirst(5)
            if path.hasPrefix("//") { path = path.dropFirst(2) }
            self.init(socket: String(path), prefix: "")
        } else if text.hasPrefix("http+unix://") {
            let rest = text.dropFirst("http+unix://".count)
            let host = rest.prefix { $0 != "/" }
            guard let path = URL(string: "http://h/" + host)?.path(percentEncoded: false) else {
                return nil
            }
            self.init(socket: String(path.dropFirst()), prefix: String(rest[host.endIndex...]))
        } else {
            self.init(web: text)
        }
    }

    private init?(socket: String, prefix: String) {
        // The kernel's own limit for the path (unix(7)).
        guard socket.hasPrefix("/"), socket.utf8.count < 108 else { return nil }
        name = prefix.isEmpty ? "unix:" + socket : "http+unix://" + socket.escaped + prefix
        base = "http://localhost" + prefix
        self.socket = socket
        origin = "unix:" + socket
        isLocal = true
    }

    private init?(web text: String) {
        let full = text.contains("://") ? text : "http://" + text
        guard let url = URL(string: full), let scheme = url.scheme?.lowercased(),
            scheme == "http" || scheme == "https",
            let host = url.host()?.lowercased(), !host.isEmpty, url.query() == nil,
            url.fragment() == nil, url.user() == nil
        else { return nil }
        let meant =
            switch host {
            case "0.0.0.0": "127.0.0.1"
            case "::", "[::]": "[::1]"
            default: host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
            }
        let port = url.port ?? (scheme == "https" ? 443 : 80)
        let isUsual = port == (scheme == "https" ? 443 : 80)
        origin = "\(scheme)://\(meant):\(port)"
        var path = url.path(percentEncoded: true)
        while path.hasSuffix("/") { path.removeLast() }
        base = "\(scheme)://\(meant)\(isUsual ? "" : ":\(port)")\(path)"
        name = base
        socket = nil
        isLocal = Loopback.contains(meant)
    }

    /// The address that the `OLLAMA_HOST` variable names, read as Ollama reads it: the port is 11434 unless it or
    /// a scheme is given (https://docs.ollama.com/faq).
    init?(ollamaHost text: String) {
        let text = text.trimmed.filter { $0 != "\"" && $0 != "'" }
        guard !text.isEmpty else { return nil }
        if text.contains("://") {
            self.init(text)
            return
        }
        let place = text.prefix { $0 != "/" }
        let bare =
            place.hasPrefix(":") && !place.hasPrefix("::") ? "127.0.0.1" + place : String(place)
        let colons = bare.filter { $0 == ":" }.count
        let hasPort = bare.hasPrefix("[") ? bare.contains("]:") : colons == 1
        let host = colons > 1 && !bare.hasPrefix("[") ? "[\(bare)]" : bare
        self.init("http://" + host + (hasPort ? "" : ":11434") + text[place.endIndex...])
    }
}

extension String {
    fileprivate var trimmed: String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        var part = self[...]
        while let first = part.first, isBlank(first) { part.removeFirst() }
        while let last = part.last, isBlank(last) { part.removeLast() }
        return String(part)
    }

    /// With `/` and `%` percent-encoded.
    fileprivate var escaped: String { replacing("%", with: "%25").replacing("/", with: "%2F") }
}

/// The keys that servers are shown, each only to whom it was meant for.
///
/// `LECTERN_CHAT_KEY` goes to the servers that the user named, or where none was named to those on this
/// computer; `OPENAI_API_KEY` only to servers that the user named. A key of the reader's own file goes to the server
/// it stands beside there, before any other.
package struct ServerKeys: Equatable, Sendable {
    private var own: String?
    private var shared: String?
    private var named: Set<String>
    private var filed: [String: String] = [:]

    /// `named`: addresses as the user gave them; `file`: keys by the addresses of their servers.
    package init(
        named: [String] = [], file: [(address: String, key: String)] = [],
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        for entry in file {
            guard let origin = Endpoint(entry.address)?.origin else { continue }
            filed[origin] = ServerKeys.clean(entry.key)
        }
        own = ServerKeys.clean(environment["LECTERN_CHAT_KEY"])
        shared = ServerKeys.clean(environment["OPENAI_API_KEY"])
        self.named = Set(named.compactMap { Endpoint($0)?.origin })
    }

    func key(for endpoint: Endpoint) -> String? {
        if let key = filed[endpoint.origin] { return key }
        if named.contains(endpoint.origin) { return own ?? shared }
        return named.isEmpty && endpoint.isLocal ? own : nil
    }

    /// nil for what cannot stand in a header.
    private static func clean(_ key: String?) -> String? {
        guard let key, !key.isEmpty, key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        return key
    }
}

extension Request {
    /// A request to a chatbot server. `body` is JSON.
    init(
        _ endpoint: Endpoint, path: String, body: [UInt8]? = nil, accept: String = "*/*",
        key: String?
    ) {
        self.init(url: endpoint.base + path, socket: endpoint.socket)
        self.body = body
        headers = ["Accept: " + accept]
        if body != nil { headers.append("Content-Type: application/json") }
        if let key { headers.append("Authorization: Bearer " + key) }
        isLocal = endpoint.isLocal
    }
}
