extension String {
    /// The first place of `other`, byte by byte. The library's search by Characters needs a hundred times as long to
    /// set itself up as a title or a byline needs to be gone through.
    func place(of other: String) -> Range<String.Index>? { places(of: other, most: 1).first }

    func lastPlace(of other: String) -> Range<String.Index>? { places(of: other).last }

    /// This text with every `other` replaced.
    func replacingAll(_ other: String, with new: String) -> String {
        var text = ""
        var from = startIndex
        for place in places(of: other) {
            text += self[from..<place.lowerBound]
            text += new
            from = place.upperBound
        }
        return from == startIndex ? self : text + self[from...]
    }

    /// The places of `other` that do not overlap, in order.
    private func places(of other: String, most: Int = .max) -> [Range<String.Index>] {
        let text = Array(utf8)
        let wanted = Array(other.utf8)
        var found: [Range<String.Index>] = []
        guard let first = wanted.first, text.count >= wanted.count else { return found }
        var start = 0
        while start <= text.count - wanted.count, found.count < most {
            guard text[start] == first,
                text[start..<(start + wanted.count)].elementsEqual(wanted)
            else {
                start += 1
                continue
            }
            let lower = utf8.index(startIndex, offsetBy: start)
            start += wanted.count
            found.append(lower..<utf8.index(startIndex, offsetBy: start))
        }
        return found
    }
}
