import Glibc

/// Writes all of the bytes to a descriptor, however many calls that takes; an errno when it fails.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var sent = 0
    while sent < bytes.count {
        let count = bytes.withUnsafeBytes {
            Glibc.write(descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent)
        }
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        guard count > 0 else { return errno }
        sent += count
    }
    return nil
}
