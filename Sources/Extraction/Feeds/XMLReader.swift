import CXML2

/// One thing that stands in an XML text.
enum XMLEvent {
    case start(XMLElement)
    case end
    case text(String)
}

/// An element with its attributes; names carry the usual prefix of their namespace, whatever the feed's.
struct XMLElement {
    /// `title`, `content:encoded`, `dc:creator`.
    var name: String
    /// By name: `href`, `xml:base`.
    var attributes: [String: String]
}

/// Reads repaired XML (`repairedXML`) event by event through libxml2.
///
/// Nothing is fetched, expanded or validated; libxml2's own bounds (256 levels, 10 MB a text) stay on.
func readXML(_ bytes: [UInt8], _ visit: (XMLEvent) -> Void) {
    _ = prepared
    let options =
        XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR
        | XML_PARSE_NOWARNING | XML_PARSE_COMPACT
    bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { chars in
            guard
                let reader = xmlReaderForMemory(
                    chars.baseAddress, Int32(clamping: chars.count), nil, "UTF-8", Int32(options))
            else { return }
            defer { xmlFreeTextReader(reader) }
            while xmlTextReaderRead(reader) == 1 {
                switch xmlTextReaderNodeType(reader) {
                case Int32(XML_READER_TYPE_ELEMENT):
                    let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
                    visit(.start(element(reader)))
                    if isEmpty { visit(.end) }
                case Int32(XML_READER_TYPE_END_ELEMENT): visit(.end)
                case Int32(XML_READER_TYPE_TEXT), Int32(XML_READER_TYPE_CDATA),
                    Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE),
                    Int32(XML_READER_TYPE_WHITESPACE):
                    visit(.text(string(xmlTextReaderConstValue(reader))))
                default: break
                }
            }
        }
    }
}

private let prepared: Void = xmlInitParser()

private func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
}

private func element(_ reader: xmlTextReaderPtr) -> XMLElement {
    var found = XMLElement(name: name(reader), attributes: [:])
    guard xmlTextReaderHasAttributes(reader) == 1 else { return found }
    while xmlTextReaderMoveToNextAttribute(reader) == 1, found.attributes.count < 64 {
        let full = string(xmlTextReaderConstName(reader))
        guard !full.hasPrefix("xmlns") else { continue }
        let key = full.hasPrefix("xml:") ? full : string(xmlTextReaderConstLocalName(reader))
        if found.attributes[key] == nil {
            found.attributes[key] = string(xmlTextReaderConstValue(reader))
        }
    }
    xmlTextReaderMoveToElement(reader)
    return found
}

/// The usual prefix by the namespace; an undeclared prefix stands for itself.
private func name(_ reader: xmlTextReaderPtr) -> String {
    let local = string(xmlTextReaderConstLocalName(reader))
    guard let space = xmlTextReaderConstNamespaceUri(reader) else { return local }
    let uri = String(cString: space)
    if let prefix = prefixes[uri] { return prefix.isEmpty ? local : "\(prefix):\(local)" }
    let own = string(xmlTextReaderConstPrefix(reader))
    return own.isEmpty ? local : "\(own):\(local)"
}

private let prefixes: [String: String] = [
    "http://www.w3.org/2005/Atom": "", "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "", "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "", "http://backend.userland.com/rss2": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
    "http://search.yahoo.com/mrss/": "media", "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
]
