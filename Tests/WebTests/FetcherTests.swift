import LecternCore
import Support
import Testing

@testable import Web

/// Against Python's own web server.
@Suite struct `Fetching a page` {
    private func fetch(_ path: String, _ limits: Fetcher.Limits = .init()) async throws -> Document
    {
        let address = try await Servers.web().address(path)
        return try await Fetcher(limits: limits).fetch(address)
    }

    private func failure(_ path: String, _ limits: Fetcher.Limits = .init()) async throws
        -> WebError?
    {
        let address = try await Servers.web().address(path)
        do {
            _ = try await Fetcher(limits: limits).fetch(address)
            return nil
        } catch {
            return error
        }
    }

    @Test func `brings its bytes, type, charset, name and address`() async throws {
        let page = try await fetch("/charset?iso-8859-15")
        #expect(page.mediaType == "text/html")
        #expect(page.charset == "iso-8859-15")
        #expect(page.name == "charset")
        #expect(page.address?.string.hasSuffix("/charset?iso-8859-15") == true)
        #expect(page.bytes.contains(0xA4))  // the euro sign in ISO 8859-15
    }

    @Test(arguments: ["/gzip", "/deflate", "/chunked"])
    func `undoes encodings`(path: String) async throws {
        let page = try await fetch(path)
        #expect(String(decoding: page.bytes, as: UTF8.self).contains("Paragraph 5 of a page"))
    }

    @Test func `follows redirects and says where it ended, with the fragment`() async throws {
        let address = try await Servers.web().address("/redirect/10#notes")
        let page = try await Fetcher().fetch(address)
        #expect(page.source == .address(address))
        #expect(page.address?.string == (try await Servers.web()).url + "/hello#notes")
    }

    @Test func `gives up on the eleventh redirect`() async throws {
        let url = try await Servers.web().url
        #expect(try await failure("/redirect/11") == .tooManyRedirects(url + "/hello"))
        #expect(try await failure("/loop") == .tooManyRedirects(url + "/loop"))
    }

    @Test(arguments: [
        "file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "data:text/html,x",
        "gopher://127.0.0.1:1/_x", "lectern:handbook",
    ])
    func `never leaves the web at a redirect`(target: String) async throws {
        #expect(try await failure("/to?\(target)") == .refusedRedirect(target))
        #expect(try await failure("/to/301?\(target)") == .refusedRedirect(target))
    }

