import LecternCore
import Testing

@Test(arguments: [
    ("fr", "Le vent se lève, il faut tenter de vivre, et personne ne sait pourquoi."),
    ("de", "Der Zug fährt heute nicht, weil die Strecke gesperrt worden ist."),
    ("en", "Nobody knew how long the bridge had been closed to traffic."),
    ("nl", "De trein rijdt vandaag niet, omdat het spoor tussen de twee steden is afgesloten."),
    ("es", "Nadie sabía cuánto tiempo llevaba cerrado el puente al tráfico."),
    ("ja", "橋がいつから閉まっていたのか、誰も知らなかった。"),
    ("zh", "没有人知道这座桥已经关闭了多久，大家都在等待消息。"),
    ("ru", "Никто не знал, как долго мост был закрыт для движения."),
    ("he", "איש לא ידע כמה זמן היה הגשר סגור לתנועה בעיר הגדולה."),
    ("ar", "لم يكن أحد يعرف منذ متى والجسر مغلق أمام حركة المرور."),
])
func `the language of a sentence is found`(language: String, text: String) {
    #expect(detectLanguage(text) == language)
}

@Test(arguments: ["", "x", "12 34 56", "+++ --- ===", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"])
func `a text that says nothing has no language`(text: String) {
    #expect(detectLanguage(text) == nil)
}
