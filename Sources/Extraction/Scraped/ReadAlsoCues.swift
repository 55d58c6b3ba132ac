/// The words with which pages send their readers on, in the languages they are written in.
///
/// Lower case. A `weak` cue is also an ordinary beginning of a sentence or a button: in front of a title it
/// counts only with a colon behind it.
enum ReadAlsoCues {
    static let strong: [String] = [
        // English, French, Dutch, German
        "read also", "also read", "see also", "read next", "related article", "related articles",
        "related story", "related stories", "related news", "related reading", "related content",
        "more on this story", "more on this topic", "you may also like", "you might also like",
        "recommended reading", "more from this section",
        "lire aussi", "à lire aussi", "a lire aussi", "lire également", "à lire également",
        "a lire également", "lisez aussi", "lire encore", "voir aussi", "à voir aussi",
        "sur le même sujet", "sur le même thème", "articles liés", "article lié",
        "articles similaires", "à relire", "lire notre décryptage", "lire notre dossier",
        "lire notre enquête", "lire l'entretien", "lire l’entretien", "lire la suite",
        "lees ook", "lees verder", "zie ook", "bekijk ook", "gerelateerde artikelen",
        "meer over dit onderwerp", "lees ook dit",
        "lesen sie auch", "lesen sie dazu auch", "lesen sie hier", "lesen sie mehr zum thema",
        "lesen sie dazu", "lies auch", "lies dazu auch", "mehr zum thema", "siehe auch",
        "auch interessant", "verwandte artikel", "passend zum thema", "mehr zu diesem thema",
        "das könnte sie auch interessieren", "das könnte sie interessieren",
        // Spanish, Catalan, Galician, Basque, Portuguese, Italian, Romanian
        "lea también", "lea además", "lee también", "leer también", "te puede interesar",
        "le puede interesar", "también te puede interesar", "también le puede interesar",
        "ver también", "vea también", "véase también", "puede leer también",
        "artículos relacionados", "artículo relacionado", "noticias relacionadas",
        "noticia relacionada", "llegiu també", "llegeix també", "vegeu també", "le tamén",
        "irakurri ere", "leia também", "leia ainda", "ler também", "veja também", "ver também",
        "artigos relacionados", "notícias relacionadas", "matérias relacionadas",
        "leggi anche", "vedi anche", "articoli correlati", "ti potrebbe interessare",
        "potrebbe interessarti anche", "citește și", "citeşte şi", "citiți și", "citiţi şi",
        "vezi și", "vezi şi", "articole similare",
        // Polish, Czech, Slovak, South Slavic, Hungarian, Baltic
        "czytaj także", "czytaj też", "czytaj również", "przeczytaj także", "przeczytaj też",
        "przeczytaj również", "zobacz także", "zobacz też", "zobacz również", "powiązane artykuły",
        "čtěte také", "čtěte i", "přečtěte si také", "přečtěte si i", "viz také", "více k tématu",
        "související články", "čítajte aj", "čítajte tiež", "prečítajte si aj",
        "prečítajte si tiež", "súvisiace články", "preberite tudi", "beri tudi", "pročitajte i",
        "pročitajte još", "pročitajte također", "pročitajte takođe", "čitajte i", "vidi još",
        "povezane vijesti", "povezane vesti", "прочитајте и", "прочитајте још", "прочетете също",
        "прочетете още", "вижте също", "свързани статии", "olvassa el ezt is",
        "olvasd el ezt is", "ezt is olvassa el", "kapcsolódó cikkek", "kapcsolódó cikk", "lásd még",
        "skaitykite taip pat", "taip pat skaitykite", "lasi arī", "lasiet arī", "loe ka",
        "loe lisaks", "vaata ka",
        // Nordic
        "läs också", "läs även", "läs vidare", "se även", "relaterade artiklar", "læs også",
        "relaterede artikler", "les også", "se også", "relaterte artikler", "lue myös",
        "katso myös", "lue seuraavaksi", "aiheesta lisää", "lesið einnig", "lestu einnig",
        "sjá einnig",
        // Russian, Ukrainian, Belarusian, Greek, Turkish, Albanian, Georgian, Armenian
        "читайте также", "читать также", "читайте ещё", "читайте еще", "смотрите также",
        "см. также", "похожие статьи", "материалы по теме", "статьи по теме",
        "читайте також", "дивіться також", "читайте ще", "матеріали за темою", "чытайце таксама",
        "διαβάστε επίσης", "διαβάστε ακόμα", "διαβάστε ακόμη", "δείτε επίσης", "σχετικά άρθρα",
        "ayrıca okuyun", "bunu da okuyun", "bunları da okuyun", "ayrıca bakınız", "ilgili haberler",
        "ilgili haber", "ilgili yazılar", "həmçinin oxuyun", "lexo edhe", "lexoni edhe",
        "lexoni gjithashtu", "წაიკითხეთ ასევე", "კარდացեք նաև", "կարդացեք նաև", "կարդալ նաև",
        // Arabic, Hebrew, Persian, Urdu
        "اقرأ أيضا", "اقرأ أيضًا", "اقرأ أيضاً", "إقرأ أيضا", "إقرأ أيضاً", "اقرأ ايضا",
        "اقرأ المزيد", "انظر أيضا", "انظر أيضًا", "شاهد أيضا", "طالع أيضا", "مقالات ذات صلة",
        "مواضيع ذات صلة", "أخبار ذات صلة", "مواضيع متعلقة", "קראו גם", "קרא גם", "ראו גם",
        "כתבות קשורות", "עוד בנושא", "همچنین بخوانید", "نیز بخوانید", "بیشتر بخوانید",
        "مطالب مرتبط", "اخبار مرتبط", "یہ بھی پڑھیں", "مزید پڑھیں",
        // South and South-East Asia
        "यह भी पढ़ें", "ये भी पढ़ें", "इसे भी पढ़ें", "संबंधित खबरें", "हेही वाचा", "আরও পড়ুন",
        "আরো পড়ুন", "આ પણ વાંચો", "ఇవి కూడా చదవండి", "ఇది కూడా చదవండి", "மேலும் படிக்க",
        "ข่าวที่เกี่ยวข้อง", "อ่านข่าวที่เกี่ยวข้อง", "อ่านเพิ่มเติม", "đọc thêm", "xem thêm",
        "bài viết liên quan", "tin liên quan", "baca juga", "lihat juga", "artikel terkait",
        "berita terkait", "basahin din", "soma pia",
        // Chinese, Japanese, Korean
        "相关阅读", "延伸阅读", "相关文章", "相关新闻", "相关报道", "推荐阅读", "扩展阅读", "拓展阅读",
        "更多阅读", "另请参阅", "相關閱讀", "延伸閱讀", "相關文章", "相關新聞", "相關報導", "推薦閱讀",
        "関連記事", "関連ニュース", "関連リンク", "あわせて読みたい", "合わせて読みたい", "こちらもおすすめ",
        "관련 기사", "관련기사", "관련 뉴스", "함께 읽기", "함께 읽으면 좋은 기사", "함께 보면 좋은 기사",
        "더 읽어보기", "추천 기사",
        // Afrikaans, Esperanto, Irish, Welsh
        "legu ankaŭ", "léigh freisin", "darllenwch hefyd",
    ]

