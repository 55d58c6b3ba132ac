import Drawing
import Testing

@Suite struct FewColorsTests {
    private func style(_ ink: UInt32, on ground: UInt32, _ attributes: Attributes = []) -> Style {
        Style(foreground: .rgb(ink), background: .rgb(ground), attributes: attributes)
    }

    @Test(
        arguments: zip(
            [0xF09383, 0x8AB8F0, 0xA3CF96, 0xE6BD6C, 0xCBA8EA] as [UInt32],
            [[9, 1], [12, 6], [10, 2], [11, 3], [13, 5]] as [[UInt8]]))
    func `pale colours on a dark ground keep their hue`(ink: UInt32, expected: [UInt8]) {
        for (count, number) in zip([16, 8], expected) {
            let few = style(ink, on: 0x15181E).few(count)
            #expect(few.foreground == number, "\(count) colours")
            #expect(few.background == 0)
        }
    }

    @Test func `dark colours on a light ground keep their hue`() {
        #expect(style(0x9A2617, on: 0xFBF9F4).few(8).foreground == 1)
        #expect(style(0x1A4F95, on: 0xFBF9F4).few(16).foreground == 4)
        #expect(style(0x693A86, on: 0xFBF9F4).few(16).foreground == 5)
    }

    @Test func `what is lit stands out from the ground in every number of colours`() {
        for (ground, lit, ink) in [
            (0x15181E as UInt32, 0x5C4A00 as UInt32, 0xDEDBD3 as UInt32),
            (0xFBF9F4, 0xFFF0BD, 0x22201C),
        ] {
            for count in [8, 16] {
                let few = style(ink, on: lit).few(count)
                #expect(few.background != style(ink, on: ground).few(count).background)
                #expect(few.background != few.foreground)
            }
            #expect(style(ink, on: lit).few(0).attributes == .reverse)
            #expect(style(ink, on: ground).few(0).attributes == [])
        }
    }

    @Test func `greys are never so dark that they cannot be read`() {
        #expect(style(0xA29F98, on: 0x15181E).few(16).foreground == 7)
        #expect(style(0x635D52, on: 0xFBF9F4).few(16).foreground == 8)
        #expect(style(0x635D52, on: 0xFBF9F4).few(8).foreground == 0)
    }

    @Test func `letters on a coloured ground are black or white, and black is not bold`() {
        let hint = style(0x15181E, on: 0xF09383, .bold).few(16)
        #expect(hint.background == 1)
        #expect(hint.foreground == 15)
        let match = style(0x15181E, on: 0xB8942F, .bold).few(16)
        #expect(match == FewColors(foreground: 0, background: 3, attributes: []))
    }

    @Test func `the terminal's own colours stay what they are`() {
        #expect(Style().few(8) == FewColors(foreground: nil, background: nil, attributes: []))
        #expect(Style(foreground: .indexed(4)).few(8).foreground == 4)
    }
}
