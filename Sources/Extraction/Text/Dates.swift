/// A date found in a text, with what was around it.
struct FoundDate: Equatable {
    /// ISO 8601: `2025-02-24`, or `2025-02-24T10:30:00+01:00` where a time and its zone are known,
    /// `2025-02-24T10:30:00` where the zone is not.
    var iso: String
    /// Words that are neither part of a date nor of the phrases around dates ("published on …").
    var strangers: Int
    /// Some word said that this is when the text was changed.
    var isUpdate: Bool
}

/// A date as ISO 8601, from any usual spelling: RFC 822, ISO 8601, `24 février 2025`, `Feb 24, 2025`,
/// `24.02.2025`, `2025年2月24日`, seconds since 1970. nil when there is none or it cannot be.
func isoDate(_ text: String) -> String? { findDate(text)?.iso }

/// The date in a short text.
func findDate(_ text: String) -> FoundDate? {
    guard text.utf8.count <= 400,
        text.utf8.contains(where: { $0 >= 0x80 || (0x30...0x39).contains($0) })
    else { return nil }
    var parser = DateParser()
    parser.read(Array(text.precomposedLowercase.unicodeScalars))
    return parser.result
}

extension String {
    /// Lower case, with the accents of decomposed letters where month names need them.
    fileprivate var precomposedLowercase: String { lowercased() }
}

private struct DateParser {
    private var numbers:
        [(value: Int, digits: Int, unit: Unicode.Scalar?, separator: Unicode.Scalar?)] = []
    private var month: Int?
    private var day: Int?
    private var year: Int?
    private var hour: Int?
    private var minute: Int?
    private var second = 0
    private var zone: String?
    private var strangers = 0
    private var isUpdate = false
    /// Numbers that stood before a month's name.
    private var before = 0

