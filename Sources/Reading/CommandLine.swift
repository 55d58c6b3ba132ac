import Drawing
import LecternCore

// The `:` line: any command by its name, some with a word behind it.
extension State {
    /// Carries out a typed line such as `open page.html`, `theme ink`, `measure 60` or `down 5`.
    mutating func performLine(_ line: String) -> [Effect] {
        let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard let first = words.first else { return [] }
        let name = String(first)
        let rest = words.count > 1 ? words[1].trimmingBlanks : ""
        if rest.isEmpty, name.hasSuffix("%"), let percent = Int(name.dropLast()) {
            return trail.page == nil ? [] : perform(.bottom, count: max(0, min(100, percent)))
        }
        if rest.isEmpty, let number = Int(name) { return go(toNumber: number) }
        guard let command = Command(name: name) else {
            return fail(Messages.unknownCommand(name, nearest: Command.nearest(to: name)))
        }
        guard !rest.isEmpty else { return perform(command) }
        switch command {
        case .open: return open(written: rest)
        case .nextTheme: return choose(.named(rest))
        case .defaultMeasure:
            guard let columns = Int(rest), (20...200).contains(columns) else {
                return fail(Messages.badMeasure(rest))
            }
            return setMeasure(columns)
        case .search:
            guard trail.page != nil else { return perform(command) }
            startSearch()
            guard case .prompt(var prompt) = mode else { return [] }
            mode = .normal
            prompt.input.replace(with: rest)
            searchChanged(prompt)
            return searchEntered(prompt) + remember(rest, for: .search)
        case .find: return find(rest) + remember(rest, for: .search)
        case .ask: return ask(rest)
        case .summary: return summary(rest)
        case .translate: return translate(to: rest)
        case .export: return export(to: rest)
        default:
            guard let count = Int(rest), count > 0 else {
                return fail(Messages.needsNoWords(command.rawValue, rest))
            }
            return perform(command, count: min(99_999, count))
        }
    }

    /// To the paragraph of that number, as citations count them; on a list to the entry.
    private mutating func go(toNumber number: Int) -> [Effect] {
        guard let page = trail.page else { return perform(.bottom, count: max(1, number)) }
        let paragraphs = page.article.paragraphs
        guard let last = paragraphs.last else { return [] }
        let block = paragraphs[max(1, min(number, last.number)) - 1].block
        trail.page?.jump(toBlock: block)
        return []
    }

    /// Opens what a person wrote: an address, or a path.
    mutating func open(written text: String) -> [Effect] {
        guard let source = Source(written: text) else { return fail(Messages.badAddress(text)) }
        guard case .file(let path) = source, let address = Address.bareHost(path) else {
            return open(source)
        }
        // Whoever sees the disk says which it is.
        let given = cancelLoading()
        let token = beginLoading(source, purpose: .follow(fragment: nil))
        return given + [.openEither(token, file: path, address)]
    }

    /// What was written is no file but an address.
    mutating func isAddress(_ token: Token, _ address: Address) -> [Effect] {
        if loading?.token == token { loading?.source = .address(address) }
        return []
    }

    mutating func setMeasure(_ columns: Int) -> [Effect] {
        chosenMeasure = columns
        say(columns > measure ? Messages.widest(measure) : Messages.measure(measure))
        return []
    }
}

extension Command {
    /// A command by its name or by what hands brought from other programs type.
    init?(name: String) {
        let short: [String: Command] = [
            "q": .quit, "qa": .quit, "wq": .quit, "quit!": .quit, "q!": .quit, "e": .open,
            "h": .help,
        ]
        if let command = Command(rawValue: name) ?? short[name] {
            self = command
        } else {
            // A beginning that only one command has is enough.
            let found = Command.allCases.filter { $0.rawValue.hasPrefix(name) }
            guard found.count == 1, let only = found.first else { return nil }
            self = only
        }
    }

    /// The name most like a misspelt one; nil when none is near.
    static func nearest(to name: String) -> String? {
        guard name.utf8.count <= 40 else { return nil }
        let near = allCases.map { (name: $0.rawValue, distance: name.distance(to: $0.rawValue)) }
            .min { $0.distance < $1.distance }
        guard let near, near.distance <= max(1, name.count / 2) else { return nil }
        return near.name
    }
}

extension String {
    /// Edits between two short words (Levenshtein).
    func distance(to other: String) -> Int {
        let target = Array(other)
        var row = Array(0...target.count)
        for (index, character) in enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in target.indices {
                let above = row[column + 1]
                row[column + 1] =
                    character == target[column]
                    ? diagonal : 1 + Swift.min(diagonal, above, row[column])
                diagonal = above
            }
        }
        return row[target.count]
    }
}

extension Substring {
    fileprivate var trimmingBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension Source {
    /// What a person means by what they wrote: an address when it has a scheme or begins like a host, else a path.
    /// nil when it is an address that cannot be read.
    package init?(written text: String) {
        if text.contains("://") || text.hasPrefix("lectern:") {
            guard let address = Address(text) else { return nil }
            if address.scheme == "file" {
                guard let path = address.filePath else { return nil }
                self = .file(path)
                return
            }
            guard ["http", "https", "lectern"].contains(address.scheme) else { return nil }
            self = .address(address)
        } else if text.lowercased().hasPrefix("www.") {
            guard let address = Address("https://" + text) else { return nil }
            self = .address(address)
        } else {
            self = .file(text)
        }
    }
}
