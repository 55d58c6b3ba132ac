import Glibc

/// A real terminal for the program: a tmux server of its own, one session, driven by keys and read as cells.
///
///     let screen = try await Tmux(["lectern", "page.html"], columns: 80, rows: 24)
///     try await screen.wait(for: "The title")
///     try await screen.press("}", "Enter")
///     #expect(try await screen.text.contains("§ 2"))
package final class Tmux: Sendable {
    private let socket: String
    private let server: pid_t

    /// Starts `command` on a screen of that size. `environment` is added to the tests' own; `background` is what the
    /// screen says when it is asked for its own, nothing otherwise.
    package init(
        _ command: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
        folder: String? = nil, background: String? = nil
    ) async throws {
        socket = "lectern-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        var words = ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
        if let folder { words += ["-c", folder] }
        var all = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
        all.merge(environment) { $1 }
        words += ["env"] + all.map { "\($0)=\($1)" } + command
        // The server takes its options before the program starts; the pane stays to be read when it ends.
        var options = [
            ("-g", "remain-on-exit", "on"), ("-g", "status", "off"), ("-g", "escape-time", "0"),
            ("-g", "default-terminal", "tmux-256color"), ("-ga", "terminal-overrides", ",*:Tc"),
            ("-g", "history-limit", "0"),
        ]
        if let background { options.append(("-g", "window-style", "bg=\(background)")) }
        var start = ["-f", "/dev/null", "start-server"]
        for (scope, name, value) in options { start += [";", "set", scope, name, value] }
        start += [";"] + words + [";", "display-message", "-p", "#{pid}"]
        let said = try await Tmux.run(socket, start)
        guard let pid = pid_t(said.filter(\.isNumber)) else {
            throw ChildProcess.Failure(description: "tmux said: \(said)")
        }
        server = pid
    }

    deinit {
        // Takes the program and the socket with it.
        kill(server, SIGTERM)
    }

    /// Presses keys by their tmux names: `j`, `Enter`, `Escape`, `Tab`, `C-c`, `Space`, `BSpace`, `PageDown`.
    package func press(_ keys: String...) async throws {
        try await tmux(["send-keys"] + keys)
    }

    /// Types text as it stands.
    package func type(_ text: String) async throws {
        try await tmux(["send-keys", "-l", "--", text])
    }

    /// Sends mouse reports to the program, each the numbers and the letter of an SGR report such as `0;10;5M`.
    package func mouse(_ reports: String...) async throws {
        for report in reports {
            let bytes = Array("\u{1B}[<\(report)".utf8).map { String($0, radix: 16) }
            try await tmux(["send-keys", "-H"] + bytes)
        }
    }

    /// The screen, one line a row, without blanks at the ends of rows.
    package var text: String {
        get async throws { try await tmux(["capture-pane", "-p"]) }
    }

    /// The screen with the escape sequences of its colours and attributes.
    package var styledText: String {
        get async throws { try await tmux(["capture-pane", "-p", "-e"]) }
    }

    /// One row of the screen, from 0.
    package func row(_ number: Int) async throws -> String {
        let rows = try await text.split(separator: "\n", omittingEmptySubsequences: false)
        return number < rows.count ? String(rows[number]) : ""
    }

    /// Where the cursor stands, whether it shows, whether the alternate screen is on, whether it still runs.
    package struct Condition: Equatable, Sendable {
        package var column: Int
        package var row: Int
        /// tmux hides it once the program has ended.
        package var showsCursor: Bool
        package var isAlternate: Bool
        package var wantsMouse: Bool
        package var hasEnded: Bool
        /// Exit status, or 128 and the signal's number; may come a moment after `hasEnded`.
        package var status: Int?
    }

    package var condition: Condition {
        get async throws {
            let format = [
                "cursor_x", "cursor_y", "cursor_flag", "alternate_on", "mouse_any_flag",
                "pane_dead", "pane_dead_status", "pane_dead_signal",
            ].map { "#{\($0)}" }.joined(separator: "|")
            let fields = try await tmux(["display-message", "-p", format])
                .split(separator: "|", omittingEmptySubsequences: false)
                .map { Int($0.filter(\.isNumber)) }
            guard fields.count == 8 else {
                throw ChildProcess.Failure(description: "tmux said: \(fields)")
            }
            return Condition(
                column: fields[0] ?? 0, row: fields[1] ?? 0, showsCursor: fields[2] == 1,
                isAlternate: fields[3] == 1, wantsMouse: fields[4] == 1, hasEnded: fields[5] == 1,
                status: fields[6] ?? fields[7].map { 128 + $0 })
        }
    }

    /// Makes the screen another size.
    package func resize(columns: Int, rows: Int) async throws {
        try await tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// Waits until the screen is as `isRight` wants it, and returns it.
    @discardableResult
    package func wait(
        until what: String, within seconds: Double = 10, _ isRight: (String) -> Bool
    ) async throws -> String {
        let end = ContinuousClock.now + .seconds(seconds)
        var screen = ""
        repeat {
            screen = try await text
            if isRight(screen) { return screen }
            try await Task.sleep(for: .milliseconds(15))
        } while .now < end
        throw ChildProcess.Failure(
            description: "not within \(seconds) s: \(what). The screen:\n\(screen)")
    }

    /// Waits until the text stands on the screen.
    @discardableResult
    package func wait(for text: String, within seconds: Double = 10) async throws -> String {
        try await wait(until: "\"\(text)\" shows", within: seconds) { $0.contains(text) }
    }

    /// Waits until the text is gone from the screen.
    @discardableResult
    package func wait(forNo text: String, within seconds: Double = 10) async throws -> String {
        try await wait(until: "\"\(text)\" is gone", within: seconds) { !$0.contains(text) }
    }

    /// Waits until the screen has been the same for `seconds`.
    @discardableResult
    package func waitForQuiet(_ seconds: Double = 0.2, within limit: Double = 10) async throws
        -> String
    {
        let end = ContinuousClock.now + .seconds(limit)
        var (last, since) = (try await text, ContinuousClock.now)
        while .now < end {
            try await Task.sleep(for: .milliseconds(20))
            let screen = try await text
            if screen != last { (last, since) = (screen, .now) }
            if .now - since >= .seconds(seconds) { return screen }
        }
        throw ChildProcess.Failure(description: "never quiet. The screen:\n\(last)")
    }

    /// Waits for the program's end: its exit status, or 128 and the signal's number.
    package func waitForEnd(within seconds: Double = 10) async throws -> Int {
        let end = ContinuousClock.now + .seconds(seconds)
        while .now < end {
            let condition = try await condition
            if condition.hasEnded {
                if let status = condition.status { return status }
                // tmux 3.3a now and then leaves a child of whose end it has heard on the terminal a zombie.
                kill(server, SIGCHLD)
            }
            try await Task.sleep(for: .milliseconds(15))
        }
        throw ChildProcess.Failure(description: "still running. The screen:\n\(try await text)")
    }

    @discardableResult
    private func tmux(_ words: [String]) async throws -> String {
        try await Tmux.run(socket, words)
    }

    private static func run(_ socket: String, _ words: [String]) async throws -> String {
        let outcome = try await ChildProcess.run(["tmux", "-L", socket] + words)
        guard outcome.status == 0 else {
            throw ChildProcess.Failure(description: "tmux \(words): \(outcome.errors)")
        }
        return outcome.output
    }
}
