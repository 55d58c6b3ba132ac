import Drawing
import Glibc
import Handbook
import LecternCore
import Pictures
import Reading
import Synchronization
import Web

/// Fetches pictures and has them made ready for the screen.
final class PictureRoom: Sendable {
    private typealias Kept = (address: Address, bytes: [UInt8])
    /// The files fetched last, for the next width of the page.
    private let files = Mutex<[Kept]>([])

    /// Bytes of the files kept.
    private static let limit = 24 << 20
    /// What a picture may cost on the network.
    private static let costs = Fetcher.Limits(
        bytes: PictureProcess.largestFile, redirects: 5, stall: 15, total: 60)

    func picture(_ order: PictureOrder) async -> Result<Picture, PictureProblem> {
        do throws(PictureProblem) {
            let bytes = try await file(order)
            guard !Task.isCancelled else { return .failure(.draw(.cancelled)) }
            do throws(PictureError) {
                return .success(try await drawPicture(bytes, for: order.frame))
            } catch {
                return .failure(.draw(error))
            }
        } catch {
            return .failure(error)
        }
    }

    private func file(_ order: PictureOrder) async throws(PictureProblem) -> [UInt8] {
        if let kept = kept(order.address) { return kept }
        let bytes: [UInt8]
        switch order.address.scheme {
        case "http", "https": bytes = try await fetched(order)
        case "file": bytes = try local(order)
        case "data": bytes = try written(in: order.address)
        case "lectern":
            guard let own = Handbook.picture(at: order.address.string) else { throw .refused }
            bytes = own
        default: throw .refused
        }
        keep(bytes, order.address)
        return bytes
    }

    private func fetched(_ order: PictureOrder) async throws(PictureProblem) -> [UInt8] {
        do throws(WebError) {
            return try await Fetcher(limits: PictureRoom.costs).fetchPicture(
                order.address, for: order.page
            ).bytes
        } catch {
            if case .refusedRedirect = error { throw .refused }
            throw .open(OpenError(error))
        }
    }

    /// A file below the folder of the page, links resolved.
    private func local(_ order: PictureOrder) throws(PictureProblem) -> [UInt8] {
        guard let path = order.address.filePath else { throw .refused }
        guard let page = order.page?.filePath.flatMap(Files.absolute),
            let slash = page.lastIndex(of: "/")
        else { throw .refused }
        guard let picture = Files.absolute(path) else { throw .open(.notFound(path)) }
        guard picture.hasPrefix(page[...slash]) else { throw .refused }
        do throws(OpenError) {
            return try Files.read(picture, limit: PictureProcess.largestFile) { _, _ in }
        } catch {
            throw .open(error)
        }
    }

    /// The picture that an address of the scheme `data` holds (RFC 2397).
    private func written(in address: Address) throws(PictureProblem) -> [UInt8] {
        guard let bytes = address.data else { throw .draw(.broken) }
        return bytes
    }

    // MARK: Files kept

    private func kept(_ address: Address) -> [UInt8]? {
        files.withLock { files in
            guard let index = files.firstIndex(where: { $0.address == address }) else { return nil }
            let file = files.remove(at: index)
            files.append(file)
            return file.bytes
        }
    }

    private func keep(_ bytes: [UInt8], _ address: Address) {
        files.withLock { files in
            files.append((address, bytes))
            var total = files.reduce(0) { $0 + $1.bytes.count }
            while total > Self.limit, !files.isEmpty { total -= files.removeFirst().bytes.count }
        }
    }
}
