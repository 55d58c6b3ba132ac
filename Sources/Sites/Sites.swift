/// The bundled rules for single sites, as the texts of their files.
package enum Sites {
    /// Hosts that there is a rule for; each goes for the hosts below it too.
    package static let names = [
        "arxiv.org", "gutenberg.org", "lobste.rs", "news.ycombinator.com", "old.reddit.com",
    ]

    /// The rule of that host; nil when there is none.
    package static func text(named name: String) -> String? {
        let bytes: [UInt8]
        switch name {
        case "arxiv.org": bytes = PackageResources.arxiv_org_toml
        case "gutenberg.org": bytes = PackageResources.gutenberg_org_toml
        case "lobste.rs": bytes = PackageResources.lobste_rs_toml
        case "news.ycombinator.com": bytes = PackageResources.news_ycombinator_com_toml
        case "old.reddit.com": bytes = PackageResources.old_reddit_com_toml
        default: return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
