import CNcurses
import Drawing
import Glibc

/// Maps a theme's colours to what the terminal has, and styles to ncurses attributes and pairs.
final class Ink {
    /// Colours the terminal shows: 0 (none), 8, 16, 256 or 1 << 24.
    let colors: Int
    // A theme has a few dozen of either: they are found by looking.
    private var pairs: [(foreground: Int32, background: Int32, number: Int32)] = []
    private var looks: [(style: Style, look: cchar_t)] = []

    /// After `newterm`.
    init(wantsColor: Bool) {
        guard wantsColor, has_colors(), start_color() == OK else {
            colors = 0
            return
        }
        use_default_colors()
        colors = Int(lec_colors())
    }

    /// The terminfo entry with direct colour for a terminal that says it has it (`COLORTERM=truecolor`), where that
    /// entry is installed (Debian's ncurses-term).
    static func directName(for name: String) -> String? {
        guard let said = getenv("COLORTERM").map({ String(cString: $0) }),
            said == "truecolor" || said == "24bit"
        else { return nil }
        let base = name.hasPrefix("tmux") || name.hasPrefix("screen") ? "tmux" : "xterm"
        guard name.hasPrefix("tmux") || name.hasPrefix("screen") || name.hasPrefix("xterm") else {
            return nil
        }
        let file = "\(base.prefix(1))/\(base)-direct"
        let folders = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]
        return folders.contains { access("\($0)/\(file)", R_OK) == 0 } ? "\(base)-direct" : nil
    }

    /// Looks and pairs that are found by looking: a theme has no more. Pictures have thousands, which are found by their hash.
    private static let few = 64
    private var manyLooks: [Style: cchar_t] = [:]
    private var manyPairs: [Int64: Int32] = [:]
    /// Looks that are remembered: ncurses has 65 536 pairs at most.
    private static let most = 16_000

    /// Forgets all pairs when there are too many; true: the screen must be drawn anew.
    func forgetWhenCrowded() -> Bool {
        guard manyLooks.count > Ink.most else { return false }
        looks = []
        pairs = []
        manyLooks = [:]
        manyPairs = [:]
        reset_color_pairs()
        return true
    }

    /// A blank of ncurses in a style.
    func blank(_ style: Style) -> cchar_t {
        let known = looks.first { $0.style == style }?.look
        return known ?? (manyLooks.isEmpty ? nil : manyLooks[style]) ?? makeBlank(style)
    }

    private func makeBlank(_ style: Style) -> cchar_t {
        // In so few colours the nearest is mostly a grey: the hue counts.
        let few = colors <= 16 ? style.few(colors) : nil
        let wanted = few?.attributes ?? style.attributes
        var attributes = LEC_A_NORMAL
        if wanted.contains(.bold) { attributes |= LEC_A_BOLD }
        if wanted.contains(.dim) { attributes |= LEC_A_DIM }
        if wanted.contains(.italic) { attributes |= LEC_A_ITALIC }
        if wanted.contains(.underline) { attributes |= LEC_A_UNDERLINE }
        if wanted.contains(.reverse) { attributes |= LEC_A_REVERSE }
        let pair: Int32 =
            if let few {
                colors == 0
                    ? 0
                    : pair(
                        few.foreground.map(Int32.init) ?? -1, few.background.map(Int32.init) ?? -1)
            } else {
                pair(number(style.foreground), number(style.background))
            }
        let look = lec_blank(attributes, pair)
        if looks.count < Ink.few { looks.append((style, look)) } else { manyLooks[style] = look }
        return look
    }

    private func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
        if foreground == -1, background == -1 { return 0 }
        let known = pairs.first { $0.foreground == foreground && $0.background == background }
        if let known { return known.number }
        let key = Int64(foreground) << 32 | Int64(UInt32(bitPattern: background))
        if !manyPairs.isEmpty, let known = manyPairs[key] { return known }
        let made = max(0, alloc_pair(foreground, background))
        if pairs.count < Ink.few {
            pairs.append((foreground, background, made))
        } else {
            manyPairs[key] = made
        }
        return made
    }

    /// The terminal's number for a colour; -1 is its default.
    private func number(_ color: Color) -> Int32 {
        switch color {
        case .standard: return -1
        case .indexed(let index):
            if colors > 256 { return Int32(index < 8 ? UInt32(index) : Palette.rgb(of: index)) }
            return Int32(index)
        case .rgb(let value):
            // In the direct-colour entries the values 0...7 mean the ANSI colours.
            if colors > 256 { return Int32(value < 8 ? 8 : value) }
            return Int32(Palette.nearest(to: value, among: colors))
        }
    }
}
