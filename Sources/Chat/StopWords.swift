/// Words that say nothing about what a text is about, in nineteen languages together.
enum StopWords {
    /// Hashes of the folded words, as `Terms` makes them.
    static let hashes: Set<UInt64> = {
        var all: Set<UInt64> = []
        for word in words.split(whereSeparator: \.isWhitespace) {
            var hash = FNV()
            for scalar in word.unicodeScalars { hash.feed(scalar.value) }
            all.insert(hash.value)
        }
        return all
    }()

    /// Lower case, accents off, as `Terms` folds; single letters are no terms anyway.
    private static let words = """
        the of and to in is was are were be been being for on with as by at from that this these those it its he she
        they them his her their our your you we us me my mine not no nor or but if then than so such what which who
        whom whose when where why how all any both each few more most other some only own same too very can will just
        should would could may might must shall do does did done has have had having an into over under out up down
        about after before between during through against again once here there also because while until
        le la les un une des du de et en au aux ce cet cette ces il elle ils elles on nous vous je tu se sa son ses
        leur leurs qui que quoi dont ou ne pas plus par pour sur sous dans avec sans est sont etait etaient etre ete
        avoir ont avait avaient fait faire mais donc or ni car si tout tous toute toutes meme aussi comme plus tres
        entre apres avant depuis lors lui eux moi cela celui celle ceux ainsi alors peut y afin chez
        der die das den dem des ein eine einer eines einem einen und oder aber nicht kein keine ist sind war waren
        sein wird werden wurde wurden hat haben hatte hatten kann konnen konnte soll sollte muss er sie es wir ihr ich
        du mich dich sich uns euch mein dein ihre ihren ihrer seine seiner seinen als auch auf aus bei bis durch fur
        gegen im in mit nach noch nur ob ohne so um unter von vor wahrend wenn weil wie wo zu zum zur uber dass
        el los las una unos unas del al lo su sus que como con sin por para pero mas muy no si ya se es son fue era
        eran ser estar esta este esto estos estas ese esa eso ha han habia hay le les me mi tu te nos entre sobre
        tambien cuando donde quien desde hasta todo todos toda todas porque
        il lo gli uno di da dal dalla dei degli delle della dello nel nella nei nelle sul sulla con per tra fra e ed
        che chi cui non piu sono era erano essere stato stata ha hanno aveva anche come ma se suo sua suoi loro questo
        questa questi queste quello quella ci si dopo prima quando dove al alla ai alle
        os as um uma dos da das do na nas no nos pelo pela em com sem para por mas mais muito nao sim ja foi era eram
        ser estar esta este isso isto essa esse tem tinha seu sua seus suas ele ela eles elas voce que quem quando
        onde tambem ate entre sobre ao aos
        het een van en dat die niet is zijn was waren wordt worden werd werden heeft hebben had hij zij ze wij we je
        jij ik hem haar hun ons uw met voor door over onder naar bij tot uit om op aan als ook maar want dan dus er
        nog wel geen meer veel deze dit daar hier wat wie waar kan kunnen zal zou moet
        och att det som en ett den av pa for med till fran har hade var ar inte om sa men eller vid efter kan ska
        skulle han hon de vi jag du sig sin sitt sina vara blir blev ocksa nar dar hur
        og at er ikke af til fra har havde var blev bliver vil skal kan han hun de vi jeg du sig sin sit sine efter
        ved om men eller ogsa nar der hvor hvad som det den et av pa ble som over under mot
        ja on ei se etta oli han he ne me te ovat olivat olla ollut joka jotka kun niin myos mutta tai kuin sen siita
        tama nama tassa hanen heidan mukaan
        nie sie jest sa byl byla bylo byly byc ze do na od za po przez dla przy jak ale lub oraz czy tym tego tej ten
        ta to te ich jego jej co kto ktory ktora ktore ktorzy juz tylko tak takze moze bardzo sie
        je jsou byl byla bylo byly byt se si na do od za pri pro jak ale nebo ktery ktera ktere ze aby by jeho jeji
        jejich ten ta to tento tato jen jiz uz take co kdo kdy kde
        и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня
        еще нет о из ему когда даже ну ли если уже или ни быть был него до вас они тут где есть для мы их чем была
        были этот эта это эти который которая которые также при об после
        і й та що не на у в з до за від як але або це він вона вони воно його її їх для по при про був була було були
        є цей ця ці який яка які також після
        ve bir bu da de icin ile o ne ki gibi cok daha en ama veya her olarak olan oldu var yok sonra kadar gore
        according selon laut gemass zufolge segun secondo volgens enligt ifolge согласно according
        ο η το οι τα του της των τον την και να με σε για από που δεν θα είναι ήταν στο στη στην στον στους στις ως
        κατά μετά αλλά ή αν όπως πιο
        si la de in cu pe pentru din este sunt era erau fost care ce nu mai sau dar ca prin dupa intre al ai ale lui
        ei lor un una unei unui acest aceasta acesti
        az egy es hogy nem is ez azt ezt van volt voltak lesz meg mar csak de vagy mint ha ki mi amely aki amikor
        """
}
