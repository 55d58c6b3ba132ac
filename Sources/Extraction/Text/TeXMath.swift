import LecternCore

/// Writes a formula's TeX source as a person would type it: `\alpha^2 \le \frac{1}{2}` is `α² ≤ 1/2`.
///
/// What is not known stays as it stands, so that nothing of a formula is lost.
struct TeXMath {
    private let source: [Character]
    private var offset = 0
    private var depth = 0

    /// Characters of the longest formula that is looked at, and levels of its groups.
    private static let longest = 4_000
    private static let deepest = 24

    static func text(of source: String) -> String {
        guard source.contains(where: { $0 == "\\" || $0 == "^" || $0 == "_" }) else {
            return source
        }
        let characters = Array(source)
        guard characters.count <= longest else { return source }
        var reader = TeXMath(source: characters)
        let text = reader.read(toBrace: false)
        let words = text.split(separator: " ")
        return words.isEmpty ? source : words.joined(separator: " ")
    }

    private init(source: [Character]) { self.source = source }

    private mutating func read(toBrace: Bool) -> String {
        var out = ""
        while offset < source.count {
            if source[offset] == "}" {
                offset += 1
                if toBrace { return out }
                continue
            }
            out += readItem()
        }
        return out
    }

    /// One sign, command or group.
    private mutating func readItem() -> String {
        let sign = source[offset]
        offset += 1
        switch sign {
        case "{":
            guard depth < TeXMath.deepest else { return "{" }
            depth += 1
            defer { depth -= 1 }
            return read(toBrace: true)
        case "^": return TeXMath.raised(readArgument())
        case "_": return TeXMath.lowered(readArgument())
        case "\\": return readCommand()
        case "~": return " "
        default: return String(sign)
        }
    }

    private mutating func readArgument() -> String {
        while offset < source.count, source[offset].isWhitespace { offset += 1 }
        guard offset < source.count, source[offset] != "}" else { return "" }
        guard depth < TeXMath.deepest else {
            offset += 1
            return String(source[offset - 1])
        }
        depth += 1
        defer { depth -= 1 }
        return readItem()
    }

    private static func raised(_ text: String) -> String {
        text.filter { $0 != " " }.raised ?? "^" + enclosed(text)
    }

    private static func lowered(_ text: String) -> String {
        text.filter { $0 != " " }.lowered ?? "_" + enclosed(text)
    }

    private static func enclosed(_ text: String) -> String {
        let isOne = text.count <= 1 || text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." }
        return isOne ? text : "(\(text))"
    }

    private mutating func readCommand() -> String {
        guard offset < source.count else { return "\\" }
        var name = ""
        while offset < source.count, source[offset].isASCII, source[offset].isLetter {
            name.append(source[offset])
            offset += 1
        }
        guard !name.isEmpty else {
            let sign = source[offset]
            offset += 1
            switch sign {
            case "\\", ",", ";", ":", " ": return " "
            case "!": return ""
            default: return String(sign)
            }
        }
        switch name {
        case "frac", "dfrac", "tfrac":
            let above = readArgument()
            return TeXMath.enclosed(above) + "/" + TeXMath.enclosed(readArgument())
        case "sqrt": return "√" + TeXMath.enclosed(readArgument())
        case "left", "right", "displaystyle", "textstyle", "limits", "nolimits", "big", "Big",
            "bigl",
            "bigr", "Bigl", "Bigr":
            return ""
        case "text", "mathrm", "mathbf", "mathit", "mathsf", "mathcal", "operatorname", "textrm",
            "boldsymbol":
            return readArgument()
        case "quad", "qquad": return "  "
        default: break
        }
        for (index, entry) in TeXMath.symbols.enumerated() where index % 2 == 0 && entry == name {
            return TeXMath.symbols[index + 1]
        }
        return TeXMath.functions.contains(name) ? name : "\\" + name
    }

    /// Commands and what they stand for, in turn.
    private static let symbols = """
        alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ \
        nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ \
        Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ sim ∼ equiv ≡ \
        propto ∝ ll ≪ gg ≫ times × cdot · div ÷ pm ± mp ∓ ast ∗ circ ∘ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ \
        int ∫ oint ∮ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ cup ∪ cap ∩ emptyset ∅ forall ∀ exists ∃ \
        neg ¬ land ∧ wedge ∧ lor ∨ vee ∨ oplus ⊕ otimes ⊗ to → rightarrow → leftarrow ← leftrightarrow ↔ \
        Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ \
        rceil ⌉ ldots … cdots ⋯ dots … prime ′ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ perp ⊥ parallel ∥ angle ∠ \
        degree ° deg deg mid | vert | lbrace { rbrace } backslash \\
        """.split(separator: " ").map(String.init)

    private static let functions: Set<String> = [
        "sin", "cos", "tan", "cot", "log", "ln", "exp", "lim", "min", "max", "sup", "inf", "det",
        "dim", "ker", "arg", "gcd", "mod", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan",
    ]
}
