/// What the list says.
extension Messages {
    package static let emptyList = "This list is empty."
    package static let nothingToRead = "There is nothing to read here."
    package static let entryHasNoAddress = "This entry has no address."
    package static let notInAList = "That works on an article: Enter opens the one selected."

    package static func nothingMatches(_ filter: String) -> String {
        "Nothing here matches “\(filter)”. / changes the filter."
    }

    package static func articles(_ count: Int) -> String {
        count == 1 ? "1 article" : "\(count) articles"
    }

    package static func feeds(_ count: Int) -> String {
        count == 1 ? "1 feed" : "\(count) feeds"
    }

    package static func filtered(_ shown: Int, of all: Int, by filter: String) -> String {
        "\(shown) of \(all) with “\(filter)”"
    }
}
