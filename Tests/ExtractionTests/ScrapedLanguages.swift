import LecternCore
import Testing

@testable import Extraction

/// Pages as they come out of a scraper and a translating machine: heads glued to their paragraphs, teasers
/// with the remains of their pictures, the site's name at the end.
@Suite struct ScrapedLanguages {
    @Test func `English: heads, teasers, a byline and the site`() {
        let article = plain(
            """
            The harbour town that forgot its tide
            By Ada Lint | 24 February 2025
            ![A pier at low water](https://cdn.example.org/img/pier.jpg?w=1280&q=80)
            The pier stands dry for most of the day. Nobody in town remembers when that began, and the old men who might know say nothing about it.
            Read also
            Why the ferry never came back/s3/static.example.org/images/2025/ferry-77aa.jpg)
            A slow retreatThe water left in small steps. First the steps of the quay were dry, then the ladder, and then the mud that nobody had seen before.
            The council measured it every week. Numbers went down, and the council with them.
            What the children sayIn the school they draw the sea from memory. The water is always blue, as it never was.
            Read more: Ten drawings of a sea https://example.org/drawings
            Nobody expects the water back. In the evening the boats lie in the mud like tired animals.
            example.org
            """)
        #expect(
            dump(article) == """
                # The harbour town that forgot its tide
                by: Ada Lint
                site: example.org
                published: 2025-02-24
                figure(https://cdn.example.org/img/pier.jpg?w=1280&q=80): [A pier at low water] 
                The pier stands dry for most of the day. Nobody in town remembers when that began, and the old men who might know say nothing about it.
                == A slow retreat
                The water left in small steps. First the steps of the quay were dry, then the ladder, and then the mud that nobody had seen before.
                The council measured it every week. Numbers went down, and the council with them.
                == What the children say
                In the school they draw the sea from memory. The water is always blue, as it never was.
                Nobody expects the water back. In the evening the boats lie in the mud like tired animals.
                related: Why the ferry never came back
                related: Ten drawings of a sea -> https://example.org/drawings
                """)
        #expect(article.language == "en")
    }

    @Test func `French: accents, guillemets and a cue in front of its title`() {
        let article = plain(
            """
            Le port qui oublia la marée
            %2Fs3%2Fimages.exemple.fr%2Fport%2Fquai-1a2b.jpg&w=1280&q=100)
            Le quai reste à sec presque toute la journée. Personne ne sait plus quand cela a commencé.
            Une lente retraite de l’été« L’eau est partie par petites étapes », dit le maire. Les marches du quai ont séché les premières, puis l’échelle.
            À lire aussi : Pourquoi le bac n’est jamais revenu
            Mémoires effacéesÉlodie dessine la mer de mémoire. L’eau est toujours bleue, comme elle ne l’a jamais été. Élodie sourit.
            Personne n’attend le retour de l’eau. Le soir, les bateaux dorment dans la vase.
            exemple.fr
            """)
        #expect(
            dump(article) == """
                # Le port qui oublia la marée
                site: exemple.fr
                figure(https://images.exemple.fr/port/quai-1a2b.jpg): 
                Le quai reste à sec presque toute la journée. Personne ne sait plus quand cela a commencé.
                == Une lente retraite de l’été
                « L’eau est partie par petites étapes », dit le maire. Les marches du quai ont séché les premières, puis l’échelle.
                == Mémoires effacées
                Élodie dessine la mer de mémoire. L’eau est toujours bleue, comme elle ne l’a jamais été. Élodie sourit.
                Personne n’attend le retour de l’eau. Le soir, les bateaux dorment dans la vase.
                related: Pourquoi le bac n’est jamais revenu
                """)
    }

    @Test func `German: nouns in capitals are no junctions`() {
        let article = plain(
            """
            Der Hafen, der die Flut vergaß
            Von Jo Korn und Ida Brand
            Die Mole steht fast den ganzen Tag trocken. Niemand weiß mehr, wann das begann, und die Alten schweigen.
            Ein langsamer RückzugDas Wasser ging in kleinen Schritten. Das Ufer war zuerst trocken, dann die Leiter.
            Lesen Sie auch: Warum die Fähre nie zurückkam
            Was die Kinder malenDer Lehrer sammelt die Bilder vom Meer. Das Wasser ist immer blau, so blau wie nie. Der Rest ist weiß.
            Mehr zum Thema
            [Zehn Bilder vom Meer](https://beispiel.de/bilder)
            Niemand erwartet das Wasser zurück. Abends liegen die Boote im Schlick.
            beispiel.de
            """)
        #expect(
            dump(article) == """
                # Der Hafen, der die Flut vergaß
                by: Jo Korn und Ida Brand
                site: beispiel.de
                Die Mole steht fast den ganzen Tag trocken. Niemand weiß mehr, wann das begann, und die Alten schweigen.
                == Ein langsamer Rückzug
                Das Wasser ging in kleinen Schritten. Das Ufer war zuerst trocken, dann die Leiter.
                == Was die Kinder malen
                Der Lehrer sammelt die Bilder vom Meer. Das Wasser ist immer blau, so blau wie nie. Der Rest ist weiß.
                Niemand erwartet das Wasser zurück. Abends liegen die Boote im Schlick.
                related: Warum die Fähre nie zurückkam
                related: Zehn Bilder vom Meer -> https://beispiel.de/bilder
                """)
    }

    @Test func `Spanish, Italian, Portuguese and Dutch`() {
        let spanish = plain(
            """
            El puerto que olvidó la marea
            El muelle está seco casi todo el día. Nadie recuerda cuándo empezó todo aquello.
            Lea también: ¿Por qué no volvió el barco?
            Una retirada lentaLa gente vio marcharse el agua. La escalera quedó seca, y después el barro.
            ejemplo.es
            """)
        #expect(spanish.sections.map(\.title) == ["Una retirada lenta"])
        #expect(spanish.related.map(\.title) == ["¿Por qué no volvió el barco?"])
        #expect(spanish.site == "ejemplo.es")
        let italian = plain(
            """
            Il porto che dimenticò la marea
            Il molo è asciutto quasi tutto il giorno. Nessuno ricorda quando sia cominciato.
            Leggi anchePerché il traghetto non è più tornato
            Una lenta ritirataIl mare se ne andò a piccoli passi. Il fango apparve dopo, e con il fango gli odori.
            """)
        #expect(italian.sections.map(\.title) == ["Una lenta ritirata"])
        #expect(italian.related.map(\.title) == ["Perché il traghetto non è più tornato"])
        let portuguese = plain(
            """
            O porto que esqueceu a maré
            O cais está seco quase todo o dia. Ninguém se lembra de quando isso começou.
            Leia também
            Por que a balsa nunca voltou/wp-content/uploads/2025/01/balsa.jpg)
            Uma retirada lentaA água foi embora aos poucos. A escada secou, e depois a lama apareceu.
            """)
        #expect(portuguese.sections.map(\.title) == ["Uma retirada lenta"])
        #expect(portuguese.related.map(\.title) == ["Por que a balsa nunca voltou"])
        let dutch = plain(
            """
            De haven die het tij vergat
            De pier staat bijna de hele dag droog. Niemand weet nog wanneer dat begon.
            Lees ook
            Waarom de veerboot nooit terugkwam/images/gn4/boot-11ff.jpg)
            Een trage aftochtDe trap viel het eerst droog. De ladder volgde, en daarna kwam de modder.
            """)
        #expect(dutch.sections.map(\.title) == ["Een trage aftocht"])
        #expect(dutch.related.map(\.title) == ["Waarom de veerboot nooit terugkwam"])
    }

    @Test func `Russian, Ukrainian, Greek and Polish: any script with capitals`() {
        let russian = plain(
            """
            Гавань, которая забыла прилив
            Пирс стоит сухим почти весь день. Никто не помнит, когда это началось.
            Читайте также: Почему паром не вернулся
            Медленное отступлениеВода уходила понемногу. Вода оставила лестницу, а потом показался ил.
            primer.ru
            """)
        #expect(russian.sections.map(\.title) == ["Медленное отступление"])
        #expect(russian.related.map(\.title) == ["Почему паром не вернулся"])
        #expect(russian.site == "primer.ru")
        let ukrainian = plain(
            """
            Гавань, що забула приплив
            Пірс стоїть сухий майже весь день. Ніхто не пам’ятає, коли це почалося.
            Читайте також
            Чому пором не повернувся
            Повільний відступВода йшла потроху. Вода залишила сходи, а потім показався мул.
            """)
        #expect(ukrainian.sections.map(\.title) == ["Повільний відступ"])
        #expect(ukrainian.related.map(\.title) == ["Чому пором не повернувся"])
        let greek = plain(
            """
            Το λιμάνι που ξέχασε την παλίρροια
            Η προβλήτα μένει στεγνή όλη σχεδόν τη μέρα. Κανείς δεν θυμάται πότε άρχισε αυτό.
            Διαβάστε επίσης: Γιατί δεν γύρισε το πλοίο
            Μια αργή υποχώρησηΤο νερό έφυγε σιγά σιγά. Το σκαλί στέγνωσε πρώτο, κι ύστερα φάνηκε η λάσπη.
            """)
        #expect(greek.sections.map(\.title) == ["Μια αργή υποχώρηση"])
        #expect(greek.related.map(\.title) == ["Γιατί δεν γύρισε το πλοίο"])
        let polish = plain(
            """
            Port, który zapomniał o przypływie
            Molo stoi suche prawie cały dzień. Nikt nie pamięta, kiedy to się zaczęło.
            Czytaj także: Dlaczego prom nie wrócił
            Powolny odwrótŁódź została w mule. Łódź nie ruszyła się odtąd, a drabina wyschła do końca.
            """)
        #expect(polish.sections.map(\.title) == ["Powolny odwrót"])
        #expect(polish.related.map(\.title) == ["Dlaczego prom nie wrócił"])
    }

    @Test func `scripts without capitals have their teasers, and no junctions`() {
        let japanese = plain(
            """
            潮を忘れた港
            桟橋は一日のほとんど乾いている。いつ始まったのか、誰も覚えていない。
            関連記事
            渡し船が戻らなかった理由/s3/static.example.jp/img/fune-01.jpg)
            水は少しずつ引いていった。はしごが乾き、泥が現れた。
            example.jp
            """)
        #expect(
            dump(japanese) == """
                # 潮を忘れた港
                site: example.jp
                桟橋は一日のほとんど乾いている。いつ始まったのか、誰も覚えていない。
                水は少しずつ引いていった。はしごが乾き、泥が現れた。
                related: 渡し船が戻らなかった理由
                """)
        let chinese = plain("忘了潮水的港口\n码头几乎整天都是干的。没有人记得是什么时候开始的。\n相关阅读：渡船为什么没有回来\n水一点一点地退了。")
        #expect(chinese.related.map(\.title) == ["渡船为什么没有回来"])
        let korean = plain(
            "밀물을 잊은 항구\n부두는 거의 온종일 말라 있다. 언제 시작되었는지 아무도 모른다.\n관련 기사: 나룻배가 돌아오지 않은 까닭\n물은 조금씩 빠져나갔다."
        )
        #expect(korean.related.map(\.title) == ["나룻배가 돌아오지 않은 까닭"])
        let arabic = plain(
            "الميناء الذي نسي المد\nيبقى الرصيف جافا طوال اليوم تقريبا. لا أحد يذكر متى بدأ ذلك.\nاقرأ أيضا: لماذا لم تعد العبارة\nرحل الماء شيئا فشيئا."
        )
        #expect(arabic.related.map(\.title) == ["لماذا لم تعد العبارة"])
    }

    @Test(arguments: [
        ("Lesen Sie auch", "de"), ("Lire aussi", "fr"), ("Lees ook", "nl"), ("Lea también", "es"),
        ("Leggi anche", "it"), ("Leia também", "pt"), ("Czytaj także", "pl"), ("Läs också", "sv"),
        ("Læs også", "da"), ("Les også", "no"), ("Lue myös", "fi"), ("Čtěte také", "cs"),
        ("Prečítajte si aj", "sk"), ("Pročitajte i", "hr"), ("Olvassa el ezt is", "hu"),
        ("Citește și", "ro"), ("Читайте также", "ru"), ("Читайте також", "uk"),
        ("Прочетете още", "bg"), ("Διαβάστε επίσης", "el"), ("Ayrıca okuyun", "tr"),
        ("Llegiu també", "ca"), ("Loe ka", "et"), ("Skaitykite taip pat", "lt"),
        ("Lasi arī", "lv"), ("Baca juga", "id"), ("Xem thêm", "vi"), ("関連記事", "ja"),
        ("相关阅读", "zh"), ("延伸閱讀", "zh-Hant"), ("관련 기사", "ko"), ("اقرأ أيضا", "ar"),
        ("קראו גם", "he"), ("همچنین بخوانید", "fa"), ("यह भी पढ़ें", "hi"),
        ("ข่าวที่เกี่ยวข้อง", "th"), ("See also", "en"), ("READ ALSO", "en"), ("À LIRE AUSSI", "fr"),
    ])
    func `a cue alone, with a colon, bracketed, or behind an arrow`(cue: String, language: String) {
        let body = "First there was a sentence of some length. Then there was another one."
        for line in [
            "\(cue)\nA Title 12", "\(cue): A Title 12", "(\(cue) : A Title 12)",
            "→ \(cue): [A Title 12](https://example.org/12)",
            "\(cue):\nA Title 12\nhttps://example.org/12",
        ] {
            let article = plain("The head of it all\n\(body)\n\(line)\n\(body)")
            #expect(article.related.map(\.title) == ["A Title 12"], "\(language): \(line)")
            #expect(article.blocks.map(\.text) == [body, body], "\(language): \(line)")
            if line.contains("https") {
                #expect(article.related.first?.address == Address("https://example.org/12"))
            }
        }
    }
}
