/// The bundled articles about Lectern, as Markdown.
///
/// Their addresses are `lectern:handbook` and `lectern:handbook/NAME`.
package enum Handbook {
    /// In reading order; the first is the index.
    package static let names = [
        "handbook", "reading", "links", "pictures", "pane", "themes", "keys",
    ]

    /// The article of that name; nil when there is none.
    package static func article(named name: String) -> String? {
        let bytes: [UInt8]
        switch name {
        case "handbook": bytes = PackageResources.handbook_md
        case "reading": bytes = PackageResources.reading_md
        case "links": bytes = PackageResources.links_md
        case "pictures": bytes = PackageResources.pictures_md
        case "pane": bytes = PackageResources.pane_md
        case "themes": bytes = PackageResources.themes_md
        case "keys": bytes = PackageResources.keys_md
        default: return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The picture of the handbook at its address; nil for any other.
    package static func picture(at address: String) -> [UInt8]? {
        address == "lectern:handbook/lectern.svg" ? PackageResources.lectern_svg : nil
    }

    /// The article at an address such as `lectern:handbook/links`, without its fragment; nil when
    /// it is no address of the handbook.
    package static func article(at address: String) -> String? {
        let page = address.prefix { $0 != "#" }
        if page == "lectern:handbook" { return article(named: names[0]) }
        let folder = "lectern:handbook/"
        guard page.hasPrefix(folder) else { return nil }
        return article(named: String(page.dropFirst(folder.count)))
    }
}
