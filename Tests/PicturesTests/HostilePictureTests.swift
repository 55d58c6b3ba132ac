import Drawing
import Glibc
import Pictures
import Support
import Testing

/// Pictures made to do harm, or merely broken: the process may die of them, and nothing else happens.
@Suite struct `Hostile pictures` {
    private func error(
        _ bytes: [UInt8], means: PictureFrame.Means = .cells(colors: 256), patience: Double = 60
    ) async -> PictureError? {
        let frame = PictureFrame(size: Size(30, 10), means: means)
        do throws(PictureError) {
            _ = try await drawPicture(
                bytes, for: frame, executable: Environment.binary, patience: patience)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a size beyond all sense is refused before anything is decoded`() async {
        for (wide, high) in [(60_000, 60_000), (2_000_000_000, 1), (1, 2_000_000_000)] {
            let bomb = PictureFile.png(wide, high, data: PictureFile.stored([0]))
            let found = await error(bomb)
            #expect(
                found == .tooLarge || found == .broken,
                "\(wide) × \(high): \(String(describing: found))")
        }
        var bmp = PictureFile.bmp(2, 2) { _, _ in 0 }
        bmp.replaceSubrange(18..<26, with: [0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 0])
        #expect(await error(bmp) != nil)
    }

    @Test func `a file cut off anywhere is shown as far as it goes, or not at all`() async {
        let whole = PictureFile.png(40, 40) { x, y in UInt32(x * 6 << 16 | y * 6) }
        #expect(await error(whole) == nil)
        for count in [9, 20, 40, whole.count / 2, whole.count - 1] {
            let found = await error(Array(whole.prefix(count)))
            #expect(
                found == nil || found == .broken, "\(count) bytes: \(String(describing: found))")
        }
        #expect(await error(Array(whole.prefix(40))) == .broken)
    }

    @Test func `no byte of a file, changed at random, keeps the reader from its answer`() async {
        var dice = Seeded(20_261_129)
        let files = [
            PictureFile.png(24, 24) { x, y in UInt32(x << 16 | y) },
            PictureFile.bmp(24, 24) { x, y in UInt32(x << 16 | y) },
            PictureFile.gif(24, 24, red: 200, green: 10, blue: 10),
            Array(Self.drawing("<rect width='9' height='9'/>").utf8),
        ]
        for _ in 0..<24 {
            guard var file = files.randomElement(using: &dice) else { continue }
            for _ in 0..<Int.random(in: 1...12, using: &dice) {
                let place = Int.random(in: 0..<file.count, using: &dice)
                file[place] = UInt8.random(in: 0...255, using: &dice)
            }
            // An answer of any kind, within its time.
            let started = ContinuousClock.now
            _ = await error(file)
            #expect(ContinuousClock.now - started < .seconds(60))
        }
    }

    @Test func `what is no picture is never handed to a decoder`() async {
        for text in [
            "", "GIF", "<html><svg></svg></html>", "%PDF-1.7", "\u{7F}ELF", "<?xml version='1.0'?>",
        ] {
            #expect(await error(Array(text.utf8)) == .notAPicture, "\(text)")
        }
        #expect(
            await error(Array(repeating: 0x89, count: PictureProcess.largestFile + 1)) == .tooLarge)
    }

    private static func drawing(_ inside: String, _ before: String = "") -> String {
        "<?xml version='1.0'?>\(before)<svg xmlns='http://www.w3.org/2000/svg' "
            + "xmlns:xlink='http://www.w3.org/1999/xlink' width='64' height='64'>\(inside)</svg>"
    }

    @Test func `a drawing reads no file, neither by entity nor by reference`() async throws {
        // A picture of one colour, which would show if it were read.
        let path = "/tmp/lectern-picture-\(getpid()).png"
        let file = try #require(fopen(path, "w"))
        let red = PictureFile.png(8, 8) { _, _ in 0xFF0000 }
        fwrite(red, 1, red.count, file)
        fclose(file)
        defer { unlink(path) }
        let image = "<image xlink:href='file://\(path)' width='64' height='64'/>"
        let frame = PictureFrame(size: Size(8, 4), means: .pixels, ground: 0x001020)
        let picture = try await drawPicture(
            Array(Self.drawing("<rect width='1' height='1' fill='white'/>" + image).utf8),
            for: frame, executable: Environment.binary, patience: 60)
        guard case .pixels(let pixels) = picture.content else { return #expect(Bool(false)) }
        let reds = stride(from: 0, to: pixels.bytes.count, by: 3).filter {
            pixels.bytes[$0] > 128 && pixels.bytes[$0 + 1] < 64
        }
        #expect(reds.isEmpty)
        let entity = "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
        _ = await error(Array(Self.drawing("<text y='20'>&x;</text>", entity).utf8))
    }

    @Test func `a drawing that never ends is ended`() async {
        // Entities within entities: ten to the ninth words.
        var lol = "<!ENTITY a0 'ha'>"
        for level in 1...9 {
            lol += "<!ENTITY a\(level) '" + String(repeating: "&a\(level - 1);", count: 10) + "'>"
        }
        _ = await error(Array(Self.drawing("<text>&a9;</text>", "<!DOCTYPE svg [\(lol)]>").utf8))
        // Copies of copies: 2 to the 40th.
        var copies = "<g id='c0'><rect width='1' height='1'/></g>"
        for level in 1...40 {
            let use = "<use xlink:href='#c\(level - 1)'/>"
            copies += "<g id='c\(level)'>\(use)\(use)</g>"
        }
        let started = ContinuousClock.now
        _ = await error(Array(Self.drawing(copies).utf8), patience: 5)
        #expect(ContinuousClock.now - started < .seconds(60))
    }

    @Test func `one that takes too long is killed, and so is one that nobody waits for`() async {
        let file = PictureFile.png(8, 8) { _, _ in 0 }
        #expect(await error(file, patience: 0) == .tooLarge)
        let task = Task { await error(file) }
        task.cancel()
        let ending = await task.value
        #expect(ending == .cancelled || ending == nil)
    }

    @Test func `what comes from elsewhere than a picture process is no picture`() async {
        // Programs that say too much, nothing, or nonsense.
        for program in ["/bin/true", "/bin/false", "/bin/cat", "/nonexistent", "/usr/bin/yes"] {
            let frame = PictureFrame(size: Size(3, 3), means: .pixels)
            let file = PictureFile.png(8, 8) { _, _ in 0 }
            await #expect(throws: PictureError.self) {
                try await drawPicture(file, for: frame, executable: program, patience: 5)
            }
        }
    }

    @Test func `the process opens no file and no connection once it is locked up`() async throws {
        let traced = try await ChildProcess.run([
            "python3", Environment.top + "/Tests/Servers/locked.py", Environment.binary,
        ])
        #expect(
            traced.output == "Seccomp 2\nNoNewPrivs 1\nMax open files 3\nMax file size 0\n",
            "\(traced.errors)")
    }
}
