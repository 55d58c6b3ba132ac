extension Address {
    /// `example.org/page` as an https address: a dotted host name with a last part that looks like one, a port perhaps.
    /// nil for what is rather the name of a file.
    package static func bareHost(_ text: String) -> Address? {
        let authority = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.prefix { $0 != ":" }
        let port = authority.dropFirst(host.count)
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, !parts.contains(where: \.isEmpty), let last = parts.last,
            (2...12).contains(last.count), last.allSatisfy(\.isLetter),
            port.isEmpty || port.count > 1 && port.dropFirst().allSatisfy(\.isNumber),
            host.count < text.count || !Address.fileEndings.contains(last.lowercased())
        else { return nil }
        return Address("https://" + text)
    }

    private static let fileEndings: Set<String> = [
        "html", "htm", "md", "markdown", "txt", "xml", "rss", "atom", "json", "opml", "gz", "pdf",
    ]
}
