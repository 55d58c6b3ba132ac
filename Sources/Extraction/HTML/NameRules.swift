/// What an element's class, id and role say about it.
struct NameSigns: OptionSet, Sendable {
    let rawValue: UInt32
    /// Menus, ads, dialogs, share bars: nothing of it is ever text.
    static let junk = NameSigns(rawValue: 1 << 0)
    /// Recommendations.
    static let related = NameSigns(rawValue: 1 << 1)
    /// Readers' comments.
    static let comments = NameSigns(rawValue: 1 << 2)
    /// Calls itself the text.
    static let body = NameSigns(rawValue: 1 << 3)
    /// Calls itself the whole article.
    static let article = NameSigns(rawValue: 1 << 4)
    /// Byline, date, reading time.
    static let metadata = NameSigns(rawValue: 1 << 5)
    /// The words under a picture.
    static let caption = NameSigns(rawValue: 1 << 6)
    /// A summary set above the text.
    static let lead = NameSigns(rawValue: 1 << 7)
    /// The person who wrote it, below the text.
    static let author = NameSigns(rawValue: 1 << 8)
    /// Hidden by a well-known utility class.
    static let hidden = NameSigns(rawValue: 1 << 9)
    /// Stands beside the text.
    static let aside = NameSigns(rawValue: 1 << 10)
    /// Shown to readers who have not paid.
    static let paywall = NameSigns(rawValue: 1 << 11)
    /// Consent to cookies, whatever its size.
    static let consent = NameSigns(rawValue: 1 << 12)
    /// A post or a picture from another place.
    static let embed = NameSigns(rawValue: 1 << 13)
    /// Holds a picture and what is said about it.
    static let picture = NameSigns(rawValue: 1 << 14)
    /// The site's lists of what others read: not for this article's readers.
    static let popular = NameSigns(rawValue: 1 << 16)
    /// A summary by what it says, if the page's description agrees.
    static let opening = NameSigns(rawValue: 1 << 15)
    /// Machinery of an article's page, but what one came for on a shop's or a list's: slides, offers, results.
    static let offering = NameSigns(rawValue: 1 << 17)
    /// What customers and members say of a thing on sale.
    static let reviews = NameSigns(rawValue: 1 << 18)
    /// A note that stands in the text where it belongs.
    static let note = NameSigns(rawValue: 1 << 19)
    /// Asks for something or covers itself. On pages that sell, text stands in it as often as not.
    static let appeal = NameSigns(rawValue: 1 << 20)
    /// The foot of the page.
    static let foot = NameSigns(rawValue: 1 << 21)
    /// What narrows a list down.
    static let facet = NameSigns(rawValue: 1 << 22)
    /// A card that leads elsewhere; whether to a recommended article its name does not say.
    static let teaser = NameSigns(rawValue: 1 << 23)

    /// What its names say an element is, for the report: " (comments)"; empty for nothing in particular.
    var words: String {
        let known: [(NameSigns, String)] = [
            (.consent, "consent"), (.comments, "comments"), (.popular, "popular"),
            (.junk, "furniture"),
            (.offering, "offers and tools"), (.aside, "beside the text"), (.paywall, "paywall"),
            (.author, "the writer"), (.reviews, "reviews"),
        ]
        let words = known.filter { contains($0.0) }.map(\.1)
        return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
    }
}

