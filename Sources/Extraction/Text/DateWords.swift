/// The words that dates are written with. Lower case; months also in the forms that stand behind a day.
enum DateWords {
    /// Month names and their usual abbreviations in 32 languages, by number.
    static let months: [String: Int] = {
        let lists = [
            // English, French, German, Dutch, Spanish, Portuguese, Italian, Catalan, Romanian
            "january jan januar jänner janvier janv januari enero ene janeiro gennaio gen gener ianuarie ian",
            "february feb februar feber février févr fév fevrier februari febrero fevereiro fev febbraio febrer februarie",
            "march mar märz mrz mars maart mrt marzo março marco març martie",
            "april apr avril avr abril abr aprile aprilie",
            "may mai mei mayo maio mag maggio maig",
            "june jun juni juin junio junho giugno giu juny iunie iun",
            "july jul juli juillet juil julio julho luglio lug juliol iulie iul",
            "august aug août aout augustus agosto ago ag agost",
            "september sep sept septembre septiembre setiembre setembro set settembre setembre septembrie",
            "october oct oktober okt octobre octubre outubro out ottobre ott octombrie",
            "november nov novembre noviembre novembro noiembrie noi",
            "december dec dezember dez décembre déc decembre diciembre dic dezembro dicembre desembre decembrie",
            // Polish, Czech, Slovak, Croatian, Slovene, Hungarian
            "stycznia styczeń sty ledna leden januára siječnja sječanj siječanj januarja január jan",
            "lutego luty lut února únor februára veljače veljača februarja február",
            "marca marzec marzo března březen ožujka ožujak marec március márc",
            "kwietnia kwiecień kwi dubna duben apríla travnja travanj aprila április ápr",
            "maja maj května květen mája svibnja svibanj május máj",
            "czerwca czerwiec cze června červen júna lipnja lipanj junija június jún",
            "lipca lipiec lip července červenec júla srpnja srpanj julija július júl",
            "sierpnia sierpień sie srpna srpen augusta kolovoza kolovoz avgusta augusztus",
            "września wrzesień wrz září septembra rujna rujan szeptember szept",
            "października październik paź října říjen októbra oktobra október",
            "listopada listopad lis listopadu novembra studenoga studeni",
            "grudnia grudzień gru prosince prosinec decembra prosinca prosinac",
            // Swedish, Danish, Norwegian, Finnish, Estonian, Latvian, Lithuanian, Icelandic
            "januari januar tammikuuta tammikuu jaanuar janvāris janvārī sausio sausis janúar",
            "februari februar helmikuuta helmikuu veebruar februāris februārī vasario vasaris febrúar",
            "mars marts maaliskuuta maaliskuu märts marts martā kovo kovas",
            "april huhtikuuta huhtikuu aprill aprīlis aprīlī balandžio balandis apríl",
            "maj mai toukokuuta toukokuu maijs maijā gegužės gegužė maí",
            "juni kesäkuuta kesäkuu juuni jūnijs jūnijā birželio birželis júní",
            "juli heinäkuuta heinäkuu juuli jūlijs jūlijā liepos liepa júlí",
            "augusti august elokuuta elokuu augusts augustā rugpjūčio rugpjūtis ágúst",
            "september syyskuuta syyskuu septembris septembrī rugsėjo rugsėjis",
            "oktober lokakuuta lokakuu oktoober oktobris oktobrī spalio spalis",
            "november marraskuuta marraskuu novembris novembrī lapkričio lapkritis nóvember",
            "december desember joulukuuta joulukuu detsember decembris decembrī gruodžio gruodis des",
            // Russian, Ukrainian, Bulgarian, Greek, Turkish, Indonesian
            "января январь янв січня січень януари ιανουαρίου ιανουάριος ιαν ocak oca januari",
            "февраля февраль фев лютого лютий февруари φεβρουαρίου φεβρουάριος φεβ şubat şub februari",
            "марта март мар березня березень μαρτίου μάρτιος μαρ mart maret",
            "апреля апрель апр квітня квітень април απριλίου απρίλιος απρ nisan nis",
            "мая май травня травень μαΐου μαΐου μάιος μαι mayıs may mei",
            "июня июнь июн червня червень юни ιουνίου ιούνιος ιουν haziran haz",
            "июля июль июл липня липень юли ιουλίου ιούλιος ιουλ temmuz tem",
            "августа август авг серпня серпень αυγούστου αύγουστος αυγ ağustos ağu agustus",
            "сентября сентябрь сен сент вересня вересень септември σεπτεμβρίου σεπτέμβριος σεπ eylül eyl",
            "октября октябрь окт жовтня жовтень октомври οκτωβρίου οκτώβριος οκτ ekim eki",
            "ноября ноябрь ноя листопада ноември νοεμβρίου νοέμβριος νοε kasım kas",
            "декабря декабрь дек грудня грудень декември δεκεμβρίου δεκέμβριος δεκ aralık ara desember",
            // Arabic (both calendars' names for the same months), Hebrew, Hindi
            "يناير בינואר ינואר जनवरी", "فبراير شباط בפברואר פברואר फ़रवरी फरवरी",
            "مارس آذار במרץ מרץ मार्च", "أبريل ابريل نيسان באפריל אפריל अप्रैल",
            "مايو أيار במאי מאי मई", "يونيو حزيران ביוני יוני जून", "يوليو تموز ביולי יולי जुलाई",
            "أغسطس آب באוגוסט אוגוסט अगस्त", "سبتمبر أيلول בספטמבר ספטמבר सितंबर",
            "أكتوبر اكتوبر תשרין באוקטובר אוקטובר अक्टूबर", "نوفمبر בנובמבר נובמבר नवंबर",
            "ديسمبر בדצמבר דצמבר दिसंबर",
        ]
        var found: [String: Int] = [:]
        for (index, list) in lists.enumerated() {
            for name in list.listed(at: " ") {
                if found[name] == nil { found[name] = index % 12 + 1 }
            }
        }
        return found
    }()

