extension BidirectionalCollection where Element == String {
    /// The strings in one, as the library's `joined` makes it. That one is not specialised for arrays: at its first call
    /// it looks up the types it needs by their names, which takes as long as reading a page of text.
    func joined(separator: String = "") -> String {
        var text = ""
        var isFirst = true
        for part in self {
            if !isFirst { text += separator }
            text += part
            isFirst = false
        }
        return text
    }
}
