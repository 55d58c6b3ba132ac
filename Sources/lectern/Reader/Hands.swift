import CSystem
import Chat
import Dispatch
import Drawing
import Extraction
import Glibc
import LecternCore
import Reading
import Storage
import Synchronization
import Web

/// Carries out the effects that need the world, each under its token, and posts what came of them.
final class Hands {
    let mailbox: Mailbox
    private let opener: Opener
    /// Who can be asked.
    var servers = Servers()
    /// The program that opens addresses, and its first arguments; nil: as `$BROWSER` says.
    var browser: [String]?
    /// Where conversations are kept; nil: nowhere.
    var conversations: ConversationStore?
    /// Where typed lines are kept; nil: nowhere.
    var history: HistoryStore?
    private let pictures = PictureRoom()
    private var work: [(token: Token, task: Task<Void, Never>)] = []
    /// The chatbot that answers, and under which token.
    private var answering: (token: Token, chatbot: ServerChatbot)?
    /// Files of conversations are read and written one after the other.
    let files = DispatchQueue(label: "conversations")

    init(mailbox: Mailbox, opener: Opener) {
        self.mailbox = mailbox
        self.opener = opener
    }

    func open(_ token: Token, _ source: Source, part: PagePart? = nil) {
        let mailbox = mailbox
        let source = Hands.place(of: source)
        var opener = opener
        opener.part = part
        let task = Task.detached { [opener] in
            let hasBegun = Atomic(false)
            do throws(OpenError) {
                let extracted = try await opener.open(
                    source,
                    beginning: {
                        hasBegun.store(true, ordering: .relaxed)
                        mailbox.post(.glimpsed(token, $0, bytes: $1))
                    },
                    progress: { mailbox.post(.loaded(token, bytes: $0, of: $1)) })
                if hasBegun.load(ordering: .relaxed), case .article(let it) = extracted.material {
                    mailbox.post(.surveyed(token, Bearings(it)))
                }
                mailbox.post(token, extracted)
            } catch {
                mailbox.post(.opened(token, .failure(error)))
            }
        }
        work.append((token, task))
    }

    /// Opens the first source. What takes but a moment is read before anything is shown: a second thread would take longer
    /// to start, and mostly waits for this one's processor.
    /// Throws what is known to be wrong with it.
    func openFirst(_ token: Token, _ source: Source) throws(OpenError) {
        guard let extracted = try opener.openAtOnce(Hands.place(of: source)) else {
            return open(token, source)
        }
        mailbox.post(token, extracted)
    }

    /// Opens a file, or the address where there is no such file.
    func open(_ token: Token, _ path: String, or address: Address) {
        guard access(Hands.path(path), F_OK) != 0 else { return open(token, .file(path)) }
        mailbox.post(.isAddress(token, address))
        open(token, .address(address))
    }

    func ask(_ token: Token, _ question: Question, _ card: ChatbotCard) {
        let mailbox = mailbox
        let chatbot = servers.chatbot(for: card)
        if let server = chatbot as? ServerChatbot { answering = (token, server) }
        let task = Task.detached {
            for await reply in chatbot.reply(to: question) { mailbox.post(.replied(token, reply)) }
        }
        work.append((token, task))
    }

    func picture(_ token: Token, _ order: PictureOrder) {
        let mailbox = mailbox
        let room = pictures
        let task = Task.detached {
            let result = await room.picture(order)
            if !Task.isCancelled { mailbox.post(.pictured(token, result)) }
        }
        work.append((token, task))
    }

    func cancel(_ token: Token) {
        guard let index = work.firstIndex(where: { $0.token == token }) else { return }
        work.remove(at: index).task.cancel()
    }

    /// Ends the reasoning of the answer that comes under a token.
    func answerNow(_ token: Token) {
        if let answering, answering.token == token { answering.chatbot.answerNow() }
    }

    // MARK: Files

    func recall(_ article: Article) {
        let mailbox = mailbox
        let store = conversations
        files.async {
            let key = article.conversationKey
            let kept = store?.exchanges(about: key) ?? []
            mailbox.post(.recalled(key, RecalledExchange.checked(kept, against: article)))
        }
    }

    func keep(_ exchanges: [KeptExchange], _ key: String) {
        guard let store = conversations else { return }
        let mailbox = mailbox
        files.async {
            do throws(StoreError) {
                try store.keep(exchanges, about: key)
            } catch {
                mailbox.post(.warned(error.message))
            }
        }
    }

    /// Writes a file that is not there yet; `~/` is the reader's home.
    func write(_ text: String, to path: String) {
        let place = Hands.path(path)
        let problem = Files.create(place, text).map { code in
            code == EEXIST ? "there is such a file already" : String(cString: strerror(code))
        }
        mailbox.post(.wrote(path, problem: problem))
    }

    /// Waits until what was to be kept is kept.
    func finish() { files.sync {} }

    // MARK: Chatbots

    func findChatbots() {
        let mailbox = mailbox
        let servers = servers
        Task.detached {
            if let problem = servers.keyProblem { mailbox.post(.warned(problem)) }
            mailbox.post(.foundChatbots(await servers.find()))
        }
    }

    func findThemes(in folders: [String], loaded: [Theme]) {
        let mailbox = mailbox
        Task.detached {
            mailbox.post(.foundThemes(Setup.allThemes(in: folders, loaded: loaded)))
        }
    }

    func loadTheme(_ name: String, from folders: [String]) {
        let mailbox = mailbox
        Task.detached {
            do throws(StoreError) {
                mailbox.post(.loadedTheme(try Storage.loadTheme(named: name, folders: folders)))
            } catch {
                mailbox.post(.refusedSettings(Messages.settingsRefused(error.brief)))
            }
        }
    }

    /// Starts the browser with the address as its one argument; never a shell.
    func browse(_ address: Address) {
        let command =
            browser ?? getenv("BROWSER").map { String(cString: $0) }.flatMap(Hands.command) ?? [
                "xdg-open"
            ]
        let words = command.map { $0 == "%s" ? address.string : $0 }
        let all = words.contains(address.string) ? words : words + [address.string]
        var arguments: [UnsafeMutablePointer<CChar>?] = all.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        let failure = lec_spawn_detached(&arguments)
        if failure != 0 {
            mailbox.post(.browserFailed("\(words[0]): \(String(cString: strerror(failure)))"))
        }
    }

    /// The first command of `$BROWSER`, which may name several, parted by colons; nil when it names none.
    private static func command(_ named: String) -> [String]? {
        let words = named.split(separator: ":").first?.split(separator: " ").map(String.init) ?? []
        return words.isEmpty ? nil : words
    }
}

extension Mailbox {
    /// What came of a source, and how it was read.
    fileprivate func post(_ token: Token, _ extracted: Extracted) {
        post(.examined(token, extracted.report))
        post(.opened(token, .success(extracted.material)))
        if let warning = extracted.report.warning { post(.warned(warning)) }
    }
}
