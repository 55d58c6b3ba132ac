extension String {
    /// The same signs raised, one for one: `-12` is `⁻¹²`; nil for an empty text, or where one has no raised form.
    package var raised: String? { formed(by: RaisedForms.raised) }

    /// The same signs lowered, one for one.
    package var lowered: String? { formed(by: RaisedForms.lowered) }

    /// Whichever of the two a style asks for; nil for any other.
    package func raised(as style: InlineStyle) -> String? {
        style.contains(.superscript) ? raised : style.contains(.subscript) ? lowered : nil
    }

    private func formed(by forms: [Unicode.Scalar: Unicode.Scalar]) -> String? {
        var out = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            guard let form = forms[scalar] else { return nil }
            out.append(form)
        }
        return out.isEmpty ? nil : String(out)
    }
}

/// The signs that Unicode has raised and lowered, as far as the fonts of terminals have them too.
private enum RaisedForms {
    static let raised = forms("0123456789+-−=()niab", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵃᵇ")
    static let lowered = forms("0123456789+-−=()aeioxjnmk", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢₒₓⱼₙₘₖ")

    private static func forms(
        _ plain: String, _ formed: String
    ) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(uniqueKeysWithValues: zip(plain.unicodeScalars, formed.unicodeScalars))
    }
}