    @Test func `does not open files, and says so before any socket`() async throws {
        let file = try #require(Address("file:///etc/passwd"))
        await #expect(throws: WebError.badAddress("file:///etc/passwd")) {
            try await Fetcher().fetch(file)
        }
    }

    @Test(arguments: [400, 401, 403, 404, 410, 429, 451, 500, 503, 304])
    func `reports a status that brings no page`(status: Int) async throws {
        let url = try await Servers.web().url
        #expect(
            try await failure("/status/\(status)") == .status(status, url + "/status/\(status)"))
    }

    @Test(arguments: ["application/pdf", "image/png", "video/mp4", "application/zip"])
    func `refuses what is no article before it is loaded`(type: String) async throws {
        let url = try await Servers.web().url
        #expect(
            try await failure("/type?\(type)") == .notAnArticle("\(url)/type?\(type)", kind: type))
    }

    @Test func `fetches a picture for a page, whatever is said of its type`() async throws {
        let web = try await Servers.web()
        let page = try web.address("/hello")
        for type in ["image/png", "application/octet-stream", "text/html"] {
            let picture = try web.address("/type?\(type)")
            let document = try await Fetcher().fetchPicture(picture, for: page)
            #expect(!document.bytes.isEmpty)
        }
    }

    @Test func `a page from elsewhere gets no picture from the servers of this computer`()
        async throws
    {
        let web = try await Servers.web()
        let picture = try web.address("/type?image/png")
        for page in [Address("https://example.org/page"), nil] {
            await #expect(throws: WebError.refusedRedirect(picture.string)) {
                try await Fetcher().fetchPicture(picture, for: page)
            }
        }
        // Nor does a redirect lead there.
        let other = try #require(
            Address(web.url.replacing("127.0.0.1", with: "localhost") + "/loop"))
        await #expect(throws: WebError.refusedRedirect(other.string)) {
            try await Fetcher().fetchPicture(other, for: Address("https://example.org/page"))
        }
    }

    @Test(arguments: [
        "text/plain", "application/octet-stream", "application/gzip", "application/rss+xml",
        "application/feed+json", "image", "nonsense",
    ])
    func `leaves other types to their content`(type: String) async throws {
        #expect(try await fetch("/type?\(type)").bytes.isEmpty == false)
    }

    @Test func `stops at the limit, announced, endless or unpacked`() async throws {
        let limits = Fetcher.Limits(bytes: 1_000_000)
        for path in ["/bytes?1000001", "/endless", "/bomb?1000"] {
            let url = try await Servers.web().url
            #expect(try await failure(path, limits) == .tooLarge(url + path, limit: 1_000_000))
        }
        #expect(try await fetch("/bytes?1000000", limits).bytes.count == 1_000_000)
    }

    @Test func `has a limit of fifty megabytes by default`() async throws {
        let url = try await Servers.web().url
        #expect(try await fetch("/bytes?50000000").bytes.count == 50_000_000)
        #expect(
            try await failure("/bomb?1000") == .tooLarge(url + "/bomb?1000", limit: 50_000_000))
    }

    @Test func `loses patience with silence in the head, in the body and over all`() async throws {
        let url = try await Servers.web().url
        let stall = Fetcher.Limits(stall: 0.3)
        #expect(try await failure("/stall", stall) == .timedOut(url + "/stall"))
        let total = Fetcher.Limits(total: 0.5)
        for path in ["/slow?5", "/slowhead?1", "/drip?5", "/stall"] {
            // Other tests share the cores: one end in time of five shows that the limit is kept.
            var best = Duration.seconds(60)
            for _ in 1...5 where best > .seconds(2) {
                let start = ContinuousClock.now
                #expect(try await failure(path, total) == .timedOut(url + path))
                best = min(best, .now - start)
            }
            #expect(best < .seconds(2))
        }
    }

    @Test func `tells a broken response from a page`() async throws {
        guard case .unreachable(_, let reason) = try await failure("/cut") else {
            Issue.record("a page cut short must not pass for whole")
            return
        }
        #expect(!reason.isEmpty)
    }

    @Test func `tells nobody there from no such host`() async throws {
        let nobody = try #require(Address("http://127.0.0.1:1/"))
        await #expect(
            throws: WebError.unreachable("http://127.0.0.1:1/", reason: "Connection refused")
        ) {
            try await Fetcher().fetch(nobody)
        }
        let nowhere = try #require(Address("http://no-such-host.invalid/"))
        await #expect(throws: WebError.unknownHost("http://no-such-host.invalid/")) {
            try await Fetcher().fetch(nowhere)
        }
    }

    @Test func `has no trust in a server without TLS`() async throws {
        let url = try await Servers.web().url.replacing("http:", with: "https:")
        let address = try #require(Address(url + "/hello"))
        await #expect {
            try await Fetcher().fetch(address)
        } throws: { error in
            guard case WebError.insecure = error else { return false }
            return true
        }
    }

    @Test func `reaches an IPv6 literal`() async throws {
        let server = try await Servers.Web(bind: "::1")
        let page = try await Fetcher().fetch(try server.address("/hello"))
        #expect(page.mediaType == "text/html")
    }

    @Test func `sends a plain name, no cookies, no referrer`() async throws {
        let text = String(decoding: try await fetch("/echo").bytes, as: UTF8.self)
        #expect(text.contains("Lectern/"))
        #expect(text.contains("Accept-Encoding"))
        for header in ["Cookie", "Referer", "Origin", "Authorization"] {
            #expect(!text.contains(header))
        }
    }

    @Test func `reports progress`() async throws {
        let address = try await Servers.web().address("/bytes?3000000")
        let seen = Recorder<[Int?]>()
        _ = try await Fetcher().fetch(address) { seen.note([$0, $1]) }
        let first = try #require(seen.all.first)
        #expect(first[0] ?? 0 > 0)
        #expect(first[1] == 3_000_000)
    }

    @Test(arguments: ["/slow?5", "/slowhead?1", "/stall", "/endless", "/drip?5"])
    func `closes the socket when the task is cancelled`(path: String) async throws {
        let address = try await Servers.web().address(path)
        let limits = Fetcher.Limits(bytes: .max)
        // Other tests share the cores: one prompt end of ten shows that nothing waits.
        var best = Duration.seconds(10)
        for _ in 1...10 where best > .milliseconds(50) {
            let task = Task { try await Fetcher(limits: limits).fetch(address) }
            try await Task.sleep(for: .milliseconds(200))
            let start = ContinuousClock.now
            task.cancel()
            let result = await task.result
            best = min(best, .now - start)
            #expect(throws: WebError.cancelled) { try result.get() }
        }
        #expect(best < .milliseconds(50))
    }

    @Test func `a cancelled task never starts`() async throws {
        let address = try await Servers.web().address("/hello")
        let task = Task {
            try? await Task.sleep(for: .seconds(10))
            return try await Fetcher().fetch(address)
        }
        task.cancel()
        let result = await task.result
        #expect(throws: WebError.cancelled) { try result.get() }
    }
}
