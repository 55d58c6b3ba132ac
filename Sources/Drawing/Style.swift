/// A colour as a theme names it; the terminal's hands map it to what the terminal has.
package enum Color: Hashable, Sendable {
    /// Whatever the terminal shows by default.
    case standard
    /// One of the 16 named colours or the 256-colour cube.
    case indexed(UInt8)
    /// 0xRRGGBB.
    case rgb(UInt32)
}

/// Weight and decoration of a cell.
package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let italic = Attributes(rawValue: 4)
    package static let underline = Attributes(rawValue: 8)
    package static let reverse = Attributes(rawValue: 16)
}

/// How a cell looks.
package struct Style: Hashable, Sendable {
    package var foreground: Color
    package var background: Color
    package var attributes: Attributes

    package init(
        foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// This style with everything the upper one says laid over it: colours replace unless `.standard`,
    /// attributes add up.
    package func overlaid(by upper: Style) -> Style {
        Style(
            foreground: upper.foreground == .standard ? foreground : upper.foreground,
            background: upper.background == .standard ? background : upper.background,
            attributes: attributes.union(upper.attributes))
    }
}