    /// Zones by their names (RFC 822, 5.1, and those that feeds use besides).
    static let zones: [String: String] = [
        "z": "Z", "ut": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00",
        "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00",
        "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "mez": "+01:00", "mesz": "+02:00",
        "bst": "+01:00", "ist": "+05:30", "jst": "+09:00", "msk": "+03:00", "eet": "+02:00",
        "eest": "+03:00", "wet": "Z", "west": "+01:00", "aest": "+10:00", "aedt": "+11:00",
    ]

    /// First letters of the days of the week, long enough to tell them from other words.
    static let weekdays: [String] = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "lundi",
        "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "montag", "dienstag",
        "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "maandag",
        "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "lunes", "martes",
        "miércoles", "jueves", "viernes", "sábado", "domingo", "lunedì", "martedì", "mercoledì",
        "giovedì", "venerdì", "sabato", "domenica", "segunda", "terça", "quarta", "quinta", "sexta",
        "feira", "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela",
        "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "mandag", "tirsdag",
        "lørdag", "søndag", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота",
        "воскресенье", "понеділок", "вівторок", "середа", "четвер", "пʼятниця", "субота", "неділя",
        "pondělí", "úterý", "středa", "čtvrtek", "pátek", "neděle", "maanantai", "tiistai",
        "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai", "pazartesi", "salı",
        "çarşamba", "perşembe", "cuma", "cumartesi", "pazar",
    ]

    /// Words around a date that say nothing else.
    static let fillers: Set<String> = [
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "lun", "mer",
        "jeu", "ven", "sam", "dim", "mo", "di", "mi", "do", "fr", "sa", "so", "ma", "wo", "vr",
        "za", "zo", "published", "posted", "date", "on", "at", "the", "of", "first", "created",
        "publié", "publiée", "paru", "mis", "en", "ligne", "le", "à", "du", "heures", "h",
        "veröffentlicht", "erschienen", "stand", "vom", "am", "um", "uhr", "den", "der", "datum",
        "gepubliceerd", "geplaatst", "op", "om", "uur", "publicado", "publicada", "el", "a", "las",
        "los", "de", "del", "em", "às", "as", "fecha", "data", "pubblicato", "il", "alle", "ore",
        "opublikowano", "dnia", "o", "godz", "r", "roku", "publicerad", "publicerat", "kl", "kello",
        "klo", "udgivet", "publisert", "julkaistu", "publikováno", "dne", "v", "опубликовано",
        "дата", "в", "г", "года", "год", "опубліковано", "о", "р", "року", "δημοσιεύθηκε",
        "δημοσιεύτηκε", "στις", "yayınlanma", "yayın", "tarihi", "tarih", "saat", "pm", "m",
        "發布", "发布", "发布于", "时间", "時間", "公開日", "日付", "公開", "입력", "نشر", "في", "تاريخ",
        "פורסם", "dipublikasikan", "đăng", "ngày", "megjelent", "publicat", "la", "ora",
    ]

    /// Words that say when a text was changed.
    static let updates: Set<String> = [
        "updated", "update", "modified", "edited", "jour", "modifié", "actualisé", "aktualisiert",
        "aktualisierung", "bijgewerkt", "actualizado", "actualizada", "atualizado", "atualizada",
        "aggiornato", "aggiornata", "zaktualizowano", "aktualizacja", "uppdaterad", "uppdaterat",
        "opdateret", "oppdatert", "päivitetty", "aktualizováno", "обновлено", "оновлено",
        "ενημερώθηκε", "güncelleme", "güncellendi", "更新", "更新于", "수정", "عدل", "עודכן",
    ]
}
