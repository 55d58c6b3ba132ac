import ArgumentParser
import LecternCore
import Reading

/// `lectern.1`, written in mdoc: commands and options as the argument parser knows them, keys as the command
/// table has them.
enum ManualPage {
    static var text: String {
        let help = JSON(Lectern._dumpHelp())?["command"] ?? .null
        let commands = (help["subcommands"].array ?? []).filter {
            $0["shouldDisplay"].bool != false && $0["commandName"].string != "help"
        }
        let common = commonOptions(of: commands)
        var page = Mdoc()
        page.raw(
            """
            .\\" Written by `make docs`: change the help of the commands instead.
            .Dd \(Lectern.date)
            .Dt LECTERN 1
            .Os
            .Sh NAME
            .Nm lectern
            .Nd reads articles in the terminal, and asks a local chatbot about them
            .Sh SYNOPSIS
            """)
        for command in commands { page.synopsis(command, except: common) }
        page.raw(".Sh DESCRIPTION\n.Nm")
        page.paragraphs(
            "opens an article from anywhere, sets it as a page, follows its links, and keeps a pane beside it where"
                + " a chatbot sums it up and answers questions, each sentence traced to the paragraph it rests on."
        )
        page.raw(".Pp")
        page.paragraphs(help["discussion"].string ?? "")
        page.raw(".Sh COMMANDS\n.Bl -tag -width Ds")
        for command in commands { page.command(command, except: common) }
        page.raw(".El\n.Sh OPTIONS\nEvery command takes these.\n.Bl -tag -width Ds")
        for option in arguments(of: commands.first ?? .null) where common.contains(name(of: option))
        {
            page.option(option)
        }
        page.raw(".El\n.Sh KEYS\nThe defaults;")
        page.paragraphs("the settings can change them all by the names in parentheses.")
        for group in Command.Group.allCases {
            page.raw(".Ss \(group.rawValue)\n.Bl -tag -width 22n -compact")
            for entry in Command.table where entry.group == group {
                page.item(entry.keys.isEmpty ? ":\(entry.command.rawValue)" : entry.keysText)
                page.paragraphs("\(entry.help) (\(entry.command.rawValue))")
            }
            page.raw(".El")
        }
        page.raw(rest)
        return page.text
    }

    static func arguments(of command: JSON) -> [JSON] {
        (command["arguments"].array ?? []).filter {
            $0["shouldDisplay"].bool != false && !["version", "help"].contains(name(of: $0))
        }
    }

    static func name(of argument: JSON) -> String {
        argument["preferredName"]["name"].string ?? argument["valueName"].string ?? ""
    }

    /// The options that every command has.
    private static func commonOptions(of commands: [JSON]) -> Set<String> {
        let each = commands.map { command in
            Set(arguments(of: command).filter { $0["kind"].string == "option" }.map(name))
        }
        return each.dropFirst().reduce(each.first ?? []) { $0.intersection($1) }
    }

    private static let rest = """
        .Sh ENVIRONMENT
        .Bl -tag -width LECTERN_CHAT_KEY
        .It Ev TERM , COLORTERM
        What the terminal can do;
        .Ql truecolor
        in the second gives colours as themes mean them.
        .It Ev NO_COLOR
        When not empty, no colours.
        .It Ev COLORFGBG
        Light or dark background, where the terminal sets it.
        .It Ev LECTERN_CHAT_KEY
        The key of the chatbot's server.
        .It Ev OLLAMA_HOST
        Where Ollama listens.
        .It Ev BROWSER
        The program that opens addresses.
        .It Ev http_proxy , https_proxy , no_proxy
        Proxies for pages and servers.
        .It Ev SSL_CERT_FILE
        Certificates to trust instead of the system's.
        .El
        .Sh FILES
        .Bl -tag -width Ds
        .It Pa $XDG_CONFIG_HOME/lectern/config.toml
        The settings;
        .Pa ~/.config
        stands for
        .Ev XDG_CONFIG_HOME
        where that is not set.
        Mistakes in it are told all at once, with their lines.
        .It Pa $XDG_CONFIG_HOME/lectern/keys
        An address and the key of its server a line; mode 600, or it is not used.
        .It Pa $XDG_STATE_HOME/lectern/conversations/
        What was said about articles, mode 600;
        .Ql private = true
        in the settings keeps nothing.
        .It Pa $XDG_CONFIG_HOME/lectern/themes/*.toml
        Themes of your own, beside the bundled ones.
        .It Pa $XDG_CONFIG_HOME/lectern/sites/*.toml
        Rules for pages of one host that are read badly.
        .El
        .Sh EXIT STATUS
        As in
        .Xr sysexits.h 3head :
        .Pp
        .Bl -tag -width 4n -compact
        .It 0
        all went well
        .It 64
        a wrong call
        .It 65
        not an article, damaged, empty or too large
        .It 66
        no such file, or not permitted
        .It 69
        the network, a server or a chatbot did not answer
        .It 74
        reading or writing failed
        .It 78
        a mistake in the settings or in a theme
        .El
        .Sh EXAMPLES
        .Bd -literal
        lectern https://example.org/article
        curl -s https://example.org | lectern -
        lectern feed.xml notes/ one.md
        lectern summarize report.html --length short
        lectern ask report.html "Who paid for it?" --format json
        lectern show page.html --format markdown >page.md
        .Ed
        .Sh SEE ALSO
        .Xr less 1 ,
        .Xr w3m 1
        .Pp
        Without a source
        .Nm
        opens its handbook.
        """
}

