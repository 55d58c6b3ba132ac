import CSystem
import Curses
import Drawing
import Glibc
import Reading
import Storage

/// The loop: take every action waiting, `update` each and perform its effects, `draw` once, `present`.
struct Loop {
    let terminal: Terminal
    let mailbox: Mailbox
    let hands: Hands
    let signals: Int32
    /// The options of this run: settings are read again with them.
    let wishes: Wishes
    let themeFolders: [String]
    var state: State
    /// Tells of saved settings and themes; nil before the first frame.
    private var watch: Watch?
    /// Drawn over at every change; takes turns with the one that the terminal shows.
    private var surface = Surface(size: Size(0, 0))
    /// Why the first source did not open: there is nothing to show, so the loop ends with it.
    private var failure: OpenError?

    /// Signals that the loop reads from a descriptor. Block them before any thread exists.
    static func watchSignals() -> Int32 {
        signal(SIGPIPE, SIG_IGN)
        let watched = [SIGWINCH, SIGTERM, SIGHUP, SIGINT]
        return lec_signalfd(watched, Int32(watched.count))
    }

    /// How long the first frame waits for the first article, so that a local file is the first thing seen.
    private static let patience: Duration = .milliseconds(150)

    init(
        terminal: Terminal, mailbox: Mailbox, hands: Hands, signals: Int32, wishes: Wishes,
        themeFolders: [String], state: State
    ) {
        self.terminal = terminal
        self.mailbox = mailbox
        self.hands = hands
        self.signals = signals
        self.wishes = wishes
        self.themeFolders = themeFolders
        self.state = state
    }

    /// Runs until the reader quits; returns why when the first source did not open.
    mutating func run() -> OpenError? {
        // The article was ordered before the terminal was taken over: it is often here already.
        let latest = ContinuousClock.now + Loop.patience
        while state.loading != nil, ContinuousClock.now < latest {
            guard wait(until: latest) else { return failure }
        }
        present()
        watch = Watch(wishes, themeFolders: themeFolders)
        if state.canPrepare, !terminal.hasInput { _ = take(.idled) }
        var tick = ContinuousClock.now + .seconds(1)
        while wait(until: state.isSearching ? .now : state.isWaiting ? tick : nil) {
            if ContinuousClock.now >= tick {
                if state.isWaiting { _ = take(.ticked) }
                tick = .now + .seconds(1)
            }
            if state.isSearching { _ = take(.idled) }
            present()
            if state.canPrepare, !terminal.hasInput { _ = take(.idled) }
        }
        return failure
    }

    private mutating func present() {
        if surface.size != state.size { surface = Surface(size: state.size) }
        state.draw(on: &surface)
        terminal.present(&surface)
    }

    /// Sleeps until something happens, or until then, and takes in what did; false when it is time to go.
    private mutating func wait(until end: ContinuousClock.Instant?) -> Bool {
        var waiting = [
            pollfd(fd: terminal.input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
            pollfd(fd: watch?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        let end = [end, terminal.deadline].compactMap { $0 }.min()
        _ = poll(&waiting, nfds_t(waiting.count), end.map { Loop.milliseconds(until: $0) } ?? -1)
        var actions: [Action] = []
        if waiting[2].revents != 0 { actions += readSignals() }
        if waiting[0].revents & Int16(POLLHUP | POLLERR) != 0 { actions.append(.event(.closed)) }
        let isDue = terminal.deadline.map { ContinuousClock.now >= $0 } ?? false
        if waiting[0].revents & Int16(POLLIN) != 0 || isDue {
            actions += terminal.events().map { .event($0) }
        }
        if waiting[1].revents != 0 { actions += mailbox.take() }
        if waiting[3].revents != 0 { actions.append(readSettings()) }
        return actions.allSatisfy { take($0) }
    }

    /// From now until then, rounded up, for `poll`.
    private static func milliseconds(until end: ContinuousClock.Instant) -> Int32 {
        let (seconds, attoseconds) = (end - .now).components
        return Int32(max(0, seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1))
    }

    private mutating func readSignals() -> [Action] {
        var actions: [Action] = []
        var isResized = false
        while true {
            let number = lec_read_signal(signals)
            if number == 0 { break }
            if number == SIGWINCH { isResized = true } else { actions.append(.event(.closed)) }
        }
        if isResized {
            actions.append(.event(.resize(terminal.resize())))
            // Its letters may have become larger.
            if let cell = terminal.cellPixels { state.pictures.cell = cell }
        }
        return actions
    }

    /// The settings and the theme in use as they are now.
    private func readSettings() -> Action {
        watch?.forget()
        let setup: Setup
        do throws(StoreError) {
            setup = try Setup(
                checked: wishes, isDark: state.terminalIsDark,
                keeping: state.themeIsChosen ? state.theme.name : nil)
        } catch {
            return .refusedSettings(Messages.settingsRefused(error.brief))
        }
        hands.servers = setup.servers
        hands.browser = setup.browser
        return .changedSettings(
            setup.preferences(on: terminal, wishes), losses: setup.losses)
    }

    private mutating func take(_ action: Action) -> Bool {
        if action == .event(.key(Key(.character("z"), control: true))) {
            terminal.suspend()
            state.pictures.forgetSent()
            return take(.event(.resize(terminal.resize())))
        }
        let effects = state.update(action)
        if case .opened(_, .failure(let error)) = action, state.trail.current == nil,
            state.loading == nil
        {
            failure = error
            return false
        }
        return effects.allSatisfy { perform($0) }
    }

    /// Gives an order to the hands; false for the order to quit.
    func perform(_ effect: Effect) -> Bool {
        switch effect {
        case .open(let token, let source): hands.open(token, source)
        case .openEither(let token, let path, let address):
            hands.open(token, path, or: address)
        case .openPart(let token, let source, let part): hands.open(token, source, part: part)
        case .ask(let token, let question, let card): hands.ask(token, question, card)
        case .picture(let token, let order): hands.picture(token, order)
        case .askForPixels: terminal.askForPixels()
        case .sendPicture(let number, let pixels, let size):
            terminal.sendPicture(number, pixels, in: size)
        case .forgetPicture(let number): terminal.forgetPicture(number)
        case .cancel(let token): hands.cancel(token)
        case .findThemes: hands.findThemes(in: themeFolders, loaded: state.preferences.themes)
        case .loadTheme(let name): hands.loadTheme(name, from: themeFolders)
        case .findChatbots: hands.findChatbots()
        case .answerNow(let token): hands.answerNow(token)
        case .recall(let article): hands.recall(article)
        case .keep(let exchanges, let key): hands.keep(exchanges, key)
        case .recallHistory: hands.recallHistory()
        case .keepLine(let line, let sign): hands.keepLine(line, sign: sign)
        case .findPaths(let stem): hands.findPaths(stem)
        case .write(let text, let path): hands.write(text, to: path)
        case .browse(let address): hands.browse(address)
        case .copy(let text): terminal.copy(text)
        case .quit: return false
        }
        return true
    }
}
