import CSystem
import Drawing
import Glibc

// Pixels by Kitty's graphics protocol (https://sw.kovidgoyal.net/kitty/graphics-protocol/). A picture is sent once, between
// two updates of the screen; what stands on the screen are characters like any other, which ncurses owns.
extension Terminal {
    /// Asks whether the terminal shows pixels; the answer comes as an event, or not at all. Multiplexers are not asked:
    /// they make the question a title, and could not hand pictures on.
    package func askForPixels() {
        let isMultiplexed =
            getenv("TMUX") != nil || getenv("STY") != nil
            || ["tmux", "screen"].contains { name.hasPrefix($0) }
        guard !isMultiplexed, Terminal.understandsQuestions(name) else { return }
        keys.ask()
        send(TerminalAnswers.pixelQuestion)
    }

    /// Bytes of base64 in one piece, as the protocol wants them.
    private static let piece = 4_096

    /// Gives the terminal a picture to be shown in so many cells, wherever `PicturePart` says.
    package func sendPicture(_ number: UInt8, _ pixels: PicturePixels, in cells: Size) {
        let data = Array(Base64.encoded(pixels.bytes).utf8)
        var out =
            "\u{1B}_Ga=T,U=1,q=2,f=24,i=\(number),s=\(pixels.size.columns),v=\(pixels.size.rows),"
            + "c=\(cells.columns),r=\(cells.rows),"
        for start in stride(from: 0, to: data.count, by: Terminal.piece) {
            let end = min(start + Terminal.piece, data.count)
            if start > 0 { out += "\u{1B}_G" }
            out += "m=\(end < data.count ? 1 : 0);"
            out += String(decoding: data[start..<end], as: UTF8.self) + "\u{1B}\\"
        }
        pictures.insert(number)
        send(out)
    }

    /// The terminal need not keep a picture any longer.
    package func forgetPicture(_ number: UInt8) {
        guard pictures.remove(number) != nil else { return }
        send("\u{1B}_Ga=d,d=I,q=2,i=\(number)\u{1B}\\")
    }

    /// Pixels of one cell, as the kernel has heard of them; nil where nobody said.
    package var cellPixels: Size? {
        var (width, height): (Int32, Int32) = (0, 0)
        guard lec_cell_pixels(1, &width, &height) == 0 else { return nil }
        return Size(Int(width), Int(height))
    }
}
