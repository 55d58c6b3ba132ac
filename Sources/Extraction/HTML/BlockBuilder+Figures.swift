import LecternCore

extension BlockBuilder {
    /// A `<figure>`: its picture with the caption; anything else in it stays what it is.
    mutating func readFigure(_ index: Int) -> Int {
        flush()
        let range = (index + 1)..<tree.end(index)
        let holdsText = contains(index) {
            $0 == .table || $0 == .pre || $0 == .blockquote || $0 == .ul || $0 == .ol
                || $0 == .figure
        }
        guard !holdsText, let picture = picture(in: range) else {
            frames.append(Frame(end: tree.end(index), undo: .flush))
            return index + 1
        }
        var figure = picture
        if let around = tree.first(.a, in: range), tree.nodes[around].cut == nil,
            contains(around, where: { $0 == .img }),
            let href = tree.value(.href, of: around), let id = linkID(around, href)
        {
            figure.link = id
        }
        if let caption = tree.first(.figcaption, in: range), tree.nodes[caption].cut == nil {
            let text = inline((caption + 1)..<tree.end(caption))
            if !text.isEmpty { figure.caption = text }
        }
        if heading == nil { emit(.figure(figure)) }
        return tree.end(index)
    }

    /// An `<img>` or `<picture>` on its own: a figure behind the paragraph it stands in.
    mutating func readPicture(_ index: Int) -> Int {
        let end = max(tree.end(index), index + 1)
        // A `<picture>` holds its sources before the image.
        let box = tree.parent(index)
        let isPicture =
            tree.tag(box) == .unknown && tree.end(box) - box < 40
            && (box..<tree.end(box)).count { tree.tag($0) == .img } == 1
        if let alt = tree.value(.alt, of: index), !alt.isEmpty, isFormula(index) {
            append(TeXMath.text(of: Wording.tidy(alt)))
            return end
        }
        let range = isPicture ? box..<tree.end(box) : index..<end
        guard !isInline, heading == nil || isLinkedAlone(index), var figure = picture(in: range),
            figure.address != nil
        else { return end }
        figure.link = link
        if text.isEmpty { emit(.figure(figure)) } else { afterwards.append(figure) }
        return end
    }

    /// Is the picture all that its link is put on? In a header, an icon or a logo is not.
    private func isLinkedAlone(_ index: Int) -> Bool {
        for place in tree.ancestors(of: index).prefix(4) {
            if tree.tag(place) == .a {
                return tree.end(place) - place < 40 && tree.text(of: place, limit: 1).isEmpty
            }
            if tree.tag(place).headingLevel != nil { return false }
        }
        return false
    }

    /// Words cut as a caption go to the picture right before them, if that has none.
    mutating func caption(_ index: Int) {
        guard !isInline, let last = blocks.indices.last,
            case .figure(var figure) = blocks[last].content, figure.caption == nil
        else { return }
        let range = (index + 1)..<max(tree.end(index), index + 1)
        let text = inline(range)
        guard !text.isEmpty else { return }
        figure.caption = text
        blocks[last].content = .figure(figure)
    }

    private static let formulaWords = ["tex", "latex", "math", "mwe", "mathjax", "formula"]
        .map { Array($0.utf8) }

    /// Formulas as pictures say in `alt` what they show.
    private func isFormula(_ index: Int) -> Bool {
        guard let range = tree.valueRange(.class, of: index) else { return false }
        let words = tree.bytes[range].split { $0 | 0x20 < 0x61 || $0 | 0x20 > 0x7A }
        return words.contains { word in
            Self.formulaWords.contains { $0.elementsEqual(word.lazy.map { $0 | 0x20 }) }
        }
    }

    /// The first picture worth showing.
    private func picture(in range: Range<Int>) -> Figure? {
        for node in range where tree.tag(node) == .img {
            if let cut = tree.nodes[node].cut, cut.isInvisible { continue }
            if let size = smallestSide(node), size < 48 { continue }
            guard
                let address = pictureSource(node, in: range).flatMap(resolver.resolve)
                    ?? pictureInside(node)
            else { continue }
            let alt = tree.value(.alt, of: node).map { cleanText(Array($0.utf8)[...]) }
            return Figure(address: address, alt: alt?.isEmpty == false ? alt : nil)
        }
        return nil
    }

    /// A picture that stands in the page itself. Short ones only keep the place of one that a script loads.
    private func pictureInside(_ index: Int) -> Address? {
        guard let source = tree.value(.src, of: index), source.utf8.count >= 400 else { return nil }
        return Address.picture(source)
    }

    private func smallestSide(_ index: Int) -> Int? {
        [AttributeName.width, .height]
            .compactMap { name in
                tree.value(name, of: index).flatMap { Int($0.prefix(while: \.isNumber)) }
            }.min()
    }

    /// Where the picture really is: lazy loaders keep it out of `src`.
    private func pictureSource(_ index: Int, in range: Range<Int>) -> String? {
        for name in [AttributeName.dataSrc, .dataOriginal, .dataLazySrc] {
            if let value = tree.value(name, of: index), !value.isEmpty, !value.hasPrefix("data:") {
                return value
            }
        }
        if let source = tree.value(.src, of: index), !source.isEmpty, !source.hasPrefix("data:") {
            return source
        }
        for name in [AttributeName.srcset, .dataSrcset] {
            if let set = tree.value(name, of: index), let best = widest(set) { return best }
        }
        for node in range where tree.tag(node) == .source {
            for name in [AttributeName.srcset, .dataSrcset] {
                if let set = tree.value(name, of: node), let best = widest(set) { return best }
            }
        }
        return nil
    }

    /// The widest candidate of a `srcset`.
    private func widest(_ set: String) -> String? {
        var best: (String, Double)?
        for candidate in set.split(separator: ",") {
            let parts = candidate.split(whereSeparator: \.isWhitespace)
            guard let address = parts.first, !address.hasPrefix("data:") else { continue }
            let size = parts.count > 1 ? Double(parts[1].dropLast()) ?? 1 : 1
            if best.map({ size > $0.1 }) ?? true { best = (String(address), size) }
        }
        return best?.0
    }
}
