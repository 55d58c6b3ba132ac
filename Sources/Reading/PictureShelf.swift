import Drawing
import LecternCore

/// How pictures are shown.
package enum PictureSize: String, CaseIterable, Equatable, Sendable { case off, thumbnails, on }

/// A picture to be fetched and made ready for the screen.
package struct PictureOrder: Equatable, Sendable {
    package var address: Address
    /// The page that shows it: files are taken from its folder alone, and this computer's servers are asked for its own
    /// pages alone.
    package var page: Address?
    package var frame: PictureFrame
}

/// Why a picture is not shown. Facts; the words are in `Messages+Pictures.swift`.
package enum PictureProblem: Error, Equatable, Sendable {
    case open(OpenError)
    case draw(PictureError)
    /// The page may not show it: a file outside its folder, or this computer's servers.
    case refused
}

/// A picture that the terminal keeps, by its number: 16...255, which any terminal of 256 colours can say.
package typealias PictureNumber = UInt8

/// The pictures of the last pages, made ready for the screen.
package struct PictureShelf: Equatable, Sendable {
    /// What the reader has chosen in this run; nil: as the settings say.
    package var choice: PictureSize?
    /// What the terminal can show: colours, as `PictureFrame` counts them, and pixels of a cell.
    package var colors = 1 << 24
    package var cell = Size(8, 16)
    /// Does the terminal show pixels of its own? It has not said so before it was asked.
    package var showsPixels = false
    package internal(set) var isTerminalAsked = false
    /// Why no picture can be shown on this computer at all.
    var obstacle: PictureError?

    private var kept: [Key: Kept] = [:]
    private var uses = 0

    /// A picture as wide as its place on the page may be; the same one in a quote is another.
    struct Key: Hashable, Sendable {
        let address: Address
        let most: Size
    }

    /// One picture: on its way, here, or not to be had.
    struct Kept: Equatable, Sendable {
        /// What it is being made for under the token, or was last.
        var frame: PictureFrame
        var token: Token?
        /// As it was made last.
        var shown: Shown?
        var problem: PictureProblem?
        /// When it was wanted last, counted by `use`.
        fileprivate var use = 0

        init(frame: PictureFrame) { self.frame = frame }
    }

    /// A picture on the screen.
    struct Shown: Equatable, Sendable {
        enum Content: Equatable, Sendable {
            case cells([PictureCell])
            case number(PictureNumber)
        }
        var frame: PictureFrame
        var natural: Size
        var size: Size
        var content: Content
    }

    /// Pictures kept, and cells of all of them together.
    private static let most = (count: 48, cells: 100_000)

    package init() {}

    subscript(key: Key) -> Kept? {
        get { kept[key] }
        set { kept[key] = newValue }
    }

    /// What is known of a picture at any size.
    func relative(of key: Key) -> Kept? {
        kept.first { $0.key.address == key.address && $0.value.shown != nil }?.value
            ?? kept.first { $0.key.address == key.address }?.value
    }

    /// The picture that comes under a token.
    func key(of token: Token) -> Key? { kept.first { $0.value.token == token }?.key }

    mutating func use(_ key: Key) {
        uses += 1
        kept[key]?.use = uses
    }

    /// Forgets those on their way that are not among the wanted; returns their tokens.
    mutating func abandon(except wanted: Set<Key>) -> [Token] {
        var tokens: [Token] = []
        for (key, entry) in kept where !wanted.contains(key) {
            guard let token = entry.token else { continue }
            tokens.append(token)
            kept[key]?.token = nil
            if entry.shown == nil { kept[key] = nil }
        }
        return tokens.sorted { $0.number < $1.number }
    }

    /// Forgets those used longest ago, but none of the wanted; returns the numbers that the terminal need not keep.
    mutating func tidy(keeping wanted: Set<Key>) -> [PictureNumber] {
        var cells = kept.values.reduce(0) { $0 + $1.cells }
        var numbers: [PictureNumber] = []
        guard kept.count > Self.most.count || cells > Self.most.cells else { return [] }
        for (key, entry) in kept.sorted(by: { $0.value.use < $1.value.use }) {
            guard kept.count > Self.most.count || cells > Self.most.cells else { break }
            guard !wanted.contains(key), entry.token == nil else { continue }
            cells -= entry.cells
            if let number = entry.number { numbers.append(number) }
            kept[key] = nil
        }
        return numbers
    }

    /// What did not work may be tried again.
    mutating func forgetProblems() {
        obstacle = nil
        kept = kept.filter { $0.value.problem == nil }
    }

    /// The terminal may have forgotten what it was sent.
    package mutating func forgetSent() {
        kept = kept.filter { $0.value.number == nil }
    }

    /// A number that no picture has.
    var freeNumber: PictureNumber? {
        let taken = Set(kept.values.compactMap(\.number))
        return (16...255).first { !taken.contains($0) }
    }
}

extension PictureShelf.Kept {
    var number: PictureNumber? {
        if case .number(let number) = shown?.content { number } else { nil }
    }
    fileprivate var cells: Int {
        if case .cells(let cells) = shown?.content { cells.count } else { 0 }
    }
}
