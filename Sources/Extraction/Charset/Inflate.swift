import CZlib

/// The packing that the first bytes name; nil for none.
func compression(of bytes: [UInt8]) -> String? {
    bytes.starts(with: [0x1F, 0x8B]) ? "gzip" : nil
}

/// Unpacks gzip, several members after each other included.
///
/// A stream that breaks off gives what came before; one that gives nothing is `.damaged`. Throws `.tooLarge`
/// as soon as more than `limit` bytes come out.
func inflated(_ bytes: [UInt8], limit: Int) throws(ExtractionError) -> [UInt8] {
    var out: [UInt8] = []
    var stream = z_stream()
    guard lec_inflate_init(&stream) == Z_OK else { throw .damaged(kind: "a gzip file") }
    defer { inflateEnd(&stream) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var overflow = false
    bytes.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(clamping: input.count)
        while true {
            let (code, made) = chunk.withUnsafeMutableBufferPointer { buffer in
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(buffer.count)
                let code = inflate(&stream, Z_NO_FLUSH)
                return (code, buffer.count - Int(stream.avail_out))
            }
            out += chunk[0..<made]
            if out.count > limit {
                overflow = true
                return
            }
            if code == Z_STREAM_END {
                guard stream.avail_in > 2, inflateReset(&stream) == Z_OK else { return }
            } else if code != Z_OK || made == 0 {
                return
            }
        }
    }
    if overflow { throw .tooLarge(limit: limit) }
    if out.isEmpty { throw .damaged(kind: "a gzip file") }
    return out
}
