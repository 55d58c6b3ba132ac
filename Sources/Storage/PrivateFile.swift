import Glibc

/// Files below the reader's own state, for nobody else to read: whole or not there at all, mode 600, in folders of
/// mode 700.
enum PrivateFile {
    /// The bytes of a file; nil when it is missing, no plain file, or larger than `limit` bytes.
    static func read(_ path: String, limit: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { return nil }
            if got == 0 { break }
            count += got
        }
        return count <= limit ? Array(bytes[..<count]) : nil
    }

    /// Writes a file beside its place and moves it there. Throws `.unwritable`.
    static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
        let new = "\(path).\(getpid())"
        unlink(new)
        let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        guard writeAll(bytes, to: descriptor) == nil, fsync(descriptor) == 0 else {
            let error = failure(path)
            close(descriptor)
            unlink(new)
            throw error
        }
        guard close(descriptor) == 0, rename(new, path) == 0 else {
            let error = failure(path)
            unlink(new)
            throw error
        }
    }

    /// Makes the last folders of the path: a home that is not there is not invented. Throws `.unwritable`.
    static func makeFolder(_ folder: String) throws(StoreError) {
        let parts = folder.split(separator: "/", omittingEmptySubsequences: true)
        for count in max(1, parts.count - 3)...max(1, parts.count) {
            let path = "/" + parts.prefix(count).joined(separator: "/")
            if mkdir(path, 0o700) != 0, errno != EEXIST { throw failure(folder) }
        }
    }

    private static func failure(_ path: String) -> StoreError {
        .unwritable(path, reason: String(cString: strerror(errno)))
    }
}
