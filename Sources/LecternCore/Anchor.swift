/// Names a block by what it says, so that a place survives reflow, re-fetching and edits elsewhere.
///
/// `hash` is FNV-1a (64 bit) over the kind and the text; `twin` counts equal blocks before this one.
package struct BlockID: Hashable, Sendable {
    package let hash: UInt64
    package let twin: UInt16

    package init(hash: UInt64, twin: UInt16) {
        self.hash = hash
        self.twin = twin
    }
}

/// A spot in an article: a reading position, a match, a citation, a mark.
package struct Anchor: Hashable, Sendable {
    package var block: BlockID
    /// UTF-8 bytes into the block's `text`, 0 up to and including its length.
    package var offset: Int

    package init(block: BlockID, offset: Int = 0) {
        self.block = block
        self.offset = offset
    }
}

/// Index into an article's `links`.
package struct LinkID: Hashable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
}

/// Index into an article's `notes`.
package struct NoteID: Hashable, Sendable {
    package let index: Int
    package init(_ index: Int) { self.index = index }
}

/// FNV-1a, 64 bit (http://www.isthe.com/chongo/tech/comp/fnv/): fixed for ever, unlike Swift's `Hasher`.
package struct FixedHash: Sendable {
    @usableFromInline package var value: UInt64 = 0xcbf2_9ce4_8422_2325

    @inlinable package init() {}

    @inlinable package mutating func feed(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    package mutating func feed(_ text: String) {
        for byte in text.utf8 { feed(byte) }
        feed(0xff)
    }
}
