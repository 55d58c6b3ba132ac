/// Words that end in a full stop without ending a sentence.
enum Abbreviations {
    /// Lower case, without the last full stop, inner ones kept.
    static let all: Set<String> = Set(
        """
        str mr mrs ms dr drs prof sr jr st ste mt messrs vs inc ltd co corp bros ed eds al approx dept
        gen gov rep reps col capt cpt lt sgt maj cmdr adm rev pres supt ave blvd rd cf e.g i.e
        viz op cit ibid univ assn ft oz lb lbs ext ph.d b.a m.a d.c m mm mme mmes mlle mlles mgr
        me pr av bd env ex réf apr.j.-c av.j.-c j.-c éd hab z.b d.h u.a u.ä o.ä bzw bspw hr vgl
        evtl ggf inkl exkl mio mrd tsd geb gest jh jhd hrsg ing dipl ff sog z.t zt i.d.r u.u v.a
        v.chr n.chr a.d allg dgl einschl sra sras sres srta d dña da ud uds vd vds avda dpto ee.uu
        a.c ej p.ej aprox sig sigg sig.ra dott dott.ssa avv cfr ecc s.p.a dhr mevr mej ir bijv blz evt
        incl resp nl ong jl d.w.z o.a m.b.t t.a.v zgn dra exmo exma lda t.ex bl.a dvs o.s.v osv
        s.k m.m jfr ev f.eks m.fl mv pga hhv o.l esim ks yms jne ts eaa np tzw tzn inż ul pl os św
        m.in tj itd itp godz zob rys tys např tzv obr mj popř r judr mudr rndr phdr nám г гг ул им
        т.е т.д т.п т.к стр рис см др пр млн млрд тыс руб коп проф акад доц напр обл р пос пл
        просп св ім вул див грн vb örn bkz yy cad sok mah alb stb kb ifj özv u.n κ κα κκ π.χ κ.λπ
        δηλ βλ σελ αρ डॉ प्रो श्री dl dna lit ș.a etc
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Abbreviations only with a capital: "Sen. Ortiz", but Swedish "sade hon. Han".
    static let titles: Set<String> = ["hon", "sen", "min"]

    /// Words that are abbreviations in one language and common words in others.
    static let ofLanguage: [String: Set<String>] = [
        "it": ["on"], "es": ["ee", "uu"], "fi": ["mm"], "hu": ["ld"], "tr": ["bak"],
    ]

    /// Abbreviations of parts of books and laws, behind which a number is no ordinal.
    static let references: Set<String> = ["str", "sid", "abs", "par", "bl", "blz", "oldal"]

    /// Words that are abbreviations in front of a number only: "no. 5", but "He said no."
    static let numeric: Set<String> = Set(
        """
        ok
        no nos art arts fig figs p pp vol vols ch chap sec n nr num núm núms pág págs pag pagg jan
        feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc tel ca cca abs kl
        c s čl č
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Abbreviations that end a sentence as often as not: the word behind decides.
    static let open: Set<String> = [
        "etc", "usw", "osv", "itd", "itp", "jne", "yms", "stb", "ecc", "enz", "atd", "u.s", "u.k",
        "e.u", "p.m",
        "a.m", "p.m", "ee.uu", "d.c", "inc", "ltd", "corp", "co", "jr", "sr", "b.v", "n.v", "r",
    ]

    /// English words that begin a sentence and hardly ever follow an abbreviation.
    static let starters: Set<String> = [
        "the", "a", "an", "in", "on", "at", "he", "she", "it", "they", "we", "i", "you", "but",
        "and", "however",
        "this", "that", "these", "those", "there", "when", "while", "if", "as", "after", "before",
        "since", "for",
        "his", "her", "their", "its", "our", "my", "some", "many", "most", "yet", "so", "then",
        "what", "who",
        "le", "la", "les", "il", "elle", "ils", "elles", "un", "une", "mais", "en", "ce", "cette",
        "der", "die",
        "das", "er", "sie", "es", "ein", "eine", "el", "los", "las",
    ]

    /// Languages that write ordinals with a full stop: `24. Februar`.
    static let ordinalLanguages: Set<String> = [
        "de", "da", "nb", "nn", "no", "fi", "cs", "sk", "sl", "hr", "sr", "bs", "hu", "et", "lv",
        "tr", "is", "pl",
        "eu", "lb",
    ]
}
