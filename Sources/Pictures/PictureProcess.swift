import CPictures
import Drawing
import Glibc

/// The process that decodes one picture: a file comes in on standard input, the picture made ready goes out on standard
/// output. It ends with one of the numbers of `CPictures.h`.
package enum PictureProcess {
    /// The argument that makes a process one. No source can be called so: it looks like an option.
    package static let argument = "--picture-process"

    /// Bytes of the largest file that is decoded.
    package static let largestFile = 32 << 20

    /// Decodes what comes on standard input for the frame in the arguments, and ends.
    package static func serve(_ arguments: [String]) -> Never {
        guard let frame = PictureFrame(arguments: arguments) else { exit(EX_USAGE) }
        let bytes = readAll()
        guard let kind = PictureKind(bytes) else { exit(EX_DATAERR) }
        end(unless: lec_picture_load(kind.rawValue))
        // From here on the picture's own bytes are looked at.
        guard lec_picture_confine(kind == .svg ? 1 : 0) == 0 else { exit(EX_OSERR) }
        end(unless: lec_picture_decode(bytes, bytes.count, kind == .svg ? 1 : 0))
        var (width, height): (Int32, Int32) = (0, 0)
        lec_picture_size(&width, &height)
        let natural = Size(Int(width), Int(height))
        write(answer(natural, frame.cells(for: natural), frame))
        _exit(LEC_PICTURE_OK.status)
    }

    private static func answer(_ natural: Size, _ size: Size, _ frame: PictureFrame) -> [UInt8] {
        var answer: [UInt8] = []
        for number in [natural.columns, natural.rows, size.columns, size.rows] {
            answer.append(number: UInt32(number))
        }
        switch frame.means {
        case .pixels:
            let pixels = frame.pixels(in: size)
            end(unless: lec_picture_scale(pixels.width, pixels.height, frame.ground))
            answer += [UInt8](unsafeUninitializedCapacity: pixels.count * 3) { buffer, count in
                lec_picture_pixels(buffer.baseAddress)
                count = pixels.count * 3
            }
        case .cells(let colors):
            // chafa compares its characters with eight by eight places a cell.
            end(
                unless: lec_picture_scale(
                    Int32(size.columns * 8), Int32(size.rows * 8), frame.ground))
            let count = size.columns * size.rows
            let none = lec_picture_cell(scalar: 0, foreground: -1, background: -1)
            var cells = [lec_picture_cell](repeating: none, count: count)
            end(
                unless: lec_picture_cells(
                    Int32(size.columns), Int32(size.rows), PictureProcess.mode(colors), frame.ink,
                    frame.ground, &cells))
            answer.reserveCapacity(16 + 12 * count)
            for cell in cells {
                answer.append(number: cell.scalar)
                answer.append(number: UInt32(bitPattern: cell.foreground))
                answer.append(number: UInt32(bitPattern: cell.background))
            }
        }
        return answer
    }

    private static func mode(_ colors: Int) -> lec_picture_colors {
        switch colors {
        case ..<8: LEC_PICTURE_MONO
        case ..<16: LEC_PICTURE_8
        case ..<256: LEC_PICTURE_16
        case 256: LEC_PICTURE_256
        default: LEC_PICTURE_DIRECT
        }
    }

    private static func end(unless status: Int32) {
        if status != LEC_PICTURE_OK.status { _exit(status) }
    }

    private static func readAll() -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= largestFile {
            let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = max(0, read(0, buffer.baseAddress, 1 << 16))
            }
            if part.isEmpty { return bytes }
            bytes += part
        }
        _exit(LEC_PICTURE_TOO_LARGE.status)
    }

    private static func write(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.write(1, $0.baseAddress, $0.count)
            }
            guard count > 0 else { _exit(EX_IOERR) }
            sent += count
        }
    }
}

extension PictureFrame {
    /// As the arguments of a picture process.
    var arguments: [String] {
        let means =
            switch means {
            case .pixels: -1
            case .cells(let colors): colors
            }
        return [
            size.columns, size.rows, means, cell.columns, cell.rows, Int(ground), Int(ink),
        ].map(String.init)
    }

    init?(arguments: [String]) {
        let numbers = arguments.compactMap { Int($0) }
        guard numbers.count == 7, numbers == numbers.map({ max(-1, min($0, 1 << 24)) }),
            (1...1_000).contains(numbers[0]), (1...1_000).contains(numbers[1]),
            (1...100).contains(numbers[3]), (1...100).contains(numbers[4]),
            let ground = UInt32(exactly: numbers[5]), let ink = UInt32(exactly: numbers[6])
        else { return nil }
        self.init(
            size: Size(numbers[0], numbers[1]),
            means: numbers[2] < 0 ? .pixels : .cells(colors: numbers[2]),
            cell: Size(numbers[3], numbers[4]), ground: ground, ink: ink)
    }

    /// Pixels that fill so many cells, never more than 4 million.
    func pixels(in size: Size) -> (width: Int32, height: Int32, count: Int) {
        var (width, height) = (size.columns * cell.columns, size.rows * cell.rows)
        while width * height > 4_000_000 { (width, height) = ((width + 1) / 2, (height + 1) / 2) }
        return (Int32(width), Int32(height), width * height)
    }
}

extension [UInt8] {
    fileprivate mutating func append(number: UInt32) {
        for shift: UInt32 in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
