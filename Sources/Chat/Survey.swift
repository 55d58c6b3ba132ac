import LecternCore

/// A small request that tells servers apart.
package struct Probe: Hashable, Sendable {
    /// Behind the base address.
    package var path: String
    /// JSON to POST; nil for a GET.
    package var body: [UInt8]?

    package init(_ path: String, body: [UInt8]? = nil) {
        self.path = path
        self.body = body
    }
}

/// Finds out which server answers at one address, which models it has and how large their windows are.
///
/// Send everything `wanted`, in parallel, report each with `heard`, and go on until nothing is wanted; then
/// read `cards`. At most three rounds. Judged by what bodies hold, not by status: servers answer paths they
/// do not know with 200, and each other's paths on purpose.
package struct Survey: Sendable {
    /// Such as `http://127.0.0.1:11434`, without a final slash.
    package let base: String
    /// Does what is sent there stay on this computer?
    package let isLocal: Bool
    package private(set) var wanted: [Probe]
    /// What was found: one card a model, loaded ones first; a single card without a model for a server that is
    /// loading or needs a key. At most 200.
    package private(set) var cards: [ChatbotCard] = []

    private let only: Dialect?
    private var answers: [Probe: Answer] = [:]
    private var round = 1

    struct Answer: Sendable {
        var status: Int
        var json: JSON
        var text: String
    }

    /// Ports that chatbots listen on when nobody tells them otherwise, on 127.0.0.1 or ::1.
    package static let ports: [UInt16] = [11434, 8080, 9931, 1234, 8000, 1337]
    /// Ask them as literals: the name "localhost" leads to one of them only.
    package static let hosts = ["127.0.0.1", "[::1]"]
    /// How long to wait for a door to open, and for an answer behind it, seconds.
    package static let patience = (connect: 0.4, answer: 1.0)
    /// A longer answer than this is not read to its end, bytes.
    package static let longestAnswer = 4 << 20

    /// The base addresses to look at when no chatbot was named.
    package static var doors: [String] {
        ports.flatMap { port in hosts.map { "http://\($0):\(port)" } }
    }

    /// A survey of the server at `address`. An address that ends in `/v1` is asked in the OpenAI dialect only,
    /// one that ends in `/api` as Ollama only.
    package init(address: String, isLocal: Bool = true) {
        var base = address[...]
        while base.hasSuffix("/") { base = base.dropLast() }
        var only: Dialect?
        if base.hasSuffix("/v1") {
            base = base.dropLast(3)
            only = .openAI
        } else if base.hasSuffix("/api") {
            base = base.dropLast(4)
            only = .ollama
        }
        self.base = String(base)
        self.isLocal = isLocal
        self.only = only
        switch only {
        case .ollama?: wanted = [Survey.version]
        case .openAI?: wanted = [Survey.models, Survey.props, Survey.localAI, Survey.studio]
        case nil:
            wanted = [
                Survey.root, Survey.version, Survey.models, Survey.props, Survey.localAI,
                Survey.studio, Survey.oldStudio,
            ]
        }
    }

    static let root = Probe("/")
    static let version = Probe("/api/version")
    static let models = Probe("/v1/models")
    static let props = Probe("/props")
    static let localAI = Probe("/.well-known/localai.json")
    static let studio = Probe("/api/v1/models")
    static let oldStudio = Probe("/api/v0/models")
    static let tags = Probe("/api/tags")
    static let loaded = Probe("/api/ps")

    /// An answer to a probe; `status` 0 and no body when none came.
    package mutating func heard(_ probe: Probe, status: Int, body: [UInt8]) {
        guard let index = wanted.firstIndex(of: probe) else { return }
        wanted.remove(at: index)
        if status > 0 {
            answers[probe] = Answer(
                status: status, json: JSON(body) ?? .null,
                text: String(decoding: body.prefix(200), as: UTF8.self))
        }
        guard wanted.isEmpty else { return }
        round += 1
        if isOllama {
            wanted = nextForOllama()
            if wanted.isEmpty || round > 3 { cards = ollamaCards() }
        } else {
            wanted = nextForRouter()
            if wanted.isEmpty { cards = judge() }
        }
        cards = Array(cards.filter { $0.isLoaded == true } + cards.filter { $0.isLoaded != true })
        cards = Array(cards.prefix(200))
    }

    subscript(probe: Probe) -> Answer? { answers[probe] }

    private var isOllama: Bool {
        guard only != .openAI else { return false }
        if only == .ollama { return !answers.isEmpty }
        if answers[Survey.root]?.text.contains("Ollama is running") == true { return true }
        return answers[Survey.version]?.json["version"].string != nil
            && answers[Survey.props]?.json["default_generation_settings"].object == nil
    }

    /// The models, then the windows of those that do not say theirs in the list.
    private func nextForOllama() -> [Probe] {
        if round == 2 { return [Survey.tags, Survey.loaded] }
        guard round == 3 else { return [] }
        return ollamaModels().filter { $0["details"]["context_length"].int == nil }.prefix(8)
            .compactMap { $0["name"].string }.map(Survey.show)
    }

    /// A router of llama.cpp has a window for each model that is loaded; asked so, it loads none
    /// (llama.cpp, tools/server/README.md, "router mode").
    private func nextForRouter() -> [Probe] {
        guard round == 2, self[Survey.props] != nil else { return [] }
        return (self[Survey.models]?.json["data"].array ?? [])
            .filter { $0["status"]["value"].string == "loaded" }.prefix(8)
            .compactMap { $0["id"].string }.filter { Survey.isSane($0) }.map(Survey.props)
    }

    /// The properties of one model of a router.
    static func props(_ model: String) -> Probe {
        Probe("/props?model=\(model.percentEncoded)&autoload=false")
    }

    static func show(_ model: String) -> Probe {
        Probe("/api/show", body: Array((["model": .string(model)] as JSON).text.utf8))
    }
}

extension String {
    /// For a value in a query: all but letters, digits and `-._` as percent and two digits.
    fileprivate var percentEncoded: String {
        utf8.map { byte in
            let isPlain =
                byte < 0x80
                && (Character(UnicodeScalar(byte)).isLetter
                    || Character(UnicodeScalar(byte)).isNumber || "-._".utf8.contains(byte))
            if isPlain { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}
