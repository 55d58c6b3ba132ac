import Chat
import FoundationEssentials

/// The chatbots that answer: first those at the addresses the user named, then, when `probing`, those on this
/// computer's usual ports, models in memory before others, servers that want a key last.
///
/// Takes 1.5 s at most, 4 s where a named server is slow. Each server gets a few small requests that change
/// nothing there.
package func findChatbots(
    named: [String], probing: Bool, keyFile: [(address: String, key: String)] = [],
    environment: [String: String] = ProcessInfo.processInfo.environment
) async -> [ChatbotCard] {
    let keys = ServerKeys(named: named, file: keyFile, environment: environment)
    var doors = named.compactMap { Door($0, isNamed: true) }
    if probing {
        let ollama = environment["OLLAMA_HOST"].flatMap { Endpoint(ollamaHost: $0) }
        if let ollama, let door = Door(ollama.name, isNamed: false) { doors.append(door) }
        doors += Survey.doors.compactMap { Door($0, isNamed: false) }
    }
    var seen: Set<String> = []
    doors.removeAll { !seen.insert($0.endpoint.name).inserted }
    return await ranked(doors, survey(doors, keys))
}

/// One address to look at.
private struct Door: Sendable {
    let address: String
    let endpoint: Endpoint
    let isNamed: Bool

    init?(_ address: String, isNamed: Bool) {
        guard let endpoint = Endpoint(address) else { return nil }
        self.address = endpoint.name
        self.endpoint = endpoint
        self.isNamed = isNamed
    }

    /// Seconds for the whole survey.
    var limit: Double { isNamed ? 4 : 1.5 }

    var patience: Patience {
        let (connect, answer) = isNamed ? (2, 3) : Survey.patience
        return Patience(connect: connect, head: answer, stall: answer, total: limit)
    }
}

/// What each door's server said of itself, all asked at once.
private func survey(_ doors: [Door], _ keys: ServerKeys) async -> [[ChatbotCard]] {
    await withTaskGroup(of: (Int, [ChatbotCard]).self) { group in
        for (index, door) in doors.enumerated() {
            group.addTask { (index, await survey(door, keys.key(for: door.endpoint))) }
        }
        var found = [[ChatbotCard]](repeating: [], count: doors.count)
        for await (index, cards) in group { found[index] = cards }
        return found
    }
}

private func survey(_ door: Door, _ key: String?) async -> [ChatbotCard] {
    let end = ContinuousClock.now + .seconds(door.limit)
    var survey = Survey(address: door.address, isLocal: door.endpoint.isLocal)
    guard let endpoint = Endpoint(survey.base) else { return [] }
    while !survey.wanted.isEmpty {
        var patience = door.patience
        patience.total = max(0.01, (end - .now) / .seconds(1))
        await withTaskGroup(of: (Probe, Int, [UInt8]).self) { group in
            for probe in survey.wanted {
                var request = Request(endpoint, path: probe.path, body: probe.body, key: key)
                request.patience = patience
                let sent = request
                group.addTask {
                    let answer = await Exchange.whole(sent, limit: Survey.longestAnswer)
                    return (probe, answer.status, answer.body)
                }
            }
            for await (probe, status, body) in group {
                survey.heard(probe, status: status, body: body)
            }
        }
    }
    return survey.cards
}

private func ranked(_ doors: [Door], _ found: [[ChatbotCard]]) -> [ChatbotCard] {
    var named: [ChatbotCard] = []
    var others: [ChatbotCard] = []
    var ports: Set<String> = []
    for (door, cards) in zip(doors, found) where !cards.isEmpty {
        // A server that listens on both families is one server.
        let port = door.endpoint.base.split(separator: ":").last.map(String.init) ?? ""
        guard door.isNamed || !door.endpoint.isLocal || ports.insert(port).inserted else {
            continue
        }
        if door.isNamed { ports.insert(port) }
        if door.isNamed { named += cards } else { others += cards }
    }
    let ready = others.filter { $0.model != nil && !$0.needsKey }
    let rest = others.filter { $0.model == nil || $0.needsKey }
    return named + ready.filter { $0.isLoaded != false } + ready.filter { $0.isLoaded == false }
        + rest
}
