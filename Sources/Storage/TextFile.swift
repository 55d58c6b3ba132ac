import Glibc

/// Files are never read beyond this, in bytes: a theme has 3 KiB, so more is a mistake or an attack.
let fileLimit = 256 * 1024

/// Reads a small text file; nil when there is none.
///
/// Throws `.unreadable`, `.tooLarge` and `.notText`.
func readTextFile(_ path: String) throws(StoreError) -> String? {
    guard let handle = fopen(path, "rb") else {
        let code = errno
        if code == ENOENT || code == ENOTDIR { return nil }
        throw .unreadable(path, reason: String(cString: strerror(code)))
    }
    defer { fclose(handle) }
    var bytes = [UInt8](repeating: 0, count: fileLimit + 1)
    let count = fread(&bytes, 1, bytes.count, handle)
    if ferror(handle) != 0 {
        throw .unreadable(path, reason: String(cString: strerror(errno)))
    }
    guard count <= fileLimit else { throw .tooLarge(path, limit: fileLimit) }
    let text = bytes[..<count]
    guard !text.contains(0), let string = String(validating: text, as: UTF8.self) else {
        throw .notText(path)
    }
    return string
}
