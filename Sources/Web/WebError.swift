/// Why a page could not be fetched. Facts only, in the shape of `OpenError`; the first text is always
/// the address that failed.
package enum WebError: Error, Equatable, Sendable {
    case badAddress(String)
    case unknownHost(String)
    /// Nobody listens, the connection broke, or what came is not HTTP; the reason in libcurl's words.
    case unreachable(String, reason: String)
    case timedOut(String)
    case tooManyRedirects(String)
    /// The page sends the reader to what is no web address, such as `file:`; the target.
    case refusedRedirect(String)
    /// An HTTP status that brings no page.
    case status(Int, String)
    /// No trust in the server's certificate, or no TLS.
    case insecure(String, reason: String)
    /// More than `limit` bytes after decoding.
    case tooLarge(String, limit: Int)
    /// A PDF, a picture, an archive: its media type, or its kind as the first bytes tell.
    case notAnArticle(String, kind: String)
    case cancelled
}
