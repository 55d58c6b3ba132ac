import Glibc
import LecternCore
import Support
import Testing

/// Debian's `unicode-data`; what reads it is left out where it is not installed.
private let unicode = "/usr/share/unicode"

/// Writes each string of a file (hexadecimal, one a line), asks the terminal where its cursor is, and writes the columns.
private let measurer = #"""
    import os, re, sys, tty
    strings = [bytes.fromhex(line) for line in open(sys.argv[1]).read().split("\n")[:-1]]
    tty.setraw(0)
    columns, seen = [], b""
    for start in range(0, len(strings), 40):
        part = strings[start:start + 40]
        os.write(1, b"".join(b"\r\x1b[2K" + text + b"\x1b[6n" for text in part))
        while len(columns) < start + len(part):
            seen += os.read(0, 4096)
            for answer in re.findall(rb"\x1b\[\d+;(\d+)R", seen):
                columns.append(int(answer) - 1)
            seen = seen[seen.rfind(b"R") + 1:]
    open(sys.argv[2] + ".new", "w").write("\n".join(map(str, columns)))
    os.rename(sys.argv[2] + ".new", sys.argv[2])
    print("measured\r")
    os.read(0, 1)
    """#

/// How wide the program takes text to be, against what a real terminal makes of it.
@Suite(.enabled(if: access(unicode + "/emoji/emoji-test.txt", R_OK) == 0))
struct `Columns as the terminal counts them` {
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// Columns that tmux gives to each text.
    private func measured(_ texts: [String]) async throws -> [Int] {
        let digits = Array("0123456789abcdef")
        let lines = texts.map { text in
            String(text.utf8.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        }
        try folder.write(lines.map { $0 + "\n" }.joined(), to: "texts")
        try folder.write(measurer, to: "measure.py")
        let screen = try await Tmux(
            [
                "python3", "\(folder.path)/measure.py", "\(folder.path)/texts",
                "\(folder.path)/columns",
            ], columns: 120, rows: 5)
        try await screen.wait(for: "measured", within: 60)
        let found = Files.text("\(folder.path)/columns").split(separator: "\n")
        return found.compactMap { Int($0) }
    }

    private func check(_ texts: [String]) async throws {
        let texts = texts.filter { !$0.isEmpty }
        #expect(texts.count > 500)
        // What is drawn of a text: all of it goes through the same gate.
        let drawn = texts.map { Glyphs($0).map(\.text).joined() }
        let columns = try await measured(drawn)
        try #require(columns.count == drawn.count)
        var wrong: [String] = []
        for (index, text) in texts.enumerated() where columns[index] != text.columns {
            wrong.append("\(text.debugDescription): \(text.columns), not \(columns[index])")
        }
        #expect(wrong == [])
    }

    @Test func `every emoji, its sequences with joiners, tones, flags and keycaps`() async throws {
        let lines = Files.text(unicode + "/emoji/emoji-test.txt").split(separator: "\n")
        try await check(
            lines.filter { !$0.hasPrefix("#") }.map { line in
                Files.string(line.prefix { $0 != ";" })
            })
    }

    @Test func `the strings of the grapheme test`() async throws {
        let lines = Files.text(unicode + "/auxiliary/GraphemeBreakTest.txt").split(separator: "\n")
        try await check(
            lines.filter { !$0.hasPrefix("#") }.map { line in
                Files.string(line.prefix { $0 != "#" })
            })
    }

    @Test func `marks on letters, and one letter of every script`() async throws {
        var texts: [String] = []
        for value in UInt32(0x20)..<0x3_0000 where value % 7 == 0 || value < 0x3000 {
            guard let scalar = Unicode.Scalar(value),
                scalar.properties.generalCategory != .unassigned,
                scalar.properties.generalCategory != .privateUse
            else { continue }
            texts.append("a\(scalar)b")
        }
        try await check(texts)
    }
}

private enum Files {
    static func text(_ path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&part, 1, part.count, file)
            guard count > 0 else { break }
            bytes += part[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Scalars written in hexadecimal, with whatever marks between them.
    static func string(_ line: Substring) -> String {
        var out = String.UnicodeScalarView()
        for word in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
            if let scalar = UInt32(word, radix: 16).flatMap({ Unicode.Scalar($0) }) {
                out.append(scalar)
            }
        }
        return String(out)
    }
}
