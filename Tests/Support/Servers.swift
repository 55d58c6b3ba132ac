import FoundationEssentials
import Glibc
import LecternCore

/// The real servers of `Tests/Servers`, each started by the first test that asks for it.
package enum Servers {
    /// Python's own web server with the tricks listed in `Tests/Servers/web.py`.
    package final class Web: Sendable {
        private let child: ChildProcess
        /// Such as `http://127.0.0.1:40123`.
        package let url: String

        /// `folder` is served under `/pages/`.
        package init(folder: String? = nil, bind: String = "127.0.0.1") async throws {
            var command = ["python3", Environment.top + "/Tests/Servers/web.py", "--tied"]
            command += ["--bind", bind]
            if let folder { command += ["--folder", folder] }
            child = try ChildProcess(command)
            let port = try await child.line(after: "ready")
            url = "http://\(bind.contains(":") ? "[\(bind)]" : bind):\(port)"
        }

        package func address(_ path: String) throws -> Address {
            guard let address = Address(url + path) else {
                throw ChildProcess.Failure(description: "no address: \(url + path)")
            }
            return address
        }
    }

    /// llama.cpp's own server with SmolLM2.
    package final class Chatbot: Sendable {
        private let child: ChildProcess
        /// Such as `http://127.0.0.1:40123`, or `unix:/path`.
        package let url: String

        /// Is the Python environment of `setup-chatbot.sh` there? `LECTERN_CHATBOT_VENV` names it.
        package static var isInstalled: Bool { python != nil }

        private static var python: String? {
            let folder = Environment["LECTERN_CHATBOT_VENV"] ?? Environment.top + "/.build-chatbot"
            let path = folder + "/bin/python"
            return access(path, X_OK) == 0 ? path : nil
        }

        package init(context: Int = 4_096, slots: Int = 1, socket: String? = nil) async throws {
            guard let python = Chatbot.python else {
                throw ChildProcess.Failure(
                    description: "no chatbot installed: run Tests/Servers/setup-chatbot.sh")
            }
            var command = [python, Environment.top + "/Tests/Servers/chatbot.py", "--tied"]
            command += ["--context", "\(context)", "--slots", "\(slots)"]
            // llama.cpp's threads wait for each other at every step: beside other tests on the same cores, one
            // thread was measured ten times faster than two.
            command += ["--threads", "1"]
            if let socket { command += ["--socket", socket] }
            child = try ChildProcess(command)
            let place = try await child.line(after: "ready", within: 120)
            url = socket == nil ? "http://127.0.0.1:\(place)" : "unix:\(place)"
        }
    }

    /// One web server for all tests that change nothing on it.
    package static func web() async throws -> Web { try await sharedWeb.value }
    private static let sharedWeb = Task { try await Web() }

    /// One chatbot for all tests that can wait for its one slot.
    package static func chatbot() async throws -> Chatbot { try await sharedChatbot.value }
    private static let sharedChatbot = Task { try await Chatbot() }
}

/// A door that one test at a time may pass, in the order in which they came.
package actor Turnstile {
    /// For all that ask a real chatbot: its one slot and this computer's cores are theirs alone.
    package static let chatbot = Turnstile()

    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package func pass(_ body: @Sendable () async throws -> Void) async throws {
        if isTaken {
            await withCheckedContinuation { waiting.append($0) }
        } else {
            isTaken = true
        }
        defer {
            if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
        }
        try await body()
    }
}
