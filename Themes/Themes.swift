/// The bundled themes, as the texts of their files.
package enum Themes {
    /// In the order in which the `theme` command goes through them.
    package static let names = ["paper", "ink", "sepia", "contrast", "mono"]

    /// The theme file of that name; nil when there is none.
    package static func text(named name: String) -> String? {
        let bytes: [UInt8]
        switch name {
        case "paper": bytes = PackageResources.paper_toml
        case "ink": bytes = PackageResources.ink_toml
        case "sepia": bytes = PackageResources.sepia_toml
        case "contrast": bytes = PackageResources.contrast_toml
        case "mono": bytes = PackageResources.mono_toml
        default: return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
