import Glibc
import LecternCore
import Reading
import Storage

/// Bytes from the disk and from standard input, never more than the limit.
enum Files {
    /// Bytes of the largest file that is opened.
    static let limit = 1 << 30

    static func read(
        _ path: String, limit: Int = limit, progress: (Int, Int?) -> Void = { _, _ in }
    ) throws(OpenError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: throw .notFound(path)
            case EACCES, EPERM: throw .notPermitted(path)
            default: throw .unreadable(path, reason: String(cString: strerror(errno)))
            }
        }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else {
            throw .unreadable(path, reason: String(cString: strerror(errno)))
        }
        let kind = facts.st_mode & S_IFMT
        guard kind == S_IFREG || kind == S_IFIFO else {
            throw .notAnArticle(path, kind: "a device or socket")
        }
        if kind == S_IFIFO { _ = fcntl(descriptor, F_SETFL, 0) }
        return try readAll(
            descriptor, name: path, expected: Int(facts.st_size), limit: limit, progress: progress)
    }

    /// The first 32 kB of a regular file with more bytes than `least`, and how many it has.
    static func beginning(of path: String, longerThan least: Int) -> ([UInt8], Int)? {
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size > least
        else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 15) { buffer, count in
            count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
        }
        return bytes.isEmpty ? nil : (bytes, Int(facts.st_size))
    }

    /// Is it a regular file of at least one byte and at most so many?
    static func isShort(_ path: String, _ most: Int) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
            && (1...most).contains(Int(facts.st_size))
    }

    /// Is something being piped in, or read from a file?
    static var isFed: Bool {
        var facts = stat()
        guard fstat(0, &facts) == 0 else { return false }
        return facts.st_mode & S_IFMT == S_IFIFO
            || facts.st_mode & S_IFMT == S_IFREG && facts.st_size > 0
    }

    static func readStandardInput(progress: (Int, Int?) -> Void) throws(OpenError) -> [UInt8] {
        guard isatty(0) == 0 else { throw .empty("-") }
        return try readAll(0, name: "-", expected: nil, limit: limit, progress: progress)
    }

    private static func readAll(
        _ descriptor: Int32, name: String, expected: Int?, limit: Int,
        progress: (Int, Int?) -> Void
    ) throws(OpenError) -> [UInt8] {
        var bytes: [UInt8] = []
        let step = max(1 << 16, min(expected.map { $0 + 1 } ?? 1 << 16, 1 << 24))
        while bytes.count <= limit {
            var failure: Int32 = 0
            let start = bytes.count
            let part = [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
                let got = Glibc.read(descriptor, buffer.baseAddress, step)
                failure = got < 0 ? errno : 0
                count = max(0, got)
            }
            if failure == EINTR { continue }
            guard failure == 0 else {
                throw .unreadable(name, reason: String(cString: strerror(failure)))
            }
            if part.isEmpty { return bytes }
            if start == 0 {
                bytes = part
            } else {
                if let expected, bytes.count == step { bytes.reserveCapacity(expected) }
                bytes += part
            }
            progress(bytes.count, expected)
        }
        throw .tooLarge(name, limit: limit)
    }

    /// Writes a new file and the folders above it, readable by its owner alone; an errno when that fails, `EEXIST` when
    /// there is something already.
    static func create(_ path: String, _ text: String) -> Int32? {
        var folder = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
            folder += part + "/"
            if mkdir(folder, 0o700) != 0, errno != EEXIST { return errno }
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        let reason = writeAll(Array(text.utf8), to: descriptor)
        if reason != nil { unlink(path) }
        return reason
    }

    /// The path from the root, with `.`, `..` and links resolved; nil when there is no such file.
    static func absolute(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