/// A page of mdoc in the making.
struct Mdoc {
    private(set) var text = ""

    /// Lines of mdoc as they stand.
    mutating func raw(_ lines: String) { text += lines + "\n" }

    /// Prose: blank lines part paragraphs, backticks set what is typed in bold. A sentence has a line
    /// of its own, as mdoc wants it.
    mutating func paragraphs(_ prose: String) {
        for (number, paragraph) in prose.split(separator: "\n\n").enumerated() {
            if number > 0 { raw(".Pp") }
            var line = ""
            for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                if !line.isEmpty, line.count + word.count > 75 || ".:?".contains(line.suffix(1)) {
                    raw(Mdoc.prose(line))
                    line = ""
                }
                line += line.isEmpty ? word : " \(word)"
            }
            raw(Mdoc.prose(line))
        }
    }

    mutating func item(_ what: String) { raw(".It " + Mdoc.argument(what)) }

    mutating func synopsis(_ command: JSON, except common: Set<String>) {
        let name = command["commandName"].string ?? ""
        raw(".Nm lectern" + (name == "read" ? "" : " Cm \(Mdoc.argument(name))"))
        raw(".Op Ar option ...")
        for argument in ManualPage.arguments(of: command)
        where argument["kind"].string == "positional" {
            raw("." + Mdoc.positional(argument))
        }
    }

    mutating func command(_ command: JSON, except common: Set<String>) {
        let arguments = ManualPage.arguments(of: command)
        var words = [".It", "Cm", Mdoc.argument(command["commandName"].string ?? "")]
        words += arguments.filter { $0["kind"].string == "positional" }.map(Mdoc.positional)
        raw(words.joined(separator: " "))
        paragraphs(command["abstract"].string ?? "")
        let own = arguments.filter {
            $0["kind"].string != "positional" && !common.contains(ManualPage.name(of: $0))
        }
        guard !own.isEmpty else { return }
        raw(".Bl -tag -width Ds")
        for argument in own { option(argument) }
        raw(".El")
    }

    mutating func option(_ option: JSON) {
        var line = ".It Fl Fl \(Mdoc.argument(ManualPage.name(of: option)))"
        if option["kind"].string == "option" {
            line += " Ar \(Mdoc.argument(option["valueName"].string ?? "value"))"
        }
        raw(line)
        var words = option["abstract"].string ?? ""
        if let values = option["allValues"].array?.compactMap(\.string), !values.isEmpty {
            words += " One of " + values.map { "`\($0)`" }.joined(separator: ", ") + "."
        }
        if let value = option["defaultValue"].string { words += " Default: `\(value)`." }
        paragraphs(words)
    }

    private static func positional(_ argument: JSON) -> String {
        let name =
            "Ar " + Mdoc.argument(argument["valueName"].string ?? "")
            + (argument["isRepeating"].bool == true ? " ..." : "")
        return argument["isOptional"].bool == true ? "Op \(name)" : name
    }

    /// Text in which nothing is a request or an escape.
    private static func prose(_ line: String) -> String {
        var out = line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : ""
        var isBold = false
        for character in line {
            switch character {
            case "\\": out += "\\e"
            case "`":
                isBold.toggle()
                out += isBold ? "\\fB" : "\\fP"
            case "-" where isBold: out += "\\-"
            default: out.append(character)
            }
        }
        return out + (isBold ? "\\fP" : "")
    }

    /// A macro's argument: one word, and no macro's name or punctuation.
    private static func argument(_ word: String) -> String {
        var out = "\\&"
        for character in word {
            switch character {
            case "\\": out += "\\e"
            case "\"": out += "\\(dq"
            case " ": out += "\\ "
            case "-": out += "\\-"
            default: out.append(character)
            }
        }
        return out
    }
}
