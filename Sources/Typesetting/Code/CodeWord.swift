/// What a stretch of code is, as far as it is told by its looks; names, signs and blanks are nothing.
package enum CodeWord: UInt8, CaseIterable, Sendable {
    case comment, string, number, keyword, type
}

/// A stretch of code that is told by its looks.
struct CodeSpan: Equatable {
    /// UTF-8 bytes into the code.
    var range: Range<Int>
    var word: CodeWord
}