/// Reads signs from the words in a `class`, `id`, `role` or `data-` name.
///
/// Names are taken apart at blanks, hyphens, underscores and humps, so that `articleBody`, `article-body` and
/// `article__body` are the same pair of words.
enum NameRules {
    /// The signs of one attribute value.
    static func signs(of value: some Collection<UInt8>, longest: Int = 7) -> NameSigns {
        var signs = NameSigns()
        var name = Name()
        var previousLower = false
        var followsDigit = false
        var names = 0
        func endName() {
            name.endWord()
            // A name of many words is a header made into an id.
            if !name.ends.isEmpty, name.ends.count <= longest {
                signs.formUnion(Self.signs(of: name))
            }
            if !name.ends.isEmpty { names += 1 }
            name.clear()
        }
        for byte in value {
            switch byte {
            case 0...0x20:
                endName()
                previousLower = false
                if names >= 24 { return signs }
            case 0x61...0x7A, 0x80...0xFF:
                if name.wordLength == 0 { name.isScrap = followsDigit }
                name.bytes.append(byte)
                previousLower = true
            case 0x41...0x5A:
                if previousLower { name.endWord() }
                if name.wordLength == 0 { name.isScrap = followsDigit }
                name.bytes.append(byte | 0x20)
                previousLower = false
            default:
                name.endWord()
                previousLower = false
            }
            if name.wordLength > 32 { name.endWord() }
            followsDigit = (0x30...0x39).contains(byte)
        }
        endName()
        return signs
    }

    /// A name taken apart: its words in lower case, a blank after each.
    private struct Name {
        var bytes: [UInt8] = []
        /// Where each word ends: its blank.
        var ends: [Int] = []
        /// The word being read stands right behind a digit: in `text-da0326ad1` nothing is an ad.
        var isScrap = false

        var wordLength: Int { bytes.count - wordStart }
        private var wordStart: Int { ends.last.map { $0 + 1 } ?? 0 }

        mutating func endWord() {
            guard wordLength > 0 else { return }
            if isScrap, wordLength <= 3 { bytes[wordStart...] = [UInt8(ascii: "0")] }
            isScrap = false
            ends.append(bytes.count)
            bytes.append(0x20)
        }
        mutating func clear() {
            bytes.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
        }
    }

    private static func signs(of name: Name) -> NameSigns {
        var found: UInt32 = 0
        var start = 0
        var overflows = false
        for (index, end) in name.ends.enumerated() {
            defer { start = end + 1 }
            let word = name.bytes[start..<end]
            if word.elementsEqual("overflow".utf8) { overflows = true }
            // "overflow-hidden" hides nothing.
            if overflows, word.elementsEqual("hidden".utf8) { continue }
            found |= single[word] ?? 0
            if index + 1 < name.ends.count {
                found |= pairs[name.bytes[start..<name.ends[index + 1]]] ?? 0
            }
        }
        if name.ends.count > 1 { found |= single[name.bytes.filter { $0 != 0x20 }] ?? 0 }
        return NameSigns(rawValue: found)
    }

    private static func table(_ rows: [(sign: NameSigns, words: StaticString)]) -> WordTable {
        WordTable(rows.map { ($0.sign.rawValue, $0.words) }, combining: |)
    }

