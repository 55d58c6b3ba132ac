/// Paragraphs that read like an article, different for every seed.
package func prose(_ count: Int, seed: Int = 0) -> [String] {
    let openings = [
        "The harbour was empty when the first boats left, and nobody spoke.",
        "Every spring the river rises, sometimes by a metre, and the bridge is closed.",
        "She had measured the water for forty years, with a stick, a clock and a notebook.",
        "What the tables cannot say is how the wind will turn, or when.",
        "In the village they still tell the story of the winter when the sea froze.",
        "Engineers from the capital came twice, drew their maps, and went home again.",
        "Two numbers matter here, she says: the height of the wall, and that of the moon.",
    ]
    return (0..<count).map { index in
        let number = index + seed * 3
        return openings[number % openings.count] + " "
            + openings[(number + 3) % openings.count] + " It was note \(number + 1) of many."
    }
}
