/// What the terminal reports.
package enum Event: Equatable, Sendable {
    case key(Key)
    /// Bracketed paste; as it came, so hostile.
    case paste(String)
    case mouse(Mouse)
    case resize(Size)
    /// The terminal has told the colour of its background.
    case background(isDark: Bool)
    /// The terminal has said that it shows pixels by Kitty's graphics protocol.
    case showsPixels
    /// The terminal went away, or a signal asked us to end.
    case closed
}

/// A key as the reader pressed it.
package struct Key: Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        case character(Character)
        case enter, escape, tab, backTab, backspace, delete, insert
        case up, down, left, right, home, end, pageUp, pageDown
        case function(Int)
    }
    package var code: Code
    package var control: Bool
    package var alt: Bool

    package init(_ code: Code, control: Bool = false, alt: Bool = false) {
        self.code = code
        self.control = control
        self.alt = alt
    }

    package init(_ character: Character) { self.init(.character(character)) }
}

/// A mouse report; only the first button and the wheel matter here.
package struct Mouse: Equatable, Sendable {
    package enum Kind: Equatable, Sendable { case press, drag, release, wheelUp, wheelDown }
    package var kind: Kind
    package var position: Position

    package init(_ kind: Kind, at position: Position) {
        self.kind = kind
        self.position = position
    }
}
