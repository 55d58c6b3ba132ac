import LecternCore

/// Short lines that belong to the page and not to its text, in the languages of the web's larger part.
enum Phrases {
    /// The line is nothing but a label of the page.
    static func isLabel(_ text: String) -> Bool {
        guard text.utf8.count <= 120 else { return false }
        let words = Wording.words(text)
        guard !words.isEmpty, words.count <= 9 else { return words.isEmpty }
        let line = words.joined(separator: " ")
        if whole.contains(line) { return true }
        if words.count >= 2, words.allSatisfy({ networks.contains($0) }) { return true }
        if words.count <= 9, appeals.contains(where: { line.hasPrefix($0) }) { return true }
        // "12 comments", "3 min read", "5 shares".
        if words.count <= 4, words[0].allSatisfy(\.isNumber),
            counted.contains(line.drop { $0 != " " }.dropFirst().description)
        {
            return true
        }
        return false
    }

    /// The name of a place to share things at.
    static func isNetwork(_ text: String) -> Bool {
        networks.contains(Wording.words(text).joined(separator: " "))
    }

    /// The line begins with a label that says what the rest is: tags, credits, notices.
    static func beginsWithLabel(_ text: String) -> Bool {
        let start = String(decoding: text.utf8.prefix(200), as: UTF8.self)
        if text.hasPrefix("©"), text.contains(where: \.isNumber) { return true }
        let line = Wording.words(start).joined(separator: " ")
        return openings.opens(line) || creditsHelp(line)
    }

    /// "Read also", "Lire aussi", "Lesen Sie auch": what follows is a recommendation.
    /// - Returns: The text behind the marker, trimmed; nil without one. Empty for the marker alone.
    static func behindReadAlso(_ text: String) -> String? {
        guard mayReadAlso(text) else { return nil }
        var lower = String(Substring(text.utf8.prefix(240)).prefix(60)).lowercased()
        var dropped = 0
        while let first = lower.first, !first.isLetter, dropped < 8 {
            lower.removeFirst()
            dropped += 1
        }
        guard let start = lower.utf8.first else { return nil }
        for phrase in readAlso[Int(start)] where lower.hasPrefix(phrase) {
            let rest = text.dropFirst(dropped + phrase.count)
            guard let next = rest.first else { return "" }
            if next == ":" || next == "：" || next == "|" || next == "–" || next == "-"
                || next == "—"
                || next == "»" || next == ">" || next == "►" || next == "→" || next == "\n"
                || next == "]" || next == ")"
            {
                return String(
                    rest.drop { !$0.isLetter && !$0.isNumber && !"\"“«„'‘¿¡".contains($0) })
            }
            if phrase.count >= 9 || phrase.unicodeScalars.contains(where: { $0.value > 0x2E80 }),
                next.isWhitespace
            {
                return Wording.tidy(String(rest))
            }
        }
        return nil
    }

    /// Could the line begin with a phrase, its ASCII letters compared alone? Most cannot.
    private static func mayReadAlso(_ text: String) -> Bool {
        let bytes = Array(text.utf8.prefix(60))
        guard
            let start = bytes.firstIndex(where: { $0 >= 0x80 || (0x41...0x5A).contains($0 & 0xDF) })
        else { return false }
        guard bytes[start] < 0x80 else { return true }
        let line = bytes[start...]
        return readAlso[Int(bytes[start] | 0x20)].contains { phrase in
            phrase.utf8.count <= line.count
                && zip(phrase.utf8, line).allSatisfy { wanted, byte in
                    wanted >= 0x80 || byte >= 0x80 || wanted == byte
                        || (0x41...0x5A).contains(byte) && byte | 0x20 == wanted
                }
        }
    }

    /// Says who made a picture: "Photo: …", "Image via …", "© …", "(Foto: …)".
    static func creditsPicture(_ text: String) -> Bool {
        if text.contains("©") || text.contains("Getty Images") { return true }
        let words = Wording.words(text)
        for (index, word) in words.enumerated() where makers.contains(word) {
            let next = index + 1 < words.count ? words[index + 1] : ""
            if index == 0
                || ["by", "via", "credit", "courtesy", "von", "de", "source"].contains(next)
                || text.lowercased().contains(word + ":")
            {
                return true
            }
        }
        return false
    }

