import LecternCore

/// What the page, its links and its prompts say.
extension Messages {
    // Moving.
    static let nothingSideways = "There is no line of code here that is too long for the screen."
    package static let noSections = "This article has no sections."
    package static let lastSection = "This is the last section."
    package static let beforeFirstSection = "This is the start of the article."
    package static let stillReading = "The rest of the text is still being read."
    package static func percent(_ percent: Int) -> String { "\(percent) %" }
    package static func markSet(_ letter: Character) -> String {
        "Mark \(letter) is set: ' \(letter) comes back here."
    }
    package static let noMarkName = "A mark is named by a letter or a digit."
    package static func noMark(_ letter: Character) -> String {
        "There is no mark \(letter) on this page: m \(letter) sets one."
    }
    package static let noOlderPlace = "There is no earlier place: no jump has left one."
    package static let noNewerPlace = "There is no later place."
    package static let noJumpYet = "There was no jump on this page yet."
    package static func markLost(_ letter: Character) -> String {
        "The words that mark \(letter) stood at are gone from the article."
    }
    package static func markAwaited(_ isSetting: Bool) -> String {
        isSetting
            ? "Set a mark: type its letter."
            : "Go to a mark: type its letter, or ' for the last place."
    }

    // Links.
    package static let noLinks = "This article has no links."
    package static let noLinksInView = "There are no links on this screen: ] goes to the next."
    package static let firstLinkAgain = "Went on from the first link."
    package static let lastLinkAgain = "Went on from the last link."
    package static let noLinkSelected = "No link is selected: ] selects the next, f shows all."
    package static let noSuchHint = "No link has these letters: Backspace takes one back."
    package static func hintsAwaited(_ areOfPictures: Bool) -> String {
        "Type a \(areOfPictures ? "picture" : "link")'s letters. Esc leaves."
    }
    static let noteShown = "Enter goes to the note, Esc closes it."
    package static func noFragment(_ fragment: String) -> String {
        "The page has no place named #\(fragment.gated)."
    }
    package static func localFileRefused(_ address: String) -> String {
        "A page from elsewhere may not open files of this computer: \(address)."
    }
    package static func confirmBrowsing(_ address: String) -> String {
        "Hand \(address) to the browser or the program for it? y yes, any other key no"
    }
    package static let noAddress = "This page has no address: it was read from standard input."
    package static func notForBrowser(_ address: String) -> String {
        "Only http and https addresses go to the browser: \(address)."
    }
    package static func openedInBrowser(_ address: String) -> String {
        "In the browser: \(address)"
    }
    package static let noParagraph = "There is no paragraph in view."
    /// Names what was copied by its first words.
    package static func copied(_ text: String) -> String {
        let line = text.prefix(60).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return "Copied: \(line)\(line.utf8.count < text.utf8.count ? "…" : "")"
    }

    // Related articles.
    package static let noRelated = "This page recommends no other articles."
    package static let related = "Related articles"
    package static let noAddressShort = "no address"
    package static func relatedWithoutAddress(_ title: String) -> String {
        "The page lost the address of “\(title.shortened(to: 60))”: o looks for it on the web, y copies the title."
    }
    package static func searchingWeb(_ title: String) -> String {
        "Looking for “\(title.shortened(to: 60))” in the browser."
    }
    package static func badSearchAddress(_ setting: String) -> String {
        "The search address of the settings is not an http address with %s in it: \(setting.gated)."
    }

    package static let lastRelated = "This was the last of the related articles."
    package static let firstRelated = "This was the first of the related articles."
    package static func relatedPlace(_ number: Int, of count: Int) -> String {
        "Related article \(number) of \(count)"
    }

    // Lists over the page.
    package static let contents = "Contents"
    package static let help = "Help"
    package static let nothingPasses = "Nothing passes the filter: Esc takes it away."
    package static let outlineHints = "Enter goes there · ← → folds · - + levels · / filters"
    package static let relatedHints =
        "Enter follows · o browser · y copies · / filters · Esc closes"
    package static let chatbotHints = "Enter chooses · / filters · Esc closes"
    package static let helpHints = "Enter does it · / filters · Esc closes"

