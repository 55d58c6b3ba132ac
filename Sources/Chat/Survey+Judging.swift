import LecternCore

extension Survey {
    // MARK: Ollama

    /// The models that can chat.
    func ollamaModels() -> [JSON] {
        (self[Survey.tags]?.json["models"].array ?? []).prefix(Survey.most).filter { model in
            guard Survey.isSane(model["name"].string) else { return false }
            if let can = model["capabilities"].array { return can.contains("completion") }
            return !Survey.embeds(model["name"].string)
        }
    }

    func ollamaCards() -> [ChatbotCard] {
        let running = self[Survey.loaded]?.json["models"].array ?? []
        let cards = ollamaModels().map { model -> ChatbotCard in
            let name = model["name"].string ?? ""
            let inMemory = running.first { $0["name"].string == name }
            let remote = model["remote_host"].string != nil || name.hasSuffix("cloud")
            return ChatbotCard(
                kind: .ollama, url: base, model: name,
                window: inMemory?["context_length"].int, isLoaded: inMemory != nil,
                isLocal: isLocal && !remote,
                maximumWindow: model["details"]["context_length"].int ?? trainedWindow(of: name))
        }
        if !cards.isEmpty { return cards }
        let status = self[Survey.tags]?.status ?? self[Survey.version]?.status ?? 0
        return [
            ChatbotCard(
                kind: .ollama, url: base, isLocal: isLocal, needsKey: status == 401 || status == 403
            )
        ]
    }

    private func trainedWindow(of name: String) -> Int? {
        self[Survey.show(name)]?.json["model_info"].object?
            .first { $0.key.hasSuffix(".context_length") }?.value.int
    }

    // MARK: Everything else

    func judge() -> [ChatbotCard] {
        let studio = lmStudioCards()
        if !studio.isEmpty { return studio }
        if let answer = self[Survey.localAI], answer.status == 200, answer.json.object != nil {
            return listed(as: .localAI) ?? [bare(.localAI)]
        }
        if let answer = self[Survey.props] {
            let settings = answer.json["default_generation_settings"]
            if settings.object != nil || answer.json["build_info"].string != nil {
                return llamaCards(window: settings["n_ctx"].int)
            }
            if answer.status == 503,
                ServerProblem(answer.json, status: 503)?.isBusy == true
            {
                return [bare(.llamaCpp, isLoaded: false)]
            }
        }
        let first = self[Survey.models]?.json["data"][0]
        switch first?["owned_by"].string {
        case "vllm"?: return listed(as: .vllm) ?? []
        case "llamacpp"?: return llamaCards(window: nil)
        default: break
        }
        if let cards = listed(as: .openAI) { return cards }
        let refused = [Survey.models, Survey.props, Survey.root].contains {
            self[$0]?.status == 401 || self[$0]?.status == 403
        }
        if refused {
            // Jan is the one that refuses everybody without a key.
            return [bare(base.hasSuffix(":1337") ? .jan : .openAI, needsKey: true)]
        }
        return []
    }

    private func bare(
        _ kind: ChatbotCard.Kind, isLoaded: Bool? = nil, needsKey: Bool = false
    ) -> ChatbotCard {
        ChatbotCard(
            kind: kind, url: base, isLoaded: isLoaded, isLocal: isLocal, needsKey: needsKey)
    }

    /// The models of `/v1/models`; nil when that is no list of models.
    private func listed(as kind: ChatbotCard.Kind) -> [ChatbotCard]? {
        guard let answer = self[Survey.models], answer.status < 300 else { return nil }
        guard answer.json["object"].string == "list" || answer.json["data"].array != nil else {
            return nil
        }
        let cards = (answer.json["data"].array ?? []).prefix(Survey.most).compactMap {
            model -> ChatbotCard? in
            guard let id = model["id"].string, Survey.isSane(id), !Survey.embeds(id) else {
                return nil
            }
            var card = bare(base.hasSuffix(":1337") && kind == .openAI ? .jan : kind)
            card.model = id
            card.window = model["max_model_len"].int
            return card
        }
        return cards.isEmpty ? [bare(kind)] : cards
    }

    private func llamaCards(window: Int?) -> [ChatbotCard] {
        var cards = listed(as: .llamaCpp) ?? [bare(.llamaCpp)]
        let data = self[Survey.models]?.json["data"].array ?? []
        for index in cards.indices {
            let model = data.first { $0["id"].string == cards[index].model } ?? .null
            cards[index].maximumWindow = model["meta"]["n_ctx_train"].int
            if let state = model["status"]["value"].string {
                cards[index].isLoaded = state == "loaded"
                cards[index].window = cards[index].model.flatMap {
                    self[Survey.props($0)]?.json["default_generation_settings"]["n_ctx"].int
                }
            } else {
                cards[index].isLoaded = true
                cards[index].window = window
            }
        }
        return cards
    }

    private func lmStudioCards() -> [ChatbotCard] {
        let new = self[Survey.studio]?.json["models"].array ?? []
        if new.contains(where: { $0["key"].string != nil }) {
            return new.compactMap { model -> ChatbotCard? in
                guard let key = model["key"].string, Survey.isSane(key),
                    model["type"].string != "embedding"
                else { return nil }
                let instance = model["loaded_instances"][0]
                var card = bare(.lmStudio, isLoaded: instance.object != nil)
                card.model = instance["id"].string ?? key
                card.window = instance["config"]["context_length"].int
                card.maximumWindow = model["max_context_length"].int
                return card
            }
        }
        let old = self[Survey.oldStudio]?.json["data"].array ?? []
        guard old.contains(where: { $0["state"].string != nil }) else { return [] }
        return old.compactMap { model -> ChatbotCard? in
            guard let id = model["id"].string, Survey.isSane(id),
                model["type"].string != "embeddings"
            else { return nil }
            var card = bare(.lmStudio, isLoaded: model["state"].string == "loaded")
            card.model = id
            card.window = model["loaded_context_length"].int
            card.maximumWindow = model["max_context_length"].int
            return card
        }
    }

    // MARK: Names

    /// Models of one server that are looked at.
    private static let most = 1_000

    /// Can the name be shown and sent back as it is?
    static func isSane(_ name: String?) -> Bool {
        guard let name, !name.isEmpty, name.utf8.count <= 200 else { return false }
        return name.gated == name && !name.contains(where: \.isNewline)
    }

    private static func embeds(_ name: String?) -> Bool {
        guard let name = name?.lowercased() else { return false }
        return ["embed", "bge-", "minilm", "rerank", "whisper"].contains { name.contains($0) }
    }
}
