/// A picture made ready for a screen.
package struct Picture: Equatable, Sendable {
    /// How it is shown.
    package enum Content: Equatable, Sendable {
        /// Characters in two colours each, row by row, as many as `size` has places.
        case cells([PictureCell])
        /// Pixels for a terminal that shows them itself.
        case pixels(PicturePixels)
    }
    /// Pixels of the picture itself, upright.
    package var natural: Size
    /// The cells it takes.
    package var size: Size
    package var content: Content

    package init(natural: Size, size: Size, content: Content) {
        self.natural = natural
        self.size = size
        self.content = content
    }
}

/// A part of a picture as one character.
package struct PictureCell: Equatable, Sendable {
    package var scalar: Unicode.Scalar
    package var foreground: Color
    package var background: Color

    /// nil for a scalar that pictures are not drawn with: the process that drew them may have been taken over.
    package init?(scalar: UInt32, foreground: Color, background: Color) {
        guard let scalar = Unicode.Scalar(scalar),
            scalar == " " || PictureCell.blocks.contains(scalar)
                || PictureCell.braille.contains(scalar)
        else { return nil }
        self.scalar = scalar
        self.foreground = foreground
        self.background = background
    }

    private static let blocks: ClosedRange<Unicode.Scalar> = "\u{2580}"..."\u{259F}"
    private static let braille: ClosedRange<Unicode.Scalar> = "\u{2800}"..."\u{28FF}"
}

/// Pixels, row by row.
package struct PicturePixels: Equatable, Sendable {
    package var size: Size
    /// Red, green and blue of each pixel, a byte each.
    package var bytes: [UInt8]

    package init(size: Size, bytes: [UInt8]) {
        self.size = size
        self.bytes = bytes
    }
}

/// What a picture is to be made for.
package struct PictureFrame: Hashable, Sendable {
    /// What the terminal shows pictures with.
    package enum Means: Hashable, Sendable {
        /// Characters in so many colours: 0 (none), 8, 16, 256 or 1 << 24.
        case cells(colors: Int)
        /// Pixels of its own, on terminals that have said so.
        case pixels
    }
    /// The most cells it may take, at least 1 × 1.
    package var size: Size
    package var means: Means
    /// Pixels of one cell, at least 1 × 1.
    package var cell: Size
    /// 0xRRGGBB of the page around it, and of the words on it.
    package var ground: UInt32
    package var ink: UInt32

    package init(
        size: Size, means: Means, cell: Size = Size(8, 16), ground: UInt32 = 0,
        ink: UInt32 = 0xFFFFFF
    ) {
        self.size = size
        self.means = means
        self.cell = cell
        self.ground = ground
        self.ink = ink
    }

    /// Pixels of the picture that one column shows at most: small pictures are not blown up.
    private var detail: Int {
        if case .pixels = means { cell.columns } else { 4 }
    }

    /// The cells that a picture of so many pixels takes: as many as there are for it, in its own proportions.
    package func cells(for natural: Size) -> Size {
        let (wide, high) = (max(1, natural.columns), max(1, natural.rows))
        let widest = min(size.columns, max(1, (wide + detail - 1) / detail))
        // A cell is higher than wide.
        let rows = { (columns: Int) in
            max(1, (columns * cell.columns * high + wide * cell.rows / 2) / (wide * cell.rows))
        }
        if rows(widest) <= size.rows { return Size(widest, rows(widest)) }
        let columns =
            (size.rows * cell.rows * wide + high * cell.columns / 2)
            / (high * cell.columns)
        return Size(min(widest, max(1, columns)), size.rows)
    }
}

/// Why a picture cannot be shown.
package enum PictureError: Error, Equatable, Sendable {
    /// A library is not installed; the Debian package that has it.
    case missing(library: String, package: String)
    /// gdk-pixbuf has no loader for the kind; the Debian package that has it.
    case noLoader(kind: String, package: String)
    /// Not a picture of a kind that is known here.
    case notAPicture
    /// It takes more pixels, memory or processor time than a picture may.
    case tooLarge
    case broken
    case cancelled
}
