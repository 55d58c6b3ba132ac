import Drawing

// Where the letters of hints stand.
extension State {
    /// Draws the letters that are left to type, each where it covers nothing of its link.
    func drawHints(_ hints: Hints, on surface: inout Surface) {
        let style = theme[.text].overlaid(by: theme[.hint])
        let places = places(of: hints)
        var plan = HintPlan(area: areas.page, links: places)
        for (target, rest) in hints.open {
            let stretches = places.filter { $0.target == target }
            guard let place = plan.place(rest, for: stretches, on: surface) else { continue }
            surface.put(rest, at: place, style: style, limit: rest.count)
        }
    }
}

/// Finds room for the letters of hints: in front of a link where the screen is blank, else behind it, else over the
/// words beside it, above or below it; over other links, and at last over the link itself, only where a page has no
/// other cell.
private struct HintPlan {
    let area: Area
    /// Cells of links, and of letters that were placed already.
    private var linked: Set<Position> = []
    private var taken: Set<Position> = []

    init(area: Area, links: [LinkOnScreen]) {
        self.area = area
        for link in links { linked.formUnion(HintPlan.cells(of: link)) }
    }

    private static func cells(of link: LinkOnScreen) -> [Position] {
        link.columns.map { Position($0, link.row) }
    }

    mutating func place(
        _ letters: String, for stretches: [LinkOnScreen], on surface: Surface
    ) -> Position? {
        guard let first = stretches.first, let last = stretches.last else { return nil }
        let own = Set(stretches.flatMap(HintPlan.cells))
        let count = letters.count
        let start = first.columns.lowerBound
        let beside = [
            Position(start - count, first.row), Position(last.columns.upperBound, last.row),
        ]
        // A link that takes whole lines has its letters above its beginning or below its end.
        let near = (0..<6).flatMap { step in
            [
                Position(start + step, first.row - 1), Position(start + step, last.row + 1),
                Position(start - step, first.row - 1), Position(start - step, last.row + 1),
            ]
        }
        let linked = linked
        func isBlank(_ cells: [Position]) -> Bool {
            cells.allSatisfy { surface[$0.column, $0.row].text == " " }
        }
        let wishes: [(places: [Position], suits: ([Position]) -> Bool)] = [
            (beside, { isBlank($0) && linked.isDisjoint(with: $0) }),
            (beside + near, { linked.isDisjoint(with: $0) }),
            (beside + near, { own.isDisjoint(with: $0) }),
            (stretches.flatMap(HintPlan.cells), { _ in true }),
        ]
        for wish in wishes {
            for place in wish.places {
                let cells = (0..<count).map { Position(place.column + $0, place.row) }
                guard cells.allSatisfy(area.contains), taken.isDisjoint(with: cells),
                    wish.suits(cells)
                else { continue }
                taken.formUnion(cells)
                return place
            }
        }
        return nil
    }
}
