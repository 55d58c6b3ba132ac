extension Guardian {
    /// What a script holds, by its type.
    enum Script { case program, linkedData, formula }

    /// Goes behind the tag's `>`, quotes observed.
    mutating func skipAttributes() {
        while position < source.count {
            switch source[position] {
            case 0x3E:
                position += 1
                return
            case 0x22, 0x27:
                position = find(source[position], from: position + 1).map { $0 + 1 } ?? source.count
            default: position += 1
            }
        }
    }

    /// Takes note of the attributes that are read, each name once, and goes behind the tag's `>`.
    mutating func copyAttributes(of tag: Tag) -> Script {
        var seen: UInt64 = 0
        var script = Script.program
        let first = out.attributes.count
        defer {
            if out.attributes.count > first {
                out.bytes.append(0x20)
                out.bytes.append(0x61)
                out.bytes.append(0x3D)
                append(number: out.attributeEnds.count)
                out.attributeEnds.append(Int32(out.attributes.count))
            }
        }
        while position < source.count {
            let byte = source[position]
            if byte == 0x3E {
                position += 1
                return script
            }
            if byte <= 0x20 || byte == 0x2F {
                position += 1
                continue
            }
            let start = position
            position += 1
            while position < source.count, source[position] > 0x20, source[position] != 0x3D,
                source[position] != 0x3E, source[position] != 0x2F
            {
                position += 1
            }
            let name = AttributeName.of(UnsafeBufferPointer(rebasing: source[start..<position]))
            while position < source.count, source[position] <= 0x20 { position += 1 }
            guard position < source.count, source[position] == 0x3D else {
                if let name { append(name, 0..<0, quote: 0x22, of: tag, seen: &seen) }
                continue
            }
            position += 1
            while position < source.count, source[position] <= 0x20 { position += 1 }
            guard position < source.count else { return script }
            var quote = source[position]
            let value: Range<Int>
            if quote == 0x22 || quote == 0x27 {
                let end = find(quote, from: position + 1) ?? source.count
                value = (position + 1)..<end
                position = min(end + 1, source.count)
            } else {
                quote = 0
                let begin = position
                while position < source.count, source[position] > 0x20, source[position] != 0x3E {
                    position += 1
                }
                value = begin..<position
            }
            guard let name else { continue }
            if tag == .script, name.name == .type {
                let type = source[value].map { $0 | 0x20 }
                if type.starts(with: "application/ld+json".utf8) { script = .linkedData }
                if type.starts(with: "math/tex".utf8) { script = .formula }
            }
            append(name, value, quote: quote, of: tag, seen: &seen)
        }
        return script
    }

    private mutating func append(
        _ entry: AttributeName.Entry, _ value: Range<Int>, quote: UInt8, of tag: Tag,
        seen: inout UInt64
    ) {
        let bit = UInt64(1) << entry.number
        guard seen & bit == 0 else { return }
        seen |= bit
        var value = value
        // A picture inside the page is the one thing that takes so much.
        let isPicture =
            entry.name == .src && tag == .img && (400...400_000).contains(value.count)
            && source[value].starts(with: "data:image/".utf8)
        if value.count > Guarded.valueLimit, !isPicture {
            value = value.lowerBound..<value.lowerBound
        }
        // Short ones and all others are placeholders.
        if value.count > 64, !isPicture, source[value].starts(with: "data:".utf8) {
            value = value.lowerBound..<(value.lowerBound + 5)
        }
        // The tree builder looks at these two itself, and knows what references in a value mean.
        let isForBuilder = entry.name == .encoding || entry.name == .type && tag == .input
        if !isForBuilder, !source[value].contains(where: { $0 == 0x26 || $0 == 0 }) {
            out.attributes.append(
                Tree.Attribute(
                    name: entry.name, start: Int32(value.lowerBound), count: Int32(value.count)))
            return
        }
        let mark = quote == 0x27 ? quote : 0x22
        out.bytes.append(0x20)
        out.bytes.append(contentsOf: entry.bytes)
        out.bytes.append(0x3D)
        out.bytes.append(mark)
        if quote == 0 {
            for byte in source[value] where byte != 0x22 { out.bytes.append(byte) }
        } else {
            out.bytes.append(contentsOf: source[value])
        }
        out.bytes.append(mark)
    }
}
