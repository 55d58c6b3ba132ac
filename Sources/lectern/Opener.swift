import Extraction
import Glibc
import Handbook
import LecternCore
import Reading
import Storage
import Web

/// Finds, fetches and reads what was asked for. Blocking: called off the main thread by the reader.
struct Opener: Sendable {
    /// `--base`: the address that files and standard input came from.
    var base: Address?
    /// `--language`.
    var language: String?
    /// Show everything the page holds, without choosing.
    var wholePage = false
    /// Which part of a source that was opened before is wanted.
    var part: PagePart?
    /// Where documents are kept, to show other parts of them.
    var memory: DocumentMemory?

    /// Where the reader's rules for sites are.
    private static var ruleFolders: [String] {
        var environment: [String: String] = [:]
        for name in ["XDG_CONFIG_HOME", "HOME"] {
            environment[name] = getenv(name).map { String(cString: $0) }
        }
        return Folders.sites(environment)
    }

    /// What an argument names: `-`, an address, a file, or a host name without its scheme.
    static func source(of argument: String) -> Source {
        if argument == "-" { return .standardInput }
        if access(argument, F_OK) == 0 { return .file(argument) }
        if let address = Address(argument),
            Address.allowed.contains(address.scheme) || argument.contains("://")
        {
            return address.filePath.map { .file($0) } ?? .address(address)
        }
        return Address.bareHost(argument).map { .address($0) } ?? .file(argument)
    }

    /// Opens a source and reads it.
    ///
    /// - Parameter beginning: called with the beginning of a long text, and the bytes of the whole, before it is read.
    func open(
        _ source: Source, beginning: (@Sendable (Article, Int) -> Void)? = nil,
        progress: @escaping @Sendable (Int, Int?) -> Void = { _, _ in }
    ) async throws(OpenError) -> Extracted {
        if let beginning, part == nil, let (article, bytes) = glimpse(of: source) {
            beginning(article, bytes)
        }
        if case .file(let path) = source, Folder.isFolder(path) {
            return Extracted(
                material: .feed(try await Folder.feed(of: path, with: self)), report: Report())
        }
        if case .several(let sources) = source {
            return Extracted(
                material: .feed(await Folder.feed(of: sources, with: self)), report: Report())
        }
        if part != nil, let document = memory?.document(from: source) { return try read(document) }
        return try read(try await load(source, progress: progress), from: source)
    }

    /// Opens what is here and short enough to be read in a moment, on the thread that calls; nil for everything else.
    func openAtOnce(_ source: Source) throws(OpenError) -> Extracted? {
        switch source {
        case .file(let path) where Files.isShort(path, Opener.long) || access(path, F_OK) != 0:
            return try read(document(of: path, try Files.read(path)), from: source)
        case .address(let address) where address.scheme == "lectern":
            return try read(try handbook(address), from: source)
        default: return nil
        }
    }

    /// Reads bytes that are here, and keeps them where they have other parts to show: a text has none.
    private func read(_ document: Document, from source: Source) throws(OpenError) -> Extracted {
        let extracted = try read(document)
        if extracted.report.hasParts { memory?.keep(document, from: source) }
        return extracted
    }

    /// The beginning of a long file that is read in order, and the bytes of the whole.
    private func glimpse(of source: Source) -> (Article, Int)? {
        guard case .file(let path) = source,
            let (bytes, whole) = Files.beginning(of: path, longerThan: Opener.long)
        else { return nil }
        let article = extractBeginning(
            document(of: path, bytes), options: ExtractionOptions(language: language))
        return article.map { ($0, whole) }
    }

    /// Bytes of a file whose beginning is shown first: reading all of it would be noticed.
    private static let long = 1 << 17

    private func document(of path: String, _ bytes: [UInt8]) -> Document {
        Document(
            source: .file(path), address: base ?? Files.absolute(path).flatMap(Address.file),
            name: path.split(separator: "/").last.map(String.init), bytes: bytes)
    }

    /// Reads bytes that are here.
    func read(_ document: Document) throws(OpenError) -> Extracted {
        var options = ExtractionOptions(wholePage: wholePage, language: language)
        switch part {
        case .candidate(let number): options.candidate = number
        case .whole: options.wholePage = true
        case nil: break
        }
        var problem: String?
        if let host = document.address?.host {
            do { options.rule = try siteRule(for: host, folders: Opener.ruleFolders) } catch {
                problem = error.message
            }
        }
        do {
            var extracted = try extract(document, options: options)
            if let problem {
                extracted.report.add("rule", problem)
                extracted.report.warning = problem
            }
            return extracted
        } catch {
            throw OpenError(error, name: document.source.display)
        }
    }

    private func load(
        _ source: Source, progress: @escaping @Sendable (Int, Int?) -> Void
    ) async throws(OpenError) -> Document {
        switch source {
        case .several: throw .badAddress(source.display)
        case .standardInput:
            return Document(
                source: source, address: base,
                bytes: try Files.readStandardInput(progress: progress))
        case .file(let path):
            return document(of: path, try Files.read(path, progress: progress))
        case .address(let address):
            if address.scheme == "lectern" { return try handbook(address) }
            guard address.isWeb else {
                if let path = address.filePath {
                    return try await load(.file(path), progress: progress)
                }
                throw .badAddress(address.string)
            }
            do {
                return try await Fetcher().fetch(address, progress: progress)
            } catch {
                throw OpenError(error)
            }
        }
    }

    private func handbook(_ address: Address) throws(OpenError) -> Document {
        guard let text = Handbook.article(at: address.page.string) else {
            throw .notFound(address.string)
        }
        return Document(
            source: .address(address), address: address.page, mediaType: "text/markdown",
            charset: "utf-8",
            bytes: Array(text.utf8))
    }
}
