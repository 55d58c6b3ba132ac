/// Words that end in a full stop without ending a sentence.
enum Abbreviations {
    /// Lower case, without the last full stop, inner ones kept.
    static let all: Set<String> = Set(
        """
        mr mrs ms dr drs prof sr jr st ste mt messrs vs inc ltd co corp bros no nos vol vols fig figs art arts
        p pp ed eds al approx dept est gen gov sen rep reps col capt cpt lt sgt maj cmdr adm hon rev fr pres supt
        ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri ca cf c ch
        e.g i.e viz op cit ibid sec univ assn ft oz lb lbs min max tel ext ph.d b.a m.a d.c
        m mm mme mmes mlle mlles mgr me pr av bd env ex réf apr.j.-c av.j.-c j.-c chap éd hab janv févr avr juil déc
        z.b d.h u.a u.ä o.ä bzw bspw nr hr fr str vgl abs bd evtl ggf inkl exkl mio mrd tsd geb gest jh jhd st
        hrsg ing dipl ff sog z.t zt i.d.r u.u v.a v.chr n.chr a.d mag allg dgl einschl
        sr sra sras sres srta d dña da ud uds vd vds pág págs núm núms avda dpto ee.uu a.c d.c ej p.ej
        sig sigg sig.ra dott dott.ssa ing avv on pag pagg cfr ecc s.p.a
        dhr mevr mej ir bijv blz evt incl resp nl ong jl d.w.z o.a m.b.t t.a.v zgn
        dr dra exmo exma pág lda
        t.ex bl.a dvs kl o.s.v osv s.k m.m tel jfr ev
        f.eks bl.a m.fl mv nr kl ca pga dvs osv hhv o.l
        esim mm ks yms jne n ts eaa
        np tzw tzn dr inż mgr ul al im pl os św m.in tj itd itp ok godz str zob rys tys
        např tzv tj tzn č čl str obr mj popř r s ing mgr judr mudr rndr phdr ul nám
        г гг ул им т.е т.д т.п т.к стр рис см др пр млн млрд тыс руб коп проф акад доц напр обл р пос пл просп св
        ім вул напр див рис акад доц обл грн
        vb örn bkz yy cad sok mah alb
        stb pl ill kb dr ifj özv u.n
        κ κα κκ π.χ κ.λπ δηλ βλ σελ αρ
        dl dna str nr art lit pag cca ș.a etc
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
