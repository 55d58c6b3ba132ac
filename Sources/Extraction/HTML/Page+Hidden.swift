extension Page {
    /// Cuts what is not text and what nobody sees.
    mutating func cutInvisible() {
        let text = tree.indices.reduce(0) { $0 + (tree.isText($1) ? Int(tree.nodes[$1].count) : 0) }
        let panels = controlledParts()
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if node.tag == .noscript, holdsPage(index, text: text) || holdsOnlyPicture(index) {
                // The page is there for readers without scripts, which is what we are.
            } else if node.tag != .text {
                if isMachinery(index, node.tag) {
                    cut(index, .machinery)
                } else if isHidden(index, node), !isPanel(index, among: panels) {
                    cut(index, .hidden)
                }
            }
            index = tree.nodes[index].cut == nil ? index + 1 : Int(node.end)
        }
    }

    /// Does this `noscript` hold most of the page's text?
    private func holdsPage(_ index: Int, text: Int) -> Bool {
        guard tree.end(index) - index > 8 else { return false }
        let inside = (index..<tree.end(index)).reduce(0) {
            $0 + (tree.isText($1) ? Int(tree.nodes[$1].count) : 0)
        }
        return inside >= 500 && inside * 2 >= text
    }

    /// Is a picture in this `noscript` that a script would put in its place, and nowhere else?
    private func holdsOnlyPicture(_ index: Int) -> Bool {
        let inside = (index + 1)..<max(tree.end(index), index + 1)
        guard inside.count <= 8, inside.contains(where: { tree.tag($0) == .img }),
            !inside.contains(where: { tree.tag($0) == .iframe })
        else { return false }
        let box = tree.parent(index)
        guard tree.tag(box) != .body, tree.tag(box) != .head, tree.end(box) - box < 60 else {
            return false
        }
        return !(box..<tree.end(box)).contains { node in
            guard tree.tag(node) == .img, !inside.contains(node) else { return false }
            let isEmpty = tree.value(.src, of: node)?.hasPrefix("data:") ?? true
            return !isEmpty || tree.has(.dataSrc, node) || tree.has(.dataSrcset, node)
                || tree.has(.srcset, node) || tree.has(.dataLazySrc, node)
                || tree.has(.dataOriginal, node)
        }
    }

    /// Ids of the parts that buttons and tabs of the page show and hide.
    private func controlledParts() -> Set<String> {
        var ids: Set<String> = []
        for index in tree.indices where tree.tag(index) != .text && ids.count < 2_000 {
            guard tree.nodes[index].count > 0, let id = tree.value(.ariaControls, of: index) else {
                continue
            }
            ids.insert(id)
        }
        return ids
    }

    /// Words in the names of what is folded away until somebody asks for it.
    private static let panelWords = ["accordion", "tab-pane", "tabpanel", "tab-content", "collaps"]
        .map { Array($0.utf8) }
    /// Words in the names of slides that wait for their turn, and of copies that make them go round.
    private static let slideWords = ["slide", "carousel", "swiper"].map { Array($0.utf8) }
    private static let copyWords = ["clone", "duplicate"].map { Array($0.utf8) }
    private static let menuWords = [
        "menu", "nav", "dropdown", "modal", "dialog", "popup", "popover", "tooltip", "search",
        "drawer", "filter", "cookie", "consent",
    ].map { Array($0.utf8) }
    /// Nodes of a hidden part that are looked at.
    private static let panelLimit = 400

    /// Does its name say that it opens when asked?
    func unfolds(_ index: Int) -> Bool {
        tree.mentions(.class, of: index, Self.panelWords)
            && !tree.mentions(.class, of: index, Self.menuWords)
    }

    /// Is what is hidden text behind a tab, in an accordion or on a slide? Paper would show it, and so do we.
    private func isPanel(_ index: Int, among panels: Set<String>) -> Bool {
        guard tree.tag(index).isBlock else { return false }
        let id = tree.value(.id, of: index)
        let isNamed =
            tree.value(.role, of: index) == "tabpanel" || id.map(panels.contains) == true
            || tree.mentions(.class, of: index, Self.panelWords)
            || tree.mentions(.class, of: index, Self.slideWords)
                && !tree.mentions(.class, of: index, Self.copyWords)
        guard isNamed else { return false }
        for place in [index] + tree.ancestors(of: index).prefix(12) {
            switch tree.tag(place) {
            case .nav, .header, .footer, .dialog, .form: return false
            default: break
            }
            if place == index || tree.tag(place) != .body,
                tree.mentions(.class, of: place, Self.menuWords)
                    || tree.mentions(.id, of: place, Self.menuWords)
            {
                return false
            }
        }
        var plain = 0
        var node = index + 1
        let end = min(tree.end(index), index + Self.panelLimit)
        while node < end {
            if tree.tag(node) == .a || isMachinery(node, tree.tag(node)) {
                node = tree.end(node)
                continue
            }
            if tree.isText(node) { plain += tree.bytes[tree.textRange(node)].count { $0 > 0x20 } }
            if plain >= 60 { return true }
            node += 1
        }
        return false
    }

    /// A header or a question that opens what is below it, or a button around one.
    private func opensSection(_ index: Int) -> Bool {
        let inside = ((index + 1)..<max(tree.end(index), index + 1)).prefix(20)
        if inside.contains(where: { tree.equals(.role, of: $0, Self.headingRole) }) { return true }
        return tree.ancestors(of: index).prefix(3).contains {
            tree.tag($0).headingLevel != nil || tree.tag($0) == .dt || tree.tag($0) == .summary
        }
    }

    private func isMachinery(_ index: Int, _ tag: Tag) -> Bool {
        switch tag {
        case .head, .script, .style, .template, .title, .meta, .link, .base, .iframe, .object,
            .embed, .applet, .canvas, .map, .select, .datalist, .textarea, .svg, .frame,
            .frameset, .noframes, .noembed, .video, .audio, .meter, .progress, .dialog:
            true
        case .noscript: true
        case .button: !opensSection(index)
        case .input: tree.value(.type, of: index) != "checkbox"
        default: false
        }
    }

    private func isHidden(_ index: Int, _ node: Tree.Node) -> Bool {
        guard node.count > 0, node.tag != .body, node.tag != .html else { return false }
        if let value = tree.value(.hidden, of: index), value != "until-found", value != "false" {
            // Sent ahead of its place in the page and moved there by a script (React's streaming).
            if let id = tree.value(.id, of: index), id.hasPrefix("S:") { return false }
            return true
        }
        if tree.value(.ariaHidden, of: index) == "true", !isPicture(index) { return true }
        if tree.mentions(.style, of: index, Self.hidingWords),
            let style = tree.value(.style, of: index), hides(style)
        {
            return true
        }
        return false
    }

    /// Pictures and formulas are often hidden from screen readers because the same is said in words beside.
    private func isPicture(_ index: Int) -> Bool {
        switch tree.tag(index) {
        case .img, .figure: true
        default: false
        }
    }

    private static let hidingWords = [
        "none", "hidden", "font-size", "mso-hide", "left", "indent", "top",
    ]
    .map { Array($0.utf8) }

    private func hides(_ style: String) -> Bool {
        let bytes = style.utf8.filter { $0 > 0x20 }
            .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let style = String(decoding: bytes, as: UTF8.self)
        for rule in style.split(separator: ";") {
            switch rule {
            case "display:none", "display:none!important", "visibility:hidden", "font-size:0",
                "font-size:0px", "visibility:hidden!important", "mso-hide:all":
                return true
            default:
                // Far to the left, where screen readers alone go.
                if rule.hasPrefix("left:-") || rule.hasPrefix("text-indent:-")
                    || rule.hasPrefix("top:-")
                {
                    let digits = rule.drop { $0 != "-" }.dropFirst().prefix(while: \.isNumber)
                    if let distance = Int(digits), distance >= 999 { return true }
                }
            }
        }
        return false
    }
}
