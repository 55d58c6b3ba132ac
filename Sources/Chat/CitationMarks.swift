/// A mark in an answer that names paragraphs: `[3]`, `[3, 5]`, `[3-5]`, `[¶3]`, `[^3]`, `【3】`.
package struct CitationMark: Equatable, Sendable {
    /// As written, ranges spelled out; ascending order is not promised. Numbers the article lacks included.
    package var numbers: [Int]
    /// The mark with its brackets, UTF-8 bytes of the answer.
    package var range: Range<Int>
}

/// Finds the citations of an answer and checks them against the article.
package enum Citations {
    /// The marks in text order. Also for an answer that is still coming: a mark that is not closed yet is none.
    package static func marks(in answer: String) -> [CitationMark] {
        var found: [CitationMark] = []
        var open: (byte: Int, scalars: [Unicode.Scalar])?
        var byte = 0
        for scalar in answer.unicodeScalars {
            let end = byte + UTF8.width(scalar)
            switch scalar {
            case "[", "［", "【": open = (byte, [])
            case "]", "］", "】":
                if let inside = open, let numbers = numbers(in: inside.scalars) {
                    found.append(CitationMark(numbers: numbers, range: inside.byte..<end))
                }
                open = nil
            default:
                open?.scalars.append(scalar)
                if let count = open?.scalars.count, count > 60 { open = nil }
            }
            byte = end
        }
        return found
    }

    /// `3`, `3, 5`, `3-5`, `¶3`, `3; 4 and 5`; nil for anything else.
    private static func numbers(in scalars: [Unicode.Scalar]) -> [Int]? {
        var numbers: [Int] = []
        var digits = 0
        var value = 0
        var isRange = false
        func close() -> Bool {
            guard digits > 0 else { return true }
            guard value > 0 else { return false }
            if isRange, let from = numbers.last {
                guard value > from, value - from <= 50 else { return false }
                numbers += (from + 1)...value
            } else {
                numbers.append(value)
            }
            (digits, value, isRange) = (0, 0, false)
            return true
        }
        for scalar in scalars {
            if let digit = scalar.properties.numericValue, (0...9).contains(digit),
                scalar.properties.numericType == .decimal
            {
                digits += 1
                value = value * 10 + Int(digit)
                if digits > 5 { return nil }
            } else {
                guard close() else { return nil }
                switch scalar {
                case "-", "–", "—", "‑", "−": isRange = !numbers.isEmpty
                case ",", ";", " ", "\u{A0}", "¶", "§", "、", "，", "&", "+", "#", "^": break
                default: return nil
                }
            }
        }
        guard close(), !numbers.isEmpty, numbers.count <= 100 else { return nil }
        return numbers
    }
}
