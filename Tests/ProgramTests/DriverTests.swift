import Glibc
import Support
import Testing

/// The tools of this ring, tried on programs that everybody has.
@Suite struct `The driver of the terminal` {
    @Test func `shows what a program draws and takes keys`() async throws {
        let screen = try await Tmux(["sh", "-c", "echo Größe; read a; echo got $a; exit 3"])
        try await screen.wait(for: "Größe")
        try await screen.type("k €")
        try await screen.press("Enter")
        #expect(try await screen.waitForEnd() == 3)
        #expect(try await screen.text.contains("got k €"))
    }

    @Test func `changes the size`() async throws {
        let command = "trap 'stty size' WINCH; stty size; while :; do sleep 0.05; done"
        let screen = try await Tmux(["sh", "-c", command], columns: 40, rows: 10)
        try await screen.wait(for: "10 40")
        try await screen.resize(columns: 120, rows: 40)
        try await screen.wait(for: "40 120")
    }

    @Test func `knows modes, colours and rows`() async throws {
        let draw = #"printf '\033[?1049h\033[?25l\033[2;1H\033[31mred\033[0m'; sleep 60"#
        let screen = try await Tmux(["sh", "-c", draw])
        try await screen.wait(for: "red")
        #expect(try await screen.row(1) == "red")
        #expect(try await screen.styledText.contains("\u{1B}[31mred"))
        let condition = try await screen.condition
        #expect(condition.isAlternate && !condition.showsCursor && !condition.hasEnded)
        #expect(condition.row == 1 && condition.column == 3)
    }

    @Test func `a child's whole output and status come back, and it dies when let go`() async throws
    {
        let outcome = try await ChildProcess.run(
            ["sh", "-c", "cat; echo sad >&2; exit 65"],
            input: String(repeating: "x", count: 200_000))
        #expect(outcome.status == 65)
        #expect(outcome.output.utf8.count == 200_000)
        #expect(outcome.errors == "sad\n")
        var child: ChildProcess? = try ChildProcess([
            "sh", "-c", "sleep 1000 & echo child $!; wait",
        ])
        let grandchild = try #require(Int32(try await child?.line(after: "child") ?? ""))
        child = nil
        try await Task.sleep(for: .milliseconds(50))
        #expect(kill(grandchild, 0) != 0 || isZombie(grandchild))
    }

    private func isZombie(_ pid: pid_t) -> Bool {
        guard let file = fopen("/proc/\(pid)/stat", "r") else { return true }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 256)
        guard fgets(&buffer, 256, file) != nil else { return true }
        return String(decoding: buffer.map { UInt8(bitPattern: $0) }, as: UTF8.self).contains(") Z")
    }
}
