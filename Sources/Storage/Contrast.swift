import Drawing
import Glibc

extension Style {
    /// The contrast of text on its background, 1...21, as WCAG 2.2 defines it; nil where a colour is the
    /// terminal's own to choose.
    package var contrast: Double? {
        guard let text = foreground.luminance, let ground = background.luminance else { return nil }
        return (max(text, ground) + 0.05) / (min(text, ground) + 0.05)
    }
}

extension Color {
    /// Relative luminance, 0...1 (WCAG 2.2).
    fileprivate var luminance: Double? {
        guard let (red, green, blue) = components else { return nil }
        func linear(_ byte: UInt32) -> Double {
            let value = Double(byte) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// 0...255 each; nil for the 16 colours and the default, which every terminal paints in its own way.
    private var components: (UInt32, UInt32, UInt32)? {
        switch self {
        case .standard: return nil
        case .rgb(let value): return (value >> 16 & 255, value >> 8 & 255, value & 255)
        case .indexed(let index) where index < 16: return nil
        case .indexed(let index): return Color.rgb(Palette.rgb(of: index)).components
        }
    }
}
