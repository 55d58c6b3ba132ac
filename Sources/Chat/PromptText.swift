import LecternCore

/// Makes text of an article harmless inside a prompt.
///
/// 1. Nothing invisible is sent: no zero-width, tag, bidi or control scalar, no soft hyphen, no filler.
/// 2. No `[12]` is left that could pass for one of our numbers: it becomes `(12)`.
/// 3. No angle bracket is left that could open or close a tag, ours or one of a chat template.
enum PromptText {
    /// With `keepsNumbers`, for what a model wrote, its citations stay.
    static func harmless(_ text: String, keepsNumbers: Bool = false) -> String {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count)
        var marks = 0
        for scalar in text.unicodeScalars {
            if scalar.value > 0x20, scalar.value < 0x7F {
                scalars.append(scalar)
                marks = 0
                continue
            }
            if scalar.properties.isWhitespace {
                if let last = scalars.last, last != " " { scalars.append(" ") }
                marks = 0
                continue
            }
            guard !scalar.isForbidden, !isInvisible(scalar) else { continue }
            marks = scalar.columns == 0 ? marks + 1 : 0
            if marks <= 8 { scalars.append(scalar) }
        }
        if scalars.last == " " { scalars.removeLast() }
        disarm(&scalars, keepsNumbers: keepsNumbers)
        var out = String.UnicodeScalarView()
        out.append(contentsOf: scalars)
        return String(out)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, 0x2800: true
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF: true
        default: false
        }
    }

    private static func disarm(_ scalars: inout [Unicode.Scalar], keepsNumbers: Bool) {
        var open: Int?
        for index in scalars.indices {
            switch scalars[index] {
            case "<" where index + 1 < scalars.count && opensTag(scalars[index + 1]):
                scalars[index] = "‹"
            case ">" where index > 0 && closesTag(scalars[index - 1]): scalars[index] = "›"
            case "[", "［", "【": open = index
            case "]", "］", "】":
                if let from = open, index > from + 1, index - from <= 40,
                    !keepsNumbers && scalars[(from + 1)..<index].allSatisfy(isNumberPart)
                        || isTemplateWord(scalars[(from + 1)..<index])
                {
                    scalars[from] = "("
                    scalars[index] = ")"
                }
                open = nil
            default: break
            }
        }
    }

    private static func opensTag(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || "/|<‹!?_-".unicodeScalars.contains(scalar)
    }

    private static func closesTag(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || "/|>›_-\"'".unicodeScalars.contains(scalar)
            || ("0"..."9").contains(scalar)
    }

    private static func isNumberPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.numericType != nil || " ,;-–¶".unicodeScalars.contains(scalar)
    }

    /// `[INST]` and its kin.
    private static func isTemplateWord(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        scalars.count <= 24
            && scalars.allSatisfy { ("A"..."Z").contains($0) || $0 == "/" || $0 == "_" }
    }
}
