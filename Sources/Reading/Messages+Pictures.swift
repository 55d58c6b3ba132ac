import Drawing

// What is said of pictures.
extension Messages {
    package static let picturesHidden = "Pictures are hidden."
    package static let noPictureInView = "There is no picture on this screen."
    package static let picturesLarge = "Large pictures; I makes them small."
    package static let picturesSmall = "Small pictures; I makes them large."
    package static let pictureComes = "coming"

    package static func picturesShown(hasPictures: Bool) -> String {
        hasPictures
            ? "Pictures are shown; i hides them." : "Pictures are shown, but this page has none."
    }

    /// What keeps all pictures from being shown, and what to do.
    package static func picturesNeed(_ error: PictureError) -> String {
        guard case .missing(let library, let package) = error else { return picture(.draw(error)) }
        return
            "Pictures need \(library), which is not installed: on Debian, apt install \(package)."
    }

    /// Why a picture is not shown, in a word or two behind what it shows.
    package static func picture(_ problem: PictureProblem) -> String {
        switch problem {
        case .refused: "not shown: this page may not show it"
        case .draw(.missing(let library, _)): "not shown: \(library) is not installed"
        case .draw(.noLoader(let kind, let package)): "not shown: \(kind) needs \(package)"
        case .draw(.notAPicture): "not shown: no picture known here"
        case .draw(.tooLarge): "not shown: too large"
        case .draw(.broken): "not shown: damaged"
        case .draw(.cancelled), .open(.cancelled): "not shown"
        case .open(.status(let status, _)): "not shown: the server says \(status)"
        case .open(.notFound): "not shown: no such file"
        case .open(.notPermitted): "not shown: may not be read"
        case .open(.timedOut): "not shown: the server does not answer"
        case .open(.tooLarge): "not shown: too large"
        case .open(.unknownHost), .open(.unreachable): "not shown: the server is not reached"
        case .open(.insecure): "not shown: the connection is not safe"
        case .open: "not shown: it cannot be loaded"
        }
    }
}
