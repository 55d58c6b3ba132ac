import Fixtures
import Glibc

/// Writes the inputs to begin with, one a file: every fixture and every file of the folder `pages`.
func writeSeeds(to folder: String, pages: String?) -> Int32 {
    var seeds = Habit.all.map { Array("h\($0.page)".utf8) }
    seeds += RelatedPage.all.map { Array("h\($0.html)".utf8) }
    seeds += Sample.all.map { Array("\(letter(of: $0.mediaType))\($0.text)".utf8) }
    seeds += pages.map(files) ?? []
    for (number, seed) in seeds.enumerated() {
        guard let file = fopen("\(folder)/\(number)", "w") else {
            perror(folder)
            return 73
        }
        fwrite(seed, 1, seed.count, file)
        fclose(file)
    }
    print("\(seeds.count) seeds")
    return 0
}

private func letter(of mediaType: String) -> Character {
    "hmtrajoxwc".first { Fuzz.reading(of: $0.asciiValue ?? 0).0 == mediaType } ?? "?"
}

/// The files of a folder as inputs that are web pages.
private func files(in folder: String) -> [[UInt8]] {
    guard let open = opendir(folder) else { return [] }
    defer { closedir(open) }
    var found: [[UInt8]] = []
    while let entry = readdir(open) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard !name.hasPrefix("."), let file = fopen("\(folder)/\(name)", "r") else { continue }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        if count > 0 { found.append([UInt8(ascii: "h")] + bytes[..<count]) }
    }
    return found
}
