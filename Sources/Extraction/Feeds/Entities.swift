/// The named entities of HTML 4, which feeds use without declaring them.
enum Entities {
    /// By name, without `&` and `;`; those of XML itself included.
    static let named: [String: Unicode.Scalar] = {
        var found: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
        ]
        for pair in list.split(whereSeparator: \.isWhitespace) {
            guard let mark = pair.firstIndex(of: "=") else { continue }
            let value = pair[pair.index(after: mark)...]
            let scalar =
                value.hasPrefix("U+")
                ? UInt32(value.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
                : value.unicodeScalars.first
            found[String(pair[..<mark])] = scalar
        }
        return found
    }()

    /// The scalar of `&name;` or `&#…;` at `index` and its length in bytes; nil when there is none.
    static func scalar(_ bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        // The longest name has 8 letters, the longest number 8 digits.
        guard
            let end = bytes.firstIndex(of: 0x3B, from: index + 1, to: min(bytes.count, index + 12)),
            end > index + 1
        else { return nil }
        let name = bytes.string((index + 1)..<end)
        if name.hasPrefix("#") {
            let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
            let digits = name.dropFirst(isHex ? 2 : 1)
            guard let value = UInt32(digits, radix: isHex ? 16 : 10) else { return nil }
            // Windows-1252 by its numbers (HTML 13.2.5.80).
            let windows: [UInt32: UInt32] = [
                0x80: 0x20AC, 0x82: 0x201A, 0x84: 0x201E, 0x85: 0x2026, 0x8B: 0x2039, 0x91: 0x2018,
                0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014,
                0x9B: 0x203A, 0x9C: 0x153, 0x8C: 0x152,
            ]
            guard let scalar = Unicode.Scalar(windows[value] ?? value) else { return nil }
            return (scalar, end + 1 - index)
        }
        return named[name].map { ($0, end + 1 - index) }
    }

    private static let list = """
        nbsp=U+00A0 iexcl=¡ cent=¢ pound=£ curren=¤ yen=¥ brvbar=¦ sect=§ uml=¨ copy=©
        ordf=ª laquo=« not=¬ shy=U+00AD reg=® macr=¯ deg=° plusmn=± sup2=² sup3=³ acute=´
        micro=µ para=¶ middot=· cedil=¸ sup1=¹ ordm=º raquo=» frac14=¼ frac12=½ frac34=¾
        iquest=¿ Agrave=À Aacute=Á Acirc=Â Atilde=Ã Auml=Ä Aring=Å AElig=Æ Ccedil=Ç Egrave=È
        Eacute=É Ecirc=Ê Euml=Ë Igrave=Ì Iacute=Í Icirc=Î Iuml=Ï ETH=Ð Ntilde=Ñ Ograve=Ò
        Oacute=Ó Ocirc=Ô Otilde=Õ Ouml=Ö times=× Oslash=Ø Ugrave=Ù Uacute=Ú Ucirc=Û Uuml=Ü
        Yacute=Ý THORN=Þ szlig=ß agrave=à aacute=á acirc=â atilde=ã auml=ä aring=å aelig=æ
        ccedil=ç egrave=è eacute=é ecirc=ê euml=ë igrave=ì iacute=í icirc=î iuml=ï eth=ð
        ntilde=ñ ograve=ò oacute=ó ocirc=ô otilde=õ ouml=ö divide=÷ oslash=ø ugrave=ù
        uacute=ú ucirc=û uuml=ü yacute=ý thorn=þ yuml=ÿ OElig=Œ oelig=œ Scaron=Š scaron=š
        Yuml=Ÿ fnof=ƒ circ=ˆ tilde=˜ Alpha=Α Beta=Β Gamma=Γ Delta=Δ Epsilon=Ε Zeta=Ζ Eta=Η
        Theta=Θ Iota=Ι Kappa=Κ Lambda=Λ Mu=Μ Nu=Ν Xi=Ξ Omicron=Ο Pi=Π Rho=Ρ Sigma=Σ Tau=Τ
        Upsilon=Υ Phi=Φ Chi=Χ Psi=Ψ Omega=Ω alpha=α beta=β gamma=γ delta=δ epsilon=ε zeta=ζ
        eta=η theta=θ iota=ι kappa=κ lambda=λ mu=μ nu=ν xi=ξ omicron=ο pi=π rho=ρ sigmaf=ς
        sigma=σ tau=τ upsilon=υ phi=φ chi=χ psi=ψ omega=ω thetasym=ϑ upsih=ϒ piv=ϖ
        ensp=U+2002 emsp=U+2003 thinsp=U+2009 zwnj=U+200C zwj=U+200D lrm=U+200E rlm=U+200F
        ndash=– mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ dagger=† Dagger=‡
        bull=• hellip=… permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› oline=‾ frasl=⁄ euro=€
        image=ℑ weierp=℘ real=ℜ trade=™ alefsym=ℵ larr=← uarr=↑ rarr=→ darr=↓ harr=↔ crarr=↵
        lArr=⇐ uArr=⇑ rArr=⇒ dArr=⇓ hArr=⇔ forall=∀ part=∂ exist=∃ empty=∅ nabla=∇ isin=∈
        notin=∉ ni=∋ prod=∏ sum=∑ minus=− lowast=∗ radic=√ prop=∝ infin=∞ ang=∠ and=∧ or=∨
        cap=∩ cup=∪ int=∫ there4=∴ sim=∼ cong=≅ asymp=≈ ne=≠ equiv=≡ le=≤ ge=≥ sub=⊂ sup=⊃
        nsub=⊄ sube=⊆ supe=⊇ oplus=⊕ otimes=⊗ perp=⊥ sdot=⋅ lceil=⌈ rceil=⌉ lfloor=⌊
        rfloor=⌋ lang=〈 rang=〉 loz=◊ spades=♠ clubs=♣ hearts=♥ diams=♦
        """
}
