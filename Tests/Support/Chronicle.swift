import LecternCore

/// A long article in readable prose: the chronicle of a valley, a section a village, no two of which say the same.
package struct Chronicle: Sendable {
    package struct Section: Sendable {
        package var title: String
        package var paragraphs: [String]
    }

    package static let title = "The valley of the Arne, village by village"
    package let sections: [Section]

    /// At least so many words, at most a section more.
    package init(words: Int) {
        var source = Seeded(7)
        var sections: [Section] = []
        var count = 0
        while count < words {
            let section = Chronicle.section(sections.count, &source)
            count += section.paragraphs.reduce(0) { $0 + $1.split(separator: " ").count }
            sections.append(section)
        }
        self.sections = sections
    }

    package var markdown: String {
        "# \(Chronicle.title)\n"
            + sections.map {
                "\n## \($0.title)\n\n" + $0.paragraphs.joined(separator: "\n\n") + "\n"
            }
            .joined()
    }

    package var article: Article {
        var blocks: [Block] = []
        for section in sections {
            blocks.append(Block(.heading(level: 2, RichText(section.title))))
            blocks += section.paragraphs.map { Block(.paragraph(RichText($0))) }
        }
        return Article(title: Chronicle.title, language: "en", blocks: blocks)
    }

    // MARK: Its words

    private static func section(_ number: Int, _ source: inout Seeded) -> Section {
        let place = name(number)
        let trade = trades[number % trades.count]
        var sentences = trade.sentences
        for line in common.shuffled(using: &source).prefix(20) { sentences.append(line) }
        // What is said of the trade opens every paragraph, so that each is about something.
        var paragraphs: [String] = []
        let own = trade.sentences.count
        for index in 0..<own {
            var lines = [sentences[index]]
            for step in 0..<3 where own + index * 3 + step < sentences.count {
                lines.append(sentences[own + index * 3 + step])
            }
            let text = lines.map { filled($0, place, &source) }.joined(separator: " ")
            paragraphs.append(text)
        }
        return Section(title: "\(place) and its \(trade.name)", paragraphs: paragraphs)
    }

    private static func name(_ number: Int) -> String {
        let first = [
            "Alder", "Birch", "Cold", "Dun", "Elm", "Fern", "Grey", "Hazel", "Iron", "Juniper",
            "Kings",
        ]
        let last = ["ford", "wick", "holm", "mere", "stead", "bridge", "combe"]
        let name = first[number % first.count] + last[number % last.count]
        return number < first.count * last.count ? name : "Upper \(name)"
    }

    private static func filled(_ line: String, _ place: String, _ source: inout Seeded) -> String {
        var out = ""
        for (index, piece) in line.split(separator: "@", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard index % 2 == 1 else {
                out += piece
                continue
            }
            switch piece {
            case "place": out += place
            case "year": out += "\(Int.random(in: 1650...1990, using: &source))"
            case "few": out += "\(Int.random(in: 3...19, using: &source))"
            case "many": out += "\(Int.random(in: 120...980, using: &source))"
            case "who":
                out +=
                    (givenNames.randomElement(using: &source) ?? "") + " "
                    + (familyNames.randomElement(using: &source) ?? "")
            case "month": out += months.randomElement(using: &source) ?? ""
            default: out += piece
            }
        }
        return out
    }

    private static let givenNames = [
        "Agnes", "Bertil", "Clara", "Dorian", "Edith", "Frida", "Gustav", "Hanna", "Isak",
        "Johanna",
        "Karel", "Lena", "Magnus", "Nora", "Otto", "Petra", "Rosa", "Simon", "Thea", "Viktor",
    ]
    private static let familyNames = [
        "Ashdown", "Brandt", "Corley", "Dahl", "Evers", "Falk", "Garrick", "Holt", "Ingram", "Juhl",
        "Kessel", "Lund", "Marsh", "Norring", "Oakes", "Pell", "Quist", "Rowan", "Stroud", "Thorne",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    private static let trades: [(name: String, sentences: [String])] = [
        (
            "mill",
            [
                "The mill of @place@ was built in @year@ by @who@, who had learned the trade abroad.",
                "Its wheel measures @few@ metres and turns only while the snow is melting.",
                "In @year@ it ground @many@ sacks of rye, more than in any year before.",
                "The last miller, @who@, kept the stones sharp until he was very old.",
                "Today a small turbine behind the mill lights @many@ lamps in the lanes.",
                "Every @month@ the children open the sluice and race paper boats below it.",
            ]
        ),
        (
            "ferry",
            [
                "A ferry has crossed the Arne at @place@ since @year@, pulled along a rope.",
                "@who@ bought it for @many@ silver coins and painted it green.",
                "It carries @few@ people, or two cows, and never both at once.",
                "When the rope broke in @month@ @year@, the boat drifted as far as the weir.",
                "The fare was @few@ pence for a hundred years and is now free.",
                "A bridge was planned by @who@, but the village voted against it.",
            ]
        ),
        (
            "school",
            [
                "The school of @place@ began in @year@ with @few@ pupils and one book.",
                "@who@ taught there for forty years and wrote down the weather every noon.",
                "The roof was carried off by a storm in @month@ @year@.",
                "Since then @many@ children have learned to read under the tin that replaced it.",
                "Lessons end early while the hay is cut, as the contract of @year@ demands.",
                "The weather books fill @few@ shelves and are used by scholars of the climate.",
            ]
        ),
        (
            "quarry",
            [
                "Grey stone has been broken at @place@ since @year@, mostly for bridges.",
                "At its busiest the quarry gave work to @many@ men and @few@ horses.",
                "@who@ found the skeleton of a great fish there in @year@.",
                "Blasting was forbidden in @month@ because of the owls that nest in the wall.",
                "The deepest pit is full of water and @few@ metres deep.",
                "Divers led by @who@ have counted @many@ tools on its floor.",
            ]
        ),
        (
            "orchard",
            [
                "The orchard above @place@ holds @many@ apple trees, some planted in @year@.",
                "@who@ grafted a red pear there that grows nowhere else.",
                "Frost in @month@ @year@ killed all but @few@ of the old trees.",
                "The cider is pressed in the first week of @month@ and drunk by spring.",
                "Bees from @few@ hives do the work that the wind does not.",
                "A wall of dry stone, finished in @year@, keeps out the deer.",
            ]
        ),
        (
            "bell",
            [
                "The bell of @place@ was cast in @year@ and weighs @many@ kilograms.",
                "It was hidden in the river by @who@ during the war and raised in @month@.",
                "A crack that opened in @year@ gives it a second tone, a little flat.",
                "It is rung at @few@ in the morning when the river is about to flood.",
                "The founder @who@ offered a new one, which the village declined.",
                "In fog it can be heard as far as the next valley, @few@ kilometres away.",
            ]
        ),
        (
            "library",
            [
                "The library of @place@ stands in a former smithy and owns @many@ books.",
                "@who@ left it her letters in @year@, on condition that nobody reads them.",
                "Readers may borrow @few@ volumes at a time and keep them over the winter.",
                "Mice ate the whole shelf of sermons in @month@ @year@.",
                "The stove is lit by whoever comes first, a rule that @who@ made.",
                "A map of @year@ in its cellar shows the river in another bed.",
            ]
        ),
        (
            "market",
            [
                "The market of @place@ has been held on the first Friday since @year@.",
                "There are @few@ stalls today where @many@ stood before the railway came.",
                "Cheese is weighed on scales that @who@ brought from the coast.",
                "A law of @year@ forbids to sell eggs before the bell has rung.",
                "In @month@ the square is flooded on purpose and becomes a rink.",
                "@who@ has sold nothing but rope there for @few@ years.",
            ]
        ),
    ]

    private static let common = [
        "The parish book of @year@ names @many@ souls.",
        "Old people say that the winters were longer then.",
        "@who@ remembers the smell of tar and wet wool.",
        "Nobody has counted the steps, but there are about @many@.",
        "The road from the town was paved only in @year@.",
        "A small museum opened there in @month@ and is kept by @who@.",
        "The river brings sand, willow and now and then a whole tree.",
        "Two of the houses are older than the church.",
        "In @year@ a commission came, wrote @few@ pages and left again.",
        "Visitors are few, and most of them come to fish.",
        "The council meets under the lime tree when it does not rain.",
        "@who@ keeps the keys and does not like to lend them.",
        "What the flood of @year@ took was never put back.",
        "The post arrives at noon, on foot from @few@ kilometres off.",
        "Swallows return in the second week of @month@.",
        "A song about it has @few@ verses, of which two are sung.",
        "The name is thought to mean a place where one can wade.",
        "Its fields lie high and are stony, yet they feed @many@ sheep.",
        "The newspaper of the county wrote about it once, in @year@.",
        "From the ridge one sees all of it, and on clear days the sea.",
        "The well has never run dry, not even in @year@.",
        "@who@ drew the plan that hangs in the town hall.",
        "Wood is cut in @month@, when the sap is low.",
        "A debt of @many@ crowns from that time was paid back late.",
        "The youngest inhabitant was born in @month@.",
        "It has its own way of saying good morning.",
    ]
}
