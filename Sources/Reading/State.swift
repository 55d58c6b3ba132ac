import Chat
import Drawing
import LecternCore

/// Everything the reader sees and can do at one moment. A value: no clock, no I/O, no closure.
package struct State: Equatable, Sendable {
    package var size: Size
    package var preferences: Preferences
    /// ISO 8601 date such as `2025-02-24`, for the age of articles; empty: no ages are shown.
    package var today = ""
    package var trail = Trail()
    package var mode = Mode.normal
    /// The side pane is open on whatever article is shown.
    package var paneIsOpen = false
    /// The contents stand beside the page, where it has sections and the terminal is wide enough.
    package var contentsAreOpen = false
    /// What the borders between them were dragged to, and the one that is being dragged.
    var shares = Shares()
    var dragged: Border?
    package var focus = Focus.page
    /// What the status line says instead of its usual words, until the next key.
    package var notice: Notice?
    /// What could not be opened a moment ago: `o` hands it to the browser.
    package var failedAddress: Address?
    /// The fetch in flight; a second one replaces the first.
    package var loading: Loading?
    /// Chatbots known, best first, the extract last; nil before anybody looked.
    package var chatbots: [ChatbotCard]?
    /// The one that answers; nil until found or chosen.
    package var chatbot: ChatbotCard?
    /// Somebody is looking for chatbots.
    var isFindingChatbots = false
    /// Answers in flight on all pages, to cancel those whose page is forgotten.
    var answering: [Token] = []
    /// Answers of this run, for articles that are opened again.
    var memory = PaneMemory()
    /// No key was pressed since the last question, so that a question may come up by itself.
    var isUntouched = false
    /// Hosts outside this computer that the reader has agreed to send text to.
    package var agreedHosts: Set<String> = []
    /// Keys of an unfinished sequence, and the count typed before it.
    package var pendingKeys: [Key] = []
    package var count: Int?
    /// What `:find` has found.
    var findings: Findings?
    /// Marks that hold in all articles, by their capital letters.
    var placeMarks: [Character: PlaceMark] = [:]
    /// What was typed on earlier search, `:` and question lines, newest last.
    package var history: [Prompt.Purpose: [String]] = [:]
    /// What earlier runs have kept of it was asked for.
    var historyIsRecalled = false
    /// The measure that `+` and `-` have reached; nil: as the settings say.
    package var chosenMeasure: Int?
    /// What the reader asked of the themes while not all of them were read.
    var themeWish: ThemeWish?
    /// The reader has chosen the theme shown, by `T` or `:theme`.
    package var themeIsChosen = false
    /// What the terminal said of its background; nil: nothing yet.
    package var terminalIsDark: Bool?
    /// Pictures, and whether and how they are shown.
    package var pictures = PictureShelf()
    private var lastToken = 0

    package init(size: Size, preferences: Preferences) {
        self.size = size
        self.preferences = preferences
    }

    package var theme: Theme { preferences.themes[preferences.theme] }

    /// Is there something on the screen that changes by itself with the clock? Then `.ticked` is wanted.
    package var isWaiting: Bool { loading != nil || trail.page?.conversation.isRunning == true }

    package mutating func newToken() -> Token {
        lastToken += 1
        return Token(lastToken)
    }
}

/// Which pane the keys go to.
package enum Focus: Equatable, Sendable { case contents, page, pane }

/// A word to the reader in the status line.
package struct Notice: Equatable, Sendable {
    package var text: String
    package var isError: Bool

    package init(_ text: String, isError: Bool = false) {
        self.text = text
        self.isError = isError
    }
}

/// A fetch in flight.
package struct Loading: Equatable, Sendable {
    package var token: Token
    package var source: Source
    package var bytes = 0
    package var total: Int?
    package var seconds = 0
    /// How it was read, once that is known.
    var report: Report?
    /// What to do with the article when it is here.
    package var purpose: Purpose

    package init(token: Token, source: Source, purpose: Purpose) {
        self.token = token
        self.source = source
        self.purpose = purpose
    }

    /// Another part of what is shown is on its way: the report stays the one that offered it.
    var isPart: Bool { if case .part = purpose { true } else { false } }

    package enum Purpose: Equatable, Sendable {
        /// Push it on the trail; the fragment says where to start.
        case follow(fragment: String?)
        /// Replace the page shown, keeping the place.
        case reload
        /// Put it, which is another part of the same source, in place of the page shown.
        case part(PagePart)
        /// Set the page shown beside it, in the pane.
        case compare
        /// Push it after the page at a stop of the trail that recommends it, at a fragment.
        case related(Int, stop: Int, fragment: String?)
        /// Push it, and go to the words that a mark stands at.
        case mark(Character)
        /// Push it as the entry of the list it came from.
        case entry(Int)
    }
}

/// What the keys mean right now.
package enum Mode: Equatable, Sendable {
    case normal
    /// A line is being typed at the bottom.
    case prompt(Prompt)
    /// Letters are shown on the links in view.
    case hints(Hints)
    /// A list lies over the page.
    case picker(Picker)
    /// The next key is the letter of a mark to set, or to go to.
    case mark(isSetting: Bool)
    /// A footnote lies over the bottom of the page.
    case note(NotePopup)
    /// A yes-or-no question that guards an effect.
    case confirm(Confirmation)
}

/// A line being typed and what it is for.
package struct Prompt: Equatable, Sendable {
    package enum Purpose: Hashable, Sendable { case search, ask, command, filter }
    package var purpose: Purpose
    package var input = LineInput()
    /// Where the page was, and what was lit on it, before an incremental search began.
    package var origin: Spot?
    package var formerSearch: Search?
    /// Steps back in the history; 0 is the line being typed.
    package var recalled = 0
    /// What was typed before the first step back in the history.
    package var draft = ""
    /// What Tab completes, and how often it was pressed.
    package var completing: Completing?

    package struct Completing: Equatable, Sendable {
        var stem: String
        var tabs: Int
        /// The paths that begin like it; nil until somebody has looked.
        var paths: [String]?
    }

    package init(_ purpose: Purpose, input: LineInput = LineInput()) {
        self.purpose = purpose
        self.input = input
    }
}

/// Letters on the links in view.
package struct Hints: Equatable, Sendable {
    /// The letters of each hint, in the order of `targets`.
    package var labels: [String]
    package var targets: [Target]
    package var typed = ""

    package init(labels: [String], targets: [Target]) {
        self.labels = labels
        self.targets = targets
    }
}

/// A question that `y` or Enter says yes to; anything else is no.
package struct Confirmation: Equatable, Sendable {
    package enum Subject: Equatable, Sendable {
        /// Text is about to leave this computer for this host.
        case send(Question, ChatbotCard, host: String)
        /// Open several or suspicious things; an address outside http(s).
        case browse(Address)
    }
    package var text: String
    package var subject: Subject

    package init(_ text: String, subject: Subject) {
        self.text = text
        self.subject = subject
    }
}