    private static let single = table([
        (.popular, "mostread|mostpopular|mostviewed|popular|trending|latest|moreheadlines"),
        (
            .consent,
            """
            onetrust|cookiebanner|cookieconsent|cookienotice|cookielaw|cookiebot|cmpbox|cmpwrapper|cmproot
            cookiepolicy|truste|didomi|usercentrics|gdprconsent|ccpa|cookiebar
            """
        ),
        (.embed, "embed|tweet|twittertweet|instagrammedia|embedded|oembed|wpblockembed"),
        (
            .junk,
            """
            nav|navbar|navigation|navi|menu|submenu|breadcrumb|breadcrumbs|crumbs|crumb|masthead
            share|sharing|sharebar|sharethis|addthis|addtoany|social
            socials|socialmedia|sharedaddy|jp-relatedposts|shareaholic|cookie|cookies|consent
            gdpr|popup|popover|overlay|dialog|tooltip|toast|advert|adverts
            advertisement|advertising|advertisment|ad|ads|adbox|adslot|adsense|adsbygoogle
            adcontainer|adwrapper|dfp|gpt|sponsor|sponsored|sponsors
            newsletter|newsletters|subscribe|subscription|signup|login|signin|register
            registration|searchform|searchbox|toolbar|toolbox|pagination|pager
            paginator|pagenav|prevnext|vote|votes|voting|poll|quiz|outbrain
            taboola|zergnet|revcontent|disqus|livefyre|sitemap|skiplink|skip
            print|printer|printfriendly|copyright|legal|whatsapp|facebook|twitter
            pinterest|linkedin|telegram|flipboard|tags|taglist|tagcloud|keywords
            hashtags|donate|donation|ticker|loading
            spinner|noprint|screenreader|backtotop|scrolltop|totop|feedback
            correction|permalink|trackback|trackbacks|pingback|pingbacks|respond|cart
            upsell|livechat|chatbot|byteam|editlink|editsection|mwtoc|navbox|catlinks|infoline|hatnote
            toc|sidenav|topnav|topbar|navlinks|flyout|flyouts|offcanvas|snackbar|hovercard|followus|follow|bookmark|bookmarks|audio|player
            jwplayer|videoplayer|transcript-toggle
            """
        ),
        (.appeal, "banner|cta|disclaimer|callaction|calltoaction"),
        (.foot, "footer|foot|pagefooter|sitefooter|globalfooter|footernav|footerlinks"),
        (.facet, "facet|facets|filter|filters|filtering|refine|refinement|refinements|sortby"),
        (
            .offering,
            """
            search|carousel|slideshow|offer|offers|deals|coupon|shopping|category|categories|topics
            promo|promos|promotion|promobox|teaserlist|rating|ratings|report|tools|modal|lightbox
            """
        ),
        (
            .reviews,
            "review|reviews|testimonials|customerreviews|userreviews|bewertungen|avis|ratings"
        ),
        (
            .related,
            """
            related|relateds|relatedposts|relatedarticles|relatedcontent|relatedlinks
            recommended|recommend|recommendation|recommendations|recirc|recirculation|readmore
            readnext|readalso|seealso|morefrom|moreon
            suggested|suggestions|similar|alsolike|youmaylike|upnext|nextup
            crosslinks|crosslink|onward|furtherreading|interstitial|linkbox
            inlinerelated|weiterlesen|related-news|relacionadas|relacionados|verwandt|lireaussi
            inread|moretopics|moar|yarpp
            """
        ),
        (.teaser, "teaser|teasers"),
        (.note, "sidenote|marginnote|ltxnoteouter"),
        (
            .comments,
            """
            comment|comments|commentlist|commentsarea|commentform|discussion|discussions|replies
            reactions|kommentare|commentaires|comentarios|reacties|disqusthread|fbcomments
            """
        ),
        (
            .body,
            """
            articlebody|articletext|articlecontent|postcontent|postbody|posttext|entrycontent
            entrybody|storybody|storytext|storycontent|maincontent|maintext|bodytext|bodycopy
            bodycontent|contentbody|textbody|fulltext|newsbody|newstext|newscontent|detailtext
            articlewrap|richtext|wysiwyg|mwparseroutput|prose|articulo|cuerpo|artikeltext
            blogcontent|blogpost|blogbody|pagecontent|markdownbody|copytext|singlecontent
            tdpostcontent|readable|mdcontent
            """
        ),
        (
            .article,
            "article|articles|post|story|entry|hentry|content|main|blog|news|text|body|artikel"
        ),
        (
            .metadata,
            """
            byline|bylines|dateline|timestamp|pubdate|publishdate|publishedat|postmeta|entrymeta
            articlemeta|metadata|meta|readtime|readingtime|minread|posted|date|postdate|time
            credits|credit|photocredit|published|updated|views|viewcount|authors|authorname
            authorline|author|authorinfo|authordate|kicker|eyebrow|overline
            """
        ),
        (
            .caption,
            "caption|wpcaption|figcaption|imagecaption|captions|captiontext|photocaption|legend"
        ),
        (
            .lead,
            """
            standfirst|deck|dek|subheadline|subtitle|subheading|strapline|blurb|excerpt|sapo
            subhead|underline|subline|tagline
            """
        ),
        (
            .opening,
            "lead|lede|intro|summary|abstract|chapo|teasertext|description|preamble|desc|introtext"
        ),
        (
            .picture,
            """
            image|images|photo|picture|img|thumbnail|thumb|figure|imagewrap|imgtop|attachment
            imageblock|photobox|articleimage|mediaimage|gallery
            """
        ),
        (
            .author,
            """
            authorbio|authorbox|aboutauthor|biobox|bio|abouttheauthor|authorprofile|authorcard
            contributor|contributors|profile|vcard|authordescription
            """
        ),
        (
            .hidden,
            """
            hidden|hide|invisible|visuallyhidden|sronly|screenreadertext|offscreen|displaynone
            dnone|accessibilityhidden|ishidden|uhidden|visuallyhide
            """
        ),
        (.aside, "sidebar|sidebars|rail|rightrail|leftrail|aside|rightcol|rightcolumn|secondary"),
        (.paywall, "paywall|piano|meter|regwall|paidcontent|subscriberwall"),
    ])