    private static let makers: Set<String> = [
        "photo", "photos", "image", "images", "picture", "foto", "bild", "photograph", "fotografia",
        "credit", "фото", "写真", "图", "illustration", "screenshot",
    ]

    /// A header over recommendations, comments or sharing.
    static func isWidgetTitle(_ text: String) -> Bool {
        guard text.utf8.count <= 90 else { return false }
        let words = Wording.words(text)
        guard !words.isEmpty else { return true }
        let line = words.joined(separator: " ")
        if whole.contains(line) || widgets.contains(line) { return true }
        if words.count <= 4, words[0].allSatisfy(\.isNumber),
            counted.contains(line.drop { $0 != " " }.dropFirst().description)
        {
            return true
        }
        if behindReadAlso(text) == "" { return true }
        return words.count <= 7 && widgetOpenings.opens(line)
    }

    /// A header over articles that go with this one; not over what is popular or new on the site.
    static func isRelatedTitle(_ text: String) -> Bool {
        guard text.utf8.count <= 120 else { return false }
        let words = Wording.words(text)
        guard !words.isEmpty, words.count <= 8 else { return false }
        let line = words.joined(separator: " ")
        if related.contains(line) { return true }
        // "More" and "Watch" alone stand over menus.
        if behindReadAlso(text) == "" { return line.utf8.count > 6 }
        return words.count <= 7 && relatedOpenings.opens(line)
    }

    /// A header over what is popular, new or paid for, over tags, comments or newsletters.
    static func isUnrelatedTitle(_ text: String) -> Bool {
        guard text.utf8.count <= 120 else { return false }
        let words = Wording.words(text)
        guard !words.isEmpty, words.count <= 8 else { return false }
        if isRelatedTitle(text) { return false }
        let line = words.joined(separator: " ")
        return unrelated.contains(line) || unrelatedOpenings.contains { line.hasPrefix($0) }
    }

    /// A line over what is said of the writer.
    static func isAboutWriter(_ words: [String]) -> Bool {
        aboutWriter.contains(words.prefix(3).joined(separator: " "))
            || aboutWriter.contains(words.prefix(2).joined(separator: " "))
    }

    private static let aboutWriter = WordTable(
        """
        about the author|about the authors|about the writer|about the reviewer|about the expert
        about the editor|meet the author|meet the authors|author bio|author biography
        the author|written by|post author|contributing writer|über den autor|über die autorin
        zur person|à propos de|sobre el autor|sobre la autora|sobre o autor|sobre a autora
        l autore|over de auteur|об авторе|about author
        """
    )

    /// A header over what a shop says on every page: posting, paying, buyers' opinions, other things on sale.
    static func isShopTitle(_ text: String) -> Bool {
        guard text.utf8.count <= 90 else { return false }
        let line = Wording.words(text).joined(separator: " ")
        if shop.contains(line) { return true }
        return shopOpenings.contains { line.hasPrefix($0) }
            || shopWords.contains { line.contains($0) }
    }

    /// Of such headers, one over what buyers say or ask.
    static func isReviewTitle(_ text: String) -> Bool {
        let line = Wording.words(text).joined(separator: " ")
        return reviewWords.contains { line.contains($0) }
    }

    private static let reviewWords = [
        "review", "rating", "customer", "people say", "questions", "bewertung", "kunden", "avis",
        "opinion", "avalia", "recension",
    ]

    /// A button or a note of a shop that stands beside every thing on sale.
    static func isShopLabel(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        return shopLabels.contains(Wording.words(text).joined(separator: " "))
    }

