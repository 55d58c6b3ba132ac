import CGumbo
import Glibc

extension Tree {
    /// Parses a guarded page.
    static func parsed(_ guarded: Guarded) -> Tree {
        var tree = Tree()
        tree.bytes.reserveCapacity(guarded.bytes.count)
        tree.nodes.reserveCapacity(guarded.bytes.count / 24 + 16)
        guarded.bytes.withUnsafeBytes { source in
            guard let base = source.baseAddress?.assumingMemoryBound(to: CChar.self),
                let page = lec_page_parse(base, source.count)
            else { return }
            defer { lec_page_free(page) }
            if let root = lec_page_root(page) { tree.flatten(root) }
        }
        if tree.nodes.isEmpty {
            tree.nodes.append(
                Node(tag: .html, parent: 0, end: 1, first: 0, count: 0, cut: nil))
        }
        return tree
    }

    private mutating func flatten(_ root: UnsafePointer<GumboNode>) {
        // Open elements: the node, its index, its next child.
        var open: [(node: UnsafePointer<GumboNode>, index: Int, next: Int)] = []
        append(root, parent: 0, to: &open)
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
                parent: Int32(top.index), to: &open)
        }
    }

    private mutating func append(
        _ node: UnsafePointer<GumboNode>, parent: Int32,
        to open: inout [(node: UnsafePointer<GumboNode>, index: Int, next: Int)]
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
                append(attribute.pointee)
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
            let start = bytes.count
            append(text)
            nodes.append(
                Node(
                    tag: .text, parent: parent, end: Int32(index + 1), first: Int32(start),
                    count: Int32(bytes.count - start), cut: nil))
        default: break
        }
    }

    private mutating func append(_ attribute: GumboAttribute) {
        guard let name = attribute.name, let value = attribute.value else { return }
        let length = strlen(name)
        let found = name.withMemoryRebound(to: UInt8.self, capacity: length) {
            AttributeName.of(UnsafeBufferPointer(start: $0, count: length))
        }
        guard let found else { return }
        let start = bytes.count
        append(value)
        attributes.append(
            Attribute(name: found.name, start: Int32(start), count: Int32(bytes.count - start)))
    }

    private mutating func append(_ text: UnsafePointer<CChar>) {
        let length = strlen(text)
        text.withMemoryRebound(to: UInt8.self, capacity: length) {
            bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
        }
    }
}