    private static let pairs = table([
        (.appeal, "call action|call to"),
        (
            .popular,
            """
            most read|most popular|most viewed|top stories|latest news|latest posts|recent posts
            recent articles|recent news|featured posts|meist gelesen|lo mas
            """
        ),
        (
            .junk,
            """
            widget area|sidebar widget|footer widget|widget sidebar|widget title|widget social
            widget newsletter|widget recent|widget categories|widget search|widget nav|widget tag
            widget archive|widget area|social widget|widget meta
            """
        ),
        (
            .consent,
            """
            cookie banner|cookie consent|cookie notice|cookie law|cookie bar|cookie policy|qc cmp
            privacy preference|preference center|gdpr consent|consent banner|consent manager
            cookie popup|cookie modal|cookie message
            """
        ),
        (
            .junk,
            """
            sign up|sign in|log in|back top|top bar|action bar|tool bar|tool tip|drop down
            site header|page header|global header|site footer|page footer|article footer
            post footer|entry footer|post tags|article tags|entry tags|tag list|post nav
            skip link|skip to|print only|follow us|mail chimp|ad slot|ad unit
            hover card|hover content|rollover block|rollover content|rollover card|report abuse
            google ad|ad container|ad wrapper|in page|edit section|story tools|page tools
            table contents|language switcher|lang switcher|site map|site nav|live blog
            """
        ),
        (
            .related,
            """
            read more|read next|read also|see also|more from|more on|more news|more stories
            more articles|also like|you may|up next|next up
            further reading|related posts|related articles|lire aussi|keep reading|other stories
            other news|other articles|other posts|next article|prev article|next post
            previous post|next story
            posts list|inline related
            featured posts
            """
        ),
        (.note, "footnote note|side note|margin note"),
        (.comments, "comments area|comment list|comment form|user comments|reader comments"),
        (
            .body,
            """
            article body|article text|article content|post content|post body|post text
            entry content|entry body|story body|story text|story content|main content|main text
            body text|body copy|body content|content body|text body|full text|news body
            news text|news content|detail text|detail content|rich text|article main
            content main|article inner|single content|blog content|page content|mw parser
            markdown body|copy text|article detail|article wrap|content article|content text
            text content|content detail|post article|td post|art body
            """
        ),
        (
            .metadata,
            """
            post meta|entry meta|article meta|reading time|read time|min read|publish date
            published date|date published|post date|article date|author name|author info
            post info|article info|post author|article author|entry author|by line|time stamp
            last updated|date time|photo credit|image credit|entry date|story meta|meta info
            """
        ),
        (
            .consent,
            """
            cookie banner|cookie consent|cookie notice|cookie law|cookie bar|cookie policy|qc cmp
            privacy preference|preference center|gdpr consent|consent banner|consent manager
            cookie popup|cookie modal|cookie message
            """
        ),
        (.caption, "wp caption|image caption|caption text|photo caption|img caption"),
        (
            .author,
            """
            author bio|author box|about author|author profile|author card|about the|bio box
            author description|author block|author section|post author|author footer
            """
        ),
        (
            .hidden,
            """
            visually hidden|sr only|screen reader|d none|is hidden|u hidden|display none
            element invisible|assistive text|hidden print
            """
        ),
        (.aside, "right rail|left rail|side bar|right column|left column|right col|sidebar right"),
    ])
}
