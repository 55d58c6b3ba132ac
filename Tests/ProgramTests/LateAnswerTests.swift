import Support
import Testing

@Suite struct `A terminal that answers late` {
    /// Starts the program in a terminal of its own that answers after 0.15 s, presses a key if there is one, and prints what
    /// is left for the shell to read.
    private static let terminal = """
        import os, pty, select, sys, time
        binary, source, key = sys.argv[1:]
        process, terminal = pty.fork()
        if process == 0:
            os.environ["TERM"] = "xterm-256color"
            line = '"$0" --chatbot none "$1"; IFS= read -r -t 1 -n 40 rest; printf "LEFT:%q:" "$rest"'
            os.execvp("bash", ["bash", "--norc", "-c", line, binary, source])
        seen, asked, typed, end = b"", None, False, time.monotonic() + 20
        while time.monotonic() < end and not (b"LEFT:" in seen and seen.endswith(b":")):
            if select.select([terminal], [], [], 0.01)[0]:
                try:
                    seen += os.read(terminal, 65536)
                except OSError:
                    break
            if asked is None and b"\\x1b[c" in seen:
                asked = time.monotonic()
                if key != "-":
                    os.write(terminal, key.encode())
            if asked and not typed and time.monotonic() - asked > 0.15:
                typed = True
                try:
                    os.write(terminal, b"\\x1b]11;rgb:1515/1818/1e1e\\x1b\\\\\\x1b[?1;2c")
                except OSError:
                    pass
        print(seen[seen.rfind(b"LEFT:"):].decode(errors="replace"))
        """

    @Test(arguments: [("/nonexistent/page.html", "-"), (Site.pages + "/tides.html", "q")])
    func `leaves nothing of its answers to the shell`(source: String, key: String) async throws {
        let outcome = try await ChildProcess.run(
            ["env"] + Site.clean.map { "\($0)=\($1)" }
                + ["python3", "-c", Self.terminal, Environment.binary, source, key])
        #expect(outcome.output == "LEFT:'':\n")
    }
}
