import LecternCore

/// A piece of HTML as blocks, without any judgement of what belongs to an article.
struct Fragment: Equatable, Sendable {
    var blocks: [Block] = []
    var links: [Link] = []
    var notes: [Note] = []
    var related: [RelatedLink] = []
}
