/// Takes what a terminal answers out of what is typed.
///
/// Asked for its background (OSC 11) and then for its kind (DA1, which every terminal answers, so that it is known when no
/// answer to the first will come), a terminal replies between the keys: at once, late, in pieces, or never. Everything
/// read goes through `take`, which passes on what was typed and nothing else.
package struct TerminalAnswers: Sendable {
    /// Something read: a character by its code, or a key by ncurses' number.
    package struct Input: Equatable, Sendable {
        package var code: Int32
        package var isKey: Bool

        package init(_ code: Int32, isKey: Bool = false) {
            self.code = code
            self.isKey = isKey
        }
    }

    /// OSC 11 with a question mark, then DA1.
    package static let question = "\u{1B}]11;?\u{1B}\\\u{1B}[c"

    /// A picture of one pixel that is not to be kept, by Kitty's graphics protocol
    /// (https://sw.kovidgoyal.net/kitty/graphics-protocol/#querying-support-and-available-transmission-mediums), then DA1.
    package static let pixelQuestion = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}[c"

    /// An answer may still begin at any moment.
    package private(set) var isAwaited: Bool
    /// The background that was answered, until somebody takes it.
    package private(set) var background: Color?

    private enum Part: Equatable {
        case none
        /// ESC was read, and nothing behind it yet.
        case escape
        /// Inside `ESC ] 11 ;`, with all of it that was read.
        case words(String)
        /// ESC inside of it: its end, if a backslash follows.
        case wordsEscape(String)
        /// Inside `ESC [ ?`.
        case kind(String)
        /// Inside `ESC _ G`, with all of it that was read, and with ESC behind it.
        case pixels(String)
        case pixelsEscape(String)
    }
    private var part = Part.none
    /// What is passed on if it turns out to be no answer.
    private var held: [Input] = []

    /// - Parameter isAsked: the question was written; without it nothing is ever held back.
    package init(isAsked: Bool) {
        self.isAsked = isAsked
        isAwaited = isAsked
    }
    private var isAsked: Bool
    /// It has said that it shows pixels, and nobody has taken that.
    private var showsPixels = false

    /// The question about pixels was written.
    package mutating func ask() {
        isAsked = true
        isAwaited = true
    }

    /// Longer than any answer.
    private static let limit = 64
    private static let words = "11;rgb:"

    /// Something is being held back that may turn out to be typed.
    package var holds: Bool { !held.isEmpty }
    /// In the middle of an answer.
    package var isInside: Bool { part != .none }

    /// Takes the background that was answered.
    package mutating func takeBackground() -> Color? {
        defer { background = nil }
        return background
    }

    /// Takes the answer that the terminal shows pixels; false: it has not said so.
    package mutating func takeShowsPixels() -> Bool {
        defer { showsPixels = false }
        return showsPixels
    }

    /// What was typed, of what was held back and this.
    package mutating func take(_ input: Input) -> [Input] {
        guard isAsked else { return [input] }
        guard !input.isKey, let scalar = Unicode.Scalar(UInt32(bitPattern: input.code)) else {
            return release() + [input]
        }
        switch part {
        case .none:
            guard scalar == "\u{1B}" else { return [input] }
            held = [input]
            part = .escape
        case .escape:
            if scalar == "]" {
                held.append(input)
                part = .words("")
            } else if scalar == "[" {
                held.append(input)
                part = .kind("")
            } else if scalar == "_" {
                held.append(input)
                part = .pixels("")
            } else {
                return release() + take(input)
            }
        case .words(let read):
            let longer = read + String(scalar)
            if scalar == "\u{7}" || scalar == "\u{9C}", held.isEmpty {
                finish(read)
            } else if scalar == "\u{1B}", held.isEmpty {
                part = .wordsEscape(read)
            } else if TerminalAnswers.words.hasPrefix(longer) {
                held.append(input)
                part = .words(longer)
                // Nobody types so far: from here on it is an answer.
                if longer == "11;" { held = [] }
            } else if held.isEmpty, longer.utf8.count < TerminalAnswers.limit,
                longer.allSatisfy({ $0.isHexDigit || "rgba:/;#".contains($0) })
            {
                part = .words(longer)
            } else {
                return release() + take(input)
            }
            if longer.hasPrefix("11;") { held = [] }
        case .wordsEscape(let read):
            finish(read)
            guard scalar == "\\" else { return take(Input(27)) + take(input) }
        case .pixels(let read):
            if read.isEmpty {
                guard scalar == "G" else { return release() + take(input) }
                held = []
                part = .pixels("G")
            } else if scalar == "\u{1B}" {
                part = .pixelsEscape(read)
            } else if read.utf8.count < TerminalAnswers.limit * 4,
                (0x20..<0x7F).contains(scalar.value)
            {
                part = .pixels(read + String(scalar))
            } else {
                return release() + take(input)
            }
        case .pixelsEscape(let read):
            part = .none
            showsPixels = showsPixels || read == "Gi=31;OK"
            guard scalar == "\\" else { return take(Input(27)) + take(input) }
        case .kind(let read):
            let longer = read + String(scalar)
            if longer == "?" {
                held = []
                part = .kind(longer)
            } else if read.isEmpty || longer.utf8.count > TerminalAnswers.limit {
                return release() + take(input)
            } else if (0x20...0x3F).contains(scalar.value) {
                part = .kind(longer)
            } else {
                part = .none
                if scalar == "c" { isAwaited = false }
                // Anything but the end of such a sequence was typed.
                if !(0x40...0x7E).contains(scalar.value) { return take(input) }
            }
        }
        return []
    }

    /// Nothing came for a while: what was held back was typed, and what began as an answer is over.
    package mutating func release() -> [Input] {
        defer { held = [] }
        part = .none
        return held
    }

    private mutating func finish(_ words: String) {
        part = .none
        held = []
        isAwaited = false
        background = Color(answer: words) ?? background
    }
}

extension Color {
    /// From `11;rgb:RRRR/GGGG/BBBB`, with 1 to 4 hexadecimal digits each, `rgba:` as well (xterm's ctlseqs, XParseColor).
    fileprivate init?(answer: String) {
        guard let colon = answer.firstIndex(of: ":"), answer[..<colon].hasPrefix("11;rgb") else {
            return nil
        }
        let parts = answer[answer.index(after: colon)...].split(
            separator: "/", omittingEmptySubsequences: false)
        guard (3...4).contains(parts.count) else { return nil }
        var value: UInt32 = 0
        for part in parts.prefix(3) {
            guard (1...4).contains(part.utf8.count), let number = UInt32(part, radix: 16) else {
                return nil
            }
            let most = UInt32(1) << UInt32(4 * part.utf8.count) - 1
            value = value << 8 | (number * 255 + most / 2) / most
        }
        self = .rgb(value)
    }

    /// Nearer to black than to white for the eye (ITU-R BT.601 luma); nil where the terminal gives the colour.
    package var isDark: Bool? {
        guard case .rgb(let value) = self else { return nil }
        let luma =
            299 * (value >> 16 & 255) + 587 * (value >> 8 & 255) + 114 * (value & 255)
        return luma < 128_000
    }
}
