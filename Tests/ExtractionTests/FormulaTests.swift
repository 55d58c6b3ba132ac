import Testing

@testable import Extraction

@Suite struct `Formulas in TeX` {
    @Test(arguments: [
        (#"\alpha^2 \le \frac{1}{2}"#, "α² ≤ 1/2"),
        (#"E = mc^{2}"#, "E = mc²"),
        (#"\frac{a + b}{2c}"#, "(a + b)/2c"),
        (#"x_{i+1} = \sqrt{x_i^2 - 1}"#, "xᵢ₊₁ = √(xᵢ² - 1)"),
        (#"e^{x y} \to \infty"#, "e^(x y) → ∞"),
        (#"\left( \sum_{n=0}^{k} n \right)"#, "( ∑ₙ₌₀^k n )"),
        (#"{\displaystyle \mathrm{sin}\,\theta}"#, "sin θ"),
        (#"\unknown{x} \{1\}"#, #"\unknownx {1}"#),
        ("a + b", "a + b"), ("^", "^"), ("\\", "\\"), ("{{{", "{{{"),
    ])
    func `are written as a person would type them`(_ source: String, _ expected: String) {
        #expect(TeXMath.text(of: source) == expected)
    }

    @Test func `a hostile one ends`() {
        for part in ["{", "^", "_{", "\\frac", "\\frac{", "}", "\\sqrt{^"] {
            let text = TeXMath.text(of: String(repeating: part, count: 3_999 / part.count))
            #expect(text.count < 50_000)
        }
    }
}
