import Curses
import Drawing
import Glibc
import LecternCore
import Reading

/// The full-screen reader.
enum Reader {
    /// Opens the sources, or the handbook, and runs until the reader quits.
    static func run(sources arguments: [String], wishes: Wishes) throws {
        let named =
            arguments.isEmpty
            ? [Files.isFed ? .standardInput : handbook] : arguments.map(Opener.source)
        let missing = named.count > 1 ? named.filter(\.isMissing) : []
        let sources = named.filter { !missing.contains($0) }
        guard !sources.isEmpty else {
            throw Failure.exit(Messages.missing(missing.map(\.display)), code: EX_NOINPUT)
        }
        guard isatty(1) == 1 else {
            throw Failure.exit(
                "Standard output is no terminal: to print an article, use `lectern show SOURCE`.",
                code: EX_USAGE)
        }
        let signals = Loop.watchSignals()
        let mailbox = Mailbox()
        let opener = Opener(
            base: try wishes.baseAddress(), language: wishes.language, memory: DocumentMemory())
        let hands = Hands(mailbox: mailbox, opener: opener)
        var state = State(size: Size(80, 24), preferences: Preferences())
        // Ordered first: a long one is read while the settings are, and while the terminal is taken over.
        let orders = state.start(sources.count == 1 ? sources[0] : .several(sources))
        for case .open(let token, let source) in orders {
            do throws(OpenError) { try hands.openFirst(token, source) } catch {
                throw Failure.exit(error)
            }
        }
        let setup = try Setup(wishes)
        if !setup.losses.isEmpty { state.tell(setup.losses.joined(separator: " ")) }
        if !missing.isEmpty { state.tell(Messages.missing(missing.map(\.display)), isError: true) }
        hands.servers = setup.servers
        hands.browser = setup.browser
        hands.conversations = setup.conversations
        hands.history = setup.history
        state.today = today()
        let terminal: Terminal
        do {
            terminal = try Terminal(
                wantsColor: !setup.isColorless,
                asksBackground: setup.preferences.backgroundThemes != nil)
        } catch {
            throw Failure.exit(sentence(for: error), code: EX_UNAVAILABLE)
        }
        defer { terminal.close() }
        state.preferences = setup.preferences(on: terminal, wishes)
        state.pictures.colors = terminal.colors
        state.pictures.cell = terminal.cellPixels ?? state.pictures.cell
        _ = state.update(.event(.resize(terminal.size)))
        var loop = Loop(
            terminal: terminal, mailbox: mailbox, hands: hands, signals: signals,
            wishes: wishes, themeFolders: setup.themeFolders, state: state)
        let failure = loop.run()
        hands.finish()
        if let error = failure {
            terminal.close()
            throw Failure.exit(error)
        }
    }

    private static let handbook =
        Address("lectern:handbook").map { Source.address($0) } ?? .standardInput

    /// The local date, ISO 8601.
    private static func today() -> String {
        var now = time(nil)
        var local = tm()
        localtime_r(&now, &local)
        let padded = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(local.tm_year + 1900)-\(padded(local.tm_mon + 1))-\(padded(local.tm_mday))"
    }

    private static func sentence(for failure: Terminal.Failure) -> String {
        switch failure {
        case .noTerminal:
            "There is no terminal to read in: to print an article, use `lectern show SOURCE`."
        case .unknownTerminal(let name):
            "The terminal “\(name)” is not known here: set TERM to one that is, such as xterm-256color."
        }
    }
}

extension Setup {
    /// Themes that tell by colour tell nothing on a terminal without colours.
    func preferences(on terminal: Terminal, _ wishes: Wishes) -> Preferences {
        var preferences = preferences
        if !terminal.hasColors, wishes.theme == nil {
            preferences.themes = [.mono]
            preferences.backgroundThemes = nil
        }
        return preferences
    }
}

extension Source {
    /// Is it a file that is not there?
    fileprivate var isMissing: Bool {
        if case .file(let path) = self { access(path, F_OK) != 0 } else { false }
    }
}

extension State {
    /// Something to know from the first frame on, until the next key.
    fileprivate mutating func tell(_ words: String, isError: Bool = false) {
        notice = Notice(words, isError: isError)
    }

    /// Opens the first source; an address may name a place in its page.
    fileprivate mutating func start(_ source: Source) -> [Effect] {
        guard case .address(let address) = source else { return open(source) }
        return open(.address(address.page), purpose: .follow(fragment: address.fragment))
    }
}
