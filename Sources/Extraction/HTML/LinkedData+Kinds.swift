import LecternCore

extension LinkedData {
    /// One contribution to a thread, as linked data has it.
    struct Post: Equatable {
        var author: String?
        /// As given, mostly ISO 8601.
        var date: String?
        var text: String
    }

    /// Posts read of one thread.
    private static let postLimit = 500

    /// What the page is for by its types, where they tell (https://schema.org/Product, /CollectionPage).
    static func kind(of objects: [JSON]) -> PageKind? {
        var products = 0
        for object in objects {
            for type in types(of: object) {
                switch type.split(separator: "/").last ?? "" {
                case "CollectionPage", "SearchResultsPage", "OfferCatalog": return .list
                case "Product", "ProductGroup", "IndividualProduct", "ProductModel": products += 1
                default: break
                }
            }
        }
        return products == 0 ? nil : .product
    }

    /// What the thing on sale is said to be.
    static func productText(of objects: [JSON]) -> String? {
        for object in objects
        where types(of: object).contains(where: { $0.hasSuffix("Product") || $0 == "ProductGroup" })
        {
            if let text = object["description"].string, text.utf8.count >= 40 { return text }
        }
        return nil
    }

    /// What an article or its page recommends (https://schema.org/relatedLink, /isRelatedTo).
    static func related(_ object: JSON) -> [(address: String, title: String?)] {
        var found: [(String, String?)] = []
        for member in ["relatedLink", "isRelatedTo"] {
            for page in [object, object["mainEntityOfPage"]] {
                for value in page[member].array ?? [page[member]] where found.count < 60 {
                    if let address = value.string {
                        found.append((address, nil))
                    } else if let address = value["url"].string ?? value["@id"].string {
                        let title = value["headline"].string ?? value["name"].string
                        found.append((address, title.map(Wording.unescaped)))
                    }
                }
            }
        }
        return found
    }

    /// The posts of a thread or a question in the order they were written (https://schema.org/QAPage,
    /// https://schema.org/DiscussionForumPosting); empty without answers.
    static func thread(of objects: [JSON]) -> [Post] {
        for object in objects {
            let types = types(of: object)
            guard types.contains(where: { $0 == "Question" || $0 == "DiscussionForumPosting" })
            else { continue }
            var posts = [post(object)].compactMap { $0 }
            for member in ["acceptedAnswer", "suggestedAnswer", "comment"] {
                for answer in object[member].array ?? [object[member]]
                where posts.count < postLimit {
                    if let post = post(answer) { posts.append(post) }
                }
            }
            if posts.count >= 2 { return posts }
        }
        return []
    }

    private static func post(_ object: JSON) -> Post? {
        guard let text = object["text"].string ?? object["articleBody"].string,
            text.contains(where: { $0.isLetter })
        else { return nil }
        let author = object["author"]["name"].string ?? object["author"].string
        return Post(
            author: author.map(Wording.unescaped),
            date: object["datePublished"].string ?? object["dateCreated"].string, text: text)
    }
}
