extension Page {
    /// Cuts what is not text and what nobody sees.
    mutating func cutInvisible() {
        let text = tree.indices.reduce(0) { $0 + (tree.isText($1) ? Int(tree.nodes[$1].count) : 0) }
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if node.tag == .noscript, holdsPage(index, text: text) {
                // The page is there for readers without scripts, which is what we are.
            } else if node.tag != .text {
                if isMachinery(index, node.tag) {
                    cut(index, .machinery)
                } else if isHidden(index, node) {
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

    /// A header or a question that opens what is below it.
    private func opensSection(_ index: Int) -> Bool {
        tree.ancestors(of: index).prefix(3).contains {
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
        let style = style.lowercased().filter { !$0.isWhitespace }
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
