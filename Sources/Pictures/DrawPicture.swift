import CPictures
import CSystem
import Dispatch
import Drawing
import Glibc
import Synchronization

/// Makes a picture ready for a screen, in a process of its own that is killed when it takes too long, or when the task is
/// cancelled. One at a time.
///
/// - Parameters:
///   - executable: Lectern's own.
///   - patience: seconds that it may take.
package func drawPicture(
    _ bytes: [UInt8], for frame: PictureFrame, executable: String = "/proc/self/exe",
    patience: Double = 15
) async throws(PictureError) -> Picture {
    let child = Child()
    let result: Result<Picture, PictureError> = await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(
                    returning: child.run(
                        bytes, frame, executable: executable, patience: patience))
            }
        }
    } onCancel: {
        child.cancel()
    }
    return try result.get()
}

private let queue = DispatchQueue(label: "pictures")

extension PictureError {
    /// What keeps pictures from being shown on this computer; loads the libraries to see. nil: nothing.
    package static var obstacle: PictureError? {
        switch lec_picture_load(nil) {
        case LEC_PICTURE_OK.status: nil
        case LEC_PICTURE_NO_CHAFA.status: .noChafa
        default: .noPixbuf
        }
    }

    fileprivate static let noPixbuf = PictureError.missing(
        library: "gdk-pixbuf", package: "libgdk-pixbuf-2.0-0")
    fileprivate static let noChafa = PictureError.missing(library: "chafa", package: "libchafa0")
}

/// The kinds of pictures that can be decoded here, and for the others the Debian package that is missing; loads the
/// loaders to see.
package func pictureKinds() -> (known: [String], missing: [(kind: String, package: String)]) {
    var (known, missing): ([String], [(kind: String, package: String)]) = ([], [])
    for kind in PictureKind.all {
        if lec_picture_load(kind.rawValue) == LEC_PICTURE_OK.status {
            known.append(kind.rawValue)
        } else {
            missing.append((kind.rawValue, kind.package))
        }
    }
    return (known, missing)
}

extension lec_picture_result {
    /// As an exit status.
    var status: Int32 { Int32(rawValue) }
}

/// One process, from its start to its end.
private final class Child: Sendable {
    private struct State {
        var pid: pid_t?
        var isCancelled = false
    }
    private let state = Mutex(State())

