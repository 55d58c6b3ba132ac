/// Picture files that tests make for themselves, sound ones and others.
package enum PictureFile {
    /// A PNG of 8-bit RGB or, with `alpha`, RGBA; `pixel` gives 0xRRGGBB, or 0xRRGGBBAA.
    package static func png(
        _ width: Int, _ height: Int, alpha: Bool = false, _ pixel: (Int, Int) -> UInt32
    ) -> [UInt8] {
        var rows: [UInt8] = []
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width {
                let value = pixel(x, y)
                for shift: UInt32 in alpha ? [24, 16, 8, 0] : [16, 8, 0] {
                    rows.append(UInt8(value >> shift & 0xFF))
                }
            }
        }
        return png(width, height, colorType: alpha ? 6 : 2, data: stored(rows))
    }

    /// A PNG that says to be of that size, whatever its data says.
    package static func png(_ width: Int, _ height: Int, colorType: UInt8 = 2, data: [UInt8])
        -> [UInt8]
    {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", big(width) + big(height) + [8, colorType, 0, 0, 0])
            + chunk("IDAT", data) + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return big(data.count) + body + big(Int(checksum(body)))
    }

    private static func big(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// CRC-32 as PNG has it (ISO 3309).
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
                value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
            }
        }
    }

    /// The bytes as a zlib stream (RFC 1950, 1951) that compresses nothing.
    package static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x78, 0x01]
        var start = 0
        repeat {
            let end = min(start + 65_535, bytes.count)
            let count = end - start
            out += [end == bytes.count ? 1 : 0, UInt8(count & 255), UInt8(count >> 8)]
            out += [UInt8(~count & 255), UInt8(~count >> 8 & 255)] + bytes[start..<end]
            start = end
        } while start < bytes.count
        var (a, b) = (1, 0)
        for byte in bytes {
            a = (a + Int(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return out + big(b << 16 | a)
    }

    /// A BMP of 24-bit pixels; `pixel` gives 0xRRGGBB.
    package static func bmp(_ width: Int, _ height: Int, _ pixel: (Int, Int) -> UInt32) -> [UInt8] {
        let little = { (number: Int, count: Int) in
            (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        let stride = (width * 3 + 3) / 4 * 4
        var out = Array("BM".utf8) + little(54 + stride * height, 4) + little(0, 4) + little(54, 4)
        out += little(40, 4) + little(width, 4) + little(height, 4) + little(1, 2) + little(24, 2)
        out += little(0, 24)
        for y in (0..<height).reversed() {
            for x in 0..<width { out += little(Int(pixel(x, y)), 3) }
            out += little(0, stride - 3 * width)
        }
        return out
    }

    /// A GIF of one colour, of two the palette has, compressed as badly as GIF allows: a clear code before each pixel.
    package static func gif(_ width: Int, _ height: Int, red: UInt8, green: UInt8, blue: UInt8)
        -> [UInt8]
    {
        let little = { (number: Int) in [UInt8(number & 255), UInt8(number >> 8 & 255)] }
        var out = Array("GIF89a".utf8) + little(width) + little(height) + [0x80, 0, 0]
        out += [0, 0, 0, red, green, blue, 0x2C, 0, 0, 0, 0] + little(width) + little(height) + [0]
        var (bits, filled): (UInt32, UInt32) = (0, 0)
        var data: [UInt8] = []
        let push = { (code: UInt32) in
            bits |= code << filled
            filled += 3
            while filled >= 8 {
                data.append(UInt8(bits & 255))
                bits >>= 8
                filled -= 8
            }
        }
        for _ in 0..<(width * height) {
            push(4)
            push(1)
        }
        push(5)
        if filled > 0 { data.append(UInt8(bits & 255)) }
        out.append(2)
        for start in stride(from: 0, to: data.count, by: 255) {
            let part = data[start..<min(start + 255, data.count)]
            out += [UInt8(part.count)] + part
        }
        return out + [0, 0x3B]
    }
}