    mutating func read(_ scalars: [Unicode.Scalar]) {
        var index = 0
        if readISO(scalars) { return }
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar.isDigit, scalar.value < 0x80 {
                index = readNumber(scalars, index)
            } else if scalar.isLetter {
                var end = index
                while end < scalars.count,
                    scalars[end].isLetter
                        || scalars[end].properties.generalCategory == .nonspacingMark
                {
                    end += 1
                }
                var word = String.UnicodeScalarView()
                word.append(contentsOf: scalars[index..<end])
                readWord(String(word), previous: index > 0 ? scalars[index - 1] : " ")
                index = end
            } else {
                index += 1
            }
        }
    }

    // MARK: ISO 8601

    /// `2025-02-24T10:11:12.5+01:00`, `20250224T101112Z`, `2025-02`; true when that was all.
    private mutating func readISO(_ scalars: [Unicode.Scalar]) -> Bool {
        var digits: [Int] = []
        var index = 0
        while index < scalars.count, scalars[index].value == 0x20 { index += 1 }
        func number(_ count: Int) -> Int? {
            guard index + count <= scalars.count else { return nil }
            var value = 0
            for offset in 0..<count {
                guard (0x30...0x39).contains(scalars[index + offset].value) else { return nil }
                value = value * 10 + Int(scalars[index + offset].value - 0x30)
            }
            index += count
            return value
        }
        guard let year = number(4), (1000...2999).contains(year) else { return false }
        digits.append(year)
        let dashed = index < scalars.count && scalars[index] == "-"
        if dashed { index += 1 }
        guard let month = number(2), (1...12).contains(month) else { return false }
        let hasDay = index < scalars.count && (!dashed || scalars[index] == "-")
        if hasDay, dashed { index += 1 }
        guard hasDay, let day = number(2), (1...31).contains(day) else {
            guard dashed, index == scalars.count else { return false }
            isoMonth = "\(padded(year, 4))-\(padded(month, 2))"
            return true
        }
        self.year = year
        self.month = month
        self.day = day
        guard index < scalars.count, scalars[index] == "t" || scalars[index] == " " else {
            return index == scalars.count
        }
        while index < scalars.count, scalars[index] == "t" || scalars[index] == " " { index += 1 }
        guard let hour = number(2), hour < 25 else { return index == scalars.count }
        if index < scalars.count, scalars[index] == ":" { index += 1 }
        guard let minute = number(2), minute < 60 else { return true }
        self.hour = hour
        self.minute = minute
        if index < scalars.count, scalars[index] == ":" { index += 1 }
        if let second = number(2), second <= 60 { self.second = min(second, 59) }
        if index < scalars.count, scalars[index] == "." || scalars[index] == "," {
            index += 1
            while index < scalars.count, scalars[index].isDigit { index += 1 }
        }
        while index < scalars.count, scalars[index] == " " { index += 1 }
        readZone(scalars, index)
        return true
    }

    private var isoMonth: String?

    private mutating func readZone(_ scalars: [Unicode.Scalar], _ start: Int) {
        guard start < scalars.count else { return }
        var index = start
        if scalars[index] == "z" {
            zone = "Z"
            return
        }
        guard scalars[index] == "+" || scalars[index] == "-" || scalars[index].value == 0x2212
        else {
            let name = scalars[index...].prefix { $0.isLetter }.map(String.init).joined()
            zone = DateWords.zones[name]
            return
        }
        let sign = scalars[index] == "+" ? "+" : "-"
        index += 1
        var digits = ""
        while index < scalars.count, digits.count < 4 {
            if scalars[index].isDigit {
                digits.unicodeScalars.append(scalars[index])
            } else if scalars[index] != ":" {
                break
            }
            index += 1
        }
        if digits.count <= 2 { digits = (digits.count == 1 ? "0" : "") + digits + "00" }
        if digits.count == 3 { digits = "0" + digits }
        guard digits.count == 4, let value = Int(digits), value <= 1400 else { return }
        zone = value == 0 ? "Z" : "\(sign)\(digits.prefix(2)):\(digits.suffix(2))"
    }

    // MARK: Everything else

    private mutating func readNumber(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        var index = start
        var value = 0
        while index < scalars.count, scalars[index].isDigit, index - start < 13 {
            value = value * 10 + Int(scalars[index].value &- 0x30)
            index += 1
        }
        let digits = index - start
        let next = index < scalars.count ? scalars[index] : nil
        // A time: 10:30, 10h30, 10.30 with another pair behind is left to dates.
        if digits <= 2, value < 25, hour == nil, let next,
            next == ":" || next == "h" || next == "：",
            index + 2 < scalars.count, scalars[index + 1].isDigit, scalars[index + 2].isDigit
        {
            hour = value
            minute =
                Int(scalars[index + 1].value - 0x30) * 10 + Int(scalars[index + 2].value - 0x30)
            index += 3
            if index + 2 < scalars.count, scalars[index] == ":", scalars[index + 1].isDigit {
                second =
                    Int(scalars[index + 1].value - 0x30) * 10
                    + (scalars[index + 2].isDigit ? Int(scalars[index + 2].value - 0x30) : 0)
                second = min(59, second)
                index += 3
                if index < scalars.count, scalars[index] == "." {
                    index += 1
                    while index < scalars.count, scalars[index].isDigit { index += 1 }
                }
            }
            while index < scalars.count, scalars[index] == " " { index += 1 }
            if index < scalars.count, scalars[index] == "+" || scalars[index] == "-",
                index + 2 < scalars.count, scalars[index + 1].isDigit, scalars[index + 2].isDigit
            {
                readZone(scalars, index)
                index += 1
                while index < scalars.count, scalars[index].isDigit || scalars[index] == ":" {
                    index += 1
                }
            }
            return index
        }
        if digits <= 2, value < 25, let next, next == "h", hour == nil,
            index + 1 == scalars.count || !scalars[index + 1].isLetter
        {
            hour = value
            minute = 0
            return index + 1
        }
        var unit: Unicode.Scalar?
        if let next, "年月日년월일".unicodeScalars.contains(next) {
            unit = next
            index += 1
        } else if let next, next == " ", index + 1 < scalars.count,
            "年月日년월일".unicodeScalars.contains(scalars[index + 1])
        {
            unit = scalars[index + 1]
            index += 2
        }
        numbers.append((value, digits, unit, unit == nil ? next : nil))
        if month == nil { before += 1 }
        return index
    }

    private mutating func readWord(_ word: String, previous: Unicode.Scalar) {
        if month == nil, let found = DateWords.months[word.utf8] {
            month = Int(found)
            return
        }
        if word == "pm" || word == "p", let hour, hour < 12 {
            self.hour = hour + 12
            return
        }
        if word == "am", let hour, hour == 12 {
            self.hour = 0
            return
        }
        if hour != nil, zone == nil, let found = DateWords.zones[word] {
            zone = found
            return
        }
        if DateWords.updates.contains(word) {
            isUpdate = true
            return
        }
        if DateWords.fillers.contains(word) || DateWords.weekdays.contains(where: word.hasPrefix) {
            return
        }
        // The `th` of 24th, the `º` of 1º.
        if previous.isDigit, word.unicodeScalars.count <= 3 { return }
        strangers += 1
    }

    var result: FoundDate? {
        if let isoMonth { return FoundDate(iso: isoMonth, strangers: 0, isUpdate: false) }
        var own = self
        if own.year == nil || own.day == nil || own.month == nil { own.assign() }
        guard let year = own.year, let month = own.month, let day = own.day,
            (1000...2999).contains(year), (1...12).contains(month),
            day >= 1, day <= daysIn(month, year)
        else { return nil }
        var iso = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        if let hour = own.hour, let minute = own.minute, hour < 24, minute < 60 {
            iso +=
                "T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(own.second, 2))"
                + (own.zone ?? "")
        }
        return FoundDate(iso: iso, strangers: own.strangers, isUpdate: own.isUpdate)
    }

    /// Which number is the day, which the year?
    private mutating func assign() {
        for number in numbers {
            switch number.unit {
            case "年", "년": year = number.value
            case "月", "월": month = number.value
            case "日", "일": day = number.value
            default: break
            }
        }
        if numbers.contains(where: { $0.unit != nil }) { return }
        if month != nil {
            guard
                let yearIndex = numbers.firstIndex(where: { $0.digits == 4 })
                    ?? (numbers.count >= 2 ? numbers.indices.last { numbers[$0].digits == 2 } : nil)
            else { return }
            let value = numbers[yearIndex].value
            year = numbers[yearIndex].digits == 2 ? (value < 70 ? 2000 : 1900) + value : value
            let rest = numbers.indices.filter { $0 != yearIndex && numbers[$0].digits <= 2 }
            // 24 février 2025; Feb 24, 2025.
            guard let chosen = rest.first(where: { (1...31).contains(numbers[$0].value) }) else {
                return
            }
            day = numbers[chosen].value
            strangers += max(0, numbers.count - 2)
            return
        }
        if numbers.count == 1, [10, 13].contains(numbers[0].digits), strangers == 0 {
            setUnixTime(numbers[0].digits == 13 ? numbers[0].value / 1000 : numbers[0].value)
            return
        }
        guard numbers.count >= 3, let first = numbers.first,
            let separator = first.separator, "./-–".unicodeScalars.contains(separator)
        else { return }
        let (one, two, three) = (numbers[0], numbers[1], numbers[2])
        if one.digits == 4 {
            (year, month, day) = (one.value, two.value, three.value)
        } else if three.digits == 4 || three.digits == 2 && separator != "-" {
            year = three.digits == 4 ? three.value : (three.value < 70 ? 2000 : 1900) + three.value
            // Day first, as all the world writes it, unless that cannot be.
            (day, month) = two.value > 12 ? (two.value, one.value) : (one.value, two.value)
        }
        strangers += numbers.count - 3
    }

    private mutating func setUnixTime(_ seconds: Int) {
        let days = seconds / 86400
        // Days to a date: Howard Hinnant, chrono-compatible low-level date algorithms.
        let z = days + 719_468
        let era = z / 146_097
        let ofEra = z - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146_096) / 365
        let dayOfYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + ((month ?? 1) <= 2 ? 1 : 0)
        hour = seconds % 86400 / 3600
        minute = seconds % 3600 / 60
        second = seconds % 60
        zone = "Z"
    }

    private func daysIn(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private func padded(_ value: Int, _ digits: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
