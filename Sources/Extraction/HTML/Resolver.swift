import LecternCore

/// Makes a page's references absolute and drops those that a page may not make.
struct Resolver {
    /// `<base href>` resolved against the document's address, or that address; nil for standard input.
    let base: Address?
    /// A page from the network must not reach into the reader's disk.
    let isFromWeb: Bool

    init(document: Address?, base: String? = nil) {
        isFromWeb = document?.isWeb ?? true
        if let base {
            let resolved = document.map { $0.resolving(base) } ?? Address(base)
            self.base = resolved.flatMap { $0.isWeb || $0.scheme == "file" ? $0 : nil } ?? document
        } else {
            self.base = document
        }
    }

    /// The absolute address of a reference; nil for scripts, data, other programs' schemes and nonsense.
    func resolve(_ reference: String) -> Address? {
        let first = reference.utf8.first { $0 > 0x20 }
        guard let first else { return nil }
        if first | 0x20 == UInt8(ascii: "j"),
            reference.utf8.drop(while: { $0 <= 0x20 }).prefix(11).map({ $0 | 0x20 })
                .elementsEqual("javascript:".utf8.map { $0 | 0x20 })
        {
            return nil
        }
        let found: Address?
        if let base {
            found = base.resolving(reference)
        } else {
            found = Address(reference).flatMap {
                Address.allowed.contains($0.scheme) ? $0 : nil
            }
        }
        guard let found else { return nil }
        if isFromWeb, found.scheme == "file" { return nil }
        return found
    }
}
