import LecternCore

/// What posts of a thread repeat of each other.
extension Finisher {
    /// Bytes of a block that tell it from others.
    private static let openingBytes = 160

    /// Quotes of half a post or more, when that post stands above: it has been read. The line that says who is
    /// answered stays, and so do a few sentences picked out of a longer post.
    mutating func dropQuotedPosts() {
        var owners: [String: Int] = [:]
        // Bytes of each post, its header aside.
        var sizes = [0]
        var index = 0
        while index < blocks.count {
            guard isQuote(index) else {
                if blocks[index].headingLevel == 2 {
                    sizes.append(0)
                } else if !blocks[index].text.isEmpty {
                    let key = opening(of: index)
                    if owners[key] == nil { owners[key] = sizes.count - 1 }
                    sizes[sizes.count - 1] += blocks[index].text.utf8.count
                }
                index += 1
                continue
            }
            let end = blocks[index...].indices.first { !isQuote($0) } ?? blocks.endIndex
            var quoted: [Int: [Int]] = [:]
            for place in index..<end {
                guard let owner = owners[opening(of: place)], owner < sizes.count - 1 else {
                    continue
                }
                quoted[owner, default: []].append(place)
            }
            for (owner, places) in quoted {
                let bytes = places.reduce(0) { $0 + blocks[$1].text.utf8.count }
                guard bytes * 2 >= sizes[owner] else { continue }
                for place in places { drop(place) }
            }
            index = end
        }
    }

    private func isQuote(_ index: Int) -> Bool { blocks[index].containers.contains(.quote) }

    private func opening(of index: Int) -> String {
        String(decoding: blocks[index].text.utf8.prefix(Self.openingBytes), as: UTF8.self)
    }
}
