import Extraction
import LecternCore
import Reading
import Web

extension OpenError {
    /// The web's facts as the reader's.
    init(_ error: WebError) {
        switch error {
        case .badAddress(let address): self = .badAddress(address)
        case .unknownHost(let address): self = .unknownHost(OpenError.host(of: address))
        case .unreachable(let address, let reason):
            self = .unreachable(OpenError.host(of: address), reason: reason)
        case .timedOut(let address): self = .timedOut(OpenError.host(of: address))
        case .tooManyRedirects(let address): self = .tooManyRedirects(address)
        case .refusedRedirect(let address): self = .refusedRedirect(address)
        case .status(let status, let address): self = .status(status, address)
        case .insecure(let address, let reason):
            self = .insecure(OpenError.host(of: address), reason: reason)
        case .tooLarge(let address, let limit): self = .tooLarge(address, limit: limit)
        case .notAnArticle(let address, let kind): self = .notAnArticle(address, kind: kind)
        case .cancelled: self = .cancelled
        }
    }

    /// The extractor's facts as the reader's.
    init(_ error: ExtractionError, name: String) {
        switch error {
        case .notAnArticle(let kind): self = .notAnArticle(name, kind: kind)
        case .damaged(let kind): self = .damaged(name, kind: kind)
        case .empty: self = .empty(name)
        case .tooLarge(let limit): self = .tooLarge(name, limit: limit)
        }
    }

    private static func host(of address: String) -> String { Address(address)?.host ?? address }
}
