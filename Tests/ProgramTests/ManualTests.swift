import Support
import Testing

/// The manual page, the shells' completions, and where `make install` puts them.
@Suite struct `The manual and the completions` {
    @Test func `the manual has every command, option and key`() async throws {
        let manual = try await Site.run(["write", "manual"]).output
        for command in ["show", "summarize", "ask", "chatbots", "themes", "keys", "doctor"] {
            #expect(manual.contains("\n.It Cm \\&\(command)"))
        }
        for option in ["theme", "chat\\-url", "format", "width", "whole", "length"] {
            #expect(manual.contains("\n.It Fl Fl \\&\(option)"))
        }
        #expect(manual.contains("(next-section)"))
        // One of the options of every command stands once, under OPTIONS.
        #expect(manual.components(of: ".It Fl Fl \\&language").count == 2)
    }

    @Test func `man finds nothing to warn of`() async throws {
        let folder = try Folder()
        try folder.write(try await Site.run(["write", "manual"]).output, to: "lectern.1")
        let set = try await ChildProcess.run([
            "env", "MANWIDTH=78", "LC_ALL=C.UTF-8", "man", "--warnings", "-l",
            folder.path + "/lectern.1",
        ])
        #expect(set.errors.isEmpty)
        #expect(set.output.contains("lectern show [option ...] source\n"))
        #expect(set.output.split(separator: "\n").allSatisfy { $0.count <= 78 })
    }

    /// What bash offers for the last of the words.
    private func offered(_ words: String...) async throws -> [String] {
        let folder = try Folder()
        try folder.write("", to: "page one.html")
        try folder.write("", to: "mine.toml")
        try folder.write(try await Site.run(["write", "bash"]).output, to: "completions")
        let script = """
            lectern() { '\(Environment.binary)' "$@"; }
            cd '\(folder.path)' && . ./completions
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
            _lectern lectern "${@: -1}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let outcome = try await ChildProcess.run(
            ["env"] + Site.clean.map { "\($0)=\($1)" } + ["bash", "-c", script, "bash", "lectern"]
                + words)
        #expect(outcome.errors.isEmpty)
        return outcome.output.split(separator: "\n").map(String.init)
    }

    @Test func `bash offers commands, files, options, formats and themes`() async throws {
        #expect(try await offered("s") == ["show", "summarize"])
        #expect(try await offered("pag") == ["page one.html"])
        #expect(try await offered("--th") == ["--theme"])
        #expect(try await offered("--theme", "pa") == ["paper"])
        #expect(try await offered("--theme", "paper", "pag") == ["page one.html"])
        #expect(try await offered("show", "--format", "m") == ["markdown"])
        #expect(try await offered("--theme", "paper", "show", "--fo") == ["--format"])
        #expect(try await offered("--config", "") == ["mine.toml"])
        #expect(try await offered("themes", "che") == ["check"])
    }

    @Test func `make install puts all in its place, and make uninstall takes it away`() async throws
    {
        let folder = try Folder()
        let make = [
            "make", "-C", Environment.top, "BINARY=\(Environment.binary)", "SUDO_USER=reader",
            "PREFIX=/usr", "DESTDIR=\(folder.path)",
        ]
        let files = ["find", folder.path, "-type", "f", "-printf", "%P\\n"]
        #expect(try await ChildProcess.run(make + ["install"]).status == 0)
        #expect(
            try await ChildProcess.run(files).output.split(separator: "\n").sorted() == [
                "usr/bin/lectern", "usr/share/bash-completion/completions/lectern",
                "usr/share/fish/vendor_completions.d/lectern.fish",
                "usr/share/man/man1/lectern.1", "usr/share/zsh/site-functions/_lectern",
            ])
        #expect(try await ChildProcess.run(make + ["uninstall"]).status == 0)
        #expect(try await ChildProcess.run(files).output.isEmpty)
    }
}

extension String {
    fileprivate func components(of part: String) -> [Substring] {
        split(separator: part, omittingEmptySubsequences: false)
    }
}
