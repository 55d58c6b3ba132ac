import LecternCore

/// What is left of a picture's markup in scraped text.
struct Debris: Equatable {
    /// Bytes of the paragraph that must not be shown.
    var range: Range<Int>
    /// The picture's address as far as the debris tells it.
    var address: Address?
    /// Its description, where that half survived.
    var alt: String?
}

/// Finds picture debris in a paragraph: `%2Fs3%2Fhost%2Fa.jpg&w=640)`, `…/a.jpg)`, `![alt](a.jpg)` and
/// halves of it, data URIs, `srcset` lists. What a person may have written (an address, a path) stays.
struct DebrisFinder {
    let bytes: [UInt8]
    let base: Address?
    /// In text order, never overlapping.
    private(set) var found: [Debris] = []
    /// Round brackets that are open where the search stands.
    private var openBrackets = 0

    /// Pieces that are looked for in one paragraph: no page leaves more, a hostile one might.
    private static let limit = 200

    init(_ text: String, base: Address?) {
        bytes = Array(text.utf8)
        self.base = base
        guard DebrisFinder.maybe(bytes) else { return }
        findMarkdown()
        findTokens()
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The text without its debris, blanks at the cuts made one.
    var text: String {
        var out: [UInt8] = []
        var at = 0
        for debris in found where debris.range.lowerBound >= at {
            out += bytes[at..<debris.range.lowerBound]
            at = debris.range.upperBound
            if out.last == 0x20, at >= bytes.count || bytes[at] == 0x20 { out.removeLast() }
        }
        out += bytes[at...]
        return RichText(String(decoding: out, as: UTF8.self)).trimmed.text
    }

    // MARK: A quick look

    /// False for nearly all prose: none of the marks that debris has.
    private static func maybe(_ bytes: [UInt8]) -> Bool {
        var run = 0
        for index in bytes.indices {
            let byte = bytes[index]
            run = byte > 0x20 && byte < 0x7F ? run + 1 : 0
            if run >= 200 { return true }
            switch byte {
            case 0x2E: if imageExtension(bytes, at: index) != nil { return true }
            case 0x5D: if bytes.has("](", at: index) { return true }
            case 0x21: if bytes.has("![", at: index) { return true }
            case 0x3A: if bytes.has("data:", at: index - 4) { return true }
            default: continue
            }
        }
        return false
    }

    /// Length of `.jpg` and the like at `index`, with nothing of a word behind it; nil when it is none.
    static func imageExtension(_ bytes: [UInt8], at index: Int) -> Int? {
        var end = index + 1
        while end < bytes.count, end - index <= 5,
            (0x61...0x7A).contains(bytes[end]) || (0x41...0x5A).contains(bytes[end])
        {
            end += 1
        }
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        if imageNames.contains(name.lowercased()) {
            return end < bytes.count && (0x30...0x39).contains(bytes[end]) ? nil : end - index
        }
        // Glued to the next word: `.jpgLorsque`.
        for length in [3, 4] where name.utf8.count > length {
            let head = name.prefix(length)
            let next = bytes[index + 1 + length]
            if imageNames.contains(String(head)), (0x41...0x5A).contains(next) { return length + 1 }
        }
        return nil
    }

    static let imageNames: Set<String> = [
        "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp", "jfif", "heic", "tif", "tiff",
    ]

    // MARK: Halves of ![alt](address)

    private mutating func findMarkdown() {
        var index = 0
        var tries = 0
        while index + 1 < bytes.count, tries < DebrisFinder.limit {
            defer { index += 1 }
            if bytes.has("![", at: index) {
                tries += 1
                let limit = min(bytes.count, index + 2000)
                guard let middle = firstMiddle(from: index + 2, to: limit) else {
                    // The half with the description, up to the end of the paragraph.
                    guard limit == bytes.count, limit - index < 400, startsWord(index),
                        !bytes[index...].contains(0x5D)
                    else { continue }
                    let alt = bytes.string((index + 2)..<bytes.count)
                    found.append(Debris(range: index..<bytes.count, alt: alt.isEmpty ? nil : alt))
                    return
                }
                let end = closing(from: middle + 2)
                let alt = bytes.string((index + 2)..<middle)
                found.append(
                    Debris(
                        range: index..<end.after, address: address((middle + 2)..<end.at),
                        alt: alt.isEmpty ? nil : alt))
                index = end.after - 1
            } else if bytes.has("](", at: index), !hasOpening(before: index) {
                tries += 1
                let end = closing(from: index + 2)
                guard end.after > end.at || end.at == bytes.count else { continue }
                found.append(
                    Debris(range: index..<end.after, address: address((index + 2)..<end.at)))
                index = end.after - 1
            }
        }
    }

    /// At the start, behind a blank or glued to a word: not the `#![` of a program.
    private func startsWord(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = bytes.scalar(before: index, floor: 0).scalar
        return before == " " || before.isLetter || before.endsSentence || before.closes
    }

    private func firstMiddle(from start: Int, to end: Int) -> Int? {
        var index = start
        while index + 1 < end {
            if bytes[index] == 0x5D, bytes[index + 1] == 0x28 { return index }
            index += 1
        }
        return nil
    }

    /// Is there a `[` that the `]` at `index` closes?
    private func hasOpening(before index: Int) -> Bool {
        var depth = 0
        var at = index - 1
        while at >= 0, index - at < 1000 {
            if bytes[at] == 0x5D { depth += 1 }
            if bytes[at] == 0x5B {
                if depth == 0 { return true }
                depth -= 1
            }
            at -= 1
        }
        return false
    }

    /// Where an address in brackets ends: before its `)`, or at the blank or end that cuts it off.
    private func closing(from start: Int) -> (at: Int, after: Int) {
        var depth = 0
        var index = start
        while index < bytes.count, bytes[index] != 0x20, bytes[index] != 0x0A {
            if bytes[index] == 0x28 { depth += 1 }
            if bytes[index] == 0x29 {
                if depth == 0 { return (index, index + 1) }
                depth -= 1
            }
            index += 1
        }
        // A title behind the address: ![alt](a.jpg "title").
        if index + 1 < bytes.count, bytes[index] == 0x20, bytes[index + 1] == 0x22,
            let quote = bytes.firstIndex(
                of: 0x22, from: index + 2, to: min(bytes.count, index + 400)),
            quote + 1 < bytes.count, bytes[quote + 1] == 0x29
        {
            return (index, quote + 2)
        }
        return (index, index)
    }

    // MARK: Words that are debris

    private mutating func findTokens() {
        let halves = found
        var half = 0
        var start = 0
        while start < bytes.count, found.count < halves.count + DebrisFinder.limit {
            while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
            if half < halves.count, start >= halves[half].range.lowerBound {
                start = max(start, halves[half].range.upperBound)
                half += 1
                continue
            }
            var end = start
            let bound = half < halves.count ? halves[half].range.lowerBound : bytes.count
            while end < bound, bytes[end] != 0x20, bytes[end] != 0x0A { end += 1 }
            guard start < end else { continue }
            if let debris = token(start..<end) {
                found.append(debris)
                // What follows a cut in one token is looked at again: two pictures glued together.
                end = max(debris.range.upperBound, start + 1)
            } else {
                for byte in bytes[start..<end] {
                    if byte == 0x28 { openBrackets += 1 }
                    if byte == 0x29, openBrackets > 0 { openBrackets -= 1 }
                }
            }
            start = end
        }
    }

    private func token(_ range: Range<Int>) -> Debris? {
        if let data = dataAddress(range) { return Debris(range: data) }
        guard range.count < 4000 else { return blob(range).map { Debris(range: $0) } }
        guard let name = imageName(range) else { return blob(range).map { Debris(range: $0) } }
        return path(range, name: name)
    }

    /// The first picture's file extension in a token.
    private func imageName(_ range: Range<Int>) -> Range<Int>? {
        for index in range where bytes[index] == 0x2E {
            if let length = DebrisFinder.imageExtension(bytes, at: index) {
                return index..<index + length
            }
        }
        return nil
    }

    /// `data:image/png;base64,…` and the run of data behind it.
    private func dataAddress(_ range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        while start < range.upperBound {
            guard bytes.has("data:", at: start) else {
                start += 1
                if start - range.lowerBound > 400 { return nil }
                continue
            }
            let head = bytes.string(start..<min(start + 60, range.upperBound)).lowercased()
            guard
                ["data:image/", "data:application/", "data:font/", "data:text/"].contains(
                    where: head.hasPrefix), head.contains(",")
            else { return nil }
            var end = start
            while end < range.upperBound, bytes[end] < 0x80, bytes[end] != 0x29 { end += 1 }
            while end < range.upperBound, bytes[end] == 0x29 || bytes[end] == 0x22 { end += 1 }
            return start..<end
        }
        return nil
    }

    /// Two hundred letters, digits and `+/=` without a break: base64, no word in any language.
    private func blob(_ range: Range<Int>) -> Range<Int>? {
        guard range.count >= 200 else { return nil }
        var upper = 0
        var lower = 0
        var digits = 0
        var marks = 0
        for index in range {
            switch bytes[index] {
            case 0x41...0x5A: upper += 1
            case 0x61...0x7A: lower += 1
            case 0x30...0x39: digits += 1
            case 0x2B, 0x2F, 0x3D, 0x29: marks += 1
            default: return nil
            }
        }
        let least = range.count / 50
        return upper > least * 5 && lower > least * 5 && digits > least && marks > 0 ? range : nil
    }

    /// A path to a picture, with evidence that it is a scar.
    private func path(_ range: Range<Int>, name: Range<Int>) -> Debris? {
        var end = name.upperBound
        var brackets = 0
        var query = false
        let glued = end < range.upperBound && (0x41...0x5A).contains(bytes[end])
        while !glued, end < range.upperBound, bytes[end] < 0x80 {
            let byte = bytes[end]
            if byte == 0x28 { brackets += 1 }
            if byte == 0x29 {
                if brackets == 0 { break }
                brackets -= 1
            }
            if byte == 0x3D { query = true }
            end += 1
        }
        let closed = end < range.upperBound && bytes[end] == 0x29
        let tail = closed ? end + 1 : end

        let isAlone = range.lowerBound == 0 && tail == bytes.count
        if let web = scheme(range, before: name.lowerBound) {
            let isFront = web == range.lowerBound
            let before = isFront ? " " : bytes.scalar(before: web, floor: range.lowerBound).scalar
            // In quotes or brackets, or behind `src=`: somebody wrote it so.
            let opened =
                !isFront && !before.isLetter && !before.isDigit && !before.endsSentence
                && (!before.closes || before == "\"" || before == "'")
            let width = srcsetWidth(after: range.upperBound)
            guard !opened,
                isAlone && isFront || !isFront || width != nil
                    || closed && !hasOpenBracket(range.lowerBound..<web)
            else { return nil }
            if isFront, !isAlone, width == nil, !closed { return nil }
            let from = !isFront && bytes[web - 1] == 0x5B ? web - 1 : web
            return Debris(
                range: from..<(width ?? tail),
                address: address(web..<(query ? end : name.upperBound)))
        }

        var separators = 0
        var encoded = 0
        var first: Int?
        for index in range.lowerBound..<name.lowerBound {
            let isEncoded = bytes.has("%2F", at: index) || bytes.has("%2f", at: index)
            if bytes[index] == 0x2F || isEncoded {
                separators += 1
                if isEncoded { encoded += 1 }
                if first == nil { first = index }
            }
        }
        guard var start = first, separators >= 2 else { return nil }
        var evidence = 0
        if closed, !hasOpenBracket(range.lowerBound..<start) { evidence += 2 }
        if encoded >= 2 { evidence += 2 }
        if query { evidence += 2 }
        if namesHost(start..<name.upperBound) { evidence += 1 }
        if start > range.lowerBound {
            let before = bytes.scalar(before: start, floor: range.lowerBound).scalar
            if !before.isLetter, !before.isDigit, before != ".", before != "_", before != "-",
                before != "~"
            {
                evidence += 1
            }
        } else if isAlone {
            evidence += 1
        }
        guard evidence >= 2 else { return nil }
        let address = self.address(start..<name.upperBound)
        // A path without a slash in front, where no word can be glued to it.
        if start > range.lowerBound, range.lowerBound == 0, isAlone,
            bytes[range.lowerBound..<start].allSatisfy({
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
                    || $0 == 0x2E
            })
        {
            start = range.lowerBound
        }
        return Debris(range: start..<tail, address: address)
    }

    /// Where `http://` or `https://` stands in a token, before the file's name.
    private func scheme(_ range: Range<Int>, before end: Int) -> Int? {
        for index in range where index < end && bytes[index] | 0x20 == 0x68 {
            if bytes.has("https://", at: index) || bytes.has("http://", at: index) { return index }
        }
        return nil
    }

    /// ` 640w,` behind an address: the end of that entry.
    private func srcsetWidth(after end: Int) -> Int? {
        var index = end
        guard index < bytes.count, bytes[index] == 0x20 else { return nil }
        index += 1
        let start = index
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) || bytes[index] == 0x2E {
            index += 1
        }
        guard index > start, index < bytes.count, bytes[index] == 0x77 || bytes[index] == 0x78
        else { return nil }
        index += 1
        if index < bytes.count, bytes[index] == 0x2C { index += 1 }
        return index == bytes.count || bytes[index] == 0x20 ? index : nil
    }

    /// Does a `(` stand open behind this front part of a token?
    private func hasOpenBracket(_ front: Range<Int>) -> Bool {
        var depth = openBrackets
        for byte in bytes[front] {
            if byte == 0x28 { depth += 1 }
            if byte == 0x29, depth > 0 { depth -= 1 }
        }
        return depth > 0
    }
}
