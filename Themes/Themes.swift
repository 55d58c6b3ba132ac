/// The bundled themes, as the texts of their files.
package enum Themes {
    /// In the order in which the `theme` command goes through them.
    package static let names = [
        "paper", "ink", "sepia", "contrast", "solarized-light", "solarized-dark", "gruvbox", "nord",
        "carpathia", "mono",
    ]

    /// The theme file of that name; nil when there is none.
    package static func text(named name: String) -> String? {
        let bytes: [UInt8]
        switch name {
        case "paper": bytes = PackageResources.paper_toml
        case "ink": bytes = PackageResources.ink_toml
        case "sepia": bytes = PackageResources.sepia_toml
        case "contrast": bytes = PackageResources.contrast_toml
        case "solarized-light": bytes = PackageResources.solarized_light_toml
        case "solarized-dark": bytes = PackageResources.solarized_dark_toml
        case "gruvbox": bytes = PackageResources.gruvbox_toml
        case "nord": bytes = PackageResources.nord_toml
        case "carpathia": bytes = PackageResources.carpathia_toml
        case "mono": bytes = PackageResources.mono_toml
        default: return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
