import CGumbo
import Glibc

extension Tree {
    /// Parses a guarded page.
    static func parsed(_ guarded: Guarded) -> Tree {
        var guarded = guarded
        var tree = Tree()
        tree.bytes = guarded.source
        tree.nodes.reserveCapacity(guarded.bytes.count / 12 + 16)
        tree.attributes.reserveCapacity(guarded.attributes.count + 16)
        let markup = guarded.bytes
        markup.withUnsafeBytes { source in
            guard let base = source.baseAddress?.assumingMemoryBound(to: CChar.self),
                let page = lec_page_parse(base, source.count)
            else { return }
            defer { lec_page_free(page) }
            if let root = lec_page_root(page) { tree.flatten(root, &guarded) }
        }
        if tree.nodes.isEmpty {
            tree.nodes.append(
                Node(tag: .html, parent: 0, end: 1, first: 0, count: 0, cut: nil))
        }
        return tree
    }

    private mutating func flatten(_ root: UnsafePointer<GumboNode>, _ guarded: inout Guarded) {
        // Open elements: the node, its index, its next child.
        var open: [(node: UnsafePointer<GumboNode>, index: Int, next: Int)] = []
        append(root, parent: 0, to: &open, &guarded)
        while let top = open.last {
            let children = top.node.pointee.v.element.children
            guard top.next < Int(children.length), let child = children.data[top.next] else {
                nodes[top.index].end = Int32(nodes.count)
                open.removeLast()
                continue
            }
            open[open.count - 1].next += 1
            append(
                UnsafePointer(child.assumingMemoryBound(to: GumboNode.self)),
                parent: Int32(top.index), to: &open, &guarded)
        }
    }

    private mutating func append(
        _ node: UnsafePointer<GumboNode>, parent: Int32,
        to open: inout [(node: UnsafePointer<GumboNode>, index: Int, next: Int)],
        _ guarded: inout Guarded
    ) {
        let index = nodes.count
        switch node.pointee.type {
        case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
            let element = node.pointee.v.element
            let first = attributes.count
            for number in 0..<Int(element.attributes.length) {
                guard
                    let attribute = element.attributes.data[number]?.assumingMemoryBound(
                        to: GumboAttribute.self)
                else { continue }
                append(attribute.pointee, guarded)
            }
            var tag = Tag.of(element.tag)
            if tag == .unknown, element.tag_namespace == GUMBO_NAMESPACE_MATHML {
                tag = Tag(formula: element.original_tag)
            }
            nodes.append(
                Node(
                    tag: tag, parent: parent, end: Int32(index + 1),
                    first: Int32(first), count: Int32(attributes.count - first), cut: nil))
            open.append((node, index, 0))
        case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
            guard let text = node.pointee.v.text.text else { return }
            let range = append(text, &guarded)
            nodes.append(
                Node(
                    tag: .text, parent: parent, end: Int32(index + 1), first: range.lowerBound,
                    count: Int32(range.count), cut: nil))
        default: break
        }
    }

    private mutating func append(_ attribute: GumboAttribute, _ guarded: Guarded) {
        guard let name = attribute.name, let value = attribute.value else { return }
        if name[0] == 0x61, name[1] == 0 {
            let number = Int(strtol(value, nil, 10))
            guard guarded.attributeEnds.indices.contains(number) else { return }
            let first = number == 0 ? 0 : Int(guarded.attributeEnds[number - 1])
            attributes += guarded.attributes[first..<Int(guarded.attributeEnds[number])]
            return
        }
        let length = strlen(name)
        let found = name.withMemoryRebound(to: UInt8.self, capacity: length) {
            AttributeName.of(UnsafeBufferPointer(start: $0, count: length))
        }
        guard let found else { return }
        let start = bytes.count
        append(value, length: strlen(value))
        attributes.append(
            Attribute(name: found.name, start: Int32(start), count: Int32(bytes.count - start)))
    }

    private mutating func append(_ text: UnsafePointer<CChar>, length: Int) {
        text.withMemoryRebound(to: UInt8.self, capacity: length) {
            bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
        }
    }

    /// Where a text is: in the source if one marker is all of it, else put together behind the source.
    private mutating func append(
        _ text: UnsafePointer<CChar>, _ guarded: inout Guarded
    ) -> Range<Int32> {
        let length = strlen(text)
        let start = bytes.count
        var place = 0
        while place < length {
            guard let hit = memchr(text + place, 0xF4, length - place) else { break }
            let found = UnsafeRawPointer(hit) - UnsafeRawPointer(text)
            guard let marker = marker(text, at: found, length: length, guarded) else {
                append(text + place, length: found + 1 - place)
                place = found + 1
                continue
            }
            // A page that writes markers by reference must not multiply its text.
            guarded.texts[marker.number] = Guarded.Stretch(start: 0, end: 0)
            if found == 0, marker.end == length { return marker.range }
            append(text + place, length: found - place)
            bytes += guarded.source[Int(marker.range.lowerBound)..<Int(marker.range.upperBound)]
            place = marker.end
        }
        append(text + place, length: length - place)
        return Int32(start)..<Int32(bytes.count)
    }

    /// The stretch of the source that a marker stands for, and where the marker ends.
    private func marker(
        _ text: UnsafePointer<CChar>, at place: Int, length: Int, _ guarded: Guarded
    ) -> (range: Range<Int32>, number: Int, end: Int)? {
        guard place + 6 <= length, memcmp(text + place, Guarded.marker, 4) == 0 else { return nil }
        var number = 0
        var end = place + 4
        while end < length, (0x30...0x39).contains(text[end]), number <= guarded.texts.count {
            number = number * 10 + Int(text[end] - 0x30)
            end += 1
        }
        guard end < length, text[end] == 0x3B, guarded.texts.indices.contains(number) else {
            return nil
        }
        let text = guarded.texts[number]
        return (text.start..<text.end, number, end + 1)
    }
}
