/// Where a line may end, by the rules of UAX #14 as a machine that is fed one class at a time. Where a line must
/// end, a new machine begins: it is never fed `.mandatory`.
///
/// Tailored: French punctuation after an ordinary blank stays on its line, a number keeps its unit
/// (`50 %`, `50 €`), and no line ends inside a word that starts with hyphens (`--option`).
struct BreakRules {
    /// Class of the last thing that was no blank and no mark.
    private(set) var last = BreakClass.start
    /// Blanks came after it.
    private(set) var spaces = false
    /// It is wide (two columns): opening and closing marks of East Asian text break differently.
    private var lastIsWide = false
    /// An opening quotation mark that stands after a blank or an opening mark: it holds on to what follows (LB15a).
    private var holdsOn = false
    /// A hyphen that starts a word (LB20a), or one after a Hebrew letter (LB21a).
    private var hyphenHolds = false
    /// Regional indicators so far in this run are odd in number (LB30a).
    private var oddFlags = false

    /// Feeds the class of what comes next; may a line end before it?
    ///
    /// - Parameter next: the class behind it, `.start` at the end of the text; asked only where a rule looks ahead.
    mutating func feed(_ current: BreakClass, isWide: Bool, next: () -> BreakClass) -> Bool {
        switch current {
        case .space:  // LB7
            spaces = true
            return false
        case .combining, .joiner:  // LB9, LB10
            if last != .start, !spaces, last != .zeroWidthSpace {
                if current == .joiner { last = .joiner }
                return false
            }
            return take(.alphabetic, isWide: false, next: next)
        default: return take(current, isWide: isWide, next: next)
        }
    }

    private mutating func take(
        _ current: BreakClass, isWide: Bool, next: () -> BreakClass
    ) -> Bool {
        let breaks = last != .start && admitsBreak(before: current, isWide: isWide, next: next)
        switch current {
        case .openingQuote:
            holdsOn =
                switch last {
                case .start, .opening, .quote, .openingQuote, .glue, .zeroWidthSpace:
                    true
                default: spaces
                }
        case .hyphen, .after:
            let startsWord: Bool =
                switch last {
                case .start, .zeroWidthSpace, .contingent, .glue: true
                default: spaces
                }
            hyphenHolds =
                !spaces && (last == .hebrew || last == .hyphen && hyphenHolds)
                || current == .hyphen && startsWord
        default: break
        }
        oddFlags = current == .regional && !(last == .regional && !spaces && oddFlags)
        last = current
        lastIsWide = isWide
        spaces = false
        return breaks
    }

    private func admitsBreak(
        before current: BreakClass, isWide: Bool, next: () -> BreakClass
    ) -> Bool {
        // Rules that hold across blanks.
        if current == .zeroWidthSpace { return false }  // LB7
        if last == .zeroWidthSpace { return true }  // LB8
        if last == .joiner, !spaces { return false }  // LB8a
        switch current {
        case .wordJoiner: return false  // LB11
        case .closing, .parenthesis, .exclamation, .solidus: return false  // LB13
        case .infix: return spaces && next() == .number  // LB15c, LB15d
        case .closingQuote where BreakRules.closes(before: next()): return false  // LB15b
        case .nonstarter where last == .closing || last == .parenthesis: return false  // LB16
        case .bothSides where last == .bothSides: return false  // LB17
        case .postfix, .prefix: if spaces, last == .number { return false }
        default: break
        }
        if last == .opening { return false }  // LB14
        if last == .openingQuote, holdsOn { return false }  // LB15a
        if spaces { return true }  // LB18
        return admitsBreakInWord(before: current, isWide: isWide)
    }

    /// LB11 and LB12 to LB31 where no blank stands between.
    private func admitsBreakInWord(before current: BreakClass, isWide: Bool) -> Bool {
        if last == .wordJoiner || last == .glue { return false }  // LB11, LB12
        switch current {
        case .glue: return last == .after || last == .hyphen  // LB12a
        case .quote, .openingQuote, .closingQuote: return false  // LB19
        case .contingent: return !last.isQuote  // LB19, LB20
        case .after, .hyphen, .nonstarter: return last == .contingent  // LB21
        case .inseparable: return last == .contingent  // LB22
        default: break
        }
        if last.isQuote { return false }  // LB19
        switch (last, current) {
        case (.contingent, _): return true  // LB20
        case (.hyphen, _) where hyphenHolds && current != .ideograph: return false  // LB20a, LB21a
        case (.after, .alphabetic), (.after, .hebrew): return !hyphenHolds
        case (.before, _): return false  // LB21
        case (.solidus, .hebrew): return false  // LB21b
        case (.alphabetic, .number), (.hebrew, .number): return false  // LB23
        case (.number, .alphabetic), (.number, .hebrew): return false
        case (.prefix, .ideograph), (.ideograph, .postfix): return false  // LB23a
        case (.prefix, .alphabetic), (.prefix, .hebrew): return false  // LB24
        case (.postfix, .alphabetic), (.postfix, .hebrew): return false
        case (.alphabetic, .prefix), (.alphabetic, .postfix): return false
        case (.hebrew, .prefix), (.hebrew, .postfix): return false
        case (.closing, .postfix), (.closing, .prefix): return false  // LB25
        case (.parenthesis, .postfix), (.parenthesis, .prefix): return false
        case (.number, .postfix), (.number, .prefix), (.number, .number): return false
        case (.postfix, .opening), (.postfix, .number): return false
        case (.prefix, .opening), (.prefix, .number), (.prefix, .hyphen): return false
        case (.hyphen, .number), (.infix, .number), (.solidus, .number): return false
        case (.alphabetic, .alphabetic), (.alphabetic, .hebrew): return false  // LB28
        case (.hebrew, .alphabetic), (.hebrew, .hebrew): return false
        case (.infix, .alphabetic), (.infix, .hebrew): return false  // LB29
        case (.alphabetic, .opening), (.hebrew, .opening), (.number, .opening):
            return isWide  // LB30
        case (.parenthesis, .alphabetic), (.parenthesis, .hebrew), (.parenthesis, .number):
            return lastIsWide
        case (.regional, .regional): return !oddFlags  // LB30a
        default: return true  // LB31
        }
    }

    /// Is a closing quotation mark before this one really closing?
    private static func closes(before next: BreakClass) -> Bool {
        switch next {
        case .start, .space, .glue, .wordJoiner, .closing, .quote, .openingQuote, .closingQuote,
            .parenthesis, .exclamation, .infix, .solidus, .mandatory, .zeroWidthSpace:
            true
        default: false
        }
    }
}

extension BreakClass {
    fileprivate var isQuote: Bool {
        self == .quote || self == .openingQuote || self == .closingQuote
    }
}
