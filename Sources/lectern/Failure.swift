import ArgumentParser
import Chat
import Glibc
import LecternCore
import Reading
import Storage

/// Ends a command with one sentence on standard error and an exit code of sysexits.h.
enum Failure {
    static func exit(_ sentence: String, code: Int32) -> ExitCode {
        writeError(sentence)
        return ExitCode(code)
    }

    static func exit(_ error: OpenError) -> ExitCode {
        exit(Messages.openFailed(error), code: code(of: error))
    }

    static func exit(_ error: ChatError) -> ExitCode {
        exit(
            Messages.sentence(error, hasKeys: false),
            code: error == .empty ? EX_DATAERR : EX_UNAVAILABLE)
    }

    private static func code(of error: OpenError) -> Int32 {
        switch error {
        case .notFound, .notPermitted, .isDirectoryEmpty: EX_NOINPUT
        case .unreadable: EX_IOERR
        case .badAddress: EX_USAGE
        case .tooLarge, .notAnArticle, .damaged, .empty: EX_DATAERR
        case .unknownHost, .unreachable, .timedOut, .tooManyRedirects, .refusedRedirect, .status,
            .insecure, .cancelled:
            EX_UNAVAILABLE
        }
    }
}

/// One line on standard error, free of anything a terminal would obey.
func writeError(_ text: String) {
    write("lectern: " + text.gated + "\n", to: 2)
}

/// Writes to standard output; a reader that went away (`| head`) ends the program quietly.
func writeOutput(_ text: String) {
    write(text, to: 1)
}

private func write(_ text: String, to descriptor: Int32) {
    guard let reason = writeAll(Array(text.utf8), to: descriptor) else { return }
    Glibc.exit(reason == EPIPE ? 0 : EX_IOERR)
}
