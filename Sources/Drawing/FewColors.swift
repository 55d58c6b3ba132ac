/// What is left of a style on a terminal of at most 16 colours.
package struct FewColors: Equatable, Sendable {
    /// The terminal's number; nil is its own default.
    package var foreground: UInt8?
    package var background: UInt8?
    package var attributes: Attributes

    package init(foreground: UInt8?, background: UInt8?, attributes: Attributes) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

extension Style {
    /// The style on a terminal of 0, 8 or 16 colours.
    ///
    /// Blue stays blue and red stays red, however pale: a hue goes before what looks nearest, which is mostly a grey.
    /// What stands on a ground is kept legible by way of the hue's brighter form, its neighbour, black or white.
    /// Without colours, what a theme tells by a coloured ground is told by reverse.
    package func few(_ count: Int) -> FewColors {
        var left = attributes
        let ground = Few.ground(background, count)
        guard count >= 8 else {
            if let ground, Few.isHue(ground) { left.insert(.reverse) }
            return FewColors(foreground: nil, background: nil, attributes: left)
        }
        let ink = Few.ink(foreground, on: ground, count)
        // Terminals show bold black as grey.
        if ink == 0, ground != nil, Few.isHue(ground ?? 0) { left.remove(.bold) }
        return FewColors(foreground: ink, background: ground, attributes: left)
    }
}

private enum Few {
    static let black: UInt8 = 0
    static let silver: UInt8 = 7
    static let gray: UInt8 = 8
    static let white: UInt8 = 15
    /// Least contrast of words on their ground, as WCAG measures it.
    private static let least = 3.0

    static func isHue(_ index: UInt8) -> Bool { (1...6).contains(index % 8) }

    /// A ground: a hue where it has one worth the name, else black, grey, silver or white.
    static func ground(_ color: Color, _ count: Int) -> UInt8? {
        guard let rgb = rgb(color, count) else { return own(color) }
        let parts = Parts(rgb)
        // Dark grounds that are lit have little colour, but much of what they have.
        if parts.chroma >= 60 || parts.chroma >= 24 && parts.saturation >= 0.4 { return parts.hue }
        let light = luminance(rgb)
        if count < 16 { return light < 0.18 ? black : silver }
        return light < 0.025 ? black : light < 0.18 ? gray : light < 0.8 ? silver : white
    }

    /// What is written on a ground.
    static func ink(_ color: Color, on ground: UInt8?, _ count: Int) -> UInt8? {
        guard let rgb = rgb(color, count) else { return own(color) }
        let isDark = ground.map { luminance(Palette.rgb(of: $0)) < 0.3 } ?? true
        let parts = Parts(rgb)
        let plain = isDark ? (count >= 16 ? white : silver) : black
        var choice: [UInt8] = []
        if parts.chroma >= 45 {
            let hue = parts.hue
            let bright = count >= 16 ? [hue + 8] : []
            choice = isDark && luminance(rgb) > 0.3 ? bright + [hue] : [hue] + bright
            // Blue on black is hard to read in 8 colours.
            if isDark, hue == 4 { choice.append(6) }
        } else if isDark {
            choice = [luminance(rgb) < 0.15 && count >= 16 ? gray : silver]
        } else {
            choice = [luminance(rgb) < 0.1 || count < 16 ? black : gray]
        }
        guard let ground else { return choice.first }
        // On a hue the greys are too weak: black or white, whichever is clearer.
        if isHue(ground), parts.chroma < 45 || isHue(choice[0]) {
            let bright = count >= 16 ? white : silver
            return contrast(black, ground) > contrast(bright, ground) ? black : bright
        }
        return choice.first { contrast($0, ground) >= least } ?? plain
    }

    /// One of the terminal's own colours, as a theme may name it.
    private static func own(_ color: Color) -> UInt8? {
        if case .indexed(let index) = color { index } else { nil }
    }

    /// The colour, where it is none of the terminal's own.
    private static func rgb(_ color: Color, _ count: Int) -> UInt32? {
        switch color {
        case .standard: nil
        case .rgb(let value): value
        case .indexed(let index): Int(index) < max(8, count) ? nil : Palette.rgb(of: index)
        }
    }

    private static func contrast(_ one: UInt8, _ other: UInt8) -> Double {
        let lights = [one, other].map { luminance(Palette.rgb(of: $0)) }
        return (max(lights[0], lights[1]) + 0.05) / (min(lights[0], lights[1]) + 0.05)
    }

    /// Relative luminance, 0...1, with the exponent 2 for the curve of sRGB: close enough to choose by.
    private static func luminance(_ rgb: UInt32) -> Double {
        let channel = { (shift: UInt32) -> Double in
            let value = Double(rgb >> shift & 0xFF) / 255
            return value * value
        }
        return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }

    /// A colour by hue, as HSV has it.
    private struct Parts {
        /// 0...255.
        let chroma: Int
        /// 0...1.
        let saturation: Double
        /// The terminal's number of the hue, 1...6.
        let hue: UInt8

        init(_ rgb: UInt32) {
            let red = Int(rgb >> 16 & 0xFF)
            let green = Int(rgb >> 8 & 0xFF)
            let blue = Int(rgb & 0xFF)
            let most = max(red, green, blue)
            chroma = most - min(red, green, blue)
            saturation = most == 0 ? 0 : Double(chroma) / Double(most)
            let spread = Double(max(1, chroma))
            var degrees =
                switch most {
                case red: Double(green - blue) / spread
                case green: 2 + Double(blue - red) / spread
                default: 4 + Double(red - green) / spread
                }
            degrees *= 60
            if degrees < 0 { degrees += 360 }
            hue =
                switch degrees {
                case 25..<70: 3
                case 70..<165: 2
                case 165..<195: 6
                case 195..<255: 4
                case 255..<330: 5
                default: 1
                }
        }
    }
}
