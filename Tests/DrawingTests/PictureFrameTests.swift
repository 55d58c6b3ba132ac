import Drawing
import Testing

/// How large a picture is drawn.
struct PictureFrameTests {
    @Test(arguments: [
        // The frame, the picture in pixels, its cells.
        (Size(72, 20), Size(1600, 900), Size(72, 20)),
        (Size(72, 40), Size(1600, 900), Size(72, 20)),
        (Size(72, 20), Size(900, 1600), Size(23, 20)), (Size(28, 9), Size(4000, 10), Size(28, 1)),
        (Size(28, 9), Size(10, 4000), Size(1, 9)), (Size(72, 40), Size(16, 16), Size(4, 2)),
        (Size(1, 1), Size(1, 1), Size(1, 1)),
    ])
    func `it fills its frame in its own proportions, unless it is small`(
        frame: Size, picture: Size, cells: Size
    ) {
        #expect(
            PictureFrame(size: frame, means: .cells(colors: 256)).cells(for: picture) == cells)
    }

    @Test func `no picture is larger than its frame, whatever its size`() {
        for columns in [1, 7, 72, 200] {
            for rows in [1, 3, 24, 90] {
                let frame = PictureFrame(size: Size(columns, rows), means: .pixels)
                for wide in [1, 9, 640, 99_999] {
                    for high in [1, 13, 480, 99_999] {
                        let cells = frame.cells(for: Size(wide, high))
                        #expect((1...columns).contains(cells.columns))
                        #expect((1...rows).contains(cells.rows))
                    }
                }
            }
        }
    }

    @Test func `a cell takes only what pictures are drawn with`() {
        let made = { (scalar: UInt32) in
            PictureCell(scalar: scalar, foreground: .standard, background: .standard)
        }
        for scalar: UInt32 in [0x20, 0x2580, 0x2588, 0x259F, 0x28FF] {
            #expect(made(scalar) != nil)
        }
        for scalar: UInt32 in [0, 0x1B, 0x41, 0x9B, 0x202E, 0x10EEEE, 0xD800, 0xFFFF_FFFF] {
            #expect(made(scalar) == nil)
        }
    }
}
