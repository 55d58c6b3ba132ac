import CGumbo

/// An element's name, as far as reading a page cares; `.text` for a text node.
enum Tag: String, CaseIterable, Sendable {
    case text = "#text"
    case unknown
    case html, head, title, base, link, meta, style, script, noscript, template, body
    case article, section, nav, aside, header, footer, main, address, hgroup
    case h1, h2, h3, h4, h5, h6
    case p, hr, pre, blockquote, ol, ul, li, dl, dt, dd, figure, figcaption, div, center
    case a, em, strong, small, s, cite, q, dfn, abbr, data, time, code, `var`, samp, kbd, sub, sup
    case i, b, u, mark, ruby, rb, rt, rtc, rp, bdi, bdo, span, br, wbr, ins, del, strike, tt, big
    case font, nobr, acronym, basefont
    case img, iframe, embed, object, param, video, audio, source, track, canvas, map, area
    case svg, math, annotation = "annotation-xml"
    case mi, mo, mn, ms, mtext, mfrac, msup, msub, msubsup, mover, munder, munderover, msqrt, mroot
    case mtr, mtd
    case table, caption, colgroup, col, tbody, thead, tfoot, tr, td, th
    case form, fieldset, legend, label, input, button, select, datalist, optgroup, option, textarea
    case keygen, output, progress, meter, details, summary, menu, menuitem, dialog
    case applet, marquee, dir, listing, xmp, plaintext, frame, frameset, noframes, noembed

    /// By gumbo's number.
    static func of(_ number: GumboTag) -> Tag {
        let index = Int(number.rawValue)
        return index < byNumber.count ? byNumber[index] : .unknown
    }

    private static let byNumber: [Tag] =
        known.count == Int(GUMBO_TAG_LAST.rawValue) ? known : asked

    /// The numbers of gumbo 0.10, written down: asking it costs thousands of comparisons of names.
    static let known: [Tag] = [
        .html, .head, .title, .base, .link, .meta, .style, .script, .noscript, .template, .body,
        .article, .section, .nav, .aside, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .header,
        .footer, .address, .p, .hr, .pre, .blockquote, .ol, .ul, .li, .dl, .dt, .dd, .figure,
        .figcaption, .main, .div, .a, .em, .strong, .small, .s, .cite, .q, .dfn, .abbr, .data,
        .time, .code, .var, .samp, .kbd, .sub, .sup, .i, .b, .u, .mark, .ruby, .rt, .rp, .bdi,
        .bdo, .span, .br, .wbr, .ins, .del, .unknown, .img, .iframe, .embed, .object, .param,
        .video, .audio, .source, .track, .canvas, .map, .area, .math, .mi, .mo, .mn, .ms, .mtext,
        .unknown, .unknown, .annotation, .svg, .unknown, .unknown, .table, .caption, .colgroup,
        .col, .tbody, .thead, .tfoot, .tr, .td, .th, .form, .fieldset, .legend, .label, .input,
        .button, .select, .datalist, .optgroup, .option, .textarea, .keygen, .output, .progress,
        .meter, .details, .summary, .menu, .menuitem, .applet, .acronym, .unknown, .dir, .frame,
        .frameset, .noframes, .unknown, .listing, .xmp, .unknown, .noembed, .plaintext, .rb,
        .strike, .basefont, .big, .unknown, .center, .font, .marquee, .unknown, .nobr, .unknown,
        .tt, .rtc, .unknown,
    ]

    /// The same by what the library calls them.
    static var asked: [Tag] {
        (0..<GUMBO_TAG_LAST.rawValue).map { number in
            gumbo_normalized_tagname(GumboTag(number))
                .flatMap { Tag(rawValue: String(cString: $0)) } ?? .unknown
        }
    }

    /// An element of a formula, for which gumbo has no number; `.unknown` for those that change nothing.
    init(formula source: GumboStringPiece) {
        let start = UnsafeBufferPointer(start: source.data, count: min(source.length, 16))
        let name = start.dropFirst().map { UInt8(bitPattern: $0) | 0x20 }
            .prefix { (0x61...0x7A).contains($0) }
        switch String(decoding: name, as: UTF8.self) {
        case "mfrac": self = .mfrac
        case "msup": self = .msup
        case "msub": self = .msub
        case "msubsup": self = .msubsup
        case "mover": self = .mover
        case "munder": self = .munder
        case "munderover": self = .munderover
        case "msqrt": self = .msqrt
        case "mroot": self = .mroot
        case "mtr", "mlabeledtr": self = .mtr
        case "mtd": self = .mtd
        default: self = .unknown
        }
    }

    /// 1 to 6 for a header element.
    var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }

    /// Starts on a line of its own.
    var isBlock: Bool {
        switch self {
        case .html, .head, .body, .article, .section, .nav, .aside, .header, .footer, .main,
            .address, .hgroup, .h1, .h2, .h3, .h4, .h5, .h6, .p, .hr, .pre, .blockquote, .ol, .ul,
            .li, .dl, .dt, .dd, .figure, .figcaption, .div, .center, .table, .caption, .tbody,
            .thead, .tfoot, .tr, .td, .th, .form, .fieldset, .legend, .details, .summary, .menu,
            .dialog, .dir, .listing, .xmp, .plaintext, .frameset, .noframes, .optgroup, .option:
            true
        default: false
        }
    }
}
