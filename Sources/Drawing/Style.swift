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

extension Color {
    /// Bits of a colour: two that say of which kind it is above 24 of its value.
    fileprivate static let bits: UInt64 = 26

    fileprivate var packed: UInt64 {
        switch self {
        case .standard: 0
        case .indexed(let index): 1 << 24 | UInt64(index)
        case .rgb(let value): 2 << 24 | UInt64(value & 0xFF_FFFF)
        }
    }

    fileprivate init(packed: UInt64) {
        switch packed >> 24 & 3 {
        case 1: self = .indexed(UInt8(truncatingIfNeeded: packed))
        case 2: self = .rgb(UInt32(truncatingIfNeeded: packed & 0xFF_FFFF))
        default: self = .standard
        }
    }
}

/// How a cell looks: one number, for a screen has thousands of cells to be made and compared at every key.
package struct Style: Hashable, Sendable {
    /// Attributes, foreground and background from the lowest bit on; the highest four are 0.
    let packed: UInt64

    package var foreground: Color {
        get { Color(packed: packed >> 8) }
        set {
            self = Style(foreground: newValue, background: background, attributes: attributes)
        }
    }
    package var background: Color {
        get { Color(packed: packed >> (8 + Color.bits)) }
        set {
            self = Style(foreground: foreground, background: newValue, attributes: attributes)
        }
    }
    package var attributes: Attributes {
        get { Attributes(rawValue: UInt8(truncatingIfNeeded: packed)) }
        set {
            self = Style(foreground: foreground, background: background, attributes: newValue)
        }
    }

    package init(
        foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
    ) {
        packed =
            UInt64(attributes.rawValue) | foreground.packed << 8
            | background.packed << (8 + Color.bits)
    }

    init(packed: UInt64) { self.packed = packed }

    /// This style with everything the upper one says laid over it: colours replace unless `.standard`,
    /// attributes add up.
    package func overlaid(by upper: Style) -> Style {
        Style(
            foreground: upper.foreground == .standard ? foreground : upper.foreground,
            background: upper.background == .standard ? background : upper.background,
            attributes: attributes.union(upper.attributes))
    }
}