    // Searching.
    package static func notFound(_ words: String) -> String {
        "“\(words.gated.shortened(to: 60))” is not in this article."
    }
    package static func notFoundWithCapitals(_ words: String) -> String {
        "“\(words.gated.shortened(to: 60))” is not in this article with these capitals; in small letters it is."
    }
    package static func foundNowhere(_ words: String) -> String {
        "“\(words.gated.shortened(to: 60))” is in none of the open articles."
    }
    package static func found(_ words: String, places: Int, articles: Int) -> String {
        let pages = articles == 1 ? "1 article" : "\(articles) articles"
        return "“\(words.gated.shortened(to: 30))”: \(places) × in \(pages)"
    }
    package static let foundHints = "Enter goes there · / filters · Esc closes"
    package static let noSearch = "Nothing was searched for yet: / searches."
    package static let searchFromTop = "Went on from the top of the article."
    package static let searchFromEnd = "Went on from the end of the article."

    // The trail.
    package static let nothingBehind = "This is where you began: there is nothing further back."
    package static let nothingAhead = "There is nothing further ahead."
    package static let noList = "This article came from no list: r shows what it recommends."
    package static let lastArticle = "This was the last article of the list."
    package static let firstArticle = "This was the first article of the list."
    package static let unchanged = "Loaded again: nothing has changed."
    package static let reloaded = "Loaded again."
    package static let cannotReload = "Standard input cannot be read a second time."
    package static let nothingOpen =
        "Nothing is open: press : and type open, a blank and an address or a file."
    package static func helpHint(_ key: String) -> String { "\(key) help" }

    // The bottom lines.
    package static let askLabel = "Ask: "
    package static let filterLabel = "Filter: "
    package static func unknownCommand(_ name: String, nearest: String?) -> String {
        "There is no command “\(name.gated.shortened(to: 40))”"
            + (nearest.map { ": did you mean \($0)?" } ?? ": ? shows all of them.")
    }
    package static func needsNoWords(_ command: String, _ words: String) -> String {
        ":\(command) takes a number at most, not “\(words.gated.shortened(to: 40))”."
    }
    package static func badAddress(_ text: String) -> String {
        "“\(text.gated.shortened(to: 60))” is neither an http address nor a file."
    }
    package static func badMeasure(_ text: String) -> String {
        "The measure is a number of columns from 20 to 200, not “\(text.gated.shortened(to: 20))”."
    }
    package static func measure(_ columns: Int) -> String { "\(columns) columns" }
    package static func widest(_ columns: Int) -> String {
        "\(columns) columns: as wide as the terminal allows"
    }
    package static func theme(_ name: String) -> String { "Theme: \(name)" }
    package static let settingsTaken = "The settings were changed: they hold now."
    /// What is wrong in settings that were saved while the reader runs.
    package static func settingsRefused(_ mistake: String) -> String {
        "\(mistake). What held before still holds."
    }
    package static func unknownTheme(_ name: String, known: [String]) -> String {
        "There is no theme “\(name.gated.shortened(to: 40))”: there are \(known.joined(separator: ", "))."
    }

    /// How far a fetch has come; figures after the first second.
    package static func loading(_ loading: Loading) -> String {
        var parts: [String] = []
        if loading.seconds >= 1 {
            if let total = loading.total, total > 0 {
                parts.append("\(size(loading.bytes)) of \(size(total))")
                parts.append(percent(min(100, 100 * loading.bytes / total)))
            } else if loading.bytes > 0 {
                parts.append(size(loading.bytes))
            }
            parts.append("\(loading.seconds) s")
            parts.append("Esc stops")
        }
        let name = "Loading \(loading.source.name)"
        return ([name + (parts.isEmpty ? "…" : "")] + parts).joined(separator: " · ")
    }

    /// Bytes in the unit that suits them.
    package static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1_000: "\(bytes) bytes"
        case ..<1_000_000: "\(bytes / 1_000) kB"
        default: "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
        }
    }
}

extension Source {
    /// As a person would name it.
    package var name: String {
        switch self {
        case .address(let address): address.string
        case .file(let path): path.gated
        case .standardInput: "standard input"
        case .several(let sources): "\(sources.count) sources"
        }
    }
}
