extension String {
    /// The pieces between ASCII separators, empty ones left out: for the word lists that are compiled in. Works on bytes,
    /// since these lists are read at the start of the first page and Characters would take ten times as long.
    func listed(at separators: Unicode.Scalar...) -> [String] {
        utf8.split { byte in separators.contains { $0.value == UInt32(byte) } }.map {
            String(Substring($0))
        }
    }
}
