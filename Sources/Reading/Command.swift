/// Everything a reader can order, by key, by `:` line or by mouse.
///
/// The one table: default keys, help, the README's and the handbook's key tables and the `:` line are all
/// made from `Command.table`.
package enum Command: String, CaseIterable, Sendable {
    case scrollDown = "down", scrollUp = "up"
    case pageDown = "page-down", pageUp = "page-up"
    case halfPageDown = "half-page-down", halfPageUp = "half-page-up"
    case scrollRight = "right", scrollLeft = "left"
    case top, bottom
    case nextSection = "next-section", previousSection = "previous-section"
    case nextLink = "next-link", previousLink = "previous-link"
    case follow
    case hints
    case back, forward
    case outline = "contents"
    case related
    case search, nextMatch = "next-match", previousMatch = "previous-match"
    case find
    case nextArticle = "next-article", previousArticle = "previous-article"
    case setMark = "mark", goToMark = "go-to-mark"
    case olderPlace = "older-place", newerPlace = "newer-place"
    case summary
    case ask
    case explain
    case tasks
    case translate
    case citing
    case answerNow = "answer-now"
    case export
    case stop
    case regenerate = "again"
    case chooseChatbot = "chatbot"
    case foldThinking = "thinking"
    case nextPane = "next-pane", previousPane = "previous-pane"
    case widen, narrow, defaultMeasure = "measure"
    case pictures, pictureSize = "picture-size"
    case nextTheme = "theme"
    case copyLink = "copy-link", copyAnswer = "copy-answer", copyParagraph = "copy-paragraph"
    case openInBrowser = "browser", openPicture = "open-picture"
    case otherPart = "part"
    case report = "doctor"
    case reload
    case commandLine = "command"
    case open
    case help
    case close, quit

    /// The keys, group and help line of a command.
    package struct Entry: Sendable {
        package let command: Command
        /// As written in help and settings: `j`, `space`, `ctrl-d`, `shift-tab`; a sequence is `y y`.
        package let keys: [String]
        package let group: Group
        package let help: String
    }

    package enum Group: String, CaseIterable, Sendable {
        case moving = "Moving"
        case links = "Links"
        case finding = "Finding"
        case pane = "The pane"
        case looks = "Looks"
        case program = "Leaving and more"
    }

    package static let table: [Entry] = [
        Entry(
            command: .scrollDown, keys: ["j", "down"], group: .moving,
            help: "a line down; a number before a key repeats it"),
        Entry(command: .scrollUp, keys: ["k", "up"], group: .moving, help: "a line up"),
        Entry(
            command: .pageDown, keys: ["space", "pagedown", "ctrl-f"], group: .moving,
            help: "a page down"),
        Entry(
            command: .pageUp, keys: ["b", "pageup", "ctrl-b"], group: .moving, help: "a page up"),
        Entry(
            command: .halfPageDown, keys: ["d", "ctrl-d"], group: .moving, help: "half a page down"),
        Entry(command: .halfPageUp, keys: ["u", "ctrl-u"], group: .moving, help: "half a page up"),
        Entry(
            command: .scrollRight, keys: ["right", ">"], group: .moving,
            help: "long lines of code: to the right"),
        Entry(
            command: .scrollLeft, keys: ["left", "<"], group: .moving,
            help: "long lines of code: to the left"),
        Entry(command: .top, keys: ["g", "home"], group: .moving, help: "to the top"),
        Entry(
            command: .bottom, keys: ["G", "end"], group: .moving,
            help: "to the bottom; 50G: half way"),
        Entry(command: .nextSection, keys: ["}"], group: .moving, help: "to the next section"),
        Entry(
            command: .previousSection, keys: ["{"], group: .moving, help: "to the previous section"),
        Entry(
            command: .outline, keys: ["t"], group: .moving,
            help: "contents: the sections of the article, beside it where there is room"),
        Entry(
            command: .setMark, keys: ["m"], group: .moving,
            help: "set a mark: then a letter; capitals hold in all articles"),
        Entry(
            command: .goToMark, keys: ["'"], group: .moving,
            help: "go to a mark: then its letter, or ' for the last place"),
        Entry(
            command: .olderPlace, keys: ["(", "ctrl-o"], group: .moving,
            help: "to the place before the last jump"),
        Entry(
            command: .newerPlace, keys: [")"], group: .moving,
            help: "forward again through those places"),
        Entry(command: .nextLink, keys: ["]"], group: .links, help: "to the next link"),
        Entry(command: .previousLink, keys: ["["], group: .links, help: "to the previous link"),
        Entry(
            command: .hints, keys: ["f"], group: .links,
            help: "hints: letters on every link, type them to follow"),
        Entry(
            command: .follow, keys: ["enter"], group: .links,
            help: "follow the link, go to the citation"),
        Entry(
            command: .back, keys: ["H", "backspace", "alt-left"], group: .links,
            help: "back, to where you were"),
        Entry(command: .forward, keys: ["L", "alt-right"], group: .links, help: "forward"),
        Entry(command: .related, keys: ["r"], group: .links, help: "related articles"),
        Entry(
            command: .nextArticle, keys: ["J"], group: .links,
            help: "next article of the list, or of the related ones once one was opened"),
        Entry(
            command: .previousArticle, keys: ["K"], group: .links,
            help: "previous article of them"),
        Entry(command: .openInBrowser, keys: ["o"], group: .links, help: "open in the browser"),
        Entry(
            command: .openPicture, keys: ["O"], group: .links,
            help: "open a picture on the screen in the browser"),
        Entry(command: .copyLink, keys: ["y y"], group: .links, help: "copy the address"),
        Entry(
            command: .copyParagraph, keys: ["y p"], group: .links,
            help: "copy the paragraph at the top"),
        Entry(command: .copyAnswer, keys: ["y a"], group: .links, help: "copy the last answer"),
        Entry(command: .search, keys: ["/"], group: .finding, help: "search; in a list: filter"),
        Entry(command: .nextMatch, keys: ["n"], group: .finding, help: "next match"),
        Entry(command: .previousMatch, keys: ["N"], group: .finding, help: "previous match"),
        Entry(
            command: .find, keys: ["F"], group: .finding,
            help: "find in all open articles: `:find WORDS`"),
        Entry(command: .summary, keys: ["s"], group: .pane, help: "summary pane; again: close it"),
        Entry(command: .ask, keys: ["a"], group: .pane, help: "ask about the article"),
        Entry(
            command: .explain, keys: ["e"], group: .pane, help: "explain the section under the eye"),
        Entry(
            command: .tasks, keys: ["A"], group: .pane,
            help: "more to ask: key points, simpler words, what is new, your own prompts"),
        Entry(
            command: .translate, keys: [], group: .pane,
            help: "the section in another language: `:translate de`"),
        Entry(
            command: .citing, keys: ["c"], group: .pane,
            help: "which sentences cite the paragraph at the top"),
        Entry(
            command: .export, keys: ["E"], group: .pane,
            help: "write the conversation to a Markdown file"),
        Entry(
            command: .answerNow, keys: ["Z"], group: .pane,
            help: "answer now: end the reasoning"),
        Entry(
            command: .stop, keys: ["escape"], group: .pane,
            help: "stop the answer or the loading; leave a mode; close a pane"),
        Entry(command: .regenerate, keys: ["R"], group: .pane, help: "ask again"),
        Entry(command: .chooseChatbot, keys: ["M"], group: .pane, help: "choose the chatbot"),
        Entry(
            command: .foldThinking, keys: ["z"], group: .pane, help: "show or fold the reasoning"),
        Entry(command: .nextPane, keys: ["tab"], group: .pane, help: "next pane"),
        Entry(command: .previousPane, keys: ["shift-tab"], group: .pane, help: "previous pane"),
        Entry(command: .widen, keys: ["+"], group: .looks, help: "wider text"),
        Entry(command: .narrow, keys: ["-"], group: .looks, help: "narrower text"),
        Entry(command: .defaultMeasure, keys: ["="], group: .looks, help: "default width"),
        Entry(command: .pictures, keys: ["i"], group: .looks, help: "show or hide pictures"),
        Entry(
            command: .pictureSize, keys: ["I"], group: .looks, help: "small or large pictures"),
        Entry(command: .nextTheme, keys: ["T"], group: .looks, help: "next theme"),
        Entry(command: .help, keys: ["?", "f1"], group: .program, help: "this help; / filters it"),
        Entry(command: .commandLine, keys: [":"], group: .program, help: "command line"),
        Entry(
            command: .open, keys: [], group: .program,
            help: "open an address or a file: `:open SOURCE`"),
        Entry(
            command: .otherPart, keys: ["w"], group: .program,
            help: "another part of the page; then all of it"),
        Entry(
            command: .report, keys: ["D"], group: .program,
            help: "how the page was read, what was cut and why"),
        Entry(command: .reload, keys: ["ctrl-r"], group: .program, help: "load the article again"),
        Entry(
            command: .close, keys: ["q"], group: .program,
            help: "close what is open; at the first page: quit"),
        Entry(command: .quit, keys: ["Q", "ctrl-c"], group: .program, help: "quit"),
    ]
}