    static let weak: [String] = [
        "read more", "related", "recommended", "further reading", "don't miss",
        "don’t miss",
        "must read", "more stories", "à lire", "a lire", "en savoir plus", "pour aller plus loin",
        "lees meer", "meer lezen", "mehr dazu", "lesen sie mehr", "mehr lesen", "weiterlesen",
        "leer más", "lee más", "más información", "relacionado", "leia mais", "saiba mais",
        "leggi di più", "approfondimenti", "per approfondire", "czytaj więcej", "läs mer",
        "læs mere", "les mer", "lue lisää", "čtěte dále", "číst dál", "подробнее", "по теме",
        "за темою", "докладніше", "διαβάστε περισσότερα", "devamını oku", "citește mai mult",
        "קראו עוד", "קרא עוד", "और पढ़ें", "อ่านต่อ", "đọc tiếp", "baca selengkapnya",
        "阅读更多", "閱讀更多", "続きを読む", "더 보기",
    ]

    /// A cue's scalars, and whether it is weak.
    struct Cue: Sendable {
        var scalars: [Unicode.Scalar]
        var isWeak: Bool
    }

    /// By the first two scalars (the second one 0 where there is none to compare); longest first, so that
    /// "lesen sie auch" is not taken for "lesen sie".
    static let byStart: [UInt64: [Cue]] = {
        let all =
            strong.map { Cue(scalars: Array($0.unicodeScalars), isWeak: false) }
            + weak.map { Cue(scalars: Array($0.unicodeScalars), isWeak: true) }
        return Dictionary(grouping: all) { start($0.scalars[0], $0.scalars[1]) }
            .mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }()

    static func start(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
        UInt64(first.value) << 32 | UInt64(second.value)
    }

    /// Longest cue with the blanks and signs that may stand before and behind it, in UTF-8 bytes.
    static let longest = 160
}
