import FoundationEssentials
import Glibc
import Synchronization

/// A program started by a test: its output in full, killed with all it started when let go of.
///
/// posix_spawn and not Foundation's `Process`, which hung when tests ran side by side. The child gets default
/// signals and no descriptors but its three, its own process group, and a pipe as standard input, which
/// ends when the test program does: a server that watches it never outlives the tests.
package final class ChildProcess: Sendable {
    package struct Failure: Error, CustomStringConvertible {
        package let description: String

        package init(description: String) { self.description = description }
    }

    package let pid: pid_t
    private struct State {
        var input: Int32
        var streams: [Int32]
        var bytes: [[UInt8]] = [[], []]
        var status: Int32?
    }
    private let state: Mutex<State>
    private let name: String

    /// Starts `command[0]`, found in PATH, with additions to the environment (nil removes).
    package init(
        _ command: [String], environment: [String: String?] = [:], folder: String? = nil
    ) throws {
        name = command.joined(separator: " ")
        let (input, output, errors) = (
            try ChildProcess.pipe(), try ChildProcess.pipe(), try ChildProcess.pipe()
        )
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_adddup2(&files, input.read, 0)
        posix_spawn_file_actions_adddup2(&files, output.write, 1)
        posix_spawn_file_actions_adddup2(&files, errors.write, 2)
        // Other tests' pipes, which would never end while this child holds them.
        for descriptor: Int32 in 3..<1024 { posix_spawn_file_actions_addclose(&files, descriptor) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(flags))
        let words = folder.map { ["env", "-C", $0] + command } ?? command
        var arguments = words.map { strdup($0) } + [nil]
        var variables = ChildProcess.variables(adding: environment).map { strdup($0) } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var child = pid_t()
        let failed = posix_spawnp(&child, words[0], &files, &attributes, &arguments, &variables)
        for descriptor in [input.read, output.write, errors.write] { close(descriptor) }
        guard failed == 0 else {
            for descriptor in [input.write, output.read, errors.read] { close(descriptor) }
            throw Failure(description: "\(words[0]): \(String(cString: strerror(failed)))")
        }
        pid = child
        for descriptor in [output.read, errors.read, input.write] {
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        }
        state = Mutex(State(input: input.write, streams: [output.read, errors.read]))
    }

    deinit {
        stop()
        state.withLock { state in
            for descriptor in state.streams + [state.input] where descriptor >= 0 {
                close(descriptor)
            }
        }
    }

    /// What has come on standard output.
    package var output: String { text(0) }
    /// What has come on standard error.
    package var errors: String { text(1) }

    /// The rest of the first line of standard output that starts with `prefix` and a blank.
    package func line(after prefix: String, within seconds: Double = 30) async throws -> String {
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            let ended = status != nil
            for line in output.split(separator: "\n") where line.hasPrefix(prefix + " ") {
                return String(line.dropFirst(prefix.count + 1))
            }
            guard !ended, .now < end else {
                throw Failure(description: "\(name): no line \"\(prefix) …\"; it said: \(errors)")
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Writes all of it to standard input and ends that.
    package func send(_ bytes: [UInt8]) async throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = state.withLock { state in
                rest.withUnsafeBytes { write(state.input, $0.baseAddress, $0.count) }
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                _ = status  // empties its output, so that it can go on reading
                try await Task.sleep(for: .milliseconds(2))
            } else {
                break
            }
        }
        endInput()
    }

    package func endInput() {
        state.withLock { state in
            if state.input >= 0 { close(state.input) }
            state.input = -1
        }
    }

    /// Waits for its end: the exit status, or 128 and the signal's number.
    package func wait(within seconds: Double = 30) async throws -> Int32 {
        let end = ContinuousClock.now + .seconds(seconds)
        while .now < end {
            if let status { return status }
            try await Task.sleep(for: .milliseconds(3))
        }
        throw Failure(description: "\(name): still running after \(seconds) s")
    }

    package func signal(_ number: Int32) { kill(pid, number) }

    /// Kills it and all it started.
    package func stop() {
        guard status == nil else { return }
        kill(-pid, SIGKILL)
        var word: Int32 = 0
        waitpid(pid, &word, 0)
        state.withLock { $0.status = 128 + SIGKILL }
    }

    /// nil while it runs; takes up what it has written.
    private var status: Int32? {
        state.withLock { state in
            if state.status == nil {
                var word: Int32 = 0
                if waitpid(pid, &word, WNOHANG) == pid {
                    state.status = word & 0x7F == 0 ? word >> 8 & 0xFF : 128 + word & 0x7F
                }
            }
            ChildProcess.drain(&state)
            return state.status
        }
    }

    private func text(_ stream: Int) -> String {
        state.withLock { state in
            ChildProcess.drain(&state)
            return String(decoding: state.bytes[stream], as: UTF8.self)
        }
    }

    private static func drain(_ state: inout State) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        for (index, descriptor) in state.streams.enumerated() {
            while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
                state.bytes[index] += buffer[..<count]
            }
        }
    }

    private static func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw Failure(description: "no pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func variables(adding changes: [String: String?]) -> [String] {
        var all: [String: String] = ProcessInfo.processInfo.environment
        for (name, value) in changes { all[name] = value }
        return all.map { "\($0)=\($1)" }
    }
}

/// What a command that ran to its end left behind.
package struct Outcome: Equatable, Sendable {
    package var status: Int32
    package var output: String
    package var errors: String
}

extension ChildProcess {
    /// Runs a command to its end.
    package static func run(
        _ command: [String], input: String = "", environment: [String: String?] = [:],
        folder: String? = nil, within seconds: Double = 60
    ) async throws -> Outcome {
        let child = try ChildProcess(command, environment: environment, folder: folder)
        try await child.send(Array(input.utf8))
        let status = try await child.wait(within: seconds)
        return Outcome(status: status, output: child.output, errors: child.errors)
    }
}

/// The environment of the tests.
package enum Environment {
    package static subscript(name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// The top of the repository.
    package static let top: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    /// The binary under test: `LECTERN_BINARY`, else the release build, else the debug build.
    package static var binary: String {
        if let named = Environment["LECTERN_BINARY"] { return named }
        let release = top + "/.build/release/lectern"
        return access(release, X_OK) == 0 ? release : top + "/.build/debug/lectern"
    }
}
