import CSystem
import Glibc
import Storage

/// Watches the folders of the settings and themes; costs nothing while nothing is saved.
final class Watch {
    /// Readable when something in them was saved.
    let descriptor: Int32

    /// The folders that the options and the environment lead to; nil when there is none to watch.
    init?(_ wishes: Wishes, themeFolders: [String]) {
        let settings = Settings.path(
            file: wishes.config, folder: Folders.config(Setup.environment))
        let files = [settings, wishes.theme.flatMap { $0.contains(".") ? $0 : nil }]
        // A settings file is often a link to where its versions are kept: it is saved there.
        let all = files.compactMap { $0 } + files.compactMap { $0.flatMap(Files.absolute) }
        let folders = Set(all.map(Watch.folder) + themeFolders)
        descriptor = lec_watch()
        guard descriptor >= 0 else { return nil }
        let watched = folders.filter { lec_watch_folder(descriptor, $0) == 0 }
        guard !watched.isEmpty else {
            close(descriptor)
            return nil
        }
    }

    /// What was told has been heard.
    func forget() { lec_watch_forget(descriptor) }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    deinit { close(descriptor) }
}
