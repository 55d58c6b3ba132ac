/// A run of text and the styled stretches in it.
///
/// One contiguous string, so that search, citation and layout all see the same words; `spans` say which
/// stretches are emphasised or linked. Every offset is in **UTF-8 bytes** from the start of `text`, on a
/// Character boundary.
package struct RichText: Equatable, Sendable {
    /// The words: no control characters, no markup; a line break inside the paragraph is `\n`.
    package var text: String
    /// Styled stretches in text order; they never overlap and never leave `text`. Unstyled text has none.
    package var spans: [Span]

    package init(_ text: String = "", spans: [Span] = []) {
        self.text = text
        self.spans = spans
    }

    package var isEmpty: Bool { text.isEmpty }

    /// Appends text in one style; neighbours of the same looks become one span.
    ///
    /// What is raised or lowered becomes the signs that stand for it, where there are such, and is no mark of a note or a
    /// link: what is shown, kept, searched and told to a chatbot is `10⁸` then, and never 108.
    package mutating func append(
        _ more: String, style: InlineStyle = [], link: LinkID? = nil, note: NoteID? = nil
    ) {
        guard !more.isEmpty else { return }
        if link == nil, note == nil, let signs = more.raised(as: style) {
            return append(signs, style: style.subtracting([.superscript, .subscript]))
        }
        let start = text.utf8.count
        text += more
        guard !style.isEmpty || link != nil || note != nil else { return }
        let end = text.utf8.count
        if let last = spans.last, last.range.upperBound == start, last.style == style,
            last.link == link, last.note == note
        {
            spans[spans.count - 1].range = last.range.lowerBound..<end
        } else {
            spans.append(Span(range: start..<end, style: style, link: link, note: note))
        }
    }

    /// Appends another text with its spans.
    package mutating func append(_ other: RichText) {
        let start = text.utf8.count
        text += other.text
        for span in other.spans {
            var moved = span
            moved.range = (span.range.lowerBound + start)..<(span.range.upperBound + start)
            spans.append(moved)
        }
    }

    /// The stretch `range` (UTF-8 bytes, on Character boundaries, inside the text) with its spans.
    package func slice(_ range: Range<Int>) -> RichText {
        let part = String(text.utf8Slice(range))
        let inside = spans.compactMap { span -> Span? in
            let cut = span.range.clamped(to: range)
            guard !cut.isEmpty else { return nil }
            var moved = span
            moved.range = (cut.lowerBound - range.lowerBound)..<(cut.upperBound - range.lowerBound)
            return moved
        }
        return RichText(part, spans: inside)
    }

    /// The text in parts of `longest` UTF-8 bytes at most, cut at a blank where there is one in the last quarter.
    package func parts(longest: Int) -> [RichText] {
        var text = text
        var cuts = [0]
        text.withUTF8 { bytes in
            while let start = cuts.last, bytes.count - start > longest {
                var end = start + longest
                let least = end - longest / 4
                if let blank = (least..<end).last(where: { bytes[$0] == 0x20 }) {
                    end = blank + 1
                } else {
                    while end > least, bytes[end] & 0xC0 == 0x80 { end -= 1 }
                }
                cuts.append(end)
            }
            cuts.append(bytes.count)
        }
        // Spans are in order: each part takes its own, and a span across a cut is in both.
        var parts: [RichText] = []
        var first = 0
        for (start, end) in zip(cuts, cuts.dropFirst()) {
            while first < spans.count, spans[first].range.upperBound <= start { first += 1 }
            let own = spans[first...].prefix { $0.range.lowerBound < end }
            parts.append(RichText(text, spans: Array(own)).slice(start..<end).trimmed)
        }
        return parts.filter { !$0.isEmpty }
    }

    /// The text with the marks of its footnotes written otherwise: read by itself, `word1` is no word.
    package func text(marking note: (String) -> String) -> String {
        guard spans.contains(where: { $0.note != nil }) else { return text }
        var out = ""
        var place = 0
        for span in spans where span.note != nil {
            out += text.utf8Slice(place..<span.range.lowerBound)
            out += note(String(text.utf8Slice(span.range)))
            place = span.range.upperBound
        }
        return out + text.utf8Slice(place..<text.utf8.count)
    }

    /// The text without white space at its ends.
    package var trimmed: RichText {
        if let first = text.utf8.first, let last = text.utf8.last, (0x21..<0x7F).contains(first),
            (0x21..<0x7F).contains(last)
        {
            return self
        }
        var start = 0
        var end = text.utf8.count
        for character in text {
            guard character.isWhitespace else { break }
            start += character.utf8.count
        }
        guard start < end else { return RichText() }
        for character in text.reversed() {
            guard character.isWhitespace else { break }
            end -= character.utf8.count
        }
        return start == 0 && end == text.utf8.count ? self : slice(start..<end)
    }
}

extension RichText: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text) }
}

/// A styled stretch of a `RichText`.
package struct Span: Equatable, Sendable {
    /// UTF-8 bytes into the text; never empty.
    package var range: Range<Int>
    package var style: InlineStyle
    /// Index into the article's `links`.
    package var link: LinkID?
    /// A reference to a footnote: the stretch is the note's mark, such as `1`.
    package var note: NoteID?

    package init(
        range: Range<Int>, style: InlineStyle = [], link: LinkID? = nil, note: NoteID? = nil
    ) {
        self.range = range
        self.style = style
        self.link = link
        self.note = note
    }
}

/// How a stretch of text is meant; the theme decides how that looks.
package struct InlineStyle: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let emphasis = InlineStyle(rawValue: 1 << 0)
    package static let strong = InlineStyle(rawValue: 1 << 1)
    package static let code = InlineStyle(rawValue: 1 << 2)
    package static let strike = InlineStyle(rawValue: 1 << 3)
    package static let superscript = InlineStyle(rawValue: 1 << 4)
    package static let `subscript` = InlineStyle(rawValue: 1 << 5)
    package static let mark = InlineStyle(rawValue: 1 << 6)
    package static let underline = InlineStyle(rawValue: 1 << 7)
    /// Text a person types, such as a key.
    package static let keyboard = InlineStyle(rawValue: 1 << 8)
}

extension String {
    /// The Characters of a range of UTF-8 bytes; ends inside a Character are moved to its start.
    package func utf8Slice(_ range: Range<Int>) -> Substring {
        let bytes = utf8
        let from = bytes.index(
            bytes.startIndex, offsetBy: range.lowerBound, limitedBy: bytes.endIndex)
        let to = bytes.index(
            bytes.startIndex, offsetBy: range.upperBound, limitedBy: bytes.endIndex)
        return self[(from ?? bytes.endIndex)..<(to ?? bytes.endIndex)]
    }
}
