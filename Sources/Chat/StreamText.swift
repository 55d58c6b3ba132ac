import LecternCore

/// Makes streamed text safe to keep and show, whatever way it was split.
///
/// Out comes no control, bidi, tag or zero-width scalar, no more than three line breaks or eight combining
/// marks in a row, and no more bytes than `limit`.
struct StreamText {
    let limit: Int
    private(set) var count = 0
    private var breaks = 0
    private var marks = 0

    init(limit: Int) { self.limit = limit }

    var isFull: Bool { count >= limit }

    mutating func gate(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard count < limit else { break }
            if scalar == "\n" {
                breaks += 1
                guard breaks <= 3 else { continue }
            } else if scalar.value >= 0x20, scalar.value < 0x7F {
                breaks = 0
                marks = 0
            } else if scalar == "\t" || !scalar.isForbidden {
                breaks = 0
                marks = scalar.columns == 0 ? marks + 1 : 0
                guard marks <= 8 else { continue }
            } else {
                continue
            }
            out.append(scalar == "\t" ? " " : scalar)
            count += UTF8.width(scalar)
        }
        return String(out)
    }
}
