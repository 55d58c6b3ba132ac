/// What one transfer sends, and how long it waits.
struct Request: Sendable {
    /// http or https.
    var url: String
    /// Path of a Unix socket to connect to in place of the URL's host.
    var socket: String?
    /// `Name: value` lines, free of control characters.
    var headers: [String] = []
    /// Sent as a POST where there is one.
    var body: [UInt8]?
    /// Is the server on this computer? Then no proxy stands between.
    var isLocal = false
    var patience = Patience()
}

/// How long a transfer waits, in seconds.
struct Patience: Equatable, Sendable {
    /// For the name, the connection and TLS.
    var connect = 15.0
    /// From the start to the end of the response's head.
    var head = 60.0
    /// Between two pieces of the body.
    var stall = 30.0
    /// For all of it; nil for ever.
    var total: Double? = 300
}

/// Status and header lines of a response, as far as anyone asks for them.
struct ResponseHead: Equatable, Sendable {
    var status: Int
    /// Lower-case name and trimmed value, in order.
    var fields: [(name: String, value: String)] = []

    /// Value of the first field of that name (lower case).
    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    static func == (a: ResponseHead, b: ResponseHead) -> Bool {
        a.status == b.status && a.fields.elementsEqual(b.fields, by: ==)
    }
}

/// How a transfer ended.
enum TransferEnd: Equatable, Sendable {
    case complete
    /// The receiver wanted no more.
    case stopped
    case cancelled
    /// One of the waits of `Patience` ran out.
    case late
    /// The head passed `HeadReader`'s caps.
    case headTooLarge
    /// libcurl's code, and its words or the system's.
    case failed(code: UInt32, reason: String)
}

/// Who hears from a transfer, always on the transfer thread, and must return at once.
protocol Receiver: Sendable {
    /// Status and header lines have come; false stops the transfer.
    func received(_ head: ResponseHead) -> Bool
    /// More of the decoded body; false stops the transfer.
    func received(_ bytes: UnsafeRawBufferPointer) -> Bool
    /// Once, the last call.
    func ended(_ end: TransferEnd)
}
