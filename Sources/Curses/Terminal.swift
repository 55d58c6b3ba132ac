import CNcurses
import CSystem
import Drawing
import Glibc

/// The real screen and keyboard, through ncurses. One at a time, used from the main thread only.
package final class Terminal {
    /// The descriptor that keys come from: poll it, then call `events()`.
    package let input: Int32
    private let screen: OpaquePointer
    private let ink: Ink
    private var shown: Surface
    var keys: KeyReader
    private var isOpen = true
    /// The pictures that the terminal keeps, by their numbers.
    var pictures: Set<UInt8> = []
    /// Its name, as TERM has it.
    let name: String

    /// Why there is no screen.
    package enum Failure: Error, Equatable {
        /// Standard output is no terminal.
        case noTerminal
        /// ncurses does not know the terminal named in TERM.
        case unknownTerminal(String)
    }

    /// Takes over the terminal. Keys are read from standard input, or from the controlling terminal when standard
    /// input is something else (an article being piped in).
    ///
    /// - Parameters:
    ///   - wantsColor: false draws with attributes only.
    ///   - asksBackground: asks for the colour of the background, where terminals understand that; the answer comes
    ///     as an event, or not at all.
    package init(wantsColor: Bool, asksBackground: Bool = false) throws(Failure) {
        guard isatty(1) == 1 else { throw .noTerminal }
        let source = isatty(0) == 1 ? dup(0) : Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard source >= 0, let keyFile = fdopen(source, "r"), let screenFile = fdopen(dup(1), "w")
        else {
            throw .noTerminal
        }
        input = source
        setlocale(LC_CTYPE, "")
        if lec_wcwidth(0x4E00) != 2 { setlocale(LC_CTYPE, "C.UTF-8") }
        lec_guard_terminal(source)
        let name = getenv("TERM").map { String(cString: $0) } ?? "xterm"
        let direct = wantsColor ? Ink.directName(for: name) : nil
        guard
            let made = direct.flatMap({ newterm($0, screenFile, keyFile) })
                ?? newterm(name, screenFile, keyFile)
        else { throw .unknownTerminal(name) }
        screen = made
        self.name = name
        // One that cannot move its cursor, such as `dumb`, would show all lines in one.
        guard lec_has_cursor_address() != 0 else {
            endwin()
            throw .unknownTerminal(name)
        }
        raw()
        noecho()
        nonl()
        guard let keyboard = newpad(1, 1) else { throw .unknownTerminal(name) }
        keypad(keyboard, true)
        nodelay(keyboard, true)
        idlok(lec_newscr(), true)
        typeahead(-1)
        set_escdelay(25)
        curs_set(0)
        mousemask(LEC_MOUSE, nil)
        mouseinterval(0)
        define_key("\u{1B}[200~", KeyReader.pasteBegins)
        define_key("\u{1B}[201~", KeyReader.pasteEnds)
        ink = Ink(wantsColor: wantsColor)
        shown = Surface(size: Size(0, 0))
        let asks = asksBackground && Terminal.understandsQuestions(name)
        keys = KeyReader(keyboard, isAsked: asks)
        send(Terminal.enter + (asks ? TerminalAnswers.question : ""))
    }

    /// Pastes are marked as such, and the mouse reports its way while a button is down.
    private static let enter = "\u{1B}[?2004h\u{1B}[?1002h"
    private static let leave = "\u{1B}[?2004l\u{1B}[?1002l"

    /// Terminals that take questions they do not know for what they are, by the beginnings of their names. The Linux
    /// console, for one, would write them on the screen.
    static func understandsQuestions(_ name: String) -> Bool {
        [
            "xterm", "tmux", "foot", "alacritty", "kitty", "wezterm", "ghostty", "rxvt-unicode",
            "konsole", "vte", "gnome", "st-", "mintty", "contour", "iterm", "mlterm",
        ].contains { name.hasPrefix($0) }
    }

    /// The size as the kernel knows it; 80 × 24 when it does not say.
    package var size: Size {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard lec_winsize(1, &rows, &columns) == 0, rows > 0, columns > 0 else {
            return Size(80, 24)
        }
        return Size(Int(columns), Int(rows))
    }

    /// Tells ncurses of a new size, as SIGWINCH asks; the next `present` paints everything.
    package func resize() -> Size {
        let size = size
        resizeterm(Int32(size.rows), Int32(size.columns))
        shown = Surface(size: Size(0, 0))
        return size
    }

    /// Can it show any colour at all, and was that wanted?
    package var hasColors: Bool { ink.colors > 0 }

    /// Colours it shows: 0 (none), 8, 16, 256 or 1 << 24.
    package var colors: Int { ink.colors }

    /// Puts a drawing on the screen: only what differs from the last one is given to ncurses. What comes back is an
    /// older drawing, to be drawn over: two take turns.
    package func present(_ surface: inout Surface) {
        let window = lec_newscr()
        if ink.forgetWhenCrowded() { shown = Surface(size: Size(0, 0)) }
        if shown.size != surface.size {
            werase(window)
            for row in 0..<surface.size.rows {
                put(surface, row, 0..<surface.size.columns, on: window)
            }
        } else {
            let shift = surface.shift(from: shown)
            if let shift { Terminal.scroll(window, shift) }
            surface.visitChanges(from: shown, moved: shift) { put(surface, $0, $1, on: window) }
        }
        if let cursor = surface.cursor {
            curs_set(1)
            wmove(window, Int32(cursor.row), Int32(cursor.column))
        } else if shown.cursor != nil {
            curs_set(0)
        }
        leaveok(window, surface.cursor == nil)
        doupdate()
        swap(&shown, &surface)
    }

    /// Moves rows inside ncurses, which costs less than giving them to it anew.
    private static func scroll(_ window: UnsafeMutablePointer<WINDOW>?, _ shift: Shift) {
        scrollok(window, true)
        wsetscrreg(window, Int32(shift.region.lowerBound), Int32(shift.region.upperBound - 1))
        wscrl(window, Int32(shift.by))
        scrollok(window, false)
    }

    /// Gives columns of a row to ncurses, which wants whole glyphs.
    private func put(
        _ surface: Surface, _ row: Int, _ columns: Range<Int>,
        on window: UnsafeMutablePointer<WINDOW>?
    ) {
        withUnsafeTemporaryAllocation(of: cchar_t.self, capacity: columns.count) { given in
            var count = 0
            let cells = surface.cells.span
            // Neighbours mostly share a style.
            var style: Style?
            var blank = cchar_t()
            for column in columns {
                let cell = cells[row * surface.size.columns + column]
                // ncurses covers the right half of a wide glyph by itself.
                guard cell.columns > 0 else { continue }
                if style != cell.style {
                    style = cell.style
                    blank = ink.blank(cell.style)
                }
                var glyph = blank
                glyph.chars.0 = wchar_t(bitPattern: cell.scalar(0))
                if cell.scalar(1) != 0 {
                    glyph.chars.1 = wchar_t(bitPattern: cell.scalar(1))
                    glyph.chars.2 = wchar_t(bitPattern: cell.scalar(2))
                    glyph.chars.3 = wchar_t(bitPattern: cell.scalar(3))
                    glyph.chars.4 = wchar_t(bitPattern: cell.scalar(4))
                }
                given.initializeElement(at: count, to: glyph)
                count += 1
            }
            _ = mvwadd_wchnstr(
                window, Int32(row), Int32(columns.lowerBound), given.baseAddress, Int32(count))
        }
    }

    /// The keys, mouse reports and pastes waiting; never blocks.
    package func events() -> [Event] { keys.read() }

    /// Does a key wait?
    package var hasInput: Bool {
        var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0
    }

    /// When `events()` has something to say that nothing will wake anybody for; nil mostly.
    package var deadline: ContinuousClock.Instant? { keys.deadline }

    /// Puts text into the clipboard of the reader's own computer (OSC 52), through ssh and tmux as well.
    package func copy(_ text: String) {
        send("\u{1B}]52;c;\(Base64.encoded(Array(text.utf8)))\u{07}")
    }

    /// Gives the terminal back, stops this process group as ctrl-z does, and takes over again on return.
    package func suspend() {
        for number in pictures.sorted() { forgetPicture(number) }
        send(Terminal.leave)
        endwin()
        kill(0, SIGTSTP)
        send(Terminal.enter)
        shown = Surface(size: Size(0, 0))
        clearok(lec_newscr(), true)
    }

    /// Leaves the terminal as it was. Safe to call twice.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        awaitAnswers()
        for number in pictures.sorted() { forgetPicture(number) }
        send(Terminal.leave)
        endwin()
        lec_unguard_terminal()
    }

    /// What the terminal has been asked and still answers is not to stand behind the shell's prompt: it is waited for, but
    /// not for long.
    private func awaitAnswers() {
        let end = ContinuousClock.now + .milliseconds(300)
        while keys.isAwaitingAnswer, .now < end {
            var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 20) >= 0, waiting.revents & Int16(POLLHUP | POLLERR) == 0 else {
                return
            }
            _ = keys.read()
        }
    }

    /// Bytes beside the cells; ncurses has nothing pending when this is called.
    func send(_ sequence: String) {
        let bytes = Array(sequence.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { return }
            sent += count
        }
    }
}

/// RFC 4648, for the clipboard.
enum Base64 {
    static func encoded(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let value = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
            for place in 0..<4 {
                out.append(
                    place <= part.count
                        ? letters[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
