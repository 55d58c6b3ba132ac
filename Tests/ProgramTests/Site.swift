import Glibc
import Support

/// The pages of `Pages/`, served by one web server for all tests of the program.
actor Site {
    static let shared = Site()
    private var server: Task<Servers.Web, any Error>?

    /// An environment without a home, a configuration or a browser of the person who runs the tests.
    static let clean = [
        "HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent", "BROWSER": "/bin/false",
        // Nothing can be kept below a file, not even by root: no test is shown what another has said.
        "XDG_STATE_HOME": "/dev/null",
        "NO_COLOR": "",
        "COLORTERM": "truecolor", "OLLAMA_HOST": "127.0.0.1:1",
    ]

    static let pages = Environment.top + "/Tests/ProgramTests/Pages"

    func web() async throws -> Servers.Web {
        let server = self.server ?? Task { try await Servers.Web(folder: Site.pages) }
        self.server = server
        return try await server.value
    }

    /// Runs the program as a command; `input` is its standard input.
    static func run(
        _ arguments: [String], input: String = ""
    ) async throws -> (status: Int32, output: String, errors: String) {
        let outcome = try await ChildProcess.run(
            ["env"] + clean.map { "\($0)=\($1)" } + [Environment.binary] + arguments, input: input)
        return (outcome.status, outcome.output, outcome.errors)
    }
}

/// A folder of its own for a test, removed with it.
final class Folder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/lectern-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw ChildProcess.Failure(description: "no folder in /tmp")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func makeFolder(_ name: String) async throws {
        _ = try await ChildProcess.run(["mkdir", "-p", "\(path)/\(name)"])
    }

    func write(_ text: String, to name: String) throws {
        guard let file = fopen("\(path)/\(name)", "w") else {
            throw ChildProcess.Failure(description: "cannot write \(name)")
        }
        defer { fclose(file) }
        fputs(text, file)
    }

    deinit { _ = system("rm -rf '\(path)'") }
}
