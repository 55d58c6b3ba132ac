import CNcurses
import Drawing

/// Turns what ncurses reads into events, and keeps the terminal's answers out of them.
struct KeyReader {
    /// Reading from a window would bring it to the screen first; from a pad it does not.
    private let keyboard: UnsafeMutablePointer<WINDOW>
    private var answers: TerminalAnswers
    /// Typed, but held back for a while because an answer may begin so.
    private var released: [TerminalAnswers.Input] = []
    /// When what is held back counts as typed.
    private(set) var deadline: ContinuousClock.Instant?

    /// How long a lone Escape waits while the terminal has not answered, beside the 25 ms that ncurses waits: what it
    /// stops is to have stopped within 50.
    private static let patience: Duration = .milliseconds(15)
    /// How long the rest of an answer that has begun is waited for.
    private static let restPatience: Duration = .seconds(1)

    /// - Parameter isAsked: the terminal was asked for its background.
    init(_ keyboard: UnsafeMutablePointer<WINDOW>, isAsked: Bool) {
        self.keyboard = keyboard
        answers = TerminalAnswers(isAsked: isAsked)
    }

    /// Codes given to the bracketed-paste marks, above ncurses' own.
    static let pasteBegins: Int32 = 0o2000
    static let pasteEnds: Int32 = 0o2001
    /// Characters taken from one paste.
    private static let pasteLimit = 100_000

    /// The terminal was asked something, and may still answer.
    var isAwaitingAnswer: Bool { answers.isAwaited || answers.isInside }

    /// The terminal was asked whether it shows pixels.
    mutating func ask() { answers.ask() }

    mutating func read() -> [Event] {
        var events: [Event] = []
        if let deadline, ContinuousClock.now >= deadline { released += answers.release() }
        while let (code, isSpecial) = next() {
            if isSpecial {
                if code == KeyReader.pasteBegins {
                    events.append(.paste(readPaste()))
                } else if let event = KeyReader.special(code) {
                    events.append(event)
                }
            } else if code == 27, let (following, isSpecial) = next() {
                // ESC and a key in one burst is Alt with that key.
                if isSpecial {
                    if case .key(var key) = KeyReader.special(following) {
                        key.alt = true
                        events.append(.key(key))
                    }
                } else if following == 27 {
                    events += [.key(Key(.escape)), .key(Key(.escape))]
                } else if var key = KeyReader.character(following) {
                    key.alt = true
                    events.append(.key(key))
                }
            } else if let key = KeyReader.character(code) {
                events.append(.key(key))
            }
        }
        if let isDark = answers.takeBackground()?.isDark {
            events.append(.background(isDark: isDark))
        }
        if answers.takeShowsPixels() { events.append(.showsPixels) }
        deadline =
            answers.isInside
            ? .now + (answers.holds ? KeyReader.patience : KeyReader.restPatience) : nil
        return events
    }

    /// The next character or key code that was typed; nil when nothing waits.
    private mutating func next() -> (Int32, isSpecial: Bool)? {
        while released.isEmpty {
            if let (code, isSpecial) = nextRead() {
                released += answers.take(TerminalAnswers.Input(code, isKey: isSpecial))
            } else if answers.holds, !answers.isAwaited {
                // Whatever is still to come of an answer comes in one piece with its beginning.
                released += answers.release()
            } else {
                return nil
            }
        }
        let first = released.removeFirst()
        return (first.code, first.isKey)
    }

    /// The next character or key code; nil when nothing waits.
    private func nextRead() -> (Int32, isSpecial: Bool)? {
        var wide: wint_t = 0
        switch wget_wch(keyboard, &wide) {
        case OK: return (Int32(bitPattern: wide), false)
        case KEY_CODE_YES: return (Int32(bitPattern: wide), true)
        default: return nil
        }
    }

    private static func character(_ code: Int32) -> Key? {
        switch code {
        case 27: return Key(.escape)
        case 13, 10: return Key(.enter)
        case 9: return Key(.tab)
        case 127, 8: return Key(.backspace)
        case 1...26:
            return Unicode.Scalar(UInt32(code) + 96).map {
                Key(.character(Character($0)), control: true)
            }
        case 0...31: return nil
        default:
            guard let scalar = Unicode.Scalar(UInt32(bitPattern: code)) else { return nil }
            return Key(Character(scalar))
        }
    }

    private static func special(_ code: Int32) -> Event? {
        let keys: [Int32: Key.Code] = [
            KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
            KEY_END: .end,
            KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_BACKSPACE: .backspace, KEY_DC: .delete,
            KEY_IC: .insert, KEY_ENTER: .enter, KEY_BTAB: .backTab,
        ]
        if let known = keys[code] { return .key(Key(known)) }
        if code > KEY_F0, code <= KEY_F0 + 12 { return .key(Key(.function(Int(code - KEY_F0)))) }
        return code == KEY_MOUSE ? mouse() : modified(code)
    }

    /// Keys with modifiers, which terminfo names (kLFT3: Alt with left) and ncurses numbers as it goes.
    private static func modified(_ code: Int32) -> Event? {
        guard let name = keyname(code).map({ String(cString: $0) }), name.hasPrefix("k"),
            let last = name.last,
            let modifier = last.wholeNumberValue
        else { return nil }
        let keys: [String: Key.Code] = [
            "kLFT": .left, "kRIT": .right, "kUP": .up, "kDN": .down, "kHOM": .home, "kEND": .end,
        ]
        guard let code = keys[String(name.dropLast())] else { return nil }
        return .key(Key(code, control: modifier >= 5, alt: modifier == 3 || modifier == 7))
    }

    private static func mouse() -> Event? {
        var report = MEVENT()
        guard getmouse(&report) == OK else { return nil }
        let place = Position(Int(report.x), Int(report.y))
        if report.bstate & LEC_WHEEL_UP != 0 { return .mouse(Mouse(.wheelUp, at: place)) }
        if report.bstate & LEC_WHEEL_DOWN != 0 { return .mouse(Mouse(.wheelDown, at: place)) }
        if report.bstate & (LEC_BUTTON1_PRESSED | LEC_BUTTON1_CLICKED) != 0 {
            return .mouse(Mouse(.press, at: place))
        }
        // Told while the button is down (mode 1002).
        if report.bstate & LEC_MOUSE_MOVED != 0 { return .mouse(Mouse(.drag, at: place)) }
        if report.bstate & LEC_BUTTON1_RELEASED != 0 { return .mouse(Mouse(.release, at: place)) }
        return nil
    }

    private func readPaste() -> String {
        var text = ""
        var left = KeyReader.pasteLimit
        var quiet = 0
        while quiet < 50 {
            guard let (code, isSpecial) = nextRead() else {
                // The rest may still be on its way.
                quiet += 1
                napms(2)
                continue
            }
            quiet = 0
            if isSpecial, code == KeyReader.pasteEnds { break }
            if !isSpecial, left > 0, let scalar = Unicode.Scalar(UInt32(bitPattern: code)) {
                text.unicodeScalars.append(scalar)
                left -= 1
            }
        }
        return text
    }
}
