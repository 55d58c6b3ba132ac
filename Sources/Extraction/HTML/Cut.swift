/// Why a part of the page is not part of the article.
enum Cut: UInt8, Sendable {
    /// Not text at all: head, scripts, form controls.
    case machinery
    /// Not to be seen: `hidden`, `display: none`, off-screen.
    case hidden
    /// Menus, page heads and feet, dialogs.
    case navigation
    /// By what its class, id or role calls it.
    case name
    /// Links and little else.
    case linkDensity
    /// A recommendation; it is among the related articles instead.
    case related
    /// A short line that belongs to the page, not to the text: "Share", "Advertisement".
    case label
    /// What is already shown as title, byline or date.
    case metadata
    /// Behind the end of the text.
    case tail
    /// Before its beginning, or a summary set above it.
    case lead
    /// The words under a picture; they go with it.
    case caption
    /// By the rule for the site.
    case rule
    /// A footnote; it stands at the foot of the article.
    case note

    /// Never shown, not even as part of the whole page.
    var isInvisible: Bool { self == .machinery || self == .hidden }

    /// As `lectern doctor` says it.
    var reason: String {
        switch self {
        case .machinery: "not text"
        case .hidden: "hidden"
        case .navigation: "navigation"
        case .name: "by its class or id"
        case .linkDensity: "little but links"
        case .related: "related articles"
        case .label: "a label of the page"
        case .metadata: "title, byline or date again"
        case .tail: "behind the end"
        case .lead: "before the beginning"
        case .rule: "by the site's rule"
        case .caption: "the words under a picture"
        case .note: "a footnote"
        }
    }
}
