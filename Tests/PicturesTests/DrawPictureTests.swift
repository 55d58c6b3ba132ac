import Drawing
import FoundationEssentials
import Pictures
import Support
import Testing

/// Pictures through the real process: a file in, cells or pixels out.
@Suite struct `Drawing pictures` {
    private func draw(
        _ bytes: [UInt8], columns: Int = 40, rows: Int = 20,
        _ means: PictureFrame.Means = .cells(colors: 1 << 24), ground: UInt32 = 0,
        patience: Double = 30
    ) async throws(PictureError) -> Picture {
        let frame = PictureFrame(
            size: Size(columns, rows), means: means, ground: ground, ink: 0xFFFFFF ^ ground)
        return try await drawPicture(
            bytes, for: frame, executable: Environment.binary, patience: patience)
    }

    @Test func `halves of two colours are cells of these colours`() async throws {
        let file = PictureFile.png(32, 32) { x, _ in x < 16 ? 0xFF0000 : 0x0000FF }
        let picture = try await draw(file)
        #expect(picture.natural == Size(32, 32))
        #expect(picture.size == Size(8, 4))
        guard case .cells(let cells) = picture.content else { return #expect(Bool(false)) }
        #expect(cells.count == 32)
        // Where the two meet they may mix.
        for (index, cell) in cells.enumerated() where ![3, 4].contains(index % 8) {
            let wanted = Color.rgb(index % 8 < 4 ? 0xFF0000 : 0x0000FF)
            #expect(cell.scalar == " " ? cell.background == wanted : cell.foreground == wanted)
        }
    }

    @Test(arguments: [256, 16, 8, 0])
    func `a terminal of few colours gets numbers of its own`(colors: Int) async throws {
        let file = PictureFile.png(64, 64) { x, y in UInt32(x * 4 << 16 | y * 4 << 8 | 0x40) }
        let picture = try await draw(file, .cells(colors: colors))
        guard case .cells(let cells) = picture.content else { return #expect(Bool(false)) }
        for color in cells.flatMap({ [$0.foreground, $0.background] }) {
            switch color {
            case .standard: break
            case .indexed(let index): #expect(colors == 256 ? index >= 16 : Int(index) < colors)
            case .rgb: #expect(Bool(false), "\(color)")
            }
        }
        if colors == 0 {
            #expect(cells.allSatisfy { $0.foreground == .standard })
            #expect(Set(cells.map(\.scalar)).count > 2)
        } else {
            #expect(Set(cells.map(\.background)).count > 2)
        }
    }

    @Test func `pixels come scaled to their cells`() async throws {
        let file = PictureFile.bmp(200, 100) { x, _ in x < 100 ? 0x00FF00 : 0xFF00FF }
        let picture = try await draw(file, columns: 10, rows: 10, .pixels)
        #expect(picture.size == Size(10, 3))
        guard case .pixels(let pixels) = picture.content else { return #expect(Bool(false)) }
        #expect(pixels.size == Size(80, 48))
        #expect(pixels.bytes.count == 80 * 48 * 3)
        #expect(Array(pixels.bytes.prefix(3)) == [0, 255, 0])
        #expect(Array(pixels.bytes.suffix(3)) == [255, 0, 255])
    }

    @Test func `dark lines on nothing stand on white where the page is dark`() async throws {
        let lines = PictureFile.png(16, 16, alpha: true) { x, _ in x % 4 == 0 ? 0x101010FF : 0 }
        for (ground, under) in [
            (0x000000, [UInt8](repeating: 255, count: 3)), (0xFDF6E3, [0xFD, 0xF6, 0xE3]),
        ] {
            let picture = try await draw(lines, .pixels, ground: UInt32(ground))
            guard case .pixels(let pixels) = picture.content else { return #expect(Bool(false)) }
            #expect(Array(pixels.bytes.suffix(3)) == under)
        }
    }

    @Test func `every kind of picture is decoded`() async throws {
        let drawing =
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
            + "<rect width='9' height='9' fill='#c81e1e'/></svg>"
        let kinds: [(String, [UInt8])] = [
            ("gif", PictureFile.gif(16, 16, red: 200, green: 30, blue: 30)),
            ("bmp", PictureFile.bmp(16, 16) { _, _ in 0xC81E1E }),
            ("png", PictureFile.png(16, 16) { _, _ in 0xC81E1E }),
            ("svg", Array(drawing.utf8)),
            ("jpeg", try #require(Data(base64Encoded: Self.jpeg)).map { $0 }),
            ("webp", try #require(Data(base64Encoded: Self.webp)).map { $0 }),
        ]
        for (kind, file) in kinds {
            let picture = try await draw(file, .pixels)
            guard case .pixels(let pixels) = picture.content else { return #expect(Bool(false)) }
            let middle = pixels.bytes[(pixels.bytes.count / 6 * 3)...].prefix(3).map(Int.init)
            let isNear = zip(middle, [200, 30, 30]).allSatisfy { abs($0 - $1) < 12 }
            #expect(isNear, "\(kind): \(middle)")
        }
    }

    @Test func `a kind without a loader names the package that has it`() async throws {
        guard let missing = pictureKinds().missing.first(where: { $0.kind == "avif" }) else {
            return
        }
        let file = [0, 0, 0, 0x1C] + Array("ftypavif".utf8) + [UInt8](repeating: 0, count: 40)
        await #expect(throws: PictureError.noLoader(kind: "avif", package: missing.package)) {
            try await draw(file)
        }
    }

    // A square of 16 by 16 pixels in #C81E1E each.
    private static let jpeg =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwz"
        + "Oko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09P"
        + "T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABADASIAAhEBAxEB/8QA"
        + "HwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIh"
        + "MUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW"
        + "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXG"
        + "x8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQF"
        + "BgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAV"
        + "YnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOE"
        + "hYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq"
        + "8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDCooorzj7E/9k="
    private static let webp =
        "UklGRjgAAABXRUJQVlA4ICwAAACQAQCdASoQABAAAoBCJaACdLoAA5gA/u7/n9CjZRMU//qDP/LQ/9Wh"
        + "+twAAA=="
}
