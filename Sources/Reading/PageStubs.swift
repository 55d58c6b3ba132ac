import Drawing
import LecternCore

// To be written: each in a file of its own.
extension State {
    mutating func pressInPrompt(_ key: Key) -> [Effect] { [] }
    mutating func pressInHints(_ key: Key) -> [Effect] { [] }
    mutating func pressInPicker(_ key: Key) -> [Effect] { [] }
    mutating func pressMark(_ key: Key, isSetting: Bool) -> [Effect] { [] }
    mutating func paste(_ text: String) -> [Effect] { [] }
    mutating func point(_ mouse: Mouse) -> [Effect] { [] }
    mutating func resize(to size: Size) -> [Effect] { self.size = size; return [] }
    mutating func loaded(_ token: Token, bytes: Int, of total: Int?) -> [Effect] { [] }
    mutating func opened(_ token: Token, _ result: Result<Material, OpenError>) -> [Effect] { [] }
    mutating func close() -> [Effect] { [.quit] }
    mutating func go(_ steps: Int) -> [Effect] { [] }
    mutating func performAnywhere(_ command: Command, count: Int?) -> [Effect] { [] }
    mutating func performOnPage(_ command: Command, count: Int?) -> [Effect] { [] }
    func drawPage(_ page: Page, on surface: inout Surface) {}
    func drawStatus(on surface: inout Surface) {}
    func drawMode(on surface: inout Surface) {}
}
