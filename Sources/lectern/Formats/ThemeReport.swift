import Drawing
import LecternCore
import Storage

/// What `lectern themes check` says of a theme.
struct ThemeReport {
    private let check: ThemeCheck
    private let name: String

    init(_ check: ThemeCheck, name: String) {
        self.check = check
        self.name = name
    }

    /// One line: is it sound, and how far do its words stand out.
    var line: String {
        var parts = [check.faults.isEmpty ? "sound" : "faulty"]
        if let text = check.text { parts.append("text contrast \(ratio(text))") }
        if let faintest = check.faintest {
            parts.append("least \(ratio(faintest.contrast)) (\(place(of: faintest)))")
        }
        if check.ratios.isEmpty { parts.append("colours are the terminal's own") }
        return "\(name): \(parts.joined(separator: ", "))\n"
    }

    /// The line, every contrast, and the roles that the theme says nothing of.
    var full: String {
        let width = check.ratios.map { place(of: $0).columns }.max() ?? 0
        var out = line
        for entry in check.ratios {
            let place = place(of: entry)
            let pad = String(repeating: " ", count: width - place.columns)
            let number = ratio(entry.contrast)
            out += "  \(place)\(pad)  \(String(repeating: " ", count: 6 - number.count))\(number)"
            out += entry.contrast < entry.least ? "  below \(ratio(entry.least))\n" : "\n"
        }
        if !check.silent.isEmpty {
            let roles = check.silent.map(\.key).joined(separator: " ")
            out += "  as what they lie on: \(roles)\n"
        }
        return out
    }

    /// A sentence a fault.
    var faults: [String] {
        check.faults.map { fault in
            switch fault {
            case .faint(let entry):
                "\(name): \(place(of: entry)) has a contrast of \(ratio(entry.contrast)); \(ratio(entry.least)) is the least"
            case .same(let role, let other):
                "\(name): \(role.key) cannot be told from \(other.key)"
            case .wrongSide(let isDark):
                "\(name): says dark = \(isDark), but its text lies on a \(isDark ? "light" : "dark") background"
            }
        }
    }

    private func place(of entry: ThemeCheck.Ratio) -> String {
        ([entry.role] + entry.ground.reversed()).map(\.key).joined(separator: " on ")
    }

    /// Rounded down, so that 6.96 is not called 7.
    private func ratio(_ value: Double) -> String {
        let tenths = Int(value * 10)
        return tenths % 10 == 0 ? "\(tenths / 10):1" : "\(tenths / 10).\(tenths % 10):1"
    }
}
