/// Reads dates as pages write them into ISO 8601.
enum Dates {
    /// A date or a date and time; nil for what is no date of the years 1900 to 2100.
    static func iso(_ text: String) -> String? {
        let text = Wording.tidy(text)
        guard text.utf8.count >= 6, text.utf8.count <= 80 else { return nil }
        return numeric(text) ?? written(text)
    }

    /// `2025-02-24`, `2025-02-24T10:30:00+01:00`, `20250224`, `2025/02/24 10:30`, `24.02.2025`, `24/02/2025`.
    private static func numeric(_ text: String) -> String? {
        var numbers: [(value: Int, digits: Int, end: String.Index)] = []
        var index = text.startIndex
        while index < text.endIndex, numbers.count < 3 {
            guard text[index].isASCII, text[index].isNumber else {
                if numbers.isEmpty { return nil }
                guard "-/. 年月".contains(text[index]) else { return nil }
                index = text.index(after: index)
                continue
            }
            let start = index
            while index < text.endIndex, text[index].isASCII, text[index].isNumber {
                index = text.index(after: index)
            }
            guard let value = Int(text[start..<index]) else { return nil }
            let digits = text.distance(from: start, to: index)
            if numbers.isEmpty, digits == 8 {
                return date(value / 10000, value / 100 % 100, value % 100)
            }
            if numbers.isEmpty, digits == 10 || digits == 13 { return fromEpoch(value, digits) }
            numbers.append((value, digits, index))
        }
        guard numbers.count == 3 else { return nil }
        let (one, two, three) = (numbers[0], numbers[1], numbers[2])
        if one.digits == 4 {
            guard let day = date(one.value, two.value, three.value) else { return nil }
            return day + (time(text[three.end...]) ?? "")
        }
        guard three.digits == 4 else { return nil }
        // Day first, unless that cannot be.
        return date(three.value, two.value, one.value) ?? date(three.value, one.value, two.value)
    }

    /// `T10:30:00.123Z` and its like, as ISO 8601 has it; nil when nothing of the kind follows.
    private static func time(_ rest: Substring) -> String? {
        var rest = rest
        guard let first = rest.first, first == "T" || first == " " || first == "t" else {
            return nil
        }
        rest = rest.dropFirst()
        let parts = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
        let fields = parts.split(separator: ":").compactMap { Int($0) }
        guard fields.count >= 2, fields[0] < 24, fields[1] < 60 else { return nil }
        let second = fields.count > 2 ? min(fields[2], 59) : 0
        var out = "T\(two(fields[0])):\(two(fields[1])):\(two(second))"
        rest = rest.dropFirst(parts.count)
        if rest.first == "." { rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber } }
        let zone = rest.filter { !$0.isWhitespace }
        if zone.first == "Z" || zone.first == "z" || zone.hasPrefix("UTC") || zone.hasPrefix("GMT")
        {
            return out + "Z"
        }
        if let sign = zone.first, sign == "+" || sign == "-" {
            let digits = zone.dropFirst().filter(\.isNumber)
            if digits.count >= 4, let value = Int(digits.prefix(4)), value / 100 < 15 {
                out += "\(sign)\(two(value / 100)):\(two(value % 100))"
            } else if digits.count == 2 {
                out += "\(sign)\(digits):00"
            }
        }
        return out
    }

    /// `November 19, 2019`, `19 Nov 2019 10:30`, `Tue, 19 Nov 2019 …`, also in German, French, Spanish and others.
    private static func written(_ text: String) -> String? {
        var day: Int?
        var month: Int?
        var year: Int?
        for part in text.lowercased().split(whereSeparator: { " ,.-/\u{A0}".contains($0) }).prefix(
            9)
        {
            if let number = Int(part.prefix(while: { $0.isASCII && $0.isNumber })) {
                if number >= 1900, number <= 2100, part.count == 4 {
                    if year == nil { year = number }
                } else if number >= 1, number <= 31, day == nil {
                    day = number
                }
            } else if month == nil, part.count >= 3 {
                month = months.first { names in names.contains { part.hasPrefix($0) } }.flatMap {
                    months.firstIndex(of: $0)
                }.map { $0 + 1 }
            }
        }
        guard let day, let month, let year else { return nil }
        return date(year, month, day)
    }

    private static let months: [[String]] = [
        ["jan", "ene", "gen", "янв", "sty"], ["feb", "fév", "fev", "фев", "lut"],
        ["mar", "mär", "mrz", "maa", "мар"], ["apr", "avr", "abr", "апр", "kwi"],
        ["may", "mai", "maj", "mag", "mei", "мая"], ["jun", "juin", "giu", "июн", "cze"],
        ["jul", "juil", "lug", "июл", "lip"], ["aug", "aoû", "ago", "авг", "sie"],
        ["sep", "set", "сен", "wrz"], ["oct", "okt", "out", "ott", "окт", "paź"],
        ["nov", "ноя", "lis"], ["dec", "dez", "déc", "dic", "дек", "gru"],
    ]

    private static func fromEpoch(_ value: Int, _ digits: Int) -> String? {
        let seconds = digits == 13 ? value / 1000 : value
        var days = seconds / 86400
        // Civil from days (Howard Hinnant, chrono-compatible low-level date algorithms).
        days += 719_468
        let era = days / 146_097
        let ofEra = days - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * ofYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return date(year, month, ofYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        return "\(year)-\(two(month))-\(two(day))"
    }

    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