    /// Ends it, or keeps it from being started.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            if let pid = state.pid { kill(pid, SIGKILL) }
        }
    }

    func run(
        _ bytes: [UInt8], _ frame: PictureFrame, executable: String, patience: Double
    ) -> Result<Picture, PictureError> {
        guard bytes.count <= PictureProcess.largestFile else { return .failure(.tooLarge) }
        guard let kind = PictureKind(bytes) else { return .failure(.notAPicture) }
        var (input, output): (Int32, Int32) = (-1, -1)
        let started = state.withLock { state in
            guard !state.isCancelled else { return false }
            state.pid = Child.spawn(executable, frame, &input, &output)
            return state.pid != nil
        }
        guard started else { return .failure(.cancelled) }
        let end = ContinuousClock.now + .seconds(patience)
        let answer = Child.talk(bytes, input, output, most: frame.mostBytes, until: end)
        if answer == nil { state.withLock { state in _ = state.pid.map { kill($0, SIGKILL) } } }
        let status = waitForEnd()
        if state.withLock({ $0.isCancelled }) { return .failure(.cancelled) }
        guard let answer, status == LEC_PICTURE_OK.status else {
            return .failure(answer == nil ? .tooLarge : Child.error(status, kind))
        }
        return Picture(answer: answer, for: frame).map { .success($0) } ?? .failure(.broken)
    }

    private static func spawn(
        _ executable: String, _ frame: PictureFrame, _ input: inout Int32, _ output: inout Int32
    ) -> pid_t? {
        let words = ["lectern", PictureProcess.argument] + frame.arguments
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var pid: pid_t = 0
        return lec_spawn_piped(executable, &arguments, &input, &output, &pid) == 0 ? pid : nil
    }

    /// Its exit status, or 128 and the number of the signal that ended it. Nobody may signal it any more.
    private func waitForEnd() -> Int32 {
        guard let pid = state.withLock({ $0.pid }) else { return -1 }
        var facts = siginfo_t()
        // Its number stays its own until it is forgotten together with it.
        while waitid(P_PID, id_t(pid), &facts, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        return state.withLock { state in
            state.pid = nil
            var word: Int32 = 0
            while waitpid(pid, &word, 0) < 0, errno == EINTR {}
            return word & 0x7F == 0 ? word >> 8 & 0xFF : 128 + (word & 0x7F)
        }
    }

    /// Sends the file and takes what comes; nil when it takes too long or says too much.
    private static func talk(
        _ bytes: [UInt8], _ input: Int32, _ output: Int32, most: Int,
        until end: ContinuousClock.Instant
    ) -> [UInt8]? {
        var input = input
        defer {
            if input >= 0 { close(input) }
            close(output)
        }
        var (sent, answer): (Int, [UInt8]) = (0, [])
        while true {
            var waiting = [
                pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            ]
            let left = (end - .now) / .milliseconds(1)
            guard left > 0 else { return nil }
            _ = poll(&waiting, 2, Int32(min(left, 60_000)) + 1)
            if waiting[0].revents != 0 {
                let count = bytes[sent...].withUnsafeBytes {
                    send(input, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                // One that has left early says why with its end.
                let isOver = count < 0 && errno != EAGAIN && errno != EINTR
                sent += max(0, count)
                if sent == bytes.count || isOver {
                    close(input)
                    input = -1
                }
            }
            guard waiting[1].revents != 0 else { continue }
            let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = max(0, read(output, buffer.baseAddress, 1 << 16))
            }
            if part.isEmpty { return answer }
            answer += part
            if answer.count > most { return nil }
        }
    }

    private static func error(_ status: Int32, _ kind: PictureKind) -> PictureError {
        switch status {
        case LEC_PICTURE_NO_PIXBUF.status: .noPixbuf
        case LEC_PICTURE_NO_CHAFA.status: .noChafa
        case LEC_PICTURE_NO_LOADER.status:
            .noLoader(kind: kind.rawValue, package: kind.package)
        case LEC_PICTURE_TOO_LARGE.status, 128 + SIGXCPU, 128 + SIGKILL: .tooLarge
        default: .broken
        }
    }
}

extension PictureFrame {
    /// Bytes of the largest answer that a picture process can give.
    fileprivate var mostBytes: Int {
        switch means {
        case .cells: 16 + 12 * size.columns * size.rows
        case .pixels: 16 + 3 * pixels(in: size).count
        }
    }
}

extension Picture {
    /// Reads what a picture process has said; nil for anything that it should not say.
    fileprivate init?(answer: [UInt8], for frame: PictureFrame) {
        guard answer.count >= 16 else { return nil }
        let number = { (index: Int) -> UInt32 in
            (0..<4).reduce(0) { $0 | UInt32(answer[4 * index + $1]) << UInt32(8 * $1) }
        }
        let numbers = (0..<4).map { Int(number($0)) }
        guard numbers.allSatisfy({ (1...100_000).contains($0) }),
            numbers[2] <= frame.size.columns, numbers[3] <= frame.size.rows
        else { return nil }
        let size = Size(numbers[2], numbers[3])
        self.init(natural: Size(numbers[0], numbers[1]), size: size, content: .cells([]))
        switch frame.means {
        case .pixels:
            let pixels = frame.pixels(in: size)
            guard answer.count == 16 + 3 * pixels.count else { return nil }
            content = .pixels(
                PicturePixels(
                    size: Size(Int(pixels.width), Int(pixels.height)),
                    bytes: Array(answer[16...])))
        case .cells(let colors):
            let count = size.columns * size.rows
            guard answer.count == 16 + 12 * count else { return nil }
            var cells: [PictureCell] = []
            cells.reserveCapacity(count)
            for place in stride(from: 4, to: 4 + 3 * count, by: 3) {
                let cell = PictureCell(
                    scalar: number(place),
                    foreground: Color(picture: number(place + 1), of: colors),
                    background: Color(picture: number(place + 2), of: colors))
                guard let cell else { return nil }
                cells.append(cell)
            }
            content = .cells(cells)
        }
    }
}

extension Color {
    /// A colour of a cell as the process says it.
    fileprivate init(picture number: UInt32, of colors: Int) {
        switch colors {
        case ..<8: self = .standard
        case ...256: self = UInt8(exactly: number).map { .indexed($0) } ?? .standard
        default: self = number <= 0xFFFFFF ? .rgb(number) : .standard
        }
    }
}
