import LecternCore
import Support
import Testing

@testable import Typesetting

@Suite struct `A paragraph without end` {
    private let article: Article = {
        let words = String(repeating: "the tides follow the moon, twice a day, ", count: 4_000)
        return Article(
            title: "Long", blocks: [Block(.paragraph(RichText(words))), Block(.rule)])
    }()

    @Test func `its first lines are set without the others, and are the same`() {
        var whole = Layout(article, measure: 40)
        let all = whole.lines(of: 0)
        var layout = Layout(article, measure: 40)
        for count in [1, 24, 25, 500] {
            let first = layout.lines(of: 0, first: count)
            #expect(first.count >= count && first.count < count + 400)
            #expect(layout.isGrowing(0))
            #expect(first[...] == all[..<first.count])
        }
        let middle = layout.lines(of: 0, toByte: 80_000)
        #expect(middle.last.map { $0.range.upperBound > 80_000 } == true)
        #expect(middle.count < all.count)
        #expect(layout.lines(of: 0) == all)
        #expect(!layout.isGrowing(0))
        #expect(layout.lines(of: 0, first: 3) == all)
        #expect(layout.lines(of: 0, first: .max) == all)
        #expect(faults(all, of: article.blocks[0].text, measure: 40) == [])
    }

    @Test func `asked for more than there is, it is whole`() {
        var layout = Layout(article, measure: 40)
        let all = layout.lines(of: 0, first: 1_000_000)
        #expect(!layout.isGrowing(0))
        #expect(all.last?.range.upperBound == article.blocks[0].text.utf8.count)
    }
}
