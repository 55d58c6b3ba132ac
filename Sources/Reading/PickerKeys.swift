import Drawing
import LecternCore

extension State {
    /// A key while a list lies over the page: movements as on a page, `/` filters, Enter chooses.
    mutating func pressInPicker(_ key: Key) -> [Effect] {
        guard case .picker(var picker) = mode else { return [] }
        if picker.isFiltering {
            let isDone = picker.pressInFilter(key)
            mode = .picker(picker)
            return isDone ? choose(in: picker) : []
        }
        if key == Key("c", control: true) { return [.quit] }
        if key.code == .escape, picker.filter?.text.isEmpty == false {
            picker.filter = nil
            picker.filterChanged()
            mode = .picker(picker)
            return []
        }
        let rows = PickerFrame(picker, in: size).rows
        let times = max(1, count ?? 1)
        count = nil
        switch preferences.keymap.match([key]) {
        case .command(let command):
            switch command {
            case .search:
                picker.filter = picker.filter ?? LineInput()
                picker.isFiltering = true
            case .follow: return choose(in: picker)
            case .openInBrowser: return browse(in: picker)
            case .copyLink: return copy(in: picker)
            case .stop, .close, .back: return leavePicker()
            case .quit: return [.quit]
            default:
                // The key that opened the list closes it.
                if command == picker.kind.command { return leavePicker() }
                _ = picker.perform(command, times: times, rows: rows)
            }
        case .prefix where key == Key("y"): return copy(in: picker)
        case .prefix, .none:
            if case .character(let digit) = key.code, digit.isASCII,
                let value = digit.wholeNumberValue
            {
                count = min(99_999, (times == 1 ? 0 : times) * 10 + value)
            }
        }
        mode = .picker(picker)
        return []
    }

    private mutating func leavePicker() -> [Effect] {
        mode = .normal
        return []
    }

    /// Enter or a click on the selected item.
    mutating func choose(in picker: Picker) -> [Effect] {
        guard let item = picker.current else { return [] }
        switch picker.kind {
        case .outline:
            mode = .normal
            return followOnPage {
                $0.trail.page?.jump(toSection: item.tag)
                return []
            }
        case .related:
            guard let related = relatedLink(item.tag) else { return [] }
            guard related.address != nil else {
                return fail(Messages.relatedWithoutAddress(related.title))
            }
            mode = .normal
            return followRelated(item.tag)
        case .found:
            mode = .normal
            return goToFound(item.tag)
        case .chatbots:
            mode = .normal
            return choseChatbot(tag: item.tag)
        case .tasks:
            mode = .normal
            return choseTask(tag: item.tag)
        case .help:
            mode = .normal
            return perform(Command.table[item.tag].command)
        }
    }

    /// The related article that an item stands for.
    func relatedLink(_ tag: Int) -> RelatedLink? {
        guard let related = trail.page?.article.related, related.indices.contains(tag) else {
            return nil
        }
        return related[tag]
    }

    /// `o`: the related article in the browser, or a search for it where its address was lost.
    private mutating func browse(in picker: Picker) -> [Effect] {
        guard picker.kind == .related, let item = picker.current,
            let related = relatedLink(item.tag)
        else { return [] }
        if let address = related.address {
            guard address.isWeb else { return fail(Messages.notForBrowser(address.string)) }
            say(Messages.openedInBrowser(address.string))
            return [.browse(address)]
        }
        guard let address = preferences.searchAddress(for: related.title) else {
            return fail(Messages.badSearchAddress(preferences.searchAddress))
        }
        say(Messages.searchingWeb(related.title))
        return [.browse(address)]
    }

    /// `y`: the address, or the title where it was lost.
    private mutating func copy(in picker: Picker) -> [Effect] {
        guard picker.kind == .related, let item = picker.current,
            let related = relatedLink(item.tag)
        else { return [] }
        let text = related.address?.string ?? related.title.gated
        say(Messages.copied(text))
        return [.copy(text)]
    }

    // MARK: Opening them

    mutating func showRelated() {
        guard let related = trail.page?.article.related, !related.isEmpty else {
            return say(Messages.noRelated)
        }
        mode = .picker(Picker.related(related))
    }
}

extension Picker {
    /// A movement, or a change of what is folded; false when the command means neither.
    mutating func perform(_ command: Command, times: Int, rows: Int) -> Bool {
        switch command {
        case .scrollDown: move(times)
        case .scrollUp: move(-times)
        case .pageDown: move(times * rows)
        case .pageUp: move(-times * rows)
        case .halfPageDown: move(times * max(1, rows / 2))
        case .halfPageUp: move(-times * max(1, rows / 2))
        case .top: select(0)
        case .bottom: move(items.count)
        case .scrollLeft where isFoldable: for _ in 0..<min(times, 9) { fold() }
        case .scrollRight where isFoldable: for _ in 0..<min(times, 9) { unfold() }
        case .foldThinking where isFoldable: toggleFold()
        case .widen where isFoldable: showLevels(times)
        case .narrow where isFoldable: showLevels(-times)
        case .defaultMeasure where isFoldable: showLevels(upTo: .max)
        default: return false
        }
        return true
    }

    /// A key while the filter is typed; true when it has chosen the one item left.
    mutating func pressInFilter(_ key: Key) -> Bool {
        switch (key.code, key.control) {
        case (.escape, _), (.character("c"), true), (.character("g"), true):
            filter = nil
            isFiltering = false
            filterChanged()
        case (.backspace, _) where filter?.text.isEmpty != false:
            filter = nil
            isFiltering = false
        case (.enter, _):
            isFiltering = false
            // One left: it is what was meant.
            return visible.count == 1
        case (.up, _), (.character("p"), true): move(-1)
        case (.down, _), (.character("n"), true): move(1)
        default:
            _ = filter?.take(key)
            filterChanged()
        }
        return false
    }
}

extension Picker.Kind {
    /// The command that opens it.
    fileprivate var command: Command {
        switch self {
        case .outline: .outline
        case .related: .related
        case .chatbots: .chooseChatbot
        case .tasks: .tasks
        case .found: .find
        case .help: .help
        }
    }
}

extension Preferences {
    /// Where to look for words on the web; nil when the setting is no http(s) address.
    func searchAddress(for words: String) -> Address? {
        let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        let hex = Array("0123456789ABCDEF")
        var encoded = ""
        for byte in words.gated.utf8 {
            if kept.contains(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
            }
        }
        let parts = searchAddress.split(separator: "%s", omittingEmptySubsequences: false)
        guard parts.count > 1, let found = Address(parts.joined(separator: encoded)), found.isWeb
        else { return nil }
        return found
    }
}

extension Page {
    /// To a section's header, or with -1 to the start of the page.
    mutating func jump(toSection index: Int) {
        if bearings.sections.indices.contains(index) {
            jump(toBlock: bearings.sections[index].block)
        } else {
            jump { _ in .start }
        }
    }
}
