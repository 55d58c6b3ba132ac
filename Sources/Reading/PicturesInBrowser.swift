import Drawing
import LecternCore
import Typesetting

// `O`: a picture on the screen goes to the browser.
extension State {
    /// The one picture there is; of several that whose letters are typed.
    mutating func openPicture() -> [Effect] {
        let targets = picturesOnScreen().targets
        guard case .picture(let block)? = targets.first else {
            return fail(Messages.noPictureInView)
        }
        guard targets.count > 1 else { return browsePicture(in: block) }
        mode = .hints(Hints(labels: Hints.labels(targets.count), targets: targets))
        return []
    }

    mutating func browsePicture(in block: Int) -> [Effect] {
        trail.page?.article.blocks[block].picture?.address.map { browse($0) } ?? []
    }

    /// The pictures in view or what stands for them, a line each, from the top down.
    func picturesOnScreen() -> [LinkOnScreen] {
        guard var page = trail.page else { return [] }
        let area = areas.text
        let end = area.column + area.size.columns
        var found: [LinkOnScreen] = []
        for (row, shown) in page.lines(from: page.top, rows: area.size.rows).enumerated() {
            let block = shown.spot.block
            guard !shown.line.runs.isEmpty, page.article.blocks.indices.contains(block),
                page.article.blocks[block].picture != nil
            else { continue }
            let start = textLeft + shown.line.indent
            let columns = start..<max(start, min(end, textLeft + shown.line.columns))
            if !columns.isEmpty {
                found.append(
                    LinkOnScreen(
                        target: .picture(block), block: block, row: area.row + row,
                        columns: columns))
            }
        }
        return found
    }
}
