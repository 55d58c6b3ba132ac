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
        if let first = sources.first, PlainCall.isCommand(first) { return nil }
    }

    /// The arguments with options that stand before the subcommand moved behind it, where the parser looks for them:
    /// `--theme paper show page.md` is `show --theme paper page.md`.
    static func commandFirst(_ arguments: [String]) -> [String] {
        var options: [String] = []
        var rest = arguments[...]
        var wishes = Wishes()
        while let option = rest.first, option.hasPrefix("--") {
            let name = String(option.prefix { $0 != "=" })
            guard wishes.take(name, "") else { return arguments }
            options.append(rest.removeFirst())
            if name == option, let value = rest.popFirst() { options.append(value) }
        }
        guard let command = rest.first, isCommand(command) else { return arguments }
        return [command] + options + rest.dropFirst()
    }

    /// What `help` was asked about, when there is no such command.
    static func unknownTopic(_ arguments: [String]) -> String? {
        guard arguments.first == "help", arguments.count > 1, !arguments[1].hasPrefix("-"),
            !isCommand(arguments[1])
        else { return nil }
        return arguments[1]
    }

    private static func isCommand(_ name: String) -> Bool {
        switch name {
        case "read", "show", "summarize", "ask", "check", "chatbots", "themes", "keys", "config",
            "doctor",
            "help", "write":
            true
        default: false
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
