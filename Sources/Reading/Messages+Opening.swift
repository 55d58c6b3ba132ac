import LecternCore

extension Messages {
    /// Files that were named and are not there.
    package static func missing(_ names: [String]) -> String {
        let list = names.map(\.gated).joined(separator: ", ")
        return names.count == 1
            ? openFailed(.notFound(list)) : "There are no \(list): check the names."
    }

    /// Why a source did not open, and what to do.
    package static func openFailed(_ error: OpenError) -> String {
        switch error {
        case .notFound(let name): "There is no \(name): check the name."
        case .notPermitted(let name): "\(name) may not be read: ask for the right to read it."
        case .isDirectoryEmpty(let name):
            "The folder \(name) holds no articles: Lectern looks for .html, .md and .txt files."
        case .unreadable(let name, let reason): "\(name) could not be read: \(reason)."
        case .badAddress(let text):
            "“\(text)” is no address that can be opened: only http and https are."
        case .unknownHost(let host):
            "No computer is called \(host): check the address or the network."
        case .unreachable(let host, let reason):
            "\(host) does not answer (\(reason)): try again later."
        case .timedOut(let host): "\(host) took too long: try again later."
        case .tooManyRedirects(let address):
            "\(address) sends its readers in a circle: open it in the browser with o."
        case .refusedRedirect(let address):
            "The page sends its readers to \(address), which is no web address: not followed."
        case .status(let status, let address): "\(address) \(meaning(of: status))"
        case .insecure(let host, let reason):
            "The connection to \(host) cannot be trusted (\(reason)): nothing was loaded."
        case .tooLarge(let name, let limit):
            "\(name) is larger than \(limit >> 20) MB: open it in the browser with o."
        case .notAnArticle(let name, let kind):
            "\(name) is \(kind), not an article: open it with another program."
        case .damaged(let name, let kind): "\(name) is \(kind) that is damaged: get it again."
        case .empty("-"): "Standard input is empty: pipe an article into it, or name a file."
        case .empty(let name): "\(name) holds no text."
        case .cancelled: "Stopped."
        }
    }

    /// What an HTTP status says to a person.
    private static func meaning(of status: Int) -> String {
        switch status {
        case 401, 407: "asks for a password: open it in the browser with o."
        case 402: "asks for money: open it in the browser with o."
        case 403: "refuses to show itself: open it in the browser with o."
        case 404, 410: "is gone (status \(status)): look for it with another link or a search."
        case 429: "has had too many visits from here: try again in a while."
        case 451: "may not be shown where you are (status 451)."
        case 500...599: "has trouble of its own (status \(status)): try again later."
        default: "answers with status \(status) instead of a page."
        }
    }
}
