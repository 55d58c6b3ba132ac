import LecternCore
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

@Suite struct `Formulas in Markdown` {
    private func text(_ source: String) -> String {
        markdown("# T\n\n" + source).blocks.map(\.text).joined(separator: "|")
    }

    @Test(arguments: [
        ("The area is $\\pi r^2$, of course.", "The area is π r², of course."),
        ("$a_1 * b_2$ and $c_1 * d_2$", "a₁ * b₂ and c₁ * d₂"),
        ("Let $x$ and $f(n)$ be given.", "Let x and f(n) be given."),
        ("$$\nE = mc^2\n$$", "E = mc²"),
        ("Inline $$\\sum x_i$$ too.", "Inline ∑ xᵢ too."),
        ("```math\n\\alpha \\le \\beta\n```", "α ≤ β"),
        ("$`x_1`$ as elsewhere", "x₁ as elsewhere"),
    ])
    func `are written with their signs`(_ source: String, _ expected: String) {
        #expect(text(source) == expected)
    }

    @Test(arguments: [
        "It costs $5, or 6$ here.", "Between $5 and $10.", "From $HOME/$USER on.",
        "A lone $ sign.", "$5-$10", "$ x^2 $", "100$ and 200$ more",
    ])
    func `prices and names of variables are none`(_ source: String) {
        #expect(text(source) == source)
    }

    @Test func `code is left alone`() {
        #expect(text("`$x^2$` and ``$y_1$``") == "$x^2$ and $y_1$")
        #expect(text("```\n$x^2$\n```") == "$x^2$")
        #expect(text("para\n\n    $x^2$") == "para|$x^2$")
        #expect(text("\\$x^2$ stays") == "$x^2$ stays")
    }

    @Test func `a dollar that nothing closes costs nothing`() {
        let source = String(repeating: "$a $$b `", count: 40_000)
        #expect(text(source).count > 1_000)
    }
}
