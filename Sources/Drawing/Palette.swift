/// The 256 colours of xterm, and the nearest of them to any colour.
package enum Palette {
    /// xterm's defaults for the 16 named colours.
    private static let named: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]

    /// 0xRRGGBB of a palette index.
    package static func rgb(of index: UInt8) -> UInt32 {
        let index = UInt32(index)
        if index < 16 { return named[Int(index)] }
        if index >= 232 {
            let level = 8 + (index - 232) * 10
            return level << 16 | level << 8 | level
        }
        let cube = index - 16
        let level = { (step: UInt32) -> UInt32 in step == 0 ? 0 : 55 + step * 40 }
        return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6)
    }

    /// The palette index that looks most like a colour. Of 256 only the cube and the greys are used: terminals
    /// recolour the first 16 at will.
    package static func nearest(to color: UInt32, among count: Int) -> UInt8 {
        let candidates: ClosedRange<UInt8> =
            count >= 256 ? 16...255 : 0...UInt8(max(8, min(16, count)) - 1)
        var best = candidates.lowerBound
        var bestDistance = Int.max
        for candidate in candidates {
            let distance = difference(color, rgb(of: candidate))
            if distance < bestDistance {
                best = candidate
                bestDistance = distance
            }
        }
        return best
    }

    /// Squared distance weighted by red's share ("redmean", https://www.compuphase.com/cmetric.htm).
    private static func difference(_ one: UInt32, _ other: UInt32) -> Int {
        let channel = { (color: UInt32, shift: UInt32) -> Int in Int(color >> shift & 0xFF) }
        let mean = (channel(one, 16) + channel(other, 16)) / 2
        let red = channel(one, 16) - channel(other, 16)
        let green = channel(one, 8) - channel(other, 8)
        let blue = channel(one, 0) - channel(other, 0)
        // Swift shifts before it multiplies: the parentheses matter.
        return (((512 + mean) * red * red) >> 8) + 4 * green * green
            + (((767 - mean) * blue * blue) >> 8)
    }
}
