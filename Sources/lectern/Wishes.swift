import ArgumentParser
import LecternCore

/// The common options as they were given; each is described in `CommonOptions`.
struct Wishes {
    var config: String?
    var theme: String?
    var chatbot: String?
    var chatURL: String?
    var model: String?
    var language: String?
    var base: String?

    /// The address given with `--base`.
    func baseAddress() throws -> Address? {
        guard let base else { return nil }
        guard let address = Address(base) else {
            throw ValidationError(
                "--base wants an absolute address such as https://example.org/page, not “\(base.gated)”."
            )
        }
        return address
    }
}

/// The plain call, `lectern [--option VALUE ...] SOURCE ...`, understood without the argument parser, whose reflection
/// takes as long as all the rest of starting. Whatever is not as plain as that is left to the parser.
struct PlainCall {
    var sources: [String] = []
    var wishes = Wishes()

    /// nil for subcommands, flags, `--option=value`, and everything unknown.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument.hasPrefix("--") {
                guard let value = rest.popFirst(), !value.hasPrefix("-"),
                    wishes.take(argument, value)
                else {
                    return nil
                }
            } else if argument.hasPrefix("-"), argument != "-" {
                return nil
            } else {
                sources.append(argument)
            }
        }
        switch sources.first {
        case "read", "show", "summarize", "ask", "chatbots", "themes", "keys", "doctor", "help":
            return nil
        default: break
        }
    }
}

extension Wishes {
    /// Takes a common option; false for any other.
    fileprivate mutating func take(_ option: String, _ value: String) -> Bool {
        switch option {
        case "--config": config = value
        case "--theme": theme = value
        case "--chatbot": chatbot = value
        case "--chat-url": chatURL = value
        case "--model": model = value
        case "--language": language = value
        case "--base": base = value
        default: return false
        }
        return true
    }
}
