import CCmark
import LecternCore

/// A parsed Markdown text, walked node by node. Nothing outside this file touches cmark's types.
final class MarkdownTree {
    typealias Node = OpaquePointer

    private let root: Node?

    private static let extensions: [String] = {
        cmark_gfm_core_extensions_ensure_registered()
        return ["table", "strikethrough", "tasklist"]
    }()

    /// Parses UTF-8 bytes, whose nesting must already be bounded.
    init(_ bytes: [UInt8]) {
        let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8
        guard let parser = cmark_parser_new(Int32(options)) else {
            root = nil
            return
        }
        defer { cmark_parser_free(parser) }
        for name in MarkdownTree.extensions {
            guard let found = cmark_find_syntax_extension(name) else { continue }
            cmark_parser_attach_syntax_extension(parser, found)
        }
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                cmark_parser_feed(parser, $0.baseAddress, $0.count)
            }
        }
        root = cmark_parser_finish(parser)
    }

    deinit { if let root { cmark_node_free(root) } }

    /// Visits every node in order, containers twice; never recursive, whatever the nesting.
    func walk(_ visit: (_ node: MarkdownNode, _ entering: Bool) -> Void) {
        guard let root, let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT,
                let node = cmark_iter_get_node(iterator)
            else { return }
            visit(MarkdownNode(node: node), event == CMARK_EVENT_ENTER)
        }
    }
}

/// One node of the tree.
struct MarkdownNode {
    fileprivate let node: MarkdownTree.Node

    /// cmark's name for its type: `paragraph`, `table_row`.
    var type: String {
        switch cmark_node_get_type(node) {
        // Up to 0.29.0.gfm.6 cmark has no names for these two.
        case CMARK_NODE_FOOTNOTE_REFERENCE: "footnote_reference"
        case CMARK_NODE_FOOTNOTE_DEFINITION: "footnote_definition"
        default: cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
        }
    }

    var literal: String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }
    var address: String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }
    var title: String { cmark_node_get_title(node).map { String(cString: $0) } ?? "" }
    var info: String { cmark_node_get_fence_info(node).map { String(cString: $0) } ?? "" }
    var headingLevel: Int { Int(cmark_node_get_heading_level(node)) }

    /// The number that the list item counts from; nil in a bullet list.
    var listStart: Int? {
        cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            ? Int(cmark_node_get_list_start(node)) : nil
    }

    var isChecked: Bool { cmark_gfm_extensions_get_tasklist_item_checked(node) }

    /// One letter a column: `l`, `c`, `r` or 0.
    var alignments: [Table.Alignment] {
        let count = Int(cmark_gfm_extensions_get_table_columns(node))
        guard let marks = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
        return (0..<count).map { index in
            switch marks[index] {
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .left
            }
        }
    }
}
