import Extraction
import Fixtures
import FuzzDriver
import Glibc
import LecternCore

/// Gives the extractor bytes that libFuzzer makes, led by the code they reach.
///
///     fuzz seeds FOLDER [PAGES]     writes what to begin with: the fixtures, and a folder's files
///     fuzz [LIBFUZZER OPTIONS] FOLDER...
///
/// The first byte of an input says what the rest is: see `reading(of:)`.
@main
enum Fuzz {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == "seeds", arguments.count >= 2 {
            exit(writeSeeds(to: arguments[1], pages: arguments.dropFirst(2).first))
        }
        var count = CommandLine.argc
        // libFuzzer reads a null-terminated list that it may replace.
        var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        let status = lec_fuzz(&count, &words) { bytes, count in
            Fuzz.attempt(Array(UnsafeBufferPointer(start: bytes, count: count)))
            return 0
        }
        if status < 0 { print("libFuzzer is not linked in: run this by `make fuzz`.") }
        exit(status < 0 ? 69 : status)
    }

    /// Reads an input; stops the process at the first broken promise.
    static func attempt(_ input: [UInt8]) {
        guard let first = input.first else { return }
        let (mediaType, options) = reading(of: first)
        let document = Document(
            source: .standardInput, address: Address("https://news.example/2024/05/tides"),
            mediaType: mediaType, bytes: Array(input.dropFirst()))
        let result = outcome(document, options)
        guard case .success(let read) = result else { return }
        switch read.material {
        case .article(let article): stop(at: fault(in: article))
        case .feed(let feed):
            for entry in feed.entries { stop(at: entry.article.flatMap(fault)) }
        }
        if input.count % 8 == 0 {
            stop(at: outcome(document, options) == result ? nil : "two readings that differ")
        }
    }

    private static func outcome(
        _ document: Document, _ options: ExtractionOptions
    ) -> Result<Extracted, ExtractionError> {
        do throws(ExtractionError) {
            return .success(try extract(document, options: options))
        } catch {
            return .failure(error)
        }
    }

    /// The media type and the options that an input's first byte stands for.
    static func reading(of byte: UInt8) -> (String?, ExtractionOptions) {
        switch UnicodeScalar(byte) {
        case "h": ("text/html", ExtractionOptions())
        case "w": ("text/html", ExtractionOptions(wholePage: true))
        case "c": ("text/html", ExtractionOptions(candidate: 1))
        case "x": ("application/xhtml+xml", ExtractionOptions())
        case "m": ("text/markdown", ExtractionOptions())
        case "t": ("text/plain", ExtractionOptions())
        case "r": ("application/rss+xml", ExtractionOptions())
        case "a": ("application/atom+xml", ExtractionOptions())
        case "j": ("application/feed+json", ExtractionOptions())
        case "o": ("text/x-opml", ExtractionOptions())
        default: (nil, ExtractionOptions())
        }
    }

    private static func stop(at fault: String?) {
        guard let fault else { return }
        print("broken promise: \(fault)")
        fflush(nil)
        abort()
    }
}
