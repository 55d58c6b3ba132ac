import Drawing
import LecternCore

extension Hints {
    /// Letters for so many targets: as short as can be, and none the beginning of another, so that the last
    /// letter typed is enough.
    static func labels(_ count: Int) -> [String] {
        let letters = "asdfghjkl".map(String.init)
        guard count > letters.count else { return Array(letters.prefix(count)) }
        var labels = letters
        var used = 0
        // Each step gives up one short label for a set of longer ones.
        while labels.count - used < count {
            labels += letters.map { labels[used] + $0 }
            used += 1
        }
        return Array(labels[used...].prefix(count))
    }

    /// The letters stand on pictures, else on links.
    var isOfPictures: Bool { targets.first?.isPicture == true }

    /// Targets whose letters begin with what was typed, with the letters left to type.
    var open: [(target: Target, rest: String)] {
        zip(targets, labels).filter { $0.1.hasPrefix(typed) }
            .map { ($0.0, String($0.1.dropFirst(typed.count))) }
    }
}

extension State {
    /// Puts letters on the links in view.
    mutating func showHints() {
        let targets = linksOnScreen().targets
        guard !targets.isEmpty else { return say(Messages.noLinksInView) }
        mode = .hints(Hints(labels: Hints.labels(targets.count), targets: targets))
    }

    /// What the letters stand on.
    func places(of hints: Hints) -> [LinkOnScreen] {
        hints.isOfPictures ? picturesOnScreen() : linksOnScreen()
    }

    mutating func pressInHints(_ key: Key) -> [Effect] {
        guard case .hints(var hints) = mode else { return [] }
        switch (key.code, key.control, key.alt) {
        case (.escape, _, _), (.character("g"), true, _):
            mode = .normal
        case (.character("c"), true, _): return [.quit]
        case (.backspace, _, _):
            guard !hints.typed.isEmpty else {
                mode = .normal
                return []
            }
            hints.typed.removeLast()
            mode = .hints(hints)
        case (.character(let typed), false, false):
            hints.typed += typed.lowercased()
            let open = hints.open
            guard let first = open.first else { return fail(Messages.noSuchHint) }
            guard first.rest.isEmpty else {
                mode = .hints(hints)
                return []
            }
            mode = .normal
            guard let place = places(of: hints).first(where: { $0.target == first.target }) else {
                return []
            }
            return follow(place)
        default: break
        }
        return []
    }
}

extension [LinkOnScreen] {
    /// What they lead to, each once, from the top down.
    var targets: [Target] {
        var targets: [Target] = []
        for place in self where !targets.contains(place.target) { targets.append(place.target) }
        return targets
    }
}
