import Drawing
import LecternCore

extension State {
    /// A key while a list lies over the page: movements as on a page, `/` filters, Enter chooses.
    mutating func pressInPicker(_ key: Key) -> [Effect] {
        guard case .picker(var picker) = mode else { return [] }
        if picker.isFiltering {
            let effects = pressInFilter(key, of: &picker)
            if case .picker = mode { mode = .picker(picker) }
            return effects
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
            case .scrollDown: picker.move(times)
            case .scrollUp: picker.move(-times)
            case .pageDown: picker.move(times * rows)
            case .pageUp: picker.move(-times * rows)
            case .halfPageDown: picker.move(times * max(1, rows / 2))
            case .halfPageUp: picker.move(-times * max(1, rows / 2))
            case .top: picker.select(0)
            case .bottom: picker.move(picker.items.count)
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

    private mutating func pressInFilter(_ key: Key, of picker: inout Picker) -> [Effect] {
        switch (key.code, key.control) {
        case (.escape, _), (.character("c"), true), (.character("g"), true):
            picker.filter = nil
            picker.isFiltering = false
            picker.filterChanged()
        case (.backspace, _) where picker.filter?.text.isEmpty != false:
            picker.filter = nil
            picker.isFiltering = false
        case (.enter, _):
            picker.isFiltering = false
            // One left: it is what was meant.
            if picker.visible.count == 1 { return choose(in: picker) }
        case (.up, _), (.character("p"), true): picker.move(-1)
        case (.down, _), (.character("n"), true): picker.move(1)
        default:
            _ = picker.filter?.take(key)
            picker.filterChanged()
        }
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
            trail.page?.jump(toSection: item.tag)
            return []
        case .related:
            guard let related = relatedLink(item.tag) else { return [] }
            guard let address = related.address else {
                return fail(Messages.relatedWithoutAddress(related.title))
            }
            mode = .normal
            return follow(address)
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

    mutating func showOutline() {
        guard let page = trail.page else { return }
        guard !page.bearings.sections.isEmpty else { return say(Messages.noSections) }
        mode = .picker(Picker.outline(of: page))
    }

    mutating func showRelated() {
        guard let related = trail.page?.article.related, !related.isEmpty else {
            return say(Messages.noRelated)
        }
        mode = .picker(Picker.related(related))
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
