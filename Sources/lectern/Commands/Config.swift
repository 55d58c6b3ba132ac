import ArgumentParser
import Glibc
import LecternCore
import Reading
import Storage

/// `lectern config`: what holds and where it comes from, or a first settings file.
struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the effective settings and where each comes from, or write a first file.",
        usage: """
            lectern config                 what holds, and where it comes from
            lectern config --init          write a commented settings file, unless there is one
            """)

    @OptionGroup var options: CommonOptions

    @Flag(name: .customLong("init"), help: "Write a settings file with everything commented out.")
    var writes = false

    func run() throws {
        if writes { return try writeFile() }
        let setup = try Setup(options.wishes)
        writeOutput(try EffectiveSettings(setup, options.wishes).text.gated)
    }

    private func writeFile() throws {
        let folder = Folders.config(Setup.environment)
        guard let path = Settings.path(file: options.config, folder: folder) else {
            throw Failure.exit(
                "There is no home folder to write to: name the file with --config.",
                code: EX_CANTCREAT)
        }
        let keys = [Command.pageDown, .copyLink].compactMap { command in
            Command.table.first { $0.command == command }
                .map { (command: command.rawValue, keys: $0.keys) }
        }
        if let reason = Files.create(path, Setting.defaultFile(keys: keys)) {
            throw Failure.exit(
                reason == EEXIST
                    ? "\(path.gated) is there already and was left as it is."
                    : "\(path.gated) cannot be written: \(String(cString: strerror(reason))).",
                code: EX_CANTCREAT)
        }
        writeOutput("\(path.gated)\n")
    }
}

/// The settings that hold, as a settings file whose comments say where each comes from.
struct EffectiveSettings {
    let text: String

    init(_ setup: Setup, _ options: Wishes) throws {
        let path = setup.settingsPath
        let settings = setup.settings
        let own = settings.keys.keys.sorted()
        let paths = Setting.all.map(\.name) + own.map { "keys.\($0)" }
        let lines: [String: Int]?
        do throws(StoreError) {
            lines = try path.flatMap { path throws(StoreError) in
                try Settings.lines(ofFile: path, paths: paths)
            }
        } catch {
            throw Failure.exit(error.message, code: EX_CONFIG)
        }
        let given = EffectiveSettings.given(setup, options)
        var rows: [(left: String, origin: String)] = []
        var table = ""
        for setting in Setting.all {
            let parts = setting.name.split(separator: ".").map(String.init)
            if parts.count > 1, parts[0] != table {
                table = parts[0]
                rows += [("", ""), ("[\(table)]", "")]
            }
            let place = lines?[setting.name].map { "\(path ?? ""):\($0)" } ?? path ?? ""
            let (value, origin): (String?, String) =
                if let found = given[setting.name] {
                    (found.value, found.origin)
                } else if let said = setting.value(in: settings) {
                    (said, place)
                } else {
                    (setting.standard, "built in")
                }
            let name = parts[parts.count - 1]
            rows.append(value.map { ("\(name) = \($0)", origin) } ?? ("#\(name) =", "not set"))
        }
        rows += [("", ""), ("[keys]", own.isEmpty ? "built in: `lectern keys` lists them" : "")]
        for name in own {
            let place = lines?["keys.\(name)"].map { "\(path ?? ""):\($0)" } ?? path ?? ""
            rows.append(("\(name) = \((settings.keys[name] ?? []).asTOML)", place))
        }
        let width = min(48, rows.map(\.left.columns).max() ?? 0)
        let head =
            switch (path, lines) {
            case (nil, _): "# There is no home folder, so there is no settings file."
            case (let path?, nil): "# \(path) is not there: `lectern config --init` writes it."
            case (let path?, _): "# \(path)"
            }
        text =
            head + "\n\n"
            + rows.map { left, origin in
                guard !origin.isEmpty else { return left + "\n" }
                let pad = String(repeating: " ", count: max(0, width - left.columns))
                return "\(left)\(pad)  # \(origin)\n"
            }.joined() + setup.losses.map { "\n# \($0)\n" }.joined()
    }

    /// What options and the environment say, which goes before the file.
    private static func given(
        _ setup: Setup, _ options: Wishes
    ) -> [String: (value: String, origin: String)] {
        var given: [String: (value: String, origin: String)] = [:]
        if let theme = options.theme {
            given["theme"] = (theme.asTOML, "--theme")
        } else if setup.isColorless {
            given["theme"] = ("\"mono\"", "NO_COLOR")
        }
        for (name, value) in [
            ("chatbot", options.chatbot), ("chat-url", options.chatURL), ("model", options.model),
            ("language", options.language),
        ] {
            if let value { given[name] = (value.asTOML, "--\(name)") }
        }
        if setup.settings.browser == nil, let browser = getenv("BROWSER") {
            let words = String(cString: browser).split(separator: ":").first.map(String.init) ?? ""
            if !words.isEmpty { given["browser"] = (words.asTOML, "BROWSER") }
        }
        return given
    }
}
