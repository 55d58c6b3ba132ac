import Chat
import LecternCore

/// Something that a chatbot can be asked about the page shown, as the menu offers it.
struct PaneTask: Equatable, Sendable {
    var title: String
    /// Of the article or the section it is about, or what it takes.
    var detail: String?
    var order: Order

    enum Order: Equatable, Sendable {
        case ask(Question.Task)
        /// The language is still to be named.
        case translate
        /// The article there is to be fetched first.
        case compare(Address)
        /// A head between groups.
        case none
    }
}

extension State {
    /// `A`: everything that can be asked about the page, in one list.
    mutating func showTasks() -> [Effect] {
        guard trail.page != nil else { return fail(Messages.noArticleToAskAbout) }
        guard preferences.chatbotsAllowed else { return fail(Messages.chatbotsOff) }
        let items = tasks.enumerated().map { index, task in
            Picker.Item(
                task.title, detail: task.detail, indent: task.order == .none ? 0 : 2,
                isHeader: task.order == .none, tag: index)
        }
        mode = .picker(Picker(.tasks, title: Messages.tasks, items: items))
        return []
    }

    /// The item of the list at an index was chosen; the mode is already left.
    mutating func choseTask(tag: Int) -> [Effect] {
        let tasks = tasks
        guard tasks.indices.contains(tag) else { return [] }
        switch tasks[tag].order {
        case .ask(let task): return begin(task, other: task == .news ? articleBefore : nil)
        case .translate:
            mode = .prompt(Prompt(.command, input: LineInput(Messages.translateLine)))
            return []
        case .compare(let address):
            return open(.address(address.page), purpose: .compare)
        case .none: return []
        }
    }

    /// The section that the top of the screen is in: the block of its header, 0 for the beginning.
    var sectionUnderEye: Int {
        guard let page = trail.page else { return 0 }
        let eye = max(0, page.top.block)
        return page.article.sections.last { $0.block <= eye }?.block ?? 0
    }

    /// The article that was read before the one shown: the nearest one behind it on the trail.
    var articleBefore: Article? {
        guard let here = trail.page?.article.fingerprint else { return nil }
        for stop in trail.stops.prefix(max(0, trail.place)).reversed() {
            if case .page(let page) = stop, page.article.fingerprint != here { return page.article }
        }
        return nil
    }

    private var tasks: [PaneTask] {
        guard let article = trail.page?.article else { return [] }
        let block = sectionUnderEye
        let section = article.sections.first { $0.block == block }?.title ?? Messages.theBeginning
        func head(_ title: String) -> PaneTask { PaneTask(title: title, order: .none) }
        func ask(_ title: String, _ task: Question.Task, _ detail: String? = nil) -> PaneTask {
            PaneTask(title: title, detail: detail, order: .ask(task))
        }
        var tasks = [
            head(Messages.aboutTheArticle),
            ask(Messages.summary(.short), .summary(.short)),
            ask(Messages.summary(.medium), .summary(.medium)),
            ask(Messages.summary(.long), .summary(.long)),
            ask(Messages.keyPoints, .keyPoints), head(Messages.about(section: section)),
            ask(Messages.explainItem, .explain(block: block)),
            ask(Messages.simplifyItem, .simplify(block: block)),
        ]
        if let tag = preferences.language, !Language.areOne(tag, article.language) {
            tasks.append(
                ask(Messages.translate(to: tag), .translate(block: block, to: tag)))
        }
        tasks.append(PaneTask(title: Messages.translateItem, order: .translate))
        let others = article.related.filter { $0.address?.isWeb == true }.prefix(8)
        if articleBefore != nil || !others.isEmpty { tasks.append(head(Messages.besideOthers)) }
        if let before = articleBefore { tasks.append(ask(Messages.news, .news, before.title)) }
        for other in others {
            guard let address = other.address else { continue }
            tasks.append(
                PaneTask(
                    title: Messages.compare(with: other.title), detail: address.host,
                    order: .compare(address)))
        }
        if !preferences.prompts.isEmpty { tasks.append(head(Messages.ownPrompts)) }
        for prompt in preferences.prompts {
            tasks.append(
                ask(prompt.name.gated, .own(name: prompt.name, order: prompt.order)))
        }
        return tasks
    }

    // MARK: The `:` line

    /// `:summary short`: a length by its name, or a number of words.
    mutating func summary(_ words: String) -> [Effect] {
        let lengths: [String: Length] = ["short": .short, "medium": .medium, "long": .long]
        if let length = lengths[words] { return begin(.summary(length)) }
        guard let count = Int(words), (10...1_000).contains(count) else {
            return fail(Messages.badLength(words))
        }
        return begin(.summary(.words(count)))
    }

    /// `:translate de`: the section under the eye in another language.
    mutating func translate(to tag: String) -> [Effect] {
        guard trail.page != nil else { return fail(Messages.noArticleToAskAbout) }
        guard Language.name(tag) != nil else { return fail(Messages.badLanguage(tag)) }
        return begin(.translate(block: sectionUnderEye, to: tag))
    }

    /// The article to compare with is here.
    mutating func compare(with material: Material) -> [Effect] {
        guard case .article(let other) = material else { return fail(Messages.notComparable) }
        return begin(.compare, other: other)
    }
}
