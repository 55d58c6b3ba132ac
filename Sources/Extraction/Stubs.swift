import LecternCore

func readFeed(
    _ bytes: [UInt8], kind: Kind, of document: Document
) throws(ExtractionError) -> Feed {
    Feed(title: document.name ?? "", address: document.address, entries: [])
}
