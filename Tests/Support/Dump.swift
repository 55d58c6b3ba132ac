import LecternCore
import Typesetting

/// Lines as they would stand on the screen, blanks at their ends removed.
package func dump(_ lines: [Line]) -> String {
    lines.map { line in
        let text = String(repeating: " ", count: line.indent) + line.runs.map(\.text).joined()
        return String(text.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
}

/// The same with the kind of every line in front.
package func dumpKinds(_ lines: [Line]) -> String {
    lines.map { "\($0.kind)|" + dump([$0]) }.joined(separator: "\n")
}
