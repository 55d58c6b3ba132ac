// swift-tools-version:6.1
// The diagram of the house, in floor order: a target names only targets of lower floors.
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "lectern",
    products: [.executable(name: "lectern", targets: ["lectern"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    ],
    targets: [
        // Floor 0: foreign code behind shims, and the words everyone speaks.
        // What they link with stands in their module maps: pkg-config would name a folder before the Makefile's.
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .target(name: "CGumbo", linkerSettings: [.linkedLibrary("gumbo")]),
        .systemLibrary(
            name: "CCmark",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .target(name: "CXML2", linkerSettings: [.linkedLibrary("dl")]),
        .systemLibrary(name: "CUchardet", providers: [.apt(["libuchardet-dev"])]),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl")]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CSystem"),
        .target(name: "CHyphen", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CBidi", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CPictures", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CLanguage", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CStemmer", linkerSettings: [.linkedLibrary("dl")]),
        .target(
            name: "LecternCore", dependencies: ["CSystem", "CLanguage"], swiftSettings: strict),

        // Floor 1: engines. Values in, values out.
        .target(
            name: "Extraction",
            dependencies: [
                "LecternCore", "CSystem", "CGumbo", "CCmark", "CXML2", "CUchardet", "CZlib",
            ],
            swiftSettings: strict),
        .target(
            name: "Typesetting", dependencies: ["LecternCore", "CHyphen", "CBidi"],
            swiftSettings: strict),
        .target(name: "Drawing", dependencies: ["LecternCore"], swiftSettings: strict),
        .target(
            name: "Chat", dependencies: ["LecternCore", "CStemmer"], swiftSettings: strict),

        // Floor 2: the mind, and the hands.
        .target(
            name: "Reading", dependencies: ["LecternCore", "Typesetting", "Drawing", "Chat"],
            swiftSettings: strict),
        .target(
            name: "Curses", dependencies: ["Drawing", "CNcurses", "CSystem"], swiftSettings: strict),
        .target(
            name: "Web", dependencies: ["LecternCore", "Chat", "CCurl"], swiftSettings: strict),
        .target(
            name: "Pictures", dependencies: ["Drawing", "CPictures", "CSystem"],
            swiftSettings: strict),
        .target(
            name: "Storage",
            dependencies: [
                "LecternCore", "Drawing", "Chat", "Themes", "Sites",
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            swiftSettings: strict),
        .target(
            name: "Themes", path: "Themes", exclude: ["README.md"],
            resources: [
                "paper", "ink", "sepia", "contrast", "solarized-light", "solarized-dark", "gruvbox",
                "nord", "carpathia", "mono",
            ].map { .embedInCode("\($0).toml") },
            swiftSettings: strict),
        .target(
            name: "Sites",
            resources: [
                "arxiv.org", "gutenberg.org", "lobste.rs", "news.ycombinator.com", "old.reddit.com",
            ].map { .embedInCode("Rules/\($0).toml") },
            swiftSettings: strict),
        .target(
            name: "Handbook",
            resources: [
                "handbook.md", "reading.md", "links.md", "pictures.md", "pane.md", "themes.md",
                "keys.md", "lectern.svg",
            ].map { .embedInCode("Articles/\($0)") },
            swiftSettings: strict),

        // Floor 3: the program.
        .executableTarget(
            name: "lectern",
            dependencies: [
                "LecternCore", "Extraction", "Typesetting", "Drawing", "Chat", "Reading", "Curses",
                "Web", "Pictures", "Storage",
                "Themes", "Handbook", "CSystem",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // Not part of the program: measures the extractor, trains the extract.
        .executableTarget(
            name: "bench", dependencies: ["LecternCore", "Extraction", "Chat", "Fixtures"],
            path: "Benchmarks",
            exclude: ["floor.c", "pane.py", "terminal.py", "weights-pages.txt"],
            swiftSettings: strict),

        // Feeds the extractor what nobody would write; runs where `make fuzz` has linked libFuzzer in.
        .target(name: "FuzzDriver", path: "Fuzzing/Driver"),
        .executableTarget(
            name: "fuzz", dependencies: ["LecternCore", "Extraction", "Fixtures", "FuzzDriver"],
            path: "Fuzzing/Fuzz", swiftSettings: strict),

        // Tests: one target a floor piece, and what they share.
        .target(
            name: "Fixtures", dependencies: ["LecternCore"], path: "Tests/Fixtures",
            swiftSettings: strict),
        .target(
            name: "Support",
            dependencies: ["LecternCore", "Typesetting", "Drawing", "Chat", "Reading", "CSystem"],
            path: "Tests/Support", swiftSettings: strict),
        .testTarget(
            name: "LecternCoreTests", dependencies: ["LecternCore", "Support"],
            swiftSettings: strict),
        .testTarget(
            name: "ExtractionTests",
            dependencies: ["Extraction", "LecternCore", "Support", "Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "TypesettingTests", dependencies: ["Typesetting", "LecternCore", "Support"],
            swiftSettings: strict),
        .testTarget(
            name: "DrawingTests", dependencies: ["Drawing", "LecternCore", "Support"],
            swiftSettings: strict),
        .testTarget(
            name: "ChatTests", dependencies: ["Chat", "LecternCore", "Support"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "ReadingTests",
            dependencies: ["Reading", "Typesetting", "Drawing", "Chat", "LecternCore", "Support"],
            swiftSettings: strict),
        .testTarget(
            name: "WebTests", dependencies: ["Web", "Chat", "LecternCore", "Support"],
            swiftSettings: strict),
        .testTarget(
            name: "PicturesTests", dependencies: ["Pictures", "Drawing", "Support"],
            swiftSettings: strict),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Storage", "Chat", "Drawing", "Themes", "Sites", "LecternCore", "Support",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ProgramTests",
            dependencies: ["LecternCore", "CSystem", "Support", "Handbook", "Extraction"],
            exclude: ["Pages"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