    private static let shopLabels = WordTable(
        """
        quantity|qty|size guide|size chart|fit guide|add to bag|add to basket|add to wishlist
        add to wish list|add to favorites|add to favourites|add to list|add to compare|compare
        buy it now|sold out|out of stock|in stock|notify me|notify me when available|free shipping
        free returns|free shipping returns|free shipping and returns|secure checkout
        secure payment|view full details|view details|view product|view products|shop all|quick view
        quick shop|quick add|quick buy|select options|choose an option|select size
        select a size|choose a size|show more show less|read less read more|read more read less
        write a review|be the first to review|no reviews yet|show variations|sort by|filter by
        clear all|apply filters|best match|skip listing|show me how|more payment options
        menge|größentabelle|in den warenkorb|auf die wunschliste|ausverkauft|auf lager|quantité
        guide des tailles|ajouter au panier|épuisé|en stock|cantidad|guía de tallas
        añadir al carrito|agregar al carrito|agotado|icon
        """
    )

    /// A link that the foot of every site has.
    static func isOfFoot(_ text: String) -> Bool {
        foot.contains(Wording.words(text).joined(separator: " "))
    }

    /// A name for a program, with a colon: `retail_price_tier1:`, `tab_Care and Use:`.
    static func isFieldName(_ text: String) -> Bool {
        guard text.utf8.count <= 80, text.utf8.last == UInt8(ascii: ":") else { return false }
        return text.utf8.prefix { $0 != 0x20 }.contains(UInt8(ascii: "_"))
            && text.utf8.dropLast().allSatisfy {
                $0 == UInt8(ascii: "_") || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A
                    || $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "-") || $0 == 0x20
            }
    }

    private static let foot = WordTable(
        """
        about|about us|careers|jobs|contact|contact us|privacy|privacy policy|privacy notice|terms
        terms of use|terms of service|terms and conditions|terms conditions|cookie policy|cookies
        accessibility|accessibility statement|press|press room|investors|investor relations|sitemap
        site map|affiliates|affiliate program|gift cards|returns|returns exchanges|shipping|help
        help center|customer service|track a package|track your order|order status|store locator
        find a store|sustainability|newsroom|legal|faq|faqs|partners|advertise|imprint|impressum
        datenschutz|agb|kontakt|über uns|karriere|mentions légales|contactez nous|aviso legal
        política de privacidad|contacto|privacidade|chi siamo|contatti|over ons|do not sell my info
        your privacy choices|do not sell or share my personal information|modern slavery statement
        """
    )

    private static let shop = WordTable(
        """
        reviews|customer reviews|ratings reviews|ratings and reviews|reviews and ratings|what people say
        shipping|delivery|returns|delivery returns|delivery and returns|shipping returns
        shipping and returns|shipping delivery|returns refunds|free shipping|payment|payments
        payment security|more ways to pay|ways to pay|how to get it|complete the look
        complete the set|complete your look|you may also like|you might also like|related products
        similar products|similar items|recently viewed|compare|compare with similar items
        frequently bought together|best sellers|need help|contact us|ask a question|questions answers
        customer questions answers|recommended accessories|wishlist|my account|newsletter|sponsored
        bewertungen|kundenbewertungen|versand|lieferung|zahlung|ähnliche produkte|zuletzt angesehen
        avis clients|avis|livraison|livraison et retours|produits similaires|opiniones|envío
        productos relacionados|avaliações|produtos relacionados|recensioni|spedizione
        """
    )

    private static let shopWords = ["customers who", "customer rating", "customer review"]

    private static let shopOpenings = [
        "customers who", "customers also", "customers say", "people also", "others also",
        "inspired by your", "recently viewed", "you may also", "you might also", "reviews for ",
        "kunden ", "trade in your", "popular in ", "more from ", "related to ", "sign up",
    ]

    private static let whole = WordTable(
        """
        advertisement|advertisements|advert|ad|ads|advertising|sponsored|sponsored content
        share|share this|share this article|share this story|share this post|share article
        share on|share via|share with|sharing|print|print this|print this article|email
        email this|e mail|tweet|tweet this|pin|pin it|facebook|twitter|linkedin|whatsapp
        reddit|pinterest|telegram|google|flipboard|instagram|youtube|tumblr|messenger|sms
        copy|copy link|link copied|copied|save|saved|save for later|bookmark|like|likes
        dislike|follow|follow us|following|subscribe|subscribe now|sign up|sign in|log in
        login|register|join|join now|donate|comment|comments|leave a comment|add a comment
        post a comment|leave a reply|reply|replies|view comments|show comments|read comments
        no comments|comments are closed|close|open|menu|search|home|top|back|back to top
        scroll back to top|return to top|next|previous|prev|next page|previous page|older
        newer|older posts|newer posts|previous story|next story|previous article|next article
        previous post|next post|more|read more|see more|show more|load more|view more
        learn more|view all|see all|show all|continue|continue reading|keep reading|read on
        full story|read full story|loading|please wait|skip|skip to content
        skip to main content|skip ad|play|pause|mute|video|watch|watch now|listen|listen now
        audio|gallery|photos|photo|image|images|slideshow|enlarge|zoom|click to enlarge
        view gallery|view full image|fullscreen|full screen|expand|collapse|toggle|tags|tag
        topics|topic|categories|category|filed under|posted in|text size|font size|a a|aa
        table of contents|contents|in this article|on this page|jump to|jump to recipe
        print recipe|buy now|shop now|order now|add to cart|download|download now
        get started|get it|book now|apply now|cookie|cookies|accept|accept all|decline|ok
        okay|got it|yes|no|dismiss|not now|story continues below
        story continues below advertisement|article continues below advertisement
        article continues after ad|continue reading below
        advertisement continue reading below|recommended|related|related articles
        related stories|related posts|related news|related content|related topics|most read
        most popular|trending|trending now|latest|latest news|newsletter|newsletters
        about the author|author|follow me|edit|edit this page|flag|report|report ad
        report this|report an error|reprints|permissions|rss|reuse this content|get the app
        get app|click to expand|click to shrink|credit|caption|hide caption|toggle caption|view|views|rating|rate this
        was this helpful|was this article helpful|was this page helpful|yes no|feedback
        all rights reserved|topics in this article|more on this story|explore more|updated
        published|posted|written by|by|anzeige|werbung|teilen|drucken|kommentare|kommentar
        mehr|mehr lesen|weiterlesen|schließen|suche|zurück|weiter|startseite|publicité
        partager|imprimer|commentaires|commenter|lire la suite|fermer|suivant|précédent
        publicidad|compartir|imprimir|comentarios|leer más|ver más|cerrar|siguiente|anterior
        publicidade|compartilhar|comentários|leia mais|fechar|pubblicità|condividi|stampa
        commenti|leggi tutto|chiudi|advertentie|delen|afdrukken|reacties|lees meer|sluiten
        reklama|udostępnij|drukuj|komentarze|czytaj więcej|реклама|поделиться|комментарии
        читать далее|печать|annons|dela|kommentarer|läs mer|annonse|del|les mer|annonce
        iklan|bagikan|komentar|view this post on instagram|jump to review|buy on amazon|check price|see price|check latest price
        広 告|シ ェ ア|共 有|分 享|评 论|广 告|打 印|続 き を 読 む|광고|공유|댓글|reklam|paylaş|yorumlar
        إعلان|شارك|تعليقات|διαφήμιση
        """
    )

    private static let networks = WordTable(
        """
        facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|telegram|google|email|mail|print|share
        tweet|pin|instagram|youtube|copy|link|flipboard|tumblr|vk|viber|messenger|skype|pocket|sms
        teilen|partager|compartir|condividi|delen|drucken|imprimir|plus|on|pint|baixar|save|rss
        """
    )

    private static let appeals = [
        "click here", "get the latest", "sign up", "subscribe", "download the", "download our",
        "get our", "join our newsletter", "follow us", "you need to enable javascript",
        "please enable javascript", "javascript is disabled", "your browser does not support",
        "to continue reading", "continue reading with", "already a subscriber",
        "already have an account", "already a member", "this article is for subscribers",
        "this content is for subscribers", "log in to continue", "sign in to continue",
        "log in to read", "sign in to read", "article réservé aux abonnés", "déjà abonné",
        "pour lire la suite", "jetzt weiterlesen", "bereits abonnent", "sie sind bereits abonnent",
        "ya eres suscriptor", "para seguir leyendo", "già abbonato", "per continuare a leggere",
        "já é assinante", "al abonnee",
    ]

    private static let counted = WordTable(
        """
        comments|comment|shares|share|likes|like|views|view|min read|minute read
        minutes read|mins read|min|minutes|replies|reply|reads|retweets|votes|reviews
        ratings|photos|images|videos|followers|kommentare|commentaires|comentarios|commenti
        reacties|комментариев|min lesezeit|minuten lesezeit|min de lecture
        minutos de lectura|hours ago|days ago|minutes ago|weeks ago|months ago|years ago
        day ago|hour ago|年 前|个 月 前|天 前
        """
    )

    private static let openings = WordTable(
        """
        tags|tagged|tagged with|tagged under|filed under|filed in|posted in|categories
        category|topics|copyright|image credit|image credits|photo credit|photo by|photos by
        image source|photo courtesy|image courtesy|featured image|follow us on|follow me on|view all posts by|latest posts by|medically reviewed by|fact checked by
        reviewed by|edited by|page last modified|page last updated|image used under|reporting by
        additional reporting by|have a tip|as an amazon associate|this article was originally written
        find us on|like us on|join us on|sign up for|sign up to|subscribe to
        click here to subscribe|share this|share on|print this|all rights reserved
        this material may not be published|get the latest|get our|download our app
        download the app|posted by|posted on|published by|write to|last updated
        last modified|email the author|contact the author|article printed from|url to article
        urls in this post|this page was printed from|this article was printed from
        printed from http|printed from https
        this article was originally published|advertisement|schlagwörter|folgen sie uns
        suivez nous|abonnez vous|síguenos|etiquetas|seguici su|volg ons|följ oss|теги|метки
        подписывайтесь
        """
    )

    private static let widgets = WordTable(
        """
        share this page|share this entry|share the post|share your thoughts|share the love
        recommended for you|recommended reading|recommended stories|recommended articles
        you may also like|you might also like|you might like|you may like
        may also interest you|more from this author|more stories|more news|more articles
        other stories|popular posts|popular articles|popular stories|recent posts
        recent articles|recent comments|featured articles|featured posts|editors picks
        top stories|latest posts|latest stories|latest articles|similar articles
        similar posts|further reading|see also|read next|up next|what to read next
        keep exploring|discover more|post navigation|site navigation|archives|blogroll|meta
        links|quick links|contact us|about us|connect with us|connect|stay connected
        stay in touch|stay updated|stay informed|newsletter signup|join our newsletter
        sign up for our newsletter|subscribe to our newsletter|subscribe to newsletter
        get our newsletter|join the conversation|join the discussion|post comment
        leave a comment cancel reply|leave a reply cancel reply|write a comment
        reader comments|discussion|tell us what you think|about the authors|author bio
        written by|our sponsors|das könnte sie auch interessieren|mehr zum thema
        ähnliche artikel|meistgelesen|auch interessant|articles liés|sur le même sujet
        à lire aussi|les plus lus|artículos relacionados|noticias relacionadas|lo más leído
        te puede interesar|artigos relacionados|notícias relacionadas|leia também|mais lidas
        articoli correlati|leggi anche|potrebbe interessarti|i più letti
        gerelateerde artikelen|meer nieuws|lees ook|meest gelezen|zobacz także
        powiązane artykuły|читайте также|похожие статьи|новости по теме|関 連 記 事|関 連 リ ン ク|相 关 阅 读|相 关 文 章
        相 關 新 聞|推 荐 阅 读|관련기사|baca juga|artikel terkait|ilgili haberler|مواضيع ذات صلة|اقرأ أيضا
        """
    )

    private static let related = WordTable(
        """
        related|related articles|related stories|related posts|related news|related content
        related coverage|related reading|related links|related topics|recommended
        recommended for you|recommended reading|recommended stories|recommended articles
        you may also like|you might also like|you might like|you may like|also see|you might also be interested in|you may also be interested in
        you might also enjoy|you may also enjoy|more to explore|more to read|精 彩 视 频 推 荐|相 关 推 荐|热 点 推 荐|
        more like this
        more on this story|more on this topic|more on this|more from this series|further reading
        see also|read next|read also|also read|read on|up next|what to read next|keep reading|similar articles
        similar stories|similar posts|more stories like this|in this series|also in this series
        explore more|explore more articles|explore related articles|keep exploring|read these next
        read this next|read more articles|recommended posts|recommended reads|suggested articles
        suggested reading|suggested posts|more articles you may like|articles you may like
        other articles you may like|more like this story|you may be interested in|more reading
        dig deeper|go deeper|if you liked this|other posts you may like|continue exploring
        das könnte sie auch interessieren|das könnte dich auch interessieren|mehr zum thema
        ähnliche artikel|auch interessant|lesen sie auch|weitere artikel zum thema|zum thema
        verwandte artikel|passend zum thema|articles liés|sur le même sujet|à lire aussi|lire aussi
        à lire également|dans la même rubrique|articles similaires|sur le même thème
        vous aimerez aussi|artículos relacionados|noticias relacionadas|te puede interesar
        también te puede interesar|más sobre este tema|lea también|contenido relacionado
        artigos relacionados|notícias relacionadas|leia também|veja também|leia mais
        conteúdo relacionado|articoli correlati|leggi anche|potrebbe interessarti
        ti potrebbe interessare|sullo stesso argomento|notizie correlate|gerelateerde artikelen
        gerelateerd|lees ook|lees meer over|meer over dit onderwerp|zie ook|zobacz także
        powiązane artykuły|czytaj także|czytaj też|podobne artykuły|przeczytaj także
        читайте также|похожие статьи|по теме|материалы по теме|смотрите также|читайте також
        läs också|läs mer om|relaterat|relaterade artiklar|mer om ämnet|les også|relaterte saker
        læs også|relaterede artikler|lue myös|aiheesta lisää|čtěte také|související články
        související|súvisiace články|čítajte aj|kapcsolódó cikkek|olvassa el ezt is|citește și
        articole similare|διαβάστε επίσης|σχετικά άρθρα|ilgili haberler|ayrıca okuyun|benzer haberler
        baca juga|artikel terkait|berita terkait|関 連 記 事|関 連 ニ ュ ー ス|あ わ せ て 読 み た い|こ ち ら も お す す め|相 关 阅 读
        相 关 新 闻|相 关 文 章|推 荐 阅 读|延 伸 阅 读|相 關 新 聞|相 關 文 章|延 伸 閱 讀|관련 기사|관련기사|مواضيع ذات صلة|اقرأ أيضا
        مقالات ذات صلة|כתבות נוספות|קראו גם|संबंधित खबरें|यह भी पढ ें|đọc thêm|tin liên quan
        """
    )

    private static let relatedOpenings = WordTable(
        "related|more on|more about|more articles in|more posts in|more articles from|more posts from|read more about|more coverage of|mehr zu|plus sur|más sobre|mais sobre|altro su|meer over|lees meer over|mer om|więcej o|ещё о"
    )

    private static let unrelated = WordTable(
        """
        most read|most popular|most viewed|most shared|trending|trending now|popular|popular posts
        popular now|popular articles|latest|latest news|latest posts|latest stories|latest articles
        latest videos|top stories|headlines|breaking news|live|editors picks|featured|new|news
        tags|topics|sponsored|sponsored content|paid content|advertisement|promoted|promoted content
        from our partners|from the web|around the web|partner content|shop|deals|newsletter
        newsletters|sign up|follow us|comments|categories|archives|sections|menu|about us|contact
        navigation|my account|meistgelesen|meist gelesen|neueste artikel|neueste|anzeige|anzeigen
        gesponsert|beliebt|newsticker|schlagwörter|les plus lus|les plus lues|derniers articles
        dernières nouvelles|à la une|publicité|contenus sponsorisés|lo más leído|más leídas
        lo más visto|últimas noticias|publicidad|mais lidas|mais lidos|últimas notícias|publicidade
        i più letti|più letti|ultime notizie|pubblicità|meest gelezen|laatste nieuws|advertentie
        najczęściej czytane|najnowsze|reklama|самое читаемое|популярное|последние новости|новости
        реклама|mest läst|mest lästa|senaste nytt|annons|mest lest|siste nytt|mest læste
        luetuimmat|uusimmat|nejčtenější|nejnovější|en çok okunanlar|son dakika|terpopuler|terbaru
        人 気 記 事|ラ ン キ ン グ|ア ク セ ス ラ ン キ ン グ|新 着 記 事|最 新 ニ ュ ー ス|热 门|最 新|热 门 文 章|排 行 榜|熱 門|많이 본 뉴스|인기 기사
        الأكثر قراءة|آخر الأخبار
        """
    )

    private static let unrelatedOpenings = [
        "most read", "most popular", "latest ", "popular in", "trending",
    ]

    private static let widgetOpenings = WordTable(
        """
        related|more from|more on|more in|more about|more stories|recommended|popular in
        latest in|latest from|share this|follow us|subscribe to|sign up|leave a
        about the author|you may also|you might also|most popular|mehr von|plus de|más de
        altro su|meer over
        """
    )

    /// By their first byte, the longest first, so that `read more` is not taken for `read`.
    private static let readAlso: [[String]] = {
        var lists = [[String]](repeating: [], count: 256)
        for phrase in readAlsoPhrases { lists[Int(phrase.utf8.first ?? 0)].append(phrase) }
        return lists
    }()

    private static let readAlsoPhrases = [
        "อ่านข่าวที่เกี่ยวข้อง", "อ่านเพิ่มเติม", "διαβάστε επίσης", "यह भी पढ़ें", "ये भी पढ़ें",
        "también te puede interesar", "смотрите также", "дивіться також", "διαβάστε ακόμη",
        "читайте также", "читайте також", "прочетете още", "আরও পড়ুন", "あわせて読みたい", "こちらもおすすめ",
        "читать также", "читайте ещё", "прочитајте", "you might also like", "четете още",
        "اقرأ أيضًا", "اقرأ أيضاً", "à lire également", "te puede interesar", "you may also like",
        "más información", "przeczytaj także", "baca selengkapnya", "اقرأ أيضا", "إقرأ أيضا",
        "עוד בנושא", "related articles", "related coverage", "auch interessant", "czytaj również",
        "related article", "related stories", "related reading", "related content",
        "further reading", "lire également", "prečítajte si", "lesen sie auch", "lesen sie dazu",
        "lesen sie mehr", "mehr zum thema", "přečtěte si", "preberite tudi", "ayrıca okuyun",
        "bunu da okuyun", "related story", "à lire aussi", "à voir aussi", "leer también",
        "approfondisci", "czytaj także", "zobacz także", "čtěte také", "pročitajte i", "관련 기사",
        "קראו גם", "related post", "more on this", "a lire aussi", "lea también", "lee también",
        "ver también", "leia também", "veja também", "čítajte aj", "ilgili haber", "olvasta már",
        "citește și", "đọc thêm", "関連記事", "相关阅读", "相关新闻", "延伸阅读", "推荐阅读", "相關新聞", "延伸閱讀", "관련기사",
        "recommended", "lees verder", "lea además", "ler também", "leggi anche", "czytaj też",
        "zobacz też", "läs också", "katso myös", "pročitajte", "citiţi şi", "don't miss",
        "watch also", "lire aussi", "voir aussi", "siehe auch", "bekijk ook", "saiba mais",
        "leggi pure", "vedi anche", "läs även", "læs også", "olvassa el", "read also", "also read",
        "read more", "read next", "must read", "must-read", "check out", "mehr dazu", "lees meer",
        "leia mais", "se också", "les også", "lue myös", "baca juga", "xem thêm", "see also",
        "lees ook", "läs mer", "se også", "vezi și", "related", "à lire", "zie ook", "watch",
        "more",
    ]
}
