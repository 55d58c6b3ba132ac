import Support
import Testing

/// The pictures of the screen that the README shows, as `make demo` takes them.
@Suite struct `The pictures of the screen` {
    @Test func `a picture holds the screen cell for cell, and is the same twice`() async throws {
        let folder = try Folder()
        let script = Environment.top + "/Documentation/screens.py"
        var pictures: [String] = []
        for _ in 0..<2 {
            let outcome = try await ChildProcess.run([
                "python3", script, Environment.binary, folder.path, "code",
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            pictures.append(
                try await ChildProcess.run(["cat", folder.path + "/code.svg"]).output)
        }
        let picture = pictures[0]
        #expect(picture == pictures[1])
        #expect(picture.utf8.count < 20_000)
        let wellFormed = "import sys, xml.dom.minidom as m; m.parse(sys.argv[1])"
        let parsed = try await ChildProcess.run([
            "python3", "-c", wellFormed, folder.path + "/code.svg",
        ])
        #expect(parsed.status == 0, "\(parsed.errors)")
        // A run begins where its column does, and is held to its columns.
        #expect(picture.contains("x=\"43.6\""))
        #expect(picture.contains("textLength=\"50.4\">struct</text>"))
        #expect(picture.contains("font-weight:700"))
    }
}
