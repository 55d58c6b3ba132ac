import Chat
import LecternCore

extension ChatbotCard {
    /// Host name or address of the server, with its port where it is not this computer's; for the extract empty. A model
    /// that a server here only passes texts on to is in the cloud.
    var host: String {
        guard let url else { return "" }
        return isPassedOn ? Messages.cloud(behind: serverName) : (Address(url)?.host ?? url).gated
    }

    /// Does a server on this computer pass what it is sent on to another one?
    var isPassedOn: Bool {
        guard !isLocal, let host = url.flatMap({ Address($0)?.host }) else { return false }
        return host.hasPrefix("127.") || host == "localhost" || host == "[::1]" || host == "::1"
    }

    /// The port of a server on this computer, where its address names one.
    var port: Int? {
        guard isLocal, let digits = url?.split(separator: ":").last?.prefix(while: \.isNumber)
        else { return nil }
        return Int(digits)
    }

    /// Where it runs: `this machine`, or the host.
    var place: String { isLocal ? Messages.thisMachine : host }

    /// The server's name as its makers write it.
    var serverName: String { kind == .ollama ? "Ollama" : kind.rawValue }

    /// The model's name as people say it: without folders, `.gguf` and how it was quantised.
    var modelName: String? {
        guard let model, !model.isEmpty else { return nil }
        var name = model.gated
        if name.lowercased().hasSuffix(".gguf"), let last = name.split(separator: "/").last {
            name = String(last.dropLast(5))
            if let end = name.lastIndex(where: { $0 == "." || $0 == "-" }) {
                let suffix = name[name.index(after: end)...].uppercased()
                let isQuantisation = ["Q", "IQ", "F", "BF"].contains { prefix in
                    suffix.hasPrefix(prefix)
                        && suffix.dropFirst(prefix.count).first?.isNumber == true
                }
                if isQuantisation, end > name.startIndex { name = String(name[..<end]) }
            }
        }
        return name.isEmpty ? nil : name
    }

    /// Is this part of its server's or its model's name, whatever the case?
    package func isCalled(_ part: String) -> Bool {
        [kind.rawValue, serverName, model ?? ""].contains {
            $0.lowercased().contains(part.lowercased())
        }
    }

    /// What it is called in one word or two: the model, else the server.
    var name: String {
        if kind == .extract { return Messages.extract }
        return modelName ?? serverName
    }

    /// Who answers and where, longest first: a header takes the first that fits. The host of another computer
    /// is in all of them.
    var descriptions: [String] {
        if kind == .extract { return [Messages.extract] }
        let full = [serverName, modelName, place].compactMap(\.self)
        return [
            full.joined(separator: " · "), "\(name) · \(place)", isLocal ? name : place,
        ]
    }
}
