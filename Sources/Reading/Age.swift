/// How long ago something was published, in words, seen from one day.
struct Age: Equatable, Sendable {
    /// Days since 1970-01-01; nil when today's date is not known.
    private let today: Int?

    /// `today` is an ISO 8601 date; anything else shows dates only.
    init(today: String) { self.today = Age.day(of: today) }

    /// `today`, `yesterday`, `5 days` for less than two weeks, else the date; empty for no date. A date to come is
    /// shown as it is.
    func words(for published: String?) -> String {
        guard let published, let day = Age.day(of: published) else { return "" }
        let date = String(published.prefix(10))
        guard let today else { return date }
        switch today - day {
        case 0: return "today"
        case 1: return "yesterday"
        case 2..<14: return "\(today - day) days"
        default: return date
        }
    }

    /// Days since 1970-01-01 of an ISO 8601 date with or without a time (days_from_civil,
    /// https://howardhinnant.github.io/date_algorithms.html).
    static func day(of text: String) -> Int? {
        let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month),
            (1...31).contains(day), year > 0
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
