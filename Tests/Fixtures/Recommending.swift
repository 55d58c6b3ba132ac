/// What sites write over and before recommendations, and over lists that are none.
package struct Recommending: Sendable {
    let language: String
    let readAlso: String
    let related: String
    let popular: String
    let titles: [String]
}

extension Recommending {
    static let languages = [
        Recommending(
            language: "en", readAlso: "Read also", related: "Related articles",
            popular: "Most read",
            titles: [
                "Why the harbour wall was never finished", "Forty years with a stick and a clock",
                "The winter when the sea froze over",
            ]),
        Recommending(
            language: "fr", readAlso: "Lire aussi", related: "Sur le même sujet",
            popular: "Les plus lus",
            titles: [
                "Pourquoi la digue n'a jamais été finie",
                "Quarante ans avec un bâton et une montre",
                "L'hiver où la mer a gelé",
            ]),
        Recommending(
            language: "de", readAlso: "Lesen Sie auch", related: "Mehr zum Thema",
            popular: "Meistgelesen",
            titles: [
                "Warum der Deich nie fertig wurde", "Vierzig Jahre mit Stock und Uhr",
                "Der Winter, in dem das Meer gefror",
            ]),
        Recommending(
            language: "nl", readAlso: "Lees ook", related: "Gerelateerde artikelen",
            popular: "Meest gelezen",
            titles: [
                "Waarom de dijk nooit af kwam", "Veertig jaar met een stok en een klok",
                "De winter waarin de zee bevroor",
            ]),
        Recommending(
            language: "es", readAlso: "Lea también", related: "Artículos relacionados",
            popular: "Lo más leído",
            titles: [
                "Por qué el dique nunca se terminó", "Cuarenta años con un palo y un reloj",
                "El invierno en que se heló el mar",
            ]),
        Recommending(
            language: "pt", readAlso: "Leia também", related: "Notícias relacionadas",
            popular: "Mais lidas",
            titles: [
                "Por que o dique nunca foi terminado", "Quarenta anos com uma vara e um relógio",
                "O inverno em que o mar gelou",
            ]),
        Recommending(
            language: "it", readAlso: "Leggi anche", related: "Articoli correlati",
            popular: "I più letti",
            titles: [
                "Perché la diga non fu mai finita", "Quarant'anni con un bastone e un orologio",
                "L'inverno in cui il mare gelò",
            ]),
        Recommending(
            language: "pl", readAlso: "Czytaj także", related: "Powiązane artykuły",
            popular: "Najczęściej czytane",
            titles: [
                "Dlaczego falochron nigdy nie powstał", "Czterdzieści lat z kijem i zegarem",
                "Zima, w której zamarzło morze",
            ]),
        Recommending(
            language: "ru", readAlso: "Читайте также", related: "Материалы по теме",
            popular: "Популярное",
            titles: [
                "Почему дамбу так и не достроили", "Сорок лет с палкой и часами",
                "Зима, когда замерзло море",
            ]),
        Recommending(
            language: "ja", readAlso: "関連記事", related: "あわせて読みたい", popular: "アクセスランキング",
            titles: ["防波堤はなぜ完成しなかったのか", "棒と時計と歩んだ四十年の記録", "海が凍った冬を覚えている人々"]),
        Recommending(
            language: "sv", readAlso: "Läs också", related: "Relaterade artiklar",
            popular: "Mest läst",
            titles: [
                "Därför blev hamnmuren aldrig färdig", "Fyrtio år med en käpp och en klocka",
                "Vintern då hela havet frös",
            ]),
        Recommending(
            language: "tr", readAlso: "Ayrıca okuyun", related: "İlgili haberler",
            popular: "En çok okunanlar",
            titles: [
                "Liman duvarı neden hiç bitmedi", "Bir sopa ve bir saatle kırk yıl",
                "Denizin donduğu o uzun kış",
            ]),
        Recommending(
            language: "zh", readAlso: "延伸阅读", related: "相关文章", popular: "排行榜",
            titles: ["为什么防波堤一直没有建成", "拿着棍子和钟表的四十年", "海水结冰的那个冬天"]),
        Recommending(
            language: "ko", readAlso: "관련기사", related: "관련 기사", popular: "많이 본 뉴스",
            titles: ["방파제가 끝내 완성되지 못한 이유", "막대기와 시계로 잰 사십 년", "바다가 얼어붙은 그해 겨울"]),
        Recommending(
            language: "ar", readAlso: "اقرأ أيضا", related: "مواضيع ذات صلة",
            popular: "الأكثر قراءة",
            titles: [
                "لماذا لم يكتمل جدار الميناء قط", "أربعون عاما مع عصا وساعة",
                "الشتاء الذي تجمد فيه البحر",
            ]),
        Recommending(
            language: "cs", readAlso: "Čtěte také", related: "Související články",
            popular: "Nejčtenější",
            titles: [
                "Proč se hráz nikdy nedostavěla", "Čtyřicet let s holí a hodinami",
                "Zima, kdy zamrzlo celé moře",
            ]),
    ]
}
