import LecternCore

/// A page as a flat list of nodes in document order.
///
/// A node's descendants are the nodes right behind it, up to its `end`: every walk is a loop over indices, and
/// nothing recurses however deep a page nests.
struct Tree {
    var nodes: [Node] = []
    var attributes: [Attribute] = []
    /// UTF-8 of all texts and attribute values.
    var bytes: [UInt8] = []

    struct Node {
        var tag: Tag
        /// Index of the parent; the root is its own.
        var parent: Int32
        /// Index behind the last descendant.
        var end: Int32
        /// For a text, its bytes; for an element, its attributes.
        var first: Int32
        var count: Int32
        /// Why it is not part of the article; nil while it may be.
        var cut: Cut?
    }

    struct Attribute {
        var name: AttributeName
        var start: Int32
        var count: Int32
    }

    var indices: Range<Int> { 0..<nodes.count }

    func end(_ index: Int) -> Int { Int(nodes[index].end) }
    func tag(_ index: Int) -> Tag { nodes[index].tag }
    func parent(_ index: Int) -> Int { Int(nodes[index].parent) }
    func isText(_ index: Int) -> Bool { nodes[index].tag == .text }

    /// Bytes of a text node, as in the source: blanks not collapsed.
    func textRange(_ index: Int) -> Range<Int> {
        let node = nodes[index]
        return Int(node.first)..<Int(node.first + node.count)
    }

    /// An attribute's value; nil where it is absent.
    func value(_ name: AttributeName, of index: Int) -> String? {
        valueRange(name, of: index).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    func valueRange(_ name: AttributeName, of index: Int) -> Range<Int>? {
        let node = nodes[index]
        guard node.tag != .text else { return nil }
        for attribute in attributes[Int(node.first)..<Int(node.first + node.count)]
        where attribute.name == name {
            return Int(attribute.start)..<Int(attribute.start + attribute.count)
        }
        return nil
    }

    /// Does an attribute hold one of these words (lower-case ASCII) in any case? Costs no string.
    func mentions(_ name: AttributeName, of index: Int, _ words: [[UInt8]]) -> Bool {
        guard let range = valueRange(name, of: index) else { return false }
        return bytes.withUnsafeBufferPointer { all in
            for word in words where word.count <= range.count {
                var start = range.lowerBound
                while start <= range.upperBound - word.count {
                    var length = 0
                    while length < word.count, all[start + length] | 0x20 == word[length] | 0x20 {
                        length += 1
                    }
                    if length == word.count { return true }
                    start += 1
                }
            }
            return false
        }
    }

    /// Is an attribute this word (lower-case ASCII) in any case? Costs no string.
    func equals(_ name: AttributeName, of index: Int, _ word: [UInt8]) -> Bool {
        guard let range = valueRange(name, of: index), range.count == word.count else {
            return false
        }
        for (place, byte) in zip(range, word) where bytes[place] | 0x20 != byte { return false }
        return true
    }

    func has(_ name: AttributeName, _ index: Int) -> Bool { valueRange(name, of: index) != nil }

    /// The element's ancestors from the inside, without itself.
    func ancestors(of index: Int) -> some Sequence<Int> {
        sequence(state: index) { state -> Int? in
            let parent = Int(nodes[state].parent)
            guard parent != state else { return nil }
            state = parent
            return parent
        }
    }

    /// Indices of the element's children in order.
    func children(of index: Int) -> some Sequence<Int> {
        let end = end(index)
        return sequence(state: index + 1) { state -> Int? in
            guard state < end else { return nil }
            let child = state
            state = Int(nodes[state].end)
            return child
        }
    }

    /// The first element of a name inside `range`, in document order.
    func first(_ tag: Tag, in range: Range<Int>) -> Int? {
        range.first { nodes[$0].tag == tag }
    }

    /// The text of the nodes in a range, white space collapsed, cut parts left out.
    func text(in range: Range<Int>, limit: Int = .max) -> String {
        var out: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound, out.count < limit {
            let node = nodes[index]
            if node.tag == .text {
                appendCollapsed(textRange(index), to: &out)
            } else if node.cut != nil && node.cut?.isInvisible == true {
                index = Int(node.end)
                continue
            } else if node.tag.isBlock || node.tag == .br {
                if let last = out.last, last != 0x20 { out.append(0x20) }
            }
            index += 1
        }
        while out.last == 0x20 { out.removeLast() }
        return cleanText(out[...])
    }

    func text(of index: Int, limit: Int = .max) -> String {
        text(in: index..<end(index), limit: limit)
    }

    private func appendCollapsed(_ range: Range<Int>, to out: inout [UInt8]) {
        for byte in bytes[range] {
            if byte <= 0x20 {
                if let last = out.last, last != 0x20 { out.append(0x20) }
            } else {
                out.append(byte)
            }
        }
    }
}

/// Bytes as text without controls; no-break spaces stay.
func cleanText(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    // All forbidden scalars but C0 and DEL are above U+007F: ASCII needs one look.
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    if !text.unicodeScalars.contains(where: \.isUnwanted) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isUnwanted { out.append(scalar) }
    return String(out)
}

extension Unicode.Scalar {
    /// A control, a bidi control or another invisible character that no article is made of.
    ///
    /// Zero-width joiner and non-joiner and the soft hyphen stay: scripts and the typesetter need them.
    var isUnwanted: Bool { value != 0x0A && isForbidden }
}
